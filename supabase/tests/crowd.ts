/** Many people at once. */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { sent } from './applicant.ts';
import { addMentee, addMentor, addPerson, type MenteeRow, type MentorRow } from './cast.ts';

export async function crowdOfMentees(sql: Sql, count: number, different: Partial<MenteeRow> = {}) {
  return crowd(count, (person) => addMentee(sql, person, different));
}

export async function crowdOfMentors(sql: Sql, count: number, different: Partial<MentorRow> = {}) {
  return crowd(count, (person) => addMentor(sql, person, different));
}

/** On the waiting list of `free`, because nobody fits yet; answers may differ. */
export async function crowdInLine(sql: Sql, count: number, different: object = {}) {
  return crowd(count, async (person) => {
    await addPerson(sql, person);
    const application = await sent(sql, { person, different });
    await sql`update public.applications set status = 'waiting', line = 'waiting', reason = 'no-match-yet' where id = ${application}`;
  });
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
