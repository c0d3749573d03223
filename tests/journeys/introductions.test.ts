/** Whoever wonders whether to join meets mentors who want to be met: after a yes, until a press, and as long as no desk stops it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { picture } from './pictures.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const nb = t('nb', 'introduction');
const en = t('en', 'introduction');
const words = 'Jeg bygger broer, og jeg liker spørsmål uten raske svar.';
let stage: Stage;
let visitor: Person;
let kari: Person;
beforeAll(async () => {
  stage = await openStage();
  await stage.app.sql`insert into public.pictures (person, shape) values (${cast.mentor.id}, 4)`;
  visitor = await visit(stage.app, stage.browser, phone);
  kari = await stage.enter(cast.mentor.address);
});
afterAll(() => stage.close());

const looks = async ({ page }: Person) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()!.width);
  expect(await axeProblems(page)).toEqual([]);
};
/** What a visitor sees after coming anew. */
const seen = async () => {
  await visitor.page.reload();
  return visitor.page.locator('.met :is(h2, .about)').first().innerText();
};

test('a programme’s page leads to its mentors, of whom nobody is shown without her yes', async () => {
  const { page } = visitor;
  await visitor.go('nb/programmes/highly-skilled');
  await page.getByRole('link', { name: nb('introduction.title') }).click();
  await page.getByRole('heading', { name: nb('introduction.none') }).waitFor();
  expect(await page.locator('#meet-programme').inputValue()).toBe('highly-skilled');
  await page.getByText(nb('introduction.how.text')).waitFor();
  await looks(visitor);
  await picture(page, 'meet-mentors-nobody-phone');
});

test('she looks at exactly that, says yes, and visitors read it', async () => {
  const { page } = kari;
  await kari.go('en/my/settings');
  const section = page.locator('#introduction');
  await section.getByRole('button', { name: en('introduction.mine.yes') }).click();
  await section.locator('.error-summary:focus').waitFor();
  await section.getByRole('textbox').fill(words);
  const preview = await section.locator('article').innerText();
  expect(preview).toContain(words);
  await looks(kari);
  await picture(page, 'introduction-settings');
  await section.getByRole('button', { name: en('introduction.mine.yes') }).click();
  await section.getByRole('button', { name: en('introduction.mine.stop') }).waitFor();
  await visitor.page.goto(`${stage.app.url}/en/meet-mentors/?programme=highly-skilled`);
  expect(await visitor.page.locator('.met article').innerText()).toBe(preview);
  expect(await visitor.page.locator('.met article img').getAttribute('src')).toBe('/shapes/4.svg');
  await looks(visitor);
  await picture(visitor.page, 'meet-mentors-phone');
});

test('without a network it says so, and reads again', async () => {
  const { page } = visitor;
  const calls = '**/rpc/meet_mentors';
  await page.route(calls, (route) => route.abort());
  await page.locator('#meet-programme').selectOption('company');
  await page.getByRole('alert').waitFor();
  await page.unroute(calls);
  await page.getByRole('button', { name: t('en', 'form')('form.try-again') }).click();
  await page.getByRole('heading', { name: en('introduction.none') }).waitFor();
  await page.locator('#meet-programme').selectOption('highly-skilled');
  await page.getByText(words).waitFor();
});

test('one press takes it back', async () => {
  await kari.page.getByRole('button', { name: en('introduction.mine.stop') }).click();
  await kari.page.getByRole('button', { name: en('introduction.mine.yes') }).waitFor();
  expect(await seen()).toBe(en('introduction.none'));
});

test('a coordinator takes it out and says why, and may let it be shown again', async () => {
  const say = t('en', 'desk-people');
  const ingrid = await stage.enter(cast.coordinator.address);
  await kari.page.getByRole('button', { name: en('introduction.mine.yes') }).click();
  await kari.page.getByRole('button', { name: en('introduction.mine.stop') }).waitFor();
  const { page } = ingrid;
  await ingrid.go(`en/desk/people/#${cast.mentor.id}`);
  await page.getByText(words).waitFor();
  await picture(page, 'introduction-desk');
  await page.getByRole('button', { name: say('desk-people.introduction.stop') }).click();
  await page.locator('dialog textarea').fill('Kan vi snakke om dette først?');
  await looks(ingrid);
  await page.locator('dialog button[type=submit]').click();
  await page.getByRole('button', { name: say('desk-people.introduction.allow') }).waitFor();
  expect(await seen()).toBe(en('introduction.none'));
  await kari.page.reload();
  await kari.page.getByText(en('introduction.mine.stopped')).waitFor();
  await looks(kari);
  await page.getByRole('button', { name: say('desk-people.introduction.allow') }).click();
  await page
    .getByRole('button', { name: say('desk-people.introduction.allow') })
    .waitFor({ state: 'detached' });
  await kari.page.reload();
  await kari.page.getByRole('button', { name: en('introduction.mine.yes') }).waitFor();
  for (const person of [visitor, kari, ingrid]) expect(person.trouble).toEqual([]);
});
