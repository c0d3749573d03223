import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { axeProblems } from '../axe.ts';
import {
  answer,
  beginToApply,
  goOn,
  isKept,
  isUntroubled,
  leaveWrong,
  minutesFor,
  reading,
  type Said,
} from './apply-pages.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

const stored = async (name: string) => {
  const [row] = await stage.app.sql`select a.* from public.applications a
    where a.answers ->> 'shown_name' = ${name} order by a.begun_at desc limit 1`;
  return row as Record<string, unknown> & { answers: Record<string, unknown>; eligibility: object };
};

const samira: [step: string, said: Said][] = [
  ['you', { shown_name: 'Samira', came_as: 'refugee', country: ['Syr', 'Syria'], arrival_year: '2021' }],
  ['meeting', { place: 'no-11', formats: ['in-person', 'online'], hours: '4 timer', commitment: 'yes' }],
  ['languages', { languages: ['ar N', 'no B1', 'en B2'] }],
  [
    'work',
    {
      'education-level': 'bachelor',
      'education-where': 'home',
      'education-recognised': 'partly',
      field: ['bygg', 'Bygningsingeniører'],
    },
  ],
  ['goals', { goals: ['network', 'cv'], prefers: 'any' }],
  ['about', { about: 'Jeg har tegnet broer i Aleppo i åtte år, og vil gjerne tilbake til faget mitt.' }],
  ['last', { channel: 'language-school', consent_store: 'yes' }],
];

