import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/t.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { newestCode } from '../embedded.ts';
import { visit, type desktop, type Person, type Stage } from './stage.ts';

/** Somebody new: asks for a code on the sign-in page, takes it from the mailbox and lands on the page she wanted. */
export async function signUp(
  { app, browser }: Stage,
  lang: Locale,
  address: string,
  part: 'mentee' | 'mentor' | 'settings',
  size?: typeof desktop,
): Promise<Person> {
  const person = await visit(app, browser, size);
  const { page } = person;
  const say = t(lang, 'sign-in');
  await person.go(`${lang}/sign-in/?next=/${lang}/my/${part}/`);
  await page.getByLabel(say('sign-in.address')).fill(address);
  await page.getByRole('button', { name: say('sign-in.send') }).click();
  await page.getByLabel(say('sign-in.code')).waitFor();
  await page.getByLabel(say('sign-in.code')).fill((await newestCode(app.sql, address)).code);
  await page.getByRole('button', { name: say('sign-in.enter'), exact: true }).click();
  await page.locator('form.profile-form, .settings').waitFor();
  return person;
}

export interface Answers {
  name: string;
  programme: string;
  /** What is typed, and what of the found is taken. */
  field: [typed: string, taken: string];
  specialism?: string;
  languages: [language: string, level: string][];
  topics: string[];
  formats: string[];
  region: string;
  town?: string;
  hours: string;
  about: string;
}

/** Fills in what both forms ask, with keys and clicks like a person. */
export async function fill(
  page: Page,
  lang: Locale,
  part: 'mentee' | 'mentor',
  answers: Answers,
): Promise<void> {
  const say = t(lang, 'people');
  const labelled = (label: string) => page.getByLabel(label, { exact: false }).first();
  await labelled(say('people.shown_name')).fill(answers.name);
  await page.locator(`input[value="${answers.programme}"]`).check();
  await labelled(say('people.field')).fill(answers.field[0]);
  await page.getByRole('option', { name: answers.field[1], exact: true }).click();
  if (answers.specialism) await labelled(say('people.specialism')).fill(answers.specialism);
  for (const [nr, [language, level]] of answers.languages.entries()) {
    if (nr > 0) await page.getByRole('button', { name: t(lang, 'form')('form.add-language') }).click();
    const line = page.getByRole('group', { name: say('people.language.nr', { nr: nr + 1 }) });
    await line.locator('select').first().selectOption(language);
    await line.locator('select').last().selectOption(level);
  }
  for (const value of [...answers.topics, ...answers.formats])
    await page.locator(`input[value="${value}"]`).check();
  await page.locator(`#${part}-place`).selectOption(answers.region);
  if (answers.town) await page.locator(`#${part}-town-place`).selectOption(answers.town);
  await labelled(say('people.hours')).fill(answers.hours);
  await labelled(say('people.about')).fill(answers.about);
}

/** Until the server has what was typed. */
export async function kept(page: Page, lang: Locale): Promise<void> {
  await page.getByText(t(lang, 'people')('people.kept')).waitFor();
}
