import { expect, test } from 'vitest';
import { parseRedirects } from '../../server/redirects.ts';
import { builtFile, builtPages } from './site.ts';

const pages = new Set((await builtPages()).map(({ url }) => url));
const redirects = parseRedirects(builtFile('/_redirects'));

test('every old address leads to a page, and none hides one', () => {
  const wrong = redirects.flatMap(({ from, to }) => {
    const stem = from.replace(/\*$/, '');
    if ([...pages].some((url) => (from.endsWith('*') ? url.startsWith(stem) : url === from)))
      return [`${from} is a page: remove the line`];
    return pages.has(to.replace(':splat', '')) ? [] : [`${from} leads to ${to}, which is no page`];
  });
  expect(redirects.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
