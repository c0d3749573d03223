import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readHeaderRules } from '../../server/header-rules.ts';
import { packBrotli } from '../../server/pack.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import { builtPages, isReading, site } from './site.ts';

const reading = (await builtPages()).filter(isReading);

const weighed = await Promise.all(
  reading.map(async ({ url, html }) => {
    const styles = linked(html, /<link rel="stylesheet"[^>]* href="([^"]+)"/g);
    const scripts = linked(html, /<script[^>]* src="([^"]+)"/g);
    // Data for machines (JSON-LD) is no script: it counts among the bytes, and nothing runs it.
    const inline = [...html.matchAll(/<script(?![^>]*(?:src=|ld\+json))[^>]*>([\s\S]*?)<\/script>/g)]
      .map(([, code]) => code)
      .join('');
    const script = brotliCompressSync(inline).length + (await sum(scripts));
    return {
      url,
      total: (await sum([`${url}index.html`, ...styles])) + (await sum(scripts)),
      script,
      files: 1 + styles.length + scripts.length,
    };
  }),
);

test('a reading page weighs 14 kB at most, of which 1 kB script', () => {
  const heavy = weighed.filter(({ total, script, files }) => total > 14_000 || script > 1_000 || files > 3);
  expect(reading.length).toBeGreaterThan(80);
  expect(heavy).toEqual([]);
});

test('the heaviest pages of each language, as they are published, come with the first flight: ten packets of 1,460 bytes', async () => {
  const headersOf = await readHeaderRules(site);
  // Date, length, type, age, and the line that begins an answer.
  const others = 350;
  const heaviest = locales.flatMap((lang) => {
    const pages = weighed.filter(({ url }) => url.startsWith(`/${lang}/`));
    return pages.toSorted((a, b) => b.total - a.total)[0] ?? [];
  });
  const flights = await Promise.all(
    heaviest.map(async ({ url }) => {
      const body = await packBrotli(await readFile(join(site, url, 'index.html')), 'html', true);
      const headers = headersOf(url).map((pair) => `${pair.join(': ')}\r\n`);
      return { url, bytes: body.length + headers.join('').length + others };
    }),
  );
  expect(flights.length).toBe(locales.length);
  expect(flights.filter(({ bytes }) => bytes > 14_600)).toEqual([]);
});

test('the font is one file of 30 kB at most', () => {
  const css = [...(reading[0]?.html ?? '').matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, rules]) => rules);
  const fonts = [...css.join('').matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, file]) => file ?? '');
  expect(fonts).toHaveLength(1);
  expect(statSync(join(site, fonts[0] ?? '')).size).toBeLessThan(30_000);
});

test('no script carries the schemas of files: they would bring all of zod, 15 kB', () => {
  const scripts = readdirSync(join(site, 'assets')).filter((file) => file.endsWith('.js'));
  const heavy = scripts.filter((file) => readFileSync(join(site, 'assets', file), 'utf8').includes('ZodISO'));
  expect(scripts.length).toBeGreaterThan(20);
  expect(heavy, 'Lists that the browser reads belong beside the schema, as in schemas/parts.ts').toEqual([]);
});

function linked(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, file]) => file ?? '');
}

async function sum(files: string[]): Promise<number> {
  return (await Promise.all(files.map(packed))).reduce((total, bytes) => total + bytes, 0);
}

/** What goes over the wire from our own server. Published copies of pages are packed harder. */
async function packed(address: string): Promise<number> {
  const content = await readFile(join(site, address));
  return (await packBrotli(content, extname(address))).length;
}
