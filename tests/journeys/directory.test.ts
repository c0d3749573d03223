import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { openStage, type Person, type Stage } from './stage.ts';

const say = t('en', 'directory');
let stage: Stage;
let mentee: Person;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  mentee = await stage.enter(cast.mentee.address);
  ({ page } = mentee);
});
afterAll(async () => {
  await stage?.close();
});

const names = () => page.locator('.people > .card h3').allTextContents();

test('words forgive typos, and the address keeps them', async () => {
  await mentee.go('en/mentors');
  await page.getByLabel(say('directory.words')).fill('pumper turbinner');
  await expect.poll(names).toEqual([cast.mentor2.name]);
  expect(new URL(page.url()).searchParams.get('words')).toBe('pumper turbinner');
  await page.reload();
  await expect.poll(names).toEqual([cast.mentor2.name]);
  await expect.poll(() => page.getByLabel(say('directory.words')).inputValue()).toBe('pumper turbinner');
});

test('whoever pauses after a word goes on where she was', async () => {
  await mentee.go('en/mentors');
  const field = page.getByLabel(say('directory.words'));
  await field.pressSequentially('pumper ');
  await page.waitForURL(/words=pumper$/);
  await expect.poll(names).toEqual([cast.mentor2.name]);
  await field.pressSequentially('turbiner');
  await page.waitForURL(/words=pumper(\+|%20)turbiner$/);
  expect(await field.inputValue()).toBe('pumper turbiner');
});

test('every filter is a step in the history, and back undoes it', async () => {
  await mentee.go('en/mentors');
  await expect.poll(names).toEqual([cast.mentor.name, cast.mentor2.name]);
  await page.getByLabel(say('directory.where')).selectOption('no-11');
  await expect.poll(names).toEqual([cast.mentor2.name]);
  await page.getByLabel(say('directory.hours'), { exact: true }).selectOption('8');
  await page.getByText(say('directory.empty.no-one'), { exact: true }).waitFor();
  await page.goBack();
  await expect.poll(names).toEqual([cast.mentor2.name]);
  await expect.poll(() => page.getByLabel(say('directory.hours'), { exact: true }).inputValue()).toBe('0');
  await page.goBack();
  await expect.poll(names).toEqual([cast.mentor.name, cast.mentor2.name]);
  expect(new URL(page.url()).search).toBe('');
});

test('favourites and hidden ones are kept, and can be taken back', async () => {
  await mentee.go('en/mentors');
  const jonas = page.locator('.card', { hasText: cast.mentor2.name });
  await jonas.getByRole('button', { name: say('directory.keep') }).click();
  await jonas.getByRole('button', { name: say('directory.favourite'), pressed: true }).waitFor();
  await page.getByRole('radio', { name: say('directory.shelf.favourite') }).check();
  await expect.poll(names).toEqual([cast.mentor2.name]);
  await page.getByRole('radio', { name: say('directory.shelf.all') }).check();
  await expect.poll(names).toHaveLength(2);
  await page
    .locator('.card', { hasText: cast.mentor.name })
    .getByRole('button', { name: say('directory.hide') })
    .click();
  await page.getByText(say('directory.hidden', { name: cast.mentor.name })).waitFor();
  await page.reload();
  await expect.poll(names).toEqual([cast.mentor2.name]);
  await page.getByRole('radio', { name: say('directory.shelf.hidden') }).check();
  await expect.poll(names).toEqual([cast.mentor.name]);
  await page.getByRole('button', { name: say('directory.show-again') }).click();
  await page.getByRole('button', { name: say('directory.hide') }).waitFor();
});

test('an address somebody made up opens the whole directory', async () => {
  await mentee.go('en/mentors/?field=%3Cscript%3E&where=%27%3B--&offers=gold&hours=abc&shelf=blocked');
  await expect.poll(names).toHaveLength(2);
});

test('with the keyboard alone: search, open a mentor, write, send', async () => {
  await mentee.go('en/mentors');
  await tabTo('words');
  await page.keyboard.type('bridge');
  await expect.poll(names).toEqual([cast.mentor.name]);
  await tabTo(cast.mentor.name);
  await page.keyboard.press('Enter');
  await page.getByLabel(t('en', 'request')('request.message')).waitFor();
  await tabTo('message');
  await page.keyboard.type('Written without touching a mouse even once.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(t('en', 'mentor')('mentor.asked', { name: cast.mentor.name })).waitFor();
});

test('a dialog takes the focus, Escape gives it back', async () => {
  const mentor = await stage.enter(cast.mentor.address);
  await mentor.go('en/my');
  const no = mentor.page.getByRole('button', {
    name: `${t('en', 'request')('request.no')} ${cast.mentee.name}`,
  });
  await no.focus();
  await mentor.page.keyboard.press('Enter');
  const dialog = mentor.page.getByRole('dialog');
  await dialog.waitFor();
  await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  await mentor.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => no.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(mentor.trouble).toEqual([]);
  await mentor.context.close();
});

test('nothing of this broke a rule of the security policy', () => {
  expect(mentee.trouble).toEqual([]);
});

/** Presses Tab until the focus is on a field of this name or a link of these words. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => {
      const { activeElement: element } = document;
      return (
        element?.id === wanted || element?.getAttribute('name') === wanted || element?.textContent === wanted
      );
    }, name);
    if (there) return;
  }
  throw new Error(`The keyboard never came to “${name}”.`);
}
