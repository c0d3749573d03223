/**
 * Prints the booklets of a built site: each page below `<lang>/booklets/` becomes `booklets/<lang>-<audience>.pdf`, and the
 * page itself is taken away. A program of its own, called by `build-finish.ts`. Usage: node scripts/build-booklets.ts FOLDER
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { bookletAddress, wantedBooklets, type Booklet } from '../src/lib/booklets.ts';
import { path } from '../src/lib/urls.ts';
import { launchChromium } from './chromium.ts';
import { staticFont } from './font.ts';
import { readPdf } from './read-pdf.ts';

const origin = 'http://booklet.invalid';
const [root = 'dist'] = process.argv.slice(2);
const waiting = wantedBooklets();
const folders = new Set(waiting.map(({ lang }) => join(root, lang, 'booklets')));
const browser = await launchChromium();
try {
  const context = await browser.newContext({ colorScheme: 'light' });
  const fonts = {
    '/fonts/booklet-400.ttf': await staticFont(400),
    '/fonts/booklet-700.ttf': await staticFont(700),
  };
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = fonts[pathname as keyof typeof fonts];
    if (body) return route.fulfill({ body });
    await route.fulfill({ path: join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname) });
  });
  await mkdir(join(root, 'booklets'), { recursive: true });
  const tab = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await print(context, next);
  };
  await Promise.all([tab(), tab()]);
} finally {
  await browser.close();
}
for (const folder of folders) await rm(folder, { recursive: true });

async function print(context: BrowserContext, booklet: Booklet): Promise<void> {
  const page = await context.newPage();
  await page.goto(origin + path(booklet.lang, 'booklets', booklet.kind));
  await page.evaluate(() => document.fonts.ready);
  const pdf = await withPageNumbers(page);
  await writeFile(join(root, bookletAddress(booklet)), pdf);
  await page.close();
}

/** Chromium cannot say on which page something will be: print, look where it came, write it down, and print again. */
async function withPageNumbers(page: Page): Promise<Buffer> {
  let written: Record<string, number> = {};
  for (let tries = 0; tries < 4; tries++) {
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    const { targets } = await readPdf(pdf);
    const open = await page.evaluate(writeNumbers, targets);
    if (open.length > 0) throw new Error(`Booklet ${page.url()}: no page has the text ${open.join(', ')}.`);
    if (JSON.stringify(targets) === JSON.stringify(written)) return pdf;
    written = targets;
  }
  throw new Error(`Booklet ${page.url()}: its page numbers change with every print.`);
}

/** Runs in the page. Answers the places that have no number. */
function writeNumbers(targets: Record<string, number>): string[] {
  const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
  for (const place of places) place.textContent = String(targets[place.dataset.pageOf ?? ''] ?? '');
  return places.flatMap(({ textContent, dataset }) => (textContent ? [] : [dataset.pageOf ?? '']));
}
