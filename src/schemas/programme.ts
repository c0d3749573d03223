import { z } from 'zod';
import { isApart, isWhole, roundFields } from './programme-rounds.ts';
import { onboarding } from './programme-onboarding.ts';
import { isTalkedOf, talk, talkedOf } from './programme-talk.ts';
import { dated, isSomewhere, somewhere } from './programme-who.ts';
import { slug, source } from './text.ts';
import { formats, locales } from './vocabulary.ts';

const span = z
  .strictObject({
    from: z.number().positive().describe('At least.'),
    to: z.number().positive().describe('At most.'),
  })
  .refine((s) => s.from <= s.to, 'from must not be greater than to');
const percent = z.number().int().min(0).max(100);
const no = z.boolean().default(false);
const often = span.safeExtend({
  either: no.describe('Whether the two choose one of both numbers, and none in between.'),
});

const rules = z.strictObject({
  key: z.string().regex(slug).describe("The preset's name, the same as the file's."),
  modelled_on: z.string().describe('The real programme whose parameters this preset carries.'),
  country: z.enum(['NO', 'DK', 'SE', 'FI']).describe('The country it works in.'),
  since: z.coerce
    .date()
    .describe(
      'The day from which `who`, `language`, `regions`, `municipalities` and `online_anywhere` are as they stand here.',
    ),
  earlier: z
    .array(
      z.strictObject({
        since: z.coerce.date().describe('The day from which these rules held.'),
        ...dated,
      }),
    )
    .default([])
    .describe(
      'The same rules as they were before. Whoever changes them moves the old ones here, so that every application can be read by the rules of its day.',
    ),
  ...dated,
  locales: z.array(z.enum(locales)).min(1).describe('Interface languages the programme works in.'),
  course: z
    .strictObject({
      months: span.describe('How many months.'),
      meetings_a_month: often.nullable().describe('How many meetings a month; `null` where it is free.'),
      hours_a_month: z
        .number()
        .positive()
        .nullable()
        .describe('How many hours a month; `null` where it is free.'),
      hours_in_all: z
        .number()
        .positive()
        .nullable()
        .describe('How many hours in all; `null` where it is free.'),
      formats: z.array(z.enum(formats)).min(1).describe('How the two may meet.'),
      leads: z.enum(['mentee', 'mentor', 'both']).describe('Who leads the meetings.'),
      place: z.enum(['free', 'mentee-decides', 'neutral', 'workplace']).describe('Where the two meet.'),
    })
    .describe('How a course runs.'),
  intake: z
    .strictObject({
      mode: z.enum(['rolling', 'rounds']).describe('All year, or in rounds.'),
      rounds: z
        .array(z.number().int().min(1).max(12))
        .default([])
        .describe(
          'Months in which a round opens, 1–12; on the first day. Rounds are for mentees: mentors may always apply.',
        ),
      ...roundFields,
      referral: z
        .enum(['open', 'partner', 'both'])
        .describe(
          'How mentees usually come: by themselves (`open`), referred by a partner such as a municipality, or both; told, no more.',
        ),
      interview_minutes: z
        .number()
        .int()
        .positive()
        .nullable()
        .describe('Length of the first talk with a coordinator; `null` where there is none.'),
      promise_days: z
        .number()
        .int()
        .positive()
        .describe(
          'How soon the programme promises a mentor, in days; who waits longer stands first on the desk.',
        ),
      ask_life_situation: no.describe('Whether mentees may tell what their everyday life asks of them.'),
    })
    .describe('How a mentee comes in.'),
  talk,
  onboarding,
  matching: z
    .strictObject({
      modes: z
        .array(z.enum(['self', 'coordinator', 'round']))
        .min(1)
        .describe('Ways a match may come about.'),
      approval: z
        .enum(['none', 'before-trial', 'before-match'])
        .describe('When a coordinator must say yes: never, before the trial, or before a match starts.'),
      mentor_course_first: z.boolean().describe('Whether a mentor takes a course before the first request.'),
      coordinator_at_first_meeting: z.boolean().describe('Whether a coordinator is there the first time.'),
      ask_gender_preference: z.boolean().describe('Whether mentees are asked whom they would rather meet.'),
      least_people: z
        .number()
        .int()
        .min(3)
        .default(3)
        .describe(
          'How many mentees must be meant before a public call for a mentor tells their field, language or region.',
        ),
    })
    .describe('How the two find each other.'),
  limits: z
    .strictObject({
      open_requests: z
        .number()
        .int()
        .min(1)
        .max(10)
        .default(3)
        .describe('Requests a mentee may have open at once.'),
      pending_requests: z
        .number()
        .int()
        .min(1)
        .max(10)
        .default(3)
        .describe('Requests one mentor may have to answer at once, from all mentees together.'),
      nudge_days: z
        .number()
        .int()
        .positive()
        .default(3)
        .describe('Days after which a mentor is reminded of a request.'),
      expiry_days: z
        .number()
        .int()
        .positive()
        .default(7)
        .describe('Days after which an unanswered request ends.'),
      answer_days: z
        .number()
        .int()
        .positive()
        .default(7)
        .describe('Days both have to answer after the first hour.'),
      capacity: z
        .number()
        .int()
        .min(1)
        .default(1)
        .describe('Mentees a mentor has at once, unless the mentor says otherwise.'),
      capacity_max: z
        .number()
        .int()
        .min(1)
        .max(10)
        .default(3)
        .describe('The most mentees a mentor may have at once.'),
      again_days: z
        .number()
        .int()
        .positive()
        .default(90)
        .describe('Days before the same mentor may be asked again.'),
      never_met_days: z
        .tuple([z.number().int().positive(), z.number().int(), z.number().int()])
        .refine(([remind, call, decide]) => remind < call && call < decide, 'never_met_days must rise')
        .default([7, 14, 21])
        .describe(
          'Days after the yes on which a first hour without a time is looked after: both are reminded, a coordinator calls, and she decides. The hour takes place by the second.',
        ),
      silence_days: z
        .number()
        .int()
        .positive()
        .default(30)
        .describe(
          'Days of silence after which coordinators get in touch with a pair. Printed; nothing reminds them yet.',
        ),
    })
    .describe(
      'All in days except the requests and the two capacities; what they do is told in `docs/programmes.md`.',
    ),
  weights: z
    .strictObject({
      field: percent.describe('Same or near field of work.'),
      goals: percent.describe('What the mentee wants help with and the mentor offers.'),
      language: percent.describe('How well they can talk.'),
      place: percent.describe('How near they live.'),
      time: percent.describe('Hours they have.'),
      preference: percent.describe('Whom the mentee would rather meet.'),
      answers: percent.describe('How soon the mentor answers.'),
      load: percent.describe('How many mentees the mentor has already.'),
      interests: percent
        .default(0)
        .describe('What both like to do when they are free; who takes part is asked for it only above 0.'),
    })
    .refine((w) => Object.values(w).reduce((a, b) => a + b) === 100, 'weights must add up to 100')
    .describe('What counts how much in the fit, in per cent; they add up to 100.'),
  fee: z
    .strictObject({
      amount: z.number().positive().describe('How much.'),
      currency: z.enum(['NOK', 'DKK', 'SEK', 'EUR']).describe('In which currency.'),
      every_months: z.number().int().positive().describe('For how many months.'),
    })
    .nullable()
    .describe('What taking part costs; `null` where it is free.'),
  follow_up: z
    .array(
      z.strictObject({
        day: z.number().int().positive().describe('Days after the start.'),
        what: z.enum(['pulse', 'call', 'midway', 'closing']).describe('What happens that day.'),
      }),
    )
    .describe('What coordinators ask after the match starts, in days. Printed; nothing reminds them yet.'),
  sources: z.array(source).min(1).describe('Where these rules are documented.'),
});

/** A programme's rules. Pages, forms and the database read this one file; words are in `programmes/<lang>/<key>.md`. */
export const programme = rules
  .refine(
    (p) => (p.intake.mode === 'rounds') === p.intake.rounds.length > 0,
    'name the months of the rounds, and only for rounds',
  )
  .refine(
    ({ intake }) => isWhole(intake),
    'say open_days, start_after_days and while_closed, and only for rounds',
  )
  .refine(isTalkedOf, talkedOf)
  .refine(({ intake }) => isApart(intake), 'open_days: a round closes before the next one opens')
  .refine((p) => [p, ...p.earlier].every(isSomewhere), somewhere)
  .refine(
    (p) => p.earlier.every((e, nr) => e.since < (p.earlier[nr - 1] ?? p).since),
    'earlier: the newest first, each before the one above it',
  )
  .refine((p) => (p.who.age.from ?? 0) <= (p.who.age.to ?? 200), 'age: from must not be greater than to')
  .refine((p) => p.limits.nudge_days < p.limits.expiry_days, 'a nudge must come before the expiry')
  .refine(
    (p) => p.limits.capacity <= p.limits.capacity_max,
    'capacity must not be greater than capacity_max',
  );
export type Programme = z.infer<typeof programme>;
