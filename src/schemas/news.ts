import { z } from 'zod';
import { text } from './article.ts';

/** Front matter of a piece of news. */
export const news = text.extend({ date: z.coerce.date() });

/** Front matter of a question people ask; the title is the question, the body the answer. */
export const question = z.strictObject({
  title: z.string().max(120).endsWith('?'),
  audience: z.enum(['mentor', 'mentee', 'coordinator', 'partner', 'everyone']),
  order: z.number().int().positive(),
});
