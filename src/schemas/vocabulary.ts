/** The closed lists that forms, fit, the database and the pages share. The database keeps the same lists; a contract test compares. */

/** Interface languages, as BCP 47 tags. */
export const locales = ['en', 'nb', 'da', 'sv'] as const;
export type Locale = (typeof locales)[number];

/** Levels of the Common European Framework, lowest first; `N` is a mother tongue. Index + 1 is the number the database stores. */
export const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'N'] as const;
export type Level = (typeof levels)[number];

/** Spoken languages, ISO 639-1. The order is the database's language number: append, never reorder. */
export const spokenLanguages = [
  'en', 'no', 'da', 'sv', 'fi', 'ar', 'fa', 'uk', 'ru', 'ti', 'so', 'tr', 'ku', 'ur', 'es', 'fr', 'de', 'pl', 'pt', 'it',
  'zh', 'hi', 'ta', 'vi', 'th', 'tl', 'sw', 'am', 'ps', 'sq', 'bs', 'el', 'he', 'hu', 'ja', 'ko', 'lt', 'lv', 'et', 'nl', 'ro', 'bn',
] as const; // prettier-ignore
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** What a mentee wants help with (goals) and what a mentor can give (offers). The order is the bit number: append, never reorder. */
export const topics = [
  'job-search', 'cv', 'interview', 'network', 'workplace-visit', 'sector', 'work-culture', 'language', 'education', 'own-business', 'direction',
] as const; // prettier-ignore
export type Topic = (typeof topics)[number];

/** How a pair can meet. */
export const formats = ['in-person', 'online'] as const;
export type Format = (typeof formats)[number];

/** Whom a mentee would rather meet: someone who has migrated, someone who grew up here, or no preference. */
export const migrationPreferences = ['any', 'migrated', 'local'] as const;

export const genders = ['woman', 'man', 'non-binary', 'undisclosed'] as const;
export const genderPreferences = ['any', 'woman', 'man'] as const;

/** Why a mentor says no; none of them is a fault. */
export const declineReasons = [
  'no-time',
  'wrong-field',
  'too-far',
  'language',
  'know-each-other',
  'other',
] as const;

/** Why a person says "not us" after the trial. */
export const notUsReasons = ['goals', 'language', 'time', 'chemistry', 'found-job', 'other'] as const;

/** Why a match ends. */
export const endReasons = [
  'goal-reached',
  'time-is-up',
  'no-time',
  'no-contact',
  'not-working',
  'moved',
  'other',
] as const;

/** What a person lets the other see from the trial on. */
export const contactKinds = ['mail', 'phone', 'platform'] as const;

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

/** What a referred person lets the partner see. */
export const shareLevels = ['nothing', 'begun', 'decision'] as const;
export type ShareLevel = (typeof shareLevels)[number];

/** Sentences a person says yes to before she is referred: `refer.consent.<key>`. A new wording is a new key, and none goes. */
export const referralConsents = ['said-yes-1'] as const;
