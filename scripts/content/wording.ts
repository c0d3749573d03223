import { pieces, type Piece } from '../../src/lib/content/words.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import type { Avoided, Content } from './content.ts';
import { lineIn, type Problem } from './problem.ts';

/** Words we do not use of people, and emoji. */
export function wording({ entries, lists }: Content): Problem[] {
  const avoided = Object.fromEntries(
    locales.map((lang) => [lang, wholeWords(lists.avoid[lang].map(({ word }) => word))]),
  );
  return entries.flatMap((entry) =>
    pieces(entry).flatMap((piece) => {
      const { file } = entry;
      const text = withoutTargets(piece.text);
      const words = avoided[piece.lang];
      return [
        ...found(file, piece, text.matchAll(emoji), () => [
          'is an emoji, which is read aloud by its name',
          'say it in words',
        ]),
        ...found(file, piece, words ? text.matchAll(words) : [], (word) => [
          'makes somebody smaller than they are',
          `say ${betterFor(word, lists.avoid[piece.lang])}`,
        ]),
      ];
    }),
  );
}

/** Signs that are drawn as pictures; ©, ® and ™ are letters to us. */
const emoji = /\p{Extended_Pictographic}(?<![©®™↔])/gu;

/** One expression for all of them: forty searches through each text were half of the time the checks took. */
const wholeWords = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

const betterFor = (found: string, avoided: readonly Avoided[]) =>
  avoided.find(({ word }) => new RegExp(`^(?:${word})$`, 'iu').test(found))?.better ?? 'it differently';

function found(
  file: string,
  piece: Piece,
  matches: Iterable<RegExpExecArray>,
  tell: (found: string) => [what: string, repair: string],
): Problem[] {
  return [...matches].map(({ 0: word, index }) => {
    const [what, repair] = tell(word);
    return { file, line: lineIn(piece, index), what: `“${word}” ${what}`, repair };
  });
}

/** The text with addresses blanked out, letter for letter, so that places in it stay where they are. */
function withoutTargets(text: string): string {
  return text.replace(/\]\([^)]*\)/g, (target) => target.replace(/[^\n]/g, ' '));
}
