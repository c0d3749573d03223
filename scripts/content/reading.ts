import type { Entry } from '../../src/lib/content/entry.ts';
import { pieces, type Piece } from '../../src/lib/content/words.ts';
import { countWords, fleschKincaid, lix, sentences, type Sentence } from '../../src/lib/reading-level.ts';
import type { Content } from './content.ts';
import { lineIn, type Problem } from './problem.ts';

/** What a B1 reader should have to accept; mails and interface words have tests of their own. */
const limits = { lix: 38, grade: 8, mean: 14, longest: 25 };

/** Below this many words a mean says nothing; single sentences are looked at all the same. */
const enough = 60;

/** How hard a text is to read. `level` is LIX, or for English the grade of Flesch and Kincaid. */
export interface Level {
  entry: Entry;
  words: number;
  level: number;
  mean: number;
  longest: number;
}

/** Texts that are harder to read than they may be, and their longest sentences. */
export function reading({ entries }: Content): Problem[] {
  return entries.flatMap((entry) => {
    const read = readPieces(entry);
    return [...longSentences(entry, read), ...tooHard(entry, read)];
  });
}

/** A piece with its sentences: a text is cut into words once, which is most of the work. */
interface Read {
  piece: Piece;
  all: Sentence[];
}

const readPieces = (entry: Entry): Read[] =>
  pieces(entry).map((piece) => ({ piece, all: sentences(piece.text) }));

/** How hard each text of one language is, front matter and body together. Files of facts have no level. */
export function levelOf(entry: Entry, read = readPieces(entry)): Level {
  // Titles are no sentences.
  const all = read.filter(({ piece }) => piece.text !== entry.data.title).flatMap((one) => one.all);
  const words = countWords(all);
  return {
    entry,
    words,
    level: entry.lang === 'en' ? fleschKincaid(all) : lix(all),
    mean: words / Math.max(1, all.length),
    longest: Math.max(0, ...all.map((sentence) => sentence.words.length)),
  };
}

function tooHard(entry: Entry, read: Read[]): Problem[] {
  if (!entry.lang) return [];
  const { words: count, level, mean } = levelOf(entry, read);
  if (count < enough) return [];
  const place = { file: entry.file, line: entry.bodyLine };
  const most = entry.lang === 'en' ? limits.grade : limits.lix;
  const measure = entry.lang === 'en' ? 'grade' : 'LIX';
  const found: Problem[] = [];
  if (level > most)
    found.push({
      ...place,
      what: `the text is hard to read: ${measure} ${level.toFixed(1)}, at most ${most}`,
      repair: 'use shorter words, or make two sentences of one',
    });
  if (mean > limits.mean)
    found.push({
      ...place,
      what: `the sentences have ${mean.toFixed(1)} words in the mean, at most ${limits.mean}`,
      repair: 'make two sentences of the longest ones',
    });
  return found;
}

function longSentences({ file }: Entry, read: Read[]): Problem[] {
  return read.flatMap(({ piece, all }) =>
    all
      .filter(({ words }) => words.length > limits.longest)
      .map(({ text, words }) => ({
        file,
        line: lineOfSentence(piece, text),
        what: `a sentence has ${words.length} words, at most ${limits.longest}: “${text.slice(0, 60)}…”`,
        repair: 'make two sentences of it',
      })),
  );
}

/** Reading takes the marks out of the text, so the sentence is looked up by its first plain words. */
function lineOfSentence(piece: Piece, sentence: string): number {
  const start = sentence.split(' ').slice(0, 3).join(' ');
  return lineIn(piece, Math.max(0, piece.text.indexOf(start)));
}
