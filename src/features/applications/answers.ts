import type { Form, Question } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** One answer as a coordinator reads it: what was asked, and what was said. */
export interface AnswerLine {
  key: string;
  label: string;
  /** Several where she chose several. */
  said: string[];
  /** Several lines, as they were typed. */
  long: boolean;
}
export interface AnswerStep {
  key: string;
  title: string;
  lines: AnswerLine[];
}

/** What answers of each kind are called in the reader's language; the page knows these names. */
export interface AnswerNames {
  place: (key: string) => string;
  field: (code: string) => string;
  country: (code: string) => string;
  language: (code: string, level: string, use?: readonly string[]) => string;
  yesNo: (yes: boolean) => string;
  /** A word of a closed list that no form holds: `bachelor`, `partly`. */
  word: (list: string, value: string) => string;
}

/** The answers in the order and with the words of the form they were given in; what was not asked is not there. */
export function answerSteps(
  form: Form,
  answers: Record<string, unknown>,
  lang: Locale,
  names: AnswerNames,
): AnswerStep[] {
  return form.steps.flatMap(({ key, title, questions }) => {
    const lines = questions.flatMap((question) => {
      const said = saidIn(question, answers[question.key], lang, names);
      const long = question.kind === 'long-text';
      return said.length > 0 ? [{ key: question.key, label: question.label[lang], said, long }] : [];
    });
    return lines.length > 0 ? [{ key, title: title[lang], lines }] : [];
  });
}

/** An answer in words; empty where there is none. What no list knows is shown as it is. */
function saidIn(question: Question, answer: unknown, lang: Locale, names: AnswerNames): string[] {
  if (answer === null || answer === undefined || answer === '') return [];
  if (question.kind === 'choices')
    return (answer as unknown[]).map((value) => optionName(question, value, lang));
  if (question.kind === 'languages')
    return (answer as Spoken[]).map((spoken) => names.language(...pairOf(spoken), usesOf(spoken)));
  if (question.kind === 'group')
    return (answer as Record<string, unknown>[]).map((row) => rowSaid(question, row, lang, names));
  return [oneSaid(question, answer, lang, names)];
}

/** “Nurses · Syria · Years: 4”: a number alone would say nothing. */
function rowSaid(
  { questions = [] }: Question,
  row: Record<string, unknown>,
  lang: Locale,
  names: AnswerNames,
): string {
  return questions
    .flatMap((question) =>
      saidIn(question, row[question.key], lang, names).map((said) =>
        question.kind === 'number' ? `${question.label[lang]}: ${said}` : said,
      ),
    )
    .join(' · ');
}

const optionName = (question: Question, value: unknown, lang: Locale) =>
  question.options?.find((option) => option.value === value)?.label[lang] ?? String(value);

function oneSaid(question: Question, answer: unknown, lang: Locale, names: AnswerNames): string {
  switch (question.kind) {
    case 'choice':
      return optionName(question, answer, lang);
    case 'place':
      return names.place(String(answer));
    case 'field':
      return names.field(String(answer));
    case 'country':
      return names.country(String(answer));
    case 'yes-no':
    case 'consent':
      return names.yesNo(answer === true);
    case 'education':
      return Object.entries(answer as Record<string, string>)
        .map(([list, value]) => names.word(list, value))
        .join(', ');
    default:
      return String(answer);
  }
}

type Spoken = [code: string, level: string] | { language: string; level: string; use?: string[] };
const pairOf = (spoken: Spoken): [string, string] =>
  Array.isArray(spoken) ? spoken : [spoken.language, spoken.level];
const usesOf = (spoken: Spoken): string[] => (Array.isArray(spoken) ? [] : (spoken.use ?? []));
