import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const origin = inject('siteUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test.each([
  [null, 'Logg inn', '/nb/sign-in/'],
  ['my', 'Min side', '/nb/my/'],
  ['desk', 'Koordinatorpult', '/nb/desk/'],
  ['<b>', 'Logg inn', '/nb/sign-in/'],
])('with %s remembered, the header leads to %s', async (place, text, href) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/nb/about/`);
  if (place) await page.evaluate((value) => localStorage.setItem('fotfeste-place', value), place);
  await page.goto(`${origin}/nb/handbook/`);
  const link = page.locator('#place');
  expect([await link.textContent(), await link.getAttribute('href')]).toEqual([text, href]);
  await context.close();
});

test('without JavaScript the menus, the languages and the way to sign in are there', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/da/programmes/youth/`);
  expect(await page.locator('#place').getAttribute('href')).toBe('/da/sign-in/');
  await page.click('.languages summary');
  await page.click('.languages a[hreflang="sv"]');
  expect(new URL(page.url()).pathname).toBe('/sv/programmes/youth/');
  await page.goto(`${origin}/sv/mentors/`);
  expect(await page.locator('noscript').textContent()).toContain('JavaScript');
  await context.close();
});

test('an address that leads nowhere answers 404 in the language of the address', async () => {
  const page = await browser.newPage();
  const swedish = await page.goto(`${origin}/sv/finns-inte/`);
  expect([swedish?.status(), await page.locator('html').getAttribute('lang')]).toEqual([404, 'sv']);
  const none = await page.goto(`${origin}/nowhere/`);
  expect([none?.status(), await page.locator('.chooser a').count()]).toEqual([404, 4]);
  await page.close();
});

test('on paper there is the text, and no menus', async () => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${origin}/en/handbook/the-first-hour/`);
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(true);
  await page.close();
});
