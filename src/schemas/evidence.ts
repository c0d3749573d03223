import { z } from 'zod';
import { text } from './article.ts';

/** What a page of evidence is about, in the order of the collection's first page. */
export const subjects = ['results', 'method', 'context', 'advice', 'theme'] as const;

/** Front matter of a page of results: prose first, then the figures it names, in order. */
export const evidence = text.extend({
  order: z.number().int().positive().describe('Place in the collection, 1 first.'),
  about: z.enum(subjects).describe('What the page is about.'),
  figures: z.array(z.string()).default([]).describe('Keys from `figures/`.'),
  lists_contradictions: z
    .boolean()
    .default(false)
    .describe('Ends with a list of every figure whose printed numbers do not add up.'),
});
