/** A quiet town for every test of a file, and afterwards nothing broken in it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { FreshDatabase } from '../../tests/database.ts';
import { brokenRules } from './invariants.ts';
import { goBack } from './snapshot.ts';
import { quietTown } from './town.ts';

/** Call once at the top of a test file; `.sql` is the current test's town. */
export function newTownEachTest(): Pick<FreshDatabase, 'sql'> {
  let town: FreshDatabase;
  beforeAll(async () => {
    town = await quietTown();
  });
  beforeEach(() => goBack(town.sql));
  afterEach(async () => expect(await brokenRules(town.sql)).toEqual({}));
  afterAll(() => town.close());
  return {
    get sql() {
      return town.sql;
    },
  };
}
