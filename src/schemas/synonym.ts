import { z } from 'zod';
import { inEveryLanguage, wordsInEveryLanguage } from './text.ts';

/**
 * Words that mean the same to somebody who searches, in each language; the first is the one our texts use. A page in one
 * language is found with the words of all four, as people move between the countries.
 */
export const synonyms = z.array(wordsInEveryLanguage);

/** Words that say little about what somebody looks for, with spaces between. */
export const smallWords = inEveryLanguage;
