import { getCollection } from 'astro:content';
import { languageName } from '../../i18n/format.ts';
import { spokenLanguages, type Locale } from '../../schemas/vocabulary.ts';
import type { Country, FieldGroup, Listed, Names } from './model.ts';

/** Names of every field and place, for pages that show cards. Runs while pages are built. */
export async function namesIn(lang: Locale): Promise<Names> {
  const fields = (await fieldGroups(lang)).flatMap(({ groups }) => groups);
  const regions = (await countries(lang)).flatMap((country) => country.regions);
  const places = regions.flatMap(({ key, label, municipalities }) => [
    [key, label] as Listed,
    ...municipalities,
  ]);
  return { fields: Object.fromEntries(fields), places: Object.fromEntries(places) };
}

/** Fields of work under their sub-major groups, both by name. */
export async function fieldGroups(lang: Locale): Promise<FieldGroup[]> {
  const files = (await getCollection('fields')).map(({ data }) => data);
  return byLabel(
    lang,
    files.map(({ submajor, label, groups }) => ({
      code: submajor,
      label: label[lang],
      groups: groups
        .map(({ code, label }): Listed => [code, label[lang]])
        .sort((a, b) => a[1].localeCompare(b[1], lang)),
    })),
  );
}

/** Every field with what one may type to find it: its own words in this language, and the English ones. */
export async function fieldsToFind(lang: Locale) {
  const files = (await getCollection('fields')).map(({ data }) => data);
  return byLabel(
    lang,
    files.flatMap(({ groups }) =>
      groups.map(({ code, label, words }) => ({
        value: code,
        label: label[lang],
        words: [...new Set([...words[lang], ...words.en, label.en])].join(' '),
      })),
    ),
  );
}

/** Countries with their regions and municipalities. */
export async function countries(lang: Locale): Promise<Country[]> {
  const files = (await getCollection('places')).map(({ data }) => data);
  return byLabel(
    lang,
    files.map(({ country, label, regions }) => ({
      country,
      label: label[lang],
      regions: regions.map(({ key, label, municipalities }) => ({
        key,
        label,
        municipalities: municipalities.map(({ key, label }): Listed => [key, label]),
      })),
    })),
  );
}

/** Spoken languages by name. */
export function languagesToChoose(lang: Locale): Listed[] {
  return spokenLanguages
    .map((language): Listed => {
      const name = languageName(lang, language);
      return [language, name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)];
    })
    .sort((a, b) => a[1].localeCompare(b[1], lang));
}

function byLabel<T extends { label: string }>(lang: Locale, items: T[]): T[] {
  return items.sort((a, b) => a.label.localeCompare(b.label, lang));
}
