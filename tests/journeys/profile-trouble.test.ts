import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { newestCode } from '../embedded.ts';
import { kept, save, saved } from './profile-pages.ts';
import { openStage, type Person, type Stage } from './stage.ts';

const people = t('en', 'people');
const form = t('en', 'form');
const refusal = t('en', 'refusal');
const signIn = t('en', 'sign-in');
const markup = `<img src=x onerror="document.title='hit'">'); drop table people;--`;
let stage: Stage;
let amina: Person;
beforeAll(async () => {
  stage = await openStage();
  amina = await stage.enter(cast.mentee.address);
  await amina.go('en/my/mentee');
  await amina.page.locator('form.profile-form').waitFor();
});
afterAll(async () => {
  await stage?.close();
});

const summary = () => amina.page.locator('.error-summary');
const shows = async (tab: Page, field: string, text: string) => {
  await tab.bringToFront();
  await tab.locator(field).waitFor();
  await expect.poll(() => tab.locator(field).inputValue(), { timeout: 15_000 }).toBe(text);
};

test('what is missing, too long or no number is named once, at its field, and stays as it was typed', async () => {
  const { page } = amina;
  await page.locator('#mentee-shown_name').fill('');
  await page.locator('#mentee-about').fill('');
  await save(page, 'en');
  await summary()
    .getByRole('heading', { name: form('form.there-is-a-problem') })
    .waitFor();
  await expect.poll(() => summary().evaluate((box) => box === document.activeElement)).toBe(true);
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await expect.poll(() => summary().getByRole('link').allTextContents()).toEqual([`${people('people.shown_name')}: ${form('form.missing')}`, `${people('people.about')}: ${form('form.missing')}`]); // prettier-ignore
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.locator('#mentee-shown_name').fill('Amina');
  await page.locator('#mentee-about').fill('I have planned bridges for eight years.');
  const wrong: [field: string, text: string, words: string][] = [
    ['shown_name', 'a'.repeat(45), form('form.too-long', { max: 40, over: 5 })],
    ['specialism', 'b'.repeat(81), form('form.too-long', { max: 80, over: 1 })],
    ['hours', 'many', form('form.whole-number')],
    ['hours', '4.5', form('form.whole-number')],
    ['hours', '400', form('form.too-high', { max: 40 })],
    ['about', 'c'.repeat(1300), form('form.too-long', { max: 1200, over: 100 })],
    ['about', 'Hello', form('form.too-short', { min: 20, count: 5 })],
    ['field', 'no such work', form('form.choose-from-list')],
  ];
  for (const [name, text, words] of wrong) {
    const field = page.locator(`#mentee-${name}`);
    const before = await field.inputValue();
    await field.fill(text);
    await save(page, 'en');
    await summary().getByRole('link', { name: words }).click();
    await expect
      .poll(() => field.evaluate((one) => one === document.activeElement), { message: name })
      .toBe(true);
    await expect.poll(() => page.locator(`#mentee-${name}-error`).textContent()).toBe(words);
    await expect.poll(() => field.inputValue()).toBe(text);
    await field.fill(before);
    await expect.poll(() => summary().count(), { message: name }).toBe(0);
  }
});

test('what is sent past the form is refused with a sentence at the field it is about', async () => {
  const { page } = amina;
  const sent: [change: object, field: string | null, words: string][] = [
    [{ place: 'no-9999' }, 'place', refusal('refusal.place_unknown')],
    [{ place: 'fi-091', formats: ['in-person'] }, 'place', refusal('refusal.place_outside_programme')],
    [{ field: '9999' }, 'field', refusal('refusal.field_unknown')],
    [{ languages: { en: 'C1' } }, 'languages', refusal('refusal.languages_unsound')],
    [{ goals: ['gold'] }, 'goals', refusal('refusal.mentee_goals_are_known')],
    [{ about: 'd'.repeat(1201) }, 'about', refusal('refusal.mentee_about_length')],
    [{ hours: 41 }, 'hours', refusal('refusal.mentee_hours_range')],
    [{ languages: 'English' }, null, refusal('refusal.input_unsound')],
    [{ hours: 'many' }, null, refusal('refusal.input_unsound')],
  ];
  for (const [change, field, words] of sent) {
    await page.route('**/rpc/save_mentee_profile', (route) =>
      route.continue({
        postData: JSON.stringify({ ...(route.request().postDataJSON() as object), ...change }),
      }),
    );
    await save(page, 'en');
    await summary().getByText(words).waitFor();
    if (field) await expect.poll(() => page.locator(`#mentee-${field}-error`).textContent()).toBe(words);
    await page.unroute('**/rpc/save_mentee_profile');
  }
  const events = await stage.app.sql`select 1 from public.events where verb = 'save_mentee_profile'`;
  expect(events).toHaveLength(0);
});

