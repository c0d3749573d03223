import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { fill, kept, signUp } from './profile-pages.ts';
import { openStage, type Person, type Stage } from './stage.ts';

const people = t('en', 'people');
const form = t('en', 'form');
const refusal = t('en', 'refusal');
const markup = `<img src=x onerror="document.title='hit'">'); drop table people;--`;
let stage: Stage;
let person: Person;
beforeAll(async () => {
  stage = await openStage();
  person = await signUp(stage, 'en', 'bad@example.org', 'mentee');
  await fill(person.page, 'en', 'mentee', {
    name: 'Noor',
    programme: 'highly-skilled',
    field: ['nurse', 'Nurses'],
    languages: [['en', 'C1']],
    topics: ['cv'],
    formats: ['online'],
    region: 'no-11',
    hours: '4',
    about: 'I have worked as a nurse for eight years.',
  });
});
afterAll(async () => {
  await stage?.close();
});

const save = () => person.page.getByRole('button', { name: people('people.save') }).click();
const summary = () => person.page.locator('.error-summary');

test('over-long text and numbers that are none are named at their field, and stay as they were typed', async () => {
  const { page } = person;
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
    await save();
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
  const { page } = person;
  const sent: [change: object, field: string | null, words: string][] = [
    [{ place: 'no-9999' }, 'place', refusal('refusal.place_unknown')],
    [{ place: 'fi-091', formats: ['in-person'] }, 'place', refusal('refusal.place_outside_programme')],
    [{ field: '9999' }, 'field', refusal('refusal.field_unknown')],
    [{ programme: markup }, 'programme', refusal('refusal.programme_unknown')],
    [{ languages: { en: 'C1' } }, 'languages', refusal('refusal.languages_unsound')],
    [{ languages: [{ language: 'xx', level: 'Z9' }] }, 'languages', refusal('refusal.languages_unsound')],
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
    await save();
    await summary().getByText(words).waitFor();
    if (field) await expect.poll(() => page.locator(`#mentee-${field}-error`).textContent()).toBe(words);
    await page.unroute('**/rpc/save_mentee_profile');
  }
  const saved = await stage.app.sql`select 1 from public.people where shown_name = 'Noor'`;
  expect(saved).toHaveLength(0);
});

test('HTML and SQL are words like any other', async () => {
  const { page } = person;
  const about = `${markup} {{7*7}} \${7*7}`;
  await page.locator('#mentee-shown_name').fill('<b>Noor</b>');
  await page.locator('#mentee-specialism').fill(markup);
  await page.locator('#mentee-about').fill(about);
  await kept(page, 'en');
  await page.reload({ waitUntil: 'networkidle' });
  const card = page.locator('.preview');
  await expect.poll(() => card.locator('h3').textContent()).toBe('<b>Noor</b>');
  await expect.poll(() => card.locator('.about').textContent()).toBe(about);
  await save();
  await page.getByRole('heading', { name: people('people.done.waiting', { name: '<b>Noor</b>' }) }).waitFor();
  const [row] = await stage.app.sql`select m.about, m.specialism from public.mentees m
    join public.people p on p.id = m.person where p.shown_name = '<b>Noor</b>'`;
  expect(row).toEqual({ about, specialism: markup });
  await expect.poll(() => page.title()).not.toBe('hit');
  expect(person.trouble).toEqual([]);
});
