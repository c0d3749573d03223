/** From the gap on the desk to somebody who answers: a call without a person in it, and a company's link. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { cast } from '../../supabase/seeds/cast.ts';
import { castMentees } from '../../supabase/seeds/cast-profiles.ts';
import { insertAccounts } from '../../supabase/seeds/accounts.ts';
import { insertRows } from '../../supabase/seeds/insert-rows.ts';
import { axeProblems } from '../axe.ts';
import { newestCode } from '../embedded.ts';
import { desktop, openStage, phone, visit, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ingrid: Person;
beforeAll(async () => {
  stage = await openStage();
  await threeMoreWait();
  ingrid = await stage.enter(cast.coordinator.address);
});
afterAll(() => stage.close());

/** Three more civil engineers in Oslo who wait, and talk Arabic as Amina does. */
async function threeMoreWait(): Promise<void> {
  const { sql } = stage.app;
  const now = new Date();
  const people = [0, 1, 2].map((nr) => ({ id: randomUUID(), address: `waits${nr}@demo.example` }));
  await insertAccounts(sql, people, now);
  const named = people.map(({ id }, nr) => ({ id, shown_name: `Person ${nr}`, locale: 'en' }));
  await insertRows(sql, 'public.people', named);
  await insertRows(sql, 'public.people_private', people.map(({ id }) => ({ person: id, gender: 'undisclosed', contact: 'mail' }))); // prettier-ignore
  const like = castMentees(cast.mentee.id, cast.mentee2.id)[0];
  await insertRows(
    sql,
    'public.mentees',
    people.map(({ id }) => ({ ...like, person: id, standing: 'approved', saved_at: now, approved_at: now, asking: 0 })), // prettier-ignore
  );
}

const fits = ({ page }: Person) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Signs in on the page one has come to, with the code from the mailbox. */
async function signInHere({ page }: Person, address: string): Promise<void> {
  // The button wakes with the form.
  const send = page.locator('form [type=submit]:enabled');
  await send.waitFor();
  await page.locator('#email').fill(address);
  await send.click();
  await page.locator('#code').waitFor();
  await page.locator('#code').fill((await newestCode(stage.app.sql, address)).code);
  await page.keyboard.press('Enter');
}

let call = '';

