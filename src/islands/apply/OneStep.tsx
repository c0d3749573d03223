import { useEffect, useRef } from 'preact/hooks';
import type { PageQuestion, PageStep, Row, Typed } from '../../features/applications/model.ts';
import { fieldOfRow } from '../../features/applications/problems.ts';
import type { Standing } from '../../features/applications/rows.ts';
import { unmetIn } from '../../features/applications/rules.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { Question } from './Question.tsx';
import { Stones } from './Stones.tsx';
import type { Applying } from './Steps.tsx';
import { Unmet } from './Unmet.tsx';
import { askKey, nameKey, rowName, stepKey } from './words.ts';

interface Props extends Applying {
  fields: Form<Typed>;
  typed: Typed;
  standing: Standing | null;
  elsewhere: string[];
  fitsOn: string | null;
  step: PageStep;
  at: number;
  all: number;
  /** The step before, if there is one. */
  back: string | undefined;
}

/** One page of the form: its questions, and what their answers mean for this programme as soon as that is known. */
export function OneStep({ fields, step, at, all, back, standing, ...applying }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body || at > 0) heading.current?.focus({ preventScroll: true });
    document.querySelector('.applying')?.scrollIntoView();
  }, []);
  const labels = Object.fromEntries(
    step.questions.flatMap((question) => labelsOf(say, question, fields.values)),
  );
  const rules = unmetIn(standing, step);
  return (
    <>
      {back && (
        <p class="back">
          <a href={`#${back}`}>{say('apply.back')}</a>
        </p>
      )}
      <Stones at={at} all={all} />
      <form
        class="sheet one-step"
        data-step={step.key}
        noValidate
        onSubmit={(event) => void fields.submit(event)}
      >
        <ErrorSummary form={fields} labels={labels} />
        <h2 tabIndex={-1} ref={heading}>
          {say(stepKey(step.key))}
        </h2>
        {step.questions.map((question) => (
          <Question
            key={question.key}
            form={fields}
            question={question}
            programme={applying.programme}
            choices={applying.choices}
          />
        ))}
        {rules.length > 0 && <Unmet {...applying} rules={rules} />}
        <p class="buttons">
          <button type="submit" class="button">
            {say('apply.continue')}
          </button>
        </p>
      </form>
    </>
  );
}

/** What a question's fields are called in the summary: its own name, then those of its lines, “Job 2: Which country?”. */
function labelsOf(
  say: Say,
  question: PageQuestion,
  typed: Typed,
): [field: string, label: Key | { words: string }][] {
  const { key, kind, questions = [] } = question;
  const rows = kind === 'group' ? (typed[key] as Row[]) : [];
  return [
    [key, nameKey(question)],
    ...rows.flatMap((_, nr) =>
      questions.map((one): [string, { words: string }] => [
        fieldOfRow(key, nr, one.key),
        { words: `${rowName(say, key, nr)}: ${say(askKey(key, one.key))}` },
      ]),
    ),
  ];
}
