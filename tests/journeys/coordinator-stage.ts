/** The demo town with a coordinator in it, who signs in as everybody does. */
import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import { newestCode, startEmbedded, type Embedded } from '../embedded.ts';
import { desktop, visit, type Person } from './stage.ts';

export interface Town {
  app: Embedded;
  browser: Browser;
  /** Signs in with the code from the mailbox and comes to the desk, with the keyboard alone. */
  comeToDesk: (address: string, lang: string, size?: typeof desktop) => Promise<Person>;
  close: () => Promise<void>;
}

export async function openTown(): Promise<Town> {
  const app = await startEmbedded({
    demo: true,
    site: process.env.SITE_DIST,
    limits: { pause: 0, mailsPerHour: 1000 },
  });
  const browser = await launchChromium();
  return {
    app,
    browser,
    async comeToDesk(address, lang, size = desktop) {
      const person = await visit(app, browser, size);
      const { page } = person;
      await app.sql`delete from mailbox.mails where address = ${address}`;
      await person.go(`${lang}/sign-in/?next=/${lang}/desk/`);
      await tabTo(page, '#email');
      await page.keyboard.type(address);
      await page.keyboard.press('Enter');
      await page.locator('#code:focus').waitFor();
      await page.keyboard.type((await newestCode(app.sql, address)).code);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${lang}/desk/`);
      await page.locator('.desk-today h2, main .state h2').waitFor();
      return person;
    },
    async close() {
      await browser.close();
      await app.stop();
    },
  };
}

/** Presses Tab until the focus is on what the selector names; fails where the keyboard never gets there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    if (await page.locator(selector).evaluateAll((all) => all.includes(document.activeElement as never)))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

/** What the desk says it has just done; each announcement is made once. */
export async function hears(page: Page, words: RegExp): Promise<void> {
  const toast = page.locator('.toast p').filter({ hasText: words });
  await toast.waitFor();
  await expect
    .poll(() => page.locator('[role=status] p, [role=alert]').filter({ hasText: words }).count())
    .toBe(1);
  // Reading it takes a moment, in which the desk takes no click: it could be the second half of a double one.
  await page.waitForTimeout(550);
}

/** The row that has the keyboard's focus. */
export const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null);

/** The rows of a list, by id, in their order. */
export const rowsOf = (page: Page, list: string) =>
  page
    .locator(`#${list} [data-row]`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
