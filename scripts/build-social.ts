import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BuiltPage } from './build-pages.ts';
import type { Card, Order } from './draw-social.ts';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../node_modules/.cache/fotfeste-social');
const artist = join(import.meta.dirname, 'draw-social.ts');

/**
 * Puts the images that the pages name (`og:image`) into a built site. What has been drawn once lies in a cache by what
 * stands on it, so only what is new is drawn.
 */
export async function writeSocial(root: string, pages: BuiltPage[]): Promise<void> {
  const drawing = await readFile(artist, 'utf8');
  const wanted = [...cardsOf(pages)].map(([address, card]) => {
    const hash = createHash('sha256').update(drawing).update(JSON.stringify(card)).digest('hex');
    return { address, card, file: join(cache, `${hash.slice(0, 32)}.png`) };
  });
  const orders: Order[] = wanted.filter(({ file }) => !existsSync(file));
  if (orders.length > 0) {
    await mkdir(cache, { recursive: true });
    const list = join(cache, `orders-${process.pid}.json`);
    await writeFile(list, JSON.stringify(orders));
    await run(process.execPath, [artist, list]);
    await rm(list);
  }
  for (const folder of new Set(wanted.map(({ address }) => dirname(join(root, address)))))
    await mkdir(folder, { recursive: true });
  await Promise.all(wanted.map(({ address, file }) => copyFile(file, join(root, address))));
}

/** One card for each image that a page names; the section is the title of the page above it. */
function cardsOf(pages: BuiltPage[]): Map<string, Card> {
  const byUrl = new Map(pages.map((page) => [page.url, page.html]));
  const cards = new Map<string, Card>();
  for (const { url, html } of pages) {
    const image = property(html, 'og:image');
    const lang = url.split('/')[1] ?? '';
    const front = byUrl.get(`/${lang}/`);
    if (!image || !front) continue;
    const address = new URL(image).pathname;
    const shared = address === `/social/${lang}.png`;
    if (cards.has(address)) continue;
    const above =
      url.split('/').length > 4 ? byUrl.get(`/${url.split('/').slice(1, 3).join('/')}/`) : undefined;
    cards.set(address, {
      name: property(html, 'og:site_name'),
      section: shared || !above ? '' : property(above, 'og:title'),
      title: property(shared ? front : html, 'og:title'),
      scene: front.match(/<svg class="scene"[\s\S]*?<\/svg>/)?.[0] ?? '',
      mark: front.match(/<svg class="mark"[\s\S]*?<\/svg>/)?.[0] ?? '',
    });
  }
  return cards;
}

function property(html: string, name: string): string {
  return (html.match(new RegExp(`<meta property="${name}" content="([^"]*)"`))?.[1] ?? '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
