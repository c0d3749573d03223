import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { newestCode } from '../embedded.ts';
import { isUntroubled } from './apply-pages.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const request = t('en', 'request');
const refusal = t('en', 'refusal');
const form = t('en', 'form');
const signIn = t('en', 'sign-in');
const kari = `en/mentors/mentor/#${cast.mentor.id}`;
let stage: Stage;
let mentee: Person;

beforeAll(async () => {
  stage = await openStage();
  mentee = await stage.enter(cast.mentee.address);
});
afterAll(async () => {
  await stage?.close();
});
beforeEach(async () => {
  await stage.app.sql`delete from public.requests`;
  // The count is kept by transitions, and a row that vanishes makes none.
  await stage.app.sql`update public.mentees set asking = 0`;
  await stage.app.sql`delete from public.drafts`;
});

const message = () => mentee.page.getByLabel(request('request.message'));
const send = () => mentee.page.getByRole('button', { name: request('request.send') });
const sent = async () => {
  const [row] = await stage.app.sql<{ count: number }[]>`select count(*)::int from public.requests`;
  return row?.count;
};

/** Opens Kari's page afresh, also where only the fragment would change. */
async function openKari(person = mentee): Promise<void> {
  await person.page.goto('about:blank');
  await person.go(kari);
}

test('a message that is too long or too short is named at the field and on top, and nothing is lost or sent', async () => {
  await openKari();
  const { page } = mentee;
  for (const [text, words] of [
    ['a'.repeat(1005), form('form.too-long', { max: 1000, over: 5 })],
    ['Hi!', form('form.too-short', { min: 20, count: 3 })],
    ['   ', form('form.missing')],
  ] as const) {
    await message().fill(text);
    await send().click();
    const summary = page.locator('.error-summary');
    await summary.getByText(words).waitFor();
    await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    await expect.poll(() => message().getAttribute('aria-invalid')).toBe('true');
    await summary.getByRole('link').click();
    await expect.poll(() => message().evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => message().inputValue()).toBe(text);
  }
  await expect.poll(() => sent()).toBe(0);
  await message().fill('Now it is long enough for everybody.');
  await expect.poll(() => page.locator('.error-summary').count()).toBe(0);
  await expect.poll(() => page.title()).not.toMatch(/^Error: /);
});

test('HTML and SQL are words like any other', async () => {
  const text = `<img src=x onerror="document.title='hit'"> '); drop table requests; -- {{7*7}} \${7*7}`;
  await openKari();
  await message().fill(text);
  await send().click();
  await mentee.page.getByText(t('en', 'mentor')('mentor.asked', { name: cast.mentor.name })).waitFor();
  const mentor = await stage.enter(cast.mentor.address);
  await mentor.go('en/my');
  await expect.poll(() => mentor.page.locator('blockquote').textContent()).toBe(text);
  await expect.poll(() => mentor.page.title()).not.toBe('hit');
  expect(mentor.trouble).toEqual([]);
  await mentor.context.close();
});

test('somebody who is not there, and somebody whom one may not see, look the same', async () => {
  const { page } = mentee;
  for (const id of [
    '12345678-1234-4123-8123-123456789012',
    cast.coordinator.id,
    'nonsense',
    "'; drop table mentors",
  ]) {
    await page.goto('about:blank');
    await mentee.go(`en/mentors/mentor/#${encodeURIComponent(id)}`);
    await page.getByText(refusal('refusal.mentor_unknown')).waitFor();
  }
});

test('what was typed survives a reload, and is gone once it is sent', async () => {
  await openKari();
  await message().fill('This is only half of what I wanted to');
  await mentee.page.reload({ waitUntil: 'networkidle' });
  await mentee.page.getByText(form('form.restored')).waitFor();
  await expect.poll(() => message().inputValue()).toBe('This is only half of what I wanted to');
  await send().click();
  await mentee.page.getByText(t('en', 'mentor')('mentor.asked', { name: cast.mentor.name })).waitFor();
  const drafts = await stage.app.sql`select form from public.drafts`;
  expect(drafts).toHaveLength(0);
});

test('two tabs and a double click send one request, and the second tab says so', async () => {
  await openKari();
  const second = await mentee.context.newPage();
  await second.goto(`${stage.app.url}/${kari}`, { waitUntil: 'networkidle' });
  await message().fill('The same message, sent from the first tab.');
  await second.getByLabel(request('request.message')).fill('The same message, sent from the second tab.');
  await send().dblclick();
  await mentee.page.getByText(t('en', 'mentor')('mentor.asked', { name: cast.mentor.name })).waitFor();
  await second.getByRole('button', { name: request('request.send') }).click();
  await second.getByText(refusal('refusal.asked_recently')).waitFor();
  await expect.poll(() => second.getByLabel(request('request.message')).inputValue()).toContain('second tab');
  await expect.poll(() => sent()).toBe(1);
  await second.close();
});

test('without a network nothing is lost, and the same press works when it is back', async () => {
  await openKari();
  await message().fill('Written in a tunnel somewhere under Oslo.');
  await mentee.context.setOffline(true);
  await send().click();
  await mentee.page.locator('.error-summary').getByText(refusal('refusal.offline')).waitFor();
  await expect.poll(() => message().inputValue()).toBe('Written in a tunnel somewhere under Oslo.');
  await mentee.context.setOffline(false);
  await send().click();
  await mentee.page.getByText(t('en', 'mentor')('mentor.asked', { name: cast.mentor.name })).waitFor();
  await expect.poll(() => sent()).toBe(1);
});

