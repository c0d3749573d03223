/** True of every table, function and policy at once. An offender's name is in the message. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { rules } from './catalogue-rules.ts';
import { pretend } from './matrix-read.ts';
import { privateAndCallable } from './private-and-callable.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const offenders = async (query: string) =>
  (await db.sql.unsafe<{ what: string }[]>(query)).map(({ what }) => what).sort();

describe('every rule holds', () => {
  test.each(rules)('$says', async ({ query, but = {} }) => {
    // Equal, not a subset: an exception that is no longer needed goes.
    expect(await offenders(query)).toEqual(Object.keys(but).sort());
  });
});

describe('every rule notices its offender', () => {
  const offences: [rule: string, statement: string][] = [
    ['0013', 'create table public.x (id int primary key)'],
    ['0007', 'create table public.x (id int primary key)'],
    ['0004', 'create table public.x (id int)'],
    ['0001', 'create table public.x (id int primary key, p uuid references public.people on delete cascade)'],
    ['every foreign key says', 'create table public.x (id int primary key, p uuid references public.people)'],
    ['0009', 'create index x on public.mentors (programme)'],
    ['every rule for what', 'create table public.x (id int primary key check (id > 0))'],
    ['0010', 'create view public.x as select 1'],
    ['0002', 'create view public.x as select * from auth.users'],
    ['0014', 'create extension pgcrypto schema public'],
    ['0018', 'create table public.x (id int primary key, c regclass)'],
    ['0023', 'alter table public.people add birthday date'],
    ['every policy is for', 'create policy "x sees y" on public.people for update using (false)'],
    ['0006', 'create policy "x sees y" on public.people for select to authenticated using (false)'],
    ['0003', 'create policy "x sees y" on public.people for select to authenticated using (id = auth.uid())'],
    ['0015', `create policy "x sees y" on public.people for select to authenticated using ((auth.jwt() ->> 'user_metadata') is null)`],
    ['0024', 'create policy "x sees y" on public.people for update to authenticated using (true)'],
    ['what everybody who', 'create policy "x sees y" on public.people for select to authenticated using (true)'],
    ['the name of a policy', 'create policy "x" on public.people for select to authenticated using (false)'],
    ['no table is granted', 'grant update (shown_name) on public.people to authenticated'],
    ['no table is granted', 'grant select (shown_name) on public.people to anon'],
    ['no sequence', 'grant usage on sequence public.events_id_seq to authenticated'],
    ['0028', 'grant execute on function public.my_page to anon'],
    ['0028', 'grant execute on function public.my_page to public'],
    ['0028', 'grant execute on function public.take_referral to anon'],
    ['visitors may not', 'grant usage on schema private to anon'],
    ['nobody creates', 'grant create on schema public to authenticated'],
    ['0011', 'create function public.x() returns int language sql as $$ select 1 $$'],
    ['who signed in', `create function public.x(user_id uuid) returns int language sql set search_path = '' as $$ select 1 $$`],
    ['a verb that changes', `alter function public.my_page security definer`],
    ['a verb that runs', `create function public.x() returns int language sql security definer set search_path = '' as $$ select 1 $$`],
    ['every verb is granted', 'revoke execute on function public.my_page from authenticated'],
    ['no two functions', `create function public.my_page(x int) returns int language sql set search_path = '' as $$ select 1 $$`],
  ]; // prettier-ignore
  test.each(offences)('%s: %s', async (says, statement) => {
    const rule = rules.find((candidate) => candidate.says.startsWith(says))!;
    const found = await pretend(db.sql, async (tx) => {
      await tx.unsafe(statement);
      return tx.unsafe<{ what: string }[]>(rule.query);
    });
    expect(found.length).toBeGreaterThan(Object.keys(rule.but ?? {}).length);
  });
});

test("0029 what runs with the owner's rights for those who have signed in are the verbs of docs/api.md", async () => {
  const doc = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
  const inDoc = [...doc.matchAll(/^### `(\w+)`/gm)].map(([, name]) => name!).sort();
  expect(
    await offenders(`select proname::text as what from pg_proc where pronamespace = 'public'::regnamespace`),
  ).toEqual(inDoc);
});

test('what is private and yet callable is a named list, and none of it writes', async () => {
  const callable = `from pg_proc p where pronamespace = 'private'::regnamespace and has_function_privilege('authenticated', oid, 'execute')`;
  expect(await offenders(`select proname::text as what ${callable}`)).toEqual(
    Object.values(privateAndCallable).flatMap((names) => names.split(' ')).sort(), // prettier-ignore
  );
  const writing = `select proname::text as what ${callable} and (provolatile = 'v' or prosrc ~* '\\m(insert into|update public|update private|delete from)\\M')`;
  // It raises, which is all it does.
  expect(await offenders(writing)).toEqual(['refuse']);
});

test('what is new is closed until it is opened', async () => {
  const open = await pretend(db.sql, async (tx) => {
    await tx`create table public.newcomer (id bigint generated always as identity primary key)`;
    await tx`create function public.newcome() returns int language sql as $$ select 1 $$`;
    await tx`create function private.newcome() returns int language sql as $$ select 1 $$`;
    return tx`select r from unnest(array['anon', 'authenticated']) as r
      where has_table_privilege(r, 'public.newcomer', 'select, insert, update, delete, truncate')
        or has_sequence_privilege(r, 'public.newcomer_id_seq', 'usage, select, update')
        or has_function_privilege(r, 'public.newcome()', 'execute') or has_function_privilege(r, 'private.newcome()', 'execute')`;
  });
  expect([...open]).toEqual([]);
});

test('every verb is followed by its grant, in its own file', () => {
  const grants = (name: string) =>
    ['authenticated', 'anon, authenticated'].map(
      (to) => `grant execute on function public.${name} to ${to};`,
    );
  const folder = join(import.meta.dirname, '../schemas');
  const without = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return [...text.matchAll(/^create function public\.(\w+)\([\s\S]*?^(?:end )?\$\$;\n(.*)/gm)]
      .filter(([, name, next]) => !grants(name!).includes(next!))
      .map(([, name]) => `${file}: ${name}`);
  });
  expect(without).toEqual([]);
});
