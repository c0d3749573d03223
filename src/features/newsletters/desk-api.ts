import { act, read } from '../../lib/api/client.ts';
import type { BegunNewsletter, NewsletterDesk, NewsletterText } from './rows.ts';

type Held = Pick<BegunNewsletter, 'id' | 'version'>;

/** What is begun and what was sent. @throws Refusal `not_a_coordinator` */
export const readNewsletterDesk = () => read<NewsletterDesk>('newsletter_desk');

/** Begins one. @throws Refusal `not_a_coordinator`, `newsletters_begun_enough` */
export const beginNewsletter = (programme: string, audience: string) =>
  act<string>('begin_newsletter', { programme, audience });

/** For whom it is. @throws Refusal `newsletter_unknown`, `newsletter_sent`, `newsletter_changed` */
export const addressNewsletter = ({ id, version }: Held, audience: string) =>
  act('address_newsletter', { newsletter: id, version, audience });

/** What it says in a language; null takes the language away. @throws Refusal as {@link addressNewsletter} */
export const writeNewsletter = ({ id, version }: Held, locale: string, text: NewsletterText | null) =>
  act('write_newsletter', {
    newsletter: id,
    version,
    locale,
    title: text?.title ?? null,
    words: text?.words ?? null,
  });

/** Deletes what was not sent. @throws Refusal as {@link addressNewsletter} */
export const dropNewsletter = ({ id, version }: Held) => act('drop_newsletter', { newsletter: id, version });

/** Sends it, and answers to how many. @throws Refusal as {@link addressNewsletter}, `newsletter_empty`, `newsletters_enough` */
export const sendNewsletter = ({ id, version }: Held) =>
  act<number>('send_newsletter', { newsletter: id, version });
