/** Mails wait in the transaction of their cause, leave once, come back when a worker dies, and are given up in sight. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverDue } from '../../server/deliver.ts';
import { asPerson, type FreshDatabase } from '../../tests/database.ts';
import { id } from './cast.ts';
import { ask, quietTown } from './town.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await quietTown();
});
beforeEach(async () => {
  await db.sql`delete from private.outbox`;
});
afterAll(() => db.close());

const queue = (key: string, person: string = id.amina) =>
  db.sql`select private.queue_mail(${key}, 'request-nudge', ${person}, '{"name":"Kari"}')`;
const take = (batch = 10, minutes = 0) => db.sql<{ id: string; key: string; attempts: number }[]>`
  select id, key, attempts from private.take_mail(${batch}, now() + make_interval(mins => ${minutes}))`;
const row = async (key: string) => (await db.sql`select * from private.outbox where key = ${key}`)[0]!;

test('the same cause is one mail, whatever it would say the second time', async () => {
  await Promise.all(Array.from({ length: 40 }, () => queue('once')));
  expect(await db.sql`select key from private.outbox`).toHaveLength(1);
});

test('a mail is not there if what caused it was not', async () => {
  const act = db.sql.begin(async (tx) => {
    await tx`select private.queue_mail('never', 'request-nudge', ${id.amina})`;
    throw new Error('changed my mind');
  });
  await expect(act).rejects.toThrow('changed my mind');
  expect(await take()).toEqual([]);
});

test('what is taken carries the address, the name, the language and the clock', async () => {
  await db.sql`update public.people set locale = 'sv' where id = ${id.kari}`;
  await queue('one', id.kari);
  const [mail] = await db.sql`select * from private.take_mail(1)`;
  expect(mail).toMatchObject({
    key: 'one',
    kind: 'request-nudge',
    locale: 'sv',
    address: `${id.kari}@example.org`,
    name: 'kari',
    params: { name: 'Kari' },
    attempts: 1,
    zone: 'Europe/Oslo',
  });
});

test('two workers never take the same mail', async () => {
  for (let nr = 0; nr < 60; nr++) await queue(`mail ${nr}`);
  const hauls = await Promise.all(Array.from({ length: 20 }, () => take(5)));
  const keys = hauls.flat().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBe(60);
  expect(await take()).toEqual([]);
});

test('a worker that dies loses nothing: after two minutes the mail comes back', async () => {
  await queue('lease');
  expect(await take()).toHaveLength(1);
  expect(await take(10, 1)).toHaveLength(0);
  expect(await take(10, 3)).toMatchObject([{ key: 'lease', attempts: 2 }]);
});

test('a mail that takes longer than two minutes to leave is nobody else’s meanwhile', async () => {
  await queue('slow');
  const sent: string[] = [];
  let arrive = () => {};
  const arrived = new Promise<void>((done) => (arrive = done));
  const worker = (name: string, sending = Promise.resolve()) => {
    const send = () => sending.then(() => void sent.push(name));
    const words = () => Promise.resolve('---\nsubject: Soon\n---\n\n{name}\n');
    return deliverDue(db.sql, { send, close: () => Promise.resolve() }, words, 'https://example.org', 20);
  };
  const slow = worker('slow', arrived);
  await expect.poll(async () => (await row('slow')).attempts).toBe(1);
  // As if all but an instant of the two minutes had passed.
  await db.sql`update private.outbox set next_at = now() + interval '100 milliseconds'`;
  await new Promise((done) => setTimeout(done, 300));
  expect(await worker('other')).toEqual({ sent: 0, failed: 0 });
  arrive();
  expect(await slow).toEqual({ sent: 1, failed: 0 });
  expect(sent).toEqual(['slow']);
});

test('what has left never leaves again, and what it said is forgotten', async () => {
  await queue('left');
  const [mail] = await take();
  await db.sql`select private.mail_sent(${mail!.id}::bigint)`;
  await db.sql`select private.mail_failed(${mail!.id}::bigint, 'too late to complain')`;
  await queue('left');
  expect(await take(10, 10_000)).toEqual([]);
  expect(await row('left')).toMatchObject({ params: {}, last_error: null, given_up_at: null });
});

test('a failure waits twice as long each time, four hours at most, and is given up after eight', async () => {
  await queue('stubborn');
  const waits: number[] = [];
  for (let minutes = 0, attempt = 1; attempt <= 8; attempt++) {
    const [mail] = await take(1, minutes);
    expect(mail).toMatchObject({ key: 'stubborn', attempts: attempt });
    await db.sql`select private.mail_failed(${mail!.id}::bigint, ${'x'.repeat(300)},
      now() + make_interval(mins => ${minutes}))`;
    const [{ wait }] = (await db.sql`select round(extract(epoch from next_at - now()) / 60)::int as wait
      from private.outbox`) as unknown as [{ wait: number }];
    waits.push(wait - minutes);
    minutes = wait + 1;
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 240]);
  const given = await row('stubborn');
  expect(given.given_up_at).not.toBeNull();
  expect(given.last_error).toHaveLength(200);
  expect(await take(10, 100_000)).toEqual([]);
});

test('a mail given up stands on the desk of her coordinator, who tries again or puts it aside', async () => {
  const key = `request-sent:${await ask(db.sql, id.amina, id.lin)}`;
  await db.sql`update private.outbox set given_up_at = now(), attempts = 8`;
  const mails = async (person: string) => {
    const [answer] = await asPerson(db.sql, person, (as) => as`select public.desk() -> 'mails' as mails`);
    return answer!.mails as { count: number; items: { id: number; kind: string; address?: string }[] };
  };
  const [lost] = (await mails(id.ingrid)).items;
  expect(lost).toMatchObject({ person: id.lin, kind: 'request-sent' });
  expect(JSON.stringify(lost)).not.toContain('example.org');
  expect(await mails(id.torstein)).toMatchObject({ count: 0 });

  await asPerson(db.sql, id.ingrid, (as) => as`select public.send_mail_again(${lost!.id})`);
  expect(await take()).toMatchObject([{ key, attempts: 1 }]);
  expect(await mails(id.ingrid)).toMatchObject({ count: 0 });

  await db.sql`update private.outbox set given_up_at = now()`;
  await asPerson(db.sql, id.ingrid, (as) => as`select public.put_mail_aside(${lost!.id})`);
  expect(await mails(id.ingrid)).toMatchObject({ count: 0 });
});

test('an account that goes takes its mails with it', async () => {
  await ask(db.sql, id.amina, id.kari);
  await db.sql`delete from auth.users where id = ${id.kari}`;
  expect(await take()).toEqual([]);
});
