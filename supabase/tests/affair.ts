/** Reads what a verb has left behind: the row, the events, the mails. */
import type { Sql } from 'postgres';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { nameOf } from './cast.ts';

/** Acts as a person; `select public.` is put before the call. Answers what the verb answered. */
export async function act<T = unknown>(sql: Sql, person: string, call: string): Promise<T> {
  const [row] = await asPerson(sql, person, (as) => as.unsafe(`select public.${call} as answer`));
  return row!.answer as T;
}

/** Acts and is refused: answers the key, or null if it was let through after all. */
export const refused = (sql: Sql, person: string, call: string) => refusalOf(act(sql, person, call));

/** Events after `after` as `verb by whom`, and mails as `kind to whom`, in their order. */
export async function traces(sql: Sql, after: { event: number; mail: number }) {
  const events = await sql<{ verb: string; actor: string | null }[]>`
    select verb, actor from public.events where id > ${after.event} order by id`;
  const mails = await sql<{ kind: string; person: string }[]>`
    select kind, person from private.outbox where id > ${after.mail} order by id`;
  return {
    events: events.map(({ verb, actor }) => `${verb} by ${actor ? nameOf(actor) : 'the clock'}`),
    mails: mails.map(({ kind, person }) => `${kind} to ${nameOf(person)}`),
  };
}

/** Where the traces stand now. */
export async function now(sql: Sql): Promise<{ event: number; mail: number }> {
  const [row] = await sql`select coalesce((select max(id) from public.events), 0)::int as event,
    coalesce((select max(id) from private.outbox), 0)::int as mail`;
  return row as unknown as { event: number; mail: number };
}

/** Acts, and answers the traces it left. */
export async function actAndTrace(sql: Sql, person: string, call: string) {
  const before = await now(sql);
  const answer = await act(sql, person, call);
  return { answer, ...(await traces(sql, before)) };
}

/** One row as it stands. */
export async function rowOf(sql: Sql, table: string, id: string): Promise<Record<string, unknown>> {
  const [row] = await sql.unsafe(`select * from public.${table} where id = '${id}'`);
  return { ...row };
}
