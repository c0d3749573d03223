import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { axeProblems } from '../axe.ts';
import { fill, kept, signUp } from './profile-pages.ts';
import { openStage, phone, type Stage } from './stage.ts';

const people = t('da', 'people');
const mentor = t('da', 'mentor-profile');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

const answers = {
  name: 'Freja',
  programme: 'women-network',
  field: ['sygeplej', 'Sygeplejersker'] as [string, string],
  languages: [['da', 'N']] as [string, string][],
  topics: ['cv', 'work-culture'],
  formats: ['in-person', 'online'],
  region: 'dk-84',
  town: 'dk-0101',
  hours: '4',
  about: 'Jeg har været sygeplejerske i mange år og fortæller gerne, hvordan arbejdet er her.',
};

test('a new mentor applies on a phone, in Danish, and sees what others will see', async () => {
  const person = await signUp(stage, 'da', 'freja@example.org', 'mentor', phone);
  const { page } = person;
  await fill(page, 'da', 'mentor', answers);
  // How people find each other in the chosen programme stands below the choice.
  await expect.poll(() => page.locator('.way').innerText()).toBe(mentor('mentor-profile.way.coordinator'));
  await expect.poll(() => page.locator('input[name="mentor-capacity"]').count()).toBe(2);
  await page.getByLabel(mentor('mentor-profile.migrated.no')).check();
  await expect
    .poll(() => page.locator('.preview').innerText())
    .toMatch(/Freja[\s\S]*Sygeplejersker[\s\S]*København/);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await kept(page, 'da');
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => page.getByLabel(mentor('mentor-profile.migrated.no')).isChecked()).toBe(true);
  await page.getByRole('button', { name: people('people.save') }).click();
  await page.getByRole('heading', { name: people('people.done.waiting', { name: 'Freja' }) }).waitFor();
  const [row] = await stage.app.sql`select m.* from public.mentors m join public.people p on p.id = m.person
    where p.shown_name = 'Freja'`;
  expect(row).toMatchObject({
    place: 'dk-0101',
    region: 'dk-84',
    capacity: 1,
    migrated: false,
    standing: 'waiting',
  });
  expect(person.trouble).toEqual([]);
});

test('what the other sees after a yes is chosen in the settings, and nothing is shared by half', async () => {
  const person = await signUp(stage, 'da', 'maja@example.org', 'settings', phone);
  const { page } = person;
  await page.getByRole('heading', { name: people('people.profile-first') }).waitFor();
  await person.go('da/my/mentor');
  await fill(page, 'da', 'mentor', { ...answers, name: 'Maja' });
  await page.getByRole('button', { name: people('people.save') }).click();
  await page.getByRole('link', { name: people('people.done.contact') }).click();
  await page.getByLabel(people('people.contact.phone')).check();
  const save = page.getByRole('button', { name: people('people.contact.save'), exact: true });
  await save.click();
  await page.locator('.error-summary').getByText(t('da', 'form')('form.phone-needed')).waitFor();
  await page.getByRole('textbox', { name: people('people.phone') }).fill('+45 12 34 56 78');
  await save.click();
  await page.getByText(people('people.contact.saved')).waitFor();
  await page.getByLabel(people('people.locale')).selectOption('en');
  await page.getByRole('button', { name: people('people.locale.save') }).click();
  await page.getByText(people('people.locale.saved', { language: 'engelsk' })).waitFor();
  const [row] = await stage.app.sql`select p.locale, x.contact, x.phone, x.surname from public.people p
    join public.people_private x on x.person = p.id where p.shown_name = 'Maja'`;
  expect(row).toEqual({ locale: 'en', contact: 'phone', phone: '+45 12 34 56 78', surname: null });
  await expect.poll(() => axeProblems(page)).toEqual([]);

  await page.getByRole('button', { name: people('people.sessions.everywhere') }).click();
  await page.waitForURL(/\/da\/$/);
  await person.go('da/my/settings');
  await page
    .locator('main')
    .getByRole('link', { name: t('da', 'form')('form.sign-in') })
    .waitFor();
  expect(person.trouble).toEqual([]);
});
