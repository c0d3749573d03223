import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { axeProblems } from '../axe.ts';
import { fill, kept, signUp } from './profile-pages.ts';
import { openStage, type Stage } from './stage.ts';

const people = t('nb', 'people');
const form = t('nb', 'form');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

test('a new mentee signs up by code, writes her profile in peace, and knows what happens next', async () => {
  const person = await signUp(stage, 'nb', 'samira@example.org', 'mentee');
  const { page } = person;
  // Nothing said yet: everything that is missing is named once, in the order of the form.
  await page.getByRole('button', { name: people('people.save') }).click();
  const summary = page.locator('.error-summary');
  await summary.getByRole('heading', { name: form('form.there-is-a-problem') }).waitFor();
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await expect.poll(() => page.title()).toMatch(/^Feil: /);
  const lines = await summary.getByRole('link').allTextContents();
  expect(lines).toHaveLength(9);
  expect(lines[0]).toBe(`${people('people.shown_name')}: ${form('form.missing')}`);
  expect(lines.at(-1)).toBe(`${people('people.about')}: ${form('form.missing')}`);
  await expect.poll(() => axeProblems(page)).toEqual([]);

  await fill(page, 'nb', 'mentee', {
    name: 'Samira',
    programme: 'highly-skilled',
    // Without accents, in words that are in no label.
    field: ['bygg ingenior', 'Sivilingeniører (bygg og anlegg)'],
    specialism: 'broer',
    languages: [
      ['ar', 'N'],
      ['no', 'B1'],
      ['en', 'C1'],
    ],
    topics: ['network', 'cv'],
    formats: ['online', 'in-person'],
    region: 'no-11',
    town: 'no-1103',
    hours: '4 timer',
    about: 'Jeg har bygget broer i seks år og vil finne en jobb der jeg kan gjøre det igjen.',
  });
  await expect.poll(() => summary.count()).toBe(0);
  const card = page.locator('.preview');
  await expect
    .poll(() => card.innerText())
    .toMatch(/Samira[\s\S]*broer[\s\S]*Arabisk[\s\S]*Stavanger, Rogaland/);
  await expect.poll(() => axeProblems(page)).toEqual([]);

  // All of it is there again after a reload, and on another device.
  await kept(page, 'nb');
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(form('form.restored')).waitFor();
  await expect.poll(() => page.locator('.preview').innerText()).toMatch(/Samira[\s\S]*Stavanger, Rogaland/);
  await expect.poll(() => page.getByLabel(people('people.hours')).inputValue()).toBe('4 timer');

  await page.getByRole('button', { name: people('people.save') }).dblclick();
  await page.getByRole('heading', { name: people('people.done.waiting', { name: 'Samira' }) }).waitFor();
  const [row] = await stage.app.sql`select m.*, p.shown_name, p.locale from public.mentees m
    join public.people p on p.id = m.person where p.shown_name = 'Samira' and m.place = 'no-1103'`;
  expect(row).toMatchObject({
    programme: 'highly-skilled',
    standing: 'waiting',
    locale: 'nb',
    specialism: 'broer',
    goals: ['network', 'cv'],
    hours: 4,
    prefers: 'any',
    languages: [
      { language: 'ar', level: 'N' },
      { language: 'no', level: 'B1' },
      { language: 'en', level: 'C1' },
    ],
  });
  const [events] = await stage.app.sql`select count(*)::int from public.events
    where verb = 'save_mentee_profile' and subject = ${row!.person}`;
  expect(events!.count).toBe(1);
  const [drafts] = await stage.app.sql`select count(*)::int from public.drafts where person = ${row!.person}`;
  expect(drafts!.count).toBe(0);
  expect(person.trouble).toEqual([]);
});

test('what is saved comes back to be changed; once approved, the way leads to the mentors', async () => {
  const person = await signUp(stage, 'nb', 'rana@example.org', 'mentee');
  const { page } = person;
  await fill(page, 'nb', 'mentee', {
    name: 'Rana',
    programme: 'highly-skilled',
    field: ['sykepleier', 'Sykepleiere'],
    languages: [['no', 'B2']],
    topics: ['interview'],
    formats: ['online'],
    region: 'no-03',
    hours: '3',
    about: 'Jeg er sykepleier fra Aleppo og øver til samtaler på norsk.',
  });
  await page.getByRole('button', { name: people('people.save') }).click();
  await page.getByRole('heading', { name: people('people.done.waiting', { name: 'Rana' }) }).waitFor();
  await stage.app.sql`update public.mentees set standing = 'approved', approved_at = now()
    where person = (select id from public.people where shown_name = 'Rana')`;
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => page.locator('#mentee-field').inputValue()).toBe('Sykepleiere');
  await page.getByLabel(people('people.hours')).fill('6');
  await page.getByRole('button', { name: people('people.save') }).click();
  await page.getByRole('link', { name: t('nb', 'mentee')('mentee.done.find') }).waitFor();
  expect(person.trouble).toEqual([]);
});
