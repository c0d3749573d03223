import { wordsOf, type Word } from './words.ts';

/** The small index of one language: what pages are called and about. Written by `scripts/build-titles.ts`. */
export interface Titles {
  lang: string;
  pages: Page[];
  /** Every word of the pages, and where it stands. */
  vocabulary: Entry[];
  /** What several words mean, each word as a run of words. */
  meanings: Meaning[];
  /** How any word or synonym sounds. */
  known: Set<string>;
  /** Words that say little, in their plain form. */
  small: Set<string>;
}

export interface Page {
  url: string;
  title: string;
  /** How many words the title has. */
  length: number;
  type: string;
  audience: string;
  programme: string;
  country: string;
  sections: Section[];
}

export interface Section {
  title: string;
  url: string;
}

export interface Meaning {
  runs: Word[][];
  places: Place[];
}

export interface Entry {
  word: Word;
  places: Place[];
}

/** Number of a page, and of the field in it: 0 the title, 1 words of its text, then its headings. */
export type Place = [page: number, field: number];

/** Reads the index: small words, synonyms, and pages, with an empty line between. */
export function readTitles(text: string, lang: string): Titles {
  const [small = '', synonyms = '', list = ''] = text.split('\n\n');
  const entries = new Map<string, Entry>();
  const meanings = lines(synonyms).map((line): Meaning => {
    const runs = line.split(',').map((run) => wordsOf(run, lang));
    return { runs, places: [] };
  });
  const pages: Page[] = [];
  let facts: string[] = [];
  const note = (words: Word[], place: Place) => {
    for (const word of words) {
      const entry = entries.get(word.plain) ?? { word, places: [] };
      entry.places.push(place);
      entries.set(word.plain, entry);
    }
    for (const { runs, places } of meanings) if (runs.some((run) => holds(words, run))) places.push(place);
  };
  for (const line of lines(list)) {
    const cells = line.split('\t');
    if (line.startsWith('\t')) {
      facts = cells.slice(1);
      continue;
    }
    const [title = '', slug = '', words = '', ...headings] = cells;
    const [folder = '', type = '', audience = '', programme = '', country = ''] = facts;
    const url = `/${[lang, folder, slug].filter(Boolean).join('/')}/`;
    const number = pages.length;
    const titleWords = wordsOf(title, lang);
    note(titleWords, [number, 0]);
    note(wordsOf(words, lang), [number, 1]);
    const sections = headings.map((heading, at) => {
      const [name = '', id = anchor(name)] = heading.split('#');
      note(wordsOf(name, lang), [number, at + 2]);
      return { title: name, url: `${url}#${id}` };
    });
    pages.push({ url, title, length: titleWords.length, type, audience, programme, country, sections });
  }
  const vocabulary = [...entries.values()];
  const spoken = [...vocabulary.map(({ word }) => word), ...meanings.flatMap(({ runs }) => runs.flat())];
  const known = new Set(spoken.map(({ sound }) => sound));
  return { lang, pages, vocabulary, meanings, known, small: new Set(parts(small)) };
}

const lines = (text: string) => text.split('\n').filter(Boolean);
const parts = (list: string) => list.split(' ').filter(Boolean);

/** The address of a heading inside its page, as Astro makes it. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Whether the run of words stands somewhere among the words; a long word alone may begin or end another. */
function holds(words: Word[], run: Word[]): boolean {
  return words.some((_, at) => run.every((part, next) => same(part, words[at + next], run.length === 1)));
}

export function same(part: Word, word: Word | undefined, alone: boolean): boolean {
  if (!word) return false;
  if (part.stem === word.stem || (part.sound === word.sound && part.sound.length > 2)) return true;
  return alone && part.stem.length > 4 && (word.stem.startsWith(part.stem) || word.stem.endsWith(part.stem));
}
