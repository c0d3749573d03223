import { expect, test } from 'vitest';
import { locales } from '../schemas/vocabulary.ts';
import { say } from './say.ts';

const files = import.meta.glob<Record<string, string>>('./*/*.json', { eager: true, import: 'default' });
const nouns = Object.keys(files).flatMap((file) => /^\.\/en\/(.+)\.json$/.exec(file)?.[1] ?? []);

test('every language has every sentence of English, and no other', () => {
  const wrong = inEveryLanguage((english, translated, place) => [
    ...Object.keys(english)
      .filter((key) => !(key in translated))
      .map((key) => `${place}: add “${key}”`),
    ...Object.keys(translated)
      .filter((key) => !(key in english))
      .map((key) => `${place}: remove “${key}”`),
  ]);
  expect(wrong).toEqual([]);
});

test('a sentence asks for the same things in every language', () => {
  const wrong = inEveryLanguage((english, translated, place) =>
    Object.entries(english)
      .filter(([key, text]) => key in translated && holes(text) !== holes(translated[key] ?? ''))
      .map(([key, text]) => `${place}: “${key}” needs ${holes(text) || 'no parameter'}`),
  );
  expect(wrong).toEqual([]);
});

test('a plural has a form for every number its language can meet', () => {
  const wrong = inEveryLanguage((_, translated, place, lang) => {
    const plurals = Object.keys(translated).flatMap((key) => /^(.*)\.other$/.exec(key)?.[1] ?? []);
    const numbers = plurals.filter((base) => `${base}.one` in translated);
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    return numbers.flatMap((base) =>
      forms
        .filter((form) => !(`${base}.${form}` in translated))
        .map((form) => `${place}: add “${base}.${form}”`),
    );
  });
  expect(wrong).toEqual([]);
});

test('say fills parameters, writes numbers as the language does, and chooses the plural', () => {
  const words = { hello: 'Hei, {name}', 'day.one': '{count} dag', 'day.other': '{count} dager' };
  expect(say('nb', words, 'hello', { name: 'Amina' })).toBe('Hei, Amina');
  expect(say('nb', words, 'day', { count: 1 })).toBe('1 dag');
  expect(say('nb', words, 'day', { count: 1200 })).toBe('1\u00a0200 dager');
  expect(() => say('nb', words, 'bye' as 'hello')).toThrow('bye');
});

type Check = (
  english: Record<string, string>,
  translated: Record<string, string>,
  place: string,
  lang: string,
) => string[];

function inEveryLanguage(check: Check): string[] {
  return nouns.flatMap((noun) =>
    locales.flatMap((lang) => {
      const place = `src/i18n/${lang}/${noun}.json`;
      return check(files[`./en/${noun}.json`] ?? {}, files[`./${lang}/${noun}.json`] ?? {}, place, lang);
    }),
  );
}

function holes(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
