import type { Facts, NeedNames } from '../../features/needs/model.ts';
import { countryName, languageName } from '../../i18n/format.ts';
import { say } from '../../i18n/say.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** What a call tells besides the field, a sentence or a name each, in any language whose words are at hand. */
export function factsOf(
  lang: Locale,
  words: Record<string, string>,
  names: NeedNames,
  { programme, language, region, hours, format }: Facts & { programme: string },
  country: string,
): string[] {
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
  return [
    ...(language ? [say(lang, words, 'need.fact.language', { language: languageName(lang, language) })] : []),
    region
      ? (names.in[lang].areas[`${programme}/${region}`] ?? names.regions[region] ?? region)
      : capital(countryName(lang, country)),
    ...(format ? [say(lang, words, `need.fact.format.${format}`)] : []),
    ...(hours ? [say(lang, words, `need.fact.hours.${hours}`)] : []),
  ];
}

/** The words one passes on: the field, the facts, how it begins, and where to answer. Nobody is in them. */
export function shareText(
  lang: Locale,
  words: Record<string, string>,
  names: NeedNames,
  need: Facts & { code: string; programme: string; country: string },
  link: string,
): string {
  const { fields, programmes } = names.in[lang];
  const facts = factsOf(lang, words, names, need, need.country).map((fact) => `${fact}.`);
  return say(lang, words, 'need.share.words', {
    programme: programmes[need.programme] ?? need.programme,
    field: fields[need.field] ?? need.field,
    facts: facts.join(' '),
    link,
  });
}
