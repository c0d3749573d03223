import type { Locale } from '../../schemas/vocabulary.ts';
import { collection, type CollectionName } from './collections.ts';
import type { Entry } from './entry.ts';
import { standings, translated, type Said, type Translation } from './translations.ts';

/** How many texts of a collection one language has. */
interface Count {
  complete: number;
  /** There, but the English text has changed since, or nobody has compared the two yet. */
  outdated: number;
  missing: number;
}

/** One collection: how many texts it has in English, and how far each other language is. */
interface Status {
  name: (typeof shown)[number];
  texts: number;
  counts: Record<Locale, Count>;
}

/** The collections a visitor reads, in the order they are listed. */
const shown = [
  'pages', 'programmes', 'handbook', 'modules', 'tools', 'stories', 'evidence', 'figures', 'news', 'questions', 'glossary',
] as const satisfies CollectionName[]; // prettier-ignore

/** A text that is not complete in one language, and why. */
type Open = Translation & { standing: Exclude<Translation['standing'], 'true'> };

/** How far the translations are, and each text that is not complete. Files of facts hold all languages, always. */
export function translationStatus(entries: readonly Entry[], said: Said): { rows: Status[]; open: Open[] } {
  const all = standings(entries, said);
  const rows = shown.map((name) => {
    const inFolders = collection(name).words !== undefined;
    const texts = entries.filter(
      (one) => one.collection === name && one.lang === (inFolders ? 'en' : null),
    ).length;
    const whole = { complete: texts, outdated: 0, missing: 0 };
    const counts = translated.map((lang) => {
      const own = all.filter((one) => one.collection === name && one.lang === lang);
      return [lang, inFolders ? count(own) : whole] as const;
    });
    return { name, texts, counts: { en: whole, ...Object.fromEntries(counts) } as Record<Locale, Count> };
  });
  return {
    rows: rows.filter(({ texts }) => texts > 0),
    open: all.filter((text): text is Open => text.standing !== 'true'),
  };
}

function count(texts: readonly Translation[]): Count {
  const of = (...standings: string[]) => texts.filter(({ standing }) => standings.includes(standing)).length;
  return { complete: of('true'), outdated: of('outdated', 'unsaid'), missing: of('missing', 'later') };
}
