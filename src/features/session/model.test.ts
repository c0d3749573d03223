import { expect, test } from 'vitest';
import { nextPage } from './model.ts';

test('after signing in one is back where one came from, and nowhere that is not ours', () => {
  expect(nextPage('?next=/en/desk/applications/', 'en')).toBe('/en/desk/applications/');
  expect(nextPage('?next=/nb/apply/mentor/%3Fprogramme%3Dyouth', 'nb')).toBe(
    '/nb/apply/mentor/?programme=youth',
  );
  expect(nextPage('', 'da')).toBe('/da/my/');
  expect(nextPage('?next=https://elsewhere.example/en/my/', 'en')).toBe('/en/my/');
  expect(nextPage('?next=//elsewhere.example/en/join/', 'en', '#x')).toBe('/en/my/');
});

test('what an invitation’s link keeps secret comes along in the fragment, and only there', () => {
  expect(nextPage('?next=/en/join/', 'en', '#a-secret')).toBe('/en/join/#a-secret');
  expect(nextPage('?next=/sv/needs/', 'sv', '#1a2b3c4d')).toBe('/sv/needs/#1a2b3c4d');
  expect(nextPage('?next=/en/my/', 'en', '#content')).toBe('/en/my/');
});
