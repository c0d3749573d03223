import { expect, test } from 'vitest';
import { nextPage, wayFrom, wayOn } from './model.ts';

test('after signing in one is back where one came from, and nowhere that is not ours', () => {
  expect(nextPage('?next=/en/desk/applications/', 'en')).toBe('/en/desk/applications/');
  expect(nextPage('?next=/nb/apply/mentor/%3Fprogramme%3Dyouth', 'nb')).toBe(
    '/nb/apply/mentor/?programme=youth',
  );
  expect(nextPage('', 'da')).toBe('/da/my/');
  expect(nextPage('?next=https://elsewhere.example/en/my/', 'en')).toBe('/en/my/');
  expect(nextPage('?next=//elsewhere.example/en/join/', 'en', '#x')).toBe('/en/my/');
});

test('what a link keeps secret, and whom it is about, comes along in the fragment, and only there', () => {
  expect(nextPage('?next=/en/join/', 'en', '#a-secret')).toBe('/en/join/#a-secret');
  expect(nextPage('?next=/sv/needs/', 'sv', '#1a2b3c4d')).toBe('/sv/needs/#1a2b3c4d');
  expect(nextPage('?next=/da/mentors/mentor/', 'da', '#a-mentor')).toBe('/da/mentors/mentor/#a-mentor');
  expect(nextPage('?next=/da/nowhere/', 'da', '#a-mentor')).toBe('/da/my/');
  expect(nextPage('?next=/en/my/', 'en', '#content')).toBe('/en/my/');
});

test('the button in the mail leads to where one was going, for as long as the code lives', () => {
  const at = (pathname: string, search: string, hash: string) => wayFrom({ pathname, search, hash }, 'en');
  const kept = (to: string, until = 1000) => JSON.stringify({ to, until });
  expect(at('/en/sign-in/', '?next=/en/join/', '#a-secret')).toBe('/en/join/#a-secret');
  expect(at('/en/sign-in/', '', '')).toBe('/en/my/');
  expect(at('/nb/referral/', '', '#a-secret')).toBe('/nb/referral/#a-secret');
  expect(wayOn(kept('/en/join/#a-secret'), 'en', 999)).toBe('/en/join/#a-secret');
  expect(wayOn(kept('/en/desk/applications/'), 'en', 999)).toBe('/en/desk/applications/');
  expect(wayOn(kept('/en/join/#a-secret'), 'en', 1000)).toBe('/en/my/');
  for (const made of [null, 'null', '{}', kept('//elsewhere.example/en/join/'), kept('https://x.example/')])
    expect(wayOn(made, 'en', 0)).toBe('/en/my/');
});
