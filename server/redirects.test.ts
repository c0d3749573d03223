import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRedirects } from './redirects.ts';

test.each([
  ['/no/', '/nb/'],
  ['/no', '/nb/'],
  ['/no/handbook/', '/nb/handbook/'],
  ['/en/faq/', '/en/questions/'],
  ['/en/faq', '/en/questions/'],
  ['/north', undefined],
])('%s leads to %s', async (from, to) => {
  const redirects = await readRedirects(join(import.meta.dirname, '../public'));
  expect(redirects(from)).toBe(to);
});
