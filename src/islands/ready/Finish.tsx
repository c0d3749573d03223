import { finishStep } from '../../features/onboarding/api.ts';
import type { OwnStep } from '../../schemas/onboarding-steps.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import type { Key } from '../../ui/words.tsx';
import type { StepProps } from './Going.tsx';

interface Props extends Pick<StepProps, 'preparation' | 'next'> {
  step: OwnStep;
  /** What is kept before. */
  first?: () => Promise<unknown>;
  label?: Key;
}

/** The button that ends a step and goes to the next. */
export function Finish({ preparation: { part }, step, first, label = 'ready.continue', next }: Props) {
  const verb = useVerb();
  const finish = async () => {
    const work = async () => {
      await first?.();
      await finishStep(part, step);
    };
    if (await verb.run(work)) next();
  };
  return (
    <p class="buttons">
      <VerbButton label={label} state={verb} press={() => void finish()} />
    </p>
  );
}
