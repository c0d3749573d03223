import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';

const script = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');

/**
 * Fills a database that has migrations and content with a believable crowd: the same one every time, three fifths of it
 * in the highly skilled programme, with a long tail of fields, towns, languages and answer histories.
 * @param sql one connection of the operator; temporary tables live on it
 * @returns the mentees, who are all in that programme
 */
export async function fillCrowd(sql: Sql, mentors: number): Promise<string[]> {
  const mentees = Math.max(200, Math.round(mentors / 20));
  await sql`select set_config('bench.mentors', ${String(mentors)}, false),
    set_config('bench.mentees', ${String(mentees)}, false)`;
  await sql.unsafe(await script('draws.sql')).simple();
  await sql`set session_replication_role = replica`;
  await sql.unsafe(await script('people.sql')).simple();
  await sql`reset session_replication_role`;
  // One set of trigrams built at once is many times quicker than one row at a time.
  const [index] = await sql<{ definition: string }[]>`
    select pg_get_indexdef('public.open_mentors_words'::regclass) as definition`;
  await sql`drop index public.open_mentors_words`;
  await sql`select count(private.refresh_open_mentor(person)) from public.mentors`;
  await sql`select count(private.refresh_mentee_card(person)) from public.mentees`;
  await sql`select count(private.refresh_directory(person)) from public.mentees`;
  await sql.unsafe(index!.definition);
  await sql`vacuum analyze`;
  const rows = await sql<{ person: string }[]>`
    select person from public.mentees where person <> all (select person from public.coordinators) order by saved_at, person`;
  return rows.map(({ person }) => person);
}
