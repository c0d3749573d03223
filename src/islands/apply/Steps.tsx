import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  answersFrom,
  askedSteps,
  typedFrom,
  type PageForm,
  type PageProgramme,
  type PageStep,
  type Typed,
} from '../../features/applications/model.ts';
import { problemsIn } from '../../features/applications/problems.ts';
import type { MyApplication, ToldLater } from '../../features/applications/rows.ts';
import type { Choices } from '../../features/people/choices.ts';
import { path } from '../../lib/urls.ts';
import type { Problem } from '../../ui/problems.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { useSay } from '../../ui/words.tsx';
import { SignedOut } from '../people/SignedOut.tsx';
import { Asks } from './Asks.tsx';
import { Kept } from './Kept.tsx';
import { OneStep } from './OneStep.tsx';
import { Review } from './Review.tsx';
import { useFields } from './useFields.ts';
import { useKeeping } from './useKeeping.ts';
import { useStep } from './useStep.ts';
import { stepKey } from './words.ts';

export interface Applying {
  application: MyApplication;
  form: PageForm;
  programme: PageProgramme;
  programmes: readonly PageProgramme[];
  choices: Choices;
  /** Whether I want to be told when the round opens; absent where somebody else writes for me. */
  reminded?: boolean;
  /** Programmes of which I want to be told when they may fit; absent as above. */
  fits?: readonly ToldLater[];
}
interface Props extends Applying {
  sent: () => Promise<void>;
}

/** A form, one page at a time, kept on the server as it is written. */
export function Steps({ sent, ...applying }: Props) {
  const { application, form, programme } = applying;
  const say = useSay();
  const [at, go] = useStep();
  const returning = useRef(false);
  const first = useMemo(() => typedFrom(form, application.answers), [application.id]);
  const [began] = useState(() => application.revision > 0);
  const [filled] = useState(() => Object.keys(application.answers).length > 0);
  const check = (typed: Typed): Problem[] => problemsOf(step(typed)?.questions ?? [], typed);
  const fields = useFields<Typed>({
    id: 'apply',
    start: first,
    check,
    typed: () => keeping.keep(),
    next: (typed) => {
      const rest = askedSteps(form, programme, typed);
      const next = rest[rest.findIndex(({ key }) => key === at) + 1]?.key ?? 'review';
      go(returning.current ? 'review' : next);
    },
  });
  const keeping = useKeeping({
    application,
    answers: () => answersFrom(askedSteps(form, programme, fields.latest()), fields.latest()),
    takeOver(theirs, mine) {
      const other = typedFrom(form, theirs);
      const own = Object.entries(fields.latest()).filter(([key]) => mine.has(key));
      fields.replace({ ...other, ...Object.fromEntries(own) });
    },
  });
  const { values } = fields;
  const steps = askedSteps(form, programme, values);
  const step = (typed: Typed) => askedSteps(form, programme, typed).find(({ key }) => key === at);
  const now = steps.findIndex(({ key }) => key === at);

  useEffect(() => {
    // Where she stopped: the first page that still wants something.
    if (at === 'review' || now >= 0) return;
    const open = steps.find(({ questions }) => problemsIn(questions, values).length > 0);
    history.replaceState(null, '', `#${(began ? open?.key : steps[0]?.key) ?? 'review'}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }, [at]);
  useEffect(() => {
    if (at === 'review') returning.current = false;
    fields.clear();
    void keeping.settle();
  }, [at]);
  useStepTitle(at, now, steps.length);

  const form_ = { ...fields, kept: keeping.kept, refusal: keeping.refusal };
  const { eligibility: standing, elsewhere, fitsOn } = keeping;
  const talk = { ...applying, typed: values, standing, elsewhere, fitsOn };
  const change = () => {
    returning.current = true;
  };
  return (
    <div class="applying">
      <div>
        {filled && <p class="notice">{say(began ? 'apply.restored' : 'apply.filled')}</p>}
        {keeping.merged && (
          <p class="notice" role="status">
            {say('apply.merged')}
          </p>
        )}
        <SignedOut form={form_} />
        {keeping.refusal && keeping.refusal.key !== 'offline' && (
          <p class="refusal" role="alert">
            {refusalWords(say, keeping.refusal)}
          </p>
        )}
        {at === 'review' ? (
          <Review {...talk} steps={steps} settle={keeping.settle} sent={sent} change={change} />
        ) : (
          now >= 0 && (
            <OneStep
              key={at}
              {...talk}
              fields={fields}
              step={steps[now] as PageStep}
              at={now}
              all={steps.length}
              back={steps[now - 1]?.key}
            />
          )
        )}
        <Kept {...keeping} />
      </div>
      <aside class="beside" aria-label={say('apply.asks')}>
        <details open={isWide()}>
          <summary>{say('apply.asks')}</summary>
          <Asks programme={programme} standing={keeping.eligibility} typed={values} />
        </details>
        <p>
          <a href={path(say.lang, 'programmes', programme.key)}>
            {programme.title} · {programme.country}
          </a>
        </p>
      </aside>
    </div>
  );
}

const problemsOf = (questions: PageStep['questions'], typed: Typed) =>
  problemsIn(questions, typed) as Problem[];

/** Where there is room, what is asked for stands open beside the form. */
const isWide = () => matchMedia('(min-width: 66rem)').matches;

/** The page's title says which step this is. */
function useStepTitle(at: string, nr: number, all: number) {
  const say = useSay();
  const [title] = useState(document.title);
  useEffect(() => {
    document.title =
      nr < 0
        ? `${say('apply.review')} · ${title}`
        : say('apply.page-title', { step: say(stepKey(at)), nr: nr + 1, all, title });
    return () => {
      document.title = title;
    };
  }, [at, nr, all]);
}
