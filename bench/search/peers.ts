import type { Browser, Page, Request } from 'playwright-core';
import type { Locale } from '../../src/schemas/vocabulary.ts';

/** A search somebody asks, in a browser that has seen nothing yet. */
export interface Peer {
  /** The addresses of the first ten results, as they stand. */
  ask(query: string): Promise<string[]>;
  close(): Promise<void>;
  /** Bytes over the wire after the page itself, fonts apart: up to the first results, and in all. */
  weight: { first: number; all: number };
}

/** Our search page, used as a reader uses it. */
export async function openOurs(browser: Browser, origin: string, lang: Locale): Promise<Peer> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { weight, settle } = scale(page, (path) => /^\/(assets|search)\/.*\.(js|txt)$/.test(path));
  await page.goto(`${origin}/${lang}/search/`, { waitUntil: 'load' });
  await page.focus('#q');
  await page.waitForResponse((response) => response.url().endsWith(`/search/${lang}.txt`));
  return {
    weight,
    ask: async (query) => {
      await page.fill('#q', query);
      // The script is there: it has asked for the index.
      await page.press('#q', 'Enter');
      await page.waitForSelector('#search-results[aria-busy="false"]', { state: 'attached' });
      await settle();
      return page.$$eval('#search-results h3 a', (links) =>
        links.slice(0, 10).map((link) => link.getAttribute('href') ?? ''),
      );
    },
    close: () => context.close(),
  };
}

interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Stock Pagefind with its default options. What it weighs counts five results, as its own page shows at first. */
export async function openStock(browser: Browser, origin: string, lang: Locale): Promise<Peer> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { weight, settle } = scale(page, () => false);
  await page.goto(`${origin}/${lang}/`, { waitUntil: 'load' });
  let weighed: number | undefined;
  return {
    get weight() {
      return { first: weighed ?? 0, all: weighed ?? weight.all };
    },
    ask: async (query) => {
      const read = (from: number, to: number) =>
        page.evaluate(
          async ([asked, begin, end]) => {
            const address = '/pagefind/pagefind.js';
            const engine = (await import(address)) as Pagefind;
            const { results } = await engine.search(asked);
            return Promise.all(results.slice(begin, end).map(async (result) => (await result.data()).url));
          },
          [query, from, to] as const,
        );
      const first = await read(0, 5);
      await settle();
      weighed ??= weight.all;
      return [...first, ...(await read(5, 10))];
    },
    close: () => context.close(),
  };
}

function scale(page: Page, isFirst: (path: string) => boolean) {
  const weight = { first: 0, all: 0 };
  const open: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (['document', 'font', 'image'].includes(request.resourceType()) || request.url().startsWith('data:'))
      return;
    open.push(
      wireSize(request).then((size) => {
        weight.all += size;
        if (isFirst(new URL(request.url()).pathname)) weight.first += size;
      }),
    );
  });
  const settle = async () => {
    await page.waitForTimeout(weight.all === 0 ? 200 : 0);
    await Promise.all(open);
  };
  return { weight, settle };
}

/** A worker's script has no size in Chromium's own count: there it is asked for once more. */
async function wireSize(request: Request): Promise<number> {
  const { responseBodySize: size } = await request.sizes();
  if (size > 0) return size;
  const again = await fetch(request.url(), { headers: { 'Accept-Encoding': 'br' } });
  return Number(again.headers.get('content-length'));
}
