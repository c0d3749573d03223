/** A newsletter: said yes to, written, read before it leaves, sent, found on a page, and stopped from the mail by who is not signed in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const en = t('en', 'desk-newsletters');
const nb = t('nb', 'newsletter');
const words = 'Et nytt kurs begynner i januar.\n\nLes mer: https://example.org/kurs';

let stage: Stage;
let ingrid: Person;
let kari: Person;
beforeAll(async () => {
  stage = await openStage();
  ingrid = await stage.enter(cast.coordinator.address);
  kari = await stage.enter(cast.mentor.address, phone);
});
afterAll(() => stage.close());

const readers = async () => (await stage.app.sql`select from private.newsletter_readers`).length;

test('a mentor says yes in the settings', async () => {
  const { page } = kari;
  await kari.go('nb/my/settings');
  await page.getByRole('button', { name: nb('newsletter.choose.yes') }).click();
  await page.getByRole('button', { name: nb('newsletter.choose.no') }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await readers()).toBe(1);
});

test('a coordinator writes one, reads the mail and to how many it goes, and sends it', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk/newsletters');
  await page.getByRole('button', { name: en('desk-newsletters.begin') }).click();
  await page.getByLabel(t('en', 'newsletter')('newsletter.audience.mentors'), { exact: true }).check();
  await page.locator('dialog [type=submit]').click();
  const write = en('desk-newsletters.write', { language: 'Norsk bokmål' });
  await page.getByRole('button', { name: write }).click();
  await page.getByLabel(en('desk-newsletters.heading')).fill('Nytt i januar');
  await page.getByLabel(en('desk-newsletters.words'), { exact: true }).fill(words);
  expect(await axeProblems(page)).toEqual([]);
  await page.locator('dialog [type=submit]').click();
  await page.getByText(en('desk-newsletters.preview', { language: 'Norsk bokmål' })).click();
  await page.locator('.mail a[href="https://example.org/kurs"]').waitFor();
  await page.getByText(en('desk-newsletters.reach', { count: 1 })).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: en('desk-newsletters.send') }).click();
  await page.getByRole('button', { name: en('desk-newsletters.send.go') }).dblclick();
  await page.getByText(en('desk-newsletters.went', { count: 1 })).waitFor();
  await page.getByText(en('desk-newsletters.begun.none')).waitFor();
  expect(ingrid.trouble).toEqual([]);
});

test('the mentor finds it on her page, and stops the next from its mail', async () => {
  await kari.go('nb/my');
  await kari.page.getByRole('link', { name: t('nb', 'portal')('my.newsletters') }).click();
  await kari.page.getByRole('heading', { name: 'Nytt i januar' }).waitFor();
  expect(await axeProblems(kari.page)).toEqual([]);

  await stage.app.drain();
  const mails = await stage.app.sql<{ subject: string; text: string }[]>`
    select subject, text from mailbox.mails where address = ${cast.mentor.address} and text like '%januar%'`;
  expect(mails.map(({ subject }) => subject)).toEqual(['Et nyhetsbrev fra programmet ditt']);
  const link = /\S+\/nb\/newsletter\/#\S+/.exec(mails[0]?.text ?? '')?.[0] ?? '';
  const reader = await visit(stage.app, stage.browser, phone);
  await reader.page.goto(link, { waitUntil: 'networkidle' });
  const button = reader.page.getByRole('button', { name: nb('newsletter.stop.go') });
  await button.waitFor();
  expect(await axeProblems(reader.page)).toEqual([]);
  // A scanner has opened it by now, too.
  expect(await readers()).toBe(1);
  await button.click();
  await reader.page.getByRole('heading', { name: nb('newsletter.stop.done') }).waitFor();
  expect(await readers()).toBe(0);
  expect([...kari.trouble, ...reader.trouble]).toEqual([]);
});
