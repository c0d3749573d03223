import * as z from 'zod/mini';
import { profile, whole } from '../../schemas/profile.ts';
import { profileLimits } from '../../schemas/profile-limits.ts';
import { topics, type Topic } from '../../schemas/vocabulary.ts';

/** Lengths and ranges, as the constraints in `30_mentors.sql` have them. */
export const limits = { ...profileLimits, offers: { min: 1, max: 11 }, capacity: { min: 1, max: 10 } };

/** The arguments of `save_mentor_profile`. */
export const mentorProfile = z.object({
  ...profile,
  offers: z.array(z.enum(topics)).check(z.minLength(limits.offers.min)),
  capacity: whole(limits.capacity),
  migrated: z.nullable(z.boolean()),
});

/** What a mentor has not said yet. */
export const unsaid = { offers: [] as Topic[], capacity: '1', migrated: 'unsaid' as 'yes' | 'no' | 'unsaid' };

/** The shape of `pause`. */
export const pause = z.object({
  starts_on: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  ends_on: z.string().check(z.regex(/^(\d{4}-\d\d-\d\d)?$/)),
});
