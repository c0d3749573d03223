/** The rules that every test ends with notice what breaks them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreshDatabase } from '../../tests/database.ts';
import { id } from './cast.ts';
import { brokenRules } from './invariants.ts';
import { goBack } from './snapshot.ts';
import { ask, quietTown } from './town.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await quietTown();
});
afterAll(() => db.close());

test('what is broken is named with its first offender, and going back mends it', async () => {
  await ask(db.sql, id.amina, id.kari);
  expect(await brokenRules(db.sql)).toEqual({});
  await db.sql`update public.mentees set asking = 0 where person = ${id.amina}`;
  expect(await brokenRules(db.sql)).toEqual({
    'a mentee asks exactly as many as she has open, and never more than her programme allows': {
      offenders: 1,
      first: { person: id.amina, asking: 0 },
    },
  });
  await goBack(db.sql);
  expect(await brokenRules(db.sql)).toEqual({});
  expect(await db.sql`select from public.requests`).toHaveLength(0);
});
