import { fold } from './fold.ts';
import {
  bothFormats,
  formatWords,
  genderWords,
  indexOfWords,
  localeWords,
  type Index,
  type Lists,
} from './lists.ts';

/** What a cell says, or why nobody can tell. */
export type Read = { value: unknown } | { problem: string };

const genders = indexOfWords(genderWords);
const locales = indexOfWords(localeWords);
const formats = indexOfWords(formatWords);
const yes = new Set(['yes', 'y', 'ja', 'j', 'true', '1', 'x', 'sant', 'sann', 'sandt']);
const no = new Set(['no', 'n', 'nei', 'nej', 'false', '0', 'usant', 'falsk', 'falskt', 'usandt']);
const preferences = indexOfWords([
  ['any', ['any', 'no preference', 'ingen', 'ingen preferanse', 'alle', 'spiller ingen rolle', 'ligegyldigt', 'spelar ingen roll']],
  ['migrated', ['migrated', 'migrant', 'innvandrer', 'innvandret', 'indvandrer', 'indvandret', 'invandrad', 'har innvandret']],
  ['local', ['local', 'norsk', 'dansk', 'svensk', 'lokal', 'vokst opp her', 'vokset op her', 'uppvuxen här']],
]); // prettier-ignore

/** One key of a list; a word that means several is told apart by `prefer`, or is ambiguous. */
function lookUp(index: Index, text: string, prefer?: (key: string) => boolean): Read {
  const keys = index.get(fold(text)) ?? [];
  const [only, ...others] = keys.length > 1 && prefer ? keys.filter(prefer) : keys;
  if (only !== undefined && others.length === 0) return { value: only };
  return { problem: keys.length > 0 ? 'ambiguous' : 'unknown' };
}

export const gender = (text: string): Read => lookUp(genders, text);
export const locale = (text: string): Read => lookUp(locales, text);
export const preference = (text: string): Read => lookUp(preferences, text);
export function genderPreference(text: string): Read {
  const read = lookUp(genders, text);
  return 'value' in read && (read.value === 'woman' || read.value === 'man')
    ? read
    : lookUp(preferences, text);
}

/** “Yes” and “no” in four languages, as the database writes them. */
export function yesOrNo(text: string): Read {
  const word = fold(text);
  if (yes.has(word)) return { value: 'true' };
  return no.has(word) ? { value: 'false' } : { problem: 'yes-or-no' };
}

/** A field of work by its ISCO-08 number, its name, or a word that means only one. */
export function fieldOfWork(lists: Lists, text: string): Read {
  const code = /(?<!\d)(\d{4})(?:\.0)?(?!\d)/.exec(text)?.[1];
  if (code && lists.fields.has(code)) return { value: code };
  const byName = lookUp(lists.fields, text);
  return 'value' in byName ? byName : lookUp(lists.fieldWords, text);
}

/** A municipality or region by name, also as “4006 Stavanger”, “Oslo kommune” or “Sandnes, Rogaland”. */
export function place(lists: Lists, text: string, regions: readonly string[]): Read {
  const bare = fold(text.replace(/^\D{0,3}\d{3,5}\s+/, '')).replace(/ (kommune?|municipality|kommun)$/, '');
  const parts = text.split(/[,/(]/).map(fold);
  for (const name of [fold(text), bare, ...parts]) {
    const keys = lists.places.get(name) ?? [];
    // A town and its region may share a name: the town says more. And those of the programme come first.
    const towns = keys.filter((key) => lists.regionOf.get(key) !== key);
    const few = towns.length > 0 ? towns : keys;
    const near = few.filter((key) => regions.includes(lists.regionOf.get(key) ?? ''));
    const [only, ...others] = near.length > 0 ? near : few;
    if (only !== undefined) return others.length === 0 ? { value: only } : { problem: 'ambiguous' };
  }
  return { problem: 'unknown' };
}

/** Several of a list, with commas, semicolons or lines between them. */
function several(index: Index, text: string): Read {
  const found = new Set<string>();
  for (const part of text.split(/[,;|/\n•]/).filter((piece) => fold(piece))) {
    const read = lookUp(index, part);
    if ('problem' in read) return read;
    found.add(String(read.value));
  }
  return { value: [...found] };
}

export const topicList = (lists: Lists, text: string): Read => several(lists.topics, text);
export function formatList(text: string): Read {
  return bothFormats.includes(fold(text))
    ? { value: ['in-person', 'online'] }
    : several(formats, text.replace(/ (og|and|och|&|\+) /gi, ','));
}

/** A whole number, also as “4 timer” or “4,0”. */
export function whole(text: string): Read {
  const number = /^(\d{1,4})(?:[.,]0+)?(?:\s*(?:t|h|hours?|timer?|timmar|stk|mentee[rs]?)\.?)?$/i.exec(
    text.trim(),
  )?.[1];
  return number ? { value: String(Number(number)) } : { problem: 'number-unsound' };
}

/** A day: 2026-11-21, 21.11.2026, 21/11/26, or the number Excel keeps for it. */
export function day(text: string): Read {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial > 20_000 && serial < 80_000) {
    return { value: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) };
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  const nordic = /^(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?: .*)?$/.exec(text);
  const [year, month, date] = iso ? iso.slice(1) : nordic ? nordic.slice(1).reverse() : [];
  if (!year || !month || !date) return { problem: 'date-unsound' };
  const full = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const real = new Date(`${full}T00:00:00Z`);
  const sound = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(full);
  return sound ? { value: full } : { problem: 'date-unsound' };
}

/** A number to call, without the words and dots around it. */
export function phone(text: string): string {
  const bare = text
    .replace(/^(tlf|tel|mob|mobil|telefon|phone)\.?:?\s*/i, '')
    .replace(/[.\u2010-\u2015]/g, ' ');
  return bare
    .replace(/^00(?=\d)/, '+')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An address, also out of “Kari <kari@example.org>”, “mailto:kari@example.org” or “kari@example.org;”. */
export function address(text: string): string {
  return (/<([^<>]+)>/.exec(text)?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .replace(/^[\s'"]+|[\s'";,.]+$/g, '')
    .toLowerCase();
}

/** “Kari Nordmann Berg” and “Berg, Kari”: what she is called, and the rest. */
export function wholeName(text: string): { shown_name: string; surname: string } {
  const [family, given] = text.split(/,\s*/, 2);
  if (family && given) return { shown_name: given.trim(), surname: family.trim() };
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return { shown_name: first, surname: rest.join(' ') };
}
