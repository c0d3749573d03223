/** Nobody has to search for a page: three clicks from the front page of its language are enough. */
import { expect, test } from 'vitest';
import { locales } from '../../src/schemas/vocabulary.ts';
import { builtPages, isReading } from './site.ts';

const pages = await builtPages();
const byUrl = new Map(pages.map((page) => [page.url, page]));

/** How many clicks each page is away from a front page. */
function clicksFrom(front: string): Map<string, number> {
  const clicks = new Map([[front, 0]]);
  for (const [url, far] of clicks) {
    for (const [, href] of byUrl.get(url)?.html.matchAll(/<a [^>]*href="([^"]+)"/g) ?? []) {
      const { pathname } = new URL(href!.replaceAll('&amp;', '&'), `http://site${url}`);
      if (byUrl.has(pathname) && !clicks.has(pathname)) clicks.set(pathname, far + 1);
    }
  }
  return clicks;
}

test.each(locales)('every page to read in “%s” is three clicks from its front page at most', (lang) => {
  const clicks = clicksFrom(`/${lang}/`);
  const far = pages
    // Thanks for a form and the page without a network come by themselves; they are in no index either.
    .filter(({ html }) => !html.includes('name="robots" content="noindex"'))
    .filter((page) => page.url.startsWith(`/${lang}/`) && isReading(page))
    .filter(({ url }) => (clicks.get(url) ?? Infinity) > 3)
    .map(({ url }) => `${url}: ${clicks.get(url) ?? 'no link leads there'}`);
  expect(far, 'Link to it from a page that is nearer').toEqual([]);
});
