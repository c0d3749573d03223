/** A partner refers without an account, the person takes over, and the partner sees what she shares and no more. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { dateWords } from '../../src/lib/dates.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { asPerson } from '../database.ts';
import { newestCode } from '../embedded.ts';
import { isUntroubled } from './apply-pages.ts';
import { applicants } from './applications-stage.ts';
import { picture } from './pictures.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const refer = t('en', 'refer');
const partners = t('en', 'partners');
const referral = t('nb', 'referral');
const refusal = t('en', 'refusal');
const address = 'lea@example.org';

let stage: Stage;
/** The partner's link, the page of the status, as the people have them. */
let link = '';
let status = '';
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

const copied = (page: Page, label: string) => page.getByLabel(label).inputValue();
const pathOf = (url: string) => url.replace(`${stage.app.url}/`, '');
/** Opens a link as if it had come by mail: in a page that was elsewhere. */
async function open({ page, go }: Person, url: string) {
  await page.goto('about:blank');
  await go(pathOf(url));
}
const shows = (person: Person, words: string) => person.page.getByRole('heading', { name: words }).waitFor();

async function fillIn(page: Page, how: 'mail' | 'phone', where: string) {
  for (const name of ['understands', 'wants'])
    await page.locator(`input[name="refer-${name}"][value="yes"]`).check();
  await page.getByLabel(refer('refer.name')).fill('Lea');
  await page.getByLabel(refer('refer.locale')).selectOption('nb');
  await page.locator(`input[name="refer-way"][value="${how}"]`).check();
  await page.getByLabel(refer(how === 'mail' ? 'refer.address' : 'refer.phone')).fill(where);
  await page.locator('#refer-consent').check();
}

