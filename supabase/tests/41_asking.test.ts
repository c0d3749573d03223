/** A mentor has only so many requests to answer at once: whom it keeps from asking, what counts, and who is told. */
import { beforeEach, expect, test } from 'vitest';
import { act, refused, rowOf } from './affair.ts';
import { id } from './cast.ts';
import { rulesOf } from './cast-programmes.ts';
import { crowdOfMentees } from './crowd.ts';
import { ask, letter } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const send = (mentor: string) => `send_request('${mentor}', '${letter}')`;
const propose = (mentor: string) => `propose_match('${id.amina}', '${mentor}', '${letter}')`;
const enough = 'mentor_asked_enough';

/** Three have asked Kari, as many as `free` allows. */
let asked: { mentee: string; request: string }[];
beforeEach(async () => {
  asked = [];
  for (const mentee of await crowdOfMentees(db.sql, 3))
    asked.push({ mentee, request: await ask(db.sql, mentee, id.kari) });
});

test('who comes after is refused, and asks somebody else', async () => {
  expect(await refused(db.sql, id.amina, send(id.kari))).toBe(enough);
  expect(await refused(db.sql, id.amina, send(id.jonas))).toBeNull();
});

test.each<[string, (request: string, mentee: string) => Promise<unknown>]>([
  ['a no', (request) => act(db.sql, id.kari, `decline_request('${request}', 'no-time')`)],
  ['a yes', (request) => act(db.sql, id.kari, `accept_request('${request}')`)],
  ['taken back', (request, mentee) => act(db.sql, mentee, `withdraw_request('${request}')`)],
  ['silence', (request) => db.sql`select private.run_due(expires_at) from public.requests where id = ${request}`],
])('after %s there is room for another', async (_how, ends) => {
  await db.sql`update public.mentors set capacity = 5 where person = ${id.kari}`;
  const [{ request, mentee }] = asked as [(typeof asked)[0]];
  await ends(request, mentee);
  expect(await refused(db.sql, id.amina, send(id.kari))).toBeNull();
}); // prettier-ignore

test('what she has asked about counts, so that the reply is never refused', async () => {
  const [{ request, mentee }] = asked as [(typeof asked)[0]];
  await act(db.sql, id.kari, `ask_about_request('${request}', 'Which days suit you?')`);
  expect(await refused(db.sql, id.amina, send(id.kari))).toBe(enough);
  expect(await refused(db.sql, mentee, `reply_to_request('${request}', 'Mondays.')`)).toBeNull();
});

test('a coordinator is kept from proposing her too; a proposal counts from the mentee’s yes', async () => {
  expect(await refused(db.sql, id.ingrid, propose(id.kari))).toBe(enough);
  await act(db.sql, asked[0]!.mentee, `withdraw_request('${asked[0]!.request}')`);
  const proposed = await act<string>(db.sql, id.ingrid, propose(id.kari));
  // Nobody has asked her yet: another may, and then the yes has to wait.
  await ask(db.sql, id.dawit, id.kari);
  const yes = `accept_proposal('${proposed}', '${letter}')`;
  expect(await refused(db.sql, id.amina, yes)).toBe(enough);
  expect(await rowOf(db.sql, 'requests', proposed)).toMatchObject({ status: 'proposed', opened_at: null });
  await act(db.sql, id.kari, `decline_request('${asked[1]!.request}', 'no-time')`);
  expect(await refused(db.sql, id.amina, yes)).toBeNull();
});

test('her profile says so, and she stays in the directory', async () => {
  const card = () =>
    act<{ open: boolean; asked_enough: boolean }>(db.sql, id.amina, `mentor_card('${id.kari}')`);
  const { mentors } = await act<{ mentors: { person: string }[] }>(db.sql, id.amina, 'find_mentors()');
  expect(mentors.map(({ person }) => person)).toContain(id.kari);
  expect(await card()).toMatchObject({ open: true, asked_enough: true });
  await act(db.sql, id.kari, `decline_request('${asked[0]!.request}', 'no-time')`);
  expect(await card()).toMatchObject({ open: true, asked_enough: false });
});

test('nobody is suggested to whom she could not send a request now', async () => {
  await act(db.sql, id.jonas, `decline_request('${await ask(db.sql, id.amina, id.jonas)}', 'no-time')`);
  const [mail] = await db.sql`select params from private.outbox where kind = 'request-declined'`;
  expect(mail!.params).toEqual({ name: 'jonas', next: 'lin' });
});

test('the number is the programme’s', async () => {
  const { limits } = rulesOf('free');
  await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free', { limits: { ...limits, pending_requests: 4 } }) })})`;
  expect(await refused(db.sql, id.amina, send(id.kari))).toBeNull();
  expect(await refused(db.sql, id.dawit, send(id.kari))).toBe(enough);
});
