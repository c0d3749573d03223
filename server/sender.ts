import { getConnInfo } from '@hono/node-server/conninfo';
import { isIPv6 } from 'node:net';
import type { Context } from 'hono';

/**
 * Who sent a request, for limits: the address, or for IPv6 the network it belongs to.
 * Behind a proxy of one's own (`TRUST_PROXY=1`), what the proxy says; otherwise anybody could say anything.
 */
export function senderOf(c: Context): string {
  const told =
    process.env['TRUST_PROXY'] === '1' ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : null;
  const address = (told || getConnInfo(c).remote.address || 'unknown').replace(/^::ffff:/, '');
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first four of eight groups; those that `::` leaves out are written. */
function networkOf(address: string): string {
  const [before = [], after] = address
    .replace(/%.*/, '')
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const left = after ? Array<string>(8 - before.length - after.length).fill('0') : [];
  return [...before, ...left, ...(after ?? [])].slice(0, 4).join(':');
}
