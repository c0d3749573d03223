import { z } from 'zod';
import { levels, locales, formats, spokenLanguages } from './vocabulary.ts';
import { source } from './text.ts';

const span = z
  .strictObject({ from: z.number().positive(), to: z.number().positive() })
  .refine((s) => s.from <= s.to, 'from must not be greater than to');
const percent = z.number().int().min(0).max(100);

const rules = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** The real programme whose parameters this preset carries. */
  modelled_on: z.string(),
  country: z.enum(['NO', 'DK', 'SE', 'FI']),
  /** Keys from `places/`. A person lives in one of these, or takes part online where `online_anywhere` says so. */
  regions: z.array(z.string()).min(1),
  online_anywhere: z.boolean(),
  /** Interface languages the programme works in. */
  locales: z.array(z.enum(locales)).min(1),
  /** Who can be a mentee; `mentor` says what kind of mentor the programme looks for. */
  who: z.strictObject({
    gender: z.enum(['any', 'women']),
    age: z.strictObject({ from: z.number().int().nullable(), to: z.number().int().nullable() }),
    education: z.enum(['none', 'trade-certificate', 'bachelor', 'student', 'job-ready']),
    /** Regions where a trade certificate is enough although `education` asks for more. */
    trade_certificate_in: z.array(z.string()).default([]),
    status: z.enum(['any', 'immigrant', 'refugee', 'young', 'student']),
    mentor: z.enum([
      'same-field',
      'business-leader',
      'local-business',
      'adult-supporter',
      'employee',
      'specialist',
      'established',
    ]),
  }),
  /** Hard rule: both can talk in at least one of `any_of` at `level`. `null`: no fixed demand. */
  language: z.strictObject({ level: z.enum(levels), any_of: z.array(z.enum(spokenLanguages)) }).nullable(),
  course: z.strictObject({
    months: span,
    meetings_a_month: span.nullable(),
    hours_a_month: z.number().positive().nullable(),
    hours_in_all: z.number().positive().nullable(),
    formats: z.array(z.enum(formats)).min(1),
    leads: z.enum(['mentee', 'mentor', 'both']),
    place: z.enum(['free', 'mentee-decides', 'neutral', 'workplace']),
  }),
  intake: z.strictObject({
    mode: z.enum(['rolling', 'rounds']),
    /** Months in which a round opens, 1–12. */
    rounds: z.array(z.number().int().min(1).max(12)).default([]),
    /** Who may send a mentee's application: the mentee (`open`), a partner such as a municipality, or both. */
    referral: z.enum(['open', 'partner', 'both']),
    interview_minutes: z.number().int().positive().nullable(),
    /** How soon the programme promises a mentor, in days; older waits turn up on the desk. */
    promise_days: z.number().int().positive(),
  }),
  matching: z.strictObject({
    modes: z.array(z.enum(['self', 'coordinator', 'round'])).min(1),
    /** When a coordinator must say yes: never, before the trial, or before a match starts. */
    approval: z.enum(['none', 'before-trial', 'before-match']),
    mentor_course_first: z.boolean(),
    coordinator_at_first_meeting: z.boolean(),
    ask_gender_preference: z.boolean(),
  }),
  /** All in days except the first and the two capacities; what they do is told in `docs/programmes.md`. */
  limits: z.strictObject({
    open_requests: z.number().int().min(1).max(10).default(3),
    nudge_days: z.number().int().positive().default(3),
    expiry_days: z.number().int().positive().default(7),
    trial_days: z.number().int().positive().default(14),
    answer_days: z.number().int().positive().default(7),
    capacity: z.number().int().min(1).default(1),
    capacity_max: z.number().int().min(1).max(10).default(3),
    again_days: z.number().int().positive().default(90),
    never_met_days: z.tuple([z.number().int(), z.number().int(), z.number().int()]).default([7, 14, 21]),
    silence_days: z.number().int().positive().default(30),
  }),
  /** What counts how much in the fit, in per cent; they add up to 100. */
  weights: z
    .strictObject({
      field: percent,
      goals: percent,
      language: percent,
      place: percent,
      time: percent,
      preference: percent,
      answers: percent,
      load: percent,
    })
    .refine((w) => Object.values(w).reduce((a, b) => a + b) === 100, 'weights must add up to 100'),
  fee: z
    .strictObject({
      amount: z.number().positive(),
      currency: z.enum(['NOK', 'DKK', 'SEK', 'EUR']),
      every_months: z.number().int().positive(),
    })
    .nullable(),
  /** Follow-up after the match starts, in days. */
  follow_up: z.array(
    z.strictObject({
      day: z.number().int().positive(),
      what: z.enum(['pulse', 'call', 'midway', 'closing']),
    }),
  ),
  sources: z.array(source).min(1),
});

/** A programme's rules. Pages, forms and the database read this one file; words are in `programmes/<lang>/<key>.md`. */
export const programme = rules
  .refine(
    (p) => (p.intake.mode === 'rounds') === p.intake.rounds.length > 0,
    'name the months of the rounds, and only for rounds',
  )
  .refine(
    (p) => p.who.trade_certificate_in.every((r) => p.regions.includes(r)),
    'trade_certificate_in must be among regions',
  )
  .refine((p) => (p.who.age.from ?? 0) <= (p.who.age.to ?? 200), 'age: from must not be greater than to')
  .refine((p) => p.limits.nudge_days < p.limits.expiry_days, 'a nudge must come before the expiry')
  .refine(
    (p) => p.limits.capacity <= p.limits.capacity_max,
    'capacity must not be greater than capacity_max',
  );
export type Programme = z.infer<typeof programme>;

/** Front matter of a programme's page in one language. */
export const programmeWords = z.strictObject({
  title: z.string().max(60),
  summary: z.string().max(200),
  /** For whom, in one sentence. */
  for_whom: z.string().max(240),
  expect: z.array(z.string()).min(2),
  do_not_expect: z.array(z.string()).min(2),
});
