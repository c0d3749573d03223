import { z } from 'zod';
import { inEveryLanguage } from './text.ts';

const key = z.string().regex(/^[a-z0-9-]{2,40}$/);

/** One version of a grouping of countries: which stand together, from which day, and whose term it is. */
export const countryGrouping = z
  .strictObject({
    key: key.describe('Name of the grouping; every version of it has the same.'),
    since: z.iso.date().describe('The day from which this version holds. A change is a new file.'),
    label: inEveryLanguage.describe('What the grouping is called.'),
    term_of: z.string().min(2).describe('Whose term this is: the office or organisation that defines it.'),
    source: z.url().describe('Where it is defined.'),
    groups: z
      .array(
        z.strictObject({
          key: key.describe('Name of the group.'),
          label: inEveryLanguage.describe('What it is called.'),
          countries: z
            .array(z.string().regex(/^[A-Z]{2}$/))
            .min(1)
            .describe('ISO 3166-1 alpha-2; Norway in quotation marks, or YAML reads a no.'),
        }),
      )
      .min(1)
      .describe('Its groups. A country may be in none.'),
  })
  .refine(
    ({ groups }) =>
      new Set(groups.flatMap((one) => one.countries)).size === groups.flatMap((one) => one.countries).length,
    'a country stands in two groups',
  );
