/** The cast in their places, and a town where something of everything is going on. */
import type { Sql } from 'postgres';
import { asPerson, freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { addCoordinator, addMentee, addMentor, addPerson, id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { syncForms } from './forms.ts';

/** Everybody in their place, and all but two approved; nobody has asked anybody. */
export async function quietTown(): Promise<FreshDatabase> {
  const town = await freshDatabase();
  await settle(town.sql);
  return town;
}

async function settle(sql: Sql): Promise<void> {
  await syncGround(sql);
  await syncForms(sql);
  await addPerson(sql, id.signe);
  await addPerson(sql, id.alma);
  await addMentee(sql, id.amina);
  await addMentee(sql, id.dawit, { place: 'zz-south-mill', field: '2221' });
  await addMentor(sql, id.kari);
  await addMentor(sql, id.jonas, { place: 'zz-south-town', field: '2221' });
  await addCoordinator(sql, id.ingrid, 'free');
  await addCoordinator(sql, id.torstein, 'free', 'zz-south');
  await addCoordinator(sql, id.birthe, 'careful');
  await addMentee(sql, id.nils, { programme: 'careful' });
  await addMentor(sql, id.mette, { programme: 'careful', capacity: 1 });
  await addMentee(sql, id.sol, { programme: 'careful' });
  await addMentor(sql, id.tove, { programme: 'careful' });
  await addMentor(sql, id.pia, { programme: 'careful' });
  await addMentor(sql, id.lin);
  await sql`update public.mentors set paused_from = current_date + case person when ${id.lin} then 300 else 0 end
    where person in (${id.pia}, ${id.lin})`;
  await addMentor(sql, id.wanda, { standing: 'preparing' });
  await addMentee(sql, id.walid, { standing: 'preparing' });
}

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
