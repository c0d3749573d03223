/** The words the made-up people speak with: names, professions, sentences. Read from `words/`. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale, Topic } from '../../src/schemas/vocabulary.ts';

interface Parts {
  opening: string[];
  closing: string[];
}

/** Sentence parts of one language; see `words/sentences.<language>.yaml`. */
export interface Sentences {
  mentor: Parts & { offers: Record<Topic, string[]>; migrated: string[]; local: string[] };
  mentee: Parts & { goals: Record<Topic, string[]>; now: string[] };
  young?: Parts & { now: string[] };
  /** To somebody of the same profession, to one who helps with interviews, and to anybody. */
  requests: Record<'same' | 'interview' | 'other', string[]>;
  questions: string[];
  replies: string[];
  proposals: string[];
  meet: string[];
}

/** Where somebody grew up. */
export interface Origin {
  languages: string[];
  cities: string[];
  women: string[];
  men: string[];
}

/** A profession in one language and the areas of work in it. */
export interface Trade {
  code: string;
  title: string;
  domains: string[];
}

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`words/${name}.yaml`, import.meta.url), 'utf8'));
const list = (text: string) => text.split(', ');
const origin = (raw: Record<keyof Origin, string | undefined>): Origin => ({
  languages: list(raw.languages ?? ''),
  cities: list(raw.cities ?? ''),
  women: list(raw.women ?? ''),
  men: list(raw.men ?? ''),
});

const origins = read('origins') as {
  away: Record<keyof Origin, string>[];
  here: Record<string, Record<keyof Origin, string>>;
};

/** Those who have moved. */
export const away = origins.away.map(origin);

/** Those who grew up in the country whose language is the key. */
export const here = Object.fromEntries(
  Object.entries(origins.here).map(([language, raw]) => [language, origin(raw)]),
);

export const sentences = Object.fromEntries(
  ['en', 'nb', 'da', 'sv'].map((locale) => [locale, read(`sentences.${locale}`)]),
) as Record<Locale, Sentences>;

type TradeFile = Record<string, Partial<Record<Locale, string>>>;
const professional = read('trades-professional') as TradeFile;
const practical = read('trades-practical') as TradeFile;

/** ISCO-08 unit groups that the made-up people work in. */
export const tradeCodes = { professional: Object.keys(professional), practical: Object.keys(practical) };

/** A profession in the words of a language. */
export function trade(code: string, locale: Locale): Trade {
  const words = (professional[code] ?? practical[code])?.[locale];
  if (words === undefined) throw new Error(`Nobody has said what ${code} is called in ${locale}.`);
  const [title = '', ...domains] = list(words);
  return { code, title, domains };
}

/** Puts values into a sentence: `{domain}`, or `{Domain}` with a capital; `{atitle}` is the title with its article. */
export function say(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'atitle')
      return `${/^[aeiou]|^HR/i.test(String(values.title)) ? 'an' : 'a'} ${values.title}`;
    const value = values[name] ?? values[name.toLowerCase()];
    if (value === undefined) throw new Error(`A sentence asks for {${name}}: ${sentence}`);
    const text = String(value);
    return /^[A-Z]/.test(name) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  });
}
