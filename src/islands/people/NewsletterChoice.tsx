import { chooseNewsletters } from '../../features/newsletters/api.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Whether newsletters come by mail: no, until one says yes. */
export function NewsletterChoice({ since }: { since: MyPage['newsletters_since'] }) {
  const say = useSay();
  return (
    <section class="sheet">
      <h2>{say('newsletter.choose.title')}</h2>
      <p>{say('newsletter.choose.text')}</p>
      {since && <p>{say('newsletter.choose.said', { date: dateWords(say.lang, since) })}</p>}
      <p class="buttons">
        {since ? (
          <Verb
            key="no"
            label="newsletter.choose.no"
            quiet
            done="newsletter.choose.stopped"
            verb={() => chooseNewsletters(false)}
          />
        ) : (
          <Verb
            key="yes"
            label="newsletter.choose.yes"
            done="newsletter.choose.done"
            verb={() => chooseNewsletters(true)}
          />
        )}
      </p>
      <p>
        <a href={path(say.lang, 'my', 'newsletters')}>{say('newsletter.choose.read')}</a>
      </p>
    </section>
  );
}
