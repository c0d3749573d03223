import { expect, test } from 'vitest';
import { countryName, languageName, list, longDate, money, month } from './format.ts';

test('dates, money, lists and names follow the language', () => {
  const day = new Date('2026-11-21T00:00:00Z');
  expect(['en', 'nb', 'da', 'sv'].map((lang) => longDate(lang as 'en', day))).toEqual([
    '21 November 2026',
    '21. november 2026',
    '21. november 2026',
    '21 november 2026',
  ]);
  expect(money('nb', 200, 'NOK')).toMatch(/^200\skr$/);
  expect(money('en', 200, 'NOK')).toMatch(/^NOK\s200$/);
  expect(list('sv', ['Oslo', 'Agder', 'Rogaland'])).toBe('Oslo, Agder och Rogaland');
  expect(list('da', ['dansk', 'engelsk'], 'disjunction')).toBe('dansk eller engelsk');
  expect(month('sv', 8)).toBe('augusti');
  expect([languageName('nb', 'uk'), countryName('da', 'NO')]).toEqual(['ukrainsk', 'Norge']);
});
