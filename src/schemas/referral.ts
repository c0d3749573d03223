/** Closed lists of referrals, the same as in `52_partners.sql` and `53_referrals.sql`. */

/** What kind of organisation refers people. */
export const partnerKinds = [
  'job-centre',
  'municipality',
  'language-school',
  'education',
  'housing-plan',
  'organisation',
  'employer',
  'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Why a referral never became a course. */
export const referralReasons = [
  'not-reached',
  'said-no',
  'other-way',
  'not-for-this-programme',
  'moved',
  'other',
] as const;
export type ReferralReason = (typeof referralReasons)[number];

/** Why somebody who was accepted never began. Set by what she does, or by the clock, and never by a desk. */
export const neverBegan = ['never-ready', 'changed-mind', 'left'] as const;
export type NeverBegan = (typeof neverBegan)[number];

/** Why a match ended before its day: those of `46_matches.sql` but for the goal. */
export const earlyEndings = ['time-is-up', 'no-time', 'no-contact', 'not-working', 'moved', 'other'] as const;
export type EarlyEnding = (typeof earlyEndings)[number];

/** What a referred person lets the partner see. */
export const shareLevels = ['nothing', 'begun', 'decision'] as const;
export type ShareLevel = (typeof shareLevels)[number];

/** Sentences a person says yes to before she is referred: `refer.consent.<key>`. A new wording is a new key, and none goes. */
export const referralConsents = ['said-yes-1'] as const;
