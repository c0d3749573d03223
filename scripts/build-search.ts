import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shelf } from '../src/lib/search/engine.ts';
import { readTitles } from '../src/lib/search/titles.ts';
import { locales, type Locale } from '../src/schemas/vocabulary.ts';
import type { BuiltPage } from './build-pages.ts';
import { findable, writeTitles, type Findable } from './build-titles.ts';

/** The engine whose inner interface `src/lib/search/engine.ts` speaks. */
const spoken = '1.6.';

interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string; page_count: number }>;
}

/**
 * Indexes `<main data-pagefind-body>` of every page, one index per `<html lang>`: the small one for first results
 * (`search/<lang>.txt`), Pagefind's for the full text, and what binds them (`search/<lang>.json`).
 * @param indexing what `index-full-text.ts` answers: the name of each page's file by the page's address
 * @returns how many pages can be found
 */
export async function writeSearchIndex(
  root: string,
  pages: BuiltPage[],
  indexing: Promise<Map<string, string>>,
): Promise<number> {
  const all = findable(pages);
  const titles = await smallIndexes(all);
  const files = await indexing;
  const folder = join(root, 'pagefind');
  const entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as Entry;
  if (!entry.version.startsWith(spoken))
    throw new Error(
      `Pagefind ${entry.version}: compare engine.ts with the new pagefind.js, then raise “spoken”.`,
    );
  await mkdir(join(root, 'search'), { recursive: true });
  for (const [lang, text] of titles) {
    const shelf = shelfOf(lang, entry, text, files);
    await writeFile(join(root, 'search', `${lang}.txt`), text);
    await writeFile(join(root, 'search', `${lang}.json`), JSON.stringify(shelf));
  }
  // We have our own script and search page; what belongs to Pagefind's is not served.
  for await (const file of glob('{*.js,*.css,pagefind-entry.json,wasm.unknown.pagefind,filter}', {
    cwd: folder,
  }))
    await rm(join(folder, file), { recursive: true });
  return all.length;
}

/** The small indexes of all languages, whose sizes are tried out side by side. */
function smallIndexes(all: Findable[]): Promise<[Locale, string][]> {
  const of = async (lang: Locale): Promise<[Locale, string]> => [
    lang,
    await writeTitles(all.filter((page) => page.lang === lang), lang),
  ]; // prettier-ignore
  return Promise.all(locales.map(of));
}

function shelfOf(lang: Locale, entry: Entry, titles: string, files: Map<string, string>): Shelf {
  const about = entry.languages[lang];
  const { pages } = readTitles(titles, lang);
  if (about?.page_count !== pages.length)
    throw new Error(
      `Search in ${lang}: ${about?.page_count ?? 0} pages of full text, ${pages.length} titles.`,
    );
  const names = pages.map(({ url }) => {
    const name = files.get(url);
    if (!name) throw new Error(`Search: Pagefind has no ${url}`);
    return name;
  });
  return { meta: about.hash, engine: about.wasm, pages: shortest(names) };
}

/** As little of each name as tells it from all others. */
function shortest(names: string[]): string[] {
  for (let length = 3; length < 20; length++) {
    const short = names.map((name) => name.slice(0, length));
    if (new Set(short).size === names.length) return short;
  }
  return names;
}
