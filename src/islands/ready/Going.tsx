import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageProgramme } from '../../features/onboarding/about.ts';
import { endOf, ownStepsOf, stepAfter, stepAt } from '../../features/onboarding/model.ts';
import type { MyPreparations, Preparation } from '../../features/onboarding/rows.ts';
import type { OwnStep } from '../../schemas/onboarding-steps.ts';
import { useSay } from '../../ui/words.tsx';
import { Stones } from '../apply/Stones.tsx';
import { useStep } from '../apply/useStep.ts';
import { AccessStep } from './AccessStep.tsx';
import { BoundariesStep } from './BoundariesStep.tsx';
import { CourseStep } from './CourseStep.tsx';
import { End } from './End.tsx';
import { ExpectationsStep } from './ExpectationsStep.tsx';
import { PictureStep } from './PictureStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { ReadinessStep } from './ReadinessStep.tsx';
import { Way } from './Way.tsx';

/** What every step is given; `next` goes on when it is done. */
export interface StepProps {
  preparation: Preparation;
  programme: PageProgramme;
  picture: MyPreparations['picture'];
  /** What was typed and ticked and not sent, by the form's name. */
  drafts: MyPreparations['drafts'];
  next: () => void;
}

const steps: Record<OwnStep, (props: StepProps) => preact.JSX.Element> = {
  course: CourseStep,
  boundaries: BoundariesStep,
  expectations: ExpectationsStep,
  access: AccessStep,
  picture: PictureStep,
  preview: PreviewStep,
  readiness: ReadinessStep,
};

/** The step the address names, or the first that is left; at the end what comes then. Beside it the whole way. */
export function Going(props: Omit<StepProps, 'next'>) {
  const { preparation, programme } = props;
  const say = useSay();
  const [asked, go] = useStep();
  const own = ownStepsOf(preparation);
  const at = stepAt(preparation, asked);
  useStepTitle(at ? say(`ready.step.${at}`) : undefined);
  return (
    <div class="applying">
      <div>
        <p class="kicker">{say(`ready.as.${preparation.part}`, { programme: programme.title })}</p>
        {at ? (
          <Step
            key={at}
            {...props}
            at={at}
            nr={own.indexOf(at)}
            all={own.length}
            next={() => go(stepAfter(preparation, at) ?? endOf(preparation.part))}
          />
        ) : (
          <End preparation={preparation} programme={programme} />
        )}
      </div>
      <Way preparation={preparation} at={at} />
    </div>
  );
}

/** One step on its sheet. The heading takes the focus, so that whoever listens knows where she is. */
function Step({ at, nr, all, ...props }: StepProps & { at: OwnStep; nr: number; all: number }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body || nr > 0) heading.current?.focus({ preventScroll: true });
    if (nr > 0) document.querySelector('.applying')?.scrollIntoView();
  }, []);
  const Body = steps[at];
  return (
    <>
      <Stones at={nr} all={all} />
      <section class="sheet one-step">
        <h2 tabIndex={-1} ref={heading}>
          {say(`ready.step.${at}`)}
        </h2>
        <Body {...props} />
      </section>
    </>
  );
}

/** The page's title says which step this is. */
function useStepTitle(step: string | undefined) {
  const [title] = useState(document.title);
  useEffect(() => {
    document.title = step ? `${step} · ${title}` : title;
    return () => {
      document.title = title;
    };
  }, [step]);
}
