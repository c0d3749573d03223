import { atom } from 'nanostores';
import { refusalOf, type Refusal } from './answer.ts';
import { backend, publicKey } from './backend.ts';
import { accessToken } from './session.ts';
import { settled, unanswered } from './unanswered.ts';
import { withoutTurning } from '../bidi.ts';

/*
 * PostgREST needs a POST to call and a GET to read, and that is all we do with it. Its client library would be 4.9 kB
 * (brotli) of the 16 kB the directory may have in all.
 */

/** Goes up after every change, so that screens read again. */
export const $changes = atom(0);

/** Reads through a database function. @throws Refusal */
export async function read<T>(verb: string, args: object = {}): Promise<T> {
  await settled;
  return ask<T>(`rpc/${verb}`, { method: 'POST', body: JSON.stringify(args) });
}

/** Stores something that no screen shows: a draft, for one. It arrives even if the page is left meanwhile. @throws Refusal */
export async function keep<T = void>(verb: string, args: object = {}): Promise<T> {
  const answered = unanswered();
  const answer = ask<T>(`rpc/${verb}`, { method: 'POST', body: JSON.stringify(args), keepalive: true });
  // What was refused has been answered too.
  answer.then(answered, ({ key }: Refusal) => key !== 'offline' && answered());
  return answer;
}

/** Changes something through a verb, and tells the screens. @throws Refusal */
export async function act<T = void>(verb: string, args: object = {}): Promise<T> {
  const answer = await keep<T>(verb, args);
  $changes.set($changes.get() + 1);
  return answer;
}

/** Calls one of the few functions that let visitors in, and does not say who asks. @throws Refusal */
export function visit<T = void>(verb: string, args: object = {}): Promise<T> {
  return send<T>(`rpc/${verb}`, { method: 'POST', body: JSON.stringify(args) }, {});
}

/** The first row of a table that I may see, or null. @throws Refusal */
export async function readFirst<T>(table: string, columns: string): Promise<T | null> {
  const rows = await ask<T[]>(`${table}?select=${encodeURIComponent(columns)}&limit=1`, { method: 'GET' });
  return rows[0] ?? null;
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const as = (token: string) => send<T>(path, init, { Authorization: `Bearer ${token}` });
  const token = await accessToken();
  return as(token).catch(async (error: Refusal) => {
    if (error.key !== 'session_over') throw error;
    // Ended elsewhere, or the device's clock runs late: the backend's word counts.
    return as(await accessToken(token));
  });
}

async function send<T>(path: string, init: RequestInit, who: Record<string, string>): Promise<T> {
  const headers = { ...who, apikey: publicKey, 'Content-Type': 'application/json' };
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(`${backend('rest/v1')}/${path}`, { ...init, headers, signal }).catch(
    (error) => {
      throw refusalOf(error as Error);
    },
  );
  const text = await response.text().catch(() => '');
  const answer = parse(text);
  if (!response.ok) throw refusalOf(answer ?? {}, response.status);
  return answer as T;
}

/** Verbs that answer nothing answer an empty body. */
function parse(text: string): object | null {
  try {
    // Here once for every screen: nobody's name or words turn a page around.
    return JSON.parse(withoutTurning(text)) as object;
  } catch {
    return null;
  }
}
