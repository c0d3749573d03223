import * as z from 'zod/mini';
import { profile } from '../../schemas/profile.ts';
import { profileLimits } from '../../schemas/profile-limits.ts';
import {
  genderPreferences,
  migrationPreferences,
  tonguePreferences,
  topics,
  type Topic,
} from '../../schemas/vocabulary.ts';

/** Lengths and ranges, as the constraints in `32_mentees.sql` have them. */
export const limits = { ...profileLimits, goals: { min: 1, max: 5 } };

/** The arguments of `save_mentee_profile`. */
export const menteeProfile = z.object({
  ...profile,
  goals: z.array(z.enum(topics)).check(z.minLength(limits.goals.min), z.maxLength(limits.goals.max)),
  prefers: z.enum(migrationPreferences),
  prefers_gender: z.enum(genderPreferences),
  prefers_tongue: z.enum(tonguePreferences),
});

/** What a mentee has not said yet. */
export const unsaid = {
  goals: [] as Topic[],
  prefers: 'any' as (typeof migrationPreferences)[number],
  prefers_gender: 'any' as (typeof genderPreferences)[number],
  prefers_tongue: 'any' as (typeof tonguePreferences)[number],
};
