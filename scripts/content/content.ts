import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entry } from '../../src/lib/content/entry.ts';
import { readContent, type Unread } from '../../src/lib/content/read.ts';
import { readSaid, type Said } from '../../src/lib/content/translations.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';

/** The documents a text may name, by number. */
type Documents = Record<string, { name: string; sections: string[] }>;

/** A word that says less than we mean, as a pattern, and the better one. */
export interface Avoided {
  word: string;
  better: string;
}

/** Lists that editors keep beside the texts. */
interface WordLists {
  avoid: Record<Locale, Avoided[]>;
  vague_links: Record<Locale, string[]>;
}

/** Everything the checks look at. */
export interface Content {
  root: string;
  entries: Entry[];
  unread: Unread[];
  said: Said;
  documents: Documents;
  lists: WordLists;
}

/** Reads the content of the project at `root`, with the lists that belong to it. */
export function readEverything(root: string): Content {
  const yaml = (name: string): unknown => parse(readFileSync(join(root, 'src/content', name), 'utf8'));
  return {
    root,
    ...readContent(root),
    said: readSaid(root),
    documents: yaml('sources.yaml') as Documents,
    lists: yaml('word-lists.yaml') as WordLists,
  };
}
