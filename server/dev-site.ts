import { join } from 'node:path';
import { dev } from 'astro';
import type { Listening } from './listen.ts';

/** Serves the sources of the site, reloading at every change, with the API of `backendPort` on the same origin. */
export async function serveSources(port: number, host: string, backendPort: number): Promise<Listening> {
  const backend = `http://127.0.0.1:${backendPort}`;
  const paths = ['/auth/v1', '/rest/v1', '/mailbox', '/health'];
  const server = await dev({
    root: join(import.meta.dirname, '..'),
    logLevel: 'warn',
    server: { port, host: host === 'localhost' ? false : host },
    vite: { server: { strictPort: true, proxy: Object.fromEntries(paths.map((path) => [path, backend])) } },
  });
  return { close: () => server.stop() };
}
