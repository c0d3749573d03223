/** From the yes to being seen: a mentee and a mentor get ready, a coordinator ticks, and only then others see them. */
import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { axeProblems } from '../axe.ts';
import { asPerson } from '../database.ts';
import { applicants, apply } from './applications-stage.ts';
import { heavyPhoto, largePhoto } from './photos.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Person, type Stage } from './stage.ts';

let stage: Stage;
/** Of five who apply the last one is a mentor. */
const [mentee, , , , mentor] = applicants(5);
beforeAll(async () => {
  stage = await openStage();
  // As in the programmes that ask a coordinator to look first, and to talk.
  await stage.app.sql`update public.programmes set rules = jsonb_set(jsonb_set(rules, '{onboarding,mentor,steps}',
    '["interview", "certificate", "course", "boundaries", "expectations", "access", "picture", "preview", "readiness"]'),
    '{talk,mentor}', '{"parts": ["why"], "required": ["why"]}')
    where key = 'highly-skilled'`;
  await apply(stage.app.sql, [mentee!, mentor!]);
  for (const person of [mentee!, mentor!]) {
    const [row] = await stage.app.sql`select id from public.applications where person = ${person.id}`;
    await asPerson(
      stage.app.sql,
      cast.coordinator.id,
      (as) => as`select public.decide_application(${row!.id as string}, 'accept', 'ready', 'Welcome. We are glad to have you.')`,
    );
  }
}); // prettier-ignore
afterAll(async () => {
  await stage?.close();
});

/** Waits for a step, looks at it, and says how it is called. */
async function step({ page }: Person, lang: Locale, name: Parameters<typeof heading>[1]): Promise<void> {
  await page.locator('.one-step h2', { hasText: heading(lang, name) }).waitFor();
}
const heading = (
  lang: Locale,
  name: 'course' | 'boundaries' | 'expectations' | 'access' | 'picture' | 'preview' | 'readiness',
) => t(lang, 'ready')(`ready.step.${name}`);
const goOn = (page: Page, label: string) => page.locator('.one-step').getByRole('button', { name: label, exact: true }).click(); // prettier-ignore
const standing = async (part: string, id: string) =>
  (await stage.app.sql.unsafe(`select standing from public.${part}s where person = '${id}'`))[0]!.standing;

/** Answers every question with its first answer, right or not: nobody fails. */
async function course(page: Page): Promise<void> {
  const questions = page.locator('.course fieldset');
  for (let nr = 0; nr < (await questions.count()); nr++) {
    await questions.nth(nr).getByRole('radio').first().check();
    await questions.nth(nr).locator('.because p').waitFor();
  }
}

