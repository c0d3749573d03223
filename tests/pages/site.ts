import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPages, type BuiltPage } from '../../scripts/build-pages.ts';

/** The folder of the built site under test. */
export const site = process.env.SITE_DIST ?? join(import.meta.dirname, '../../dist');

let read: Promise<BuiltPage[]> | undefined;

/** Every page of the built site, read once for all files of a process. */
export async function builtPages(): Promise<BuiltPage[]> {
  if (!existsSync(join(site, 'sitemap.xml'))) throw new Error(`Nothing built in ${site}. Run: npm run build`);
  return (read ??= readPages(site));
}

/** Reads a file of the built site by its address. */
export function builtFile(address: string): string {
  return readFileSync(join(site, address.endsWith('/') ? `${address}index.html` : address), 'utf8');
}

/** A page one reads: it may be indexed, or is a fallback of one that may. Portal, search and lost pages are tools. */
export function isReading(page: BuiltPage): boolean {
  return (
    page.html.includes('<main') &&
    !page.html.includes('class="portal') &&
    !/\/(search|404)\/$|404\.html$/.test(page.url)
  );
}

/** The value of the first attribute that a pattern finds, with the entities Astro writes turned back. */
export function first(html: string, pattern: RegExp): string | undefined {
  return html
    .match(pattern)?.[1]
    ?.replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * A sheet in two languages is made of two sheets that are looked at on their own: every sheet in one pair of languages, and
 * two sheets in every pair, show what the pairing adds.
 */
export function standsForItself(url: string): boolean {
  return (
    !url.includes('/with-') || /\/(agreement|you-decide)\//.test(url) || /^\/nb\/.*\/with-da\/$/.test(url)
  );
}
