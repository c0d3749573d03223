import { chromium, type Browser, type Page } from 'playwright-core';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { rank } from '../../src/lib/search/rank.ts';
import { readTitles } from '../../src/lib/search/titles.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import { axeProblems } from '../axe.ts';
import { examples } from './search-examples.ts';
import { builtFile } from './site.ts';

const origin = inject('siteUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test.each(locales)('first results in %s: the page one looks for is among the first five', (lang) => {
  const titles = readTitles(builtFile(`/search/${lang}.txt`), lang);
  const lost = Object.entries(examples[lang]).filter(([question, path]) => {
    const first = rank(titles, question).slice(0, 5);
    return !first.some(({ page }) => page.url === `/${lang}/${path}/`);
  });
  expect(lost, 'Add a synonym in src/content/synonyms, or look at src/lib/search/rank.ts').toEqual([]);
});

test.each(locales)(
  'the index of first results in %s is small and leads to pages and headings that exist',
  (lang) => {
    const text = builtFile(`/search/${lang}.txt`);
    expect(brotliCompressSync(text).length).toBeLessThan(16_000);
    const { pages } = readTitles(text, lang);
    expect(pages.length).toBeGreaterThan(20);
    const lost = pages.flatMap(({ url, sections }) => {
      const html = builtFile(url);
      return sections
        .map((section) => section.url)
        .filter((to) => !html.includes(`id="${to.split('#')[1]}"`));
    });
    expect(lost).toEqual([]);
  },
);

