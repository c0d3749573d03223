// Counts whether a reader found a page clear. Readers have no account: `verify_jwt = false` in config.toml.
import postgres from 'postgres';
import { setting } from '../shared/scheduler.ts';
import { answerReader } from '../shared/was-it-clear.ts';

const sql = postgres(setting('SUPABASE_DB_URL'), { max: 2, prepare: false });

const site = setting('PUBLIC_SITE_URL');
const isPage = async (address: string) => (await fetch(site + address, { method: 'HEAD' })).ok;

Deno.serve(
  answerReader(site, isPage, async ({ page, lang, clear }) => {
    const [row] = await sql`select private.count_clear(${page}, ${lang}, ${clear}) as counted`;
    return row?.counted === true;
  }),
);
