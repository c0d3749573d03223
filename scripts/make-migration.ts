/**
 * Writes `supabase/migrations/20261121000000_first.sql` from `supabase/schemas` — until the first release. After it,
 * migrations are written by hand (or by `supabase db diff`) and never edited; a test compares what both build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const schemas = new URL('../supabase/schemas/', import.meta.url);
const migration = new URL('../supabase/migrations/20261121000000_first.sql', import.meta.url);

const files = readdirSync(schemas).filter((name) => name.endsWith('.sql')).sort(); // prettier-ignore
const body = files.map((name) => `-- ${name}\n\n${readFileSync(new URL(name, schemas), 'utf8').trim()}\n`);
writeFileSync(migration, `-- Made from supabase/schemas by scripts/make-migration.ts\n\n${body.join('\n')}`);
console.log(`${files.length} schema files → ${migration.pathname.split('/').pop()}`);
