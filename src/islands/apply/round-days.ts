import type { Round } from '../../features/applications/rows.ts';
import { dateWords } from '../../lib/dates.ts';

/** The days of a round in words, as its sentences name them. */
export const roundDays = (lang: string, { opens_on, closes_on, starts_on }: Round) => ({
  opens: dateWords(lang, opens_on),
  closes: dateWords(lang, closes_on),
  starts: dateWords(lang, starts_on),
});
