import { levels, type Level } from '../../schemas/vocabulary.ts';
import { fold } from './fold.ts';
import type { Lists } from './lists.ts';
import type { Read } from './values.ts';

/** Cells about languages, each with the header of its column. */
export type LanguageCells = readonly { header: string; text: string }[];

interface Spoken {
  language: string;
  level: Level;
}

const motherTongue =
  /\b(mother tongue|native( speaker| language)?|first language|morsmal|modersmal|forstesprak|forstesprog)\b/;
const fluent = /\b(fluent|fluently|flytende|flydende|flytande)\b/;
const level = /(?:^|\s|\()([abc][12])\+?(?=$|[\s).])/;

/**
 * “norsk B2, engelsk C1”, “Arabic (native)”, a level alone under a header that names the language, or a language alone
 * under “mother tongue”. The best level of each language counts.
 */
export function languages(lists: Lists, cells: LanguageCells): Read {
  const found = new Map<string, Level>();
  for (const { header, text } of cells) {
    for (const piece of piecesOf(text)) {
      const read = one(lists, header, piece);
      if (typeof read === 'string') return { problem: read };
      const before = found.get(read.language);
      if (!before || levels.indexOf(before) < levels.indexOf(read.level))
        found.set(read.language, read.level);
    }
  }
  return { value: [...found].map(([language, best]) => ({ language, level: best })) };
}

/** A language with its level in each piece: between signs, and after each level. */
function piecesOf(text: string): string[] {
  return text
    .replace(/(?<=\b[abc][12]\b\)?)\s+(?=\p{L})/giu, ';')
    .split(/[,;/|\n]|\s(?:og|and|och|&)\s/i)
    .map((piece) => piece.trim())
    .filter((piece) => fold(piece));
}

function one(lists: Lists, header: string, piece: string): Spoken | string {
  const words = fold(piece);
  const known = level.exec(` ${words} `.replace(/\+/g, ''))?.[1]?.toUpperCase() as Level | undefined;
  const native = motherTongue.test(words) || (!known && motherTongue.test(fold(header)));
  const said = native ? 'N' : (known ?? (fluent.test(words) ? 'C1' : undefined));
  const rest = fold(words.replace(motherTongue, ' ').replace(fluent, ' ').replace(level, ' '));
  const name = rest.replace(/\b(niva|level|nivo|as|som)\b/g, '').trim();
  const language = name ? lists.languages.get(name)?.[0] : languageIn(lists, header);
  if (!language) return 'language-unknown';
  if (!said) return 'level-missing';
  return { language, level: said };
}

/** Languages alone, without levels: “norsk, engelsk”. */
export function languageNames(lists: Lists, text: string): Read {
  const found = piecesOf(text).map((piece) => lists.languages.get(fold(piece))?.[0]);
  return found.every((one) => one !== undefined)
    ? { value: [...new Set(found)] }
    : { problem: 'language-unknown' };
}

/** The language a header names, as in “Norsk nivå”. */
export function languageIn(lists: Lists, header: string): string | undefined {
  return fold(header)
    .split(' ')
    .map((word) => (word.length > 2 ? lists.languages.get(word)?.[0] : undefined))
    .find(Boolean);
}
