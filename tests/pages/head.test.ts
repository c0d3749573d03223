import { expect, test } from 'vitest';
import { locales } from '../../src/schemas/vocabulary.ts';
import { builtFile, builtPages, first } from './site.ts';

const pages = await builtPages();
const localised = pages.filter(({ url }) => (locales as readonly string[]).includes(url.split('/')[1] ?? ''));
const sitemap = builtFile('/sitemap.xml');
const entries = [...sitemap.matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/g)].map(([, loc, links]) => ({
  url: new URL(loc ?? '').pathname,
  links: [...(links ?? '').matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => ({
    lang,
    url: new URL(href ?? '').pathname,
  })),
}));

test('every page has a title of its own', () => {
  const titles = Map.groupBy(
    pages,
    ({ url, html }) => `${url.split('/')[1]} ${first(html, /<title>([^<]*)</)}`,
  );
  const shared = [...titles].filter(([title, with_]) => with_.length > 1 || title.endsWith('undefined'));
  expect(shared.map(([title, with_]) => [title, with_.map(({ url }) => url)])).toEqual([]);
});

test('every page has exactly one h1, and a description', () => {
  const wrong = pages.filter(
    ({ html }) =>
      html.match(/<h1[ >]/g)?.length !== 1 || !first(html, /<meta name="description" content="([^"]+)"/),
  );
  expect(wrong.map(({ url }) => url)).toEqual([]);
});

test('the language of a page is that of its address', () => {
  const wrong = localised.filter(
    ({ url, html }) => first(html, /<html lang="([^"]+)"/) !== url.split('/')[1],
  );
  expect(wrong.map(({ url }) => url)).toEqual([]);
});

test('language links lead to pages that link back, with themselves and x-default among them', () => {
  const byUrl = new Map(entries.map((entry) => [entry.url, entry]));
  const wrong = entries.flatMap(({ url, links }) => {
    const problems = links
      .filter((link) => link.lang !== 'x-default')
      .filter((link) => !byUrl.get(link.url)?.links.some((back) => back.url === url))
      .map((link) => `${url}: ${link.url} does not link back`);
    if (!links.some((link) => link.url === url)) problems.push(`${url}: does not name itself`);
    if (!links.some((link) => link.lang === 'x-default')) problems.push(`${url}: has no x-default`);
    return problems;
  });
  expect(entries.length).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});

test('a fallback page says so, points to the English text, and is in no index', () => {
  const fallbacks = localised.filter(({ html }) => /<main[^>]* lang="/.test(html));
  const wrong = fallbacks.flatMap(({ url, html }) => {
    const original = url.replace(/^\/[a-z-]+\//, '/en/');
    const canonical = new URL(first(html, /<link rel="canonical" href="([^"]+)"/) ?? 'http://none').pathname;
    const problems: string[] = [];
    if (first(html, /<main[^>]* lang="([^"]+)"/) !== 'en') problems.push('main is not marked as English');
    if (canonical !== original) problems.push(`canonical is ${canonical}`);
    if (html.includes('hreflang="x-default"')) problems.push('takes part in the language links');
    if (html.includes('data-pagefind-body')) problems.push('is in the search index');
    if (entries.some((entry) => entry.url === url)) problems.push('is in the sitemap');
    if (!html.includes('class="notice"')) problems.push('has no notice');
    return problems.map((problem) => `${url} ${problem}`);
  });
  expect(wrong).toEqual([]);
});

test('portal and lost pages are not indexed, everything else that is written is in the sitemap', () => {
  const listed = new Set(entries.map(({ url }) => url));
  const wrong = pages.filter(({ url, html }) => {
    const hidden = /<meta name="robots" content="noindex"/.test(html);
    return hidden === listed.has(url);
  });
  expect(wrong.map(({ url }) => url)).toEqual([]);
});
