import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { insertAccounts } from '../../supabase/seeds/accounts.ts';
import { startEmbedded } from '../embedded.ts';
import { alive, folder, postmaster, refused, serving } from './started.ts';

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

test('a start that forgot --empty puts no made-up people among real ones', async () => {
  const dataDir = join(folder, 'real');
  const first = await startEmbedded({ dataDir });
  const id = '00000000-0000-4000-8000-00000000abcd';
  await insertAccounts(first.sql, [{ id, address: 'real@example.org' }], new Date());
  await first.stop();
  const second = await startEmbedded({ dataDir, demo: true });
  expect([...(await second.sql`select email from auth.users`)]).toEqual([{ email: 'real@example.org' }]);
  await second.stop();
});
