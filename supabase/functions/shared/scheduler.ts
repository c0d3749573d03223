import postgres, { type Sql } from 'postgres';
import { reasonOf } from '../../../server/reason.ts';

/** A setting of the project (`supabase secrets set`); an address without the slash at its end. */
export function setting(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`Set ${name} with "supabase secrets set".`);
  return name.endsWith('_URL') ? value.replace(/\/$/, '') : value;
}

/** Does a job for whoever knows the scheduler's secret, on the operator's connection, and answers with what came of it. */
export function answerScheduler(
  job: (sql: Sql) => Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!(await same(request.headers.get('x-scheduler-secret') ?? '', setting('SCHEDULER_SECRET')))) {
      return new Response('Not found', { status: 404 });
    }
    const sql = postgres(setting('SUPABASE_DB_URL'), { max: 2, prepare: false });
    try {
      return Response.json((await job(sql)) ?? {});
    } catch (error) {
      // What a row holds stands in the database's own words, and is nobody's who reads logs.
      console.error(`The job stumbled: ${reasonOf(error)}`);
      return new Response('The job stumbled', { status: 500 });
    } finally {
      await sql.end({ timeout: 2 });
    }
  };
}

/** Compares hashes, so that the time taken tells nothing of the secret. */
async function same(given: string, wanted: string): Promise<boolean> {
  const hash = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const [a, b] = await Promise.all([hash(given), hash(wanted)]);
  return a.reduce((difference, byte, index) => difference | (byte ^ b[index]!), 0) === 0;
}
