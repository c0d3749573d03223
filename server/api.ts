import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Sql } from 'postgres';
import { answerReader } from '../supabase/functions/shared/was-it-clear.ts';
import type { Backend } from './backend.ts';
import type { Guard } from './guard.ts';
import type { HeaderRules } from './header-rules.ts';
import { liveSessions } from './live-sessions.ts';
import { mailboxPage } from './mailbox-page.ts';
import type { Mailbox } from './mailbox.ts';
import { forwardAuth, forwardRest } from './forward.ts';
import type { Redirects } from './redirects.ts';
import { serveSite } from './serve-site.ts';
import { senderOf } from './sender.ts';
import { perSender } from './sign-in-limits.ts';
import type { SiteFile } from './site-files.ts';

/** What the one origin is made of. */
export interface Parts {
  sql: Sql;
  backend: Backend;
  guard: Guard;
  publishableKey: string;
  /** Renewals of a session one sender may ask for in five minutes. */
  renewals: number;
  /** Calls without a session, and answers to “Was it clear?”, one sender may make in five minutes. */
  visits: number;
  /** Questions one sender may ask us in a day, signed in or not. */
  questions: number;
  /** Barriers one sender may tell of in a day, signed in or not. */
  barriers: number;
  /** Absent where mails really leave the machine, or where others than whoever sits at it may come. */
  mailbox: Mailbox | null;
  files: Map<string, SiteFile>;
  headers: HeaderRules;
  redirects: Redirects;
}

/** Site, API and mailbox behind one origin. */
export function createApi(parts: Parts): Hono {
  const api = new Hono();
  api.use(async (c, next) => {
    await next();
    // What the build says goes for the site; an answer of the API, the mailbox or a missing page says more narrowly.
    for (const [name, value] of parts.headers(c.req.path)) {
      if (name.toLowerCase() === 'cache-control' && c.res.status >= 400) continue;
      if (!c.res.headers.has(name) || name.toLowerCase() === 'cache-control') c.res.headers.set(name, value);
    }
    if (!c.res.headers.has('X-Content-Type-Options')) c.res.headers.set('X-Content-Type-Options', 'nosniff');
  });
  const answersOnly = "default-src 'none'; frame-ancestors 'none'";
  for (const path of ['/auth/v1/*', '/rest/v1/*', '/functions/v1/*', '/health']) {
    api.use(path, async (c, next) => {
      await next();
      c.res.headers.set('Cache-Control', 'no-store');
      c.res.headers.set('Content-Security-Policy', answersOnly);
    });
  }
  const tooLarge = bodyLimit({
    maxSize: 64 * 1024,
    onError: (c) => c.json({ code: 'too_large', message: 'too_large', details: null, hint: null }, 413),
  });
  api.use('/auth/v1/*', tooLarge).use('/rest/v1/*', tooLarge).use('/functions/v1/*', tooLarge);
  api.get('/health', async (c) => {
    const database = await parts.sql`select 1`.then(
      () => true,
      () => false,
    );
    return c.json({ ok: database }, database ? 200 : 503);
  });
  const forwarding = { ...parts, sessions: liveSessions(parts.sql) };
  api.post('/auth/v1/otp', parts.guard.askForCode);
  api.post('/auth/v1/verify', parts.guard.verify);
  api.all('/auth/v1/*', forwardAuth(forwarding, parts.renewals));
  const perDay = { ask_us: parts.questions, tell_barrier: parts.barriers };
  for (const [verb, most] of Object.entries(perDay)) {
    const mayCall = perSender(most, 24 * 3600);
    api.post(`/rest/v1/rpc/${verb}`, async (c, next) => {
      if (mayCall(senderOf(c))) return next();
      return c.json({ code: 'P0001', message: 'too_many_today', details: null, hint: null }, 429);
    });
  }
  api.all('/rest/v1/*', forwardRest(forwarding, parts.visits));
  const readersAnswer = answerReader(
    '',
    // While one writes there may be no built site to compare with.
    (address) => parts.files.size === 0 || parts.files.has(address),
    async ({ page, lang, clear }) => {
      const [row] = await parts.sql`select private.count_clear(${page}, ${lang}, ${clear}) as counted`;
      return row?.['counted'] === true;
    },
  );
  const mayAnswer = perSender(parts.visits, 300);
  api.post('/functions/v1/was-it-clear', (c) =>
    mayAnswer(senderOf(c)) ? readersAnswer(c.req.raw) : c.body(null, 429),
  );
  if (parts.mailbox) api.get('/mailbox/', mailboxPage(parts.mailbox));
  api.all('*', serveSite(parts.files, parts.redirects));
  api.onError((error, c) => {
    console.error(`Unexpected error at ${c.req.method} ${c.req.path}: ${error.name}`);
    return c.json({ code: 'unexpected', message: 'unexpected', details: null, hint: null }, 500);
  });
  return api;
}
