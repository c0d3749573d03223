import { z } from 'zod';
import { text } from './article.ts';

/** What a page of evidence is about, in the order of the collection's first page. */
export const subjects = ['results', 'method', 'context', 'advice'] as const;

/** Front matter of a page of results: prose first, then the figures it names, in order. */
export const evidence = text.extend({
  order: z.number().int().positive(),
  about: z.enum(subjects),
  /** Keys from `figures/`. */
  figures: z.array(z.string()).default([]),
  /** Ends with a list of every figure whose printed numbers do not add up. */
  lists_contradictions: z.boolean().default(false),
});
