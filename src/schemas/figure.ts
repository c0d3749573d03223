import { z } from 'zod';
import { inEveryLanguage, source } from './text.ts';

/** A published table: its numbers as printed, what they are shares of, and where it was printed. */
export const figure = z.strictObject({
  /** Number in our register of published figures, e.g. `F037`. */
  number: z.string().regex(/^F\d{3}[a-z]?$/),
  title: inEveryLanguage,
  /** What the figure tells, in one sentence a reader can repeat. */
  says: inEveryLanguage,
  /** Key of the preset modelled on the programme, where there is one. */
  programme: z.string().optional(),
  /** Printed as bars, as stacked shares of one whole, or as a table only. */
  drawn: z.enum(['bars', 'stack', 'table']),
  unit: z.enum(['percent', 'count', 'money', 'days', 'text']),
  /** Number of people (or courses, replies…) the shares are of; `null` where the document does not print it. */
  base: z.number().int().positive().nullable(),
  /** Who they are. */
  base_is: inEveryLanguage,
  period: z.string().min(4),
  /** One person may appear in several rows. */
  several: z.boolean().default(false),
  /** Column headings beside the row label; one column where there is one series. */
  columns: z.array(inEveryLanguage).min(1),
  rows: z
    .array(
      z.strictObject({
        label: inEveryLanguage,
        /** One value for each column: the share as printed, or the count where only counts are printed. */
        values: z.array(z.union([z.number(), z.string(), z.null()])),
        /** Counts as printed, one for each column, where both are printed. */
        counts: z.array(z.number().nullable()).optional(),
      }),
    )
    .min(1),
  /** The total as printed, if one is. */
  total: z.number().optional(),
  /** What does not add up, or what a reader must know; each honest sentence on its own. */
  notes: z.array(inEveryLanguage).default([]),
  sources: z.array(source).min(1),
});
export type Figure = z.infer<typeof figure>;
