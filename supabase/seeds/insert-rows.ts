import type { Sql } from 'postgres';

/** A row to be: column names and what postgres.js can write as JSON. */
export type Row = Record<string, unknown>;

/**
 * Inserts rows with one statement. Columns are those of the first row; a column the table does not have is left
 * out, as `auth.users` differs between hosted Supabase, the embedded backend and the small stub of the tests.
 * @param table with its schema, such as `public.people`
 */
export async function insertRows(sql: Sql, table: string, rows: Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const [schema = '', name = ''] = table.split('.');
  const known = await sql<{ column_name: string }[]>`select column_name from information_schema.columns
    where table_schema = ${schema} and table_name = ${name} and is_generated = 'NEVER'`;
  const columns = Object.keys(first).filter((column) => known.some((k) => k.column_name === column));
  await sql.unsafe(
    `insert into ${table} (${columns.join(', ')}) overriding system value
      select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [rows as never],
  );
}
