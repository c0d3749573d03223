import { z } from 'zod';
import { inEveryLanguage, source } from './text.ts';

/** Years read the same in every language; months need words. */
const period = z.union([z.string().regex(/^\d[\d–]*$/), inEveryLanguage]);

/** A number as printed, `null` where none is, or words where the document gives words. */
const value = z.union([z.number(), z.null(), inEveryLanguage]);

const row = z.strictObject({
  label: inEveryLanguage,
  /** One for each column: the share as printed, or the count where only counts are printed. */
  values: z.array(value).min(1),
  /** Counts as printed, one for each column, where both are printed. */
  counts: z.array(z.number().int().nullable()).optional(),
  /** The row's own base, where it is another than the figure's: 24 **of 27**. */
  of: z.number().int().positive().optional(),
});

/** A published table: its numbers as printed, what they are shares of, and where it was printed. */
export const figure = z.strictObject({
  /** Number in our register of published figures, e.g. `F037`; a letter where one table became two figures. */
  number: z.string().regex(/^F\d{3}[a-z]?$/),
  /** Place among its page's figures is given by the page; this is only the heading. */
  title: inEveryLanguage,
  /** What the figure tells, in one sentence a reader can repeat. */
  says: inEveryLanguage,
  /** Key of the preset modelled on the programme, where there is one. */
  programme: z.string().optional(),
  /** A result that the programme's own page shows, with its base. */
  result: z.boolean().default(false),
  /** One bar a row (and column), one bar of parts a row, or a table only. */
  drawn: z.enum(['bars', 'stack', 'table']),
  unit: z.enum(['percent', 'count', 'money', 'text']),
  /** ISO code, for money. */
  currency: z.string().length(3).optional(),
  /**
   * `parts`: each person stands in one row, so that the rows add up. `ticks`: one person may stand in several rows.
   * `facts`: rows that are not shares of one whole.
   */
  rows_are: z.enum(['parts', 'ticks', 'facts']),
  /** Number of people (or courses, replies…) the shares are of; `null` where none is printed or each row has its own. */
  base: z.number().int().positive().nullable(),
  /** Who they are, as it stands after the number: “33 **mentees**”. */
  base_is: inEveryLanguage,
  period,
  /** Headings of the columns beside the row's label, where there is more than one. */
  columns: z.array(inEveryLanguage).default([]),
  rows: z.array(row).min(1),
  /** The totals as printed, one for each column, if any are. */
  totals: z.array(z.number()).optional(),
  /** `false` where the printed numbers contradict each other; a note must then say how. */
  adds_up: z.boolean().default(true),
  /** What does not add up, or what a reader must know; each honest sentence on its own. */
  notes: z.array(inEveryLanguage).default([]),
  sources: z.array(source).min(1),
});
export type Figure = z.infer<typeof figure>;
