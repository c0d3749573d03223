import { join } from 'node:path';
import { dev } from 'astro';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { freePort } from './database.ts';

/**
 * Puts the sources of the site, reloading at every change, in the place of a built site.
 * @param api answers its own paths as always
 */
export async function serveSources(api: Hono): Promise<{ api: Hono; close: () => Promise<void> }> {
  const [port, reloadPort] = [await freePort(), await freePort()];
  // Vite ends the process by itself at SIGTERM and at the end of input; ending in order is ours.
  process.env['CI'] ??= 'true';
  const before = process.listeners('SIGTERM');
  const server = await dev({
    root: join(import.meta.dirname, '..'),
    logLevel: 'warn',
    server: { port, host: '127.0.0.1' },
    vite: { server: { strictPort: true, ws: { host: '127.0.0.1', port: reloadPort } } },
  });
  for (const one of process.listeners('SIGTERM')) if (!before.includes(one)) process.off('SIGTERM', one);
  const front = new Hono();
  for (const path of ['/auth/v1/*', '/rest/v1/*', '/functions/v1/*', '/mailbox/', '/health']) {
    front.all(path, (c) => api.fetch(c.req.raw, c.env));
  }
  front.all('*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return proxy(`http://127.0.0.1:${port}${pathname}${search}`, c.req);
  });
  return { api: front, close: () => server.stop() };
}
