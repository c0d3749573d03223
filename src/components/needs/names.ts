import { getCollection } from 'astro:content';
import type { NeedNames } from '../../features/needs/model.ts';
import { countries, fieldGroups, namesIn } from '../../features/names/lists.ts';
import { readable } from '../../i18n/fallback.ts';
import { list } from '../../i18n/format.ts';
import { islandWords } from '../../i18n/island-words.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';

/** What is named in calls: in the reader's language, or in every language for those who pass them on. */
export async function needNames(lang: Locale, among: readonly Locale[] = [lang]): Promise<NeedNames> {
  const regions = (await countries(lang)).flatMap((country) => country.regions);
  const { places } = await namesIn(lang);
  const areas = (await getCollection('programmes')).flatMap(({ data: { key, municipalities } }) =>
    Object.entries(municipalities).map(([region, towns]): [string, string[]] => [
      `${key}/${region}`,
      towns.map((town) => places[town] ?? town),
    ]),
  );
  const words = await getCollection('programmeWords');
  const named = await Promise.all(
    locales.map(async (locale) => {
      if (!among.includes(locale)) return [locale, { fields: {}, programmes: {}, areas: {} }];
      const fields = (await fieldGroups(locale)).map(({ code, label }) => [code, label]);
      const programmes = readable(words, locale).map(({ slug, entry }) => [slug, entry.data.title]);
      const told = areas.map(([key, towns]) => [key, list(locale, towns)]);
      return [
        locale,
        {
          fields: Object.fromEntries(fields),
          programmes: Object.fromEntries(programmes),
          areas: Object.fromEntries(told),
        },
      ];
    }),
  );
  return {
    regions: Object.fromEntries(regions.map(({ key, label }) => [key, label])),
    in: Object.fromEntries(named) as NeedNames['in'],
  };
}

/** The few sentences that are passed on, in every language. */
export function sharedWords(): Record<Locale, Record<string, string>> {
  const told = (lang: Locale) =>
    Object.entries(islandWords(lang, 'need')).filter(([key]) => /^need\.(share\.words|fact)/.test(key));
  return Object.fromEntries(locales.map((lang) => [lang, Object.fromEntries(told(lang))])) as Record<
    Locale,
    Record<string, string>
  >;
}
