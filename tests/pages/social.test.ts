/** What others see when somebody passes on a link. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { edge, openEasel } from '../../scripts/draw-social.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import { builtPages, first, site } from './site.ts';

const pages = (await builtPages()).filter(({ html }) => html.includes('property="og:title"'));
const property = (html: string, name: string) =>
  first(html, new RegExp(`<meta property="${name}" content="([^"]+)"`)) ?? '';
const easel = await openEasel();
afterAll(() => easel.close());

test('every page names an image that is there, as large as it says, and what is to be seen on it', () => {
  const wrong = pages.filter(({ html }) => {
    const file = join(site, new URL(property(html, 'og:image')).pathname);
    if (!existsSync(file) || !property(html, 'og:image:alt')) return true;
    const header = readFileSync(file).subarray(0, 24);
    const size = [header.readUInt32BE(16), header.readUInt32BE(20)].join();
    return header.toString('latin1', 1, 4) !== 'PNG' || size !== '1200,630';
  });
  expect(pages.length).toBeGreaterThan(100);
  expect(wrong.map(({ url }) => url)).toEqual([]);
});

test.each(locales)('the longest titles in “%s” fit on an image', (lang) => {
  const titles = pages
    .filter(({ url, html }) => url.startsWith(`/${lang}/`) && !html.includes('content="noindex"'))
    .map(({ html }) => property(html, 'og:title'))
    .sort((a, b) => b.length - a.length);
  const wide = titles
    .slice(0, 5)
    .flatMap((title) => {
      const { size, lines } = easel.lines(title);
      return lines.map((line) => ({ line, width: easel.width(line, size) }));
    })
    .filter(({ width }) => width > edge.right - edge.left);
  expect(titles.length).toBeGreaterThan(50);
  expect(wide).toEqual([]);
});

test('a title that can never fit is refused, by name', () => {
  expect(() => easel.lines('Arbeidsmarkedsopplæringsdeltakelse'.repeat(3))).toThrow('shorten it');
});
