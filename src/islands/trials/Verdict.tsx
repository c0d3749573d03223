import { sayGoOn } from '../../features/trials/api.ts';
import type { TrialRow } from '../../lib/api/rows.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';

/** Go on? The other hears what I say only once both have said it. */
export function Verdict({ trial, name, leave }: { trial: TrialRow; name: string; leave: () => void }) {
  const say = useSay();
  return (
    <div class="verdict">
      <p>{say(trial.other_has_said ? 'trial.other-has-said' : 'trial.verdict', { name })}</p>
      <div class="buttons">
        <Verb label="trial.go-on" about={name} done="trial.said" verb={() => sayGoOn(trial.id)} />
        <button type="button" class="button quiet" onClick={leave}>
          {say('trial.not-us')}
          <span class="visually-hidden"> {name}</span>
        </button>
      </div>
    </div>
  );
}
