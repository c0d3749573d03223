import { nextSteps, type Step } from '../../features/people/next.ts';
import { dayWords, daysUntil, momentWords } from '../../lib/dates.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';

/** What happens next and by when, as stones of a path: rowan for what waits for me. */
export function Next({ page }: { page: MyPage }) {
  const say = useSay();
  const steps = nextSteps(page);
  if (steps.length === 0) return null;
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next" tabIndex={-1}>
        {say(steps[0]?.mine ? 'my.next.mine' : 'my.next.title')}
      </h2>
      <ol class="plain">
        {steps.map((step) => (
          <li key={step.to + step.what} class={step.mine ? 'mine' : undefined}>
            <a href={step.to.startsWith('#') ? step.to : path(say.lang, ...step.to.split('/'))}>
              {stepWords(say, step)}
            </a>
            {step.until && step.mine && <p class="when">{untilWords(say, step.until)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepWords(say: Say, { what, name, until, at, count }: Step): string {
  const open = what === 'paused' && !until ? 'paused-open' : what;
  return say(`my.next.${open}` as Key, {
    name: name ?? say('trial.somebody'),
    ...(count !== undefined && { count }),
    until: until ? dayWords(say.lang, until) : '',
    at: at ? momentWords(say.lang, at) : '',
  });
}

/** “By Friday 27 November, in 6 days”. */
function untilWords(say: Say, until: string): string {
  const days = daysUntil(until);
  const left = days === 0 ? say('my.next.today') : say('my.next.days', { count: days });
  return say('my.next.by', { until: dayWords(say.lang, until), left });
}
