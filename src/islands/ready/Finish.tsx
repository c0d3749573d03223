import { finishStep } from '../../features/onboarding/api.ts';
import type { OwnStep } from '../../schemas/onboarding-steps.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import type { Key } from '../../ui/words.tsx';
import type { StepProps } from './Going.tsx';

interface Props extends Pick<StepProps, 'preparation' | 'next'> {
  step: OwnStep;
  label?: Key;
}

/** The button that ends a step and goes to the next. */
export function Finish({ preparation: { part }, step, label = 'ready.continue', next }: Props) {
  const verb = useVerb();
  const finish = async () => {
    if (await verb.run(() => finishStep(part, step))) next();
  };
  return (
    <p class="buttons">
      <VerbButton label={label} state={verb} press={() => void finish()} />
    </p>
  );
}
