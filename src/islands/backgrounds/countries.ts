import { countryCodes } from '../../features/applications/countries.ts';
import { countryName } from '../../i18n/format.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { Findable } from '../../ui/Combobox.tsx';

/** Every country by its name here, to be found by its English name too. */
export function countries(lang: Locale): Findable[] {
  return countryCodes
    .map((value) => ({ value, label: countryName(lang, value), words: countryName('en', value) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang));
}
