/** Joining, when what comes in is not as it should be: each time a clear answer, nothing lost, nobody twice. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { insertAccounts } from '../../supabase/seeds/accounts.ts';
import { axeProblems } from '../axe.ts';
import { asPerson } from '../database.ts';
import { answer, isKept, isUntroubled } from './apply-pages.ts';
import { applicants } from './applications-stage.ts';
import { drafted, fits, hammer, invitationTo, linkIn, open, partnerLink } from './joining-stage.ts';
import { picture } from './pictures.ts';
import { openStage, phone, visit, type Stage } from './stage.ts';

const say = t('en', 'apply');
const form = t('en', 'form');
const refusal = t('en', 'refusal');
const refer = t('en', 'refer');
const [aria, bashir, chandra] = applicants(3);
const apply = 'en/apply/mentee/?programme=highly-skilled';
/** Shown as it is, this would read “Noor exe.jpg”. */
const turned = 'Noor \u202Egpj.exe';

let stage: Stage;
/** The secret of a partner's link. */
let partner = '';
beforeAll(async () => {
  stage = await openStage();
  const { sql } = stage.app;
  await insertAccounts(sql, [aria!, bashir!, chandra!], new Date(Date.now() - 40 * 86_400_000));
  partner = await partnerLink(stage, 'مدرسة اللغات');
});
afterAll(async () => {
  await stage?.close();
});

const count = async (what: string) =>
  Number((await stage.app.sql.unsafe(`select count(*) as nr from ${what}`))[0]!.nr);
const shows = (page: Page, words: string) => page.getByRole('heading', { name: words }).waitFor();

test('sent from two windows and pressed twice it is one application, one mail; who comes again is shown it', async () => {
  await drafted(stage, aria!);
  const her = await stage.enter(aria!.address);
  const { page } = her;
  await her.go(`${apply}#review`);
  const second = await her.context.newPage();
  await second.goto(`${stage.app.url}/${apply}#review`);
  const send = (window: Page) => window.getByRole('button', { name: say('apply.send') });
  await send(second).waitFor();
  await send(page).dblclick();
  await shows(page, say('apply.sent'));
  await send(second).click();
  await second
    .getByRole('heading', { name: say('apply.sent') })
    .or(second.getByText(refusal('refusal.application_not_open')))
    .first()
    .waitFor();
  await second.close();
  expect(await count(`public.applications where person = '${aria!.id}'`)).toBe(1);
  expect(await count(`private.outbox where person = '${aria!.id}'`)).toBe(1);

  // Again, while it is open; and told by a partner, who cannot know of it.
  await her.go(apply);
  await page.getByRole('link', { name: say('apply.already.link') }).waitFor();
  const { sql } = stage.app;
  await asPerson(sql, null, (as) => as`select public.refer(${partner}, 'Aria', 'en', ${aria!.address}, null, '{}',
    'yes', 'yes', null, 'said-yes-1', 'en')`); // prettier-ignore
  const link = linkIn(await invitationTo(stage, aria!.address));
  await open(her, link);
  await page.getByRole('button', { name: t('en', 'referral')('referral.take') }).click();
  await page.getByRole('link', { name: say('apply.already.link') }).waitFor();
  expect(await count(`public.applications where person = '${aria!.id}'`)).toBe(1);
  // The same link once more leads to where it stands now.
  await open(her, link);
  await page.getByText(refusal('refusal.referral_taken')).waitFor();
  await page.getByRole('link', { name: t('en', 'referral')('referral.my-applications') }).waitFor();
  isUntroubled(her);
  await her.context.close();
});

test('somebody who begins and begins is stopped with a sentence; who hammers the door stops nobody else', async () => {
  const { sql, url } = stage.app;
  await sql`insert into public.applications (person, programme, part, locale, form_version, status, sent_at, due_on, decided_at)
    select ${chandra!.id}, 'highly-skilled', 'mentor', 'en', (select max(version) from public.forms where key = 'mentor'), 'withdrawn', now(), current_date, now() from generate_series(1, 30)`;
  const her = await stage.enter(chandra!.address, phone);
  const { page } = her;
  await her.go(apply);
  await page.getByRole('button', { name: say('apply.begin'), exact: true }).click();
  await page.getByText(refusal('refusal.too_many_applications')).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'apply-too-many');

  const application = await drafted(stage, bashir!);
  const his = await stage.enter(bashir!.address);
  await his.go(`${apply}#about`);
  const hammered = hammer(url, page);
  // Meanwhile he writes on, and nothing of it is lost.
  await answer(his.page, { about: 'I have planned bridges for nine years, and I would like to again.' });
  await isKept(his.page, 'en');
  const said = await hammered;
  expect(said.filter((text) => text.includes('too_many_applications'))).toHaveLength(40);
  expect(said.filter((text) => /partner_link_unknown|too_many_visits/.test(text))).toHaveLength(40);
  const [row] =
    await sql`select answers ->> 'about' as about from public.applications where id = ${application}`;
  expect(row!.about).toContain('I would like to again');
  expect(await count(`public.applications where person = '${chandra!.id}'`)).toBe(30);
  isUntroubled(her);
  isUntroubled(his);
  await Promise.all([her.context.close(), his.context.close()]);
});

