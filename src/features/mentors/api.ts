import { act, read, readFirst } from '../../lib/api/client.ts';
import type { Found, OneMentor, Standing } from '../../lib/api/rows.ts';
import type { Sieve } from './sieve.ts';

/** A page of mentors, best fit first, behind `after`. @throws Refusal `not_a_mentee` */
export const findMentors = (sieve: Sieve, codes: string[] | null, size: number, after: Found['next']) =>
  read<Found>('find_mentors', {
    fields: codes,
    language: sieve.language || null,
    region: sieve.where && sieve.where !== 'online' ? sieve.where : null,
    online: sieve.where === 'online' || null,
    offers: sieve.offers.length > 0 ? sieve.offers : null,
    hours: sieve.hours || null,
    words: sieve.words || null,
    shelf: sieve.shelf || null,
    after_score: after?.score ?? null,
    after_person: after?.person ?? null,
    page_size: size,
  });

/** Why a directory may be empty: my own standing, and whether my programme lets mentees ask. */
export const readStanding = () =>
  readFirst<{ standing: Standing; programmes: { modes: string[] } }>(
    'mentees',
    // Requests join mentees and programmes too, so the way is named.
    'standing,programmes!mentees_programme_fkey(modes)',
  );

/** @throws Refusal `mentor_unknown` for whoever I may not see */
export const readMentor = (mentor: string) => read<OneMentor>('mentor_card', { mentor });

/** Saves my mentor profile whole; answers where it stands. @throws Refusal `not_a_mentor` */
export const saveMentorProfile = (profile: object) => act<Standing>('save_mentor_profile', profile);
export const pause = (starts_on: string, ends_on: string | null) => act('pause', { starts_on, ends_on });
export const resume = () => act('resume');
