import { useState } from 'preact/hooks';
import {
  acceptRequest,
  askAboutRequest as ask,
  declineRequest as decline,
} from '../../features/requests/api.ts';
import { askAboutRequest, declineRequest, limits } from '../../features/requests/model.ts';
import { dayWords } from '../../lib/dates.ts';
import type { MenteeCard, RequestRow } from '../../lib/api/rows.ts';
import { declineReasons } from '../../schemas/reasons.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { announce } from '../../ui/status.tsx';
import { TextDialog } from '../../ui/TextDialog.tsx';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { fieldName, useNames } from '../fit/names.tsx';
import { Reasons } from '../fit/reasons.tsx';
import { AboutMentee } from './AboutMentee.tsx';
import { Quote } from './Quote.tsx';
import { Standing } from './Standing.tsx';

/** One request a mentor got: who asks, why you two, and three answers. */
export function AskedCard({
  request,
  draft,
}: {
  request: RequestRow;
  draft?: Record<string, unknown> | undefined;
}) {
  const say = useSay();
  const names = useNames();
  const [open, setOpen] = useState<'no' | 'question' | null>(null);
  const { id, status } = request;
  const card = request.card as MenteeCard | null;
  const name = card?.name ?? say('trial.somebody');
  const meaning = status === 'asked' ? 'request.inbox.means.asked' : 'request.inbox.means.open';
  const close = () => setOpen(null);

  return (
    <article class="card" id={`request-${id}`} data-row={`request-${id}`}>
      <Standing
        name={name}
        person={card?.person}
        line={card ? (card.specialism ?? fieldName(names, card.field)) : undefined}
        state={say(status === 'asked' ? 'request.inbox.state.asked' : 'request.inbox.state.open')}
        mine={status === 'open'}
      >
        {say(meaning, { name, until: dayWords(say.lang, request.expires_at) })}
      </Standing>
      <Quote label={say('request.they-wrote', { name })} text={request.message} />
      <Quote label={say('request.question.label')} text={request.question} />
      <Quote label={say('request.they-wrote', { name })} text={request.reply} />
      {card && <AboutMentee card={card} />}
      <h4>{say('fit.why')}</h4>
      <Reasons reasons={request.reasons} side="mentor" />
      <div class="buttons">
        <Verb label="request.yes" about={name} done="request.accepted" verb={() => acceptRequest(id)} />
        {status === 'open' && !request.question && (
          <button type="button" class="button quiet" onClick={() => setOpen('question')}>
            {say('request.question')}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => setOpen('no')}>
          {say('request.no')}
          <span class="visually-hidden"> {name}</span>
        </button>
      </div>
      {open === 'no' && (
        <ReasonDialog
          name={name}
          title="request.no.title"
          text="request.no.text"
          label="request.reason"
          choices={declineReasons.map((value) => ({ value, label: say(`request.reason.${value}`) }))}
          button="request.no"
          schema={declineRequest}
          also={{ label: 'block.mentee', hint: 'block.means' }}
          send={async (reason, block) => {
            await decline(id, reason, block);
            announce(say('request.declined'));
          }}
          close={close}
        />
      )}
      {open === 'question' && (
        <TextDialog
          title={say('request.question.title', { name })}
          name="question"
          label="request.question.label"
          hint="request.question.hint"
          button="request.question.send"
          max={limits.question.max}
          schema={askAboutRequest}
          draft={`question/${id}`}
          start={String(draft?.['question'] ?? '')}
          send={async (question) => {
            await ask(id, question);
            announce(say('request.asked'));
          }}
          close={close}
        />
      )}
    </article>
  );
}
