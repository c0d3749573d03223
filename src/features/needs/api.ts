import { act, visit } from '../../lib/api/client.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { OpenInvitation, OpenNeed } from './model.ts';

/** Needs that stand open; whoever reads them needs no account. @throws Refusal `offline` */
export const readOpenNeeds = () => visit<OpenNeed[]>('open_needs');

/** Begins to apply as a mentor, linked to the need. Answers the application. @throws Refusal `need_filled` */
export const answerNeed = (need: string, locale: Locale) => act<string>('answer_need', { need, locale });

/** What the link of a company's invitation says. @throws Refusal `invitation_unknown`, `_closed`, `_expired` */
export const openInvitation = (secret: string) => visit<OpenInvitation>('open_invitation', { secret });

/** Begins to apply as a mentor through the company's link. @throws Refusal as above, or `invitation_full` */
export const takeInvitation = (secret: string, locale: Locale) =>
  act<string>('take_invitation', { secret, locale });
