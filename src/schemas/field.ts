import { z } from 'zod';
import { inEveryLanguage, wordsInEveryLanguage } from './text.ts';

/** One file of fields of work: an ISCO-08 sub-major group (two digits) with its unit groups (four digits). */
export const fieldFile = z.strictObject({
  submajor: z
    .string()
    .regex(/^\d{2}$/)
    .describe('Number of the ISCO-08 sub-major group, two digits.'),
  label: inEveryLanguage.describe('What it is called.'),
  groups: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(/^\d{4}$/)
          .describe('Number of the ISCO-08 unit group, four digits.'),
        label: inEveryLanguage.describe('What it is called.'),
        words: wordsInEveryLanguage.describe(
          'Titles, synonyms and tools a person would type, in each language; lower case.',
        ),
        generalist: z
          .boolean()
          .default(false)
          .describe('Helps job seekers of any field, e.g. HR and recruiters: counts partly for every field.'),
        neighbours: z
          .array(z.string().regex(/^\d{4}$/))
          .default([])
          .describe(
            'Unit groups as near as the same minor group although their numbers are far apart, in either direction.',
          ),
      }),
    )
    .min(1)
    .describe('The unit groups in it.'),
});
