import { z } from 'zod';
import { text } from './article.ts';

/** Front matter of a page of results: prose first, then the figures it names, in order. */
export const evidence = text.extend({
  order: z.number().int().positive(),
  about: z.enum(['results', 'method', 'context', 'advice']),
  /** Keys from `figures/`. */
  figures: z.array(z.string()).default([]),
});
