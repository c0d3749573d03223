/** What the clock does: nudge, expire, remind, leave undecided. Time is an argument; running twice does nothing twice. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { addMentee, addMentor, id } from './cast.ts';
import { ask, letter, meet, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

/** Lets the clock strike, `days` from now; answers what it did that is not nothing. */
async function strike(days: number): Promise<Record<string, number>> {
  const [row] =
    await db.sql`select private.run_due(now() + make_interval(hours => ${Math.round(days * 24)})) as did`;
  const { nudged, expired, reminded } = row!.did as Record<string, number>;
  return Object.fromEntries(Object.entries({ nudged, expired, reminded }).filter(([, count]) => count !== 0)) as Record<string, number>; // prettier-ignore
}
const as = (person: string, call: string) =>
  asPerson(db.sql, person, (tx) => tx.unsafe(`select public.${call}`));
const mails = async (kind: string) =>
  [...(await db.sql`select person, params from private.outbox where kind = ${kind} order by id`)].map(
    (row) => ({ ...row }),
  );
const statusOf = async (table: string, row: string) =>
  (await db.sql.unsafe(`select status from public.${table} where id = '${row}'`))[0]!.status as string;

test('an open request is nudged after three days, once', async () => {
  await ask(db.sql, id.amina, id.kari);
  expect(await strike(2.9)).toEqual({});
  expect(await strike(3.1)).toEqual({ nudged: 1 });
  expect(await strike(3.1)).toEqual({});
  expect(await strike(5)).toEqual({});
  expect(await mails('request-nudge')).toMatchObject([{ person: id.kari, params: { name: 'amina' } }]);
});

test('it expires after seven, and the mentee hears who would be next', async () => {
  const request = await ask(db.sql, id.amina, id.kari);
  expect(await strike(6.9)).toEqual({ nudged: 1 });
  expect(await strike(7.1)).toEqual({ expired: 1 });
  expect(await strike(7.1)).toEqual({});
  expect(await statusOf('requests', request)).toBe('expired');
  // Lin is in her field as Kari is; Jonas is not.
  expect(await mails('request-expired')).toEqual([
    { person: id.amina, params: { name: 'kari', next: 'lin' } },
  ]);
  expect(await refusalOf(as(id.kari, `accept_request('${request}')`))).toBe('request_not_open');
});

test('nobody is suggested who was asked, hidden or has blocked her', async () => {
  await db.sql`insert into public.marks (person, other, mark) values (${id.amina}, ${id.lin}, 'hidden'),
    (${id.jonas}, ${id.amina}, 'blocked')`;
  await ask(db.sql, id.amina, id.kari);
  await strike(8);
  expect(await mails('request-expired')).toEqual([{ person: id.amina, params: { name: 'kari', next: '' } }]);
});

test('a no tells who would be next, too', async () => {
  await as(id.kari, `decline_request('${await ask(db.sql, id.amina, id.kari)}', 'no-time')`);
  expect(await mails('request-declined')).toEqual([
    { person: id.amina, params: { name: 'kari', next: 'lin' } },
  ]);
});

test('where mentees do not ask by themselves, nobody is suggested whom she could not ask', async () => {
  const [mentee, slow, no, another] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string]; // prettier-ignore
  await addMentee(db.sql, mentee, { programme: 'chosen' });
  for (const mentor of [slow, no, another]) await addMentor(db.sql, mentor, { programme: 'chosen' });
  await db.sql`insert into public.coordinators (person, programme) values (${id.ingrid}, 'chosen')`;
  const asked = [];
  for (const mentor of [slow, no]) {
    await as(id.ingrid, `propose_match('${mentee}', '${mentor}', '${letter}')`);
    const [row] = await db.sql`select id from public.requests where status = 'proposed'`;
    await as(mentee, `accept_proposal('${row!.id as string}', '${letter}')`);
    asked.push(row!.id as string);
  }
  await as(no, `decline_request('${asked[1]}', 'no-time')`);
  expect(await strike(7.1)).toMatchObject({ expired: 1 });
  for (const kind of ['request-declined', 'request-expired'])
    expect(await mails(kind)).toMatchObject([{ person: mentee, params: { next: '' } }]);
});

test('a question stops the nudge and starts the days anew; so does the reply', async () => {
  const request = await ask(db.sql, id.amina, id.kari);
  await db.sql`update public.requests set sent_at = sent_at - interval '2 days', expires_at = expires_at - interval '2 days'`;
  await as(id.kari, `ask_about_request('${request}', 'Which tools do you use?')`);
  expect(await strike(6.9)).toEqual({});
  await as(id.amina, `reply_to_request('${request}', 'These and those.')`);
  expect(await strike(3.1)).toEqual({ nudged: 1 });
  expect(await strike(6.9)).toEqual({});
  expect(await strike(7.1)).toEqual({ expired: 1 });
});

