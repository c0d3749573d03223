/** A build that cannot be finished says what to repair, and what was served before is still there, whole. */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../server/database.ts';

const here = join(import.meta.dirname, '../..');
let root = '';
const article = () => join(root, 'src/content/handbook/nb/the-first-hour.md');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fotfeste-bad-content-'));
  for (const part of [
    'src',
    'public',
    'scripts',
    'server',
    'supabase',
    'astro.config.ts',
    'package.json',
    'tsconfig.json',
  ])
    await cp(join(here, part), join(root, part), { recursive: true });
  await symlink(join(here, 'node_modules'), join(root, 'node_modules'));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/index.html'), 'the site of yesterday');
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs one of our commands in the spoiled copy. */
async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, said };
}

async function spoil(from: string, to: string): Promise<() => Promise<void>> {
  const good = await readFile(article(), 'utf8');
  await writeFile(article(), good.replace(from, to));
  return () => writeFile(article(), good);
}

async function stillYesterday(): Promise<void> {
  expect(await readdir(join(root, 'dist'))).toEqual(['index.html']);
  expect((await readdir(root)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
}

test('npm start with malformed front matter serves nothing new, and ends with file, line and repair', async () => {
  const mend = await spoil('audience: mentor', 'audience mentor');
  const { code, said } = await run(
    'server/main.ts',
    '--empty',
    '--data',
    join(root, '.data'),
    '--port',
    String(await freePort()),
  );
  await mend();
  expect(code).toBe(1);
  expect(said).toContain(
    'src/content/handbook/nb/the-first-hour.md:4: a colon and a blank are missing after the key. Repair:',
  );
  expect(said).toContain('The site could not be built. What has to be repaired stands above.');
  await stillYesterday();
});

test('a build that fails in the middle leaves nothing behind either', async () => {
  const page = join(root, 'src/pages/[lang]/about-nothing.astro');
  await writeFile(page, '---\nthrow new Error("in the middle");\n---\n');
  const { code, said } = await run('server/build-site.ts');
  await rm(page);
  expect(code).toBe(1);
  expect(said).toContain('The site could not be built.');
  await stillYesterday();
});
