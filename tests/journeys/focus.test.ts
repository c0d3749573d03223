/** What one works at goes, as soon as it is done: the focus stays near it and never falls to the top of the page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { asPerson } from '../database.ts';
import { openStage, phone, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ demo: true });
});
afterAll(async () => {
  await stage?.close();
});

/** Presses a button as the keyboard does. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await button.focus();
  await button.press('Enter');
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const focusIn = (page: Page, selector: string) =>
  expect.poll(() => page.evaluate((one) => document.activeElement?.closest(one) !== null, selector)).toBe(true); // prettier-ignore

test('in the directory: more of them, one hidden and shown again, every choice taken back', async () => {
  const say = t('en', 'directory');
  const { page, go, trouble } = await stage.enter(cast.mentee.address, phone);
  await go('en/mentors');
  const cards = page.locator('.people > .card');
  for (let more = true; more;) {
    const shown = await cards.count();
    await press(page, say('directory.more'));
    await expect.poll(() => cards.count()).toBeGreaterThan(shown);
    more = (await page.getByText(say('directory.end')).count()) === 0;
    if (!more) await focusIn(page, `.people > .card:nth-child(${shown + 1})`);
  }
  const name = (await cards.first().locator('h3').textContent())!;
  await press(page, new RegExp(`^${say('directory.hide')}`));
  await expect.poll(() => focused(page)).toBe(say('directory.hidden', { name }));
  await press(page, say('directory.show-again'));
  await expect.poll(() => focused(page)).toBe(name);

  // The panel one chooses in stays open when the last choice is taken back.
  await page.locator('.sieve summary').click();
  const where = page.getByLabel(say('directory.where'));
  await where.selectOption('online');
  await page
    .locator('.sieve summary')
    .getByText(say('directory.filters-chosen', { count: 1 }))
    .waitFor();
  await where.selectOption('');
  await page.locator('.sieve summary').getByText(say('directory.filters'), { exact: true }).waitFor();
  expect(await where.isVisible()).toBe(true);
  await page.getByLabel(say('directory.words')).fill('qqqqqqqq');
  await page.getByText(say('directory.empty.no-one'), { exact: true }).waitFor();
  await press(page, say('directory.clear'));
  await expect.poll(() => focused(page)).toBe(say('directory.title.all'));
  expect(trouble).toEqual([]);
});

test('on my page: a no, a pause', async () => {
  const { sql } = stage.app;
  const request = t('en', 'request');
  const my = t('en', 'portal');
  await asPerson(
    sql,
    cast.mentee.id,
    (as) =>
      as`select public.send_request(${cast.mentor.id}, 'May I ask you about firms that build bridges?')`,
  );
  const { page, go, trouble } = await stage.enter(cast.mentor.address);
  await go('en/my');
  await press(page, new RegExp(`^${request('request.no')} ${cast.mentee.name}`));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(request('request.reason.no-time')).check();
  await dialog.getByRole('button', { name: request('request.no') }).press('Enter');
  await page.getByText(request('request.declined')).waitFor();
  await focusIn(page, 'main :is(h2, h3)');
  await press(page, my('my.pause'));
  await focusIn(page, '#pause-form-starts_on');
  await press(page, t('en', 'form')('form.cancel'));
  await focusIn(page, '#pause h3');
  await press(page, my('my.pause'));
  await press(page, my('my.pause.begin'));
  await page.getByRole('button', { name: my('my.pause.end') }).waitFor();
  await focusIn(page, '#pause h3');
  expect(trouble).toEqual([]);
});

test('at the desk and before applying: all of a list, another programme', async () => {
  const { page, go, trouble } = await stage.enter(cast.coordinator.address);
  await go('en/desk');
  const section = page.locator('.desk-section', { has: page.locator('.folded') }).first();
  await section.locator('> button').focus();
  await section.locator('> button').press('Enter');
  await focusIn(page, '.desk-rows > :nth-child(6) h4');
  await go('en/desk/needs');
  const gaps = page.locator('.gaps', { has: page.locator('> button') }).first();
  await gaps.locator('> button').focus();
  await gaps.locator('> button').press('Enter');
  await focusIn(page, 'tr:nth-child(7) th');
  await go('en/apply/mentor/?programme=highly-skilled');
  await press(page, t('en', 'apply')('apply.another-programme'));
  await focusIn(page, '#begin-programme');
  expect(trouble).toEqual([]);
});
