import type { ApplicationState } from './model.ts';
import type { EarlyEnding, NeverBegan, PartnerKind, ReferralReason, ShareLevel } from '../../schemas/referral.ts'; // prettier-ignore
import type { Locale } from '../../schemas/vocabulary.ts';

/** The JSON that verbs on referrals answer with (`supabase/schemas/53_referrals_made.sql`, `53_referrals_taken.sql`, `63_referral_screens.sql`). */

export type ReferralStatus = 'invited' | 'taken' | 'ended';
/** How the partner's look at a rule came out. */
export type Check = 'yes' | 'no' | 'unknown';
export type SelfCheck = Record<string, Check>;
type Readiness = 'yes' | 'unsure';

/** What a partner's link opens. */
export interface PartnerLink {
  partner: string;
  programme: string;
  region: string | null;
  until: string;
}
/** What a partner keeps of a referral. */
export interface Receipt {
  code: string;
  status_secret: string;
}
/** Everything that was told about a person, as she reads it. */
export interface Told {
  partner: string;
  programme: string;
  name: string;
  locale: Locale;
  phone: string | null;
  comment: string | null;
  self_check: SelfCheck;
  understands: Readiness;
  wants: Readiness;
  consent: string;
  consent_locale: Locale;
  referred_at: string;
  expires_at: string;
}
/** What a partner may see of one referral. */
export interface Shown {
  code: string;
  partner: string;
  programme: string;
  referred_at: string;
  state: ApplicationState;
}
/** A referral I have taken over. */
export interface MyReferral {
  id: string;
  partner: string;
  programme: string;
  shares: ShareLevel;
  taken_at: string;
}

export const fitCounts = ['referred', 'taken', 'accepted', 'never_began', 'matched', 'never_met', 'ended_early'] as const; // prettier-ignore
export const monthCounts = ['referred', 'decided', 'accepted', 'broken'] as const;
/** How a partner's referrals of one month went, as `2026-11`; each is counted in the month in which it happened. */
type FitMonth = Record<(typeof monthCounts)[number], number> & { month: string };
/** How a partner's referrals of the last twelve months went. */
export type Fit = Record<(typeof fitCounts)[number] | 'decided', number> & {
  reasons: Partial<Record<ReferralReason | NeverBegan, number>>;
  /** Why matches ended before their day. */
  endings: Partial<Record<EarlyEnding, number>>;
  /** The newest first. */
  months: FitMonth[];
  talk: boolean;
  /** What the talk would be about; null while none is due. */
  about: 'decisions' | 'courses' | null;
};
export interface Partner {
  id: string;
  name: string;
  kind: PartnerKind;
  programme: string;
  region: string | null;
  /** Until when its link works. */
  until: string;
  closed_at: string | null;
  /** The day of the last talk about how it fits. */
  talked_on: string | null;
  fit: Fit;
}
export interface DeskReferral {
  id: string;
  code: string;
  partner: string;
  programme: string;
  status: Exclude<ReferralStatus, 'ended'>;
  referred_at: string;
  expires_at: string;
  /** When a coordinator made the text message, where there is a phone. */
  texted_at: string | null;
  reminded_at: string | null;
  self_check: SelfCheck;
  understands: Readiness;
  wants: Readiness;
  name: string | null;
  locale: Locale | null;
  phone: string | null;
  comment: string | null;
  /** Once it is in line. */
  application: string | null;
}
/** Where a page of referrals begins. */
export interface ReferralPlace {
  referred_at: string;
  id: string;
}
export interface PartnerDesk {
  /** `programme`, or `programme/region`. */
  desks: string[];
  partners: Partner[];
  /** One page of what is under way; `next` is where the page after it begins. */
  referrals: { count: number; items: DeskReferral[]; next: ReferralPlace | null };
}
/** A link that was just made: its secret is shown this once. */
export interface NewLink {
  secret: string;
  until: string;
}
