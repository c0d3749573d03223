import { useState } from 'preact/hooks';
import { agreeTrial } from '../../features/trials/api.ts';
import type { TrialRow } from '../../lib/api/rows.ts';
import { focusSoon } from '../../ui/focus.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { ProposeForm } from './ProposeForm.tsx';

interface Props {
  trial: TrialRow;
  moment: string;
  draft?: Record<string, unknown> | undefined;
}

/** Either proposes a time and a place; the other agrees or proposes another. */
export function Plan({ trial, moment, draft }: Props) {
  const say = useSay();
  const [wanted, setWanted] = useState(draft !== undefined);
  // A time that passes unanswered while the page is open has to be proposed anew.
  const proposing = wanted || moment === 'plan';
  const propose = () => {
    setWanted(true);
    focusSoon(`plan-${trial.id}-day`);
  };
  return (
    <>
      {moment === 'agree' && !proposing && (
        <div class="buttons">
          <Verb label="trial.agree" done="trial.agreed" verb={() => agreeTrial(trial.id, trial.plan)} />
          <button type="button" class="button quiet" onClick={propose}>
            {say('trial.propose-another')}
          </button>
        </div>
      )}
      {(moment === 'agree-awaited' || moment === 'meet') && !proposing && (
        <button type="button" class="link" onClick={propose}>
          {say('trial.change')}
        </button>
      )}
      {moment === 'say' && !proposing && (
        <button type="button" class="link" onClick={propose}>
          {say('trial.not-met')}
        </button>
      )}
      {proposing && (
        <ProposeForm
          trial={trial}
          draft={draft}
          close={moment === 'plan' ? undefined : () => setWanted(false)}
        />
      )}
    </>
  );
}
