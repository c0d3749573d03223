import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What came over the wire for a page, in bytes as packed. */
export interface Weight {
  html: number;
  css: number;
  /** Files of script, and what is inline in the page (which `html` has too). */
  script: number;
  inline: number;
  font: number;
  /** All requests, and those for fonts among them. */
  requests: number;
  fonts: number;
}

/**
 * Counts while `visit` does something with a page whose cache is empty. A file counts once, however often the page
 * names it.
 */
export async function weigh(page: Page, visit: () => Promise<unknown>): Promise<Weight> {
  const weight: Weight = { html: 0, css: 0, script: 0, inline: 0, font: 0, requests: 0, fonts: 0 };
  const seen = new Set<string>();
  const reading: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const url = request.url();
    if (url.startsWith('data:') || seen.has(url)) return;
    seen.add(url);
    weight.requests += 1;
    reading.push(
      (async () => {
        const { responseBodySize: size } = await request.sizes();
        const kind = request.resourceType();
        if (kind === 'document') weight.html += size;
        if (kind === 'stylesheet') weight.css += size;
        if (kind === 'script') weight.script += size;
        if (kind === 'font') {
          weight.font += size;
          weight.fonts += 1;
        }
      })(),
    );
  });
  await visit();
  await Promise.all(reading);
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src])')]
      .filter((script) => !script.getAttribute('type')?.includes('json'))
      .map((script) => script.textContent)
      .join(''),
  );
  weight.inline = inline === '' ? 0 : brotliCompressSync(inline).length;
  return weight;
}

/** HTML, CSS and script together. */
export const total = ({ html, css, script }: Weight): number => html + css + script;
