import type { SentNewsletter } from '../../features/newsletters/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { dateWords } from '../../lib/dates.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { Paragraphs } from '../../ui/Paragraphs.tsx';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';

/** One of the archive: when, for whom, to how many, and its words in each language. */
export function Sent({ newsletter }: { newsletter: SentNewsletter }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const { id, programme, audience, texts, first, sent_at, receivers } = newsletter;
  return (
    <li class="desk-row newsletter" data-row={id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3 tabIndex={-1} dir="auto" lang={first ?? undefined}>
            {first && texts[first]?.title}
          </h3>
          <span class="desk-tag">{say(`newsletter.audience.${audience}`)}</span>
        </div>
        <p class="desk-facts">
          <span>{programmeName(programme)}</span>
          <span>{say('desk-newsletters.on', { date: dateWords(say.lang, sent_at) })}</span>
          <span>{say('desk-newsletters.went', { count: receivers })}</span>
        </p>
        {locales.map((locale) => {
          const text = texts[locale];
          return (
            text && (
              <details key={locale}>
                <summary>{say('desk-newsletters.read', { language: localeFacts[locale].name })}</summary>
                <div class="mail" lang={locale}>
                  <p class="mail-subject" dir="auto">
                    {text.title}
                  </p>
                  <Paragraphs text={text.words} />
                </div>
              </details>
            )
          );
        })}
      </div>
    </li>
  );
}
