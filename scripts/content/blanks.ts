import { strings } from '../../src/lib/content/words.ts';
import type { Content } from './content.ts';
import { lineIn, type Problem } from './problem.ts';

/** How every blank of a new file begins: `npm run new` writes it, an editor puts her own words in its place. */
export const blank = 'WRITE:';

/** Blanks that nobody has filled in. With one of them nothing is built, so that a template is never published. */
export function blanks({ entries }: Content): Problem[] {
  return entries.flatMap((entry) =>
    strings(entry).flatMap((piece) =>
      [...piece.text.matchAll(/WRITE:[^\n]{0,60}/g)].map(({ 0: found, index }) => ({
        file: entry.file,
        line: lineIn(piece, index),
        what: `“${found}” is a blank that nobody has filled in`,
        repair: 'write your own words in its place',
        stops: true,
      })),
    ),
  );
}
