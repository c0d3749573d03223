import type { APIRoute } from 'astro';
import { namesIn } from '../../../features/names/lists.ts';
import { t } from '../../../i18n/t.ts';
import { fieldsOf, type ImportField } from '../../../lib/imports/fields.ts';
import { csvOf } from '../../../lib/imports/problems.ts';
import type { Part } from '../../../schemas/form.ts';
import { parts } from '../../../schemas/parts.ts';
import { locales, type Locale } from '../../../schemas/vocabulary.ts';

export const getStaticPaths = () =>
  locales.flatMap((lang) => parts.map((part) => ({ params: { lang, part }, props: { lang, part } })));

/**
 * An empty spreadsheet for one part, from the same list as the import reads: headers, and a row that shows how cells are
 * written. Its address is none, so that a row somebody forgets to delete is named and not brought in.
 */
export const GET: APIRoute<{ lang: Locale; part: Part }> = async ({ props: { lang, part } }) => {
  const say = t(lang, 'imports');
  const topic = t(lang, 'form');
  const cells: Partial<Record<ImportField, string>> = {
    email: '(name@example.org)',
    shown_name: 'Kari',
    surname: 'Nordmann',
    phone: '900 00 000',
    field: (await namesIn(lang)).fields['2512'] ?? '2512',
    languages: 'no B2, en C1',
    works_in: 'en',
    practises: 'no',
    topics: `${topic('form.topic.cv')}, ${topic('form.topic.network')}`,
    formats: 'online',
    place: 'Oslo',
    hours: '4',
    since: '2024-08-31',
  };
  // A whole name is for files that have one; the template has its two halves.
  const fields = fieldsOf(part).filter((field) => field !== 'name');
  const rows = [
    fields.map((field) => say(`imports.field.${field}`)),
    fields.map((field) => cells[field] ?? ''),
  ];
  return new Response(csvOf(rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
