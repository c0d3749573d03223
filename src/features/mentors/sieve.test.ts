import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topics } from '../../schemas/vocabulary.ts';
import { openSieve, searchOf, sieveOf } from './sieve.ts';

const sieve = fc.record({
  words: fc.string({ maxLength: 80, unit: 'grapheme-ascii' }),
  field: fc.constantFrom('', '21', '2142'),
  language: fc.constantFrom('', 'en', 'no'),
  where: fc.constantFrom('', 'online', 'no-03'),
  offers: fc.subarray([...topics]),
  hours: fc.integer({ min: 0, max: 40 }),
  shelf: fc.constantFrom('' as const, 'favourite' as const, 'hidden' as const),
});

test('an address says the whole sieve, and reads back the same', () => {
  fc.assert(
    fc.property(sieve, (chosen) => {
      expect(sieveOf(searchOf(chosen))).toEqual(chosen);
    }),
  );
});

test('what an address says that we do not know is left out', () => {
  expect(sieveOf('?field=<b>&language=xyz&where=../&offers=gold&hours=-4&shelf=blocked')).toEqual(openSieve);
  expect(searchOf(openSieve)).toBe('');
});
