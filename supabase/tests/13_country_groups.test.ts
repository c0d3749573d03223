/** In which group a country stands depends on the day, and every answer says which version it was. */
import { expect, test } from 'vitest';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const group = async (grouping: string, country: string | null, day: string) =>
  (await db.sql`select private.country_group(${grouping}, ${country}, ${day}) as g`)[0]!.g as {
    since: string;
    group: string | null;
  } | null;

test('the version of the day answers', async () => {
  expect(await group('eu-efta', 'GB', '2019-06-01')).toEqual({ since: '2013-07-01', group: 'eu-efta' });
  expect(await group('eu-efta', 'GB', '2026-06-01')).toEqual({ since: '2020-02-01', group: null });
  expect(await group('eu-efta', 'HR', '2026-06-01')).toEqual({ since: '2020-02-01', group: 'eu-efta' });
  expect(await group('eu-efta', 'HR', '2010-06-01')).toBeNull();
});

test.each([
  ['nordic', 'NO', 'nordic'],
  ['nordic', 'SY', null],
  ['menapt', 'SY', 'menapt'],
  ['menapt', 'IL', null],
  ['dst-western', 'AU', 'dst-western'],
  ['ssb-groups', 'SY', 'group-2'],
  ['un-regions', 'ER', 'sub-saharan-africa'],
])('%s: %s is in %s', async (grouping, country, expected) => {
  expect((await group(grouping, country, '2026-06-01'))?.group).toBe(expected);
});

test('a country nobody named and a grouping nobody made have no answer', async () => {
  expect(await group('nordic', null, '2026-06-01')).toBeNull();
  expect(await group('nowhere', 'NO', '2026-06-01')).toBeNull();
});

test('a changed file changes its own version and no other', async () => {
  const definition = { key: 'nordic', since: '2030-01-01', groups: [{ key: 'nordic', countries: ['NO'] }] };
  await db.sql`select private.sync_country_grouping(${db.sql.json(definition)})`;
  expect((await group('nordic', 'SE', '2031-01-01'))?.group).toBeNull();
  expect((await group('nordic', 'SE', '2026-01-01'))?.group).toBe('nordic');
});
