/**
 * A data folder with everything in it but people, made once for a run. Each test that starts the product starts from a copy:
 * making it anew took a third of the time of the journeys.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDatabase } from '../server/database.ts';
import { openFolder } from '../server/folder.ts';
import { prepareDatabase } from '../server/prepare.ts';
import { readSecrets } from '../server/secrets.ts';

const run = promisify(execFile);

/** Vitest's global setup; the processes of the tests inherit where the folder is. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await newFolder();
  const secrets = await readSecrets(folder);
  const database = await startDatabase(folder, secrets.database, { fsync: 'off' });
  await prepareDatabase(database.url, { demo: false });
  await database.stop();
  process.env['READY_FOLDER'] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** A data folder of one's own: a copy of the ready one where there is one, else empty. */
export async function ownFolder(): Promise<{ folder: string; ready: boolean }> {
  const folder = await newFolder();
  const ready = process.env['READY_FOLDER'];
  // With its owners: Postgres takes no folder that belongs to somebody else.
  if (ready) await run('cp', ['-a', `${ready}/.`, folder]);
  return { folder, ready: ready !== undefined };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fotfeste-'));
  await openFolder(folder);
  return folder;
}
