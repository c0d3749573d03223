import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { axeProblems } from '../axe.ts';
import { newestCode } from '../embedded.ts';
import { visit, type desktop, type Person, type Stage } from './stage.ts';

/** Answers by the question's key: what is typed, chosen, or ticked; a language with its level as `no B2`. */
export type Said = Record<string, string | string[]>;

/** Somebody new comes to a form from outside, signs in by the code in her mail, and begins. */
export async function beginToApply(
  { app, browser }: Stage,
  lang: Locale,
  address: string,
  form: string,
  size?: typeof desktop,
): Promise<Person> {
  const person = await visit(app, browser, size);
  const { page } = person;
  const say = t(lang, 'sign-in');
  await person.go(`${lang}/apply/${form}`);
  await expect.poll(() => axeProblems(page), { message: 'before signing in' }).toEqual([]);
  await page.getByRole('button', { name: t(lang, 'apply')('apply.sign-in') }).click();
  await page.waitForURL(/\/sign-in\//);
  await page.waitForLoadState('networkidle');
  await page.getByLabel(say('sign-in.address')).fill(address);
  await page.getByRole('button', { name: say('sign-in.send') }).click();
  await page.getByLabel(say('sign-in.code')).waitFor();
  await page.getByLabel(say('sign-in.code')).fill((await newestCode(app.sql, address)).code);
  await page.getByRole('button', { name: say('sign-in.enter'), exact: true }).click();
  await page.getByRole('button', { name: t(lang, 'apply')('apply.begin'), exact: true }).click();
  await page.locator('.one-step').waitFor();
  return person;
}

/** How a question is answered, once it is there. */
const kindOf = (
  page: Page,
  key: string,
): Promise<'options' | 'combobox' | 'checkbox' | 'select' | 'text'> => {
  const field = page.locator(`#apply-${key}, input[name="apply-${key}"]`).first();
  return field.evaluate((field, key) => {
    if (document.querySelector(`input[name="apply-${key}"]`)) return 'options';
    if (field.getAttribute('role') === 'combobox') return 'combobox';
    if (field.getAttribute('type') === 'checkbox') return 'checkbox';
    return field.tagName === 'SELECT' ? 'select' : 'text';
  }, key);
};

/** Answers questions of the page that is open. */
export async function answer(page: Page, said: Said): Promise<void> {
  for (const [key, value] of Object.entries(said)) {
    const field = page.locator(`#apply-${key}`);
    const texts = [value].flat();
    const kind = key === 'languages' ? key : await kindOf(page, key);
    if (kind === 'languages') await speak(page, texts);
    else if (kind === 'options')
      for (const text of texts) await page.locator(`input[name="apply-${key}"][value="${text}"]`).check();
    else if (kind === 'combobox') await find(page, key, texts);
    else if (kind === 'checkbox') await field.check();
    else if (kind === 'select') await field.selectOption(texts[0] ?? '');
    else await field.fill(texts[0] ?? '');
  }
}

/** What is typed, and what of the found is taken. */
async function find(page: Page, key: string, [typed = '', taken = typed]: string[]): Promise<void> {
  await page.locator(`#apply-${key}`).fill(typed);
  await page.getByRole('option', { name: taken, exact: true }).click();
}

async function speak(page: Page, languages: string[]): Promise<void> {
  for (const [nr, spoken] of languages.entries()) {
    if (nr > 0) await page.locator('#apply-languages-add').click();
    const [language = '', level = ''] = spoken.split(' ');
    const selects = page.locator('.line').nth(nr).locator('select');
    await selects.first().selectOption(language);
    await selects.last().selectOption(level);
  }
}

/** The address is there before the step is. */
const isDrawn = (page: Page, step: string) =>
  page.locator(step === 'review' ? '.review' : `.one-step[data-step="${step}"]`).waitFor();

/** Goes on to the step with this name. */
export async function goOn(page: Page, to: string): Promise<void> {
  await page.locator('.one-step button[type="submit"]').click();
  await page.waitForURL(new RegExp(`#${to}$`));
  await isDrawn(page, to);
}

/** Goes on to whichever step comes next. */
export async function goOnFrom(page: Page): Promise<void> {
  const here = new URL(page.url()).hash;
  await page.locator('.one-step button[type="submit"]').click();
  await page.waitForURL((url) => url.hash !== here);
  await isDrawn(page, new URL(page.url()).hash.slice(1));
}

/** Until the server has what was typed. */
export async function isKept(page: Page, lang: Locale): Promise<void> {
  await page.locator('.kept.saved', { hasText: t(lang, 'apply')('apply.saved') }).waitFor();
}

/** Words a minute: in a new language, and in one's own. */
export const reading = { mentee: 130, mentor: 200 };

/** Minutes for a page that is read from top to bottom; two letters are typed a second, a choice takes three. */
export async function minutesFor(page: Page, said: Said, pace: number): Promise<number> {
  // Nobody reads a list of all countries from top to bottom.
  const words = await page.locator('.one-step').evaluate((step) => {
    const read = step.cloneNode(true) as HTMLElement;
    for (const list of read.querySelectorAll('select, [role="listbox"]')) list.remove();
    return read.textContent.split(/\s+/).length;
  });
  const texts = Object.entries(said).map(([key, value]) => ({ key, values: [value].flat() }));
  const typed = texts.filter(({ key }) =>
    /name|year|hours|specialism|employer|about|field|country/.test(key),
  );
  const letters = typed.reduce((sum, { values }) => sum + (values[0]?.length ?? 0), 0);
  const choices = texts.reduce((sum, { values }) => sum + values.length, 0);
  return words / pace + letters / 120 + (choices * 3) / 60;
}

/** Nothing went wrong in this browser meanwhile. */
export function isUntroubled({ trouble }: Person): void {
  expect(trouble).toEqual([]);
}

/** Goes back from a step with an error: the title is the other step's, and says nothing of an error. */
export async function leaveWrong(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('nb', 'apply')('apply.continue') }).click();
  await expect.poll(() => page.title()).toMatch(/^Feil: .*2/);
  await page.goBack();
  await expect.poll(() => page.title()).toMatch(/^(?!Feil).*1/);
  await page.goForward();
  await expect.poll(() => page.title()).toMatch(/^(?!Feil).*2/);
}
