import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = process.env.PICTURES;

/** Keeps what the page looks like now, if somebody asked for pictures (`npm run screenshots`). */
export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // Without the words that come and go, so that two runs give the same picture.
  await page
    .locator('.toast p')
    .waitFor({ state: 'detached', timeout: 100 })
    .catch(() => {});
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
}
