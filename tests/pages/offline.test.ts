import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const origin = inject('siteUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test(
  'after one visit the handbook, the modules and the tools can be read without a network, in that language',
  { timeout: 90_000 },
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${origin}/nb/handbook/the-first-hour/`);
    const keptPages = () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return all.flat().map(({ url }) => new URL(url).pathname);
      });
    // What is fetched last, after all pages, is the font.
    await expect
      .poll(keptPages, { timeout: 60_000, interval: 500 })
      .toContainEqual(expect.stringMatching(/^\/fonts\//));
    const kept = await keptPages();
    expect(kept.filter((path) => !/^\/(nb\/(handbook|modules|tools|offline)|fonts)\//.test(path))).toEqual(
      [],
    );
    expect(problems).toEqual([]);
    await context.setOffline(true);
    for (const path of ['/nb/handbook/', '/nb/modules/your-strengths/', '/nb/tools/agreement/']) {
      await page.goto(origin + path);
      expect(await page.getByRole('heading', { level: 1 }).textContent(), path).toBeTruthy();
      expect(new URL(page.url()).pathname).toBe(path);
    }
    // Sheets in two languages are not kept, and say so in the reader's language.
    await page.goto(`${origin}/nb/tools/agreement/with-da/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er uten nett');
    expect(await page.goto(`${origin}/nb/about/`).catch(() => null)).toBeNull();
    await context.close();
  },
);