test.each([
  ['en', 'interview'],
  ['nb', 'intervju'],
  ['da', 'samtale'],
  ['sv', 'intervju'],
])('in %s, “%s” in the address finds pages of that language', async (lang, word) => {
  const { page, errors } = await open(`/${lang}/search/?q=${word}`);
  await settled(page);
  const found = await hrefs(page);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((href) => href.startsWith(`/${lang}/`))).toBe(true);
  expect(await page.locator('#search-status').textContent()).toContain(word);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('nothing of the search is fetched before somebody goes to the field', async () => {
  const { page, asked } = await open('/en/search/');
  await page.waitForLoadState('networkidle');
  const ofSearch = () => asked.filter((path) => /^\/(search|pagefind|assets)\//.test(path));
  expect(ofSearch()).toEqual([]);
  await page.focus('#q');
  await page.waitForResponse((response) => response.url().endsWith('/search/en.txt'));
  expect(ofSearch().filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.context().close();
});

test('first results stay where they are when the full text adds its own below; the count is said once', async () => {
  const { page } = await open('/nb/search/');
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/*.pf_index', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const status = document.querySelector('#search-status');
    new MutationObserver(() => status?.textContent && said.push(status.textContent)).observe(status!, {
      childList: true,
    });
  });
  await page.fill('#q', 'nettverk');
  await page.waitForSelector('#search-results h3 a');
  const first = await hrefs(page);
  gate.resolve(undefined);
  await settled(page);
  const all = await hrefs(page);
  expect(all.slice(0, first.length)).toEqual(first);
  expect(new Set(all).size).toBe(all.length);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => /\d/.test(text))).toHaveLength(1);
  await page.context().close();
});

test('a full text that cannot be had takes nothing away from the first results', async () => {
  const { page } = await open('/da/search/');
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.fill('#q', 'netværk');
  await settled(page);
  expect((await hrefs(page)).length).toBeGreaterThan(0);
  expect(await page.locator('#search-status').textContent()).toContain('netværk');
  await page.context().close();
});

test('typing, filters and arrow keys: the address follows, focus goes into the results and back', async () => {
  const { page } = await open('/en/search/');
  await page.fill('#q', 'mentor');
  await settled(page);
  await page.selectOption('#type', 'handbook');
  await page.waitForFunction(() => location.search.includes('handbook'));
  await settled(page);
  const found = await hrefs(page);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((href) => href.includes('/handbook/'))).toBe(true);
  expect(new URL(page.url()).search).toBe('?q=mentor&type=handbook');
  await page.focus('#q');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(found[0]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  await page.context().close();
});

test('a choice without a word lists what it leaves, out of the small index alone', async () => {
  const { page, asked } = await open('/en/search/?type=story');
  await settled(page);
  const stories = await hrefs(page);
  expect(stories.length).toBeGreaterThan(2);
  expect(stories.every((href) => href.startsWith('/en/stories/'))).toBe(true);
  expect(await page.locator('#search-status').textContent()).toMatch(/^\d+ pages fit these choices$/);
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.selectOption('#type', '');
  await expect.poll(() => hrefs(page)).toEqual([]);
  expect(await page.locator('#search-status').textContent()).toBe('');
  await page.context().close();
});

test('more results come once, however often one asks', async () => {
  const { page } = await open('/en/search/');
  await page.fill('#q', 'mentor');
  await settled(page);
  const more = page.locator('#search-more:visible');
  const before = (await hrefs(page)).length;
  await more.evaluate((button: HTMLButtonElement) => [1, 2, 3].forEach(() => button.click()));
  await expect.poll(async () => (await hrefs(page)).length).toBe(before + 10);
  await page.waitForTimeout(300);
  expect(await hrefs(page)).toHaveLength(before + 10);
  await page.context().close();
});

test('partners are found together and each alone; a programme and a country can be chosen', async () => {
  const { page } = await open('/en/search/?q=mentor&audience=partner');
  await settled(page);
  const partners = await labels(page);
  expect(partners.some((label) => /Companies|Municipalities|Schools|Housing/.test(label))).toBe(true);
  expect(partners.some((label) => /Mentees|Coordinators/.test(label))).toBe(false);
  await page.goto(`${origin}/en/search/?q=programme&programme=youth`);
  await settled(page);
  expect(await page.locator('#programme').inputValue()).toBe('youth');
  expect(await page.locator('#programme').isVisible()).toBe(true);
  expect(await hrefs(page)).toContain('/en/programmes/youth/');
  await page.goto(`${origin}/en/search/?q=programme&country=FI&type=programme`);
  await settled(page);
  expect(await hrefs(page)).not.toContain('/en/programmes/youth/');
  // Its figures are of several countries, and it is about none of them alone.
  await page.goto(`${origin}/en/search/?q=how+we+count&country=NO`);
  await settled(page);
  expect(await hrefs(page)).toContain('/en/evidence/how-we-count/');
  await page.context().close();
});

test('nothing found: says so and offers ways on; markup typed in stays text', async () => {
  const { page, errors } = await open(
    `/da/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>zzzqx')}`,
  );
  await page.waitForSelector('#search-help:visible');
  expect(await page.locator('#search-help a').count()).toBeGreaterThan(2);
  expect(await page.locator('#search-status img').count()).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('results, further choices and their labels keep to the rules of accessibility', async () => {
  const { page } = await open('/nb/search/?q=nettverk&country=NO');
  await settled(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await axeProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await axeProblems(page)).toEqual([]);
  await page.context().close();
});

test('what was typed before the script was there is searched for', async () => {
  const { page } = await open('/sv/search/');
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/assets/*.js', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.fill('#q', 'mentor');
  gate.resolve(undefined);
  await settled(page);
  expect((await hrefs(page)).length).toBeGreaterThan(0);
  expect(new URL(page.url()).search).toBe('?q=mentor');
  await page.context().close();
});

function settled(page: Page) {
  return page.waitForSelector('#search-results[aria-busy="false"]', { state: 'attached' });
}

function hrefs(page: Page): Promise<string[]> {
  return page.$$eval('#search-results h3 a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
}

function labels(page: Page): Promise<string[]> {
  return page.$$eval('#search-results .facts', (facts) => facts.map((fact) => fact.textContent));
}

async function open(path: string): Promise<{ page: Page; errors: string[]; asked: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(origin + path);
  return { page, errors, asked };
}
