import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { errorCode, Problem } from './problem.ts';

/** A server that answers, and can be told to stop. */
export interface Listening {
  close: () => Promise<void>;
}

/**
 * Opens the port. `localhost` means both of its addresses, so that it does not matter which one a browser tries first.
 * Called before the long steps with `api` still to come, so that a taken port is known at once.
 */
export async function listen(port: number, host: string, api: () => Hono | null): Promise<Listening> {
  const answer = getRequestListener(
    (request, env) => api()?.fetch(request, env) ?? new Response('Starting', { status: 503 }),
  );
  const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(
      servers.map((server) => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        return closed;
      }),
    );
  };
  for (const name of hosts) {
    const server = createServer(
      { requestTimeout: 30_000, headersTimeout: 10_000 },
      (request, response) => void answer(request, response),
    );
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, name, resolve);
      });
      servers.push(server);
    } catch (error) {
      // Machines without IPv6 have only the first of the two.
      if (name === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(errorCode(error))) continue;
      await close();
      if (errorCode(error) === 'EADDRINUSE')
        throw new Problem(`Port ${port} is taken by another program. Choose another one with --port N.`);
      if (errorCode(error) === 'EACCES')
        throw new Problem(`Port ${port} may not be opened by you. Choose one above 1023 with --port N.`);
      throw new Problem(`The address ${name}, port ${port}, cannot be opened: ${errorCode(error)}.`);
    }
  }
  return { close };
}
