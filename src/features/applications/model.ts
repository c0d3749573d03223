import type { ProgrammeRounds } from './rounds.ts';
import type { Part, Question, QuestionKind, WantedBy } from '../../schemas/form.ts';

/** A question without its words: those are sentences of the page, `ask.<key>`, `ask.<key>.help`, `ask.<key>.<value>`. */
export interface PageQuestion extends Pick<Question, 'key' | 'required' | 'min' | 'max' | 'when'> {
  kind: QuestionKind;
  options?: string[];
  programmes?: string[];
  wants?: WantedBy;
}
export interface PageStep {
  key: string;
  questions: PageQuestion[];
}
/** A form as its page carries it. */
export interface PageForm {
  part: Part;
  version: number;
  steps: PageStep[];
}

/** What the page of a form knows of a programme. */
export interface PageProgramme {
  key: string;
  title: string;
  /** For whom it is, said to whoever applies. */
  forWhom: string;
  country: string;
  regions: string[];
  /** Rules that make a question needed. */
  wants: WantedBy[];
  /** What the programme asks for, a rule each, in words. */
  asks: { rule: string; text: string }[];
  /** How long and how often, in short. */
  course: string[];
  /** Within how many days the programme promises an answer. */
  days: number;
  /** Whether one usually comes in through a partner; never for mentors. */
  byPartner: boolean;
  /** When it takes people in; null where that is every day, as it is for mentors. */
  rounds: ProgrammeRounds | null;
}

export interface Line {
  language: string;
  level: string;
}
export interface Schooling {
  level: string;
  where: string;
  recognised: string;
}
/** What a field holds while it is filled in: numbers and years as they were typed, yes and no as words. */
export type Held = string | string[] | boolean | Line[] | Schooling;
export type Typed = Record<string, Held>;
/** What is stored and sent. A question that is not answered is not there. */
export type Answers = Record<string, unknown>;

export const educationLevels = ['none', 'trade-certificate', 'bachelor', 'master', 'doctorate'] as const;
export const educationPlaces = ['home', 'here', 'both'] as const;
export const recognitions = ['yes', 'partly', 'no', 'not-needed'] as const;

/** The steps and questions a person is asked in this programme, given what she has said so far. */
export function askedSteps(form: PageForm, programme: PageProgramme, typed: Typed): PageStep[] {
  const asked = new Set<string>();
  const isAsked = ({ key, programmes, wants, when }: PageQuestion) => {
    if (programmes && !programmes.includes(programme.key)) return false;
    if (wants && !programme.wants.includes(wants)) return false;
    if (when && !(asked.has(when.question) && says(typed[when.question], when.is))) return false;
    asked.add(key);
    return true;
  };
  return form.steps
    .map((step) => ({ ...step, questions: step.questions.filter(isAsked) }))
    .filter(({ questions }) => questions.length > 0);
}

const says = (held: Held | undefined, values: readonly string[]) =>
  ([held].flat() as unknown[]).some((one) => values.includes(String(one)));

/** Every question's field, filled with what is stored; what does not fit its kind is left out. */
export function typedFrom(form: PageForm, answers: Answers): Typed {
  const questions = form.steps.flatMap((step) => step.questions);
  return Object.fromEntries(questions.map(({ key, kind }) => [key, heldFrom(kind, answers[key])]));
}

function heldFrom(kind: QuestionKind, answer: unknown): Held {
  switch (kind) {
    case 'choices':
      return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [];
    case 'consent':
      return answer === true;
    case 'yes-no':
      return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : '';
    case 'languages':
      return linesFrom(answer);
    case 'education':
      return schoolingFrom(answer);
    default:
      return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  }
}

function linesFrom(answer: unknown): Line[] {
  const lines = (Array.isArray(answer) ? (answer as unknown[]) : []).map((one): Line => {
    const [language, level] = Array.isArray(one)
      ? (one as unknown[])
      : [pick(one, 'language'), pick(one, 'level')];
    return { language: text(language), level: text(level) };
  });
  return lines.length > 0 ? lines : [{ language: '', level: '' }];
}

const schoolingFrom = (answer: unknown): Schooling => ({
  level: text(pick(answer, 'level')),
  where: text(pick(answer, 'where')),
  recognised: text(pick(answer, 'recognised')),
});

const pick = (value: unknown, key: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[key];
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * What is to be stored of what is typed: only questions that are asked, only what has the shape of its kind. A text that
 * is still too long is kept as far as it may go.
 */
export function answersFrom(steps: readonly PageStep[], typed: Typed): Answers {
  const questions = steps.flatMap((step) => step.questions);
  const said = questions.map(
    (question) => [question.key, answerFrom(question, typed[question.key])] as const,
  );
  return Object.fromEntries(said.filter(([, answer]) => answer !== undefined));
}

function answerFrom({ kind, max }: PageQuestion, held: Held | undefined): unknown {
  switch (kind) {
    case 'choices': {
      const chosen = (held as string[]).slice(0, max);
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'consent':
      return held === true ? true : undefined;
    case 'yes-no':
      return held === '' ? undefined : held === 'yes';
    case 'year':
    case 'number': {
      const number = numberTyped(held as string);
      return number === null ? undefined : number;
    }
    case 'languages': {
      const lines = (held as Line[]).filter(({ language, level }) => language || level);
      return lines.length > 0 ? lines : undefined;
    }
    case 'education':
      return schooling(held as Schooling);
    default: {
      const words = (held as string).trim().slice(0, max);
      return words === '' ? undefined : words;
    }
  }
}

/** Without an education nothing was recognised; one from here needs no recognition. */
function schooling({ level, where, recognised }: Schooling): Partial<Schooling> | undefined {
  if (level === '') return undefined;
  if (level === 'none') return { level };
  const recognition = where === 'here' ? 'not-needed' : recognised;
  return { level, ...(where && { where }), ...(recognition && { recognised: recognition }) };
}

/** A whole number of at most six digits, forgiving what people add: “4 hours”, “ 4”. `null` is none. */
export function numberTyped(typed: string): number | null {
  const digits = /^\s*(\d{1,6})(?![\d.,])\D*$/.exec(typed)?.[1];
  return digits === undefined ? null : Number(digits);
}
