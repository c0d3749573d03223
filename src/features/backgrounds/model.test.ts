import { expect, test } from 'vitest';
import { rowFrom, saveBackground, sharedOf, typedFrom, type Typed } from './model.ts';
import type { BackgroundRow } from '../../lib/api/background-rows.ts';

const row: BackgroundRow = {
  birth_year: 1990,
  country: 'SY',
  came_as: 'refugee',
  arrival_year: 2021,
  education: { level: 'master', where: 'home', recognised: 'partly' },
  experience: [{ work: '2142', country: 'SY', years: 6 }, { work: '2151' }],
  seniority: 'leader',
  employer: 'Nordkraft',
  sector: 'energy',
  size_band: 'large',
  motivation: ['society'],
  shares: ['years-here', 'education', 'employer'],
};
const typed = (different: Partial<Typed> = {}): Typed => ({ ...typedFrom(row), ...different });

test('what is stored comes back from the form as it was', () => {
  expect(rowFrom(typedFrom(row))).toEqual(row);
  const nothing = rowFrom(typedFrom(null));
  expect(Object.values(nothing).filter((value) => value !== null)).toEqual([[], []]);
});

test('who was born here came in no year and from no other country', () => {
  expect(rowFrom(typed({ came_as: 'born-here' }))).toMatchObject({ country: null, arrival_year: null });
});

test('an education from here needs no recognition, and none has no place', () => {
  const kept = (education: Typed['education']) => rowFrom(typed({ education })).education;
  expect(kept({ level: 'master', where: 'here', recognised: '' })).toEqual({
    level: 'master',
    where: 'here',
    recognised: 'not-needed',
  });
  expect(kept({ level: 'none', where: 'home', recognised: 'yes' })).toEqual({ level: 'none' });
  expect(kept({ level: '', where: 'home', recognised: 'yes' })).toBeNull();
});

test.each<[Partial<Typed>, string[]]>([
  [{}, []],
  [{ birth_year: '', arrival_year: ' 2021 ' }, []],
  [{ birth_year: '90' }, ['birth_year']],
  [{ birth_year: '1899', arrival_year: '2999' }, ['birth_year', 'arrival_year']],
  [{ employer: 'x' }, ['employer']],
  [{ experience: [{ work: '', country: 'SY', years: '' }] }, ['experience']],
  [{ experience: [{ work: '2142', country: '', years: 'six' }] }, ['experience']],
  [{ experience: [{ work: '', country: '', years: '' }] }, []],
])('%j: %j', (different, fields) => {
  const issues = saveBackground.safeParse(typed(different)).error?.issues ?? [];
  expect(issues.map(({ path }) => path[0])).toEqual(fields);
});

test('the other reads what is shared, by the part one plays, with years and not with a year', () => {
  expect(sharedOf(row, 'mentee', 2026)).toEqual({ years_here: 5, education: row.education });
  expect(sharedOf(row, 'mentor', 2026)).toEqual({ employer: 'Nordkraft' });
  expect(sharedOf({ ...row, shares: [] }, 'mentee')).toBeNull();
  expect(sharedOf({ ...row, shares: ['country'], country: null }, 'mentee')).toBeNull();
  expect(sharedOf({ ...row, came_as: 'born-here', shares: ['years-here'] }, 'mentee')).toBeNull();
});
