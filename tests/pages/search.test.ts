import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const origin = inject('siteUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test.each([
  ['en', 'interview'],
  ['nb', 'intervju'],
  ['da', 'samtale'],
  ['sv', 'intervju'],
])('in %s, “%s” in the address finds pages of that language', async (lang, word) => {
  const { page, errors } = await open(`/${lang}/search/?q=${word}`);
  await page.waitForSelector('#search-results a');
  const hrefs = await page
    .locator('#search-results a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.every((href) => href?.startsWith(`/${lang}/`))).toBe(true);
  expect(await page.locator('#search-status').textContent()).toContain(word);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('typing, filters and arrow keys: the address follows, focus goes into the results and back', async () => {
  const { page } = await open('/en/search/');
  await page.fill('#q', 'mentor');
  await page.waitForSelector('#search-results a');
  await page.selectOption('#type', 'handbook');
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll('#search-results a')];
    return links.length > 0 && links.every((link) => link.getAttribute('href')?.includes('/handbook/'));
  });
  expect(new URL(page.url()).search).toBe('?q=mentor&type=handbook');
  const hrefs = await page
    .locator('#search-results a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.focus('#q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(hrefs[1]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
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

async function open(path: string): Promise<{ page: Page; errors: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(origin + path);
  return { page, errors };
}
