import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import type { CollectionName } from './collections.ts';
import type { Entry } from './entry.ts';
import { fingerprint } from './words.ts';

/** Everything but the original language. */
export const translated = locales.filter((lang) => lang !== 'en');

/**
 * - `true`: somebody said it says what the English text says now
 * - `outdated`: the English text has changed since
 * - `unsaid`: it is there, and nobody has said that it is true
 * - `later`: it is missing, and that is known: English is shown in its place
 * - `missing`: it is missing
 */
type Standing = 'true' | 'outdated' | 'unsaid' | 'later' | 'missing';

/** How one text stands in one language. */
export interface Translation {
  collection: CollectionName;
  slug: string;
  lang: Locale;
  standing: Standing;
  original: Entry;
  /** The translation, where there is one. */
  entry: Entry | undefined;
}

/** For each text (`handbook/the-first-hour`) and language: the fingerprint of the English it was made from, or `later`. */
export type Said = Record<string, Partial<Record<Locale, string>>>;

const place = 'src/content/translations.yaml';

/** What has been said of translations so far. */
export function readSaid(root: string): Said {
  const file = join(root, place);
  return existsSync(file) ? ((parse(readFileSync(file, 'utf8')) as Said | null) ?? {}) : {};
}

/** How every text with an English original stands in every other language, in the order of the entries. */
export function standings(entries: readonly Entry[], record: Said): Translation[] {
  const byName = new Map(entries.filter(({ lang }) => lang).map((entry) => [nameOf(entry), entry]));
  return entries
    .filter(({ lang }) => lang === 'en')
    .flatMap((original) =>
      translated.map((lang) => {
        const { collection, slug } = original;
        const entry = byName.get(`${collection}/${lang}/${slug}`);
        const said = record[`${collection}/${slug}`]?.[lang];
        return { collection, slug, lang, original, entry, standing: standing(original, entry, said) };
      }),
    );
}

function standing(original: Entry, entry: Entry | undefined, said: string | undefined): Standing {
  if (!entry) return said === 'later' ? 'later' : 'missing';
  if (!said || said === 'later') return 'unsaid';
  return said === fingerprint(original) ? 'true' : 'outdated';
}

/** `handbook/nb/the-first-hour`: how a person names one text in one language. */
export function nameOf({ collection, lang, slug }: Pick<Entry, 'collection' | 'lang' | 'slug'>): string {
  return `${collection}/${lang}/${slug}`;
}

/** Writes the record, sorted, without the texts that are gone. */
export function writeSaid(root: string, record: Said): void {
  const lines = Object.entries(record)
    .filter(([, said]) => Object.keys(said).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, said]) => {
      const inOrder = translated.flatMap((lang) => (said[lang] ? [`${lang}: ${quoted(said[lang])}`] : []));
      return `${text}: { ${inOrder.join(', ')} }`;
    });
  writeFileSync(join(root, place), `${head}${lines.join('\n')}\n`);
}

/** A fingerprint of digits alone would be read as a number. */
const quoted = (said: string) => (said === 'later' ? said : `'${said}'`);

const head = `# Made by \`npm run content\`: which English words each translation says again, as a fingerprint of them. Change it with
# \`npm run content -- --translated handbook/nb/the-first-hour\`, or \`--later …\` for a text that is still to be translated.
`;
