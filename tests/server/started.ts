import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect } from 'vitest';
import { freePort } from '../../server/database.ts';
import type { Running } from '../../server/lock.ts';

/** A server in a process of its own. */
export interface Started {
  process: ChildProcess;
  port: number;
  said: () => string;
  /** Exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
}

/** A folder for this file's tests; whatever they start is ended, and the folder removed. */
export const folder = await mkdtemp(join(tmpdir(), 'fotfeste-start-'));
const started: Started[] = [];

afterEach(async () => {
  for (const each of started.splice(0)) {
    each.process.kill('SIGTERM');
    await each.ended;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm start` with a data folder of its own, and without the build. */
export async function start(data: string, options: string[] = []): Promise<Started> {
  const port = await freePort();
  const args = [
    'server/main.ts',
    '--no-build',
    '--empty',
    '--data',
    data,
    '--port',
    String(port),
    ...options,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const one = { process: child, port, said: () => said, ended };
  started.push(one);
  return one;
}

/** The same, once it answers. */
export async function serving(data: string, options: string[] = []): Promise<Started & { running: Running }> {
  const one = await start(data, options);
  await expect.poll(() => one.said(), { timeout: 60_000 }).toContain('Ctrl-C stops everything');
  return { ...one, running: await note(data) };
}

/** What the running server of a folder wrote down. */
export const note = async (data: string) =>
  JSON.parse(await readFile(join(data, 'running.json'), 'utf8')) as Running;

/** The process number of a folder's Postgres. */
export const postmaster = async (data: string) =>
  Number((await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One sentence (or two), no stack, and a code that says no. */
export async function refused(one: Started, words: RegExp): Promise<void> {
  expect(await one.ended).toBe(1);
  expect(one.said()).toMatch(words);
  expect(one.said()).not.toMatch(/\n\s+at /);
}
