/** Somebody calls about her mentor: the coordinator finds the two by a misspelled name, and ends their match. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { hears, openTown, tabTo, type Town } from './coordinator-stage.ts';
import { picture } from './pictures.ts';
import { phone, type Person } from './stage.ts';

const say = t('nb', 'desk-people');
let town: Town;
let ingrid: Person;
let pair: { id: string; mentee: string; mentor: string };
beforeAll(async () => {
  town = await openTown();
  const { sql } = town.app;
  const [match] = await sql<[typeof pair]>`select id, mentee, mentor from public.matches
    where programme = 'highly-skilled' and status = 'active' and ends_on > current_date + 7 order by created_at limit 1`;
  pair = match;
  await sql`update public.people set shown_name = 'Shirin' where id = ${pair.mentee}`;
  await sql`update public.people_private set surname = 'Farahani', phone = '+47 900 00 000' where person = ${pair.mentee}`;
  ingrid = await town.comeToDesk(cast.coordinator.address, 'nb', phone);
});
afterAll(() => town.close());

test('the desk leads to everybody, found by a misspelled name with the keyboard', async () => {
  const { page } = ingrid;
  expect(await page.locator(`.desk-today`).getByText('Shirin').count()).toBe(0);
  await tabTo(page, '.desk-jump a[href$="/desk/people/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/nb/desk/people/');
  await page.locator('.people-list .desk-row').first().waitFor();
  await expect.poll(() => page.locator('.people-list .desk-row').count()).toBe(50);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await tabTo(page, '#people-words');
  await page.keyboard.type('shirrin farahni');
  await page.keyboard.press('Enter');
  const first = page.locator('.people-list .desk-row').first();
  await first.getByText('Shirin Farahani').waitFor();
  await first.getByText(/^Match med .+ siden .+, til /).waitFor();
  // Whom she looks for is in no address.
  expect(page.url()).toMatch(/\/nb\/desk\/people\/$/);
  await picture(page, 'desk-people-phone');
  await tabTo(page, `#person-${pair.mentee}`);
  await page.keyboard.press('Enter');
  await page.locator('.people-one h2:focus').waitFor();
  await page.getByRole('link', { name: 'Ring +47 900 00 000' }).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'desk-person-phone');
});

test('she writes a few words, closed and opened again they are there, and they come by mail with her address', async () => {
  const { page } = ingrid;
  const { sql } = town.app;
  const words = 'Når passer det at vi snakker sammen? <b>Jeg</b> ringer gjerne.';
  await tabTo(page, '.people-one header button');
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').getByRole('heading', { name: 'Skriv til Shirin' }).waitFor();
  await tabTo(page, 'dialog textarea');
  await page.keyboard.type(words);
  await picture(page, 'desk-person-write-phone');
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.people-one header button:focus').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('dialog textarea').inputValue()).toBe(words);
  await page.locator('dialog button[type=submit]').dblclick();
  await hears(page, /E-posten til Shirin er på vei/);
  expect(await page.locator('dialog[open]').count()).toBe(0);
  const mails = () => sql<
    { text: string }[]
  >`select m.text from mailbox.mails m join auth.users u on u.email = m.address
    where u.id = ${pair.mentee} and m.text like ${`%${words}%`}`;
  await expect.poll(async () => (await mails()).length).toBe(1);
  expect((await mails())[0]?.text).toContain(cast.coordinator.address);
  // The words have left with the mail.
  await expect
    .poll(() => sql`select from private.outbox where kind = 'desk-message' and params <> '{}'`)
    .toHaveLength(0);
  await page.locator('.people-one header button').click();
  await expect.poll(() => page.locator('dialog textarea').inputValue()).toBe('');
  await page.locator('dialog textarea').fill('Og en ting til, siden jeg er i gang.');
  await page.locator('dialog button[type=submit]').click();
  await page.locator('dialog .error-summary').getByText('Vent et minutt').waitFor();
  await page.keyboard.press('Escape');
});

test('the match is ended with a reason, both are told, and she waits for a mentor again', async () => {
  const { page } = ingrid;
  const { sql } = town.app;
  await tabTo(page, `[data-row="${pair.id}"] .desk-actions button`);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await tabTo(page, 'dialog input[value="moved"], dialog input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, 'dialog button[type=submit]');
  await page.keyboard.press('Enter');
  await hears(page, /er avsluttet\. Begge får en e-post/);
  await expect.poll(() => page.locator(`[data-row="${pair.id}"]`).count()).toBe(0);
  // The row is gone, and the keyboard is not lost with it.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('.people-one') !== null))
    .toBe(true);
  await page.getByText(/^Har ventet på en mentor siden/).waitFor();
  await page.getByRole('button', { name: /Foreslå en/ }).waitFor();
  const told = await sql<{ person: string }[]>`select person from private.outbox
    where kind = 'match-ended' and key like ${`match-ended:${pair.id}:%`}`;
  expect(told.map(({ person }) => person).toSorted()).toEqual([pair.mentee, pair.mentor].toSorted());
  const [ended] =
    await sql`select m.status, e.reason from public.matches m join public.endings e on e.match = m.id
    where m.id = ${pair.id}`;
  expect(ended?.status).toBe('stopped');
  expect(ended?.reason).toBeTruthy();
});

test('back to the list the keyboard is where it was; nobody found and no network are said', async () => {
  const { page, context } = ingrid;
  await tabTo(page, 'main a[href="#list"]');
  await page.keyboard.press('Enter');
  await page.locator(`#person-${pair.mentee}:focus`).waitFor();
  await page.locator('#people-words').fill('Zzyzx Qwrt');
  await page.keyboard.press('Enter');
  await page.getByText(say('desk-people.nobody')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await context.setOffline(true);
  await page.locator('#people-words').fill('Shirin');
  await page.keyboard.press('Enter');
  await page.locator('.people-list [role=alert]').waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  // Read as soon as the network is back.
  await context.setOffline(false);
  await page.locator(`#person-${pair.mentee}`).waitFor();
  await page.locator('#people-words').fill('');
  await page.locator('#people-doing').selectOption('waiting');
  await expect
    .poll(() => page.locator('.people-list .desk-row', { hasText: /Har ventet på en mentor/ }).count())
    .toBeGreaterThan(0);
});

test('pages of fifty follow each other, and only a coordinator comes in', async () => {
  const { page } = ingrid;
  await page.locator('#people-doing').selectOption('');
  await page.getByRole('button', { name: say('desk-people.further') }).click();
  await page.locator('#people-title:focus').waitFor();
  await page.getByRole('button', { name: say('desk-people.back-a-page') }).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  expect(ingrid.trouble).toEqual([]);

  const { page: hers } = await town.comeToDesk(cast.mentee.address, 'nb', phone);
  await hers.goto(`${town.app.url}/nb/desk/people/`);
  await hers.getByRole('heading', { name: 'Her arbeider koordinatorer' }).waitFor();
  expect(await hers.locator('.people-list').count()).toBe(0);
});
