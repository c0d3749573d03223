import { z } from 'zod';
import { text } from './article.ts';
import { source } from './text.ts';

/** Front matter of a story: a documented course or account, retold in our own words. The source is part of the story. */
export const story = text.extend({
  order: z.number().int().positive().describe('Place among the stories, 1 first.'),
  of: z
    .enum(['mentee', 'mentor', 'pair', 'company', 'partner', 'programme'])
    .describe('Whose account it retells.'),
  programme: z
    .string()
    .optional()
    .describe('Key of the preset modelled on the programme it happened in, where there is one.'),
  sources: z.array(source).min(1).describe('Where the account is documented.'),
});
