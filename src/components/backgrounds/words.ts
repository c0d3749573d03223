import { getCollection } from 'astro:content';
import { formWords } from '../../features/applications/page-form.ts';
import { islandWords } from '../../i18n/island-words.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** Questions of the forms whose choices a background has. */
const choosing = ['came_as', 'seniority', 'sector', 'size_band', 'motivation'] as const;
export type Options = Record<(typeof choosing)[number], string[]>;

/** What one can choose, as the forms have it now. Runs while pages are built. */
export async function backgroundOptions(): Promise<Options> {
  const questions = (await getCollection('forms')).flatMap(({ data }) =>
    data.steps.flatMap((step) => step.questions),
  );
  const optionsOf = (key: string) =>
    questions.find((one) => one.key === key)?.options?.map(({ value }) => value) ?? [];
  return Object.fromEntries(choosing.map((key) => [key, optionsOf(key)])) as Options;
}

/** Everything the form of a background says: its own words, and those of the choices. */
export const backgroundWords = (lang: Locale) =>
  wordsWith(lang, /^background\./, /^ask\.(came_as|seniority|sector|size_band|motivation)\./);

/** What is said where somebody reads another's. */
export const toldWords = (lang: Locale) =>
  wordsWith(
    lang,
    /^background\.(told|years|job\.for|where|recognised|seniority\.|choose|desk)/,
    /^ask\.sector\./,
  );

async function wordsWith(lang: Locale, own: RegExp, choices: RegExp): Promise<Record<string, string>> {
  const forms = (await getCollection('forms')).map(({ data }) => formWords(data, lang));
  const all = Object.assign({}, ...forms, islandWords(lang, 'background', 'apply')) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(all).filter(
      ([key]) =>
        own.test(key) || (choices.test(key) && !key.endsWith('.help')) || /^apply\.education\./.test(key),
    ),
  );
}
