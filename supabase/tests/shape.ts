/** A database's whole shape as text, one line a thing, to compare two of them. */
import type { Sql } from 'postgres';

const ours = `in ('public', 'private')`;

const queries: Record<string, string> = {
  extensions: `select extname || ' in ' || nspname as line from pg_extension e join pg_namespace n on n.oid = extnamespace`,
  columns: `select c.oid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
      || attidentity::text || attgenerated::text || attstorage::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
      || ' ' || coalesce(c.reloptions::text, '') as line
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
      left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
    where nspname ${ours} and attnum > 0 and not attisdropped and relkind in ('r', 'v', 'm', 'c')`,
  types: `select t.oid::regtype || ' ' || coalesce((select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum
      where enumtypid = t.oid), '') as line from pg_type t join pg_namespace n on n.oid = typnamespace where nspname ${ours}`,
  constraints: `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(c.oid) as line
    from pg_constraint c join pg_namespace n on n.oid = connamespace where nspname ${ours}`,
  indexes: `select indexdef as line from pg_indexes where schemaname ${ours}`,
  functions: `select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = pronamespace
    where nspname ${ours}`,
  policies: `select tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' ' || permissive || ' '
      || coalesce(qual, '') || ' ' || coalesce(with_check, '') as line from pg_policies where schemaname ${ours}`,
  'row security': `select c.oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity as line from pg_class c
    join pg_namespace n on n.oid = relnamespace where nspname ${ours} and relkind = 'r'`,
  triggers: `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = tgrelid
    join pg_namespace n on n.oid = relnamespace where nspname ${ours} and not tgisinternal`,
  grants: `select c.oid::regclass || ' ' || coalesce(relacl::text, 'owner') as line from pg_class c
      join pg_namespace n on n.oid = relnamespace where nspname ${ours}
    union all select p.oid::regprocedure || ' ' || coalesce(proacl::text, 'owner') from pg_proc p
      join pg_namespace n on n.oid = pronamespace where nspname ${ours}
    union all select nspname || ' ' || coalesce(nspacl::text, 'owner') from pg_namespace where nspname ${ours}`,
  'default grants': `select coalesce(nspname, 'everywhere') || ' ' || defaclobjtype::text || ' ' || defaclacl::text as line
    from pg_default_acl left join pg_namespace n on n.oid = defaclnamespace`,
};

/** Every line by kind, sorted. */
export async function shapeOf(sql: Sql): Promise<Record<string, string[]>> {
  const shape: Record<string, string[]> = {};
  for (const [kind, query] of Object.entries(queries)) {
    const rows = await sql.unsafe<{ line: string }[]>(query);
    shape[kind] = rows.map(({ line }) => line).sort();
  }
  return shape;
}
