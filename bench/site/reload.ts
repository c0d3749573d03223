import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../server/database.ts';
import type { Article } from './articles.ts';
import { environment } from './build.ts';
import { ours, placeOf, textOf } from './ours.ts';

/** The command that `npm run dev` runs inside itself; a build has another one. */
const astro = join(import.meta.dirname, '../../node_modules/astro/bin/astro.mjs');

/**
 * With the site of all articles open as in `npm run dev`: from saving a text until the page served says the new words.
 * @returns milliseconds of each change
 */
export async function timeReloads(articles: Article[], times: number): Promise<number[]> {
  const port = await freePort();
  const args = [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)];
  const env = { ...environment(), NODE_ENV: 'development' };
  const child = spawn(process.execPath, args, { cwd: ours.folder, env, stdio: 'ignore' });
  const ended = new Promise((done) => child.on('close', done));
  try {
    const took: number[] = [];
    for (const article of articles.slice(0, times)) {
      const url = `http://127.0.0.1:${port}${ours.address(article)}`;
      await until(url, article.title, 120_000);
      await pause(500);
      const words = `Saved at ${took.length} of ${times}`;
      const begin = performance.now();
      await writeFile(
        join(ours.folder, placeOf(article)),
        textOf({ ...article, body: `${words}.\n\n${article.body}` }),
      );
      await until(url, words, 60_000);
      took.push(performance.now() - begin);
    }
    return took;
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function until(url: string, words: string, most: number): Promise<void> {
  const end = performance.now() + most;
  while (performance.now() < end) {
    const page = await fetch(url, { signal: AbortSignal.timeout(30_000) })
      .then((answer) => answer.text())
      .catch(() => '');
    if (page.includes(words)) return;
    await pause(20);
  }
  throw new Error(`${url} never said: ${words}`);
}

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
