import { describe, expect, test } from 'vitest';
import type { Format } from '../../schemas/vocabulary.ts';
import { regionsOffered, type Choices, type ProgrammeChoice } from './choices.ts';

const region = (key: string) => ({ key, label: key, municipalities: [] });
const choices = {
  programmes: [],
  fields: [],
  countries: [
    { country: 'no', label: 'Norway', regions: [region('no-03'), region('no-11')] },
    { country: 'dk', label: 'Denmark', regions: [region('dk-081')] },
  ],
} satisfies Choices;
const offered = (online: boolean, home: string, met: Format[], formats = met) => {
  const programme = {
    regions: ['no-03'],
    municipalities: {},
    online,
  } as Partial<ProgrammeChoice> as ProgrammeChoice;
  const { here, elsewhere, home: kept } = regionsOffered(choices, programme, { place: home, formats: met }, formats); // prettier-ignore
  return {
    here: here.map(({ key }) => key),
    elsewhere: elsewhere.flatMap(({ regions }) => regions.map(({ key }) => key)),
    home: kept.map(({ key }) => key),
  };
};

test('who lives where the programme works chooses among its regions, and online among all', () => {
  expect(offered(false, 'no-03', ['online'])).toEqual({ here: ['no-03'], elsewhere: [], home: [] });
  expect(offered(true, 'no-03', ['online'])).toEqual({
    here: ['no-03'],
    elsewhere: ['no-11', 'dk-081'],
    home: [],
  });
});

test('who was let in although she lives elsewhere keeps her region, and no other', () => {
  expect(offered(false, 'no-11', ['online'])).toEqual({ here: ['no-03'], elsewhere: [], home: ['no-11'] });
  expect(offered(true, 'no-11', ['in-person']).home).toEqual(['no-11']);
});

test('who is in because she meets online is not in without', () => {
  expect(offered(true, 'no-11', ['online'], ['in-person'])).toEqual({
    here: ['no-03'],
    elsewhere: [],
    home: [],
  });
});

describe('of a region of which only some municipalities count', () => {
  const buskerud = {
    key: 'no-33',
    label: 'Buskerud',
    municipalities: [
      ['no-3301', 'Drammen'],
      ['no-3324', 'Gol'],
      ['no-3328', 'Ål'],
    ],
  };
  const countries = [{ country: 'no', label: 'Norway', regions: [buskerud] }] as Choices['countries'];
  const towns = (counting: string[], place: string, met: Format[], formats = met, online = true) => {
    const municipalities = { 'no-33': counting };
    const programme = {
      regions: ['no-33'],
      municipalities,
      online,
    } as Partial<ProgrammeChoice> as ProgrammeChoice;
    const { here } = regionsOffered({ ...choices, countries }, programme, { place, formats: met }, formats);
    return here.map(({ label, municipalities: some }) => [label, ...some.map(([key]) => key)]);
  };
  const all = ['Buskerud', 'no-3301', 'no-3324', 'no-3328'];
  const gol = ['no-3324', 'no-3328'];
  test('these are offered, and all of it online', () => {
    expect(towns(gol, 'no-3324', ['in-person'])).toEqual([['Buskerud', ...gol]]);
    expect(towns(gol, 'no-33', ['in-person'])).toEqual([['Buskerud', ...gol]]);
    expect(towns(gol, 'no-3324', ['online'])).toEqual([all]);
    expect(towns(gol, 'no-3301', ['online'], ['in-person'])).toEqual([['Buskerud', ...gol]]);
  });
  test('who was let in although she lives elsewhere in it keeps the whole region', () => {
    expect(towns(gol, 'no-3301', ['in-person'])).toEqual([all]);
    expect(towns(gol, 'no-3301', ['online'], ['online'], false)).toEqual([all]);
  });
  test('one alone is called by its name', () => {
    expect(towns(['no-3324'], 'no-3324', ['in-person'])).toEqual([['Gol', 'no-3324']]);
  });
});