test('a session that has run out leads to signing in, and from there back to this page', async () => {
  const person = await stage.enter(cast.mentee2.address);
  await person.go('en/about');
  await person.page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('fotfeste-session') ?? '{}') as object;
    const over = { ...session, expires_at: 1000, refresh_token: 'no-longer' };
    localStorage.setItem('fotfeste-session', JSON.stringify(over));
  });
  await openKari(person);
  await person.page.getByText(refusal('refusal.session_over')).waitFor();
  const href = await person.page.getByRole('link', { name: form('form.sign-in') }).getAttribute('href');
  expect(href).toBe(`/en/sign-in/?next=${encodeURIComponent('/en/mentors/mentor/')}#${cast.mentor.id}`);
  expect(person.trouble).toEqual([]);
  await person.context.close();
});

test('an access token that has run out is renewed once for all tabs, without a word', async () => {
  const person = await stage.enter(cast.mentee2.address);
  await person.go('en/about');
  await person.page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('fotfeste-session') ?? '{}') as object;
    localStorage.setItem('fotfeste-session', JSON.stringify({ ...session, expires_at: 1000 }));
  });
  const renewals: string[] = [];
  person.context.on('request', (sentOut) => {
    if (sentOut.url().includes('grant_type=refresh_token')) renewals.push(sentOut.url());
  });
  const second = await person.context.newPage();
  await Promise.all([
    person.go('en/my'),
    second.goto(`${stage.app.url}/en/my/`, { waitUntil: 'networkidle' }),
  ]);
  for (const page of [person.page, second]) {
    await page.getByRole('heading', { name: t('en', 'portal')('my.mentee') }).waitFor();
  }
  expect(renewals).toHaveLength(1);
  await person.context.close();
});

test('whoever is not signed in is asked to, on every page of the portal', async () => {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  for (const path of ['my', 'mentors', `mentors/mentor/#${cast.mentor.id}`]) {
    await page.goto('about:blank');
    await page.goto(`${stage.app.url}/en/${path}${path.includes('#') ? '' : '/'}`);
    await page.getByText(refusal('refusal.sign_in_first')).waitFor();
  }
  await context.close();
});

test('nothing of this broke a rule of the security policy', () => {
  expect(mentee.trouble).toEqual([]);
});

test('an address sent before the page is awake never gets into the URL', async () => {
  const asleep = await stage.browser.newPage({ javaScriptEnabled: false });
  await asleep.goto(`${stage.app.url}/en/sign-in/`);
  await asleep.locator('input[type=email]').fill('somebody@demo.example');
  await asleep.keyboard.press('Enter');
  await asleep.waitForTimeout(300);
  expect(asleep.url()).toBe(`${stage.app.url}/en/sign-in/`);
  await asleep.close();
});

test('a code and a button that are too old say so; the new button leads back to where one was going', async () => {
  const { sql, url } = stage.app;
  const address = 'late@example.org';
  const guest = await visit(stage.app, stage.browser, phone);
  const { page } = guest;
  const secret = 'y'.repeat(43);
  await guest.go(`en/sign-in/?next=/en/join/#${secret}`);
  await page.getByLabel(signIn('sign-in.address')).fill(address);
  await page.getByRole('button', { name: signIn('sign-in.send') }).click();
  const old = await newestCode(sql, address);
  await sql`update sign_in.codes set asked_at = asked_at - interval '11 minutes'`;
  await page.getByLabel(signIn('sign-in.code')).fill(old.code);
  await page.getByRole('button', { name: signIn('sign-in.enter'), exact: true }).click();
  await page.locator('#code-error', { hasText: refusal('refusal.code_old') }).waitFor();
  expect(await page.locator('#code').inputValue()).toBe(old.code);
  expect(await axeProblems(page)).toEqual([]);
  const mailed = await guest.context.newPage();
  const enter = mailed.getByRole('button', { name: signIn('sign-in.enter') });
  await mailed.goto(`${url}/en/sign-in/link/#${old.token}`);
  await enter.click();
  await mailed.getByRole('heading', { name: signIn('sign-in.link.failed') }).waitFor();

  await page.getByRole('button', { name: signIn('sign-in.other-address') }).click();
  expect(await page.locator('#email:focus').inputValue()).toBe(address);
  await sql`delete from mailbox.mails where address = ${address}`;
  await page.getByRole('button', { name: signIn('sign-in.send') }).click();
  const { token } = await newestCode(sql, address);
  await mailed.goto('about:blank');
  await mailed.goto(`${url}/en/sign-in/link/#${token}`, { waitUntil: 'networkidle' });
  await guest.context.setOffline(true);
  await enter.click();
  await mailed.getByText(refusal('refusal.offline')).waitFor();
  await guest.context.setOffline(false);
  await enter.click();
  await mailed.waitForURL(`${url}/en/join/#${secret}`);
  await mailed.getByText(refusal('refusal.invitation_unknown')).waitFor();
  expect(await mailed.evaluate(() => localStorage.getItem('fotfeste-way'))).toBeNull();
  isUntroubled(guest);
  await guest.context.close();
});
