/** The ticks of a checklist: each stays with its step. */
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';

test('a tick stays with its step when another is written above it, and in another language', async () => {
  const browser = await chromium.connect(inject('chromium'));
  const page = await browser.newPage();
  const show = (lang: string) => page.goto(`${inject('siteUrl')}/${lang}/modules/your-plan/`);
  const ticked = () =>
    page
      .locator('.checklist input')
      .evaluateAll((boxes: HTMLInputElement[]) => boxes.map((box) => box.checked));
  await show('en');
  const steps = (await ticked()).length;
  expect(await ticked()).toEqual(Array(steps).fill(false));
  await page.locator('.checklist input').nth(1).check();
  await show('nb');
  expect((await ticked()).indexOf(true)).toBe(1);
  await page.route('**/en/modules/your-plan/', async (route) => {
    const response = await route.fetch();
    const newer =
      '<ul class="plain"><li><label><input type="checkbox" value="newer"><span>New</span></label></li>';
    await route.fulfill({ response, body: (await response.text()).replace('<ul class="plain">', newer) });
  });
  await show('en');
  expect(await ticked()).toEqual([false, false, true, ...Array(steps - 2).fill(false)]);
  await browser.close();
});
