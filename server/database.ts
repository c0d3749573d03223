import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { endOrphan } from './postgres-orphan.ts';
import { openCluster } from './postgres-folder.ts';
import { findAccount, findPrograms, spawnAs, type Account, type Programs } from './postgres-programs.ts';

/** A database to work with, and the way to end what was started for it. */
export interface Database {
  url: string;
  stop: () => Promise<void>;
  /** Resolves with its last words when the database ends without having been asked to. */
  lost: Promise<string>;
}

/** Where days begin and end: as supabase/schemas/00_foundation.sql says of the database, for its clones as well. */
export const timezone = 'Europe/Oslo';

const name = 'fotfeste';

/**
 * Starts the embedded Postgres of a data folder, for this machine only.
 * @param folder data folder whose lock the caller holds
 * @param settings Postgres settings beside our own, such as `{ fsync: 'off' }` in tests
 * @param signal ends a start that is under way, which may take longer than anybody who asked to stop waits
 */
export async function startDatabase(
  folder: string,
  password: string,
  settings: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Database> {
  const programs = await findPrograms();
  const account = await findAccount([folder, dirname(programs.postgres)]);
  const cluster = join(folder, 'postgres');
  await openCluster(cluster, programs, account, password, signal);
  await endOrphan(cluster);
  const port = await freePort();
  const child = await startPostgres(cluster, port, programs, account, settings, signal);
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  let asked = false;
  // Whatever ends this process, short of kill -9, the database is told to end with it.
  const leave = () => child.kill('SIGINT');
  process.once('exit', leave);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let last = '';
  child.stderr?.on('data', (chunk: Buffer) => (last = (last + chunk.toString()).slice(-1000)));
  const lost = new Promise<string>((resolve) => void ended.then(() => asked || resolve(last)));
  const stop = async () => {
    asked = true;
    process.off('exit', leave);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    const impatience = setTimeout(() => child.kill('SIGQUIT'), 5000);
    await ended;
    clearTimeout(impatience);
  };
  try {
    await ensureDatabase(url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, lost };
}

async function startPostgres(
  cluster: string,
  port: number,
  programs: Programs,
  account: Account,
  settings: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<ChildProcess> {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    log_min_messages: 'log',
    // Statements may hold personal data; they stay out of the log.
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    timezone,
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  // A killed database's children let go of its shared memory within a moment; until then a new one is refused.
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted();
    // Detached, so that Ctrl-C reaches the server first, which then ends the database in order.
    const child = spawnAs(account, programs.postgres, ['-D', cluster, '-p', String(port), ...flags], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const leave = () => child.kill('SIGINT');
    signal?.addEventListener('abort', leave);
    const complaint = await readiness(child);
    signal?.removeEventListener('abort', leave);
    if (complaint === null) return child;
    if (attempt < 40 && /shared memory block|lock file "postmaster.pid"/.test(complaint)) {
      await new Promise((done) => setTimeout(done, 250));
      continue;
    }
    throw new Error(`The database did not start: ${complaint.trim()}`);
  }
}

/** Null when Postgres accepts connections, else what it said before it ended. */
function readiness(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', () => resolve(said));
    child.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (said.length < 20_000) said += text;
      if (text.includes('ready to accept connections')) resolve(null);
    });
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url.replace(/[^/]*$/, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select from pg_database where datname = ${name}`;
    if (!found) await sql.unsafe(`create database ${name}`);
  } finally {
    await sql.end();
  }
}

/** A port nobody listens on, on this machine's own address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
