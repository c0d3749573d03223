import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { freePort, startDatabase } from '../server/database.ts';
import { openFolder } from '../server/folder.ts';
import { listen } from '../server/listen.ts';
import { prepareDatabase } from '../server/prepare.ts';
import { readSecrets } from '../server/secrets.ts';
import { serve, type Serving } from '../server/serve.ts';
import type { SignInLimits } from '../server/sign-in-limits.ts';
import { ownFolder } from './ready.ts';

/** A whole product of a test's own: site, API, mailbox, worker, database. */
export interface Embedded {
  /** Origin without a slash at the end. */
  url: string;
  databaseUrl: string;
  /** The operator's connection, past all row security. */
  sql: Sql;
  /** Sends what waits in the outbox now. */
  drain: () => Promise<unknown>;
  stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  port?: number;
  dataDir?: string;
  demo?: boolean;
  /** Folder with the built site. */
  site?: string;
  /** What links in mails begin with; its own address unless told. */
  siteUrl?: string;
  smtpUrl?: string;
  smtpPatience?: number;
  limits?: Partial<SignInLimits>;
  now?: () => Date;
}

/** All tests come from one sender, who may therefore do more than a person. */
const unhurried: Partial<SignInLimits> = {
  mailsPerSender: 10_000,
  triesPerSender: 10_000,
  renewalsPerSender: 10_000,
  visitsPerSender: 10_000,
  questionsPerSender: 10_000,
  barriersPerSender: 10_000,
};

/** Starts everything in this process, on a port and in a folder of its own unless told which. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const { folder, ready } = options.dataDir ? { folder: options.dataDir, ready: false } : await ownFolder();
  await openFolder(folder);
  const secrets = await readSecrets(folder);
  const database = await startDatabase(folder, secrets.database, { fsync: 'off' });
  try {
    if (!ready || options.demo) await prepareDatabase(database.url, { demo: options.demo ?? false });
  } catch (error) {
    await database.stop();
    throw error;
  }
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const serving: Serving = await serve({
    databaseUrl: database.url,
    secrets,
    siteUrl: options.siteUrl ?? url,
    site: options.site ?? join(import.meta.dirname, '../dist'),
    smtpUrl: options.smtpUrl,
    smtpPatience: options.smtpPatience,
    limits: { ...unhurried, ...options.limits },
    now: options.now,
  });
  const listening = await listen(port, 'localhost', () => serving.api);
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  return {
    url,
    databaseUrl: database.url,
    sql,
    drain: serving.worker.drain,
    async stop() {
      await sql.end({ timeout: 2 });
      await listening.close();
      await serving.stop();
      await database.stop();
      if (!options.dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The code and link of the newest sign-in mail to an address. */
export async function newestCode(sql: Sql, address: string): Promise<{ code: string; token: string }> {
  for (let waited = 0; waited < 5000; waited += 25) {
    const [mail] = await sql<{ text: string }[]>`select text from mailbox.mails
      where address = ${address.toLowerCase()} and text like '%/sign-in/link/#%' order by id desc limit 1`;
    const code = /^(\d{8})$/m.exec(mail?.text ?? '')?.[1];
    const token = /#(\S+)/.exec(mail?.text ?? '')?.[1];
    if (code && token) return { code, token };
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`No sign-in mail came to ${address}.`);
}
