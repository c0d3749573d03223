/** The interface's words: complete in every language, with the same holes, and none that nobody says. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '../../src/schemas/vocabulary.ts';
import { filesIn, textOf } from './files.ts';

const folder = 'src/i18n';
const dictionary = (lang: string, noun: string) =>
  JSON.parse(textOf(`${folder}/${lang}/${noun}`)) as Record<string, string>;
const nouns = readdirSync(join(import.meta.dirname, '../..', folder, 'en')).sort();
const others = locales.filter((lang) => lang !== 'en');
const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe.each(others)('%s', (lang) => {
  test('has a file for every noun', () => {
    expect(readdirSync(join(import.meta.dirname, '../..', folder, lang)).sort()).toEqual(nouns);
  });

  test.each(nouns)('%s has every sentence', (noun) => {
    expect(Object.keys(dictionary(lang, noun)).sort()).toEqual(Object.keys(dictionary('en', noun)).sort());
  });

  test.each(nouns)('%s has the same holes in every sentence', (noun) => {
    const english = dictionary('en', noun);
    const wrong = Object.entries(dictionary(lang, noun)).filter(([key, sentence]) => {
      // "One" may be said in words where another language uses the number.
      const optional = key.endsWith('.one') ? ['count'] : [];
      const without = (list: string[]) => list.filter((name) => !optional.includes(name)).join();
      return without(holes(sentence)) !== without(holes(english[key] ?? ''));
    });
    expect(wrong).toEqual([]);
  });

  test.each(nouns)('%s says nothing empty, and no space too many', (noun) => {
    const wrong = Object.entries(dictionary(lang, noun)).filter(([, words]) => words.trim() !== words || words === '' || / {2}/.test(words)); // prettier-ignore
    expect(wrong).toEqual([]);
  });
});

test('a plural has both its forms', () => {
  const alone = nouns.flatMap((noun) => {
    const keys = Object.keys(dictionary('en', noun));
    return keys.filter(
      (key) =>
        (key.endsWith('.one') && !keys.includes(key.replace(/one$/, 'other'))) ||
        (key.endsWith('.other') &&
          keys.includes(key.replace(/\.other$/, '.one')) === false &&
          /\{count\}/.test(dictionary('en', noun)[key]!)),
    );
  });
  expect(alone).toEqual([]);
});

// Days of the week and months are small in the Nordic languages, and so they come out of the formatter.
test.each(['nb', 'da', 'sv'])('%s begins no sentence with a date', (lang) => {
  const begins = nouns.flatMap((noun) =>
    Object.entries(dictionary(lang, noun))
      .filter(([, sentence]) => /[.!?] \{(date|day|moment|until|since|nudged)\}/.test(sentence))
      .map(([key]) => key),
  );
  expect(begins).toEqual([]);
});

test('a request is called what the glossary calls it', () => {
  const neighbours = { nb: /anmodning/i, da: /forespørgs/i, sv: /begäran|anmodan/i };
  const other = Object.entries(neighbours).flatMap(([lang, word]) =>
    nouns.flatMap((noun) =>
      Object.entries(dictionary(lang, noun))
        .filter(([, sentence]) => word.test(sentence))
        .map(([key]) => `${lang}: ${key}`),
    ),
  );
  expect(other, 'Use the word of src/content/glossary/request.yaml').toEqual([]);
});

test('every sentence is said somewhere', () => {
  const source = filesIn(['src', 'server', 'scripts'], /\.(ts|tsx|astro)$/)
    .map(textOf)
    .join('\n');
  const literals = new Set([...source.matchAll(/['"`]([\w-]+(?:\.[\w-]+)*)['"`]/g)].map(([, text]) => text!));
  // `reason.${code}`: whatever begins like that may be said; so may what ends like `${noun}.empty`.
  const beginnings = [...source.matchAll(/`([\w-]+(?:\.[\w-]+)*[.-])\$\{/g)].map(([, text]) => text!);
  const endings = [...source.matchAll(/\}([.-][\w-]+(?:\.[\w-]+)*)`/g)].map(([, text]) => text!);
  const said = (key: string) => {
    const base = key.replace(/\.(one|other)$/, '');
    return (
      literals.has(key) ||
      literals.has(base) ||
      beginnings.some((beginning) => key.startsWith(beginning)) ||
      endings.some((ending) => base.endsWith(ending))
    );
  };
  const unsaid = nouns.flatMap((noun) =>
    Object.keys(dictionary('en', noun))
      .filter((key) => !said(key))
      .map((key) => `${noun}: ${key}`),
  );
  expect(unsaid, 'Say it, or take it out of all languages').toEqual([]);
});
