import type { Locale } from '../schemas/vocabulary.ts';
import { inSentence } from '../lib/bidi.ts';

export type Params = Record<string, string | number>;

/** The keys one may ask for: every sentence, and `x` where `x.one` and `x.other` exist. */
export type Sayable<K extends string> = K | (K extends `${infer Base}.other` ? Base : never);

/**
 * One sentence out of a dictionary: fills `{param}`, which may be a person's own words in any script, and, where only `key.one` / `key.other` exist, chooses by `params.count`.
 * Needs no dictionary of its own, so islands that got their words as a prop can use it.
 * @throws if the dictionary has no such sentence
 */
export function say<Words extends Record<string, string>>(
  lang: Locale,
  words: Words,
  key: Sayable<keyof Words & string>,
  params: Params = {},
): string {
  const all: Record<string, string> = words;
  const sentence = all[key] ?? all[`${key}.${pluralForm(lang, params.count)}`] ?? all[`${key}.other`];
  if (sentence === undefined) throw new Error(`No words for “${key}” in ${lang}`);
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => shown(lang, params[name]) ?? hole);
}

function pluralForm(lang: Locale, count: string | number | undefined): string {
  return (plurals[lang] ??= new Intl.PluralRules(lang)).select(Number(count ?? 0));
}

function shown(lang: Locale, value: string | number | undefined): string | undefined {
  if (typeof value === 'string') return inSentence(value);
  return value === undefined ? value : (numbers[lang] ??= new Intl.NumberFormat(lang)).format(value);
}

// To make one costs more than to use it a hundred times, and a build of 1,000 pages uses it 10,000 times.
const plurals: Partial<Record<Locale, Intl.PluralRules>> = {};
const numbers: Partial<Record<Locale, Intl.NumberFormat>> = {};
