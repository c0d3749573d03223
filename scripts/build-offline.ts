import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../src/schemas/vocabulary.ts';
import type { BuiltPage } from './build-pages.ts';

/** What can be read without a network: the shelves one comes back to, and the page that says what is there. */
const keeps = /^\/[a-z-]+\/(handbook|modules|tools|offline)\//;

/**
 * Writes `sw.js`, which keeps those pages in the browser after one visit. Its version is made of their contents, so a
 * browser fetches them anew when one has changed, and not before. Two-language sheets are left out: there are twelve of each.
 */
export async function writeOffline(root: string, pages: BuiltPage[]): Promise<void> {
  const kept = pages.filter(({ url }) => keeps.test(url) && !url.includes('/with-'));
  const fonts = kept[0]?.html.match(/\/fonts\/[\w.-]+\.woff2/g) ?? [];
  const lists = Object.fromEntries(
    locales.map((lang) => [
      lang,
      kept.filter(({ url }) => url.startsWith(`/${lang}/`)).map(({ url }) => url),
    ]),
  );
  const hash = createHash('sha256');
  for (const { url, html } of kept) hash.update(url).update(html);
  const worker = await readFile(join(import.meta.dirname, 'offline/worker.js'), 'utf8');
  const script = worker
    .replace('__VERSION__', hash.digest('base64url').slice(0, 12))
    .replace('__PAGES__', JSON.stringify(lists))
    .replace('__SHARED__', JSON.stringify([...new Set(fonts)]));
  await writeFile(join(root, 'sw.js'), script);
}
