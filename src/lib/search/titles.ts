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
  const meant = reader(meanings);
  const pages: Page[] = [];
  let facts: string[] = [];
  const note = (words: Word[], place: Place) => {
    for (const word of words) {
      const entry = entries.get(word.plain) ?? { word, places: [] };
      entry.places.push(place);
      entries.set(word.plain, entry);
    }
    for (const meaning of meant(words)) meaning.places.push(place);
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

/** What a run of words means, quickly: asked of every field of every page, on slow phones too. */
function reader(meanings: Meaning[]): (words: Word[]) => Set<Meaning> {
  const beginnings = new Map<string, { run: Word[]; meaning: Meaning }[]>();
  for (const meaning of meanings)
    for (const run of meaning.runs)
      for (const key of new Set([run[0]?.stem ?? '', `~${run[0]?.sound}`]))
        beginnings.set(key, [...(beginnings.get(key) ?? []), { run, meaning }]);
  const known = new Map<string, { run: Word[]; meaning: Meaning }[]>();
  const begunBy = (word: Word) => {
    const found = known.get(word.plain) ?? keysOf(word).flatMap((key) => beginnings.get(key) ?? []);
    known.set(word.plain, found);
    return found;
  };
  return (words) => {
    const found = words.flatMap((word, at) =>
      begunBy(word).filter(({ run }) =>
        run.every((part, next) => same(part, words[at + next], run.length === 1)),
      ),
    );
    return new Set(found.map(({ meaning }) => meaning));
  };
}

/** What a word may be found under: its stem, its sound, and longer words it begins or ends with. */
function keysOf({ stem, sound }: Word): string[] {
  const lengths = Array.from({ length: Math.max(0, stem.length - 5) }, (_, more) => more + 5);
  return [stem, `~${sound}`, ...lengths.flatMap((length) => [stem.slice(0, length), stem.slice(-length)])];
}

/** Whether two words are one; a long word alone may begin or end another. */
export function same(part: Word, word: Word | undefined, alone: boolean): boolean {
  if (!word) return false;
  if (part.stem === word.stem || (part.sound === word.sound && part.sound.length > 2)) return true;
  return alone && part.stem.length > 4 && (word.stem.startsWith(part.stem) || word.stem.endsWith(part.stem));
}
