import { act, read, visit } from '../../lib/api/client.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { Introduction, MyIntroduction, Showing } from './model.ts';

/** Mentors of a programme who show themselves; whoever reads them needs no account. @throws Refusal `offline` */
export const meetMentors = (programme: string) => visit<Introduction[]>('meet_mentors', { programme });

/** Mine, shown or not; null where I am no approved mentor. @throws Refusal */
export const readMyIntroduction = () => read<MyIntroduction | null>('my_introduction');

/** Shows me to visitors, as I have looked at it. @throws Refusal `introduction_stopped` */
export const showMe = ({ words, with_photo }: Showing, locale: Locale) =>
  act('show_introduction', { words: words.trim(), with_photo, locale });

/** Shows me no longer. @throws Refusal */
export const hideMe = (locale: Locale) => act('hide_introduction', { locale });
