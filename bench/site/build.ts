import { spawn } from 'node:child_process';
import { glob, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './articles.ts';
import { watchFamily, type Use } from './family.ts';
import type { Generator } from './generator.ts';

/** One build, from the command to its end. */
export interface Built extends Use {
  ms: number;
}

/**
 * Builds the articles from nothing: no output, no cache of an earlier build.
 * @throws with what the generator said, if it fails or leaves an article out
 */
export async function build(generator: Generator, articles: Article[]): Promise<Built> {
  const { name, folder, command, output, address } = generator;
  await generator.prepare(articles);
  const begin = performance.now();
  const child = spawn(process.execPath, command, { cwd: folder, env: environment() });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const watch = watchFamily(child.pid!);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  const ms = performance.now() - begin;
  const use = await watch.stop();
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${said.slice(-4000)}`);
  for (const article of articles) {
    const page = join(folder, output, address(article), 'index.html');
    await stat(page).catch(() => {
      throw new Error(`${name} did not write ${page}:\n${said.slice(-2000)}`);
    });
  }
  return { ms, ...use };
}

/** All bytes of a built site; packed copies beside the files apart. */
export async function bytesOf({ folder, output }: Generator): Promise<{ files: number; packed: number }> {
  const bytes = { files: 0, packed: 0 };
  for await (const entry of glob('**/*', { cwd: join(folder, output), withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size } = await stat(join(entry.parentPath, entry.name));
    bytes[entry.name.endsWith('.br') ? 'packed' : 'files'] += size;
  }
  return bytes;
}

/** Takes away what a generator has built. */
export const clear = ({ folder }: Generator): Promise<void> => rm(folder, { recursive: true, force: true });

/** A build as on a fresh machine: no telemetry, production, and of ours what the others make too. */
export function environment(): NodeJS.ProcessEnv {
  const alike = { BOOKLETS: '', SOCIAL: '', PACKED: '' };
  return { ...process.env, ...alike, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', CI: 'true' };
}
