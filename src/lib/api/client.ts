import { PostgrestClient } from '@supabase/postgrest-js';
import { atom } from 'nanostores';
import { refusalOf } from './answer.ts';
import { backend, publicKey } from './backend.ts';
import { accessToken } from './session.ts';

let client: PostgrestClient | undefined;

function database(): PostgrestClient {
  client ??= new PostgrestClient(backend('rest/v1'), {
    headers: { apikey: publicKey },
    // What is on its way arrives even if the page is left meanwhile: a draft, for one.
    fetch: (input, init) => fetch(input, { ...init, keepalive: init?.method === 'POST' }),
  });
  return client;
}

/** Goes up after every change, so that screens read again. */
export const $changes = atom(0);

/** Reads through a database function. @throws Refusal */
export async function read<T>(verb: string, args: object = {}): Promise<T> {
  const token = await accessToken();
  const { data, error, status } = await database()
    .rpc(verb, args as Record<string, unknown>)
    .setHeader('Authorization', `Bearer ${token}`)
    .abortSignal(AbortSignal.timeout(20_000));
  if (error) throw refusalOf(error, status);
  return data as T;
}

/** Changes something through a verb, and tells the screens. @throws Refusal */
export async function act<T = void>(verb: string, args: object = {}): Promise<T> {
  const answer = await read<T>(verb, args);
  $changes.set($changes.get() + 1);
  return answer;
}

/** My own first row of a table, or null. @throws Refusal */
export async function readMine<T>(table: string, columns: string): Promise<T | null> {
  const token = await accessToken();
  const { data, error, status } = await database()
    .from(table)
    .select(columns)
    .limit(1)
    .setHeader('Authorization', `Bearer ${token}`);
  if (error) throw refusalOf(error, status);
  return (data[0] as T | undefined) ?? null;
}
