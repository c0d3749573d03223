import { countryName } from '../../i18n/format.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** Countries and areas one can come from, ISO 3166-1 alpha-2. Their names are the browser's. */
const countryCodes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FO FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );

interface Country {
  value: string;
  label: string;
  /** Its English name, by which it is found too. */
  words: string;
}
const known: Partial<Record<Locale, Country[]>> = {};

/** Every country by its name here, in the order of the reader's alphabet. */
export function countries(lang: Locale): Country[] {
  return (known[lang] ??= countryCodes
    .map((value) => ({ value, label: countryName(lang, value), words: countryName('en', value) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang)));
}
