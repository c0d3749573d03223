import { z } from 'zod';
import { text } from './article.ts';

/** Front matter of a piece of news. */
export const news = text.extend({ date: z.coerce.date().describe('The day it happened or was written.') });

/** Front matter of a question people ask; the title is the question, the body the answer. */
export const question = z.strictObject({
  title: z.string().max(120).endsWith('?').describe('The question, with a question mark.'),
  audience: z.enum(['mentor', 'mentee', 'coordinator', 'partner', 'everyone']).describe('Who asks.'),
  order: z.number().int().positive().describe('Place among the questions of this audience, 1 first.'),
});
