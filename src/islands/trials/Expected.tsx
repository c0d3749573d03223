import type { Expects, TrialRow } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { expectedThings } from '../../schemas/expected-things.ts';
import { useSay } from '../../ui/words.tsx';
import { Quote } from '../requests/Quote.tsx';

/** What each of the two expects, side by side; what both chose stands first. Nothing where neither has said anything. */
export function Expected({ trial, name }: { trial: TrialRow; name: string }) {
  const say = useSay();
  const [mine, theirs] =
    trial.i_am === 'mentee'
      ? [trial.mentee_expects, trial.mentor_expects]
      : [trial.mentor_expects, trial.mentee_expects];
  if (!mine && !theirs) return null;
  const things = expectedThings
    .map((thing) => ({ thing, who: whose(thing, mine, theirs) }))
    .filter(({ who }) => who !== null)
    .sort((a, b) => Number(b.who === 'both') - Number(a.who === 'both'));
  return (
    <section class="inset expected">
      <h4>{say('expect.title')}</h4>
      <ul class="plain">
        {things.map(({ thing, who }) => (
          <li key={thing} class={who ?? undefined}>
            {say(`expect.${thing}`)} <span class="pill">{say(`expect.${who ?? 'both'}`, { name })}</span>
          </li>
        ))}
      </ul>
      <Quote label={say('expect.mine.words')} text={mine?.words} />
      <Quote label={say('expect.theirs.words', { name })} text={theirs?.words} />
      {!mine && <p>{say('expect.mine.none')}</p>}
      {!theirs && <p>{say('expect.theirs.none', { name })}</p>}
      <p class="links">
        <a href={`${path(say.lang, 'my', 'ready')}#expectations`}>{say('expect.change')}</a>
      </p>
    </section>
  );
}

function whose(
  thing: Expects['chosen'][number],
  mine: Expects | null,
  theirs: Expects | null,
): 'both' | 'mine' | 'theirs' | null {
  const [i, other] = [mine?.chosen.includes(thing), theirs?.chosen.includes(thing)];
  return i && other ? 'both' : i ? 'mine' : other ? 'theirs' : null;
}