test('a partner whose link is turned off while it writes is told, and keeps what it wrote; an old referral is over', async () => {
  const { sql } = stage.app;
  const school = await visit(stage.app, stage.browser, phone);
  const { page } = school;
  await open(school, `en/refer/#${partner}`);
  await page.getByText('مدرسة اللغات').first().waitFor();
  const send = page.getByRole('button', { name: refer('refer.send') });
  for (const name of ['understands', 'wants'])
    await page.locator(`input[name="refer-${name}"][value="yes"]`).check();
  await page.getByLabel(refer('refer.address')).fill('leyla@example.org');
  await page.locator('#refer-consent').check();
  for (const [name, words] of [
    ['ن'.repeat(120), form('form.too-long', { max: 40, over: 80 })],
    ['\u200b\u202e', form('form.missing')],
  ] as const) {
    await page.getByLabel(refer('refer.name')).fill(name);
    await send.click();
    await page.locator('.error-summary:focus', { hasText: words }).waitFor();
    await page.locator('#refer-name-error', { hasText: words }).waitFor();
    expect(await page.locator('#refer-name').inputValue()).toBe(name);
  }
  await page.getByLabel(refer('refer.name')).fill('ن');
  await sql`update public.partners set closed_at = now()`;
  await send.click();
  await page.locator('.error-summary:focus', { hasText: refusal('refusal.partner_link_closed') }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await page.locator('#refer-name').inputValue()).toBe('ن');
  await picture(page, 'refer-closed');
  expect(await count(`public.referred where name = 'ن'`)).toBe(0);
  await sql`update public.partners set closed_at = null, name = ${`${turned} مدرسة`}`;
  await send.dblclick();
  await shows(page, refer('refer.done'));
  expect(await count(`public.referred where name = 'ن'`)).toBe(1);
  // Told once, and the words around a name that would turn them stand as they are written.
  expect(
    await count(`private.outbox o join auth.users u on u.id = o.person where u.email like 'leyla@%'`),
  ).toBe(1);
  const mail = await invitationTo(stage, 'leyla@example.org');
  expect(mail).toContain('\u2068Noor gpj.exe مدرسة\u2069');
  expect(mail).not.toContain('\u202e');

  await sql`update public.referrals set expires_at = now() where status = 'invited'`;
  await open(school, linkIn(mail));
  await page.getByText(refusal('refusal.referral_over')).waitFor();
  isUntroubled(school);
  await school.context.close();
});

test('names and words from the right, of one letter or of forty without a blank, and those that would turn a page around', async () => {
  const { sql } = stage.app;
  const his = await stage.enter(bashir!.address, { width: 320, height: 700 });
  await open(his, `${apply}#you`);
  const name = his.page.locator('#apply-shown_name');
  const next = his.page.getByRole('button', { name: say('apply.continue') });
  for (const [typed, words] of [
    ['W'.repeat(120), form('form.too-long', { max: 40, over: 80 })],
    ['\u200b', form('form.missing')],
  ] as const) {
    await name.fill(typed);
    await next.click();
    await his.page.locator('#apply-shown_name-error', { hasText: words }).waitFor();
    expect(await name.inputValue()).toBe(typed);
  }
  expect(await fits(his.page)).toBe(true);
  await name.fill('W'.repeat(40));
  await next.click();
  await his.page.waitForURL(/#meeting$/);
  await isKept(his.page, 'en');
  await sql`update public.applications set answers = answers || ${sql.json({ shown_name: turned, about: 'أعمل مهندسةً منذ تسع سنوات، وأود أن أتحدث مع شخص في المجال نفسه.' })},
    locale = 'en' where person = ${aria!.id}`; // prettier-ignore
  await his.go(`${apply}#review`);
  await his.page.getByRole('button', { name: say('apply.send') }).click();
  await his.page.getByText(say('apply.sent.text', { name: 'W'.repeat(40) })).waitFor();
  expect(await fits(his.page)).toBe(true);
  await his.page.getByRole('link', { name: say('apply.sent.link') }).click();
  await his.page.locator('.going, article.card').first().waitFor();
  expect(await fits(his.page)).toBe(true);
  isUntroubled(his);

  const ingrid = await stage.enter(cast.coordinator.address, { width: 320, height: 700 });
  const { page } = ingrid;
  await ingrid.go('en/desk/applications');
  await page.locator('[data-row] bdi', { hasText: 'W'.repeat(40) }).waitFor();
  expect(await fits(page)).toBe(true);
  await picture(page, 'desk-long-names');
  // What was turned ends with the name: the words after it stand as they are written.
  await page.locator('[data-row] bdi', { hasText: 'Noor' }).click();
  await page.locator('#reading-title', { hasText: 'Noor gpj.exe' }).waitFor();
  expect(await page.locator('dd[dir="auto"]', { hasText: 'مهندسةً' }).evaluate((dd) => getComputedStyle(dd).direction)).toBe('rtl'); // prettier-ignore
  expect(await page.locator('#answers-title').innerText()).toContain('Noor gpj.exe');
  expect(await fits(page)).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'desk-from-the-right');
  await open(ingrid, 'nb/desk/partners');
  await page.locator('h3 bdi', { hasText: 'مدرسة' }).waitFor();
  expect(await fits(page)).toBe(true);
  await picture(page, 'partners-from-the-right');
  isUntroubled(ingrid);
});
