import { mailOf } from '../../features/newsletters/model.ts';
import type { BegunNewsletter } from '../../features/newsletters/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { path } from '../../lib/urls.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { Paragraphs } from '../../ui/Paragraphs.tsx';
import { useSay } from '../../ui/words.tsx';
import { useFrames } from './Newsletters.tsx';

/** The mail in each language that is written, as it arrives; the secret of its link is the reader's own. */
export function Mails({ newsletter: { texts, programme, first } }: { newsletter: BegunNewsletter }) {
  const say = useSay();
  const frames = useFrames();
  const written = locales.filter((locale) => texts[locale]);
  return (
    <>
      {written.map((locale) => {
        const frame = frames[locale];
        const site = `${location.origin}${path(locale)}`;
        const values = { ...texts[locale], programme, site, link: `${site}my/`, secret: '…' };
        return (
          frame && (
            <details key={locale}>
              <summary>{say('desk-newsletters.preview', { language: localeFacts[locale].name })}</summary>
              <div class="mail">
                <p class="mail-subject">{say('desk-newsletters.subject', { subject: frame.subject })}</p>
                <div lang={locale}>
                  <Paragraphs text={mailOf(frame, values)} />
                </div>
              </div>
            </details>
          )
        );
      })}
      {first && written.length < locales.length && (
        <p class="desk-facts">{say('desk-newsletters.others', { language: localeFacts[first].name })}</p>
      )}
    </>
  );
}
