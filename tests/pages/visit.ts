import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeProblems, bringAxe } from '../axe.ts';

/**
 * What a visitor of one page meets that should not be; empty is good. Every page is looked at on a small screen by day.
 * The first of a template stands for what all its pages share: header, footer, and a large screen by night.
 */
async function problemsOf(page: Page, url: string, origin: string, first: boolean): Promise<string[]> {
  const problems: string[] = [];
  const said = (text: string) => problems.push(text);
  page.on('console', (message) => message.type() === 'error' && said(`console: ${message.text()}`));
  page.on('pageerror', (error) => said(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      said(`asks ${request.url()}`);
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(origin + url, { waitUntil: 'load' });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) said(`is ${width} px wide on a screen of 320 px`);
  problems.push(...(await axeProblems(page, first ? 'html' : 'main')));
  if (first) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 900 });
    problems.push(...(await axeProblems(page)).map((problem) => `dark: ${problem}`));
  }
  page.removeAllListeners();
  return problems.map((problem) => `${url} ${problem}`);
}

/** Visits all pages with several tabs of one browser, which is faster than one tab and kinder than many browsers. */
export async function visitAll(
  browser: Browser,
  urls: string[],
  origin: string,
  tabs = 3,
): Promise<string[]> {
  const waiting = [...urls];
  const first = new Set(firstOfEachTemplate(urls));
  const found: string[] = [];
  const context = await watchedContext(browser);
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const page = await context.newPage();
      for (let url = waiting.shift(); url; url = waiting.shift())
        found.push(...(await problemsOf(page, url, origin, first.has(url))));
    }),
  );
  await context.close();
  return found;
}

/** A context in which a breach of the security policy becomes a console error with its cause. */
async function watchedContext(browser: Browser): Promise<BrowserContext> {
  // What is kept for reading without a network is another test's; here every page would fetch two hundred others.
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  await bringAxe(context);
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
    ),
  );
  return context;
}

/** One article stands for all articles in all languages; a front page, and a page outside a collection, for itself. */
export function firstOfEachTemplate(urls: string[]): string[] {
  const template = (url: string) => {
    const [, lang, section, ...rest] = url.split('/');
    return section ? ['*', section, ...rest.map((part) => part && '*')].join('/') : lang;
  };
  return [...new Map(urls.toReversed().map((url) => [template(url), url])).values()];
}
