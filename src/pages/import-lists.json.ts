import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { t } from '../i18n/t.ts';
import { importFields } from '../lib/imports/fields.ts';
import type { ListWords } from '../lib/imports/lists.ts';
import { locales, topics } from '../schemas/vocabulary.ts';

/** What words in a spreadsheet may mean, in every language at once: a file may be in any. Fetched when one is read. */
export const GET: APIRoute = async () => {
  const fields = (await getCollection('fields')).flatMap(({ data }) => data.groups);
  const regions = (await getCollection('places')).flatMap(({ data }) => data.regions);
  const lists: ListWords = {
    fields: fields.map(({ code, label, words }) => [code, Object.values(label), Object.values(words).flat()]),
    places: regions.flatMap(({ key: region, label, municipalities }) => [
      [region, null, label] as const,
      ...municipalities.map(({ key, label }) => [key, region, label] as const),
    ]) as ListWords['places'],
    topics: topics.map((topic) => [topic, locales.map((lang) => t(lang, 'form')(`form.topic.${topic}`))]),
    headers: importFields.map((field) => [
      field,
      locales.map((lang) => t(lang, 'imports')(`imports.field.${field}`)),
    ]),
  };
  return new Response(JSON.stringify(lists), { headers: { 'Content-Type': 'application/json' } });
};
