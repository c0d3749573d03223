/** What a word in a spreadsheet may mean, out of the same files as forms and pages: for the operator's command and benches. */
import { readFileSync } from 'node:fs';
import { importFields } from '../src/lib/imports/fields.ts';
import type { ListWords } from '../src/lib/imports/lists.ts';
import { locales, topics, type Locale } from '../src/schemas/vocabulary.ts';
import { fieldRows, placeRows } from './sync-content.ts';

/** One dictionary of the interface in one language. */
export const dictionary = (lang: Locale, noun: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../src/i18n/${lang}/${noun}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >;

export function listWords(): ListWords {
  const forms = locales.map((lang) => dictionary(lang, 'form'));
  const imports = locales.map((lang) => dictionary(lang, 'imports'));
  return {
    fields: fieldRows().map(({ code, labels, words }) => [code, Object.values(labels), words]),
    places: placeRows().map(({ key, region, label }) => [key, region, label]),
    topics: topics.map((topic) => [topic, forms.map((words) => words[`form.topic.${topic}`] ?? topic)]),
    headers: importFields.map((field) => [
      field,
      imports.map((words) => words[`imports.field.${field}`] ?? field),
    ]),
  };
}
