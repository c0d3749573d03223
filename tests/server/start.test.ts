import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../server/database.ts';
import type { Running } from '../../server/lock.ts';

interface Started {
  process: ChildProcess;
  said: () => string;
  /** Exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
}

let folder: string;
let port: number;
const started: Started[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fotfeste-start-'));
});
afterEach(async () => {
  for (const each of started.splice(0)) {
    each.process.kill('SIGTERM');
    await each.ended;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm start` with a data folder of its own, and without the build. */
async function start(data: string, options: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Started> {
  port = await freePort();
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
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const one = { process: child, said: () => said, ended };
  started.push(one);
  return one;
}

async function serving(data: string): Promise<Started & { running: Running }> {
  const one = await start(data);
  await expect.poll(() => one.said(), { timeout: 30_000 }).toContain('Ctrl-C stops everything');
  return { ...one, running: await note(data) };
}

const note = async (data: string) =>
  JSON.parse(await readFile(join(data, 'running.json'), 'utf8')) as Running;
const postmaster = async (data: string) =>
  Number((await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One sentence (or two), no stack, and a code that says no. */
async function refused(one: Started, words: RegExp): Promise<void> {
  expect(await one.ended).toBe(1);
  expect(one.said()).toMatch(words);
  expect(one.said()).not.toMatch(/\n\s+at /);
}

test('it says the steps with their times, and the database listens on this machine only', async () => {
  const { said, running } = await serving(join(folder, 'steps'));
  expect(said()).toMatch(/database\s+\d+\.\d s[\s\S]*prepare\s+\d+\.\d s[\s\S]*Mailbox/);
  expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200);
  const sql = postgres(running.databaseUrl!, { max: 1 });
  const [settings] =
    await sql`select current_setting('listen_addresses') as host, current_setting('fsync') as fsync`;
  await sql.end();
  expect(settings).toEqual({ host: '127.0.0.1', fsync: 'on' });
});

test('secrets and the note of the running server are for their owner only', async () => {
  const data = join(folder, 'steps');
  await serving(data);
  for (const name of ['secrets.json', 'running.json']) {
    expect([name, (await stat(join(data, name))).mode & 0o777]).toEqual([name, 0o600]);
  }
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s leaves no process and no note', async (signal) => {
  const data = join(folder, 'steps');
  const one = await serving(data);
  const database = await postmaster(data);
  const before = Date.now();
  one.process.kill(signal);
  expect(await one.ended).toBe(0);
  expect(Date.now() - before).toBeLessThan(5000);
  expect(alive(database)).toBe(false);
  await expect(note(data)).rejects.toThrow();
});

test.each([0, 300, 900])(
  'SIGTERM in the middle of a start, after %i ms more, leaves no process',
  async (more) => {
    const data = join(folder, `early-${more}`);
    const one = await start(data);
    const begun = () =>
      note(data).then(
        () => true,
        () => false,
      );
    await expect.poll(begun).toBe(true);
    await new Promise((done) => setTimeout(done, more));
    one.process.kill('SIGTERM');
    await one.ended;
    await expect(postmaster(data)).rejects.toThrow('ENOENT');
    expect((await serving(data)).running.pid).not.toBe(one.process.pid);
  },
);

test('when npm is ended, what it started ends too', async () => {
  const data = join(folder, 'steps');
  port = await freePort();
  const options = ['--no-build', '--empty', '--data', data, '--port', String(port)];
  const npm = spawn('npm', ['start', '--', ...options], { stdio: 'ignore' });
  const running = async () =>
    note(data).then(
      ({ databaseUrl }) => Boolean(databaseUrl),
      () => false,
    );
  await expect.poll(running, { timeout: 30_000 }).toBe(true);
  const [server, database] = [(await note(data)).pid, await postmaster(data)];
  npm.kill('SIGTERM');
  await expect.poll(() => [alive(server), alive(database)], { timeout: 5000 }).toEqual([false, false]);
});

test('a second start beside a running one says so, and the first goes on', async () => {
  const data = join(folder, 'steps');
  const first = await serving(data);
  const firstPort = port;
  await refused(await start(data), /Already running on http:\/\/localhost:\d+ \(process \d+\)/);
  await refused(await start(data, ['--fresh']), /Already running/);
  expect((await fetch(`http://localhost:${firstPort}/health`)).status).toBe(200);
  expect(alive(first.process.pid!)).toBe(true);
});

test('a taken port is named', async () => {
  const taken: Server = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port: number } = taken.address() as { port: number };
  await refused(
    await start(join(folder, 'port'), ['--port', String(number)]),
    new RegExp(`Port ${number} is taken`),
  );
  taken.close();
});

test('what is in the way of the data folder is named and left as it is', async () => {
  const path = join(folder, 'file');
  await writeFile(path, 'mine');
  await refused(await start(path), /data folder .* cannot be used: it is a file/);
  expect(await readFile(path, 'utf8')).toBe('mine');
});

test('a half-written data folder is named and left as it is; --fresh starts anew', async () => {
  const data = join(folder, 'half');
  await mkdir(join(data, 'postgres'), { recursive: true });
  await writeFile(join(data, 'postgres/PG_VERSION'), '18\n');
  await refused(await start(data), /is incomplete: .* is missing\. Nothing was changed/);
  expect(await readFile(join(data, 'postgres/PG_VERSION'), 'utf8')).toBe('18\n');
  const fresh = await start(data, ['--fresh']);
  await expect.poll(() => fresh.said(), { timeout: 30_000 }).toContain('Ctrl-C stops everything');
});

test('a first start that was cut short is simply begun again', async () => {
  const data = join(folder, 'cut');
  await mkdir(join(data, 'postgres.new/base'), { recursive: true });
  await serving(data);
});

test('a damaged secrets file is named', async () => {
  const data = join(folder, 'secrets');
  await mkdir(data);
  await writeFile(join(data, 'secrets.json'), '{"jwt": ');
  await refused(await start(data), /secrets\.json cannot be read/);
});

test('an unknown option is answered with the known ones', async () => {
  const one = await start(join(folder, 'option'), ['--frsh']);
  expect(await one.ended).toBe(2);
  expect(one.said()).toContain('--fresh');
});

test('after kill -9 of server and database every committed row is there', async () => {
  const data = join(folder, 'killed');
  const first = await serving(data);
  const writer = postgres(first.running.databaseUrl!, { max: 20, onnotice: () => {} });
  await writer`create table public.killed (n integer primary key)`;
  const committed: number[] = [];
  let next = 0;
  const write = async () => {
    for (;;) {
      const n = next++;
      await writer`insert into public.killed values (${n})`;
      committed.push(n);
    }
  };
  const writing = Promise.allSettled(Array.from({ length: 20 }, write));
  await expect.poll(() => committed.length).toBeGreaterThan(500);
  process.kill(await postmaster(data), 'SIGKILL');
  first.process.kill('SIGKILL');
  await writing;
  await writer.end({ timeout: 0 });

  const again = await serving(data);
  const reader = postgres(again.running.databaseUrl!, { max: 1 });
  const rows = new Set((await reader<{ n: number }[]>`select n from public.killed`).map(({ n }) => n));
  await reader.end();
  expect(committed.filter((n) => !rows.has(n))).toEqual([]);
});

test('after kill -9 of the server alone its database is ended in order and started again', async () => {
  const data = join(folder, 'killed');
  const first = await serving(data);
  const orphan = await postmaster(data);
  first.process.kill('SIGKILL');
  await first.ended;
  expect(alive(orphan)).toBe(true);
  await serving(data);
  expect(alive(orphan)).toBe(false);
});

test('a note of Postgres whose number now belongs to another program does not stop a start', async () => {
  const data = join(folder, 'killed');
  const one = await serving(data);
  one.process.kill('SIGTERM');
  await one.ended;
  await writeFile(join(data, 'postgres/postmaster.pid'), `${process.pid}\n${data}/postgres\n`);
  await serving(data);
});

test('when the database dies, the server says so and ends', async () => {
  const data = join(folder, 'steps');
  const one = await serving(data);
  process.kill(await postmaster(data), 'SIGKILL');
  await refused(one, /database ended unexpectedly/);
});
