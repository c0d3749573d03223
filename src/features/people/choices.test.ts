import { expect, test } from 'vitest';
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
  const programme = { regions: ['no-03'], online } as ProgrammeChoice;
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
