import { z } from 'zod';
import { inEveryLanguage } from './text.ts';

/** Countries whose rules the texts tell apart. */
export const countries = ['NO', 'DK', 'SE', 'FI'] as const;
export type Country = (typeof countries)[number];

/** A public body that decides or helps, named in country boxes. */
export const authority = z.strictObject({
  country: z.enum(countries).describe('The country it belongs to.'),
  name: z.string().min(2).describe('Its own name, as people meet it.'),
  does: inEveryLanguage.describe('What it does, in a few words.'),
  address: z.url({ protocol: /^https$/ }).describe('Where its own pages begin.'),
});

/** The boxes of a text, one for each country. */
export const countryBoxes = z
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
  );
