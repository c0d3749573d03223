import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
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
    await wholeShelf(page);
    const kept = await keptPages(page);
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

test(
  'a new version of the site takes nothing from the shelf before it has put its own there',
  { timeout: 120_000 },
  async () => {
    const line = await openLine();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${line.address}/nb/handbook/the-first-hour/`);
    await wholeShelf(page);
    const [before] = await shelfNames(page);
    line.published = true;
    await page.evaluate(async () => {
      const taken = new Promise((done) =>
        navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
      );
      await (await navigator.serviceWorker.ready).update();
      await taken;
    });
    expect(await shelfNames(page)).toEqual([before]);
    await context.setOffline(true);
    await page.goto(`${line.address}/nb/modules/your-strengths/`);
    expect(new URL(page.url()).pathname).toBe('/nb/modules/your-strengths/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Du er uten nett');
    await context.setOffline(false);
    await page.goto(`${line.address}/nb/handbook/`);
    await expect.poll(() => shelfNames(page), { timeout: 60_000, interval: 500 }).toEqual([`${before}-next`]);
    await context.close();
    line.close();
  },
);

test(
  'who has a slow line and no copy waits for the page; who has a copy reads that',
  { timeout: 120_000 },
  async () => {
    const line = await openLine();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${line.address}/nb/handbook/the-first-hour/`);
    await wholeShelf(page);
    const pageWithoutCopy = '/nb/tools/agreement/with-da/';
    line.delay = 6_000;
    for (const path of [pageWithoutCopy, '/nb/tools/agreement/']) {
      const answer = await page.goto(line.address + path);
      expect(answer?.headers()['x-line'], path).toBe(path === pageWithoutCopy ? 'slow' : undefined);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Du er uten nett');
    }
    await context.close();
    line.close();
  },
);

/** The site through a line of our own, which can be slow and can bring a later version of `sw.js`. */
async function openLine() {
  const line = { address: '', published: false, delay: 0, close: () => server.close() };
  const server = createServer((asked, answer) => {
    void (async () => {
      const path = asked.url ?? '/';
      const got = await fetch(origin + path);
      if (line.delay) await wait(line.delay);
      const body = Buffer.from(await got.arrayBuffer());
      const later = path === '/sw.js' && line.published;
      for (const [name, value] of got.headers)
        if (!/^(content-(encoding|length)|connection|keep-alive|transfer-encoding)$/.test(name))
          answer.setHeader(name, value);
      if (line.delay) answer.setHeader('x-line', 'slow');
      answer.writeHead(got.status);
      answer.end(later ? String(body).replace(/(const version = '[^']+)'/, "$1-next'") : body);
    })();
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  line.address = `http://localhost:${(server.address() as AddressInfo).port}`;
  return line;
}

/** What is fetched last, after all pages, is the font. */
const wholeShelf = (page: Page) =>
  expect
    .poll(() => keptPages(page), { timeout: 60_000, interval: 500 })
    .toContainEqual(expect.stringMatching(/^\/fonts\//));

const shelfNames = (page: Page) => page.evaluate(() => caches.keys());

const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
