/** A coordinator moves in from a spreadsheet: the file, its columns, every bad row, people, and back again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { workbook, type Written } from '../workbook.ts';
import { hears } from './coordinator-stage.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ingrid: Person;
beforeAll(async () => {
  stage = await openStage();
  ingrid = await stage.enter(cast.coordinator.address);
});
afterAll(() => stage.close());

const header = ['E-post', 'Navn', 'Mobil', 'Yrke', 'Norsk', 'Kan hjelpe med', 'Bosted', 'Skonummer'];
const sound = (nr: number, place = 'Stavanger'): Written[] => [
  `mentor${nr}@import.example`, `Åse Ødegård ${nr}`, 90_000_000 + nr, 'Programvareutviklere', 'B2', 'CV og søknad', place, 39,
]; // prettier-ignore
const rows: Written[][] = [
  ['Mentorer høsten 2026'],
  [],
  header,
  ...Array.from({ length: 8 }, (_, nr) => sound(nr)),
  // From the twelfth row on: the same address, no address, and sixty of whom nobody knows where they live.
  sound(0),
  sound(60).with(0, ''),
  ...Array.from({ length: 60 }, (_, nr) => sound(100 + nr, 'Atlantis')),
];
const spreadsheet = (name: string, content: Uint8Array) => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content),
});
const there = async () =>
  (await stage.app.sql`select 1 from auth.users where email like '%@import.example'`).length;

test('what is no spreadsheet is said to be none, in the place of the file', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk');
  await page.locator('a[href$="/desk/import/"]').click();
  // The template's own row is an example, and would be named as such.
  const template = await page.request.get(`${stage.app.url}/en/desk/mentor.csv`);
  expect(template.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(await template.text()).toContain('"Mail address";"First name"');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.locator('.error-summary:focus').waitFor();
  await page.getByRole('radio', { name: 'Mentors' }).check();
  await page.locator('#import-file').setInputFiles(spreadsheet('people.xlsx', Buffer.from('MZ\0\0program')));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.locator('#import-file-error', { hasText: 'neither a spreadsheet' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

test('columns are recognised; what no column has is written once for all', async () => {
  const { page } = ingrid;
  await page.locator('#import-file').setInputFiles(spreadsheet('people.xlsx', workbook(rows)));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.locator('h2:focus', { hasText: 'What is in which column?' }).waitFor();
  const read = (column: string) => page.getByLabel(column, { exact: false }).first().inputValue();
  expect(await Promise.all(['E-post', 'Navn', 'Yrke', 'Norsk', 'Bosted', 'Skonummer'].map(read))).toEqual([
    'email', 'name', 'field', 'languages', 'place', '',
  ]); // prettier-ignore
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.locator('.error-summary:focus').waitFor();
  expect(await page.locator('.error-summary li').allInnerTexts()).toHaveLength(2);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'import-columns');
  await page.locator('#columns-default-hours').fill('4');
  await page.locator('#columns-default-about').fill('Was a mentor with us before we moved here.');
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.locator('h2:focus', { hasText: 'Before anything happens' }).waitFor();
});

test('every bad row is named, fifty at a time and as a list to save; nothing has happened yet', async () => {
  const { page } = ingrid;
  expect(await page.locator('.import-counts li').allInnerTexts()).toEqual([
    '8 people would get a place',
    '62 rows have problems',
  ]);
  const problems = page.locator('.import-problems li');
  expect(await problems.count()).toBe(50);
  expect(await problems.nth(0).innerText()).toMatch(/Row 12\s+E-post · The same address stands in row 4\./);
  expect(await problems.nth(1).innerText()).toMatch(/Row 13\s+E-post · Nothing is there\./);
  expect(await problems.nth(2).innerText()).toMatch(/Row 14\s+Bosted · We do not know this value\./);
  await picture(page, 'import-look');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the list' }).click(),
  ]);
  const list = Buffer.concat(await Array.fromAsync(await saved.createReadStream())).toString();
  expect(list.trim().split('\r\n')).toHaveLength(63);
  expect(list).not.toContain('Atlantis');
  await page.getByRole('button', { name: 'Next 50' }).click();
  await expect.poll(() => problems.count()).toBe(12);
  expect(await axeProblems(page)).toEqual([]);
  expect(await there()).toBe(0);
});

test('bad rows are left out by a word, the ground is confirmed, and people are in, without a mail', async () => {
  const { page } = ingrid;
  await page.getByRole('button', { name: 'Bring in 8 people' }).click();
  await page.locator('.error-summary:focus').waitFor();
  expect(await there()).toBe(0);
  await page.getByRole('radio', { name: 'Leave 62 rows out' }).check();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Bring in 8 people' }).click();
  await page.locator('h2:focus', { hasText: 'They are in' }).waitFor();
  expect(await there()).toBe(8);
  expect((await stage.app.sql`select 1 from private.outbox`).length).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'import-done');
});

test('the same file again makes nobody twice, and its columns are remembered', async () => {
  const { page } = ingrid;
  await page.getByRole('button', { name: 'Bring in another file' }).click();
  await page.getByRole('radio', { name: 'Mentors' }).check();
  await page.locator('#import-file').setInputFiles(spreadsheet('people.xlsx', workbook(rows)));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByText('We remembered how you read').waitFor();
  expect(await page.locator('#columns-default-hours').inputValue()).toBe('4');
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.locator('.import-counts li', { hasText: '8 are here already' }).waitFor();
  expect(await page.getByText('Nobody new is in this file.').count()).toBe(1);
});

test('welcomed once, and taken back but for who has signed in', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk/import');
  await page.getByRole('button', { name: 'Welcome them by mail' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Welcome them by mail' }).click();
  await hears(page, /8 mails are on their way/);
  await page.getByText('Welcomed', { exact: true }).waitFor();
  await stage.app
    .sql`update auth.users set email_confirmed_at = now() where email = 'mentor3@import.example'`;
  await page.getByRole('button', { name: /^Take back/ }).click();
  await page
    .locator('dialog')
    .getByRole('button', { name: /^Take back/ })
    .click();
  await page.getByText('Åse (row 7) has signed in since.').waitFor();
  await page.getByText('Taken back', { exact: true }).waitFor();
  expect(await there()).toBe(1);
  expect(ingrid.trouble).toEqual([]);
});

test('on a phone, in Norwegian, for one region: rows of other regions are named', async () => {
  const torstein = await stage.enter(cast.coordinatorRogaland.address, phone);
  const { page } = torstein;
  await torstein.go('nb/desk/import');
  await page.getByRole('radio', { name: 'Mentorer' }).check();
  const csv = [header, sound(201), sound(202, 'Oslo')].map((row) => row.join(';')).join('\r\n');
  await page.locator('#import-file').setInputFiles(spreadsheet('folk.csv', Buffer.from(csv, 'latin1')));
  await page.getByRole('button', { name: 'Les filen' }).click();
  await page.locator('h2:focus', { hasText: 'Hva står i hvilken kolonne?' }).waitFor();
  await picture(page, 'import-columns-phone');
  // Remembered from the colleague who has the whole programme.
  await page.getByRole('button', { name: 'Se på radene' }).click();
  await page.locator('.import-problems li', { hasText: 'Dette er utenfor regionen din.' }).waitFor();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'import-look-phone');
  expect(torstein.trouble).toEqual([]);
});
