/** Reads the matrix as it really is, to compare with how it is declared. */
import type { Sql, TransactionSql } from 'postgres';
import { id, nameOf } from './cast.ts';
import { actors, affairNames, tables, type Actor } from './matrix.ts';
import type { Verb } from './matrix-verbs.ts';
import { refusalOf } from '../../tests/database.ts';
import type { Affairs, BusyTown } from './busy-town.ts';

class Undo extends Error {}

/** Acts in a transaction that never happened. Answers what `act` answered, or throws what it threw. */
export async function pretend<T>(sql: Sql, act: (tx: TransactionSql) => Promise<T>): Promise<T> {
  let answer: T;
  await sql
    .begin(async (tx) => {
      answer = await act(tx);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return answer!;
}

/** Becomes an actor for the rest of a transaction. */
export async function become(tx: TransactionSql, actor: Actor): Promise<void> {
  const role = actor === 'visitor' ? 'anon' : 'authenticated';
  const claims = JSON.stringify(actor === 'visitor' ? { role } : { role, sub: id[actor] });
  await tx`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${claims}, true)`;
}

/** The names of the rows an actor sees, sorted; or `refused`. */
export async function rowsSeen(
  tx: TransactionSql,
  table: string,
  actor: Actor,
  is: Affairs,
): Promise<string> {
  const names = affairNames(is);
  const { row } = tables[table]!;
  try {
    const rows = await tx.savepoint(async (inner) => {
      await become(inner, actor);
      const seen = await inner.unsafe(`select ${row} as row from public.${table}`);
      await inner`select set_config('role', 'none', true)`;
      return seen;
    });
    return rows.map(({ row: found }) => inWords(String(found), names)).sort().join(' '); // prettier-ignore
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused';
    throw error;
  }
}

const inWords = (text: string, names: Map<string, string>) =>
  text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (uuid) => names.get(uuid) ?? nameOf(uuid));

/** What every actor sees of one table, as declared. */
export function declared(table: string, everything: string): Record<Actor, string> {
  const { sees } = tables[table]!;
  const of = (actor: Actor) =>
    actor === 'visitor' ? 'refused' : sees === 'everything' ? everything : (sees[actor] ?? '');
  return Object.fromEntries(actors.map((actor) => [actor, of(actor)])) as Record<Actor, string>;
}

/** What every actor sees of one table, as it is. */
export async function actual(tx: TransactionSql, table: string, is: Affairs): Promise<Record<Actor, string>> {
  const seen: [Actor, string][] = [];
  for (const actor of actors) seen.push([actor, await rowsSeen(tx, table, actor, is)]);
  return Object.fromEntries(seen) as Record<Actor, string>;
}

/** What every actor gets for trying a verb: `works` or a key. With a mutant, in a database where that is true. */
export async function verbOutcomes(town: BusyTown, verb: Verb, mutant = ''): Promise<Record<Actor, string>> {
  const found: [Actor, string][] = [];
  for (const actor of actors) {
    const act = pretend(town.sql, async (tx) => {
      if (mutant) await tx.unsafe(mutant);
      if (verb.before) await tx.unsafe(verb.before(town.is));
      await become(tx, actor);
      await tx.unsafe(`select public.${verb.call(town.is)}`);
    });
    found.push([actor, (await refusalOf(act)) ?? 'works']);
  }
  return Object.fromEntries(found) as Record<Actor, string>;
}

/** The same as declared. */
export function declaredOutcomes(verb: Verb): Record<Actor, string> {
  const of = (actor: Actor) => {
    if (actor === 'visitor') return verb.visitors ? 'works' : '42501';
    if (verb.may === 'all' || verb.may.includes(actor)) return 'works';
    return verb.but?.[actor] ?? verb.else ?? 'works';
  };
  return Object.fromEntries(actors.map((actor) => [actor, of(actor)])) as Record<Actor, string>;
}
