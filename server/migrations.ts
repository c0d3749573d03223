import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { Problem } from './problem.ts';

/**
 * Runs the migrations of a folder in order, each once and each in a transaction of its own.
 * A released migration that was changed afterwards is a {@link Problem}: databases would differ without a trace.
 * @returns the names that were run now
 */
export async function migrate(sql: Sql, folder: string): Promise<string[]> {
  await sql`create schema if not exists server`;
  await sql`create table if not exists server.migrations (
    name text primary key, checksum text not null, run_at timestamptz not null default now())`;
  const rows = await sql<{ name: string; checksum: string }[]>`select name, checksum from server.migrations`;
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const run: string[] = [];
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    const before = done.get(file);
    if (before === checksum) continue;
    if (before) {
      throw new Problem(
        `The migration ${file} was changed after it had run on this database. ` +
          'Put it back and write a new migration, or start anew with --fresh.',
      );
    }
    await sql.begin(async (transaction) => {
      await transaction.unsafe(text);
      await transaction`insert into server.migrations (name, checksum) values (${file}, ${checksum})`;
    });
    run.push(file);
  }
  return run;
}
