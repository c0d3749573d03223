import * as z from 'zod/mini';
import { formats, locales, topics } from '../../schemas/vocabulary.ts';

/** Lengths and ranges, as the constraints in `30_mentors.sql` have them. */
export const limits = {
  shown_name: { min: 1, max: 40 },
  specialism: { min: 2, max: 80 },
  about: { min: 20, max: 1200 },
  hours: { min: 1, max: 40 },
  capacity: { min: 1, max: 10 },
};

/** The shape of `save_mentor_profile`, apart from the languages, which the page adds (`people/model.ts`). */
export const mentorProfile = {
  shown_name: z.string().check(z.trim(), z.minLength(limits.shown_name.min), z.maxLength(limits.shown_name.max)),
  locale: z.enum(locales),
  programme: z.string().check(z.minLength(1)),
  field: z.string().check(z.regex(/^\d{4}$/)),
  specialism: z.string().check(z.trim(), z.regex(/^$|^.{2}/s), z.maxLength(limits.specialism.max)),
  offers: z.array(z.enum(topics)).check(z.minLength(1)),
  formats: z.array(z.enum(formats)).check(z.minLength(1)),
  place: z.string().check(z.minLength(1)),
  hours: z.number().check(z.minimum(limits.hours.min), z.maximum(limits.hours.max)),
  capacity: z.number().check(z.minimum(limits.capacity.min), z.maximum(limits.capacity.max)),
  migrated: z.nullable(z.boolean()),
  about: z.string().check(z.trim(), z.minLength(limits.about.min), z.maxLength(limits.about.max)),
};

/** The shape of `pause`. */
export const pause = z.object({
  starts_on: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  ends_on: z.string().check(z.regex(/^(\d{4}-\d\d-\d\d)?$/)),
});
