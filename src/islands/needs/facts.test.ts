import { expect, test } from 'vitest';
import type { NeedNames } from '../../features/needs/model.ts';
import { locales } from '../../schemas/vocabulary.ts';
import en from '../../i18n/en/need.json' with { type: 'json' };
import nb from '../../i18n/nb/need.json' with { type: 'json' };
import { factsOf, shareText } from './facts.ts';

const nothing = { fields: {}, programmes: {}, areas: {} };
const names: NeedNames = {
  regions: { 'no-11': 'Rogaland' },
  in: {
    ...(Object.fromEntries(locales.map((lang) => [lang, nothing])) as NeedNames['in']),
    en: {
      fields: { 21: 'Science and engineering' },
      programmes: { one: 'The first one' },
      areas: { 'two/no-11': 'Time and Klepp' },
    },
  },
};
const bare = { programme: 'one', field: '21', language: null, region: null, hours: null, format: null };

test('what is left out is not said, but for the country', () => {
  expect(factsOf('en', en, names, bare, 'NO')).toEqual(['Norway']);
});

test('every fact in the words of the language asked for', () => {
  const whole = { ...bare, language: 'ar', region: 'no-11', hours: 4, format: 'online' } as const;
  expect(factsOf('nb', nb, names, whole, 'NO')).toEqual([
    'Dere kan snakke arabisk sammen',
    'Rogaland',
    'Dere kan møtes på nett',
    '3 til 4 timer i måneden',
  ]);
});

test('of a region of which only some municipalities count, these', () => {
  const near = { ...bare, region: 'no-11' };
  expect(factsOf('en', en, names, near, 'NO')).toEqual(['Rogaland']);
  expect(factsOf('en', en, names, { ...near, programme: 'two' }, 'NO')).toEqual(['Time and Klepp']);
});

test('the words to share name field, programme and link, and fill every hole', () => {
  const need = { ...bare, code: '1a2b3c4d', country: 'NO' };
  const text = shareText('en', en, names, need, 'https://x.example/en/needs/#1a2b3c4d');
  expect(text).toContain('The first one looks for mentors: somebody who knows the field Science and engineering. Norway. You meet'); // prettier-ignore
  expect(text).toMatch(/answer here: https:\/\/x\.example\/en\/needs\/#1a2b3c4d$/);
  expect(text).not.toMatch(/[{}]/);
});
