/** Somebody tells in codes what stood in the way; it becomes a number, which a coordinator reads from five on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { openStage, phone, visit, type Person, type Stage } from './stage.ts';

const nb = t('nb', 'barrier');
const desk = t('en', 'desk-barriers');
const year = String(new Date().getFullYear());

let stage: Stage;
let visitor: Person;
beforeAll(async () => {
  stage = await openStage();
  visitor = await visit(stage.app, stage.browser, phone);
});
afterAll(() => stage.close());

const fits = ({ page }: Person) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('without scripts the page says where one complains, and how to reach us', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${stage.app.url}/nb/barriers/`);
  const bodies = page.locator('#complain a');
  expect(
    await bodies.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).host)),
  ).toEqual([
    'www.ldo.no',
    'www.diskrimineringsnemnda.no',
    'ast.dk',
    'www.do.se',
    'yhdenvertaisuusvaltuutettu.fi',
  ]);
  await page.locator('main .notice a').click();
  await page.getByText('hello@fotfeste.example').first().waitFor();
  await context.close();
});

test('a visitor tells it on a phone, in codes and nothing else', async () => {
  const { page } = visitor;
  await visitor.go('nb/evidence');
  await page.getByRole('link', { name: nb('barrier.lead') }).click();
  await page.waitForURL('**/nb/barriers/');
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.getByText(nb('barrier.not')).waitFor();
  expect(await page.locator('form :is(textarea, input:not([type=radio]))').count()).toBe(0);
  await page.getByRole('button', { name: nb('barrier.send') }).click();
  await page.locator('.error-summary:focus').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await fits(visitor)).toBe(true);
  await page.getByLabel(nb('barrier.kind.degree')).check();
  await page.getByLabel(nb('barrier.stage.application')).check();
  await page.getByLabel('Norge').check();
  await page.locator('#tell-year').selectOption(year);
  await page.locator('#tell-field').selectOption('22');
  await page.getByRole('button', { name: nb('barrier.send') }).dblclick();
  await page.locator('h2:focus', { hasText: nb('barrier.done') }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  const rows = await stage.app.sql`select kind, stage, country, year, field, told from private.barriers`;
  expect([...rows]).toEqual([{ kind: 'degree', stage: 'application', country: 'NO', year: Number(year), field: '22', told: 1 }]); // prettier-ignore
  expect(visitor.trouble).toEqual([]);
});

test('a coordinator reads no number under five, and then one in steps of five', async () => {
  const ingrid = await stage.enter(cast.coordinator.address);
  const { page } = ingrid;
  await ingrid.go('en/desk');
  await page.getByRole('link', { name: t('en', 'desk')('desk.barriers-link') }).click();
  await page.getByText(desk('desk-barriers.none')).waitFor();
  expect(await page.locator('table').count()).toBe(0);
  await stage.app.sql`update private.barriers set told = 9, month = month - interval '1 month'`;
  await page.reload({ waitUntil: 'networkidle' });
  const cells = (kind: string) => page.getByRole('row', { name: kind }).first().getByRole('cell');
  await expect.poll(() => cells(t('en', 'barrier')('barrier.kind.degree')).innerText()).toBe('5');
  expect(await cells(t('en', 'barrier')('barrier.kind.pay')).innerText()).toBe(desk('desk-barriers.few'));
  expect(await axeProblems(page)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await fits(ingrid)).toBe(true);
  expect(ingrid.trouble).toEqual([]);
});
