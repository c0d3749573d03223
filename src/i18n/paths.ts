import { path } from '../lib/urls.ts';
import { locales, type Locale } from '../schemas/vocabulary.ts';

/** For `getStaticPaths` of a page that exists in every language; the page reads `lang` from its props. */
export function everyLanguage(): { params: { lang: Locale }; props: { lang: Locale } }[] {
  return locales.map((lang) => ({ params: { lang }, props: { lang } }));
}

/**
 * The address of the same page in another language. A sheet in two languages is with Danish in Norwegian, and with
 * Norwegian in Danish; where the other language does not have it, the sheet in one language stands in for it.
 * @param languages those in which the page is written
 */
export function sameIn(
  other: Locale,
  { lang, page, languages }: { lang: Locale; page: readonly string[]; languages: readonly Locale[] },
): string {
  const turned = page.map((part) => (part === `with-${other}` ? `with-${lang}` : part));
  return path(other, ...turned.filter((part) => languages.includes(other) || !part.startsWith('with-')));
}
