import { number } from '../../i18n/format.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

/** Applications that wait for somebody; they have a page of their own. */
export function Applications({ count }: { count: number }) {
  const say = useSay();
  if (count === 0) return null;
  return (
    <section class="desk-section" aria-labelledby="applications-title">
      <h3 id="applications-title">
        {say('desk.applications')} <span class="desk-count">{number(say.lang, count)}</span>
      </h3>
      <p class="desk-lead">{say('desk.applications.lead')}</p>
      <p>
        <a class="button quiet" href={path(say.lang, 'desk', 'applications')}>
          {say('desk.applications.open')}
        </a>
      </p>
    </section>
  );
}