test('a coordinator adds a partner, and has its link once', async () => {
  const ingrid = await stage.enter(cast.coordinator.address);
  const { page } = ingrid;
  await ingrid.go('en/desk/partners');
  await page.getByRole('button', { name: partners('partners.add.send') }).click();
  await page.locator('.error-summary').waitFor();
  await page.getByLabel(partners('partners.add.desk')).selectOption('highly-skilled');
  await page.getByLabel(partners('partners.add.name')).fill('Fjordbyen Language School');
  await page.getByLabel(partners('partners.add.kind')).selectOption('language-school');
  await page.getByRole('button', { name: partners('partners.add.send') }).click();
  link = await copied(page, partners('partners.link', { partner: 'Fjordbyen Language School' }));
  expect(link).toMatch(/\/en\/refer\/#[\w-]{43}$/);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'partners-desk');
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('heading', { name: 'Fjordbyen Language School' }).waitFor();
  expect(await page.locator('main').innerText()).not.toContain(link);

  // They have talked about how it fits; from that day on it is counted anew.
  await page.getByRole('button', { name: partners('partners.talked.note') }).click();
  await page.getByLabel(partners('partners.talked.day')).fill('1999-01-01');
  await page.getByRole('button', { name: partners('partners.talked.save') }).click();
  await page.locator('.error-summary').waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(partners('partners.talked.day')).fill(yesterday);
  await page.getByRole('button', { name: partners('partners.talked.save') }).click();
  await page.getByText(partners('partners.talked', { day: dateWords('en', yesterday) })).waitFor();
  isUntroubled(ingrid);
  await ingrid.context.close();
});

test('a link that is forged, cut off, old or closed opens nothing, and says what helps', async () => {
  const partner = await visit(stage.app, stage.browser);
  await open(partner, 'en/refer/#');
  await shows(partner, refer('refer.none'));
  await open(partner, `en/refer/#${'x'.repeat(43)}`);
  await partner.page.getByText(refusal('refusal.partner_link_unknown')).waitFor();
  expect(await axeProblems(partner.page)).toEqual([]);
  for (const [state, words] of [
    ['link_until = now()', 'refusal.partner_link_old'],
    [`link_until = now() + interval '9 days', closed_at = now()`, 'refusal.partner_link_closed'],
  ] as const) {
    await stage.app.sql.unsafe(`update public.partners set ${state}`);
    await open(partner, link);
    await partner.page.getByText(refusal(words)).waitFor();
  }
  await stage.app.sql`update public.partners set closed_at = null`;
  await open(partner, `en/refer/status/#${'x'.repeat(43)}`);
  await partner.page.getByText(refusal('refusal.referral_unknown')).waitFor();
  isUntroubled(partner);
  await partner.context.close();
});

test('a partner refers by phone without an account; she says no, and nothing is left', async () => {
  const partner = await visit(stage.app, stage.browser, phone);
  const { page } = partner;
  await open(partner, link);
  await page.getByRole('button', { name: refer('refer.send') }).click();
  await page.locator('.error-summary').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.locator('input[name="refer-rule-education"][value="no"]').check();
  await page.getByText(refer('refer.check.elsewhere')).waitFor();
  await fillIn(page, 'phone', '+47 900 00 000');
  await page.getByRole('button', { name: refer('refer.send') }).dblclick();
  await shows(partner, refer('refer.done'));
  // The link is hers: a coordinator sends it, and whoever refers never sees it.
  expect(await page.locator('main').innerHTML()).not.toContain('/nb/referral/');
  const ingrid = await stage.enter(cast.coordinator.address, phone);
  await ingrid.go('en/desk/partners');
  await ingrid.page.locator('.desk-tag.urgent', { hasText: partners('partners.text.waits') }).waitFor();
  await ingrid.page.getByRole('button', { name: partners('partners.text') }).click();
  await ingrid.page.getByRole('button', { name: partners('partners.text.make') }).click();
  const text = ingrid.page.getByLabel(partners('partners.text.label', { phone: '+47 900 00 000' }));
  const [theirs = ''] = /http\S+\/nb\/referral\/#[\w-]{43}/.exec(await text.inputValue()) ?? [];
  expect(await axeProblems(ingrid.page)).toEqual([]);
  await picture(ingrid.page, 'partners-text');
  isUntroubled(ingrid);
  await ingrid.context.close();
  const her = await visit(stage.app, stage.browser, phone);
  await open(her, theirs);
  await her.page.getByText('Lea', { exact: true }).waitFor();
  await her.page.getByRole('button', { name: referral('referral.no') }).click();
  await her.page.getByRole('button', { name: referral('referral.no.yes') }).click();
  await shows(her, referral('referral.gone'));
  const left = await stage.app.sql`select from public.referred`;
  expect(left).toHaveLength(0);
  await open(partner, await copied(page, refer('refer.status.link')));
  await shows(partner, refer('refer.state.ended'));
  isUntroubled(partner);
  isUntroubled(her);
  await Promise.all([partner.context.close(), her.context.close()]);
});

test('a partner refers by mail; she reads it in Norwegian, signs in and goes on to her application', async () => {
  const partner = await visit(stage.app, stage.browser);
  await open(partner, link);
  await fillIn(partner.page, 'mail', address);
  await partner.page.getByLabel(refer('refer.comment')).fill('Lea is glad of a call in the morning.');
  await picture(partner.page, 'refer');
  await partner.page.getByRole('button', { name: refer('refer.send') }).click();
  await shows(partner, refer('refer.done'));
  status = await copied(partner.page, refer('refer.status.link'));
  await picture(partner.page, 'refer-receipt');
  isUntroubled(partner);
  await partner.context.close();

  const mailed = async () => {
    await stage.app.drain();
    const [mail] = await stage.app.sql<
      { text: string }[]
    >`select text from mailbox.mails where address = ${address}`;
    return /http\S+\/nb\/referral\/#[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
  };
  await expect.poll(mailed).not.toBe('');
  const her = await visit(stage.app, stage.browser, phone);
  const { page } = her;
  await open(her, await mailed());
  await page.getByText('Lea is glad of a call in the morning.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'referral');
  const signIn = t('nb', 'sign-in');
  await page.getByLabel(signIn('sign-in.address')).fill(address);
  await page.getByRole('button', { name: signIn('sign-in.send') }).click();
  await page.getByLabel(signIn('sign-in.code')).fill((await newestCode(stage.app.sql, address)).code);
  await page.getByRole('button', { name: signIn('sign-in.enter'), exact: true }).click();
  await page.getByRole('button', { name: referral('referral.take') }).click();
  await page.waitForURL(/\/nb\/apply\/mentee\/\?programme=highly-skilled/);
  await page.locator('#apply-shown_name').waitFor();
  expect(await page.locator('#apply-shown_name').inputValue()).toBe('Lea');
  isUntroubled(her);
  await her.context.close();
});

test('the partner sees nothing, then what she shares, then nothing again', async () => {
  const { sql } = stage.app;
  const [row] = await sql<{ id: string; person: string; revision: number }[]>`
    select a.id, a.person, a.revision from public.applications a join public.referrals r on r.application = a.id`;
  if (!row) throw new Error('She has not taken it over.');
  await asPerson(sql, row.person, async (tx) => {
    await tx`select public.save_application(${row.id}, ${tx.json(applicants(1)[0]?.answers as never)}, ${row.revision})`;
    await tx`select public.send_application(${row.id})`;
  });
  const partner = await visit(stage.app, stage.browser);
  const her = await stage.enter(address, phone);
  const share = async (level: string) => {
    await her.go('nb/my/applications');
    await her.page.locator(`input[type="radio"][value="${level}"]`).check();
    await her.page.getByRole('button', { name: referral('referral.save') }).click();
    await her.page.locator('.toast p', { hasText: 'Fjordbyen' }).waitFor();
  };
  const sees = async (words: string) => {
    await open(partner, status);
    await shows(partner, words);
  };
  await sees(refer('refer.state.open'));
  await share('begun');
  expect(await axeProblems(her.page)).toEqual([]);
  await picture(her.page, 'referral-shared');
  await sees(refer('refer.state.applied'));
  await picture(partner.page, 'refer-status');
  await share('nothing');
  await sees(refer('refer.state.open'));
  isUntroubled(partner);
  isUntroubled(her);
});

test('an address that was mistyped: the desk is told, and led to the referral and to the partner', async () => {
  const partner = await visit(stage.app, stage.browser);
  await open(partner, link);
  await fillIn(partner.page, 'mail', 'lea@exmaple.example');
  await partner.page.getByRole('button', { name: refer('refer.send') }).click();
  await shows(partner, refer('refer.done'));
  await stage.app.drain();
  await stage.app
    .sql`update private.outbox o set attempts = 8, sent_at = null, given_up_at = now() from auth.users u
      where u.id = o.person and u.email = 'lea@exmaple.example'`;
  const ingrid = await stage.enter(cast.coordinator.address, phone);
  await ingrid.go('en/desk');
  const row = ingrid.page.locator('[data-row^="mail/"]', { hasText: 'Lea' });
  await row.getByText('Fjordbyen Language School').waitFor();
  expect(await axeProblems(ingrid.page)).toEqual([]);
  await row.scrollIntoViewIfNeeded();
  await picture(ingrid.page, 'desk-referral-mail');
  await row.getByRole('link', { name: t('en', 'desk')('desk.mail.referral-open') }).click();
  await ingrid.page.waitForURL(/\/en\/desk\/partners\//);
  isUntroubled(ingrid);
});
