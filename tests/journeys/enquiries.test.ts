/** A visitor asks in Swedish on a phone, a coordinator answers without seeing who asks, and in the end nothing is left of it but a number. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const sv = t('sv', 'enquiry');
const desk = t('en', 'desk-enquiries');
const address = 'asks@demo.example';
const question = 'Jag läser svenska på kvällarna. Får jag söka en mentor redan nu?';
const answer = 'Ja, det får du gärna. Språket räcker, och en mentor kan träffa dig på kvällen.';

let stage: Stage;
let visitor: Person;
let ingrid: Person;
beforeAll(async () => {
  stage = await openStage();
  visitor = await visit(stage.app, stage.browser, phone);
  ingrid = await stage.enter(cast.coordinator.address);
});
afterAll(() => stage.close());

const fits = ({ page }: Person) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const left = async () => {
  const [row] = await stage.app.sql`select
    (select count(*) from public.enquiries)::int as questions,
    (select count(*) from private.enquiry_addresses)::int as addresses,
    (select count(*) from private.outbox o where o.address is not null)::int as mails,
    (select sum(asked) from private.enquiry_counts)::int as counted`;
  return row;
};

test('without scripts the page leads to the plain ways of reaching us', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${stage.app.url}/sv/ask/`);
  await page.locator('main .notice a').click();
  await page.getByText('hello@fotfeste.example').first().waitFor();
  await context.close();
});

test.each(['questions', 'find-a-mentor', 'become-a-mentor', 'contact', 'lost-on-the-way'])(
  'whoever is lost at %s finds the way to asking us, without scripts too',
  async (page) => {
    const html = await (await fetch(`${stage.app.url}/sv/${page}/`)).text();
    expect(html.slice(html.indexOf('<main'), html.indexOf('</main>'))).toContain('href="/sv/ask/"');
  },
);

test('a visitor asks in Swedish on a phone, from the contact page', async () => {
  const { page } = visitor;
  await visitor.go('sv/contact');
  await page.locator('.buttons a', { hasText: sv('enquiry.title') }).click();
  await page.waitForURL('**/sv/ask/');
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.getByRole('button', { name: sv('enquiry.send') }).click();
  await page.locator('.error-summary:focus').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(visitor)).toBe(true);
  await page.getByLabel(sv('enquiry.topic.find-mentor')).check();
  await page.getByLabel(sv('enquiry.words'), { exact: true }).fill(question);
  await page.getByLabel(sv('enquiry.address')).fill(address);
  await page.locator('#ask-programme').selectOption('highly-skilled');
  expect(await page.locator('#ask-locale').inputValue()).toBe('sv');
  await page.getByRole('button', { name: sv('enquiry.send') }).dblclick();
  await page.locator('h2:focus', { hasText: sv('enquiry.done') }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await left()).toEqual({ questions: 1, addresses: 1, mails: 0, counted: 1 });
  expect(visitor.trouble).toEqual([]);
});

test('a coordinator finds it on the desk, reads no address, and answers; the mail is in Swedish', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk');
  await page.getByRole('link', { name: t('en', 'desk')('desk.enquiries.open') }).click();
  const row = page.locator('.enquiry', { hasText: question });
  await row.getByText('Answer in: Svenska').waitFor();
  expect(await page.locator('main').innerText()).not.toContain(address);
  expect(await axeProblems(page)).toEqual([]);
  await row.getByRole('button', { name: desk('desk-enquiries.answer') }).click();
  // Whoever answers sees what she answers to.
  await page.locator('dialog', { hasText: question }).waitFor();
  const send = page.locator('dialog [type=submit]');
  await page.locator('dialog textarea').fill('Ja.');
  await send.click();
  await page.locator('dialog .error-summary:focus').waitFor();
  await page.locator('dialog textarea').fill(answer);
  expect(await axeProblems(page)).toEqual([]);
  await send.click();
  await page.getByText(desk('desk-enquiries.none')).waitFor();
  await page.locator('.enquiry', { hasText: answer }).waitFor();
  // The row is gone, and the keyboard is not lost with it.
  await page.locator('#open-title:focus').waitFor();
  expect(await axeProblems(page)).toEqual([]);

  await stage.app.drain();
  const mails = await stage.app.sql<{ subject: string; text: string }[]>`
    select subject, text from mailbox.mails where address = ${address}`;
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Ett svar på din fråga');
  expect(mails[0]?.text).toContain(question);
  expect(mails[0]?.text).toContain(answer);
  expect(mails[0]?.text).toContain('/sv/ask/');
  expect(await left()).toEqual({ questions: 1, addresses: 0, mails: 0, counted: 1 });
  expect(ingrid.trouble).toEqual([]);
});

