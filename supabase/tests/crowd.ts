/** Many people at once. */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { addMentee, addMentor, type MenteeRow, type MentorRow } from './cast.ts';

export async function crowdOfMentees(sql: Sql, count: number, different: Partial<MenteeRow> = {}) {
  return crowd(count, (person) => addMentee(sql, person, different));
}

export async function crowdOfMentors(sql: Sql, count: number, different: Partial<MentorRow> = {}) {
  return crowd(count, (person) => addMentor(sql, person, different));
}

async function crowd(count: number, add: (person: string) => Promise<void>): Promise<string[]> {
  const people = Array.from({ length: count }, () => randomUUID());
  await Promise.all(people.map(add));
  return people;
}

/** A verb as one person: `select public.` is put before it. */
export interface Act {
  person: string;
  call: string;
}

/** Does everything at once and counts the outcomes: `works` and refusal keys. A deadlock would be `40P01`. */
export async function allAtOnce(sql: Sql, acts: Act[]): Promise<Record<string, number>> {
  const outcomes = await Promise.all(acts.map((act) => outcomeOf(sql, act)));
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** `works`, or why not. */
export const outcomeOf = async (sql: Sql, { person, call }: Act): Promise<string> =>
  (await refusalOf(asPerson(sql, person, (as) => as.unsafe(`select public.${call}`)))) ?? 'works';
