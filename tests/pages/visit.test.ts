import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../../scripts/chromium.ts';
import { builtPages, standsForItself } from './site.ts';
import { visitAll } from './visit.ts';

const origin = inject('siteUrl');
const pages = (await builtPages()).filter(({ url }) => url.endsWith('/') && standsForItself(url));
let browser: Browser;

/** Of its own: a thousand pages are much to hand on from process to process. */
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('every page: accessible, every template also in the dark, fits 320 px, no errors, no policy breach, nobody else asked', async () => {
  expect(await visitAll(browser, pages, origin)).toEqual([]);
}, 900_000);
