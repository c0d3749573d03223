import * as z from 'zod/mini';
import { formats, genderPreferences, locales, migrationPreferences, topics } from '../../schemas/vocabulary.ts';

/** Lengths and ranges, as the constraints in `32_mentees.sql` have them. */
export const limits = {
  shown_name: { min: 1, max: 40 },
  specialism: { min: 2, max: 80 },
  about: { min: 20, max: 1200 },
  hours: { min: 1, max: 40 },
  goals: { min: 1, max: 5 },
};

/** The shape of `save_mentee_profile`, apart from the languages, which the page adds (`people/model.ts`). */
export const menteeProfile = {
  shown_name: z.string().check(z.trim(), z.minLength(limits.shown_name.min), z.maxLength(limits.shown_name.max)),
  locale: z.enum(locales),
  programme: z.string().check(z.minLength(1)),
  field: z.string().check(z.regex(/^\d{4}$/)),
  specialism: z.string().check(z.trim(), z.regex(/^$|^.{2}/s), z.maxLength(limits.specialism.max)),
  goals: z.array(z.enum(topics)).check(z.minLength(limits.goals.min), z.maxLength(limits.goals.max)),
  formats: z.array(z.enum(formats)).check(z.minLength(1)),
  place: z.string().check(z.minLength(1)),
  hours: z.number().check(z.minimum(limits.hours.min), z.maximum(limits.hours.max)),
  prefers: z.enum(migrationPreferences),
  prefers_gender: z.enum(genderPreferences),
  about: z.string().check(z.trim(), z.minLength(limits.about.min), z.maxLength(limits.about.max)),
};