let hers: Person;
test('a mentee gets ready on a phone, stops in the middle and goes on where she was', async () => {
  hers = await stage.enter(mentee!.address, phone);
  const { page } = hers;
  const say = t('nb', 'ready');
  await hers.go('nb/my');
  await page.locator('.next .mine a').click();
  await step(hers, 'nb', 'course');
  // Without an answer nothing goes on.
  await goOn(page, say('ready.continue'));
  await page.locator('.error-summary:focus').waitFor();
  await course(page);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'ready-course-phone');
  // Off to the long text, and back to where she was.
  const ticks = page.locator('.course input:checked');
  const ticked = await ticks.count();
  await page.locator('.course a').first().click();
  await page.waitForURL(/\/nb\/(handbook|modules)\//);
  await hers.go('nb/my/ready');
  await step(hers, 'nb', 'course');
  expect(await ticks.count()).toBe(ticked);
  await goOn(page, say('ready.continue'));
  await step(hers, 'nb', 'boundaries');
  await goOn(page, say('ready.boundaries.agree'));
  await step(hers, 'nb', 'expectations');
  await goOn(page, say('ready.continue'));
  await page.locator('.error-summary:focus').waitFor();
  await page.locator('input[value="regular"]').check();
  await page.locator('input[value="honest"]').check();
  await page.locator('#expect-words').fill('At vi ler litt også.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  expect(await axeProblems(page)).toEqual([]);
  await goOn(page, say('ready.continue'));
  await step(hers, 'nb', 'access');

  await hers.go('nb/mentors');
  await page.getByRole('link', { name: t('nb', 'directory')('directory.get-ready') }).click();
  await step(hers, 'nb', 'access');
  await goOn(page, say('ready.continue'));
  await step(hers, 'nb', 'picture');
  // Arrow keys look through the shapes; what stands there when one goes on is kept.
  await page.locator('.shapes input').first().focus();
  for (let nr = 0; nr < 3; nr++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.shapes input').nth(3).isChecked()).toBe(true);
  await goOn(page, say('ready.continue'));
  await step(hers, 'nb', 'preview');
  await expect.poll(() => stage.app.sql`select shape from public.pictures where person = ${mentee!.id}`).toEqual([{ shape: 3 }]); // prettier-ignore
  await goOn(page, say('ready.preview.fine'));
  await step(hers, 'nb', 'readiness');
});

test('“not yet” is followed up by a person, and a later yes opens the place', async () => {
  const { page } = hers;
  const say = t('nb', 'ready');
  await goOn(page, say('ready.readiness.no'));
  await page.getByText(say('ready.readiness.noted')).waitFor();
  expect(await standing('mentee', mentee!.id)).toBe('preparing');
  const ingrid = await stage.enter(cast.coordinator.address);
  await ingrid.go('en/desk');
  const row = ingrid.page.locator(`[data-row="preparing/mentee/${mentee!.id}"]`);
  await row.locator('.desk-tag.urgent').waitFor();
  expect(await axeProblems(ingrid.page)).toEqual([]);
  await ingrid.context.close();
  await goOn(page, say('ready.readiness.yes'));
  await page.getByRole('heading', { name: say('ready.end.ready') }).waitFor();
  expect(await standing('mentee', mentee!.id)).toBe('approved');
  await page
    .locator('main')
    .getByRole('link', { name: say('ready.end.find') })
    .click();
  await page.locator('.people .card').first().waitFor();
  expect(hers.trouble).toEqual([]);
});

let his: Person;
test('a photo becomes small on the device; what is none, or is too large, is told before anything is sent', async () => {
  his = await stage.enter(mentor!.address);
  const { page } = his;
  const say = t('en', 'ready');
  const heavy = await heavyPhoto();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(new URL(request.url()).pathname));
  await his.go('en/my/ready#picture');
  await step(his, 'en', 'picture');
  const choose = (name: string, buffer: Buffer) =>
    page.locator('#photo').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  const error = page.locator('#photo-error');
  await page.locator('#photo').setInputFiles(heavy.file);
  await error.getByText(say('ready.picture.photo.too-heavy', { size: 30 })).waitFor();
  await heavy.gone();
  await choose('setup.jpg', Buffer.from(`MZ${'\0'.repeat(4000)}`));
  await error.getByText(say('ready.picture.photo.no-photo', { file: 'setup.jpg' })).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(sent.filter((path) => path.endsWith('/save_picture'))).toEqual([]);

  await choose('me.png', await largePhoto(page));
  await page.locator('.picture-now img[src^="data:image/jpeg"]').waitFor();
  expect(await error.count()).toBe(0);
  const [row] = await stage.app.sql`select octet_length(photo) as bytes, private.is_small_jpeg(photo) as sound
    from public.pictures where person = ${mentor!.id}`;
  expect(row).toMatchObject({ sound: true });
  expect(row!.bytes).toBeLessThanOrEqual(20_480);
  // Whoever only looks at a shape keeps the photo, and is told before it goes.
  await page.locator('.shapes label').nth(2).click();
  await page.getByText(say('ready.picture.instead')).waitFor();
  await page.reload();
  await page.locator('.picture-now img[src^="data:image/jpeg"]').waitFor();
  await goOn(page, say('ready.continue'));
});

test('a mentor takes his steps, a coordinator ticks what was seen, and mentees find the card he has looked at', async () => {
  const { page } = his;
  const say = t('en', 'ready');
  await step(his, 'en', 'preview');
  const card = await page.locator('.preview-card').innerText();
  await picture(page, 'ready-preview');
  await goOn(page, say('ready.preview.fine'));
  await step(his, 'en', 'readiness');
  await page
    .locator('.one-step')
    .getByRole('link', { name: heading('en', 'course') })
    .click();
  await step(his, 'en', 'course');
  await course(page);
  await goOn(page, say('ready.continue'));
  await step(his, 'en', 'boundaries');
  await goOn(page, say('ready.boundaries.agree'));
  await step(his, 'en', 'expectations');
  await page.locator('input[value="prepare"]').check();
  await goOn(page, say('ready.continue'));
  await step(his, 'en', 'access');
  await goOn(page, say('ready.continue'));
  await step(his, 'en', 'readiness');
  await goOn(page, say('ready.readiness.yes'));
  await page.getByRole('heading', { name: say('ready.end.waits') }).waitFor();
  expect(await axeProblems(page)).toEqual([]);

  const look = async () => {
    await hers.go(`nb/mentors/mentor#${mentor!.id}`);
    return hers.page.locator('main').innerText();
  };
  expect(await look()).not.toContain(mentor!.name);

  const ingrid = await stage.enter(cast.coordinator.address);
  await ingrid.go('en/desk');
  const desk = t('en', 'desk');
  const row = ingrid.page.locator(`[data-row="preparing/mentor/${mentor!.id}"]`);
  await row.getByText(desk('desk.preparing.tag.first-time')).waitFor();
  await picture(ingrid.page, 'desk-preparing');
  for (const gate of ['interview', 'certificate'] as const) {
    // By the keyboard: a second click right after the first one counts as its other half.
    await row
      .getByRole('button', { name: desk('desk.gate.tick', { gate: desk(`desk.gate.${gate}`) }) })
      .press('Enter');
    if (gate === 'interview') await ingrid.page.locator('#tick-gate-why').fill('We go back for years.');
    expect(await axeProblems(ingrid.page)).toEqual([]);
    await ingrid.page.getByRole('button', { name: desk('desk.gate.save') }).click();
    await ingrid.page.locator('dialog').waitFor({ state: 'detached' });
  }
  await row.waitFor({ state: 'detached' });
  expect(await standing('mentor', mentor!.id)).toBe('approved');
  expect(ingrid.trouble).toEqual([]);

  await hers.go(`en/mentors/mentor#${mentor!.id}`);
  await hers.page.locator('.profile img[src^="data:image/jpeg"]').waitFor();
  // What he saw is what she sees, but for how well they fit.
  const seen = await hers.page.locator('.profile').innerText();
  for (const line of card.split('\n').filter(Boolean)) expect(seen).toContain(line);
  expect(his.trouble).toEqual([]);
});

test('planning the first hour, the two read side by side what they expect', async () => {
  const { sql } = stage.app;
  await asPerson(sql, mentee!.id, (as) => as`select public.send_request(${mentor!.id}, 'I would like to ask you about bridges.')`); // prettier-ignore
  const [request] = await sql`select id from public.requests where mentee = ${mentee!.id}`;
  await asPerson(sql, mentor!.id, (as) => as`select public.accept_request(${request!.id as string})`);
  await his.go('en/my');
  const expected = his.page.locator('.expected');
  await expected.getByText(t('en', 'expect')('expect.theirs.words', { name: mentee!.name })).waitFor();
  const words = await expected.innerText();
  for (const thing of ['regular', 'honest', 'prepare'] as const)
    expect(words).toContain(t('en', 'expect')(`expect.${thing}`));
  expect(words).toContain('At vi ler litt også.');
  expect(await axeProblems(his.page)).toEqual([]);
  await picture(his.page, 'expected');
});
