/** Where journeys happen: the whole product with the cast in it, and browsers in which people sit. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fillCast } from '../../supabase/seeds/cast.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { newestCode, startEmbedded, type Embedded } from '../embedded.ts';

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Stage {
  app: Embedded;
  browser: Browser;
  /** A browser of this person's own, signed in already. */
  enter: (address: string, size?: { width: number; height: number }) => Promise<Person>;
  close: () => Promise<void>;
}

export interface Person {
  context: BrowserContext;
  page: Page;
  /** Goes to a page of the site: `en/my`. */
  go: (path: string) => Promise<void>;
  /** What went wrong in this browser: uncaught errors and violations of the security policy. */
  trouble: string[];
}

/** Opens the stage. People may ask for codes as often as the journey needs. */
export async function openStage(
  options: { dataDir?: string; site?: string; port?: number; demo?: boolean } = {},
): Promise<Stage> {
  const app = await startEmbedded({
    site: process.env.SITE_DIST,
    ...options,
    limits: { pause: 0, mailsPerHour: 1000 },
  });
  const [there] = await app.sql`select 1 from public.people limit 1`;
  if (!there) await fillCast(app.sql);
  const browser = await launchChromium();
  return {
    app,
    browser,
    enter: (address, size = desktop) => enter(app, browser, address, size),
    async close() {
      await browser.close();
      await app.stop();
    },
  };
}

async function enter(
  app: Embedded,
  browser: Browser,
  address: string,
  viewport: typeof desktop,
): Promise<Person> {
  return visit(app, browser, viewport, {
    'fotfeste-session': await signIn(app, address),
    'fotfeste-place': 'my',
  });
}

/** Somebody who is not signed in, unless her browser keeps a session. */
export async function visit(
  app: Embedded,
  browser: Browser,
  viewport = desktop,
  keeps: Record<string, string> = {},
): Promise<Person> {
  const localStorage = Object.entries(keeps).map(([name, value]) => ({ name, value }));
  const context = await browser.newContext({
    viewport,
    timezoneId: 'Europe/Oslo',
    locale: 'en-GB',
    storageState: { cookies: [], origins: [{ origin: app.url, localStorage }] },
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.exposeFunction('reportTrouble', (text: string) => trouble.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportTrouble: (text: string) => void }).reportTrouble;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return {
    context,
    page,
    trouble,
    async go(path) {
      await page.goto(`${app.url}/${path}${/[#?]/.test(path) ? '' : '/'}`);
      // Awake, and with what it has asked for.
      await page.waitForFunction(() => !document.querySelector('astro-island[ssr], [aria-busy="true"]'));
    },
  };
}

/** A session, by a real code from the mailbox. */
async function signIn(app: Embedded, address: string): Promise<string> {
  const post = (path: string, body: object) =>
    fetch(`${app.url}/auth/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  // So that the newest mail is the one asked for now.
  await app.sql`delete from mailbox.mails where address = ${address}`;
  await post('otp', { email: address });
  const { token } = await newestCode(app.sql, address);
  const answer = await post('verify', { token_hash: token, type: 'email' });
  if (!answer.ok) throw new Error(`Signing in as ${address} was answered with ${answer.status}.`);
  return answer.text();
}