test('a week later question and answer are gone, and the number is told from five on', async () => {
  const { page } = ingrid;
  await stage.app.sql`select private.run_due(now() + interval '8 days')`;
  expect(await left()).toEqual({ questions: 0, addresses: 0, mails: 0, counted: 1 });
  await page.reload({ waitUntil: 'networkidle' });
  const cell = page
    .getByRole('row', { name: t('en', 'enquiry')('enquiry.topic.find-mentor') })
    .getByRole('cell');
  await expect.poll(() => cell.nth(3).innerText()).toBe(desk('desk-enquiries.few'));
  await stage.app.sql`update private.enquiry_counts set asked = 5`;
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => cell.nth(3).innerText()).toBe('5');
  await page.setViewportSize(phone);
  expect(await fits(ingrid)).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
});

test('advertising is thrown away, address and all', async () => {
  const { page } = ingrid;
  await visitor.page.getByRole('button', { name: sv('enquiry.again') }).click();
  await visitor.page.getByLabel(sv('enquiry.topic.other')).check();
  await visitor.page
    .getByLabel(sv('enquiry.words'), { exact: true })
    .fill('Buy very cheap things here and now!');
  await visitor.page.getByLabel(sv('enquiry.address')).fill('shop@demo.example');
  await visitor.page.getByRole('button', { name: sv('enquiry.send') }).click();
  await visitor.page.locator('h2:focus').waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(desk('desk-enquiries.drop'), { exact: true }).click();
  await page.getByRole('button', { name: desk('desk-enquiries.drop.send') }).press('Enter');
  await page.getByText(desk('desk-enquiries.none')).waitFor();
  await page.locator('#open-title:focus').waitFor();
  expect(await left()).toMatchObject({ questions: 0, addresses: 0, mails: 0 });
  expect(ingrid.trouble).toEqual([]);
  expect(visitor.trouble).toEqual([]);
});

test('whoever is overtaken by a colleague goes on with the next one, and keeps no draft of it', async () => {
  const { page } = ingrid;
  const { sql } = stage.app;
  await sql`insert into public.enquiries (topic, locale, words, desks, asked_at)
    select 'other', 'en', 'Question number ' || nr, private.enquiry_desks(null, null), now() - make_interval(hours => 3 - nr)
    from generate_series(1, 2) as nr`;
  await page.reload({ waitUntil: 'networkidle' });
  const row = (nr: number) => page.locator('.enquiry', { hasText: `Question number ${nr}` });
  await row(1)
    .getByRole('button', { name: desk('desk-enquiries.answer') })
    .click();
  await sql`update public.enquiries set answer = 'A colleague has answered it.', answered_at = now()
    where words = 'Question number 1'`;
  const drafts = async () => (await sql`select from public.drafts where form like 'enquiry/%'`).length;
  await page.locator('dialog textarea').fill('You will find all of that in the handbook.');
  await expect.poll(drafts).toBe(1);
  await page.locator('dialog [type=submit]').click();
  await page.getByText(t('en', 'desk')('desk.overtaken')).first().waitFor();
  await row(1).getByText('A colleague has answered it.').waitFor();
  expect(await page.locator('dialog').count()).toBe(0);
  expect(await row(2).locator('h3:focus').count()).toBe(1);
  await expect.poll(drafts).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  expect(ingrid.trouble).toEqual([]);
});
