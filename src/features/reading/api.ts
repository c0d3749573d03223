import { read } from '../../lib/api/client.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** How many readers found a text clear, and how many did not. */
export interface PageAnswers {
  /** Its address without language and slashes: `handbook/the-first-hour`. */
  page: string;
  clear: number;
  unclear: number;
}

/** The answers of a year to texts in this language, the least clear first. @throws Refusal `not_a_coordinator` */
export const readPageAnswers = (lang: Locale) => read<PageAnswers[]>('page_answers', { lang });
