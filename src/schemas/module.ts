import { z } from 'zod';
import { text } from './article.ts';
import { inEveryLanguage } from './text.ts';

/** Countries whose rules the modules tell apart. */
export const countries = ['NO', 'DK', 'SE', 'FI'] as const;
export type Country = (typeof countries)[number];

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

/** A public body that decides or helps, named in country boxes. */
export const authority = z.strictObject({
  country: z.enum(countries).describe('The country it belongs to.'),
  name: z.string().min(2).describe('Its own name, as people meet it.'),
  does: inEveryLanguage.describe('What it does, in a few words.'),
  address: z.url({ protocol: /^https$/ }).describe('Where its own pages begin.'),
});

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
  countries: z
    .array(
      z.strictObject({
        country: z.enum(countries).describe('The country it belongs to.'),
        authorities: z.array(z.string()).min(1).describe('Keys from `authorities/`.'),
        checked: z.coerce.date().describe('The day somebody compared the text with what the authority says.'),
        text: z.string().max(700).describe('What is special about this country, in a few sentences.'),
      }),
    )
    .default([])
    .describe(
      'What differs between the countries: one box each, with the bodies that decide and the day the text was checked.',
    ),
});
