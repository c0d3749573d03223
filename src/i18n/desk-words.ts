import type { Locale } from '../schemas/vocabulary.ts';
import { islandWords } from './island-words.ts';
import type { Noun } from './nouns.ts';

/**
 * What a page of the desk says, beside its own nouns. Refusals speak to a mentee or a mentor; where a coordinator would read
 * them wrongly, the desk has its own words.
 */
export function deskWords(lang: Locale, ...nouns: Noun[]): Record<string, string> {
  const words = islandWords(lang, ...nouns, 'desk', 'form', 'refusal');
  for (const [key, text] of Object.entries(words)) {
    const refusal = /^(?:application-)?desk\.refused\.(.+)$/.exec(key)?.[1];
    if (refusal) words[`refusal.${refusal}`] = text;
  }
  return words;
}

/** What a page says that is reached from the desk but says little of it: whose door it is, and what `also` begins. */
export function besideDeskWords(lang: Locale, nouns: Noun[], ...also: string[]): Record<string, string> {
  const said = ['not-yours', 'my-page', 'contact', ...also].map((key) => `desk.${key}`);
  const ofDesk = Object.entries(islandWords(lang, 'desk')).filter(([key]) =>
    said.some((beginning) => key.startsWith(beginning)),
  );
  return { ...islandWords(lang, ...nouns, 'form', 'refusal'), ...Object.fromEntries(ofDesk) };
}
