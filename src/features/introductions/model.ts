import * as z from 'zod/mini';
import { isVisible } from '../../lib/bidi.ts';
import type { Picture } from '../../lib/api/rows.ts';
import type { SpokenLanguage } from '../../schemas/vocabulary.ts';

/** All that a visitor reads of a mentor: `introduction_card` in `supabase/schemas/35_introductions.sql`. */
export interface Introduction {
  name: string;
  field: string;
  words: string;
  languages: SpokenLanguage[];
  /** A region of the programme; null where she lives elsewhere. */
  region: string | null;
  picture: Picture | null;
}

/** My own, as I may show it. */
export interface MyIntroduction {
  programme: string;
  /** Without the photo. */
  card: Introduction;
  /** The photo that could be shown. */
  photo: Picture | null;
  shown: boolean;
  with_photo: boolean;
  /** Whether a coordinator has taken it out. */
  stopped: boolean;
}

/** What the form holds. */
export interface Showing {
  words: string;
  with_photo: boolean;
}

/** Lengths, as the constraint has them. */
export const limits = { introduction_words: { min: 20, max: 280 } };

/** As `introduction_words_reach_nobody` has it. */
const reaches = /@|https?:|www\.|(\d ?){8}/i;

/** The form of `show_introduction`; the page knows its language. */
export const showIntroduction = z.object({
  words: z.string().check(
    z.trim(),
    z.minLength(limits.introduction_words.min, { abort: true }),
    z.maxLength(limits.introduction_words.max),
    z.refine(isVisible, { params: { key: 'form.missing' } }),
    z.refine((words) => !reaches.test(words), { params: { key: 'refusal.introduction_words_reach_nobody' } }),
  ),
  with_photo: z.boolean(),
});

/** The card visitors will read, of what is typed so far. */
export function cardOf({ card, photo }: MyIntroduction, { words, with_photo }: Showing): Introduction {
  return { ...card, words: words.trim(), picture: (with_photo && photo) || card.picture };
}
