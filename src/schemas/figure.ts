import { z } from 'zod';
import { inEveryLanguage, source } from './text.ts';

/** Years read the same in every language; months need words. */
const period = z.union([z.string().regex(/^\d[\d–]*$/), inEveryLanguage]);

/** A number as printed, `null` where none is, or words where the document gives words. */
const value = z.union([z.number(), z.null(), inEveryLanguage]);

const row = z.strictObject({
  label: inEveryLanguage.describe('What the row is called.'),
  values: z
    .array(value)
    .min(1)
    .describe('One for each column: the share as printed, or the count where only counts are printed.'),
  counts: z
    .array(z.number().int().nullable())
    .optional()
    .describe('Counts as printed, one for each column, where both are printed.'),
  of: z
    .number()
    .int()
    .positive()
    .optional()
    .describe("The row's own base, where it is another than the figure's: 24 **of 27**."),
});

/** A published table: its numbers as printed, what they are shares of, and where it was printed. */
export const figure = z.strictObject({
  number: z
    .string()
    .regex(/^F\d{3}[a-z]?$/)
    .describe(
      'Number in our register of published figures, e.g. `F037`; a letter where one table became two figures.',
    ),
  title: inEveryLanguage.describe('The heading of the figure. Its place is given by the page that names it.'),
  says: inEveryLanguage.describe('What the figure tells, in one sentence a reader can repeat.'),
  programme: z
    .string()
    .optional()
    .describe('Key of the preset modelled on the programme, where there is one.'),
  result: z.boolean().default(false).describe("A result that the programme's own page shows, with its base."),
  drawn: z
    .enum(['bars', 'stack', 'table'])
    .describe('One bar a row (and column), one bar of parts a row, or a table only.'),
  unit: z.enum(['percent', 'count', 'money', 'text']).describe('What the numbers are.'),
  currency: z.string().length(3).optional().describe('ISO code, for money.'),
  rows_are: z
    .enum(['parts', 'ticks', 'facts'])
    .describe(
      '`parts`: each person stands in one row, so that the rows add up. `ticks`: one person may stand in several rows. `facts`: rows that are not shares of one whole.',
    ),
  base: z
    .number()
    .int()
    .positive()
    .nullable()
    .describe(
      'Number of people (or courses, replies…) the shares are of; `null` where none is printed or each row has its own.',
    ),
  base_is: inEveryLanguage.describe('Who they are, as it stands after the number: “33 **mentees**”.'),
  period: period.describe('When it was counted: a year, years with a dash, or words in each language.'),
  columns: z
    .array(inEveryLanguage)
    .default([])
    .describe("Headings of the columns beside the row's label, where there is more than one."),
  rows: z.array(row).min(1).describe('The rows as printed, in their order.'),
  totals: z.array(z.number()).optional().describe('The totals as printed, one for each column, if any are.'),
  adds_up: z
    .boolean()
    .default(true)
    .describe('`false` where the printed numbers contradict each other; a note must then say how.'),
  notes: z
    .array(inEveryLanguage)
    .default([])
    .describe('What does not add up, or what a reader must know; each honest sentence on its own.'),
  sources: z.array(source).min(1).describe('Where it was printed.'),
});
export type Figure = z.infer<typeof figure>;
