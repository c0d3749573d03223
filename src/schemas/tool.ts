import { z } from 'zod';
import { audiences } from './article.ts';
import { source } from './text.ts';

/** How a part of a sheet is used. What each kind needs is checked in `features/tools/sheets.ts`. */
export const partKinds = [
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
  /** Whom it is for; two people's sheets are for everyone. */
  audience: z.enum(audiences),
  /** Where it stands on the tools page. */
  shelf: z.enum(toolShelves),
  /** Place on its shelf, 1 first. */
  order: z.number().int().positive(),
  /** A session card is used by the two together, so it exists in two languages side by side. */
  card: z.boolean(),
  /** What to read along with it: a handbook article or a module. */
  read: z.array(z.string().regex(/^(handbook|modules)\/[a-z]+(-[a-z]+)*$/)).default([]),
  parts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        kind: z.enum(partKinds),
        /** Lines to write on under each prompt or in each named row; of a table without prompts the empty rows. */
        rows: z.number().int().min(1).max(12).optional(),
        /** Minutes of each step, where the steps have a time. */
        minutes: z.array(z.number().int().positive()).optional(),
      }),
    )
    .min(1),
  sources: z.array(source).default([]),
  checked: z.coerce.date(),
});
export type Tool = z.infer<typeof tool>;

/** The words of a sheet in one language. Each part has the same number of prompts and columns in every language. */
export const toolWords = z.strictObject({
  title: z.string().max(60),
  summary: z.string().max(200),
  /** How to use it, in one to three sentences. */
  how: z.string().max(360),
  parts: z.record(
    z.string(),
    z.strictObject({
      heading: z.string().max(80),
      text: z.string().max(600).optional(),
      /** Questions with lines, boxes to tick, steps, cards, rings, or the names of a table's rows. */
      prompts: z.array(z.string().max(220)).default([]),
      /** Headings of a table's columns. */
      columns: z.array(z.string().max(60)).default([]),
    }),
  ),
});
export type ToolWords = z.infer<typeof toolWords>;
