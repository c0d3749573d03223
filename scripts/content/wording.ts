import type { Locale } from '../../src/schemas/vocabulary.ts';
import { pieces } from '../../src/lib/content/words.ts';
import type { Avoided, Content } from './content.ts';
import { lineIn, type Problem } from './problem.ts';

interface Rule {
  pattern: RegExp;
  finding: (found: string) => Pick<Problem, 'what' | 'repair' | 'stops'>;
}

const everywhere: Rule[] = [
  {
    pattern: /\p{Extended_Pictographic}(?<![©®™↔])/gu,
    finding: (found) => ({
      what: `“${found}” is an emoji, which is read aloud by its name`,
      repair: 'say it in words',
    }),
  },
];

/** Words we do not use of people, blanks that nobody has filled in, and emoji. */
export function wording({ entries, lists }: Content): Problem[] {
  const rules = new Map<Locale, Rule[]>(
    Object.entries(lists.avoid).map(([lang, words]) => [
      lang as Locale,
      [...everywhere, ...words.map(avoiding)],
    ]),
  );
  return entries.flatMap((entry) =>
    pieces(entry).flatMap((piece) =>
      (rules.get(piece.lang) ?? everywhere).flatMap(({ pattern, finding }) =>
        [...withoutTargets(piece.text).matchAll(pattern)].map(({ 0: found, index }) => ({
          file: entry.file,
          line: lineIn(piece, index),
          ...finding(found),
        })),
      ),
    ),
  );
}

function avoiding({ word, better }: Avoided): Rule {
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${word})(?![\\p{L}\\p{N}])`, 'giu'),
    finding: (found) => ({ what: `“${found}” makes a person smaller than she is`, repair: `say ${better}` }),
  };
}

/** The text with addresses blanked out, letter for letter, so that places in it stay where they are. */
function withoutTargets(text: string): string {
  return text.replace(/\]\([^)]*\)/g, (target) => target.replace(/[^\n]/g, ' '));
}
