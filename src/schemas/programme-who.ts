import { z } from 'zod';
import { levels, spokenLanguages } from './vocabulary.ts';

/** The rules of who may take part, which change over the years: each application is read by those of its day. */
export const dated = {
  regions: z
    .array(z.string())
    .min(1)
    .describe(
      'Keys from `places/`. A person lives in one of these, or takes part online where `online_anywhere` says so.',
    ),
  municipalities: z
    .record(z.string(), z.array(z.string()).min(1))
    .default({})
    .describe(
      'Where of a region only some municipalities count: these, as `{ no-33: [no-3324, no-3328] }`. The other regions count whole.',
    ),
  online_anywhere: z.boolean().describe('Whether somebody outside the regions may take part online.'),
  who: z
    .strictObject({
      gender: z.enum(['any', 'women']).describe('Who may be a mentee.'),
      age: z
        .strictObject({
          from: z.number().int().nullable().describe('At least.'),
          to: z.number().int().nullable().describe('At most.'),
        })
        .describe('From and to which age; `null` for no limit.'),
      education: z
        .enum(['none', 'trade-certificate', 'bachelor', 'student', 'job-ready'])
        .describe('The least a mentee brings along.'),
      trade_certificate_in: z
        .array(z.string())
        .default([])
        .describe(
          'Regions where a trade certificate is enough although `education` asks for more; of a region with `municipalities`, in these alone.',
        ),
      status: z
        .enum(['any', 'immigrant', 'refugee', 'young', 'student'])
        .describe('Whom the programme is for.'),
      mentor: z
        .enum([
          'same-field',
          'business-leader',
          'local-business',
          'adult-supporter',
          'employee',
          'specialist',
          'established',
        ])
        .describe('What kind of mentor the programme looks for.'),
    })
    .describe('Who can be a mentee; `mentor` says what kind of mentor the programme looks for.'),
  language: z
    .strictObject({
      level: z.enum(levels).describe('The least level both have.'),
      any_of: z.array(z.enum(spokenLanguages)).describe('Languages of which one is enough.'),
    })
    .nullable()
    .describe('Hard rule: both can talk in at least one of `any_of` at `level`. `null`: no fixed demand.'),
};

type Areas = z.infer<z.ZodObject<Pick<typeof dated, 'regions' | 'municipalities'>>>;

/** Where a programme works, as `private.areas` in the database has it: of its regions the municipalities that are named, and each other region whole. */
export const areasOf = ({ regions, municipalities }: Areas): string[] =>
  regions.flatMap((region) => municipalities[region] ?? [region]);

/** Whether what narrows or widens a rule lies in the programme's regions. */
export const isSomewhere = ({
  regions,
  municipalities,
  who,
}: Areas & { who: { trade_certificate_in: string[] } }) =>
  [...Object.keys(municipalities), ...who.trade_certificate_in].every((region) => regions.includes(region));
export const somewhere = 'municipalities and trade_certificate_in must be among regions';
