import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildSite } from './build-site.ts';
import { exists } from './folder.ts';
import { holdSite } from './held-site.ts';
import { takeSite } from './lock.ts';

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fotfeste-held-'));
  await newSite('dist', 'one');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function newSite(name: string, text: string): Promise<void> {
  await mkdir(at(name, '_astro'), { recursive: true });
  await writeFile(at(name, 'index.html'), text);
  await writeFile(at(name, `_astro/${text}.js`), text);
}

/** What a build does in the end. */
async function swap(): Promise<void> {
  await newSite('dist.new', 'two');
  await rename(at('dist'), at('dist.old'));
  await rename(at('dist.new'), at('dist'));
  await rm(at('dist.old'), { recursive: true });
}

test('what is held stays whole when another site comes into its place, and the next start has that one', async () => {
  const held = await holdSite(at('dist'), at('data'));
  await swap();
  expect(await readFile(join(held, 'index.html'), 'utf8')).toBe('one');
  expect(await readFile(join(held, '_astro/one.js'), 'utf8')).toBe('one');
  expect(await holdSite(at('dist'), at('data'))).toBe(held);
  expect(await readFile(join(held, 'index.html'), 'utf8')).toBe('two');
  expect(await exists(join(held, '_astro/one.js'))).toBe(false);
});

test('a site that is swapped while it is being held is one of the two', async () => {
  const [held] = await Promise.all([holdSite(at('dist'), at('data')), swap()]);
  const text = await readFile(join(held, 'index.html'), 'utf8');
  expect(await readFile(join(held, `_astro/${text}.js`), 'utf8')).toBe(text);
});

test('without a site nothing is held', async () => {
  expect(await exists(await holdSite(at('none'), at('data')))).toBe(false);
});

test('two builds of one site: the second is told who builds, and the first keeps its folder', async () => {
  const letGo = await takeSite(at('dist'));
  await newSite('dist.new', 'growing');
  await expect(buildSite({ site: at('dist'), root: folder })).rejects.toThrow(
    `Process ${process.pid} is just building the site in ${at('dist')}.`,
  );
  expect(await exists(at('dist.new/index.html'))).toBe(true);
  await letGo();
  vi.spyOn(console, 'error').mockImplementationOnce(() => {});
  // Nothing to build from, and nothing in the way: it fails for that, and lets go.
  await expect(buildSite({ site: at('dist'), root: folder })).rejects.toThrow('could not be built');
  expect([await exists(at('dist.building')), await exists(at('dist.new'))]).toEqual([false, false]);
});
