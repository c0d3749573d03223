/** How a session ends: elsewhere, by one's own hand, or not at all; and who comes after. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { newestCode } from '../embedded.ts';
import { kept } from './profile-pages.ts';
import { openStage, type Stage } from './stage.ts';

const people = t('en', 'people');
const signIn = t('en', 'sign-in');
const form = t('en', 'form');
const refusal = t('en', 'refusal');
const portal = t('en', 'portal');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const myPage = (page: Page) => page.getByRole('heading', { name: portal('my.mentee') });
const toSignIn = (page: Page) => page.locator('main').getByRole('link', { name: form('form.sign-in') });
const signOut = (page: Page, where: 'here' | 'everywhere') =>
  page.getByRole('button', { name: people(`people.sessions.${where}`) }).click();

test('signed out on the phone: the laptop leads to signing in and back, and its forms keep their words', async () => {
  const { address } = cast.mentee;
  const phone = await stage.enter(address);
  const laptop = await stage.enter(address);
  const { page } = laptop;
  await laptop.go('en/my');
  await myPage(page).waitFor();
  const writing = await laptop.context.newPage();
  await writing.goto(`${stage.app.url}/en/my/mentee/`);
  const about = writing.locator('#mentee-about');
  await about.fill('I have planned bridges for eight years.');
  await kept(writing, 'en');

  await phone.go('en/my/settings');
  await signOut(phone.page, 'everywhere');
  await phone.page.waitForURL(/\/en\/$/);

  const more = 'I have planned bridges for eight years, and built two.';
  await about.fill(more);
  await writing.getByRole('link', { name: people('people.signed-out.link') }).waitFor();
  await expect.poll(() => about.inputValue()).toBe(more);

  await page.bringToFront();
  await laptop.go('en/my');
  await toSignIn(page).click();
  await page.waitForURL('**/en/sign-in/*');
  await page.waitForLoadState('networkidle');
  await page.getByLabel(signIn('sign-in.address')).fill(address);
  await stage.app.sql`delete from mailbox.mails`;
  await page.getByRole('button', { name: signIn('sign-in.send') }).click();
  await page.getByLabel(signIn('sign-in.code')).fill((await newestCode(stage.app.sql, address)).code);
  await page.getByRole('button', { name: signIn('sign-in.enter'), exact: true }).click();
  await page.waitForURL('**/en/my/');
  await myPage(page).waitFor();
  // The form goes on by itself.
  await writing.bringToFront();
  await kept(writing, 'en');
  await expect.poll(() => about.inputValue()).toBe(more);
  expect([...laptop.trouble, ...phone.trouble]).toEqual([]);
  for (const { context } of [laptop, phone]) await context.close();
});

test('who has signed out leaves nothing behind: not in another window, and not for whoever presses Back', async () => {
  const amina = await stage.enter(cast.mentee.address);
  const { page, context } = amina;
  await amina.go('en/my');
  await myPage(page).waitFor();
  const second = await context.newPage();
  await second.goto(`${stage.app.url}/en/my/`);
  await myPage(second).waitFor();
  await page.bringToFront();
  await amina.go('en/my/settings');
  await signOut(page, 'here');
  await page.waitForURL(/\/en\/$/);
  await toSignIn(second).waitFor();
  await expect.poll(() => myPage(second).count()).toBe(0);
  for (const path of ['my/settings', 'my']) {
    await page.goBack();
    await page.waitForURL(`**/en/${path}/`);
    await toSignIn(page).waitFor();
    await expect.poll(() => page.locator('main').innerText()).not.toContain(cast.mentee.address);
  }
  expect(amina.trouble).toEqual([]);
  await context.close();
});

test('a page that comes back out of the browser’s memory is read anew for whoever is there now', async () => {
  const dawit = await stage.enter(cast.mentee2.address);
  const { page, context } = dawit;
  await dawit.go('en/my');
  await myPage(page).waitFor();
  // Browsers under test keep no page in memory. Such a page hears nothing of the signing out, and is told that it is back.
  await page.evaluate(() => {
    localStorage.removeItem('fotfeste-session');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await toSignIn(page).waitFor();
  await expect.poll(() => myPage(page).count()).toBe(0);
  expect(dawit.trouble).toEqual([]);
  await context.close();
});

test('a renewal that has to wait keeps the session', async () => {
  const dawit = await stage.enter(cast.mentee2.address);
  const { page } = dawit;
  await dawit.go('en/about');
  await page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('fotfeste-session') ?? '{}') as object;
    localStorage.setItem('fotfeste-session', JSON.stringify({ ...session, expires_at: 1000 }));
  });
  const json = { code: 429, error_code: 'too_many', msg: 'too_many:300' };
  await page.route('**/token?grant_type=*', (route) => route.fulfill({ status: 429, json }));
  await dawit.go('en/my');
  await page.getByText(refusal('refusal.too_many', { minutes: 5 })).waitFor();
  await page.unroute('**/token?grant_type=*');
  await page.getByRole('button', { name: form('form.try-again') }).click();
  await myPage(page).waitFor();
  expect(dawit.trouble).toEqual([]);
  await dawit.context.close();
});
