import { z } from 'zod';
import { text } from './article.ts';
import { spokenLanguages } from './vocabulary.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Something one can come to. Times are those of the clock where it is. */
const event = z
  .strictObject({
    day: z.coerce.date().describe('The day, or the first of them.'),
    from: clock.describe('When it begins.'),
    to: clock.describe('When it ends, the same day.'),
    repeats: z
      .enum(['no', 'weekly', 'monthly'])
      .default('no')
      .describe(
        '`weekly` on the same weekday; `monthly` on the same weekday of the month, such as the first Tuesday.',
      ),
    until: z.coerce.date().optional().describe('The last day on which it may repeat.'),
    place: z
      .string()
      .min(2)
      .max(100)
      .optional()
      .describe('Where one meets; nothing where it is only online.'),
    online: z.boolean().default(false).describe('Whether one can come online.'),
    languages: z.array(z.enum(spokenLanguages)).min(1).describe('Languages that are spoken there.'),
    register: z
      .enum(['contact', 'no'])
      .default('contact')
      .describe('`contact` leads to our contact page; `no` is for an event one just comes to.'),
  })
  .refine(({ place, online }) => place !== undefined || online, 'An event has a place or is online.')
  .refine(({ from, to }) => from < to, 'An event ends after it begins.');
export type Event = z.infer<typeof event>;

/** Front matter of a piece of news. */
export const news = text.extend({
  date: z.coerce.date().describe('The day it happened or was written.'),
  event: event
    .optional()
    .describe(
      'Makes it an event: it stands above the news until its last day is over, and in no list after that.',
    ),
});

/** Front matter of a question people ask; the title is the question, the body the answer. */
export const question = z.strictObject({
  title: z.string().max(120).endsWith('?').describe('The question, with a question mark.'),
  audience: z.enum(['mentor', 'mentee', 'coordinator', 'partner', 'everyone']).describe('Who asks.'),
  order: z.number().int().positive().describe('Place among the questions of this audience, 1 first.'),
});
