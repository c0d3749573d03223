/** The closed lists that forms, fit, the database and the pages share. The database keeps the same lists; a contract test compares. */

/** Interface languages, as BCP 47 tags. */
export const locales = ['en', 'nb', 'da', 'sv'] as const;
export type Locale = (typeof locales)[number];

/** Levels of the Common European Framework, lowest first; `N` is a mother tongue. Index + 1 is the number the database stores. */
export const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'N'] as const;
export type Level = (typeof levels)[number];

/** What somebody says of a language besides its level: she can work in it, she wants to practise it. */
export const languageUses = ['work', 'practise'] as const;
export type LanguageUse = (typeof languageUses)[number];

/** Spoken languages, ISO 639-1. The order is the database's language number: append, never reorder. */
export const spokenLanguages = [
  'en', 'no', 'da', 'sv', 'fi', 'ar', 'fa', 'uk', 'ru', 'ti', 'so', 'tr', 'ku', 'ur', 'es', 'fr', 'de', 'pl', 'pt', 'it',
  'zh', 'hi', 'ta', 'vi', 'th', 'tl', 'sw', 'am', 'ps', 'sq', 'bs', 'el', 'he', 'hu', 'ja', 'ko', 'lt', 'lv', 'et', 'nl', 'ro', 'bn',
] as const; // prettier-ignore
export type SpokenLanguage = (typeof spokenLanguages)[number];

export { topics, type Topic } from './topics.ts';

/**
 * What somebody likes to do when she is free, for programmes where that counts in the fit. Nothing of faith, health or
 * party. The order is the bit number: append, never reorder.
 */
export const interests = [
  'sport', 'outdoors', 'football', 'cooking', 'music', 'dance', 'reading', 'film', 'art', 'handicraft', 'gardening',
  'animals', 'games', 'technology', 'travel', 'history', 'society', 'volunteering', 'family', 'languages',
] as const; // prettier-ignore
export type Interest = (typeof interests)[number];

/** How a pair can meet. */
export const formats = ['in-person', 'online'] as const;
export type Format = (typeof formats)[number];

/** Whom a mentee would rather meet: someone who has migrated, someone who grew up here, or no preference. */
export const migrationPreferences = ['any', 'migrated', 'local'] as const;

export const genders = ['woman', 'man', 'non-binary', 'undisclosed'] as const;
export const genderPreferences = ['any', 'woman', 'man'] as const;
/** Whether a mentee would rather have a mentor with her own mother tongue. */
export const tonguePreferences = ['any', 'own'] as const;

/** What a person lets the other see from the trial on. */
export const contactKinds = ['mail', 'phone', 'platform'] as const;
