import { act, read } from '../../lib/api/client.ts';
import type { Board, Facts, Invitation, Weighing } from './model.ts';

/** Who waits and who is free at my desks of a programme; null is my first. @throws Refusal `not_a_coordinator` */
export const readBoard = (programme: string | null) => read<Board>('supply_and_demand', { programme });

/** How many could be meant. @throws Refusal */
export const weighNeed = (programme: string, { field, language, region, hours, format }: Facts) =>
  read<Weighing>('weigh_need', { programme, field, language, region, hours, format });

/** Opens a call. @throws Refusal `need_too_narrow`, `need_open_already` */
export const raiseNeed = (programme: string, { field, language, region, hours, format }: Facts) =>
  act<string>('raise_need', { programme, field, language, region, hours, format });

/** Sixty days from today. @throws Refusal `need_too_narrow`, `need_closed` */
export const prolongNeed = (need: string) => act('prolong_need', { need });

/** @throws Refusal `need_closed` */
export const closeNeed = (need: string, reason: string) => act('close_need', { need, reason });

/** What companies have been invited to. @throws Refusal `not_a_coordinator` */
export const readInvitations = (programme: string) =>
  read<Invitation[]>('company_invitations', { programme });

/** Answers the link's secret, this once. @throws Refusal `valid_until_unsound` */
export const inviteCompany = (
  programme: string,
  { company, quota, valid_until }: { company: string; quota: number; valid_until: string },
) => act<{ secret: string }>('invite_company', { programme, company: company.trim(), quota, valid_until });

/** A new secret; the old one ends. @throws Refusal `invitation_closed` */
export const renewInvitation = (invitation: string, valid_until: string) =>
  act<{ secret: string }>('renew_invitation', { invitation, valid_until });

/** @throws Refusal `invitation_closed` */
export const closeInvitation = (invitation: string) => act('close_invitation', { invitation });
