import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import { axeProblems } from '../axe.ts';
import { answer, goOn, isKept, isUntroubled, type Said } from './apply-pages.ts';
import { tabTo } from './coordinator-stage.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ingrid: Person;
beforeAll(async () => {
  stage = await openStage();
  ingrid = await stage.enter(cast.coordinator.address);
});
afterAll(async () => {
  await stage?.close();
});

const say = t('en', 'assist');

/** The mail with this subject, in words; empty until it is there. */
async function mail(address: string, subject: string): Promise<string> {
  await stage.app.drain();
  const [found] = await stage.app.sql<{ text: string }[]>`select text from mailbox.mails
    where address = ${address} and subject = ${subject}`;
  return found?.text ?? '';
}

/** Before the first question, with the keyboard alone: who it is, and her yes. */
async function begin(name: string, address: string, locale: string): Promise<void> {
  const { page } = ingrid;
  await ingrid.go('en/desk/applications/assist/mentee');
  await page.locator('#with-shown_name').waitFor();
  await tabTo(page, '#with-shown_name');
  await page.keyboard.type(name);
  await tabTo(page, '#with-address');
  await page.keyboard.type(address);
  await page.locator('#with-locale').selectOption(locale);
  await tabTo(page, '#with-how');
  await page.keyboard.press('Space');
  await tabTo(page, '#with-consent');
  await page.keyboard.press('Space');
  await expect.poll(() => page.locator('#with-consent').isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

const steps: [step: string, said: Said][] = [
  ['you', { came_as: 'refugee' }],
  ['meeting', { place: 'no-11', formats: ['in-person'], hours: '4', commitment: 'yes' }],
  ['languages', { languages: ['uk N', 'en B2'] }],
  ['work', { 'education-level': 'master', 'education-where': 'home', 'education-recognised': 'no', field: ['civil', 'Civil engineers'] }],
  ['goals', { goals: ['network'], prefers: 'any' }],
  ['about', { about: 'Has planned roads in Lviv for eight years and wants to go on with it.' }],
  ['last', { consent_store: 'yes' }],
]; // prettier-ignore

test('nothing begins without an address and a yes that was read aloud', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk/applications');
  await page
    .getByRole('link', { name: t('en', 'application-desk')('application-desk.assist.mentee') })
    .click();
  await page.locator('#with-shown_name').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.locator('#with-address').fill('Olena at home');
  await page.getByRole('button', { name: say('assist.begin') }).click();
  const summary = page.locator('.error-summary');
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await summary.getByRole('link').count()).toBe(4);
  await summary.getByText(say('assist.consent.needed')).waitFor();
  await page.locator('.no-address summary').click();
  await page.getByText(say('assist.no-address.make')).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'assist-begin');
});

test('the coordinator writes, a receipt comes in her language, and she finds the application by her address', async () => {
  const { page } = ingrid;
  const address = 'olena@example.org';
  await begin('Olena', address, 'sv');
  await page.locator('.one-step').waitFor();
  await expect.poll(() => mail(address, 'Det du har sagt ja till')).toContain('Ingrid');
  await answer(page, steps[0]![1]);
  await isKept(page, 'en');
  // Put away and taken up again: it is where it was. Without a network it says why it is not put away.
  await ingrid.context.setOffline(true);
  await page.getByRole('button', { name: say('assist.leave') }).click();
  await page.locator('.assist-with').getByText(t('en', 'refusal')('refusal.offline')).waitFor();
  await ingrid.context.setOffline(false);
  await page.getByRole('button', { name: say('assist.leave') }).click();
  await page.locator('.assist-going li', { hasText: 'Olena' }).getByRole('button').click();
  await page.locator('.one-step').waitFor();
  await page.goto(`${page.url().split('#')[0]}#you`);
  await page.locator('#apply-shown_name').waitFor();
  for (const [nr, [, said]] of steps.entries()) {
    await answer(page, said);
    await goOn(page, steps[nr + 1]?.[0] ?? 'review');
  }
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'assist-review');
  await page.getByRole('button', { name: say('assist.own.apply.send'), exact: true }).click();
  await page.getByRole('heading', { name: say('assist.sent', { name: 'Olena' }) }).waitFor();
  await picture(page, 'assist-sent');
  await expect.poll(() => mail(address, 'Din ansökan är skickad')).toContain('Fotfeste får spara mina svar');
  isUntroubled(ingrid);

  const olena = await stage.enter(address, phone);
  const my = t('sv', 'applications');
  await olena.go('sv/my/applications');
  await olena.page.getByText(my('applications.assisted.over', { by: 'Ingrid' })).waitFor();
  await olena.page.getByText(my('applications.consent')).click();
  await olena.page.getByText(my('applications.consent.1')).waitFor();
  expect(await axeProblems(olena.page)).toEqual([]);
  await picture(olena.page, 'assisted-card');
  await olena.page.getByRole('button', { name: my('applications.withdraw') }).click();
  await olena.page.getByRole('button', { name: my('applications.withdraw.yes') }).click();
  await olena.page.getByText(my('applications.next.withdrawn')).waitFor();
  isUntroubled(olena);
});

test('she takes the draft over, and the coordinator is told and can no longer write', async () => {
  const { page } = ingrid;
  const address = 'yusuf@example.org';
  await begin('Yusuf', address, 'en');
  await page.locator('.one-step').waitFor();
  const yusuf = await stage.enter(address);
  const my = t('en', 'applications');
  await yusuf.go('en/my/applications');
  await yusuf.page.getByRole('button', { name: my('applications.take-over') }).click();
  await yusuf.page.locator('.one-step').waitFor();
  expect(await yusuf.page.locator('#apply-shown_name').inputValue()).toBe('Yusuf');
  await answer(page, { came_as: 'refugee' });
  await page.getByText(t('en', 'refusal')('refusal.application_taken_over')).waitFor();
  const [stored] = await stage.app
    .sql`select answers from public.applications a join auth.users u on u.id = a.person
    where u.email = ${address}`;
  expect(stored?.answers).toEqual({ shown_name: 'Yusuf' });
  // Nor does she begin it anew.
  await begin('Yusuf', address, 'en');
  await page.locator('.error-summary').getByText(t('en', 'refusal')('refusal.applies_already')).waitFor();
  isUntroubled(yusuf);
});
