/**
 * One Postgres for a whole test run, with two databases to clone: `ground` is an empty Supabase project with its wide
 * default grants, `product` has the migrations and the content in it.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { syncContent } from '../scripts/sync-content.ts';
import { startDatabase } from '../server/database.ts';
import { migrate } from '../server/migrations.ts';
import { prepareGround } from '../server/prepare.ts';

/** Durability is not what tests are about: nothing is flushed to the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/**
 * Starts the cluster. `url` names its database `postgres`; `stop` ends it and removes its folder.
 * @param more settings of Postgres, beside those of the product and of all tests
 */
export async function startCluster(
  more: Record<string, string> = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'fotfeste-test-'));
  await chmod(folder, 0o755);
  const database = await startDatabase(folder, 'test', { ...settings, ...more });
  const url = named(database.url, 'postgres');
  await makeTemplate(url, 'ground', async (ground) => prepareGround(ground));
  await makeTemplate(url, 'product', fillProduct, 'ground');
  const stop = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** The same server, another database. */
export const named = (url: string, name: string) => url.replace(/[^/]*$/, name);

/** A database to be cloned, filled by `fill`. */
export async function makeTemplate(
  url: string,
  name: string,
  fill: (url: string) => Promise<void>,
  template = 'template1',
) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name} template ${template}`);
  await sql.end();
  await fill(named(url, name));
}

async function fillProduct(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrate(sql, join(import.meta.dirname, '../supabase/migrations'));
    await syncContent(sql);
    await sql`analyze`;
  } finally {
    await sql.end();
  }
}
