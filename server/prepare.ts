import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { ensureAuthSchema } from './backend.ts';
import { syncContent } from '../scripts/sync-content.ts';
import { fillWorld } from '../supabase/seeds/world.ts';
import { migrate } from './migrations.ts';

const root = join(import.meta.dirname, '..');

/**
 * Brings a database to where the product can run on it: what Supabase brings along, the migrations, the content,
 * and the demo people if they are wanted and nobody is there.
 */
export async function prepareDatabase(url: string, { demo }: { demo: boolean }): Promise<void> {
  await prepareGround(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrate(sql, join(root, 'supabase/migrations'));
    await syncContent(sql);
    if (demo) await fillWhereNobodyIs(sql);
    // So many new rows at once are planned for only when they have been counted.
    await sql`analyze`;
  } finally {
    await sql.end();
  }
}

/** Makes a plain Postgres look like a new Supabase project, wide default grants and all. */
export async function prepareGround(url: string): Promise<void> {
  await ensureAuthSchema(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(ground).simple();
  } finally {
    await sql.end();
  }
}

/**
 * Supabase grants everything new in `public` to everybody unless told otherwise; what is safe here is safe there.
 * `auth.uid()` and `auth.role()` read the claims the way Supabase's own do.
 */
const ground = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin noinherit; end if;
    if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin noinherit; end if;
    if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin noinherit bypassrls; end if;
  end $$;
  create schema if not exists extensions;
  grant usage on schema public, extensions, auth to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  create or replace function auth.uid() returns uuid language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.sub', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
  $$;
  create or replace function auth.role() returns text language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.role', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
  $$;
  create or replace function auth.email() returns text language sql stable as $$
    select coalesce(
      nullif(current_setting('request.jwt.claim.email', true), ''),
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
  $$;
`;

/** Demo people, where there is nobody yet: never among people who are real. Cut short, it has not happened. */
async function fillWhereNobodyIs(sql: Sql): Promise<void> {
  const [somebody] = await sql`select from auth.users limit 1`;
  if (somebody) return;
  // `sql` has a single connection.
  await sql`begin`;
  await fillWorld(sql);
  await sql`commit`;
}
