import { screen } from '../../lib/api/screen.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { readPageAnswers } from './api.ts';

/** What readers said of the texts in a language. */
export const pageAnswers = (lang: Locale) => screen(() => readPageAnswers(lang));
