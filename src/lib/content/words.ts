import { createHash } from 'node:crypto';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import type { Entry } from './entry.ts';

/** The keys that hold words a reader reads. Every other key is a fact and the same in all languages. */
const wordKeys = new Set([
  'title', 'summary', 'aim', 'checklist', 'question', 'text', 'for_whom', 'expect', 'do_not_expect', 'how', 'parts',
]); // prettier-ignore

/** Something a reader reads, in one language, and the line on which it begins. */
export interface Piece {
  text: string;
  /** Looked up when it is asked for, which is when something is wrong. */
  readonly line: number;
  lang: Locale;
}

const known = new WeakMap<Entry['data'], Piece[]>();

/** Everything a reader reads of an entry: the words of its front matter, then its body. */
export function pieces(entry: Entry): readonly Piece[] {
  const before = known.get(entry.data);
  if (before) return before;
  const { lang } = entry;
  const all: Piece[] = collect(entry.data, [], lang).map(({ text, path, tongue }) => ({
    text,
    get line() {
      return entry.lineOf(path);
    },
    lang: tongue,
  }));
  if (lang && entry.body) all.push({ text: entry.body, line: entry.bodyLine, lang });
  known.set(entry.data, all);
  return all;
}

/** Every text of an entry, words and facts alike: what the checks look through that do not ask who reads it. */
export function strings(entry: Entry): Pick<Piece, 'text' | 'line'>[] {
  const front = everyString(entry.data, []).map(({ text, path }) => ({
    text,
    get line() {
      return entry.lineOf(path);
    },
  }));
  return [...front, { text: entry.body, line: entry.bodyLine }];
}

function everyString(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  const keyed = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return keyed.flatMap(([key, item]) => everyString(item, [...path, key]));
}

/** The facts of the front matter: what is left without the words. */
export function facts(entry: Entry): Record<string, unknown> {
  return strip(entry.data) as Record<string, unknown>;
}

/** A fingerprint of what is said, not of how the file is laid out: it changes when a translation has to be looked at. */
export function fingerprint(entry: Entry): string {
  const said = pieces(entry).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}

type Path = readonly PropertyKey[];
interface Found {
  text: string;
  path: Path;
  tongue: Locale;
}

/** Texts below the keys of words; in files of facts, texts that stand under the tag of a language. */
function collect(value: unknown, path: Path, tongue: Locale | null, wanted = false): Found[] {
  if (typeof value === 'string') return wanted && tongue ? [{ text: value, path, tongue }] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => collect(item, [...path, at], tongue, wanted));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const own = tongue ?? locales.find((lang) => lang === key) ?? null;
    return collect(item, [...path, key], own, wanted || (tongue ? wordKeys.has(key) : own !== null));
  });
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const left = Object.entries(value).filter(([key]) => !wordKeys.has(key));
  return Object.fromEntries(left.map(([key, item]) => [key, strip(item)]));
}
