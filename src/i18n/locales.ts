import { locales, type Locale } from '../schemas/vocabulary.ts';

interface LocaleFacts {
  /** The language's name in the language itself, as the picker shows it. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** Open Graph's spelling: language and country. */
  og: string;
}

/** Everything the site knows about an interface language. Adding one: a tag in the vocabulary, a line here, its files. */
export const localeFacts: Record<Locale, LocaleFacts> = {
  en: { name: 'English', dir: 'ltr', og: 'en_GB' },
  nb: { name: 'Norsk bokmål', dir: 'ltr', og: 'nb_NO' },
  da: { name: 'Dansk', dir: 'ltr', og: 'da_DK' },
  sv: { name: 'Svenska', dir: 'ltr', og: 'sv_SE' },
};

/** The language that is complete, and that fallback pages show. */
export const originalLocale: Locale = 'en';

/** Whether a piece of an address is one of our languages. */
export function isLocale(tag: string | undefined): tag is Locale {
  return (locales as readonly string[]).includes(tag ?? '');
}
