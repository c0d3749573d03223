import postgres from 'postgres';
import type { Hono } from 'hono';
import { createApi } from './api.ts';
import { startBackend } from './backend.ts';
import { codeMailer } from './code-mail.ts';
import { createGuard } from './guard.ts';
import { readHeaderRules } from './header-rules.ts';
import { openMailbox } from './mailbox.ts';
import { readRedirects } from './redirects.ts';
import type { Secrets } from './secrets.ts';
import { signInCodes, openSignInTable } from './sign-in-codes.ts';
import { signInCrypto } from './sign-in-crypto.ts';
import { signInLimits, type SignInLimits } from './sign-in-limits.ts';
import { listSite } from './site-files.ts';
import { openSmtp } from './transport.ts';
import { startWorker, type Worker } from './worker.ts';

/** What a running product consists of, beside its database. */
export interface Serving {
  api: Hono;
  worker: Worker;
  /** Whether mails can be read at `/mailbox/`. */
  mailbox: boolean;
  stop: () => Promise<void>;
}

/** How to serve. `limits` and `now` are for tests. */
export interface ServeOptions {
  databaseUrl: string;
  secrets: Secrets;
  /** What links in mails begin with. */
  siteUrl: string;
  /** Absolute folder with the built site. */
  site: string;
  smtpUrl?: string | undefined;
  /** Milliseconds to wait for a silent mail server. */
  smtpPatience?: number | undefined;
  limits?: Partial<SignInLimits> | undefined;
  now?: (() => Date) | undefined;
}

/** What needs the database only: API, sign-in and mailbox. */
export interface Backstage {
  /** Puts the site in front, once it is built, and begins to send mails. */
  serve: (site: string) => Promise<Serving>;
  stop: () => Promise<void>;
}

/** Puts site, API, sign-in, mailbox and worker together on a database that is prepared. */
export async function serve({ site, ...rest }: ServeOptions): Promise<Serving> {
  const backstage = await openBackstage(rest);
  return backstage.serve(site);
}

/** The same in two steps: what takes time and needs no site, and the rest. */
export async function openBackstage(options: Omit<ServeOptions, 'site'>): Promise<Backstage> {
  const { databaseUrl, secrets, siteUrl, smtpUrl, smtpPatience, limits, now } = options;
  const sql = postgres(databaseUrl, { max: 6, onnotice: () => {} });
  await openSignInTable(sql);
  const from = process.env['MAIL_FROM'] ?? `Fotfeste <no-reply@${new URL(siteUrl).hostname}>`;
  const mailbox = await openMailbox(sql);
  const transport = smtpUrl ? openSmtp(smtpUrl, from, smtpPatience) : mailbox;
  const allLimits = { ...signInLimits, ...limits };
  const codes = signInCodes(sql, signInCrypto(secrets.guard), allLimits, now ?? (() => new Date()));
  const forgetting = setInterval(() => void codes.forget().catch(() => {}), 3_600_000);
  const backend = await startBackend(databaseUrl, secrets, siteUrl);
  const sendCode = codeMailer(transport, siteUrl, allLimits.life / 60);
  const guard = createGuard(codes, backend, secrets.publishableKey, sendCode, allLimits);
  const stop = async () => {
    clearInterval(forgetting);
    await Promise.all([transport.close(), backend.close(), sql.end({ timeout: 2 })]);
  };
  return {
    stop,
    async serve(site) {
      const [files, headers, redirects] = await Promise.all([
        listSite(site),
        readHeaderRules(site),
        readRedirects(site),
      ]);
      const worker = await startWorker(sql, transport, siteUrl);
      const shown = !smtpUrl && isOwnMachine(siteUrl);
      const api = createApi({
        sql,
        backend,
        guard,
        publishableKey: secrets.publishableKey,
        renewals: allLimits.renewalsPerSender,
        visits: allLimits.visitsPerSender,
        questions: allLimits.questionsPerSender,
        barriers: allLimits.barriersPerSender,
        mailbox: shown ? mailbox : null,
        files,
        headers,
        redirects,
      });
      return { api, worker, mailbox: shown, stop: () => worker.stop().then(stop) };
    },
  };
}

/** Whether only whoever sits at this machine comes here: behind a proxy, everybody seems to. */
const isOwnMachine = (siteUrl: string) =>
  process.env['TRUST_PROXY'] !== '1' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(siteUrl).hostname);
