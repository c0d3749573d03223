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
  ['a mentor who gets ready', id.wanda, 'favourite', 'person_unknown'],
  ['herself', id.amina, 'favourite', 'person_unknown'],
])('%s', async (_, other, mark, key) => {
  expect(await refused(db.sql, id.amina, `mark_person('${other}', '${mark}')`)).toBe(key);
});

test('where a mentee may look follows her standing, her programme and who has blocked her', async () => {
  const kept = async () =>
    (await db.sql`select programme, whole from private.directories where person = ${id.amina}`)[0] ?? null;
  expect(await kept()).toEqual({ programme: 'free', whole: true });
  await ask(db.sql, id.amina, id.kari);
  await act(db.sql, id.kari, `mark_person('${id.amina}', 'blocked')`);
  expect(await kept()).toEqual({ programme: 'free', whole: false });
  await act(db.sql, id.kari, `mark_person('${id.amina}', 'hidden')`);
  expect(await kept()).toEqual({ programme: 'free', whole: true });
  await db.sql`update public.programmes set rules = jsonb_set(rules, '{matching,modes}', '["suggested"]') where key = 'free'`;
  expect(await kept()).toBeNull();
  await db.sql`update public.programmes set rules = jsonb_set(rules, '{matching,modes}', '["self"]') where key = 'free'`;
  await db.sql`update public.mentees set standing = 'left' where person = ${id.amina}`;
  expect(await kept()).toBeNull();
  await db.sql`update public.mentees set standing = 'approved' where person = ${id.amina}`;
  expect(await kept()).toEqual({ programme: 'free', whole: true });
});

test('a mentor marks only who has asked her, so no id can be tried out', async () => {
  expect(await refused(db.sql, id.kari, `mark_person('${id.amina}', 'blocked')`)).toBe('person_unknown');
  await act(db.sql, id.ingrid, `propose_match('${id.dawit}', '${id.kari}', '${'a'.repeat(20)}')`);
  expect(await refused(db.sql, id.kari, `mark_person('${id.dawit}', 'blocked')`)).toBe('person_unknown');
  await ask(db.sql, id.amina, id.kari);
  expect(await refused(db.sql, id.kari, `mark_person('${id.amina}', 'blocked')`)).toBeNull();
  expect(await marks()).toEqual(['blocked']);
});
