/** Two people and how they fit, for one question at a time. */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { asPerson } from '../../tests/database.ts';
import { addMentee, addMentor, type MenteeRow, type MentorRow } from './cast.ts';

export interface Fitting {
  score: number;
  field: number;
  goals: number;
  language: number;
  place: number;
  time: number;
  preference: number;
  answers: number;
  load: number;
  interests: number;
}

/** Adds two people; answers their fit, or null where a hard rule forbids it. */
export async function fitOf(
  sql: Sql,
  mentee: Partial<MenteeRow>,
  mentor: Partial<MentorRow> = {},
): Promise<Fitting | null> {
  const two = await addPair(sql, mentee, mentor);
  const [fitting] = await sql<Fitting[]>`
    select * from unnest(private.fitting_of(private.seeker(${two.mentee}), ${two.mentor}))`;
  return fitting ?? null;
}

export async function addPair(sql: Sql, mentee: Partial<MenteeRow>, mentor: Partial<MentorRow> = {}) {
  const two = { mentee: randomUUID(), mentor: randomUUID() };
  await addMentee(sql, two.mentee, mentee);
  await addMentor(sql, two.mentor, { programme: mentee.programme ?? 'free', ...mentor });
  return two;
}

export interface Card {
  person: string;
  name: string;
  score: number;
  mark: string | null;
  reasons: ({ code: string; points: number } & Record<string, unknown>)[];
  raise: ({ code: string; points: number } & Record<string, unknown>) | null;
}

/** What a mentee finds, with the arguments as SQL: `offers => '{cv}'`. */
export async function find(sql: Sql, mentee: string, args = ''): Promise<Card[]> {
  const [row] = await asPerson(sql, mentee, (as) => as.unsafe(`select public.find_mentors(${args}) as page`));
  return (row!.page as { mentors: Card[] }).mentors;
}

export const spoken = (languages: string) =>
  languages.split(' ').map((one) => ({ language: one.split(':')[0]!, level: one.split(':')[1]! }));
