/** Visitors tell in codes what stood in their way: counted without a person, limited, told in steps of five, and forgotten. */
import { expect, test } from 'vitest';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { act } from './affair.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const year = new Date().getFullYear();

interface Told {
  kind?: string | null;
  stage?: string;
  country?: string;
  in?: number;
  field?: string | null;
}
const tell = ({ kind = 'degree', stage = 'application', country = 'NO', in: when = year, field = null }: Told = {}) =>
  asPerson(db.sql, null, (as) => as`select public.tell_barrier(${kind}, ${stage}, ${country}, ${when}, ${field})`); // prettier-ignore
const times = async (count: number, told: Told = {}) => {
  for (let nr = 0; nr < count; nr++) await tell(told);
};
type Sums = Record<'stage' | 'country' | 'year' | 'field', { kind: string; of: string; told: number }[]>;
/** A month goes by. */
const later = () => db.sql`update private.barriers set month = month - interval '1 month'`;
const sums = (by: string = id.ingrid) => act<Sums>(db.sql, by, 'barriers()');

test('what is told is a number, and no person, day or event', async () => {
  await times(2, { field: '25' });
  const rows =
    await db.sql`select kind, stage, country, year, field, told, month = date_trunc('month', now())::date as now from private.barriers b`;
  expect([...rows]).toEqual([{ kind: 'degree', stage: 'application', country: 'NO', year, field: '25', told: 2, now: true }]); // prettier-ignore
  expect(await db.sql`select from public.events where verb = 'tell_barrier'`).toHaveLength(0);
});

test('coordinators read numbers from five on, in steps of five, and no table tells a small one', async () => {
  await times(4);
  await later();
  expect(await sums()).toEqual({ stage: [], country: [], year: [], field: [] });
  await times(5, { country: 'SE', stage: 'interview', field: '25' });
  await db.sql`update private.barriers set month = month - interval '1 month' where country = 'SE'`;
  const by = await sums(id.birthe);
  expect(by.country).toEqual([{ kind: 'degree', of: 'SE', told: 5 }]);
  expect(by.stage).toEqual([{ kind: 'degree', of: 'interview', told: 5 }]);
  expect(by.field).toEqual([{ kind: 'degree', of: '25', told: 5 }]);
  // Nine of a year: exact, it would tell that four are not from Sweden.
  expect(by.year).toEqual([{ kind: 'degree', of: String(year), told: 5 }]);
  await db.sql`update private.barriers set told = told + 1 where country = 'NO'`;
  expect((await sums()).country).toEqual([{ kind: 'degree', of: 'NO', told: 5 }, { kind: 'degree', of: 'SE', told: 5 }]); // prettier-ignore
  expect((await sums()).year).toEqual([{ kind: 'degree', of: String(year), told: 10 }]);
});

test('nobody can tell until a number moves: only months that are over are read', async () => {
  await times(9);
  expect(await sums()).toEqual({ stage: [], country: [], year: [], field: [] });
  await later();
  const before = await sums();
  expect(before.country).toEqual([{ kind: 'degree', of: 'NO', told: 5 }]);
  await tell();
  expect(await sums()).toEqual(before);
  await later();
  expect((await sums()).country).toEqual([{ kind: 'degree', of: 'NO', told: 10 }]);
});

test.each<[Told, string]>([
  [{ kind: 'weather' }, 'barrier_kind_is_known'],
  [{ kind: null }, '23502'],
  [{ stage: 'dream' }, 'barrier_stage_is_known'],
  [{ country: 'DE' }, 'barrier_country_is_known'],
  [{ in: year + 1 }, 'barrier_year_range'],
  [{ in: year - 11 }, 'barrier_year_range'],
  [{ field: '99' }, 'field_unknown'],
  [{ field: 'my boss' }, 'field_unknown'],
])('%j is refused: %s', async (told, key) => {
  expect(await refusalOf(tell(told))).toBe(key);
  expect(await db.sql`select from private.barriers`).toHaveLength(0);
});

test('two thousand a month are enough, and two at once are two', async () => {
  await Promise.all(Array.from({ length: 20 }, () => tell()));
  const [row] = await db.sql`update private.barriers set told = told + 1979 returning told`;
  expect(row!.told).toBe(1999);
  await tell();
  expect(await refusalOf(tell({ kind: 'pay' }))).toBe('too_many_barriers');
  await later();
  expect(await refusalOf(tell())).toBe(null);
});

test('nobody reads the rows, and after five years they are gone', async () => {
  await tell();
  for (const query of ['select * from private.barriers', `select private.forget_barriers(now())`])
    expect(await refusalOf(asPerson(db.sql, id.ingrid, (as) => as.unsafe(query)))).toBe('42501');
  const kept = async (months: number) => {
    await db.sql`select private.forget(now() + make_interval(months => ${months}))`;
    return (await db.sql`select from private.barriers`).length;
  };
  expect([await kept(59), await kept(62)]).toEqual([1, 0]);
});
