import type { Context, Handler } from 'hono';
import type { Backend } from './backend.ts';
import { sessionOf, type LiveSessions } from './live-sessions.ts';
import { senderOf } from './sender.ts';
import { perSender } from './sign-in-limits.ts';

/** Where requests go, and who may send them. */
export interface Forwarding {
  backend: Backend;
  publishableKey: string;
  sessions: LiveSessions;
}

/** Of the backend's sign-in, only this is reachable; asking for a code and checking it are the guard's. */
const authPaths = new Set([
  'POST /auth/v1/token?grant_type=refresh_token',
  'POST /auth/v1/logout',
  'GET /auth/v1/user',
]);

/** Renewing a session, ending it, and asking who one is. */
export function forwardAuth(to: Forwarding, renewals: number): Handler {
  const mayRenew = perSender(renewals, 300);
  return async (c) => {
    const grant = c.req.path === '/auth/v1/token' ? `?grant_type=${c.req.query('grant_type')}` : '';
    if (!authPaths.has(`${c.req.method} ${c.req.path}${grant}`)) return closed(c);
    if (grant && !mayRenew(senderOf(c)))
      return c.json({ code: 429, error_code: 'too_many', msg: 'too_many:300' }, 429);
    const answer = await forward(c, to);
    if (c.req.path === '/auth/v1/logout') to.sessions.forget();
    return answer;
  };
}

/** Calling verbs and reading tables. Changes go through verbs only, and the list of everything stays closed. */
export function forwardRest(to: Forwarding, visits: number): Handler {
  const mayVisit = perSender(visits, 300);
  return async (c) => {
    const { method, path } = c.req;
    const verb = method === 'POST' && /^\/rest\/v1\/rpc\/[a-z][a-z0-9_]*$/.test(path);
    const reading = (method === 'GET' || method === 'HEAD') && /^\/rest\/v1\/[a-z][a-z0-9_]*$/.test(path);
    if (!verb && !reading) return closed(c);
    // Whoever shows no session has a link at most: guessing its secret is hopeless, and trying is made slow.
    if (!sessionOf(c.req.header('Authorization')) && !mayVisit(senderOf(c)))
      return c.json({ code: 'P0001', message: 'too_many_visits', details: null, hint: null }, 429);
    if (await to.sessions.allows(c.req.header('Authorization'))) return forward(c, to);
    return c.json({ code: 'PGRST301', message: 'session_over', details: null, hint: null }, 401);
  };
}

function closed(c: Context) {
  return c.json({ code: 'not_found', message: 'not_found', details: null, hint: null }, 404);
}

const passedOn = ['content-type', 'content-range', 'preference-applied', 'x-supabase-api-version'];

async function forward(c: Context, { backend, publishableKey }: Forwarding): Promise<Response> {
  const url = new URL(c.req.url);
  // The key says which project, not who; a caller's own could only be wrong, or the secret one.
  url.searchParams.delete('apikey');
  const headers = new Headers(c.req.raw.headers);
  headers.set('apikey', publishableKey);
  const body = ['GET', 'HEAD'].includes(c.req.method) ? null : await c.req.arrayBuffer();
  const answer = await backend.fetch(new Request(url, { method: c.req.method, headers, body }));
  const kept = new Headers();
  for (const name of passedOn) {
    const value = answer.headers.get(name);
    if (value) kept.set(name, value);
  }
  if (answer.status >= 500 && (await answer.clone().text()).includes('"SUP"')) {
    return c.json({ code: 'unexpected', message: 'unexpected', details: null, hint: null }, 500);
  }
  return new Response(answer.body, { status: answer.status, headers: kept });
}
