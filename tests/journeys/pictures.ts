import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = process.env.PICTURES;

/** Draws all of a page, also what a browser leaves until somebody scrolls there: a picture of the whole would have gaps. */
export const drawAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  });

/** Keeps what the page looks like now, if somebody asked for pictures (`npm run screenshots`). */
export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // Without the words that come and go, so that two runs give the same picture.
  await page
    .locator('.toast p')
    .waitFor({ state: 'detached', timeout: 100 })
    .catch(() => {});
  await drawAll(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
}
