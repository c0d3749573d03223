/** A hosted Supabase gives no superuser: whoever migrates there owns the database, passes row security, and no more. */
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syncContent } from '../../scripts/sync-content.ts';
import { migrate } from '../../server/migrations.ts';
import { asPerson, freshDatabase, refusalOf, type FreshDatabase } from '../../tests/database.ts';
import { cast } from '../seeds/cast.ts';
import { fillWorld } from '../seeds/world.ts';
import { shapeOf } from './shape.ts';

/** As hosted Supabase makes its `postgres`: its tables of `auth` belong to somebody else, and are granted. */
const hosted = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'hosted') then
      create role hosted login nosuperuser createdb createrole bypassrls password 'test';
      grant anon, authenticated, service_role to hosted with admin option;
    end if;
    execute format('alter database %I owner to hosted', current_database());
  end $$;
  alter schema extensions owner to hosted;
  grant usage on schema auth to hosted;
  grant all on all tables in schema auth to hosted with grant option;
  grant all on all sequences in schema auth to hosted;
  alter default privileges for role hosted in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges for role hosted in schema public grant all on functions to anon, authenticated, service_role;
  alter default privileges for role hosted in schema public grant all on sequences to anon, authenticated, service_role;`;

let project: FreshDatabase;
let sql: Sql;
beforeAll(async () => {
  project = await freshDatabase('ground', { max: 1 });
  await project.sql.unsafe(hosted).simple();
  sql = postgres(project.url.replace('//postgres:', '//hosted:'), { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await project?.close();
});

test('the migrations need no superuser, and close the same doors', async () => {
  expect(await sql`select rolsuper from pg_roles where rolname = current_user`).toEqual([
    { rolsuper: false },
  ]);
  await migrate(sql, join(import.meta.dirname, '../migrations'));
  const product = await freshDatabase('product', { max: 1 });
  const [here, there] = [await shapeOf(sql), await shapeOf(product.sql)];
  await product.close();
  // What the owner is called, and who was granted first, is all the difference.
  const owned = (lines: string[] = []) =>
    lines
      .map((line) =>
        line
          .replaceAll(/\b(?:hosted|postgres)\b/g, 'owner')
          .replace(/\{.*\}/, (grants) => grants.slice(1, -1).split(',').toSorted().join()),
      )
      .toSorted();
  for (const kind of ['policies', 'row security', 'triggers', 'grants'])
    expect.soft(owned(here[kind]), kind).toEqual(owned(there[kind]));
});

test('content, people, the clock and goodbye work without one too', async () => {
  await syncContent(sql);
  await sql`begin`;
  await fillWorld(sql);
  await sql`commit`;
  const [page] = await asPerson(
    sql,
    cast.mentee.id,
    (as) => as`select json_array_length(public.find_mentors() -> 'mentors') as mentors`,
  );
  expect(page?.['mentors']).toBeGreaterThan(5);
  expect(await refusalOf(asPerson(sql, null, (as) => as`select public.find_mentors()`))).toBe('42501');
  const [due] = await sql`select private.run_due(now() + interval '20 days') as done`;
  expect(due?.['done'].nudged).toBeGreaterThan(0);
  await sql`select private.erase_person(${cast.mentee.id})`;
  expect(await sql`select from auth.users where id = ${cast.mentee.id}`).toEqual([]);
});
