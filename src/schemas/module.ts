import { z } from 'zod';
import { text } from './article.ts';
import { countryBoxes } from './country.ts';

/** What the job-search modules are about, in the order a reader meets them. */
export const themes = [
  'plan',
  'documents',
  'search',
  'people',
  'interview',
  'work-life',
  'own-business',
] as const;

/** Front matter of a job-search module; the body is the reading and its last section the exercise. */
export const module = text.extend({
  order: z.number().int().positive().describe('Place in the journey, 1 first.'),
  theme: z.enum(themes).describe('Its part of the journey.'),
  aim: z.string().max(200).describe('What the reader can do afterwards, in one sentence.'),
  checklist: z
    .array(z.string().max(140))
    .min(4)
    .max(8)
    .describe('Steps to tick off; the browser remembers them.'),
  question: z.string().max(200).describe('A question to take to the mentor.'),
  countries: countryBoxes,
});
