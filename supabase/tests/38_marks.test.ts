/** Favourite, hidden, blocked: kept about somebody one can see, and seen by nobody else. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { id } from './cast.ts';
import { ask } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const marks = async () => (await db.sql`select mark from public.marks`).map(({ mark }) => mark as string);

test('one mark a person; another takes its place; null takes it away', async () => {
  await act(db.sql, id.amina, `mark_person('${id.kari}', 'favourite')`);
  await act(db.sql, id.amina, `mark_person('${id.kari}', 'hidden')`);
  expect(await marks()).toEqual(['hidden']);
  await act(db.sql, id.amina, `mark_person('${id.kari}', null)`);
  expect(await marks()).toEqual([]);
});

test.each<[string, string, string, string | null]>([
  ['an unknown mark', id.kari, 'adored', 'mark_is_known'],
  ['a mentor of another programme', id.mette, 'favourite', 'person_unknown'],
  ['another mentee', id.dawit, 'favourite', 'person_unknown'],
  ['a mentor who waits', id.wanda, 'favourite', 'person_unknown'],
  ['herself', id.amina, 'favourite', 'person_unknown'],
])('%s', async (_, other, mark, key) => {
  expect(await refused(db.sql, id.amina, `mark_person('${other}', '${mark}')`)).toBe(key);
});

test('a mentor marks only who has asked her, so no id can be tried out', async () => {
  expect(await refused(db.sql, id.kari, `mark_person('${id.amina}', 'blocked')`)).toBe('person_unknown');
  await act(db.sql, id.ingrid, `propose_match('${id.dawit}', '${id.kari}', '${'a'.repeat(20)}')`);
  expect(await refused(db.sql, id.kari, `mark_person('${id.dawit}', 'blocked')`)).toBe('person_unknown');
  await ask(db.sql, id.amina, id.kari);
  expect(await refused(db.sql, id.kari, `mark_person('${id.amina}', 'blocked')`)).toBeNull();
  expect(await marks()).toEqual(['blocked']);
});
