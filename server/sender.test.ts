import type { Context } from 'hono';
import { afterEach, expect, test, vi } from 'vitest';
import { senderOf } from './sender.ts';

afterEach(() => vi.unstubAllEnvs());

const senderAt = (address: string) => senderOf({ req: { header: () => address } } as unknown as Context);

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1:2:3:4', '2001:db8:0:0'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['203.0.113.7', '203.0.113.7'],
])('%s counts as %s', (address, sender) => {
  vi.stubEnv('TRUST_PROXY', '1');
  expect(senderAt(address)).toBe(sender);
});
