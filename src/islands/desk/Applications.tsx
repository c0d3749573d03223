import type { Desk } from '../../features/desk/model.ts';
import { number } from '../../i18n/format.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

/** Applications that need somebody: how many, how many are late or due within a week, and the way to these and to all. */
export function Applications({ count, late, soon }: Desk['applications']) {
  const say = useSay();
  if (count === 0) return null;
  const queue = path(say.lang, 'desk', 'applications');
  return (
    <section class="desk-section" aria-labelledby="applications-title">
      <h3 id="applications-title">
        {say('desk.applications')} <span class="desk-count">{number(say.lang, count)}</span>
      </h3>
      <p class="desk-lead">{say('desk.applications.lead')}</p>
      {late + soon > 0 && (
        <p class="desk-tags">
          {late > 0 && <span class="desk-tag urgent">{say('desk.applications.late', { count: late })}</span>}{' '}
          {soon > 0 && <span class="desk-tag">{say('desk.applications.soon', { count: soon })}</span>}
        </p>
      )}
      <p class="buttons">
        {late + soon > 0 && (
          <a class="button quiet" href={`${queue}?heap=due`}>
            {say('desk.applications.due')}
          </a>
        )}
        <a class="button quiet" href={queue}>
          {say('desk.applications.open')}
        </a>
      </p>
    </section>
  );
}
