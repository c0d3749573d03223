import { z } from 'zod';
import { text } from './article.ts';
import { inEveryLanguage } from './text.ts';

/** Countries whose rules the modules tell apart. */
export const countries = ['NO', 'DK', 'SE', 'FI'] as const;
export type Country = (typeof countries)[number];

/** What the 24 job-search modules are about, in the order a reader meets them. */
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
  country: z.enum(countries),
  /** Its own name, as people meet it. */
  name: z.string().min(2),
  /** What it does, in a few words. */
  does: inEveryLanguage,
  address: z.url({ protocol: /^https$/ }),
});

/** Front matter of a job-search module; the body is the reading and its last section the exercise. */
export const module = text.extend({
  order: z.number().int().min(1).max(24),
  theme: z.enum(themes),
  /** What the reader can do afterwards, in one sentence. */
  aim: z.string().max(200),
  /** Steps to tick off; the browser remembers them. */
  checklist: z.array(z.string().max(140)).min(4).max(8),
  /** A question to take to the mentor. */
  question: z.string().max(200),
  /** What differs between the countries: one box each, with the bodies that decide and the day the text was checked. */
  countries: z
    .array(
      z.strictObject({
        country: z.enum(countries),
        /** Keys from `authorities/`. */
        authorities: z.array(z.string()).min(1),
        checked: z.coerce.date(),
        text: z.string().max(700),
      }),
    )
    .default([]),
});
