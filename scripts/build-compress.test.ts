import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCompressed } from './build-compress.ts';

const page = '<p>Two stones in a river.</p>'.repeat(40);
let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'packed-'));
  await writeFile(join(site, 'index.html'), page);
  await writeFile(join(site, 'tiny.html'), '<p>');
  await writeFile(join(site, 'sw.js'), `/* ${page} */`);
  await writeFile(join(site, 'card.png'), page);
});
afterAll(() => rm(site, { recursive: true }));

test('each text file gets a smaller copy beside it that says the same, and nothing else does', async () => {
  await writeCompressed(site, 'pages');
  expect((await readdir(site)).filter((file) => file.endsWith('.br'))).toEqual(['index.html.br']);
  await writeCompressed(site, 'rest');
  expect((await readdir(site)).filter((file) => file.endsWith('.br')).sort()).toEqual([
    'index.html.br',
    'sw.js.br',
  ]);
  const packed = await readFile(join(site, 'index.html.br'));
  expect(packed.length).toBeLessThan(page.length / 10);
  expect(brotliDecompressSync(packed).toString()).toBe(page);
});
