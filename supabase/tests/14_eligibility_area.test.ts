/** Where one has to live: in the regions of a programme, in the municipalities it names of one, or anywhere online. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { rulesOf, syncGround, type Rules } from './cast-programmes.ts';
import { standingOf, unmet, verdictOf, who, type Asked, type Tried } from './verdict.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await syncGround(db.sql);
});
afterAll(() => db.close());

const eligibility = (...asked: Asked) => verdictOf(db.sql, ...asked);
const standing = (...tried: Tried) => standingOf(db.sql, ...tried);

describe('area', () => {
  const here = { regions: ['zz-north'], online_anywhere: false };
  const online = { regions: ['zz-north'], online_anywhere: true };
  // Of the north only the hill.
  const hill = { ...here, municipalities: { 'zz-north': ['zz-north-hill'] } };
  const either = { ...hill, online_anywhere: true };
  const told = (areas: string, anywhere = false) => ({ areas: [areas], online_anywhere: anywhere });
  test.each<[Partial<Rules>, object, unknown]>([
    [here, { place: 'zz-north-hill' }, 'met'],
    [here, { place: 'zz-north' }, 'met'],
    [here, { place: 'zz-south-town', online: true }, unmet(told('zz-north'), 'zz-south-town')],
    [here, {}, 'open'],
    [online, { place: 'zz-south-town', online: true }, 'met'],
    [online, { place: 'zz-south-town', online: false }, unmet(told('zz-north', true), 'zz-south-town')],
    [online, { place: 'zz-south-town', formats: ['in-person', 'online'] }, 'met'],
    [
      online,
      { place: 'zz-south-town', formats: ['in-person'] },
      unmet(told('zz-north', true), 'zz-south-town'),
    ],
    [online, { place: 'zz-south-town', formats: [] }, 'open'],
    [online, { place: 'zz-south-town' }, 'open'],
    [hill, { place: 'zz-north-hill' }, 'met'],
    [hill, { place: 'zz-north-bay' }, unmet(told('zz-north-hill'), 'zz-north-bay')],
    [hill, { place: 'zz-north-bay', online: true }, unmet(told('zz-north-hill'), 'zz-north-bay')],
    [hill, { place: 'zz-south-town' }, unmet(told('zz-north-hill'), 'zz-south-town')],
    // She has said no more than the region: a human asks.
    [hill, { place: 'zz-north' }, 'open'],
    [hill, { place: 'zz-south' }, unmet(told('zz-north-hill'), 'zz-south')],
    [hill, { place: 'zz-nowhere' }, 'open'],
    [{ ...hill, regions: ['zz-north', 'zz-south'] }, { place: 'zz-south-town' }, 'met'],
    [either, { place: 'zz-north-bay', online: true }, 'met'],
    [either, { place: 'zz-north', online: true }, 'met'],
    [either, { place: 'zz-north-bay', online: false }, unmet(told('zz-north-hill', true), 'zz-north-bay')],
    [either, { place: 'zz-north-bay' }, 'open'],
  ])('%j, and she says %j', async (rules, answers, found) => {
    expect(await standing('area', rules, answers)).toEqual(found);
    expect(await standing('area', rules, answers, 'mentor')).toEqual(found);
  });
});

test('a verdict about the area says what profiles and imports go by', async () => {
  const seen = await db.sql`
    select p.key as place, r.programme, v.verdict -> 'met' ? 'area' as met, v.verdict -> 'open' ? 'area' as open,
      private.works_at(r.areas, r.regions, p.key, coalesce(p.region, p.key)) as works
    from public.places p, public.programme_rules r, private.eligibility(r.programme, 'mentor',
      jsonb_build_object('place', p.key, 'online', false), r.since) as v (verdict)
    where r.areas <> r.regions`;
  expect(seen.length).toBeGreaterThan(1000);
  expect(seen.filter(({ met, open, works }) => (open ? null : met) !== works)).toEqual([]);
});

test('where a trade certificate is enough in a region, it is in those of its municipalities that count', async () => {
  const rules = {
    ...who({ education: 'bachelor', trade_certificate_in: ['zz-north'] }),
    municipalities: { 'zz-north': ['zz-north-hill'], 'zz-south': ['zz-south-town'] },
  };
  const living = (place?: string) =>
    standing('education', rules, { education: { level: 'trade-certificate' }, place });
  expect(await living('zz-north-hill')).toBe('met');
  expect(await living('zz-north-bay')).toEqual(unmet('bachelor', 'trade-certificate'));
  expect(await living('zz-south-town')).toEqual(unmet('bachelor', 'trade-certificate'));
  // She has said no more than the region.
  expect(await living('zz-north')).toBe('open');
  expect(await living('zz-south')).toEqual(unmet('bachelor', 'trade-certificate'));
  expect(await living()).toBe('open');
});

test('municipalities count from their day on, and before it the whole region', async () => {
  const { who: any, language, regions, online_anywhere } = rulesOf('');
  const narrowed = rulesOf('narrowed', {
    since: '2026-06-01',
    municipalities: { 'zz-north': ['zz-north-hill'] },
    earlier: [{ since: '2025-01-01', who: any, language, regions, online_anywhere }],
  });
  await db.sql`select private.sync_programme(${db.sql.json({ ...narrowed } as never)})`;
  const at = async (place: string, day: string) =>
    (await eligibility('narrowed', { place }, 'mentee', day)).met.includes('area');
  expect(await at('zz-north-hill', '2026-06-01')).toBe(true);
  expect(await at('zz-north-bay', '2026-06-01')).toBe(false);
  expect(await at('zz-north-bay', '2026-05-31')).toBe(true);
});

test.each([
  ['highly-skilled', 'no-3328', true],
  ['highly-skilled', 'no-3301', false],
  ['highly-skilled', 'no-1108', true],
  ['business-leaders', 'dk-0479', true],
  ['business-leaders', 'dk-0561', false],
  ['settle-in', 'fi-638', true],
  ['settle-in', 'fi-078', false],
  ['women-network', 'dk-0330', true],
  ['women-network', 'dk-0147', false],
])('%s works in %s: %s', async (programme, place, works) => {
  const { met } = await eligibility(programme, { place, online: false });
  expect(met.includes('area')).toBe(works);
});
