import { isEmpty } from './empty.ts';
import type { ProgrammeRounds } from './rounds.ts';
import type { Part, Question, QuestionKind, WantedBy } from '../../schemas/form.ts';
import { languageUses } from '../../schemas/vocabulary.ts';

/**
 * A question without its words: those are sentences of the page, `ask.<key>`, `ask.<key>.help`, `ask.<key>.<value>`, and
 * `ask.<key>.<question>` for what the lines of a group are asked.
 */
export interface PageQuestion extends Pick<Question, 'key' | 'required' | 'min' | 'max' | 'when'> {
  kind: QuestionKind;
  options?: string[];
  programmes?: string[];
  wants?: WantedBy;
  /** Asked where no rule wants it, too; it may be left open there. */
  otherwise?: 'optional';
  /** What each line of a group is asked. */
  questions?: PageQuestion[];
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
  /** What she says of it besides: a few of `languageUses`. */
  use?: string[];
}
/** One line of a group: a field for each of its questions, as it was typed. */
export type Row = Record<string, string>;
export interface Schooling {
  level: string;
  where: string;
  recognised: string;
}
/** What a field holds while it is filled in: numbers and years as they were typed, yes and no as words. */
export type Held = string | string[] | boolean | Line[] | Schooling | Row[];
export type Typed = Record<string, Held>;
/** What is stored and sent. A question that is not answered is not there. */
export type Answers = Record<string, unknown>;

export const educationLevels = ['none', 'trade-certificate', 'bachelor', 'master', 'doctorate'] as const;
export const educationPlaces = ['home', 'here', 'both'] as const;
export const recognitions = ['yes', 'partly', 'no', 'not-needed'] as const;

/** The steps and questions a person is asked in this programme, given what she has said so far. */
export function askedSteps(form: PageForm, programme: PageProgramme, typed: Typed): PageStep[] {
  const asked = new Set<string>();
  const isAsked = (question: PageQuestion): PageQuestion[] => {
    const { key, programmes, wants, otherwise, when } = question;
    const needless = wants && !programme.wants.includes(wants);
    if (programmes && !programmes.includes(programme.key)) return [];
    if (needless && !otherwise) return [];
    if (when && !holds(when, asked, typed)) return [];
    asked.add(key);
    return [needless ? { ...question, required: false } : question];
  };
  return form.steps
    .map((step) => ({ ...step, questions: step.questions.flatMap(isAsked) }))
    .filter(({ questions }) => questions.length > 0);
}

function holds(when: NonNullable<Question['when']>, asked: ReadonlySet<string>, typed: Typed): boolean {
  if ('answered' in when) return when.answered.some((key) => asked.has(key) && !isEmpty(typed[key] ?? ''));
  return asked.has(when.question) && says(typed[when.question], when.is);
}

const says = (held: Held | undefined, values: readonly string[]) =>
  ([held].flat() as unknown[]).some((one) => values.includes(String(one)));

/** Every question's field, filled with what is stored; what does not fit its kind is left out. */
export function typedFrom(form: PageForm, answers: Answers): Typed {
  const questions = form.steps.flatMap((step) => step.questions);
  return Object.fromEntries(
    questions.map((question) => [question.key, heldFrom(question, answers[question.key])]),
  );
}

function heldFrom(question: PageQuestion, answer: unknown): Held {
  switch (question.kind) {
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
    case 'group':
      return rowsFrom(question, answer);
    default:
      return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  }
}

function linesFrom(answer: unknown): Line[] {
  const lines = (Array.isArray(answer) ? (answer as unknown[]) : []).map((one): Line => {
    const [language, level, use] = Array.isArray(one)
      ? (one as unknown[])
      : [pick(one, 'language'), pick(one, 'level'), pick(one, 'use')];
    const uses = Array.isArray(use) ? languageUses.filter((known) => use.includes(known)) : [];
    return { language: text(language), level: text(level), ...(uses.length > 0 && { use: uses }) };
  });
  return lines.length > 0 ? lines : [{ language: '', level: '' }];
}

const schoolingFrom = (answer: unknown): Schooling => ({
  level: text(pick(answer, 'level')),
  where: text(pick(answer, 'where')),
  recognised: text(pick(answer, 'recognised')),
});

/** What is needed begins with a line to fill in. */
function rowsFrom({ questions = [], required }: PageQuestion, answer: unknown): Row[] {
  const rows = (Array.isArray(answer) ? (answer as unknown[]) : []).map((row): Row =>
    Object.fromEntries(questions.map((one) => [one.key, heldFrom(one, pick(row, one.key)) as string])),
  );
  return rows.length === 0 && required ? [emptyRow(questions)] : rows;
}

export const emptyRow = (questions: readonly PageQuestion[]): Row =>
  Object.fromEntries(questions.map(({ key }) => [key, '']));

const pick = (value: unknown, key: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[key];
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * What is to be stored of what is typed: only questions that are asked, only what has the shape of its kind, and
 * nothing that waits for a yes of its own. A text that is still too long is kept as far as it may go.
 */
export function answersFrom(steps: readonly PageStep[], typed: Typed): Answers {
  const all = steps.flatMap((step) => step.questions);
  const waiting = all.flatMap((question) => (typed[question.key] === true ? [] : hangsOn(question)));
  const questions = all.filter(({ key }) => !waiting.includes(key));
  const said = questions.map(
    (question) => [question.key, answerFrom(question, typed[question.key])] as const,
  );
  return Object.fromEntries(said.filter(([, answer]) => answer !== undefined));
}

/** The answers that a consent is about, where it is asked because of them. */
export const hangsOn = ({ kind, when }: PageQuestion): string[] =>
  kind === 'consent' && when && 'answered' in when ? when.answered : [];

function answerFrom({ kind, max, questions = [] }: PageQuestion, held: Held | undefined): unknown {
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
      const lines = (held as Line[])
        .filter(({ language, level }) => language || level)
        .map(({ use = [], ...line }) => (use.length > 0 ? { ...line, use } : line));
      return lines.length > 0 ? lines : undefined;
    }
    case 'education':
      return schooling(held as Schooling);
    case 'group': {
      const rows = (held as Row[]).map((row) => answersFrom([{ key: '', questions }], row));
      const said = rows.filter((row) => Object.keys(row).length > 0);
      return said.length > 0 ? said : undefined;
    }
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
