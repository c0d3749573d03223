import { useContext, useState } from 'preact/hooks';
import { dropDraft } from '../../features/drafts/api.ts';
import { answerEnquiry, dropEnquiry } from '../../features/enquiries/api.ts';
import { answerEnquiry as shape, limits, type Enquiry } from '../../features/enquiries/model.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { dateWords, dayWords } from '../../lib/dates.ts';
import { TextDialog } from '../../ui/TextDialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useDeal } from '../desk/useDeal.ts';
import { EnquiryNames } from './Enquiries.tsx';

/** One question: what about, in which language, since when, its words, and its answer. */
export function EnquiryRow({ enquiry, draft }: { enquiry: Enquiry; draft: string | undefined }) {
  const say = useSay();
  const names = useContext(EnquiryNames);
  const deal = useDeal();
  const [answering, setAnswering] = useState(false);
  const { id, topic, locale, words, programme, region, asked_at, answer, answered_at } = enquiry;
  const form = `enquiry/${id}`;
  const language = localeFacts[locale].name;
  const about = [programme, region].flatMap((key) => (key ? [names[key] ?? key] : []));
  return (
    <li class="desk-row enquiry" data-row={id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3 tabIndex={-1}>{say(`enquiry.topic.${topic}`)}</h3>
          <span class="desk-tag">{say('desk-enquiries.in', { language })}</span>
          <span class="desk-aside">{dayWords(say.lang, asked_at)}</span>
        </div>
        <p class="desk-facts">
          {(about.length > 0 ? about : [say('desk-enquiries.anywhere')]).map((name) => (
            <span key={name}>{name}</span>
          ))}
        </p>
        <p class="desk-about" dir="auto">
          {words}
        </p>
        {answered_at ? (
          <>
            <p class="desk-facts">
              {say('desk-enquiries.answered.on', { date: dateWords(say.lang, answered_at) })}
            </p>
            <p class="desk-about" dir="auto">
              {answer}
            </p>
          </>
        ) : (
          <details>
            <summary>{say('desk-enquiries.drop')}</summary>
            <p>{say('desk-enquiries.drop.text')}</p>
            <Verb
              label="desk-enquiries.drop.send"
              quiet
              verb={() => deal(() => dropEnquiry(id), say('desk-enquiries.dropped'))}
            />
          </details>
        )}
      </div>
      {!answered_at && (
        <div class="desk-actions">
          <button type="button" class="button" onClick={() => setAnswering(true)}>
            {say('desk-enquiries.answer')}
            <span class="visually-hidden">: {words.slice(0, 60)}</span>
          </button>
        </div>
      )}
      {answering && (
        <TextDialog
          title={say('desk-enquiries.answer.title', { language })}
          name="answer"
          label="desk-enquiries.answer.label"
          hint="desk-enquiries.answer.hint"
          button="desk-enquiries.send"
          max={limits.enquiry_answer.max}
          schema={shape}
          draft={form}
          start={draft ?? ''}
          send={async (typed) => {
            await deal(() => answerEnquiry(id, typed), say('desk-enquiries.sent'));
            // What was kept after a colleague's answer; where it stays, it goes with the question.
            await dropDraft(form).catch(() => undefined);
          }}
          close={() => setAnswering(false)}
        >
          {/* The dialog lies over the row. */}
          <p class="desk-about" dir="auto">
            {words}
          </p>
        </TextDialog>
      )}
    </li>
  );
}
