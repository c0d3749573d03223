/** Whom somebody may turn to: the coordinators who answer for her, and nobody learns of any others. */
import { expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, refused } from './affair.ts';
import { draft, sent } from './applicant.ts';
import { addCoordinator, id, nameOf } from './cast.ts';
import { save } from './profile-forms.ts';
import { openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
interface Page {
  coordinators: { programme: string; name: string; address: string }[];
}
const turnsTo = async (person: string) =>
  (await act<Page>(db.sql, person, 'my_page()')).coordinators.map(
    ({ programme, name }) => `${programme}: ${name}`,
  );

test('mentee and mentor turn to the coordinator of their region, or of the whole programme where it has none', async () => {
  for (const north of [id.amina, id.kari, id.walid]) expect(await turnsTo(north)).toEqual(['free: ingrid']);
  for (const south of [id.dawit, id.jonas]) expect(await turnsTo(south)).toEqual(['free: torstein']);
  expect(await turnsTo(id.nils)).toEqual(['careful: birthe']);
  const { coordinators } = await act<Page>(db.sql, id.amina, 'my_page()');
  expect(coordinators).toEqual([{ programme: 'free', name: 'ingrid', address: `${id.ingrid}@example.org` }]);
});

test('of two in a trial each turns to her own, and to another when she moves', async () => {
  await openTrial(db.sql, id.amina, id.jonas);
  expect([await turnsTo(id.amina), await turnsTo(id.jonas)]).toEqual([['free: ingrid'], ['free: torstein']]);
  await act(db.sql, id.amina, save('mentee', { place: `'zz-south-town'` }));
  expect(await turnsTo(id.amina)).toEqual(['free: torstein']);
});

test('who applies turns to somebody from when she has sent until it is over', async () => {
  const application = await draft(db.sql);
  expect(await turnsTo(id.alma)).toEqual([]);
  await act(db.sql, id.alma, `send_application('${application}')`);
  expect(await turnsTo(id.alma)).toEqual(['free: ingrid']);
  await act(db.sql, id.alma, `withdraw_application('${application}')`);
  expect(await turnsTo(id.alma)).toEqual([]);
});

test('who is in two programmes turns to each', async () => {
  await sent(db.sql, { person: id.amina, programme: 'careful', part: 'mentor' });
  expect(await turnsTo(id.amina)).toEqual(['careful: birthe', 'free: ingrid']);
});

test('who has no part, or only a desk, learns of nobody, and no table tells', async () => {
  for (const other of [id.signe, id.alma, id.birthe, id.ingrid]) expect(await turnsTo(other)).toEqual([]);
  expect(await refused(db.sql, '', 'my_page()')).not.toBeNull();
  const seen = await asPerson(db.sql, id.amina, (as) => as`select from public.coordinators`);
  expect(seen).toHaveLength(0);
});

test('a coordinator who is a mentor turns to somebody else', async () => {
  await db.sql`update public.coordinators set person = ${id.jonas} where person = ${id.torstein}`;
  expect(await turnsTo(id.jonas)).toEqual(['free: ingrid']);
  expect(await turnsTo(id.dawit)).toEqual(['free: jonas']);
});

test('who has left the desk is named no longer, and of many the first three are', async () => {
  await db.sql`delete from public.coordinators where person = ${id.torstein}`;
  expect(await turnsTo(id.dawit)).toEqual(['free: ingrid']);
  const more = [4, 3, 2, 1].map((nr) => `00000000-0000-4000-8000-00000000020${nr}`);
  for (const person of more) await addCoordinator(db.sql, person, 'free');
  const first = ['ingrid', ...more.slice(0, 2).map(nameOf)].map((name) => `free: ${name}`).sort();
  expect(await turnsTo(id.dawit)).toEqual(first);
});
