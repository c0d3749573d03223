import type { Entry } from '../../src/lib/content/entry.ts';
import type { Piece } from '../../src/lib/content/words.ts';

/** Something to repair, where it stands, and how. */
export interface Problem {
  file: string;
  line: number;
  what: string;
  repair: string;
  /** Nothing may be built as long as it is there. */
  stops?: boolean;
}

/** `src/content/handbook/nb/x.md:4: the title is missing. Repair: write it.` */
export function inOneLine({ file, line, what, repair }: Problem): string {
  return `${file}:${line}: ${what}. Repair: ${repair}.`;
}

/** The line on which something stands that was found `at` a place in a piece of text. */
export function lineIn({ text, line }: Pick<Piece, 'text' | 'line'>, at: number): number {
  return line + (text.slice(0, at).match(/\n/g)?.length ?? 0);
}

/** A problem of a key in an entry's front matter. */
export function atKey(entry: Entry, path: readonly PropertyKey[], what: string, repair: string): Problem {
  return { file: entry.file, line: entry.lineOf(path), what, repair };
}
