import { act, read } from '../../lib/api/client.ts';
import type { Found } from '../../lib/api/rows.ts';
import type { Desk } from './model.ts';

/** What needs a human today. @throws Refusal `not_a_coordinator` */
export const readDesk = () => read<Desk>('desk');

/** The best mentors for one of my mentees, five at most. @throws Refusal `mentee_unknown` */
export const suggestMentors = (mentee: string) => read<Found>('suggest_mentors', { mentee, page_size: 5 });

/** The mentee says yes first, then the mentor is asked. Answers the request's id. @throws Refusal */
export const proposeMatch = (mentee: string, mentor: string, message: string) =>
  act<string>('propose_match', { mentee, mentor, message: message.trim() });

/** Mails a few words to somebody at my desks. @throws Refusal `person_unknown`, `written_just_now` and other limits */
export const writeToPerson = (person: string, message: string) =>
  act('write_to_person', { person, message: message.trim() });

/** Takes a mentor out of what visitors see, and mails her why. @throws Refusal `introduction_unknown` */
export const stopIntroduction = (person: string, message: string) =>
  act('stop_introduction', { person, message: message.trim() });
/** Lets her say yes to it again. @throws Refusal `introduction_unknown` */
export const allowIntroduction = (person: string) => act('allow_introduction', { person });

/** Tries an undelivered mail eight times more. @throws Refusal `mail_unknown` */
export const sendMailAgain = (mail: number) => act('send_mail_again', { mail });
/** Takes an undelivered mail off the desk. @throws Refusal `mail_unknown` */
export const putMailAside = (mail: number) => act('put_mail_aside', { mail });
