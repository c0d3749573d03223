import { useState } from 'preact/hooks';
import { dropNewsletter } from '../../features/newsletters/desk-api.ts';
import type { BegunNewsletter, NewsletterDesk } from '../../features/newsletters/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { useProgrammeName } from '../desk/labels.tsx';
import { ForWhom } from './ForWhom.tsx';
import { Mails } from './Mails.tsx';
import { Send } from './Send.tsx';
import { useChange } from './useChange.ts';
import { Write } from './Write.tsx';

/** One that is not sent: its languages, the mail as it will be, how many get it, and the last step. */
export function Begun({
  newsletter,
  drafts,
}: { newsletter: BegunNewsletter } & Pick<NewsletterDesk, 'drafts'>) {
  const say = useSay();
  const change = useChange();
  const programmeName = useProgrammeName();
  const [open, setOpen] = useState<Locale | 'audience' | 'send' | null>(null);
  const { id, programme, audience, texts, first, receivers } = newsletter;
  const title = (first && texts[first]?.title) || say('desk-newsletters.untitled');
  const close = () => setOpen(null);
  return (
    <li class="desk-row newsletter" data-row={id}>
      <div class="desk-what">
        <div class="desk-head">
          <h3 tabIndex={-1} dir="auto" lang={first ?? undefined}>
            {title}
          </h3>
          <span class="desk-tag">{say(`newsletter.audience.${audience}`)}</span>
        </div>
        <p class="desk-facts">
          <span>{programmeName(programme)}</span>
          <span>{say('desk-newsletters.reach', { count: receivers })}</span>
        </p>
        <p class="written-in">
          {locales.map((locale) => (
            <button key={locale} type="button" class="link" onClick={() => setOpen(locale)}>
              {say(texts[locale] ? 'desk-newsletters.change' : 'desk-newsletters.write', {
                language: localeFacts[locale].name,
              })}
            </button>
          ))}
          <button type="button" class="link" onClick={() => setOpen('audience')}>
            {say('desk-newsletters.audience.change')}
          </button>
        </p>
        <Mails newsletter={newsletter} />
        <details>
          <summary>{say('desk-newsletters.drop')}</summary>
          <p>{say('desk-newsletters.drop.text')}</p>
          <Verb
            label="desk-newsletters.drop.go"
            about={title}
            quiet
            verb={() =>
              change(
                () => dropNewsletter(newsletter),
                () => say('desk-newsletters.dropped'),
              )
            }
          />
        </details>
      </div>
      {first && (
        <div class="desk-actions">
          <button type="button" class="button" onClick={() => setOpen('send')}>
            {say('desk-newsletters.send')}
            <span class="visually-hidden">: {title}</span>
          </button>
        </div>
      )}
      {open === 'audience' && <ForWhom programmes={[programme]} of={newsletter} close={close} />}
      {open === 'send' && <Send newsletter={newsletter} title={title} close={close} />}
      {open && open !== 'audience' && open !== 'send' && (
        <Write
          key={open}
          newsletter={newsletter}
          locale={open}
          draft={drafts[`newsletter-${open}/${id}`]}
          close={close}
        />
      )}
    </li>
  );
}
