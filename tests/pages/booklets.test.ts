/** A booklet as it is printed for the checks: one of twenty, made like all others. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../../scripts/read-pdf.ts';
import { bookletAddress, wantedBooklets } from '../../src/lib/booklets.ts';
import { builtFile, builtPages, site } from './site.ts';

const file = join(site, bookletAddress({ lang: 'nb', kind: 'mentee' }));
if (!existsSync(file)) throw new Error(`No booklet in ${site}. Run: BOOKLETS=nb/mentee npm run build`);
const pdf = await readPdf(readFileSync(file));
const texts = pdf.outline.filter(({ depth }) => depth === 1);
/** Each page's number and running title, which stand in its margin, apart from what stands on it. */
const pages = pdf.pages.map((words) => {
  const [margin = '', number] = words.match(/^(\d+)\s*Håndbok for menteer\n/) ?? [];
  return { number: Number(number), words: words.slice(margin.length).replace(/\s+/g, ' ').trim() };
});
/** A title, dots that are no text, and a number, line by line. */
const contents = pages[1]?.words ?? '';

test('it is tagged, has its language and a title', () => {
  expect(pdf).toMatchObject({ tagged: true, lang: 'nb', title: 'Håndbok for menteer · Fotfeste' });
});

test('its outline has the title, the contents, every text and its sections', () => {
  expect(pdf.outline[0]).toMatchObject({ title: 'Håndbok for menteer', page: 1, depth: 0 });
  expect(texts[0]).toMatchObject({ title: 'Innhold', page: 2 });
  expect(texts.length).toBeGreaterThan(10);
  expect(pdf.outline.filter(({ depth }) => depth === 2).length).toBeGreaterThan(30);
});

test('the contents name every text with the page on which it begins', () => {
  const wrong = texts.slice(1).filter(({ title, page }) => !contents.includes(`${title} ${page}`));
  expect(wrong, `The contents say: ${contents}`).toEqual([]);
  const begins = texts.filter(({ title, page }) => !pages[page - 1]?.words.startsWith(title));
  expect(begins, 'Each text begins on a page of its own').toEqual([]);
});

test('a link to another text of the booklet says its true page', () => {
  const seen = [...pdf.pages.join(' ').matchAll(/\(side\s+(\d+)\)/g)].map(([, number]) => Number(number));
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((number) => !Object.values(pdf.targets).includes(number))).toEqual([]);
});

test('every page but the cover has its number, and no page is empty', () => {
  const inside = pages.slice(1);
  expect(inside.map(({ number }) => number)).toEqual(inside.map((_, at) => at + 2));
  expect(inside.filter(({ words }) => words.length < 100)).toEqual([]);
});

test('it is no burden: 1.5 MB at most', () => {
  expect(readFileSync(file).length).toBeLessThanOrEqual(1_500_000);
});

test('the page it was printed from is gone, and the handbook leads to it', async () => {
  expect((await builtPages()).filter(({ url }) => url.includes('/booklets/'))).toEqual([]);
  expect(builtFile('/nb/handbook/')).toContain('href="/booklets/nb-mentee.pdf"');
  expect(builtFile('/sv/modules/')).not.toContain('/booklets/sv-mentee.pdf');
});

test('the list of booklets to make is nothing, everything or names', () => {
  expect(wantedBooklets('')).toEqual([]);
  expect(wantedBooklets('all')).toHaveLength(20);
  expect(wantedBooklets('nb/mentee, en/job-search')).toEqual([
    { lang: 'nb', kind: 'mentee' },
    { lang: 'en', kind: 'job-search' },
  ]);
  expect(() => wantedBooklets('nb/everything')).toThrow('nb/everything');
});
