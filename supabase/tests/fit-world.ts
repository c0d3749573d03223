/** Random mentors and mentees for the oracle, the same every time. */
import type { Sql } from 'postgres';
import { interests, levels, topics } from '../../src/schemas/vocabulary.ts';
import { addMentee, addMentor, type MenteeRow } from './cast.ts';
import type { Candidate } from './fit-oracle.ts';

/** Numbers from 0 to 1 that only look random (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function maker(seed: number, codes: string[]) {
  const roll = dice(seed);
  const whole = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1));
  const one = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
  const some = <T>(list: readonly T[], from: number, to: number): T[] => {
    const left = [...list];
    return Array.from({ length: whole(from, to) }, () => left.splice(whole(0, left.length - 1), 1)[0]!);
  };
  const places = ['zz-north-bay', 'zz-north-hill', 'zz-south-mill', 'zz-south-town'];
  const both = () => ({
    field: one(codes),
    languages: some(['en', 'no', 'sv', 'ar', 'uk', 'bn'], 1, 4).map((language) => ({
      language,
      level: one(levels),
    })),
    interests: some(interests, 0, 5),
    formats: some(['in-person', 'online'], 1, 2),
    place: one(places),
    hours: whole(1, 12),
    gender: one(['woman', 'man', 'non-binary', 'undisclosed']),
  });
  return {
    uuid: () =>
      '10000000-0000-4000-8000-000000000000'.replaceAll('0', () => '0123456789abcdef'[whole(0, 15)]!),
    mentee: (programme: string): Partial<MenteeRow> => ({
      ...both(),
      programme,
      goals: some(topics, 1, 5),
      prefers: one(['any', 'migrated', 'local']),
      prefers_gender: one(['any', 'woman', 'man']),
      prefers_tongue: one(['any', 'own']),
    }),
    mentor: (programme: string): Partial<Candidate> => ({
      ...both(),
      programme,
      offers: some(topics, 1, 8),
      capacity: whole(1, 4),
      migrated: one([true, false, null]),
      free: whole(0, 4),
      paused: roll() < 0.1,
      answers: whole(0, 100),
      busy: whole(0, 100),
    }),
  };
}

/** Puts a mentor there, with the derived figures the random world gave her. */
export async function settleMentor(sql: Sql, person: string, made: Partial<Candidate>): Promise<Candidate> {
  const { free, paused, answers, busy, ...row } = made as Candidate;
  await addMentor(sql, person, { ...row, shown_name: 'Somebody' });
  if (paused) await sql`update public.mentors set paused_from = current_date - 1 where person = ${person}`;
  await sql`update public.open_mentors set free = ${free}, answers = ${answers}, busy = ${busy} where person = ${person}`;
  return { ...(made as Candidate), person };
}

export async function settleMentee(sql: Sql, person: string, made: Partial<MenteeRow>): Promise<MenteeRow> {
  await addMentee(sql, person, { ...made, shown_name: 'Somebody' });
  return made as MenteeRow;
}
