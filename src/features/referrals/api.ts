import type { Refusal } from '../../lib/api/answer.ts';
import { act, read, visit } from '../../lib/api/client.ts';
import { storedSession } from '../../lib/api/session.ts';
import type { ReferralReason, ShareLevel } from '../../schemas/referral.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import { consentNow, deskParts, selfCheckOf, type Referring } from './model.ts';
import type {
  MyReferral,
  NewLink,
  PartnerDesk,
  PartnerLink,
  Receipt,
  ReferralPlace,
  Shown,
  Told,
} from './rows.ts';

/** Who refers, and to what. @throws Refusal `partner_link_unknown`, `partner_link_old`, `partner_link_closed` */
export const openPartnerLink = (secret: string) => visit<PartnerLink>('open_partner_link', { secret });

/**
 * Refers somebody who has said yes, in the language the yes was read in.
 * @throws Refusal as {@link openPartnerLink}, `too_many_referrals`, and what is unsound by its name
 */
export const refer = (secret: string, typed: Referring, rules: readonly string[], lang: Locale) =>
  visit<Receipt>('refer', {
    secret,
    name: typed.name.trim(),
    locale: typed.locale,
    address: typed.way === 'mail' ? typed.address.trim() : null,
    phone: typed.way === 'phone' ? typed.phone.trim() : null,
    self_check: selfCheckOf(typed, rules),
    understands: typed.understands,
    wants: typed.wants,
    comment: typed.comment.trim() || null,
    consent: consentNow,
    consent_locale: lang,
  });

/** What a partner may see of a referral. @throws Refusal `referral_unknown` */
export const readReferral = (secret: string) => visit<Shown>('read_referral', { secret });

/**
 * What was told about me. Whoever has taken it over learns so where she is signed in, and nobody else does.
 * @throws Refusal `referral_unknown`, `referral_taken`, `referral_over`
 */
export async function openReferral(secret: string): Promise<Told> {
  const asVisitor = () => visit<Told>('open_referral', { secret });
  if (!storedSession()) return asVisitor();
  // A session that has run out is as good as none: no account is needed here.
  return read<Told>('open_referral', { secret }).catch((error: Refusal) => {
    if (error.key === 'session_over') return asVisitor();
    throw error;
  });
}

/** Says no; everything is deleted. Said as a visitor, so that not even the log knows who. @throws Refusal */
export const declineReferral = (secret: string) => visit('decline_referral', { secret });

/** Takes it over and begins to apply. Answers the application. @throws Refusal `in_programme_already` */
export const takeReferral = (secret: string, shares: ShareLevel, locale: Locale) =>
  act<string>('take_referral', { secret, shares, locale });

/** Referrals I have taken over. @throws Refusal */
export const readMyReferrals = () => read<MyReferral[]>('my_referrals');

/** Changes what the partner may see. @throws Refusal `referral_unknown` */
export const shareReferral = (referral: string, level: ShareLevel) =>
  act('share_referral', { referral, level });

/** Partners of my desks and a page of what is under way; null is the first. @throws Refusal `not_a_coordinator` */
export const readPartnerDesk = (after: ReferralPlace | null) => read<PartnerDesk>('partner_desk', { after });

/** Adds a partner; its link is answered this once. @throws Refusal `desk_unknown` */
export function addPartner({ desk, name, kind }: { desk: string; name: string; kind: string }) {
  const { programme, region } = deskParts(desk);
  return act<NewLink>('add_partner', { programme, region, name: name.trim(), kind });
}

/** A new link; the one before stops working. @throws Refusal `partner_unknown` */
export const renewPartnerLink = (partner: string) => act<NewLink>('renew_partner_link', { partner });

/** We have talked about how it fits, on this day; null takes it back. @throws Refusal `day_unsound` */
export const notePartnerTalk = (partner: string, talked_on: string | null) =>
  act('note_partner_talk', { partner, talked_on });

/** Takes no more referrals from a partner. @throws Refusal `partner_unknown` */
export const closePartner = (partner: string) => act('close_partner', { partner });

/** Makes the text for somebody without a mail address. Answers the secret of her link, this once. @throws Refusal `referral_unknown` */
export const textReferral = (referral: string) => act<string>('text_referral', { referral });

/** Closes a referral nobody has taken over. @throws Refusal `referral_unknown` */
export const closeReferral = (referral: string, reason: ReferralReason) =>
  act('close_referral', { referral, reason });
