import type { Hono } from 'hono';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfChanged } from './build-site.ts';
import { startDatabase, type Database } from './database.ts';
import { openFolder } from './folder.ts';
import { holdSite } from './held-site.ts';
import { listen } from './listen.ts';
import { takeLock } from './lock.ts';
import { readOptions, type Options } from './options.ts';
import { endOrphan } from './postgres-orphan.ts';
import { prepareDatabase } from './prepare.ts';
import { whenOrphaned } from './orphaned.ts';
import { Problem } from './problem.ts';
import { readSecrets } from './secrets.ts';
import { openBackstage } from './serve.ts';
import { step } from './steps.ts';
import { welcome } from './welcome.ts';

/** How to end what was begun; in this order. */
const endings: Record<
  'sources' | 'listening' | 'serving' | 'database' | 'lock',
  (() => Promise<unknown>) | null
> = {
  sources: null,
  listening: null,
  serving: null,
  database: null,
  lock: null,
};
const stopping = new AbortController();

async function start(options: Options): Promise<void> {
  const { address, siteUrl } = options;
  let answering: Hono | null = null;
  await openFolder(options.data);
  const lock = await takeLock(options.data, address);
  endings.lock = lock.release;
  const listening = await listen(options.port, options.host, () => answering);
  endings.listening = listening.close;
  if (options.fresh) await forget(options.data);
  const secrets = await readSecrets(options.data);

  const building =
    options.build && !options.dev
      ? step('build', () => buildIfChanged({ site: options.site, siteUrl, signal: stopping.signal }))
      : Promise.resolve();
  const storing = (async () => {
    const database = await step('database', () => openDatabase(options.data, secrets.database));
    await lock.note(database.url);
    await step('prepare', () => prepareDatabase(database.url, { demo: !options.empty }));
    const smtpUrl = process.env['SMTP_URL'];
    const backstage = await step('backstage', () =>
      openBackstage({ databaseUrl: database.url, secrets, siteUrl, smtpUrl }),
    );
    endings.serving = backstage.stop;
    return { database, backstage };
  })();
  const [{ database, backstage }] = await Promise.all([storing, building]);
  if (stopping.signal.aborted) return;
  const serving = await step('serve', async () =>
    backstage.serve(await holdSite(options.site, options.data)),
  );
  endings.serving = serving.stop;
  if (options.dev) {
    const { serveSources } = await import('./dev-site.ts');
    const sources = await step('sources', () => serveSources(serving.api));
    endings.sources = sources.close;
    answering = sources.api;
  } else {
    answering = serving.api;
  }
  await welcome(address, database.url, { mailbox: serving.mailbox, smtp: Boolean(process.env['SMTP_URL']) });
  void database.lost.then((words) =>
    end(1, `${words}The database ended unexpectedly. Start again: nothing that was saved is lost.`),
  );
}

async function openDatabase(folder: string, password: string): Promise<Database> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, stop: async () => {}, lost: new Promise(() => {}) };
  const starting = startDatabase(folder, password, {}, stopping.signal);
  // Asked to stop in the middle of this, we end it too, at whatever point it is.
  endings.database = async () => (await starting).stop();
  return starting;
}

async function forget(folder: string): Promise<void> {
  if (process.env['DATABASE_URL'])
    throw new Problem('--fresh forgets only the embedded database, and DATABASE_URL is set.');
  // A database that outlived its server would go on in a folder that is gone.
  await endOrphan(join(folder, 'postgres'));
  for (const name of ['postgres', 'postgres.new', 'secrets.json'])
    await rm(join(folder, name), { recursive: true, force: true });
}

let ending: Promise<never> | null = null;

/** Stops everything, says why if there is a reason, and leaves. */
function end(code: number, reason?: string): Promise<never> {
  ending ??= (async () => {
    if (reason) console.error(reason);
    stopping.abort();
    setTimeout(() => process.exit(code || 1), 9000).unref();
    for (const stop of Object.values(endings)) await stop?.().catch(() => {});
    process.exit(code);
  })();
  return ending;
}

process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
process.on('SIGHUP', () => void end(0));
whenOrphaned(() => void end(0));

start(readOptionsOrEnd()).catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  void end(1, error instanceof Problem ? error.message : String((error as Error)?.stack ?? error));
});

function readOptionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
