/** What is forgotten and when, and what must stay. */
import { expect, test } from 'vitest';
import { act } from './affair.ts';
import { addPerson, id } from './cast.ts';
import { ask, openMatch } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const forget = async (months: number, days = 0) =>
  (await db.sql`select private.forget(now() + make_interval(months => ${months}, days => ${days})) as gone`)[0]!.gone as Record<string, number>; // prettier-ignore
const count = async (table: string) =>
  (await db.sql.unsafe(`select count(*)::int as n from ${table}`))[0]!.n as number;

test('whoever never confirmed her address, after a day; a person never', async () => {
  const stranger = '50000000-0000-4000-8000-000000000001';
  await addPerson(db.sql, stranger);
  await db.sql`update auth.users set email_confirmed_at = null where id in (${stranger}, ${id.amina})`;
  await db.sql`update auth.users set created_at = now()`;
  expect((await forget(0)).unconfirmed).toBe(0);
  expect((await forget(0, 2)).unconfirmed).toBe(1);
  expect(
    await db.sql`select from auth.users where id in (${stranger}, ${id.amina}, ${id.signe})`,
  ).toHaveLength(2);
});

test('a request that came to nothing, twelve months after its end, with its letter', async () => {
  const request = await ask(db.sql, id.amina, id.kari);
  await ask(db.sql, id.amina, id.lin);
  await act(db.sql, id.kari, `decline_request('${request}', 'no-time')`);
  expect((await forget(11)).ended).toBe(0);
  expect(await count('public.letters')).toBe(2);
  expect((await forget(13)).ended).toBe(1);
  expect([await count('public.letters'), await count('public.requests')]).toEqual([1, 1]);
});

test('a match and all that led to it, twelve months after it ended, and not while it lives', async () => {
  const match = await openMatch(db.sql, id.amina, id.kari);
  await db.sql`update public.requests set ended_at = now() - interval '20 months'`;
  await db.sql`update public.trials set ended_at = now() - interval '20 months'`;
  expect((await forget(0)).ended).toBe(0);
  await act(db.sql, id.amina, `end_match('${match}', 'goal-reached')`);
  expect((await forget(11)).ended).toBe(0);
  expect((await forget(13)).ended).toBe(1);
  for (const table of ['requests', 'letters', 'trials', 'verdicts', 'matches', 'endings']) {
    expect([table, await count(`public.${table}`)]).toEqual([table, 0]);
  }
});

test('a background, with its log of consent, goes with the last place and not before', async () => {
  await db.sql`insert into public.backgrounds (person, country) values (${id.amina}, 'SY'), (${id.kari}, null)`;
  await db.sql`insert into public.background_consents (person, shares, version, locale, how)
    values (${id.amina}, '{country}', 1, 'en', 'page')`;
  expect((await forget(0)).backgrounds).toBe(0);
  await db.sql`update public.mentees set standing = 'left' where person = ${id.amina}`;
  expect((await forget(0)).backgrounds).toBe(1);
  expect([await count('public.backgrounds'), await count('public.background_consents')]).toEqual([1, 0]);
  await db.sql`select private.erase_person(${id.kari})`;
  expect(await count('public.backgrounds')).toBe(0);
});

test('mails after thirty days, but never one that waits; events after two years', async () => {
  await ask(db.sql, id.amina, id.kari);
  await ask(db.sql, id.amina, id.lin);
  await db.sql`update private.outbox set sent_at = now() where person = ${id.kari}`;
  await forget(0, 29);
  expect(await count('private.outbox')).toBe(2);
  await forget(0, 31);
  expect(await count('private.outbox')).toBe(1);
  expect(await count('public.events')).toBe(2);
  await forget(25);
  expect(await count('public.events')).toBe(0);
  await db.sql`delete from public.requests`;
});

test('an account that is deleted takes the person and everything of hers with it', async () => {
  await openMatch(db.sql, id.amina, id.kari);
  await act(db.sql, id.amina, `save_draft('mentee', '{}')`);
  await db.sql`delete from auth.users where id = ${id.amina}`;
  const tables = await db.sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
  const holding: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.sql.unsafe(
      `select count(*)::int as n from ${name} t where t::text like '%${id.amina}%'`,
    );
    if (row!.n > 0) holding.push(name);
  }
  // Who did what stays for two years, without a name.
  expect(holding).toEqual(['events']);
  expect((await db.sql`select taken from public.mentors where person = ${id.kari}`)[0]).toEqual({ taken: 0 });
});
