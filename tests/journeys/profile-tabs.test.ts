import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { newestCode } from '../embedded.ts';
import { fill, kept, signUp } from './profile-pages.ts';
import { openStage, type Stage } from './stage.ts';

const people = t('en', 'people');
const signIn = t('en', 'sign-in');
const answers = {
  name: 'Lea',
  programme: 'highly-skilled',
  field: ['nurse', 'Nurses'] as [string, string],
  languages: [['en', 'C1']] as [string, string][],
  topics: ['cv'],
  formats: ['online'],
  region: 'no-11',
  hours: '4',
  about: 'I have worked as a nurse for eight years.',
};
const shows = async (tab: Page, field: string, text: string) => {
  await tab.bringToFront();
  await tab.locator(field).waitFor();
  await expect.poll(() => tab.locator(field).inputValue(), { timeout: 15_000 }).toBe(text);
};
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

test('two tabs are one form: nothing typed in one is lost in the other, and both know when it is saved', async () => {
  const person = await signUp(stage, 'en', 'tabs@example.org', 'mentor');
  const { page } = person;
  const second = await person.context.newPage();
  await second.goto(`${stage.app.url}/en/my/mentor/`, { waitUntil: 'networkidle' });
  await fill(page, 'en', 'mentor', answers);
  await shows(second, '#mentor-about', answers.about);
  await second.locator('#mentor-specialism').fill('intensive care');
  await shows(page, '#mentor-specialism', 'intensive care');
  // A third tab gets what is not even kept yet.
  const third = await person.context.newPage();
  await third.goto(`${stage.app.url}/en/my/mentor/`, { waitUntil: 'networkidle' });
  await shows(third, '#mentor-specialism', 'intensive care');
  await page.bringToFront();
  await page.getByRole('button', { name: people('people.save') }).click();
  for (const tab of [page, second, third]) {
    await tab.bringToFront();
    await tab.getByRole('heading', { name: people('people.done.waiting', { name: 'Lea' }) }).waitFor();
  }
  await page.bringToFront();
  const rows = await stage.app
    .sql`select m.specialism from public.mentors m join public.people p on p.id = m.person
    where p.shown_name = 'Lea'`;
  expect(rows).toEqual([{ specialism: 'intensive care' }]);
  // Back and forward again: no second profile, no lost one.
  await page.goBack();
  await page.goForward();
  await expect
    .poll(() => stage.app.sql`select 1 from public.people where shown_name = 'Lea'`)
    .toHaveLength(1);
  expect(person.trouble).toEqual([]);
});

test('signed out while writing: the words stay, a new window signs in, and the draft goes on', async () => {
  const address = 'late@example.org';
  const person = await signUp(stage, 'en', address, 'mentee');
  const { page, context } = person;
  await fill(page, 'en', 'mentee', { ...answers, name: 'Late' });
  await kept(page, 'en');
  await page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('fotfeste-session') ?? '{}') as object;
    const over = { ...session, expires_at: 1000, refresh_token: 'no-longer' };
    localStorage.setItem('fotfeste-session', JSON.stringify(over));
  });
  const more = `${answers.about} And this I wrote too late.`;
  await page.locator('#mentee-about').fill(more);
  const link = page.getByRole('link', { name: people('people.signed-out.link') });
  await link.waitFor();
  await expect.poll(() => page.locator('#mentee-about').inputValue()).toBe(more);

  await stage.app.sql`delete from mailbox.mails`;
  const opening = context.waitForEvent('page');
  await link.click();
  const window = await opening;
  await window.waitForLoadState('networkidle');
  await window.getByLabel(signIn('sign-in.address')).fill(address);
  await window.getByRole('button', { name: signIn('sign-in.send') }).click();
  await window.getByLabel(signIn('sign-in.code')).fill((await newestCode(stage.app.sql, address)).code);
  await window.getByRole('button', { name: signIn('sign-in.enter'), exact: true }).click();
  // The new window comes back to the form, and has the words of the old one, too.
  await shows(window, '#mentee-about', more);

  await page.bringToFront();
  await link.waitFor({ state: 'detached' });
  await kept(page, 'en');
  await page.getByRole('button', { name: people('people.save') }).click();
  await page.getByRole('heading', { name: people('people.done.waiting', { name: 'Late' }) }).waitFor();
  const [row] = await stage.app
    .sql`select m.about from public.mentees m join public.people p on p.id = m.person
    where p.shown_name = 'Late'`;
  expect(row!.about).toBe(more);
  expect(person.trouble).toEqual([]);
});
