import { isEmpty } from './empty.ts';
import {
  numberTyped,
  type Held,
  type Line,
  type PageQuestion,
  type Row,
  type Schooling,
  type Typed,
} from './model.ts';

/** What is wrong with an answer, as a key of the form's words; `field` may be one of a group's line, `experience-0-work`. */
export interface AnswerProblem {
  field: string;
  key: string;
  params: Record<string, string | number>;
}

/** What has to be put right before going on: at most one line a field, in their order. */
export function problemsIn(
  questions: readonly PageQuestion[],
  typed: Typed,
  thisYear = new Date().getFullYear(),
): AnswerProblem[] {
  return questions.flatMap((question) => {
    const held = typed[question.key] ?? '';
    if (question.kind === 'group' && !isEmpty(held)) return rowProblems(question, held as Row[], thisYear);
    const found = problemOf(question, held, thisYear);
    return found ? [{ field: question.key, params: {}, ...found }] : [];
  });
}

/** Lines that say something are held against what each is asked; a line nobody wrote in is none. */
function rowProblems({ key, questions = [] }: PageQuestion, rows: readonly Row[], thisYear: number) {
  return rows.flatMap((row, nr) =>
    isEmpty([row])
      ? []
      : problemsIn(questions, row, thisYear).map((found) => ({
          ...found,
          field: fieldOfRow(key, nr, found.field),
        })),
  );
}

/** The field of a question in a line of a group, as problems and the page name it. */
export const fieldOfRow = (group: string, nr: number, key: string): string => `${group}-${nr}-${key}`;

/** Whether a problem is this question's, or one of its lines'. Keys have no hyphens. */
export const isAbout = ({ field }: Pick<AnswerProblem, 'field'>, key: string): boolean =>
  field.split('-')[0] === key;

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
