/** What the database's own catalogue says of its verbs and tables, read from a database built from the migrations. */
import postgres, { type Sql } from 'postgres';
import { named, startCluster } from '../tests/cluster.ts';

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
}
export interface Argument {
  name: string;
  type: string;
  optional: boolean;
}
export interface Verb {
  name: string;
  args: Argument[];
  returns: string;
  source: string;
  definer: boolean;
  volatile: boolean;
  /** Roles that may call it. */
  callers: string[];
}
export interface Catalogue {
  tables: { name: string; columns: Column[] }[];
  verbs: Verb[];
  /** Functions verbs are made of, by name, with their source. */
  parts: Map<string, string>;
  enums: { name: string; values: string[] }[];
  /** Named rules for what is stored. */
  checks: { name: string; table: string; rule: string }[];
}

/** Starts a database, reads it, and ends it. */
export async function readCatalogue(): Promise<Catalogue> {
  const { url, stop } = await startCluster();
  const sql = postgres(named(url, 'product'), { max: 1 });
  try {
    return {
      ...(await readTables(sql)),
      ...(await readFunctions(sql)),
      enums: await readEnums(sql),
      checks: await readChecks(sql),
    };
  } finally {
    await sql.end();
    await stop();
  }
}

async function readTables(sql: Sql): Promise<Pick<Catalogue, 'tables'>> {
  const rows = await sql<(Column & { table: string })[]>`
    select c.relname as table, a.attname as name, replace(format_type(a.atttypid, null), 'public.', '') as type,
      not a.attnotnull as nullable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`;
  const names = [...new Set(rows.map(({ table }) => table))];
  return {
    tables: names.map((name) => ({ name, columns: rows.filter(({ table }) => table === name) })),
  };
}

async function readFunctions(sql: Sql): Promise<Pick<Catalogue, 'verbs' | 'parts'>> {
  const rows = await sql<(Omit<Verb, 'args'> & { schema: string; names: string[]; types: string[]; defaults: number })[]>`
    select p.proname as name, n.nspname as schema, p.prosrc as source, p.prosecdef as definer,
      p.provolatile = 'v' as volatile, p.pronargdefaults as defaults,
      coalesce(p.proargnames[1:p.pronargs], '{}') as names,
      array(select replace(format_type(t, null), 'public.', '') from unnest(p.proargtypes) with ordinality as u (t, nr) order by nr) as types,
      replace(pg_get_function_result(p.oid), 'public.', '') as returns,
      array(select r from unnest(array['anon', 'authenticated']) as r where has_function_privilege(r, p.oid, 'execute')) as callers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private') order by p.proname`; // prettier-ignore
  const verbs = rows
    .filter(({ schema }) => schema === 'public')
    .map(({ names, types, defaults, ...verb }) => ({
      ...verb,
      args: names.map((name, at) => ({
        name,
        type: types[at] ?? '',
        optional: at >= names.length - defaults,
      })),
    }));
  return { verbs, parts: new Map(rows.map(({ schema, name, source }) => [`${schema}.${name}`, source])) };
}

const readEnums = (sql: Sql): Promise<Catalogue['enums']> => sql<Catalogue['enums']>`
  select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as values
  from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace
  group by t.typname order by t.typname`;

const readChecks = (sql: Sql): Promise<Catalogue['checks']> => sql<Catalogue['checks']>`
  select conname as name, conrelid::regclass::text as table, regexp_replace(pg_get_expr(conbin, conrelid), '\\s+', ' ', 'g') as rule
  from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`; // prettier-ignore

/** Every refusal a verb can raise by its own key: in its source, or in a private function it calls. */
export function refusalsOf(verb: Verb, parts: Catalogue['parts']): string[] {
  const seen = new Set<string>();
  const keys = new Set<string>();
  const read = (source: string): void => {
    for (const [, key = ''] of source.matchAll(/private\.refuse\('(\w+)'\)/g)) keys.add(key);
    for (const [, name = ''] of source.matchAll(/\b((?:private|public)\.\w+)\(/g)) {
      if (seen.has(name)) continue;
      seen.add(name);
      read(parts.get(name) ?? '');
    }
  };
  read(verb.source);
  return [...keys].sort();
}
