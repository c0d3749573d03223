import { act, keep, read } from '../../lib/api/client.ts';
import type { Mark, MyPage } from '../../lib/api/rows.ts';

/** Everything that is going on with me. @throws Refusal */
export const readMyPage = () => read<MyPage>('my_page');

export interface Contact {
  surname: string;
  phone: string;
  gender: string;
  contact: string;
}
export const saveContact = (contact: Contact) => act('save_contact', contact);
export const chooseLocale = (locale: string) => act('choose_locale', { locale });

/** Keeps or hides a mentor, for me only; null takes the mark away. Not a change other screens show. */
export const markPerson = (other: string, mark: Mark | null) => keep('mark_person', { other, mark });

/** Keeps somebody and me from each other, which she is not told; and lets us find each other again. @throws Refusal */
export const blockPerson = (other: string) => act('mark_person', { other, mark: 'blocked' });
export const allowPerson = (other: string) => act('mark_person', { other, mark: null });
