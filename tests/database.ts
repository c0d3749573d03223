/** A database of its own for each test file, and the way to be somebody in it. */
import { randomUUID } from 'node:crypto';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { inject } from 'vitest';
import { named } from './cluster.ts';

/** A cloned database. `sql` is the operator's connection; `close` drops the database. */
export interface FreshDatabase {
  url: string;
  sql: Sql;
  close: () => Promise<void>;
}

/**
 * Clones a database, which takes tens of milliseconds: as files, since nothing is flushed to the disk here.
 * @param template `town` (the cast in their places), `product` (migrations and content), `ground` (an empty Supabase project)
 */
export async function freshDatabase(
  template: 'town' | 'product' | 'ground' = 'product',
  { max = 8 } = {},
): Promise<FreshDatabase> {
  const cluster = inject('cluster');
  const operator = postgres(cluster, { max: 1, onnotice: () => {} });
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await operator.unsafe(`create database ${name} template ${template} strategy file_copy`);
  const url = named(cluster, name);
  const sql = postgres(url, { max, onnotice: () => {} });
  const close = async () => {
    await sql.end({ timeout: 1 });
    await operator.unsafe(`drop database ${name} with (force)`);
    await operator.end();
  };
  return { url, sql, close };
}

/**
 * Does something as a person the way the API does: one transaction, her role, her claims.
 * @param person a person's id, or null for a visitor
 */
export async function asPerson<T>(
  sql: Sql,
  person: string | null,
  act: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  const role = person ? 'authenticated' : 'anon';
  const claims = JSON.stringify(person ? { sub: person, role } : { role });
  const answer = await sql.begin(async (tx) => {
    await tx`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${claims}, true)`;
    return act(tx);
  });
  return answer as T;
}

/** What a refused act was refused with: our key, or Postgres' code where a grant or a constraint said no. */
export async function refusalOf(act: Promise<unknown>): Promise<string | null> {
  try {
    await act;
    return null;
  } catch (error) {
    const { code, message, constraint_name: constraint } = error as postgres.PostgresError;
    if (code === 'P0001') return message;
    return constraint ?? code ?? message;
  }
}
