/** Who reads and writes what: the declared matrix against the database, nothing missing from it, and every mutant caught. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../tests/database.ts';
import { actors, tables } from './matrix.ts';
import { actual, become, declared, pretend } from './matrix-read.ts';
import { busyTown, type BusyTown } from './busy-town.ts';
import { mutants } from './mutants.ts';

let town: BusyTown;
beforeAll(async () => {
  town = await busyTown();
});
afterAll(() => town.close());

/** All rows of a table, as the operator sees them. */
const everything = async (table: string) => {
  const rows = await town.sql.unsafe(`select ${tables[table]!.row} as row from public.${table}`);
  return rows.map(({ row }) => String(row)).sort().join(' '); // prettier-ignore
};

test('no table and no column is missing from the matrix', async () => {
  const there = await town.sql<{ table: string; columns: string }[]>`
    select c.relname as table, string_agg(a.attname, ' ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') group by c.relname`;
  const declaredColumns = Object.entries(tables).map(([table, { columns }]) => [table, words(columns)]);
  expect(Object.fromEntries(there.map(({ table, columns }) => [table, words(columns)]))).toEqual(
    Object.fromEntries(declaredColumns),
  );
});

describe.each(Object.keys(tables))('%s', (table) => {
  test('each sees exactly her rows', async () => {
    const expected = declared(table, await everything(table));
    expect(await pretend(town.sql, (tx) => actual(tx, table, town.is))).toEqual(expected);
  });

  test('is written by nobody directly', async () => {
    const column = tables[table]!.columns.split(' ')[1]!;
    const writes = [
      `insert into public.${table} default values`,
      `update public.${table} set ${column} = ${column}`,
      `delete from public.${table}`,
      `truncate public.${table} cascade`,
    ];
    const done: string[] = [];
    for (const actor of actors) {
      for (const write of writes) {
        const refused = await refusalOf(
          pretend(town.sql, async (tx) => {
            await become(tx, actor);
            await tx.unsafe(write);
          }),
        );
        if (refused !== '42501') done.push(`${actor}: ${write}: ${refused}`);
      }
    }
    expect(done).toEqual([]);
  });
});

test('the outbox and the ways around it are closed to all', async () => {
  const found: string[] = [];
  for (const actor of actors) {
    for (const act of [
      'select * from private.outbox',
      'select * from auth.users',
      'select private.run_due()',
    ]) {
      const refused = await refusalOf(pretend(town.sql, async (tx) => (await become(tx, actor), tx.unsafe(act)))); // prettier-ignore
      if (refused !== '42501') found.push(`${actor}: ${act}: ${refused}`);
    }
  }
  expect(found).toEqual([]);
});

test('every mutant of a policy is caught by the matrix', async () => {
  const policies = await town.sql<{ table: string; name: string; using: string }[]>`
    select tablename as table, policyname as name, qual as using from pg_policies where schemaname = 'public'`;
  expect(policies.length).toBe(Object.keys(tables).length);
  const survivors: string[] = [];
  for (const policy of policies) {
    const all = await everything(policy.table);
    const before = declared(policy.table, all);
    for (const mutant of mutants(policy)) {
      const after = await pretend(town.sql, async (tx) => {
        await tx.unsafe(mutant);
        return actual(tx, policy.table, town.is);
      });
      if (actors.every((actor) => after[actor] === before[actor])) survivors.push(mutant);
    }
  }
  expect(survivors).toEqual([]);
});

const words = (text: string) => text.split(' ').sort();
