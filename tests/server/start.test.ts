import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { freePort } from '../../server/database.ts';
import { alive, folder, note, postmaster, refused, serving, start } from './started.ts';

test('it says the steps with their times, and the database listens on this machine only', async () => {
  const { said, running, port } = await serving(join(folder, 'steps'));
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
  one.process.kill(signal);
  expect(await one.ended).toBe(0);
  expect(alive(database)).toBe(false);
  await expect(note(data)).rejects.toThrow();
});

test.each([0, 600])('SIGTERM in the middle of a start, after %i ms more, leaves no process', async (more) => {
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
});

test('when npm is ended, what it started ends too', async () => {
  const data = join(folder, 'steps');
  const port = await freePort();
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
  await expect.poll(() => [alive(server), alive(database)], { timeout: 30_000 }).toEqual([false, false]);
});

test('a second start beside a running one says so, and the first goes on', async () => {
  const data = join(folder, 'steps');
  const first = await serving(data);
  await refused(await start(data), /Already running on http:\/\/localhost:\d+ \(process \d+\)/);
  await refused(await start(data, ['--fresh']), /Already running/);
  expect((await fetch(`http://localhost:${first.port}/health`)).status).toBe(200);
  expect(alive(first.process.pid!)).toBe(true);
});

test('another site that comes into its place while it is served changes nothing until the next start', async () => {
  const [data, site] = [join(folder, 'steps'), join(folder, 'site')];
  const build = async (text: string) => {
    await rm(site, { recursive: true, force: true });
    await mkdir(join(site, '_astro'), { recursive: true });
    await writeFile(join(site, 'index.html'), text);
    await writeFile(join(site, `_astro/${text}.js`), text);
  };
  await build('one');
  const first = await serving(data, ['--site', site]);
  await build('two');
  const asked = async (port: number, path: string) => (await fetch(`http://localhost:${port}${path}`)).text();
  expect([await asked(first.port, '/'), await asked(first.port, '/_astro/one.js')]).toEqual(['one', 'one']);
  first.process.kill('SIGTERM');
  await first.ended;
  const second = await serving(data, ['--site', site]);
  expect([await asked(second.port, '/'), await asked(second.port, '/_astro/two.js')]).toEqual(['two', 'two']);
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
  await serving(data, ['--fresh']);
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
