import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { interests, type Interest } from '../../src/schemas/vocabulary.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { kept, save, saved } from './profile-pages.ts';
import { openStage, phone, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

test('who has no place is led to applying, also from the settings', async () => {
  const people = t('nb', 'people');
  const { page, go, trouble } = await stage.enter(cast.outsider.address);
  await go('nb/my/mentor');
  await page.getByRole('heading', { name: people('people.apply-first') }).waitFor();
  await expect.poll(() => page.locator('form.profile-form').count()).toBe(0);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.getByRole('link', { name: people('people.apply-first.mentor') }).click();
  await page.waitForURL('**/nb/apply/mentor/');
  await go('nb/my/settings');
  await page.getByText(people('people.contact-later')).waitFor();
  await page.getByRole('link', { name: people('people.apply-first.mentee') }).click();
  await page.waitForURL('**/nb/apply/mentee/');
  expect(trouble).toEqual([]);
});

test('a mentee changes what she wrote; the draft waits for her, and saving twice is once', async () => {
  const people = t('nb', 'people');
  const { page, go, trouble } = await stage.enter(cast.mentee.address);
  await go('nb/my/mentee');
  await expect.poll(() => page.locator('#mentee-field').inputValue()).toMatch(/Sivilingeniører/);
  // Her programme is told and not asked.
  await page.locator('.told').filter({ hasText: 'Høyt kvalifisert' }).waitFor();
  await expect.poll(() => page.locator('input[name="mentee-programme"]').count()).toBe(0);
  await page.locator('#mentee-field').fill('sykepleier');
  await page.getByRole('option', { name: 'Sykepleiere', exact: true }).click();
  await page.locator('#mentee-place').selectOption('no-11');
  await page.locator('#mentee-town-place').selectOption('no-1103');
  await page.getByLabel(people('people.hours')).fill('6 timer');
  await expect
    .poll(() => page.locator('.preview').innerText())
    .toMatch(/Amina[\s\S]*Sykepleiere[\s\S]*Stavanger, Rogaland/);
  await expect.poll(() => axeProblems(page)).toEqual([]);

  // All of it is there again after a reload, and on another device.
  await kept(page, 'nb');
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(t('nb', 'form')('form.restored')).waitFor();
  await expect.poll(() => page.getByLabel(people('people.hours')).inputValue()).toBe('6 timer');
  await page.getByRole('button', { name: people('people.save') }).dblclick();
  await saved(page, 'nb');
  await page.getByRole('link', { name: t('nb', 'mentee')('mentee.done.find') }).waitFor();
  const [row] = await stage.app.sql`select m.standing, m.programme, m.place, m.hours, m.field,
      (select count(*)::int from public.events where verb = 'save_mentee_profile') as events,
      (select count(*)::int from public.drafts d where d.person = m.person) as drafts
    from public.mentees m where m.person = ${cast.mentee.id}`;
  expect(row).toEqual({ standing: 'approved', programme: 'highly-skilled', place: 'no-1103', hours: 6, field: '2221', events: 1, drafts: 0 }); // prettier-ignore
  expect(trouble).toEqual([]);
});

test('who was let in although she lives elsewhere finds her region, keeps it, and changes the rest', async () => {
  const people = t('sv', 'people');
  await stage.app.sql`update public.mentees set place = 'dk-84', region = 'dk-84', formats = '{in-person}'
    where person = ${cast.mentee2.id}`;
  const { page, go, trouble } = await stage.enter(cast.mentee2.address);
  await go('sv/my/mentee');
  const region = page.locator('#mentee-place');
  await expect.poll(() => region.inputValue()).toBe('dk-84');
  await page
    .locator(`#mentee-place optgroup[label="${people('people.place.home')}"]`)
    .waitFor({ state: 'attached' });
  await page.getByLabel(people('people.hours')).fill('7');
  await save(page, 'sv');
  await saved(page, 'sv');
  const [row] = await stage.app
    .sql`select place, hours from public.mentees where person = ${cast.mentee2.id}`;
  expect(row).toEqual({ place: 'dk-84', hours: 7 });
  expect(trouble).toEqual([]);
});

test('a programme that looks at interests asks for five at most; the wish for a mother tongue is asked everywhere', async () => {
  const [people, form] = [t('sv', 'people'), t('sv', 'form')];
  const tongue = t('sv', 'mentee')('mentee.prefers-tongue.own');
  const { page, go, trouble } = await stage.enter(cast.mentee2.address, phone);
  await go('sv/my/mentee');
  await page.getByLabel(tongue).check();
  await expect.poll(() => page.getByText(people('people.interests')).count()).toBe(0);
  await save(page, 'sv');
  await saved(page, 'sv');
  await stage.app.sql`update public.mentees set programme = 'settle-in', place = 'fi-18', region = 'fi-18'
    where person = ${cast.mentee2.id}`;
  await go('sv/my/mentee');
  await expect.poll(() => page.getByLabel(tongue).isChecked()).toBe(true);
  const box = (interest: Interest) => page.locator(`input[name="mentee-interests"][value="${interest}"]`);
  for (const interest of interests.slice(0, 6)) await box(interest).check();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await save(page, 'sv');
  await page
    .locator('.error-summary')
    .getByText(form('form.choose-fewer', { max: 5 }))
    .waitFor();
  await box('sport').uncheck();
  await save(page, 'sv');
  await saved(page, 'sv');
  const [row] = await stage.app
    .sql`select interests, prefers_tongue from public.mentees where person = ${cast.mentee2.id}`;
  expect(row).toEqual({ interests: interests.slice(1, 6), prefers_tongue: 'own' });
  expect(trouble).toEqual([]);
});

test('a mentor on a phone, in Danish: what others see, and what the other sees after a yes', async () => {
  const people = t('da', 'people');
  const { page, go, trouble } = await stage.enter(cast.mentor.address, phone);
  await go('da/my/mentor');
  await expect.poll(() => page.locator('input[name="mentor-capacity"]').count()).toBeGreaterThan(1);
  await page.getByLabel(t('da', 'mentor-profile')('mentor-profile.migrated.yes')).check();
  await expect.poll(() => page.locator('.preview').innerText()).toMatch(/Kari[\s\S]*Oslo/);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await save(page, 'da');
  await saved(page, 'da');
  const [mentor] = await stage.app
    .sql`select migrated, standing from public.mentors where person = ${cast.mentor.id}`;
  expect(mentor).toEqual({ migrated: true, standing: 'approved' });

  // Nothing is shared by half.
  await page.getByRole('link', { name: people('people.done.contact') }).click();
  await page.getByLabel(people('people.contact.phone')).check();
  const keep = page.getByRole('button', { name: people('people.contact.save'), exact: true });
  await keep.click();
  await page.locator('.error-summary').getByText(t('da', 'form')('form.phone-needed')).waitFor();
  // Two forms are wrong: the title says so once, until both are right.
  await page.locator('#background-employer').fill('X');
  await page.getByRole('button', { name: t('da', 'background')('background.save') }).click();
  await page.locator('#background-employer-error').waitFor();
  await expect.poll(() => page.title()).toMatch(/^Fejl: (?!Fejl)/);
  await page.getByRole('textbox', { name: people('people.phone') }).fill('+45 12 34 56 78');
  await keep.click();
  await page.getByText(people('people.contact.saved')).waitFor();
  await expect.poll(() => page.title()).toMatch(/^Fejl: (?!Fejl)/);
  await page.locator('#background-employer').fill('');
  await expect.poll(() => page.title()).not.toContain('Fejl');
  await page.getByLabel(people('people.locale')).selectOption('en');
  await page.getByRole('button', { name: people('people.locale.save') }).click();
  await page.getByText(people('people.locale.saved', { language: 'engelsk' })).waitFor();
  const [row] = await stage.app.sql`select p.locale, x.contact, x.phone, x.surname from public.people p
    join public.people_private x on x.person = p.id where p.id = ${cast.mentor.id}`;
  expect(row).toEqual({ locale: 'en', contact: 'phone', phone: '+45 12 34 56 78', surname: null });
  await expect.poll(() => axeProblems(page)).toEqual([]);

  await page.getByRole('button', { name: people('people.sessions.everywhere') }).click();
  await page.waitForURL(/\/da\/$/);
  await go('da/my/settings');
  await page
    .locator('main')
    .getByRole('link', { name: t('da', 'form')('form.sign-in') })
    .waitFor();
  expect(trouble).toEqual([]);
});
