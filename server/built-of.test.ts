import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isBuiltOf, madeOf, noteBuiltOf } from './built-of.ts';

let root = '';
const write = (name: string, text: string) => writeFile(join(root, name), text);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fotfeste-built-'));
  await mkdir(join(root, 'src/content'), { recursive: true });
  await write('src/content/a.md', 'one');
  await write('astro.config.ts', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});
const now = () => madeOf(root, 'http://localhost:1');

test('a site is built of its sources, its address and what is set', async () => {
  const made = await now();
  expect(await now()).toBe(made);
  expect(await madeOf(root, 'http://localhost:2')).not.toBe(made);
  vi.stubEnv('PUBLIC_SUPABASE_URL', 'http://localhost:3');
  expect(await now()).not.toBe(made);
});

test.each([
  ['a changed text', () => write('src/content/a.md', 'two')],
  ['a new text', () => write('src/content/b.md', '')],
  ['a text that is gone', () => rm(join(root, 'src/content/a.md'))],
  ['a file on which it all stands', () => write('package-lock.json', '{}')],
])('%s makes another site', async (_what, change) => {
  const made = await now();
  await change();
  expect(await now()).not.toBe(made);
});

test('what was built is known again, and only that', async () => {
  const made = await now();
  expect(await isBuiltOf(root, made)).toBe(false);
  await noteBuiltOf(root, made);
  expect(await isBuiltOf(root, made)).toBe(true);
  expect(await isBuiltOf(root, `${made}0`)).toBe(false);
});
