import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../../schemas/vocabulary.ts';
import { decisions } from './desk-model.ts';
import { letterFor } from './letter.ts';
import { limits, reasonsFor } from './queue.ts';

const wordsIn = (lang: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../i18n/${lang}/application-letter.json`), 'utf8'),
  ) as Record<string, string>;

describe.each(locales)('in %s', (lang) => {
  const words = wordsIn(lang);
  const all = decisions.flatMap((decision) =>
    (['mentee', 'mentor'] as const).flatMap((part) =>
      reasonsFor(decision, part).map((reason) => ({ decision, part, reason })),
    ),
  );

  test.each(all)('$decision, $reason, to a $part', (about) => {
    const letter = letterFor(words, { ...about, name: 'Zahra', programme: 'Highly skilled', elsewhere: 'A' });
    expect(letter).toContain('Zahra');
    expect(letter).toContain('Highly skilled');
    expect(letter).not.toMatch(/[{}]|undefined/);
    expect(letter.split('\n\n').length).toBe(5);
    expect(letter.length).toBeLessThan(limits.letter.max);
  });
});

test('without another programme to name, the letter speaks of help elsewhere', () => {
  const about = {
    decision: 'redirect',
    part: 'mentee',
    name: 'Zahra',
    programme: 'P',
    elsewhere: '',
  } as const;
  const words = wordsIn('en');
  expect(letterFor(words, { ...about, reason: 'other-programme' })).toBe(
    letterFor(words, { ...about, reason: 'other-service' }),
  );
});
