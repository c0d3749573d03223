import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { builtPages } from './site.ts';
import { visitAll } from './visit.ts';

const origin = inject('siteUrl');
/**
 * A sheet in two languages is made of two sheets that are visited on their own: every sheet in one pair of languages, and
 * two sheets in every pair, show what the pairing adds.
 */
const stands = (url: string) =>
  !url.includes('/with-') || /\/(agreement|you-decide)\//.test(url) || /^\/nb\/.*\/with-da\/$/.test(url);
const urls = (await builtPages()).map(({ url }) => url).filter((url) => url.endsWith('/') && stands(url));
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('chromium'));
});
afterAll(() => browser.close());

test('every page: accessible, every template also in the dark, fits 320 px, no errors, no policy breach, nobody else asked', async () => {
  expect(await visitAll(browser, urls, origin)).toEqual([]);
}, 600_000);
