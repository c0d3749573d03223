import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Who sent a request, for limits: the address, or for IPv6 the network it belongs to.
 * Behind a proxy of one's own (`TRUST_PROXY=1`), what the proxy says; otherwise anybody could say anything.
 */
export function senderOf(c: Context): string {
  const told =
    process.env['TRUST_PROXY'] === '1' ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : null;
  const address = (told || getConnInfo(c).remote.address || 'unknown').replace(/^::ffff:/, '');
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