test('a mentee on her phone applies in Norwegian, meets what is asked, and sees her place in line', async () => {
  const say = t('nb', 'apply');
  const person = await beginToApply(
    stage,
    'nb',
    'samira@example.org',
    'mentee/?programme=highly-skilled',
    phone,
  );
  const { page } = person;
  // Nothing said: what is missing is named, and leads to its field.
  await page.getByRole('button', { name: say('apply.continue') }).click();
  const summary = page.locator('.error-summary');
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await expect.poll(() => summary.getByRole('link').count()).toBe(2);
  await expect.poll(() => page.title()).toMatch(/^Feil: /);
  await summary.getByRole('link').first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('apply-shown_name');

  let minutes = 0;
  for (const [nr, [step, said]] of samira.entries()) {
    expect(new URL(page.url()).hash).toBe(`#${step}`);
    await page.getByText(say('apply.step', { nr: nr + 1, all: samira.length })).waitFor();
    if (nr === 1) await leaveWrong(page);
    await answer(page, said);
    if (step === 'languages') await page.locator('#apply-languages-1-practise').check();
    if (step === 'work') await tellOfWork(page);
    minutes += await minutesFor(page, said, reading.mentee);
    await expect.poll(() => axeProblems(page), { message: step }).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${step} is wider than the phone`).toBeLessThanOrEqual(0);
    await picture(page, `apply-${nr + 1}-${step}`);
    await goOn(page, samira[nr + 1]?.[0] ?? 'review');
  }
  expect(minutes, 'a mentee’s form takes ten minutes').toBeLessThan(10);
  // Back works, and forward again; nothing is lost on the way.
  await page.goBack();
  await page.locator('#apply-consent_store').waitFor();
  await expect.poll(() => page.locator('#apply-consent_store').isChecked()).toBe(true);
  await page.goForward();
  await page.getByText(say('apply.all-met')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'apply-8-review');
  // A change leads back to where it was begun.
  await page.locator('.review a[href="#meeting"]').click();
  // Signed out meanwhile: the button says so too, and what was typed goes along once she is in again.
  const session = await page.evaluate(() => localStorage.getItem('fotfeste-session') ?? '');
  await page.evaluate(() => localStorage.removeItem('fotfeste-session'));
  await answer(page, { hours: '6' });
  await goOn(page, 'review');
  const send = page.getByRole('button', { name: say('apply.send') });
  await send.click();
  await page.locator('.review').getByText(t('nb', 'refusal')('refusal.sign_in_first')).waitFor();
  await page.evaluate((kept) => localStorage.setItem('fotfeste-session', kept), session);
  await send.dblclick();
  await page.getByRole('heading', { name: say('apply.sent') }).waitFor();
  await page.getByText(say('apply.sent.text', { name: 'Samira' })).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  const row = await stored('Samira');
  expect(row).toMatchObject({ status: 'sent', part: 'mentee', locale: 'nb', programme: 'highly-skilled' });
  expect(row.answers).toMatchObject({
    ...{ hours: 6, country: 'SY', arrival_year: 2021, consent_store: true },
    languages: [{ language: 'ar' }, { language: 'no', level: 'B1', use: ['practise'] }, { language: 'en' }],
    experience: [{ work: '3112', country: 'SY', years: 8 }],
  });
  expect(row.eligibility).toMatchObject({ unmet: [], open: [] });
  const mails = await stage.app.sql`select 1 from private.outbox where kind = 'application-sent'`;
  expect(mails).toHaveLength(1);

  await page.getByRole('link', { name: say('apply.sent.link') }).click();
  const my = t('nb', 'applications');
  await page.getByText(my('applications.ahead.none')).waitFor();
  await page.getByText(my('applications.next.sent')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'application-sent');
  isUntroubled(person);
});

test('a mentor stops halfway and goes on elsewhere, in five minutes all in all', async () => {
  const say = t('en', 'apply');
  const address = 'greta@example.org';
  const first = await beginToApply(stage, 'en', address, 'mentor/?programme=settle-in');
  const steps: [step: string, said: Said][] = [
    ['you', { shown_name: 'Greta', gender: 'woman', migrated: 'no', place: 'fi-18', formats: 'in-person' }],
    ['work', { field: ['nurse', 'Nurses'], seniority: 'experienced', size_band: 'large' }],
    ['languages', { languages: ['sv N', 'en C1'] }],
    ['offers', { offers: ['network', 'work-culture'], hours: '3', commitment: 'yes' }],
    [
      'why',
      { motivation: ['society', 'meet-someone'], about: 'I lead a ward and know how one gets in there.' },
    ],
    ['last', { channel: 'newspaper', consent_store: 'yes' }],
  ];
  let minutes = 0;
  for (const [nr, [, said]] of steps.slice(0, 3).entries()) {
    await answer(first.page, said);
    minutes += await minutesFor(first.page, said, reading.mentor);
    await goOn(first.page, steps[nr + 1]?.[0] ?? '');
  }
  await isKept(first.page, 'en');
  isUntroubled(first);
  await first.context.close();

  const second = await stage.enter(address);
  const { page } = second;
  await second.go('en/apply/mentor/?programme=settle-in');
  await page.getByText(say('apply.restored')).waitFor();
  expect(new URL(page.url()).hash).toBe('#offers');
  for (const [nr, [, said]] of steps.slice(3).entries()) {
    await answer(page, said);
    minutes += await minutesFor(page, said, reading.mentor);
    await goOn(page, steps[nr + 4]?.[0] ?? 'review');
  }
  expect(minutes, 'a mentor’s form takes five minutes').toBeLessThan(5);
  await page.getByRole('button', { name: say('apply.send') }).click();
  await page.getByRole('heading', { name: say('apply.sent') }).waitFor();
  await expect
    .poll(() => stored('Greta'))
    .toMatchObject({ status: 'sent', part: 'mentor', programme: 'settle-in' });
  isUntroubled(second);
});

test('one who is older than a programme asks for is told why, and where else; what he told of his life does not come along', async () => {
  const say = t('da', 'apply');
  const person = await beginToApply(stage, 'da', 'omid@example.org', 'mentee/?programme=youth');
  const { page } = person;
  await answer(page, { shown_name: 'Omid', birth_year: '1980', came_as: 'refugee' });
  const unmet = page.locator('section.unmet');
  await unmet.getByText('1980').waitFor();
  await unmet.getByText('15 til 30 år').waitFor();
  await unmet.getByText(say('apply.unmet.send')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'apply-unmet');
  await tellOfLife(page);
  await page.evaluate(() => (location.hash = 'you'));
  await unmet.locator('a[href*="programme=local-refugee"]').click();
  await page.getByRole('button', { name: say('apply.begin'), exact: true }).click();
  await page.getByText(say('apply.filled')).waitFor();
  await expect.poll(() => page.locator('#apply-shown_name').inputValue()).toBe('Omid');
  await expect
    .poll(() => page.locator('input[name="apply-came_as"][value="refugee"]').isChecked())
    .toBe(true);
  // No rule reads the year here, so it may be left open.
  const year = page.locator('.field', { has: page.locator('#apply-birth_year') });
  await year.getByText(t('da', 'form')('form.optional')).waitFor();
  await expect.poll(() => page.locator('#apply-birth_year').inputValue()).toBe('1980');
  expect((await stored('Omid')).answers).not.toHaveProperty('energy');
  isUntroubled(person);
});

/** Nothing of it is kept before he says yes, and he may go on without. */
async function tellOfLife(page: Page): Promise<void> {
  const kept = async () => Object.keys((await stored('Omid')).answers);
  await page.evaluate(() => (location.hash = 'life'));
  await page.locator('.one-step[data-step="life"]').waitFor();
  await answer(page, { life: ['own-health', 'children-alone'], energy: 'little', support: 'other-mentor' });
  const consent = page.locator('#apply-consent_life');
  await page.locator('.one-step button[type="submit"]').click();
  await page.locator('.error-summary a').click();
  await expect.poll(() => consent.evaluate((box) => box === document.activeElement)).toBe(true);
  await isKept(page, 'da');
  expect(await kept()).not.toContain('energy');
  await page.getByRole('button', { name: t('da', 'apply')('apply.answers-away') }).click();
  await expect.poll(() => consent.count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('apply-life');
  await answer(page, { energy: 'little' });
  await consent.check();
  await expect.poll(kept).toContain('energy');
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'apply-life');
}

/** Jobs row by row: what is wrong leads into the right field of the right row; a row can go, and the others keep theirs. */
async function tellOfWork(page: Page): Promise<void> {
  const form = t('nb', 'form');
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await page.locator('#apply-experience-add').click();
  await expect.poll(focused).toBe('apply-experience-0-work');
  await answer(page, { 'experience-0-country': ['Irak', 'Irak'] });
  await page.locator('#apply-experience-add').click();
  await answer(page, { 'experience-1-country': ['Syr', 'Syria'], 'experience-1-years': '99' });
  await page.locator('.one-step button[type="submit"]').click();
  const wrong = page.locator('.error-summary a');
  await expect.poll(() => wrong.count()).toBe(3);
  expect(await wrong.nth(1).textContent()).toMatch(/^Jobb 2: /);
  await wrong.nth(1).click();
  await expect.poll(focused).toBe('apply-experience-1-work');
  await page.getByRole('button', { name: form('form.remove-row', { row: 'jobb 1' }) }).click();
  await expect.poll(focused).toBe('apply-experience-add');
  await page.getByText(form('form.row-removed', { row: 'Jobb 1' })).waitFor();
  expect(await page.locator('#apply-experience-0-country').inputValue()).toBe('Syria');
  await answer(page, { 'experience-0-work': ['bygg', 'Bygningsingeniører'], 'experience-0-years': '8' });
}
