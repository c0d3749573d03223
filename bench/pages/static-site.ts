import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { readHeaderRules } from '../../server/header-rules.ts';
import { serveSite } from '../../server/serve-site.ts';
import { listSite } from '../../server/site-files.ts';

/** A built folder on a port of its own. */
export interface StaticSite {
  /** Origin without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/** Serves a built folder the way the product serves its site: packed with brotli, with the headers of the build. */
export async function serveFolder(folder: string): Promise<StaticSite> {
  const [files, headers] = await Promise.all([listSite(folder), readHeaderRules(folder)]);
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of headers(context.req.path)) context.res.headers.set(name, value);
  });
  app.get('*', serveSite(files));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
