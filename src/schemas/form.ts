import { z } from 'zod';
import { parts } from './parts.ts';
import { inEveryLanguage, slug } from './text.ts';

/** What an answer is: one line or several, one or more of a list, a number, a place, a field of work, and so on. */
const questionKinds = [
  'text', 'long-text', 'choice', 'choices', 'year', 'number', 'place', 'field', 'country', 'languages', 'yes-no', 'consent', 'education', 'group',
] as const; // prettier-ignore
export type QuestionKind = (typeof questionKinds)[number];

/** What one line of a group can be asked: whatever is answered in one field. */
const lineKinds = ['text', 'choice', 'year', 'number', 'country', 'field', 'yes-no'] as const;

/**
 * Why a question may be needed in one programme and not in another: the rule that reads its answer. `asks_gender` and
 * `life` are the programme's own wish.
 */
const wantedBy = ['asks_gender', 'gender', 'age', 'education', 'status', 'language', 'life'] as const;
export type WantedBy = (typeof wantedBy)[number];

export type Part = (typeof parts)[number];

const key = z.string().regex(/^[a-z_]{2,40}$/);
const value = z.string().regex(slug);

/** How many sentences a text has: help that is longer belongs on a page of its own. */
const sentences = (text: string) => text.split(/[.!?…](?:\s|$)/).filter((one) => one.trim()).length;
const help = inEveryLanguage.refine(
  (texts) => Object.values(texts).every((text) => sentences(text) <= 2),
  'at most two sentences in each language',
);

const option = z.strictObject({
  value: value.describe('What is stored.'),
  label: inEveryLanguage.describe('What the person reads.'),
  help: help.optional().describe('A line below it.'),
});

const asked = z
  .strictObject({
    key: key.describe('Name of the answer, small letters and underscores.'),
    kind: z
      .enum(questionKinds)
      .describe(
        'How it is answered. `consent` is a box to tick, with the exact words as its label; `group` asks the same few questions line by line.',
      ),
    label: inEveryLanguage.describe('The question.'),
    help: help.optional().describe('Why we ask, or what to write; at most two sentences.'),
    required: z.boolean().describe('Whether it must be answered before sending.'),
    min: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .describe('The least: characters of a text, a number or year, or how many of a list or lines.'),
    max: z
      .number()
      .int()
      .positive()
      .optional()
      .describe('The most, counted likewise. A year without one may be this year at the latest.'),
    options: z.array(option).min(2).optional().describe('What one can choose: for `choice` and `choices`.'),
    when: z
      .union([
        z.strictObject({
          question: key.describe('Key of an earlier question with options.'),
          is: z.array(value).min(1).describe('Asked only if that answer is, or has, one of these.'),
        }),
        z.strictObject({
          answered: z
            .array(key)
            .min(1)
            .describe('Keys of earlier questions: asked as soon as one of them is answered.'),
        }),
      ])
      .optional()
      .describe('Ask only after a certain answer.'),
    programmes: z.array(value).min(1).optional().describe('Ask only in these programmes.'),
    wants: z
      .strictObject({
        rule: z.enum(wantedBy).describe("The rule in the programme's file."),
        otherwise: z
          .literal('optional')
          .optional()
          .describe('Where no rule reads the answer: ask all the same, and let it be left open.'),
        why: help.optional().describe('Help where it may be left open, in place of `help`.'),
      })
      .optional()
      .describe('Ask only where a rule of the programme reads the answer.'),
  })
  .refine(
    ({ kind, options }) => (kind === 'choice' || kind === 'choices') === Boolean(options),
    'options belong to choice and choices, and only there',
  )
  .refine(
    ({ kind, max }) => (kind !== 'text' && kind !== 'long-text') || max !== undefined,
    'say how long a text may be: max',
  )
  .refine(
    ({ kind, min }) => (kind !== 'number' && kind !== 'year') || min !== undefined,
    'say the least number: min',
  )
  .refine(({ min = 0, max = Infinity }) => min <= max, 'min must not be greater than max')
  .refine(
    ({ options = [] }) => new Set(options.map((one) => one.value)).size === options.length,
    'a value stands twice among the options',
  );

const line = asked.refine(
  ({ kind, when, programmes, wants }) =>
    (lineKinds as readonly string[]).includes(kind) && !when && !programmes && !wants,
  `a line asks ${lineKinds.join(', ')}, and asks it always`,
);
/** Words of the group itself, which no question of its lines may be called. */
const taken = ['help', 'row', 'add'];

const question = asked
  .safeExtend({
    questions: z
      .array(line)
      .min(1)
      .max(6)
      .refine((lines) => isOnce(lines.map((one) => one.key)), 'a line asks the same twice')
      .refine((lines) => !lines.some((one) => taken.includes(one.key)), `no key may be ${taken.join(', ')}`)
      .optional()
      .describe('What each line of a `group` is asked.'),
    row: inEveryLanguage.optional().describe('What one line of a `group` is called; its number follows.'),
    add: inEveryLanguage.optional().describe('The button that adds a line to a `group`.'),
  })
  .refine(
    ({ kind, questions, row, add, max }) =>
      kind === 'group' ? Boolean(questions && row && add && max) : !questions && !row && !add,
    'questions, row, add and max belong to a group, which has all four',
  );
export type Question = z.infer<typeof question>;

const step = z.strictObject({
  key: value.describe('Name of the step, as it stands in the address after #.'),
  title: inEveryLanguage.describe('Heading of the page.'),
  questions: z.array(question).min(1).max(8).describe('What is asked on one page.'),
});

/** One form: steps of questions, the same in every language. Bump `version` whenever its questions change. */
export const form = z
  .strictObject({
    key: z.enum(parts).describe('Which part one applies for, the same as the file’s name.'),
    version: z
      .number()
      .int()
      .positive()
      .describe('Add one when questions change; applications keep the version they were written in.'),
    steps: z.array(step).min(1).max(12).describe('The pages, in order.'),
  })
  .refine(({ steps }) => isOnce(steps.map((one) => one.key)), 'two steps have the same key')
  .refine(({ steps }) => isOnce(questionsOf(steps).map((one) => one.key)), 'two questions have the same key')
  .refine(
    ({ steps }) =>
      questionsOf(steps).every((one, at, all) => !one.when || followsOn(one.when, all.slice(0, at))),
    'when must name earlier questions, and where it names values, those must be among the options',
  );
export type Form = z.infer<typeof form>;

const isOnce = (keys: readonly string[]) => new Set(keys).size === keys.length;
const questionsOf = (steps: readonly z.infer<typeof step>[]) => steps.flatMap((one) => one.questions);

function followsOn(when: NonNullable<Question['when']>, earlier: readonly Question[]): boolean {
  if ('answered' in when)
    return when.answered.every((one) => earlier.some((question) => question.key === one));
  const known = earlier.find((one) => one.key === when.question)?.options?.map((one) => one.value) ?? [];
  return when.is.every((one) => known.includes(one));
}
