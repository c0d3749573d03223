/** The cast in their places, and a town where something of everything is going on. */
import type { Sql } from 'postgres';
import { asPerson, freshDatabase, type FreshDatabase } from '../../tests/database.ts';

/** The town of `quiet-town.ts`, cloned. */
export const quietTown = (): Promise<FreshDatabase> => freshDatabase('town');

export const letter = 'I would like to ask you about finding work here.';

/** As a person, ask a mentor. Answers the request. */
export async function ask(sql: Sql, mentee: string, mentor: string): Promise<string> {
  const [row] = await asPerson(
    sql,
    mentee,
    (as) => as`select public.send_request(${mentor}, ${letter}) as request`,
  );
  return row!.request as string;
}

/** Ask and be answered yes. Answers the trial. */
export async function openTrial(sql: Sql, mentee: string, mentor: string): Promise<string> {
  const request = await ask(sql, mentee, mentor);
  const [row] = await asPerson(sql, mentor, (as) => as`select public.accept_request(${request}) as trial`);
  return row!.trial as string;
}

/** A trial whose hour is agreed and has passed. */
export async function metTrial(sql: Sql, mentee: string, mentor: string): Promise<string> {
  const trial = await openTrial(sql, mentee, mentor);
  await meet(sql, trial);
  return trial;
}

/** The hour is agreed and was yesterday: time passes by the operator's hand. */
export async function meet(sql: Sql, trial: string): Promise<void> {
  await sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 day', format = 'online',
    meet_at = 'https://meet.example/1', proposed_by = mentor, decide_by = now() + interval '6 days' where id = ${trial}`;
}

/** A match, all the way through. */
export async function openMatch(sql: Sql, mentee: string, mentor: string): Promise<string> {
  const trial = await metTrial(sql, mentee, mentor);
  await asPerson(sql, mentee, (as) => as`select public.say_go_on(${trial})`);
  const [row] = await asPerson(sql, mentor, (as) => as`select public.say_go_on(${trial}) as match`);
  return row!.match as string;
}
