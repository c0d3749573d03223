/** A quiet town for every test of a file, and afterwards nothing broken in it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { FreshDatabase } from '../../tests/database.ts';
import { brokenRules } from './invariants.ts';
import { townForEach } from './town.ts';

/** Call once at the top of a test file; `.sql` is the current test's town. */
export function newTownEachTest(): Pick<FreshDatabase, 'sql'> {
  let town: Awaited<ReturnType<typeof townForEach>>;
  let current: FreshDatabase;
  beforeAll(async () => {
    town = await townForEach();
  });
  beforeEach(async () => {
    current = await town.fresh();
  });
  afterEach(async () => {
    expect(await brokenRules(current.sql)).toEqual({});
    await current.close();
  });
  afterAll(() => town.close());
  return {
    get sql() {
      return current.sql;
    },
  };
}
