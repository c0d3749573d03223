import { getEntry } from 'astro:content';
import { pageForm } from '../../features/applications/page-form.ts';
import type { Form, Part } from '../../schemas/form.ts';
import { parts } from '../../schemas/parts.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { programmesToApplyFor } from './programmes.ts';

/** A page in each language for each part one can apply for. */
export const everyPart = () =>
  locales.flatMap((lang) => parts.map((part) => ({ params: { lang, part }, props: { lang, part } })));

/** What such a page is about. */
export interface OfPart {
  lang: Locale;
  part: Part;
}

/** What the form of a part is made of, whoever fills it in. */
export async function formOf(
  { lang, part }: OfPart,
  words: (form: Form, lang: Locale) => Record<string, string>,
) {
  const file = await getEntry('forms', part);
  if (!file) throw new Error(`Write src/content/forms/${part}.yaml`);
  const programmes = await programmesToApplyFor(lang, part);
  return { lang, words: words(file.data, lang), form: pageForm(file.data), programmes };
}
