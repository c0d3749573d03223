import type { PageCourse } from '../../features/onboarding/about.ts';
import { finishStep } from '../../features/onboarding/api.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { useFields } from '../apply/useFields.ts';
import type { StepProps } from './Going.tsx';

type Answers = Record<string, string>;

/**
 * One to four texts to read, and a few questions to think about. Whoever goes off to read finds her ticks again: they are
 * a draft until the step is done, and then only that it is done is kept.
 */
export function CourseStep({ preparation: { part }, programme, drafts, next }: StepProps) {
  const say = useSay();
  const courses = programme.courses[part];
  const labels = Object.fromEntries(
    courses.flatMap(({ questions }, nr) => questions.map(({ ask }, at) => [`${nr}-${at}`, { words: ask }])),
  );
  const names = Object.keys(labels);
  const verb = useVerb();
  const name = `course-${part}`;
  const draft = useDraft(name);
  const finish = async () => {
    if (await verb.run(() => draft.sendWith(() => finishStep(part, 'course')))) next();
    else draft.keep(form.latest());
  };
  const form = useFields<Answers>({
    id: 'course',
    start: Object.fromEntries(names.map((at) => [at, tickIn(drafts[name], at)])),
    typed: draft.keep,
    check: (answers) =>
      names
        .filter((name) => !answers[name])
        .map((field) => ({ field, key: 'form.choose-some' as Key, params: {} })),
    next: () => void finish(),
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <p>{say('ready.course.text')}</p>
      {courses.map((course, nr) => (
        <Text
          key={course.href}
          course={course}
          nr={nr}
          answers={form.values}
          wrong={form.problems.map(({ field }) => field)}
          answer={form.set}
        />
      ))}
      <p class="buttons">
        <button type="submit" class="button" aria-disabled={verb.busy}>
          {say('ready.continue')}
        </button>
      </p>
      {verb.refusal && <VerbButton label="form.try-again" state={verb} press={() => void finish()} />}
    </form>
  );
}

/** The number of an answer, as it was kept; the questions may have changed meanwhile. */
function tickIn(kept: Record<string, unknown> | undefined, at: string): string {
  const tick = kept?.[at];
  return typeof tick === 'string' && /^\d$/.test(tick) ? tick : '';
}

interface TextProps {
  course: PageCourse;
  nr: number;
  answers: Answers;
  wrong: string[];
  answer: (name: string, value: string) => void;
}

function Text({ course, nr, ...rest }: TextProps) {
  const say = useSay();
  return (
    <section class="course">
      <h3>{course.title}</h3>
      <p>{course.summary}</p>
      <p>
        <a href={course.href}>{say('ready.read-it', { count: course.minutes })}</a>
      </p>
      {course.questions.map((question, at) => (
        <Question key={at} name={`${nr}-${at}`} question={question} {...rest} />
      ))}
    </section>
  );
}

/** A question; after any answer it says what the text says, as one would among colleagues. */
function Question({
  name,
  question,
  answers,
  wrong,
  answer,
}: Omit<TextProps, 'course' | 'nr'> & { name: string; question: PageCourse['questions'][number] }) {
  const say = useSay();
  const chosen = question.answers[Number(answers[name] || NaN)];
  const isWrong = wrong.includes(name);
  return (
    <fieldset
      class={isWrong ? 'field wrong' : 'field'}
      aria-describedby={isWrong ? `course-${name}-error` : undefined}
    >
      <legend>{question.ask}</legend>
      {isWrong && (
        <p class="error" id={`course-${name}-error`}>
          {say('form.choose-some')}
        </p>
      )}
      <div class="options">
        {question.answers.map(({ text }, nr) => (
          <label class="option" key={nr}>
            <input
              type="radio"
              id={nr === 0 ? `course-${name}` : undefined}
              name={`course-${name}`}
              checked={answers[name] === String(nr)}
              onChange={() => answer(name, String(nr))}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <div role="status" class="because">
        {chosen && (
          <p>
            <strong>{say(chosen.right ? 'ready.course.right' : 'ready.course.other')}</strong>{' '}
            {question.because}
          </p>
        )}
      </div>
    </fieldset>
  );
}
