/** Who may take part: every rule met, not met and open, by the rules of the day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { anybody, rulesOf, syncGround } from './cast-programmes.ts';
import { standingOf, unmet, verdictOf, who, type Asked, type Tried } from './verdict.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await syncGround(db.sql);
});
afterAll(() => db.close());

const eligibility = (...asked: Asked) => verdictOf(db.sql, ...asked);
const standing = (...tried: Tried) => standingOf(db.sql, ...tried);

describe('gender', () => {
  test.each([
    ['woman', 'met'],
    ['man', unmet('women', 'man')],
    // A human asks.
    ['non-binary', 'open'],
    ['undisclosed', 'open'],
    [undefined, 'open'],
  ])('%s', async (gender, found) => {
    expect(await standing('gender', who({ gender: 'women' }), { gender })).toEqual(found);
  });
  test('is not asked where anybody may come, nor of mentors', async () => {
    expect(await standing('gender', {}, { gender: 'man' })).toBe('not asked');
    expect(await standing('gender', who({ gender: 'women' }), { gender: 'man' }, 'mentor')).toBe('not asked');
  });
});

describe('age, on 21 November 2026', () => {
  const age = { from: 15, to: 30 };
  test.each([
    [undefined, 'open'],
    [2010, 'met'],
    // Fifteen or sixteen, turns fifteen this year or has: in doubt for the person.
    [2011, 'met'],
    [2012, unmet(age, 14)],
    // Thirty or thirty-one.
    [1995, 'met'],
    [1994, unmet(age, 31)],
  ])('born in %s', async (birth_year, found) => {
    expect(await standing('age', who({ age }), { birth_year })).toEqual(found);
  });
  test('a limit on one side only', async () => {
    expect(await standing('age', who({ age: { from: 18, to: null } }), { birth_year: 1930 })).toBe('met');
    expect(await standing('age', who({ age: { from: null, to: 25 } }), { birth_year: 2020 })).toBe('met');
    expect(await standing('age', {}, { birth_year: 2020 })).toBe('not asked');
  });
});

describe('education', () => {
  const bachelor = { education: 'bachelor', trade_certificate_in: ['zz-south'] };
  const level = (is: string, place?: string) => ({ education: { level: is }, place });
  test.each<[object, object, unknown]>([
    [bachelor, level('master'), 'met'],
    [bachelor, level('bachelor', 'zz-north-bay'), 'met'],
    [bachelor, level('trade-certificate', 'zz-south-town'), 'met'],
    [bachelor, level('trade-certificate', 'zz-north-bay'), unmet('bachelor', 'trade-certificate')],
    [bachelor, level('trade-certificate'), 'open'],
    [bachelor, level('none', 'zz-south-town'), unmet('bachelor', 'none')],
    [bachelor, {}, 'open'],
    [{ education: 'bachelor' }, level('trade-certificate'), unmet('bachelor', 'trade-certificate')],
    [{ education: 'trade-certificate' }, level('trade-certificate'), 'met'],
    [{ education: 'trade-certificate' }, level('none'), unmet('trade-certificate', 'none')],
    [{ education: 'student' }, { student: true }, 'met'],
    [{ education: 'student' }, { student: false }, unmet('student', 'not-student')],
    [{ education: 'student' }, level('master'), 'open'],
    [{ education: 'job-ready' }, { job_ready: true }, 'met'],
    [{ education: 'job-ready' }, { job_ready: false, ...level('bachelor') }, 'met'],
    [{ education: 'job-ready' }, { job_ready: false }, unmet('job-ready', 'none')],
    [{ education: 'job-ready' }, {}, 'open'],
    [{ education: 'none' }, level('none'), 'not asked'],
  ])('%j, and she has %j', async (rule, answers, found) => {
    expect(await standing('education', who(rule), answers)).toEqual(found);
  });
});

describe('how she came', () => {
  test.each([
    ['immigrant', 'work', 'met'],
    ['immigrant', 'nordic', 'met'],
    ['immigrant', 'born-here', unmet('immigrant', 'born-here')],
    ['refugee', 'refugee', 'met'],
    ['refugee', 'family', 'met'],
    ['refugee', 'other', 'open'],
    ['refugee', 'work', unmet('refugee', 'work')],
    ['refugee', undefined, 'open'],
    ['young', 'work', 'not asked'],
    ['any', 'work', 'not asked'],
  ])('for %s: %s', async (status, came_as, found) => {
    expect(await standing('status', who({ status }), { came_as })).toEqual(found);
  });
});

describe('language', () => {
  const language = { level: 'B1', any_of: ['no', 'en'] };
  test.each<[object[], unknown]>([
    [[{ language: 'en', level: 'B1' }], 'met'],
    [
      [
        { language: 'ar', level: 'N' },
        { language: 'no', level: 'C1' },
      ],
      'met',
    ],
    [[['no', 'B2']], 'met'],
    [[{ language: 'en', level: 'A2' }], unmet(language, [{ language: 'en', level: 'A2' }])],
    [[{ language: 'ar', level: 'N' }], unmet(language, [{ language: 'ar', level: 'N' }])],
    [[], 'open'],
  ])('%j', async (languages, found) => {
    expect(await standing('language', { language }, { languages })).toEqual(found);
    expect(await standing('language', { language }, { languages }, 'mentor')).toEqual(found);
  });
  test('no fixed demand is none', async () => {
    expect(await standing('language', {}, { languages: [{ language: 'ar', level: 'A1' }] })).toBe(
      'not asked',
    );
  });
});

test('commitment', async () => {
  expect(await standing('commitment', {}, { commitment: true })).toBe('met');
  expect(await standing('commitment', {}, { commitment: false })).toEqual(unmet(true, false));
  expect(await standing('commitment', {}, {}, 'mentor')).toBe('open');
});

test('the rules of the day she applied hold, and old ones are kept', async () => {
  const young = { ...anybody, age: { from: 15, to: 25 } };
  const now = rulesOf('dated', { since: '2026-06-01', who: { ...anybody, age: { from: 15, to: 30 } } });
  const { language, regions, online_anywhere } = now;
  const before = { since: '2025-01-01', who: young, language, regions, online_anywhere };
  await db.sql`select private.sync_programme(${db.sql.json({ ...now, earlier: [before] } as never)})`;
  const at = async (day: string) => {
    const { since, met } = await eligibility('dated', { birth_year: 1998 }, 'mentee', day);
    return [since, met.includes('age')];
  };
  expect(await at('2026-06-01')).toEqual(['2026-06-01', true]);
  expect(await at('2026-05-31')).toEqual(['2025-01-01', false]);
  // Before the first rules there were none: the first are the nearest.
  expect(await at('2020-01-01')).toEqual(['2025-01-01', true]);
  await db.sql`select private.sync_programme(${db.sql.json({ ...now } as never)})`;
  expect(await db.sql`select since from public.programme_rules where programme = 'dated'`).toHaveLength(2);
});

test('elsewhere: where nothing stands in the way, the surest first', async () => {
  const oslo = {
    place: 'no-0301',
    online: false,
    birth_year: 1990,
    came_as: 'work',
    languages: [{ language: 'en', level: 'C1' }],
    commitment: true,
    education: { level: 'bachelor' },
  };
  const keys = async (answers: object, except = 'women-network') =>
    (await db.sql`select private.eligible_elsewhere('mentee', ${db.sql.json(answers as never)}, '2026-11-21', ${except}) as keys`)[0]!.keys as string[]; // prettier-ignore
  expect(await keys(oslo)).toEqual(['highly-skilled']);
  expect(await keys(oslo, 'highly-skilled')).toEqual([]);
  expect(await keys({})).toEqual(expect.arrayContaining(['highly-skilled', 'youth', 'free']));
});

test('all nine presets have rules from a day on', async () => {
  const rows = await db.sql`select programme from public.programme_rules r
    where since = '2026-01-01' and programme not in ('free', 'careful', 'guarded', 'chosen', 'tried')`;
  expect(rows).toHaveLength(9);
});