test('the desk shows where mentors are missing, and a call that would tell too much cannot be opened', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk');
  await page.locator('.desk-overview a[href$="/desk/needs/"]').click();
  const row = page.locator('[data-gap="21"]');
  await row.getByText('5 waiting').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await row.getByRole('button').click();
  await page.locator('.weigh .enough', { hasText: '5 people' }).waitFor();
  // Only Dawit lives in Rogaland.
  await page.locator('#raise-region').selectOption('no-11');
  await page.locator('.weigh .few', { hasText: 'Region' }).waitFor();
  await page.locator('dialog [type=submit]').click();
  await page.locator('.error-summary:focus', { hasText: 'Leave out a fact' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.locator('#raise-region').selectOption('no-03');
  await page.locator('#raise-language').selectOption('ar');
  await page.locator('.weigh .enough', { hasText: '4 people' }).waitFor();
  await page.locator('dialog [type=submit]').click();
  await page.locator('.call h3', { hasText: 'Science and engineering' }).waitFor();
});

test('the words to share name nobody, in the language of whoever reads them', async () => {
  const { page } = ingrid;
  await page.locator('.call').getByRole('button', { name: 'Share it' }).click();
  const text = page.locator('dialog textarea');
  await expect.poll(() => text.inputValue()).toContain('You can talk together in Arabic. Oslo.');
  await page.locator('#share-language').selectOption('da');
  await expect.poll(() => text.inputValue()).toContain('I kan tale arabisk sammen. Oslo.');
  call = /\/needs\/#([0-9a-f]{8})$/.exec(await text.inputValue())?.[1] ?? '';
  expect(call).not.toBe('');
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a visitor reads it without an account, answers, and comes back to it after signing in', async () => {
  const guest = await visit(stage.app, stage.browser, phone);
  const { page } = guest;
  await guest.go('en/needs');
  await page.locator('.cards a', { hasText: 'Science and engineering' }).click();
  await page.locator('.need h2:focus').waitFor();
  expect(await fits(guest)).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  const answer = page.getByRole('button', { name: 'Yes, that could be me' });
  await answer.click();
  await page.waitForURL(/\/en\/sign-in\//);
  await signInHere(guest, cast.outsider.address);
  await page.waitForURL(`**/en/needs/#${call}`);
  await answer.click();
  await page.waitForURL('**/en/apply/mentor/?programme=highly-skilled');
  await page.locator('.applying').waitFor();
  const linked = () => stage.app.sql`select 1 from public.need_answers r join public.needs n on n.id = r.need
    join public.applications a on a.id = r.application where n.code = ${call} and a.person = ${cast.outsider.id}`;
  await expect.poll(async () => (await linked()).length).toBe(1);
  expect(guest.trouble).toEqual([]);
});

test('once it is sent, the desk finds the answer at the call, and the call at the application', async () => {
  const { page } = ingrid;
  // She fills in the form another day: its journey is told elsewhere.
  await stage.app
    .sql`update public.applications set status = 'sent', sent_at = now(), due_on = current_date + 42,
    region = 'no-03', answers = answers || '{"shown_name": "Signe"}', eligibility = '{"since": "2026-01-01", "met": [], "unmet": [], "open": [], "overridden": []}'
    where person = ${cast.outsider.id}`;
  await stage.app
    .sql`insert into public.people (id, shown_name, locale) values (${cast.outsider.id}, 'Signe', 'nb') on conflict do nothing`;
  await ingrid.go('en/desk/needs');
  await page.locator('.call-answers a', { hasText: 'Signe' }).click();
  await page.locator('.applications-one .desk-tag', { hasText: 'Answers a call: Science' }).waitFor();
  expect(ingrid.trouble).toEqual([]);
});

test('when the desk ends it, the shared link says thank you', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk/needs');
  await page.locator('.call').getByRole('button', { name: 'End it' }).click();
  await page.locator('dialog [type=radio]').first().check();
  await page.locator('dialog [type=submit]').click();
  await page.locator('.call', { hasText: 'Ended: somebody was found' }).waitFor();
  const guest = await visit(stage.app, stage.browser);
  await guest.go(`nb/needs/#${call}`);
  await guest.page.locator('.state h2', { hasText: 'Dette oppropet er besvart' }).waitFor();
  expect(await guest.page.locator('main').innerText()).not.toContain('arabisk');
  expect(guest.trouble).toEqual([]);
});

test('a company gets a link, shown once; one of its staff joins by it, and no address ever tells the secret', async () => {
  const { page } = ingrid;
  await page.getByRole('button', { name: 'Invite a company' }).click();
  await page.locator('#invite-company-quota').fill('0');
  await page.locator('dialog [type=submit]').click();
  await page.locator('.error-summary:focus', { hasText: '3 to 200' }).waitFor();
  await page.locator('#invite-company-company').fill('Stein og Sti');
  await page.locator('#invite-company-quota').fill('4');
  await page.locator('dialog [type=submit]').click();
  const link = await page.locator('dialog textarea').inputValue();
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.call', { hasText: '0 of 6 places taken' }).waitFor();

  const guest = await visit(stage.app, stage.browser, desktop);
  const secret = link.split('#')[1] ?? 'none';
  const asked: string[] = [];
  guest.page.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''));
  await guest.page.goto(link);
  await guest.page.getByRole('heading', { name: 'Stein og Sti invites you' }).waitFor();
  expect(await axeProblems(guest.page)).toEqual([]);
  await guest.page.getByRole('button', { name: 'Join Stein og Sti' }).click();
  await guest.page.waitForURL(/\/en\/sign-in\//);
  await signInHere(guest, 'newcomer@demo.example');
  await guest.page.waitForURL(link);
  await guest.page.getByRole('button', { name: 'Join Stein og Sti' }).click();
  await guest.page.waitForURL('**/en/apply/mentor/?programme=highly-skilled');
  await guest.page.locator('.applying').waitFor();
  expect(asked.filter((address) => address.includes(secret))).toEqual([]);
  expect(guest.trouble).toEqual([]);

  await ingrid.go('en/desk/needs');
  await page.locator('.call', { hasText: '1 of 6 places taken' }).waitFor();

  // When the others are taken, too, the link tells nobody but whoever signs in to join, and shows her the programme's own way.
  await stage.app.sql`with begun as (
      insert into public.applications (person, programme, part, locale, form_version)
      select u.id, 'highly-skilled', 'mentor', 'en', (select max(f.version) from public.forms f where f.key = 'mentor')
      from auth.users u where not exists (select from public.applications a where a.person = u.id) limit 5 returning id)
    insert into public.invitation_answers (invitation, application)
    select i.id, b.id from begun b, public.invitations i join public.companies c on c.id = i.company
    where c.name = 'Stein og Sti'`;
  const late = await visit(stage.app, stage.browser, phone);
  await late.page.goto(link);
  const joins = late.page.getByRole('button', { name: 'Join Stein og Sti' });
  await joins.waitFor();
  expect(await late.page.locator('main').innerText()).not.toMatch(/taken/);
  await joins.click();
  await late.page.waitForURL(/\/en\/sign-in\//);
  await signInHere(late, 'late@demo.example');
  await late.page.waitForURL(link);
  await joins.click();
  await late.page.locator('.refusal', { hasText: 'All places of this invitation are taken' }).waitFor();
  expect(await axeProblems(late.page)).toEqual([]);
  expect(await fits(late)).toBe(true);
  await late.page.getByRole('link', { name: 'Apply as a mentor in' }).click();
  await late.page.waitForURL('**/en/apply/mentor/?programme=highly-skilled');
  const forged = await visit(stage.app, stage.browser);
  await forged.go(`en/join/#${secret.slice(1)}x`);
  await forged.page.getByText('This link does not work').waitFor();
});

test('the desk of one region reads what the whole programme has, and leaves it alone', async () => {
  const torstein = await stage.enter(cast.coordinatorRogaland.address, phone);
  const { page } = torstein;
  await torstein.go('nb/desk/needs');
  const company = page.locator('.call', { hasText: 'Stein og Sti' });
  await company.getByText('Hele programmet').waitFor();
  expect(await company.getByRole('button').count()).toBe(0);
  expect(await fits(torstein)).toBe(true);
  expect(torstein.trouble).toEqual([]);
});
