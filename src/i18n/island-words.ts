import type { Locale } from '../schemas/vocabulary.ts';
import type { Noun } from './nouns.ts';
import { words } from './t.ts';

/** Several dictionaries as one, to hand to an island. Their keys begin with their noun, so none hides another. */
export function islandWords(lang: Locale, ...nouns: Noun[]): Record<string, string> {
  return Object.assign({}, ...nouns.map((noun) => words(lang, noun))) as Record<string, string>;
}
