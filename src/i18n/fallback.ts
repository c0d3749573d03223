import { locales, type Locale } from '../schemas/vocabulary.ts';
import { isLocale, originalLocale } from './locales.ts';

/** A text as a reader of one language gets it: in that language, or else in the original one. */
export interface Readable<Entry> {
  slug: string;
  entry: Entry;
  /** The language the text is written in. */
  textLang: Locale;
  /** Every language that has this text. */
  languages: Locale[];
}

/**
 * All texts of a collection (`<lang>/<slug>`) for one language, missing ones in English.
 * @throws if a text exists in another language but not in English
 */
export function readable<Entry extends { id: string }>(
  entries: readonly Entry[],
  lang: Locale,
): Readable<Entry>[] {
  const bySlug = Map.groupBy(entries, (entry) => slugOf(entry.id));
  return [...bySlug].map(([slug, versions]) => {
    const inTongue = (wanted: Locale) => versions.find((version) => version.id.startsWith(`${wanted}/`));
    const entry = inTongue(lang) ?? inTongue(originalLocale);
    if (!entry)
      throw new Error(`“${slug}” exists in ${versions[0]?.id} but not in English: write en/${slug}`);
    const textLang = entry.id.split('/')[0];
    if (!isLocale(textLang)) throw new Error(`“${entry.id}” is in a folder that is no language`);
    return { slug, entry, textLang, languages: locales.filter(inTongue) };
  });
}

function slugOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
