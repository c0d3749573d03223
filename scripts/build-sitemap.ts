import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltPage } from './build-pages.ts';

/**
 * Writes `sitemap.xml` and `robots.txt` from what the pages say about themselves: a page is listed if it may be indexed
 * and is its own canonical address, together with its language links.
 */
export async function writeSitemap(root: string, pages: BuiltPage[]): Promise<void> {
  const entries = pages.flatMap((page) => {
    const canonical = page.html.match(/<link rel="canonical" href="([^"]+)"/)?.[1];
    if (!canonical || new URL(canonical).pathname !== page.url || page.html.includes('content="noindex"'))
      return [];
    const links = [...page.html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
    const alternates = links.map(
      ([, lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`,
    );
    return [{ canonical, xml: `<url><loc>${canonical}</loc>${alternates.join('')}</url>` }];
  });
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.map((entry) => entry.xml),
    '</urlset>',
    '',
  ];
  await writeFile(join(root, 'sitemap.xml'), xml.join('\n'));
  const origin = entries[0] ? new URL(entries[0].canonical).origin : '';
  await writeFile(join(root, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`);
}
