import { z } from 'zod';
import { inEveryLanguage, wordsInEveryLanguage } from './text.ts';

/** One file of fields of work: an ISCO-08 sub-major group (two digits) with its unit groups (four digits). */
export const fieldFile = z.strictObject({
  submajor: z.string().regex(/^\d{2}$/),
  label: inEveryLanguage,
  groups: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{4}$/),
        label: inEveryLanguage,
        /** Titles, synonyms and tools a person would type, in each language; lower case. */
        words: wordsInEveryLanguage,
        /** Helps job seekers of any field, e.g. HR and recruiters: counts partly for every field. */
        generalist: z.boolean().default(false),
        /** Unit groups as near as the same minor group although their numbers are far apart, in either direction. */
        neighbours: z.array(z.string().regex(/^\d{4}$/)).default([]),
      }),
    )
    .min(1),
});
