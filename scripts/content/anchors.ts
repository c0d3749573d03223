import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/lib/content/entry.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import { addressOf } from './addresses.ts';
import { anchorsIn } from './markdown.ts';

/**
 * The parts of every page: the headings of its text, its figures, the shelves and texts of a collection's first page, and
 * what templates name themselves. Which template stands on which page is not looked at here; `tests/pages/markup.test.ts`
 * follows every link of the built site.
 */
export function partsOfPages(
  root: string,
  entries: readonly Entry[],
): (address: string, part: string) => boolean {
  const parts = new Map<string, Set<unknown>>();
  const add = (address: string, names: readonly unknown[]) => {
    const all = parts.get(address) ?? new Set();
    for (const name of names) all.add(name);
    parts.set(address, all);
  };
  for (const entry of entries) {
    const { collection, data, body, slug } = entry;
    const headings = anchorsIn(body);
    const address = addressOf(entry);
    if (address) add(address, [...headings, ...(Array.isArray(data.figures) ? data.figures : [])]);
    const shelf = data.shelf ?? data.theme ?? data.about ?? data.audience;
    const whole = addressOf({ ...entry, lang: 'en' }) ? [] : [slug, ...headings];
    for (const lang of locales) add(`/${lang}/${collection}/`, [shelf, ...whole]);
  }
  const drawn = new Set(
    globSync('src/{pages,layouts,components}/**/*.astro', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    ),
  );
  return (address, part) => drawn.has(part) || parts.get(address)?.has(part) === true;
}
