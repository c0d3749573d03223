import { sayReady } from '../../features/onboarding/api.ts';
import { openSteps } from '../../features/onboarding/model.ts';
import { path } from '../../lib/urls.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import type { StepProps } from './Going.tsx';

/** The last question. “Not yet” is an answer, and a person follows it up. */
export function ReadinessStep({ preparation, next }: StepProps) {
  const say = useSay();
  const { part, not_yet: notYet, done } = preparation;
  const yes = useVerb();
  const no = useVerb();
  const left = openSteps(preparation).filter((step) => step !== 'readiness');
  const ready = async () => {
    if (await yes.run(() => sayReady(part, true))) next();
  };
  if (left.length > 0)
    return (
      <>
        <p>{say('ready.readiness.first')}</p>
        <ul>
          {left.map((step) => (
            <li key={step}>
              <a href={`#${step}`}>{say(`ready.step.${step}`)}</a>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <p>{say(`ready.readiness.text.${part}`)}</p>
      {notYet && (
        <div class="notice" role="status">
          <p>{say('ready.readiness.noted')}</p>
          <p>
            <a href={path(say.lang, 'handbook', 'the-first-hour')}>{say('ready.readiness.meanwhile')}</a>
          </p>
        </div>
      )}
      <div class="buttons">
        <VerbButton label="ready.readiness.yes" state={yes} press={() => void ready()} />
        {!notYet && !done.readiness && (
          <VerbButton
            label="ready.readiness.no"
            quiet
            state={no}
            press={() => void no.run(() => sayReady(part, false))}
          />
        )}
      </div>
    </>
  );
}
