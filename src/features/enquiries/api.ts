import { act, read, visit } from '../../lib/api/client.ts';
import type { Asking, EnquiryDesk } from './model.ts';

/** Asks us, without an account. @throws Refusal `too_many_today`, `too_many_enquiries`, and what is unsound by its name */
export const askUs = ({ topic, locale, words, address, programme, region }: Asking) =>
  visit('ask_us', {
    topic,
    locale,
    words: words.trim(),
    address: address.trim(),
    programme: programme || null,
    region: region || null,
  });

/** What visitors ask my desks. @throws Refusal `not_a_coordinator` */
export const readEnquiryDesk = () => read<EnquiryDesk>('enquiry_desk');

/** Mails an answer to whoever asked. @throws Refusal `enquiry_unknown`, `enquiry_answered` */
export const answerEnquiry = (enquiry: string, answer: string) => act('answer_enquiry', { enquiry, answer });

/** Deletes what is no question. @throws Refusal as {@link answerEnquiry} */
export const dropEnquiry = (enquiry: string) => act('drop_enquiry', { enquiry });
