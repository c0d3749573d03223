import { z } from 'zod';
import { audiences } from './article.ts';
import { reading, source } from './text.ts';

/** How a part of a sheet is used. What each kind needs is checked in `lib/sheet-words.ts`. */
const partKinds = [
  /** Read only: a paragraph, or prompts as a list. */
  'text',
  /** Prompts, each with lines to write on. */
  'lines',
  /** Prompts with a box to tick. */
  'ticks',
  /** Prompts against columns, a box to tick in each cell. */
  'choices',
  /** Columns to write in; prompts name the rows, or else there are empty rows. */
  'table',
  /** Numbered steps, with or without minutes. */
  'steps',
  /** Prompts on cards to cut out. */
  'cards',
  /** Rings drawn around one another, the innermost first, to write names in. */
  'rings',
] as const;
export type PartKind = (typeof partKinds)[number];

/** The shelves of the tools page, in the order of a course. */
export const toolShelves = ['start', 'meetings', 'job-search', 'hard', 'coordinators'] as const;

/** A sheet's bones, the same in every language. */
export const tool = z.strictObject({
  audience: z.enum(audiences).describe("Whom it is for; two people's sheets are for everyone."),
  shelf: z.enum(toolShelves).describe('Where it stands on the tools page.'),
  order: z.number().int().positive().describe('Place on its shelf, 1 first.'),
  card: z
    .boolean()
    .describe('A session card is used by the two together, so it exists in two languages side by side.'),
  read: z.array(reading).default([]).describe('What to read along with it: a handbook article or a module.'),
  parts: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z]+(-[a-z]+)*$/)
          .describe('Name of the part; its words stand under the same name.'),
        kind: z.enum(partKinds).describe('How the part is filled in.'),
        rows: z
          .number()
          .int()
          .min(1)
          .max(12)
          .optional()
          .describe(
            'Lines to write on under each prompt or in each named row; of a table without prompts the empty rows.',
          ),
        minutes: z
          .array(z.number().int().positive())
          .optional()
          .describe('Minutes of each step, where the steps have a time.'),
      }),
    )
    .min(1)
    .describe('The parts of the sheet, from top to bottom.'),
  sources: z.array(source).default([]).describe('Where its idea comes from.'),
  checked: z.coerce.date().describe('When somebody last read it through.'),
});
export type Tool = z.infer<typeof tool>;

/** Whether a part of an interview sheet is noted during the talk: what is ticked before or told to everybody is not. */
export const isNoted = ({ id, kind }: Pick<Tool['parts'][number], 'id' | 'kind'>): boolean =>
  ['lines', 'choices', 'table'].includes(kind) && id !== 'note';

/** The words of a sheet in one language. Each part has the same number of prompts and columns in every language. */
export const toolWords = z.strictObject({
  title: z.string().max(60).describe('What the sheet is called.'),
  summary: z.string().max(200).describe('One or two plain sentences, shown in lists and search results.'),
  how: z.string().max(360).describe('How to use it, in one to three sentences.'),
  parts: z
    .record(
      z.string(),
      z.strictObject({
        heading: z.string().max(80).describe('The heading of the part.'),
        text: z.string().max(600).optional().describe('A few sentences above the prompts.'),
        prompts: z
          .array(z.string().max(220))
          .default([])
          .describe(
            "Questions with lines, boxes to tick, steps, cards, rings, or the names of a table's rows.",
          ),
        columns: z.array(z.string().max(60)).default([]).describe("Headings of a table's columns."),
      }),
    )
    .describe('The parts of the sheet, from top to bottom.'),
});
export type ToolWords = z.infer<typeof toolWords>;
