/** Who may do what: the declared matrix of verbs against the database, nothing missing from it, and mutants caught. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { busyTown, type BusyTown } from './busy-town.ts';
import { declaredOutcomes, verbOutcomes } from './matrix-read.ts';
import { verbs } from './matrix-verbs.ts';
import { verbMutants } from './verb-mutants.ts';

let town: BusyTown;
beforeAll(async () => {
  town = await busyTown();
});
afterAll(() => town.close());

test('no function in public is missing from the matrix', async () => {
  const there = await town.sql<{ name: string }[]>`
    select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace order by 1`;
  expect(there.map(({ name }) => name)).toEqual(Object.keys(verbs).sort());
});

describe.each(Object.entries(verbs))('%s', (_, verb) => {
  test('those who may, may; the others are refused by key', async () => {
    expect(await verbOutcomes(town, verb)).toEqual(declaredOutcomes(verb));
  });
});

describe('every mutant of who may is caught', () => {
  test.each(verbMutants)('$where without “$from”', async ({ where, from, to, noticed }) => {
    const [row] = await town.sql`select pg_get_functiondef(${where}::regproc) as source`;
    const source = row!.source as string;
    expect(source, 'the mutant fits the source').toContain(from);
    const mutant = source.replace(from, to);
    for (const name of noticed.split(' ')) {
      const verb = verbs[name]!;
      expect(await verbOutcomes(town, verb, mutant), name).not.toEqual(declaredOutcomes(verb));
    }
  });
});
