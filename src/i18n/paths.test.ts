import { expect, test } from 'vitest';
import { locales } from '../schemas/vocabulary.ts';
import { sameIn } from './paths.ts';

test('a page is at the same address in the other language, translated or not', () => {
  const page = { lang: 'nb', page: ['tools', 'agreement'], languages: ['en', 'nb'] } as const;
  expect(sameIn('sv', page)).toBe('/sv/tools/agreement/');
  expect(sameIn('sv', { ...page, languages: locales })).toBe('/sv/tools/agreement/');
});

test('a sheet in two languages turns them round, or is the sheet in one where a language has none', () => {
  const page = {
    lang: 'nb',
    page: ['tools', 'agreement', 'with-da'],
    languages: ['en', 'nb', 'da'],
  } as const;
  expect(sameIn('da', page)).toBe('/da/tools/agreement/with-nb/');
  expect(sameIn('en', page)).toBe('/en/tools/agreement/with-da/');
  expect(sameIn('sv', page)).toBe('/sv/tools/agreement/');
});
