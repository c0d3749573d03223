import { locales, type Locale } from '../schemas/vocabulary.ts';

/** For `getStaticPaths` of a page that exists in every language; the page reads `lang` from its props. */
export function everyLanguage(): { params: { lang: Locale }; props: { lang: Locale } }[] {
  return locales.map((lang) => ({ params: { lang }, props: { lang } }));
}