test('a question nobody answers ends too, in other words', async () => {
  const request = await ask(db.sql, id.amina, id.kari);
  await as(id.kari, `ask_about_request('${request}', 'Which tools do you use?')`);
  expect(await strike(7.1)).toEqual({ expired: 1 });
  expect(await mails('request-expired')).toEqual([]);
  expect(await mails('request-expired-unanswered')).toMatchObject([{ person: id.amina }]);
});

test('a proposal nobody took up ends without a word to the mentor', async () => {
  await as(id.ingrid, `propose_match('${id.amina}', '${id.kari}', '${letter}')`);
  expect(await strike(3.1)).toEqual({});
  expect(await strike(7.1)).toEqual({ expired: 1 });
  expect(await db.sql`select key from private.outbox where person = ${id.kari}`).toEqual([]);
  expect(await db.sql`select id from public.events where mentor = ${id.kari} and noun = 'request'`).toEqual(
    [],
  );
});

test('who waits for a mentor who is full now is told so', async () => {
  const [mentor, mentee] = [randomUUID(), randomUUID()];
  await addMentor(db.sql, mentor, { capacity: 1 });
  await addMentee(db.sql, mentee);
  const request = await ask(db.sql, mentee, mentor);
  await openTrial(db.sql, id.amina, mentor);
  expect(await strike(0)).toEqual({ expired: 1 });
  expect(await statusOf('requests', request)).toBe('closed');
  expect(await mails('request-mentor-full')).toHaveLength(1);
});

test('a time proposed and never agreed to is not an hour they met', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await as(id.kari, `propose_trial('${trial}', now() + interval '1 hour', 'online', 'https://meet.example')`);
  await strike(21.1);
  await db.sql`update public.trials set starts_at = now() - interval '1 day' where id = ${trial}`;
  expect(await refusalOf(as(id.amina, `say_go_on('${trial}')`))).toBe('trial_not_yet');
  await as(id.ingrid, `extend_trial('${trial}')`);
  expect(await statusOf('trials', trial)).toBe('planning');
});

test('a request that is given more days while the sweep is at another goes on', async () => {
  await Promise.all([ask(db.sql, id.amina, id.kari), ask(db.sql, id.dawit, id.jonas)]);
  await db.sql`update public.requests set sent_at = sent_at - interval '8 days', expires_at = expires_at - interval '8 days'`;
  const [first, second] = await db.sql<{ id: string; mentor: string }[]>`select id, mentor from public.requests order by id`; // prettier-ignore
  // The sweep has looked for both, and waits to queue the mail about the first.
  const other = await db.sql.reserve();
  await other`begin`;
  await other`insert into private.outbox (key, kind, person) values (${`request-over:${first!.id}`}, 'test', ${id.signe})`;
  const sweep = db.sql`select private.expire_requests(now())`.execute();
  await expect.poll(() => db.sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`).toHaveLength(1); // prettier-ignore
  await as(second!.mentor, `ask_about_request('${second!.id}', 'Which tools?')`);
  await other`rollback`;
  other.release();
  await sweep;
  expect(await Promise.all([first!, second!].map((request) => statusOf('requests', request.id)))).toEqual(['expired', 'asked']); // prettier-ignore
  expect(await mails('request-mentor-full')).toEqual([]);
});

test('after the hour, who is silent is asked once, and then the coordinator', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await meet(db.sql, trial);
  await as(id.amina, `say_go_on('${trial}')`);
  expect(await strike(5.9)).toEqual({});
  expect(await strike(6.1)).toEqual({ reminded: 1 });
  expect(await strike(6.1)).toEqual({});
  expect(await mails('trial-answer-reminder')).toMatchObject([{ person: id.kari }]);
  expect(await strike(13.1)).toEqual({ reminded: 1 });
  expect(await statusOf('trials', trial)).toBe('undecided');
  // It is not too late.
  await as(id.kari, `say_go_on('${trial}')`);
  expect(await statusOf('trials', trial)).toBe('matched');
});

test('drafts are forgotten after ninety days', async () => {
  await as(id.amina, `save_draft('mentee', '{"about":"…"}')`);
  await strike(89);
  expect(await db.sql`select form from public.drafts`).toHaveLength(1);
  await strike(91);
  expect(await db.sql`select form from public.drafts`).toHaveLength(0);
});
