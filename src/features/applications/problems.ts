import { isVisible } from '../../lib/bidi.ts';
import { numberTyped, type Held, type Line, type PageQuestion, type Schooling, type Typed } from './model.ts';

/** What is wrong with an answer, as a key of the form's words. */
export interface AnswerProblem {
  field: string;
  key: string;
  params: Record<string, string | number>;
}

/** What has to be put right before going on: at most one line a question, in their order. */
export function problemsIn(
  questions: readonly PageQuestion[],
  typed: Typed,
  thisYear = new Date().getFullYear(),
): AnswerProblem[] {
  return questions.flatMap((question) => {
    const found = problemOf(question, typed[question.key] ?? '', thisYear);
    return found ? [{ field: question.key, params: {}, ...found }] : [];
  });
}

/** Lengths of an answer to a coordinator's question, as `answer_application` has them. */
export const replyLimits = { min: 2, max: 2000 };

/** What is wrong with such an answer. */
export function replyProblems(message: string): AnswerProblem[] {
  const found = isEmpty(message) ? { key: 'form.missing' } : textProblem(message, replyLimits);
  return found ? [{ field: 'message', params: {}, ...found }] : [];
}

type Found = Pick<AnswerProblem, 'key'> & Partial<AnswerProblem>;

function problemOf(question: PageQuestion, held: Held, thisYear: number): Found | null {
  const { kind, required } = question;
  if (isEmpty(held)) return required ? { key: missing[kind] ?? 'form.missing' } : null;
  if (kind === 'languages') return linesProblem(held as Line[], required);
  if (kind === 'education') return schoolingProblem(held as Schooling);
  if (kind === 'choices') return listProblem(held as string[], question);
  if (kind === 'text' || kind === 'long-text') return textProblem(held as string, question);
  if (kind === 'number') return numberProblem(held as string, question);
  if (kind === 'year')
    return numberProblem(held as string, { min: question.min, max: question.max ?? thisYear });
  return null;
}

/** What is said of a question that must be answered and is not. */
const missing: Partial<Record<PageQuestion['kind'], string>> = {
  choice: 'apply.choose-one',
  choices: 'form.choose-some',
  'yes-no': 'apply.choose-one',
  consent: 'apply.consent-needed',
  place: 'form.choose-from-list',
  field: 'form.choose-from-list',
  country: 'form.choose-from-list',
  education: 'apply.choose-one',
};

/** Nothing typed, ticked or chosen. */
export function isEmpty(held: Held): boolean {
  if (typeof held === 'boolean') return !held;
  if (typeof held === 'string') return !isVisible(held);
  if (Array.isArray(held)) return held.every((one) => typeof one !== 'string' && !one.language && !one.level);
  return held.level === '';
}

type Range = Pick<PageQuestion, 'min' | 'max'>;

function textProblem(held: string, { min = 0, max = Infinity }: Range): Found | null {
  const count = held.trim().length;
  if (count < min) return { key: 'form.too-short', params: { min, count } };
  return count > max ? { key: 'form.too-long', params: { max, over: count - max } } : null;
}

function numberProblem(held: string, { min = 0, max = Infinity }: Range): Found | null {
  const number = numberTyped(held);
  if (number === null) return { key: 'form.whole-number' };
  // A year is a name, not a quantity: “2,026” would be wrong.
  if (number < min) return { key: 'form.too-low', params: { min: String(min) } };
  return number > max ? { key: 'form.too-high', params: { max: String(max) } } : null;
}

function listProblem(held: string[], { min = 0, max = Infinity }: Range): Found | null {
  if (held.length < min) return { key: 'form.choose-some' };
  return held.length > max ? { key: 'form.choose-fewer', params: { max } } : null;
}

function linesProblem(lines: Line[], required: boolean): Found | null {
  if (lines.some(({ language, level }) => !language !== !level)) return { key: 'form.row-unfinished' };
  const named = lines.map(({ language }) => language).filter(Boolean);
  if (required && named.length < lines.length) return { key: 'form.row-unfinished' };
  return new Set(named).size < named.length ? { key: 'form.language-twice' } : null;
}

function schoolingProblem({ level, where, recognised }: Schooling): Found | null {
  if (level === 'none') return null;
  return where === '' || (where !== 'here' && recognised === '')
    ? { key: 'apply.education-unfinished' }
    : null;
}
