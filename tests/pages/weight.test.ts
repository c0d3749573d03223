import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtPages, isReading, site } from './site.ts';

const reading = (await builtPages()).filter(isReading);

test('a reading page weighs 14 kB at most, of which 1 kB script', () => {
  const heavy = reading
    .map(({ url, html }) => {
      const styles = linked(html, /<link rel="stylesheet" href="([^"]+)"/g);
      const scripts = linked(html, /<script[^>]* src="([^"]+)"/g);
      // Data for machines (JSON-LD) is no script: it counts among the bytes, and nothing runs it.
      const inline = [...html.matchAll(/<script(?![^>]*(?:src=|ld\+json))[^>]*>([\s\S]*?)<\/script>/g)]
        .map(([, code]) => code)
        .join('');
      const script = brotliCompressSync(inline).length + sum(scripts);
      return {
        url,
        total: packed(`${url}index.html`) + sum(styles) + sum(scripts),
        script,
        files: 1 + styles.length + scripts.length,
      };
    })
    .filter(({ total, script, files }) => total > 14_000 || script > 1_000 || files > 3);
  expect(reading.length).toBeGreaterThan(80);
  expect(heavy).toEqual([]);
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

function sum(files: string[]): number {
  return files.reduce((total, file) => total + packed(file), 0);
}

/** What goes over the wire: the compressed copy where there is one. */
function packed(address: string): number {
  const file = join(site, address);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