test('HTML and SQL are words like any other', async () => {
  const { page } = amina;
  const about = `${markup} {{7*7}} \${7*7}`;
  await page.locator('#mentee-shown_name').fill('<b>Noor</b>');
  await page.locator('#mentee-specialism').fill(markup);
  await page.locator('#mentee-about').fill(about);
  await kept(page, 'en');
  await page.reload({ waitUntil: 'networkidle' });
  const card = page.locator('.preview');
  await expect.poll(() => card.locator('h3').textContent()).toBe('<b>Noor</b>');
  await expect.poll(() => card.locator('.about').textContent()).toBe(about);
  await save(page, 'en');
  await saved(page, 'en');
  const [row] = await stage.app
    .sql`select about, specialism from public.mentees where person = ${cast.mentee.id}`;
  expect(row).toEqual({ about, specialism: markup });
  await expect.poll(() => page.title()).not.toBe('hit');
  expect(amina.trouble).toEqual([]);
});

test('what is typed while the form is sent does not come back as a draft of what is done', async () => {
  const { page } = amina;
  await amina.go('en/my/mentee');
  const drafts: string[] = [];
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  await page.route('**/rpc/save_mentee_profile', async (route) => {
    await held;
    await route.continue();
  });
  const sent = page.waitForRequest('**/rpc/save_mentee_profile');
  await save(page, 'en');
  await sent;
  page.on('request', (request) => request.url().endsWith('/save_draft') && drafts.push(request.url()));
  await page.locator('#mentee-about').fill('Typed a moment too late to be sent along.');
  answer();
  await saved(page, 'en');
  await page.unroute('**/rpc/save_mentee_profile');
  // Leaving would save what still waits to be.
  await amina.go('en/my');
  expect(drafts).toEqual([]);
  const kept = await stage.app
    .sql`select 1 from public.drafts where person = ${cast.mentee.id} and form = 'mentee'`;
  expect(kept).toEqual([]);
});

test('two tabs are one form: nothing typed in one is lost in the other, and both know when it is saved', async () => {
  const kari = await stage.enter(cast.mentor.address);
  const { page } = kari;
  const open = async () => {
    const tab = await kari.context.newPage();
    await tab.goto(`${stage.app.url}/en/my/mentor/`, { waitUntil: 'networkidle' });
    return tab;
  };
  await kari.go('en/my/mentor');
  const second = await open();
  const about = 'I have drawn bridges for eighteen years, and I like to tell of them.';
  await page.bringToFront();
  await page.locator('#mentor-about').fill(about);
  await shows(second, '#mentor-about', about);
  await second.locator('#mentor-specialism').fill('arches');
  await shows(page, '#mentor-specialism', 'arches');
  // What is chosen from a list by its third match shows there too, and the list may be opened again.
  const field = page.locator('#mentor-field');
  await field.fill('engineer');
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown']) await field.press(key);
  const active = await field.getAttribute('aria-activedescendant');
  await expect.poll(() => page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
  await field.press('Enter');
  await shows(second, '#mentor-field', await field.inputValue());
  // A third tab gets what is not even kept yet.
  const third = await open();
  await shows(third, '#mentor-specialism', 'arches');
  await page.bringToFront();
  await save(page, 'en');
  for (const tab of [page, second, third]) {
    await tab.bringToFront();
    await saved(tab, 'en');
  }
  const [row] = await stage.app
    .sql`select about, specialism from public.mentors where person = ${cast.mentor.id}`;
  expect(row).toEqual({ about, specialism: 'arches' });
  expect(kari.trouble).toEqual([]);
});

test('signed out while writing: the words stay, a new window signs in, and the draft goes on', async () => {
  const { address, id } = cast.mentee2;
  const dawit = await stage.enter(address);
  const { page, context } = dawit;
  await dawit.go('en/my/mentee');
  const about = 'I kept cold rooms running in a brewery for six years.';
  await page.locator('#mentee-about').fill(about);
  await kept(page, 'en');
  await page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('fotfeste-session') ?? '{}') as object;
    const over = { ...session, expires_at: 1000, refresh_token: 'no-longer' };
    localStorage.setItem('fotfeste-session', JSON.stringify(over));
  });
  const more = `${about} And this I wrote too late.`;
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
  await save(page, 'en');
  await saved(page, 'en');
  const [row] = await stage.app.sql`select about from public.mentees where person = ${id}`;
  expect(row!.about).toBe(more);
  expect(dawit.trouble).toEqual([]);
});
