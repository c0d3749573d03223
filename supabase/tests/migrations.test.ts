/** What is run is what is read: `migrations/` and `schemas/` build the same database. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../server/migrations.ts';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { shapeOf } from './shape.ts';

const folder = (name: string) => join(import.meta.dirname, '..', name);

let read: FreshDatabase;
let run: FreshDatabase;
beforeAll(async () => {
  [read, run] = await Promise.all([freshDatabase('ground', { max: 1 }), freshDatabase('ground', { max: 1 })]);
});
afterAll(() => Promise.all([read.close(), run.close()]));

test('schemas and migrations build the same tables, rules, functions, policies and grants', async () => {
  for (const file of readdirSync(folder('schemas')).sort()) {
    await read.sql.unsafe(readFileSync(join(folder('schemas'), file), 'utf8'));
  }
  await migrate(run.sql, folder('migrations'));
  const [schemas, migrations] = [await shapeOf(read.sql), await shapeOf(run.sql)];
  for (const [kind, lines] of Object.entries(schemas)) {
    expect.soft(migrations[kind], `${kind}: write a migration that makes what schemas/ says`).toEqual(lines);
  }
  // Something was compared.
  expect(schemas.functions!.length).toBeGreaterThan(80);
  expect(schemas.policies!.length).toBeGreaterThan(15);
});

test('days are those of the people', async () => {
  const settings = await run.sql`select unnest(setconfig) as setting from pg_db_role_setting s
    join pg_database d on d.oid = s.setdatabase where d.datname = current_database()`;
  expect(settings.map(({ setting }) => setting)).toEqual(['TimeZone=Europe/Oslo']);
});

test('running them again does nothing', async () => {
  expect(await migrate(run.sql, folder('migrations'))).toEqual([]);
});

test('a difference would be noticed', async () => {
  const before = await shapeOf(run.sql);
  await run.sql`alter table public.people add nickname text`;
  await run.sql`grant select on public.people to anon`;
  const after = await shapeOf(run.sql);
  expect(Object.keys(after).filter((kind) => after[kind]!.join() !== before[kind]!.join())).toEqual([
    'columns',
    'grants',
  ]);
});
