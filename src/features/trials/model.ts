import * as z from 'zod/mini';
import { notUsReasons } from '../../schemas/reasons.ts';
import { formats } from '../../schemas/vocabulary.ts';

/** Lengths, as the constraint in `44_trials.sql` has them. */
export const limits = { meet_at: { min: 3, max: 300 } };

/** Day and time are two fields; together they become the verb's `starts_at`. */
export const proposeTrial = z
  .object({
    day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
    time: z.string().check(z.regex(/^\d\d:\d\d/)),
    format: z.enum(formats),
    meet_at: z.string().check(z.trim(), z.minLength(limits.meet_at.min), z.maxLength(limits.meet_at.max)),
  })
  .check(
    z.refine(({ day, time }) => !(Date.parse(`${day}T${time}`) <= Date.now()), {
      path: ['day'],
      params: { key: 'form.date-past' },
    }),
  );

export const sayNotUs = z.object({ reason: z.enum(notUsReasons) });
