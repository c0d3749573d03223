import { islandWords } from '../../i18n/island-words.ts';
import { t } from '../../i18n/t.ts';
import type { Noun } from '../../i18n/nouns.ts';
import { referralConsents } from '../../schemas/referral.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { ruleNames } from './programmes.ts';

/** Of the large dictionaries, what these pages say. */
const said =
  /^(refer|referral|partners|sign-in)\.|^form\.(?!topic|level|format)|^refusal\.(partner|referral|referred|way_to|consent|too_|phone_shape|address|code|day_unsound|choice|desk_unknown|place_outside|not_a_coord|in_programme|programme_unknown|sign_in|session|offline|something|input)/;

const only = (lang: Locale, ...nouns: Noun[]) =>
  Object.fromEntries(
    Object.entries(islandWords(lang, ...nouns, 'form', 'refusal')).filter(([key]) => said.test(key)),
  );

/** Everything a partner's page says. */
export const referWords = (lang: Locale) => only(lang, 'refer');

/** Everything the page of a referred person says; rules by name. */
export const referralWords = (lang: Locale) => ({ ...only(lang, 'referral', 'sign-in'), ...ruleNames(lang) });

/** Everything the desk says of partners. */
export const partnersWords = (lang: Locale) => ({ ...only(lang, 'partners'), ...ruleNames(lang) });

/** The text message a coordinator sends, in the language of whoever gets it. */
export const smsWords = (): Record<Locale, string> => inEach((lang) => t(lang, 'partners')('partners.sms'));

/** Every sentence people have said yes to, in every language: one reads one's own in the language it was read in. */
export const consentWords = (): Record<Locale, Record<string, string>> =>
  inEach((lang) =>
    Object.fromEntries(referralConsents.map((key) => [key, t(lang, 'refer')(`refer.consent.${key}`)])),
  );

const inEach = <T>(of: (lang: Locale) => T) =>
  Object.fromEntries(locales.map((lang) => [lang, of(lang)])) as Record<Locale, T>;
