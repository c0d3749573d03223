import { headerWords, type ImportField } from './fields.ts';
import { fold } from './fold.ts';
import { locales, spokenLanguages } from '../../schemas/vocabulary.ts';
import type { Format, genders, Locale, SpokenLanguage, Topic } from '../../schemas/vocabulary.ts';

/** What the closed lists are called in every language: how a word in a cell becomes a key. */
export interface ListWords {
  /** ISCO-08 unit groups with labels and search words. */
  fields: [code: string, labels: string[], words: string[]][];
  /** Municipalities and regions by their own names; a region has no region. */
  places: [key: string, region: string | null, label: string][];
  topics: [key: Topic, labels: string[]][];
  /** What our own pages and templates call each column. */
  headers: [field: ImportField, labels: string[]][];
}

/** One folded word, and the keys it may mean. */
export type Index = Map<string, string[]>;
export interface Lists {
  fields: Index;
  fieldWords: Index;
  places: Index;
  regionOf: Map<string, string>;
  topics: Index;
  languages: Index;
  headers: Index;
}

/** Ready to look up. */
export function makeLists({ fields, places, topics: named, headers }: ListWords): Lists {
  return {
    fields: indexOf(fields.map(([code, labels]) => [code, [code, ...labels]])),
    fieldWords: indexOf(fields.map(([code, , words]) => [code, words])),
    // “Helsingfors (Helsinki)” is found by either name.
    places: indexOf(places.map(([key, , label]) => [key, [key, label, ...label.split(/[()]/)]])),
    regionOf: new Map(places.map(([key, region]) => [key, region ?? key])),
    topics: indexOf([...named, ...topicWords]),
    headers: indexOf([...Object.entries(headerWords), ...headers]),
    languages: indexOf([
      ...spokenLanguages.map((language) => [language, namesOf(language)] as const),
      ...languageWords,
    ]),
  };
}

function indexOf(entries: readonly (readonly [key: string, words: readonly string[]])[]): Index {
  const index: Index = new Map();
  for (const [key, words] of entries) {
    for (const word of [key, ...words].map(fold).filter(Boolean)) {
      const there = index.get(word) ?? [];
      if (!there.includes(key)) index.set(word, [...there, key]);
    }
  }
  return index;
}

/** A language in the four languages of the interface and in its own. */
const namesOf = (language: SpokenLanguage): string[] =>
  [...locales, language].flatMap(
    (tag) => new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(language) ?? [],
  );

const languageWords: [SpokenLanguage, string[]][] = [
  ['no', ['nb', 'nn', 'bokmål', 'nynorsk', 'norwegian bokmål', 'skandinavisk', 'scandinavian']],
  ['fa', ['farsi', 'dari', 'persisk', 'persian']],
  ['ku', ['kurmanji', 'kurmandji', 'sorani', 'kurdisk']],
  ['ti', ['tigrinja', 'tigrigna', 'tigrinya']],
  ['tl', ['tagalog', 'filipino']],
  ['zh', ['mandarin', 'kinesisk', 'kantonesisk', 'cantonese']],
  ['bs', ['serbokroatisk', 'serbo-croatian', 'bosnisk', 'serbisk', 'kroatisk', 'serbian', 'croatian']],
];

const topicWords: [Topic, string[]][] = [
  ['job-search', ['job search', 'jobbsøking', 'jobbsøk', 'jobsøgning', 'jobbsökande', 'job seeking', 'arbeidssøking']],
  ['cv', ['cv', 'resume', 'application', 'søknad', 'ansøgning', 'ansökan', 'cv og søknad', 'cv-skriving']],
  ['interview', ['interview', 'intervju', 'jobbintervju', 'jobsamtale', 'jobsamtaler', 'anställningsintervju', 'job interview']],
  ['network', ['network', 'networking', 'nettverk', 'nettverksbygging', 'netværk', 'nätverk', 'nätverkande']],
  ['workplace-visit', ['workplace visit', 'bedriftsbesøk', 'virksomhedsbesøg', 'studiebesök', 'arbetsplatsbesök']],
  ['sector', ['sector', 'industry', 'bransje', 'bransjekunnskap', 'branche', 'branchekendskab', 'bransch', 'branschkunskap', 'fag']],
  ['work-culture', ['work culture', 'culture', 'arbeidskultur', 'arbejdskultur', 'arbetskultur', 'arbeidsliv', 'arbejdsliv', 'arbetsliv', 'kultur']],
  ['language', ['language', 'språk', 'norsk', 'sprog', 'dansk', 'svenska', 'språktrening', 'language practice']],
  ['education', ['education', 'utdanning', 'godkjenning', 'uddannelse', 'utbildning', 'recognition', 'studier', 'studies']],
  ['own-business', ['own business', 'entrepreneurship', 'gründer', 'egen bedrift', 'iværksætteri', 'egen virksomhed', 'eget företag', 'företagande']],
  ['direction', ['direction', 'career', 'career guidance', 'karriere', 'karriereveiledning', 'retning', 'karriär', 'riktning', 'karrierevejledning']],
]; // prettier-ignore

/** Short closed lists and what they are called; folded when they are looked up. */
export const genderWords: [(typeof genders)[number], string[]][] = [
  ['woman', ['woman', 'female', 'f', 'kvinne', 'kvinde', 'kvinna', 'k', 'dame', 'w']],
  ['man', ['man', 'male', 'm', 'mann', 'mand', 'herre']],
  ['non-binary', ['non-binary', 'nonbinary', 'ikke-binær', 'nonbinær', 'icke-binär', 'x']],
  ['undisclosed', ['undisclosed', 'prefer not to say', 'unknown', 'vil ikke si', 'ikke oppgitt', 'ukjent', 'ønsker ikke å oppgi', 'ikke oplyst', 'vil ikke oplyse', 'vill inte uppge', 'ej angivet']],
]; // prettier-ignore
export const localeWords: [Locale, string[]][] = [
  ['en', ['en', 'english', 'engelsk', 'engelska']],
  ['nb', ['nb', 'no', 'nn', 'norsk', 'norwegian', 'norska', 'bokmål']],
  ['da', ['da', 'dansk', 'danish', 'danska']],
  ['sv', ['sv', 'svensk', 'swedish', 'svenska']],
];
export const formatWords: [Format, string[]][] = [
  ['in-person', ['in person', 'in-person', 'physical', 'face to face', 'fysisk', 'fysiske', 'ansikt til ansikt', 'oppmøte', 'personlig', 'personligt', 'ansigt til ansigt', 'fysiskt', 'på plats']],
  ['online', ['online', 'digital', 'digitalt', 'på nett', 'video', 'teams', 'zoom', 'nettet', 'på nätet', 'distans', 'remote']],
]; // prettier-ignore
export const bothFormats = ['both', 'begge', 'begge deler', 'begge dele', 'båda', 'bägge', 'hybrid'].map(
  fold,
);
export const indexOfWords = (words: readonly (readonly [string, readonly string[]])[]): Index =>
  indexOf(words);
