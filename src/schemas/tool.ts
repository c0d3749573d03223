import { z } from 'zod';
import { audiences } from './article.ts';
import { source } from './text.ts';

/** How a part of a sheet is filled in: read only, written on lines, ticked, written in a table, or followed step by step. */
export const partKinds = ['text', 'lines', 'ticks', 'table', 'steps'] as const;

/** A sheet's bones, the same in every language. */
export const tool = z.strictObject({
  /** Whom it is for; two people's sheets are for everyone. */
  audience: z.enum(audiences),
  order: z.number().int().positive(),
  /** A session card is used by the two together, so it exists in two languages side by side. */
  card: z.boolean(),
  parts: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        kind: z.enum(partKinds),
        /** Lines to write on under each prompt, or rows of a table. */
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
      /** Questions with lines, boxes to tick, steps, or the names of a table's rows. */
      prompts: z.array(z.string().max(220)).default([]),
      /** Headings of a table's columns. */
      columns: z.array(z.string().max(60)).default([]),
    }),
  ),
});
export type ToolWords = z.infer<typeof toolWords>;
