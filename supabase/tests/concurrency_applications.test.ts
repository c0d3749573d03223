/** Many at once on applications: begun once, sent once, decided once. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { decide, draft, save, sent } from './applicant.ts';
import { addCoordinator, addPerson, id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { allAtOnce } from './crowd.ts';
import { syncForms } from './forms.ts';
import { brokenRules } from './invariants.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('product', { max: 80 });
  await syncGround(db.sql);
  await syncForms(db.sql);
  await addCoordinator(db.sql, id.ingrid, 'free');
  await addCoordinator(db.sql, id.torstein, 'free');
});
afterEach(async () => expect(await brokenRules(db.sql)).toEqual({}));
afterAll(() => db.close());

const newcomers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const person = randomUUID();
      await addPerson(db.sql, person);
      return person;
    }),
  );

/** Has applied; there is a reason to take her although others may be waiting by then. */
async function mayBeTaken(person: string): Promise<string> {
  const application = await sent(db.sql, { person });
  await db.sql`insert into public.application_overrides (application, rule, reason)
    values (${application}, 'order', 'A mentor of her trade is free.')`;
  return application;
}

test('an application begun 100 times at once is one', async () => {
  const [person] = await newcomers(1);
  const act = { person: person!, call: `begin_application('free', 'mentee', 'en')` };
  expect(await allAtOnce(db.sql, Array(100).fill(act))).toEqual({ works: 100 });
  const rows = await db.sql`select from public.applications where person = ${person!}`;
  const events = await db.sql`select from public.events where actor = ${person!}`;
  expect([rows.length, events.length]).toEqual([1, 1]);
});

test('saved in 20 windows at once: the first, and the others are told', async () => {
  const [person] = await newcomers(1);
  const application = await draft(db.sql, { person: person! });
  const acts = Array.from({ length: 20 }, (_, nr) => ({
    person: person!,
    call: save(application, { hours: nr + 1 }, 1),
  }));
  expect(await allAtOnce(db.sql, acts)).toEqual({ works: 1, application_changed: 19 });
});

test('sent 200 times at once is sent once: one event, one receipt', async () => {
  const [person] = await newcomers(1);
  const application = await draft(db.sql, { person: person! });
  const act = { person: person!, call: `send_application('${application}')` };
  expect(await allAtOnce(db.sql, Array(200).fill(act))).toEqual({ works: 200 });
  const [count] = await db.sql`select
    (select count(*)::int from public.events where subject = ${application} and verb = 'send_application') as events,
    (select count(*)::int from private.outbox where person = ${person!}) as mails`;
  expect(count).toEqual({ events: 1, mails: 1 });
});

test('two coordinators decide at once, 30 times: one decision each time', async () => {
  const people = await newcomers(30);
  const applications = await Promise.all(people.map(mayBeTaken));
  const acts = applications.flatMap((application) => [
    { person: id.ingrid, call: decide(application, 'accept', 'sent') },
    { person: id.torstein, call: decide(application, 'wait', 'sent') },
  ]);
  expect(await allAtOnce(db.sql, acts)).toEqual({ works: 30, application_decided: 30 });
  const [count] = await db.sql`select count(*)::int as letters from public.application_messages
    where kind = 'letter' and application in ${db.sql(applications)}`;
  expect(count).toEqual({ letters: 30 });
});

test('she takes it back while she is let in: it ends in one way', async () => {
  const people = await newcomers(30);
  const applications = await Promise.all(people.map(mayBeTaken));
  const acts = applications.flatMap((application, nr) => [
    { person: id.ingrid, call: decide(application, 'accept') },
    { person: people[nr]!, call: `withdraw_application('${application}')` },
  ]);
  const { works, application_decided = 0, application_not_open = 0 } = await allAtOnce(db.sql, acts);
  expect([works, application_decided + application_not_open]).toEqual([30, 30]);
});

test('begun 60 times at once by two coordinators with the same person: one draft, one account, one of the two', async () => {
  const address = `${randomUUID()}@example.org`;
  const call = `begin_assisted('free', 'mentee', '${address}', 'Zari', 'sv', 'phone', 1)`;
  const acts = Array.from({ length: 60 }, (_, nr) => ({ person: nr % 2 ? id.ingrid : id.torstein, call }));
  expect(await allAtOnce(db.sql, acts)).toEqual({ works: 30, applies_already: 30 });
  const rows = await db.sql`select from public.applications a join auth.users u on u.id = a.person
    join public.consents c on c.application = a.id where u.email = ${address}`;
  expect(rows).toHaveLength(1);
});
