import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filled, nothingTyped, numberTyped } from './typed.ts';

test('whatever was kept, a form gets values of its own shape', () => {
  const shape = (values: object) =>
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? 'list' : typeof value]);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(nothingTyped), 'other'), fc.anything()),
      (kept) => {
        expect(shape(filled(nothingTyped, kept))).toEqual(shape(nothingTyped));
      },
    ),
  );
});

test('what fits is taken over', () => {
  const kept = {
    shown_name: 'Amina',
    hours: 4,
    languages: [{ language: 'ar', level: 'N' }],
    formats: ['online'],
    about: null,
  };
  expect(filled(nothingTyped, kept)).toEqual({
    ...nothingTyped,
    shown_name: 'Amina',
    hours: '4',
    languages: [{ language: 'ar', level: 'N' }],
    formats: ['online'],
  });
  expect(filled(nothingTyped, { languages: [{ language: 'ar' }], formats: [1] })).toEqual(nothingTyped);
});

test('a number may have company', () => {
  expect(['4', ' 4 ', '4 timer', '4,5'].map(numberTyped)).toEqual([4, 4, 4, 4.5]);
  expect(['', 'four', '-4', '4-6', '<b>4</b>'].map(numberTyped)).toEqual([NaN, NaN, NaN, NaN, NaN]);
});
