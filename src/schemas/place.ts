import { z } from 'zod';
import { inEveryLanguage } from './text.ts';

/** One country's regions and municipalities, as far as programmes name them. Add a line to add a place. */
export const placeFile = z.strictObject({
  country: z.enum(['NO', 'DK', 'SE', 'FI']).describe('The country.'),
  label: inEveryLanguage.describe('What it is called.'),
  regions: z
    .array(
      z.strictObject({
        key: z
          .string()
          .regex(/^[a-z]{2}-[a-z0-9]{1,3}$/)
          .describe('ISO 3166-2 in lower case, e.g. `no-03`.'),
        label: z
          .string()
          .min(2)
          .describe('The region\'s own name; `sv`/`fi` pairs for Finland are written "Nyland (Uusimaa)".'),
        municipalities: z
          .array(
            z.strictObject({
              key: z
                .string()
                .regex(/^[a-z]{2}-\d{3,4}$/)
                .describe(
                  'Official municipality number after the country, e.g. `no-0301`, `dk-0101`, `se-0180`, `fi-091`.',
                ),
              label: z.string().min(2).describe('What it is called.'),
            }),
          )
          .describe('Its municipalities.'),
      }),
    )
    .describe('Its regions, from north to south or as people list them.'),
});
