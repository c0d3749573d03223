import { getCollection } from 'astro:content';
import { countries } from '../../features/names/lists.ts';
import type { Listed } from '../../features/names/model.ts';
import { readable } from '../../i18n/fallback.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** Programmes and regions by name, as who asks chooses them and who answers reads them. */
export async function enquiryChoices(lang: Locale) {
  const words = readable(await getCollection('programmeWords'), lang);
  return {
    programmes: words.map(({ slug, entry }): Listed => [slug, entry.data.title]),
    countries: (await countries(lang)).map(({ label, regions }) => ({
      label,
      regions: regions.map(({ key, label }) => ({ key, label })),
    })),
  };
}
