import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import { axeProblems } from '../axe.ts';
import { focusedRow, hears, openTown, rowsOf, tabTo, type Town } from './coordinator-stage.ts';
import { picture } from './pictures.ts';
import type { Person } from './stage.ts';

let town: Town;
let ingrid: Person;
beforeAll(async () => {
  town = await openTown();
  ingrid = await town.comeToDesk(cast.coordinator.address, 'en');
});
afterAll(() => town.close());

test('the desk has no fault that a machine can find, and asks the server for its lists, then for its pictures', async () => {
  const calls: string[] = [];
  ingrid.page.on('request', (request) => request.url().includes('/rest/v1/') && calls.push(request.url()));
  // What the page before still asked for is not this one's.
  ingrid.page.on('framenavigated', () => void calls.splice(0));
  await ingrid.page.reload({ waitUntil: 'networkidle' });
  await ingrid.page.locator('.desk-today h2').waitFor();
  await expect.poll(() => calls.map((url) => url.split('/').pop())).toEqual(['desk', 'pictures_of']);
  await expect.poll(() => axeProblems(ingrid.page)).toEqual([]);
});

test('a first hour gets more days with Enter, once, and the focus goes to the next row', async () => {
  const { page } = ingrid;
  const before = await rowsOf(page, 'trials');
  const [row, next] = before;
  await tabTo(page, `[data-row="${row}"] .desk-actions button`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await hears(page, /have more days/);
  await expect.poll(() => rowsOf(page, 'trials')).toEqual(before.slice(1));
  await expect.poll(() => focusedRow(page)).toBe(next);
  const events = await town.app.sql`select 1 from public.events
    where verb = 'extend_trial' and subject = ${row!} and actor = ${cast.coordinator.id}
      and at > now() - interval '5 minutes'`;
  expect(events.length).toBe(1);
});

test('a first hour is stopped after a question, and the focus goes to the next row', async () => {
  const { page } = ingrid;
  const [trial, next] = await rowsOf(page, 'trials');
  await tabTo(page, `[data-row="${trial}"] .button.quiet`);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focusedRow(page)).toBe(trial);
  await page.keyboard.press('Enter');
  await tabTo(page, 'dialog .button');
  await page.keyboard.press('Enter');
  await hears(page, /is stopped/);
  await expect.poll(() => rowsOf(page, 'trials')).not.toContain(trial);
  await expect.poll(() => focusedRow(page)).toBe(next);
  const [saved] = await town.app.sql`select status from public.trials where id = ${trial!}`;
  expect(saved?.status).toBe('stopped');
});

test('a mentor is proposed, with the reasons read and a few words', async () => {
  const { page } = ingrid;
  const [row] = await rowsOf(page, 'waiting');
  const mentee = row!.split('/')[1]!;
  await tabTo(page, `[data-row="${row}"] button`);
  await page.keyboard.press('Enter');
  await page.locator('dialog .desk-suggestion').first().waitFor();
  const suggested = await page.locator('dialog .desk-suggestion').count();
  expect(suggested).toBeLessThanOrEqual(5);
  await expect.poll(() => page.locator('dialog .desk-reasons').count()).toBe(suggested);
  await expect.poll(() => axeProblems(page)).toEqual([]);

  await tabTo(page, 'dialog button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('dialog .error-summary:focus').waitFor();
  await tabTo(page, 'dialog input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, 'dialog textarea');
  await page.keyboard.type('I think the two of you have much to talk about.');
  await tabTo(page, 'dialog button[type=submit]');
  await page.keyboard.press('Enter');
  await hears(page, /is proposed to/);

  await expect.poll(() => focusedRow(page)).toBe(row);
  await expect.poll(() => page.locator(`[data-row="${row}"] .desk-tag`).textContent()).toBe('Proposed');
  const proposed = await town.app.sql`select l.message from public.requests r
    join public.letters l on l.request = r.id
    where r.mentee = ${mentee} and r.proposed_by = ${cast.coordinator.id} and r.status = 'proposed'
      and r.sent_at > now() - interval '5 minutes'`;
  expect(proposed.map(({ message }) => message)).toEqual(['I think the two of you have much to talk about.']);
});

test('without a network no button says that it has done what it has not', async () => {
  const { page, context } = ingrid;
  const { sql } = town.app;
  await sql`update public.programmes set rules = jsonb_set(rules, '{onboarding,mentor,steps}', '["interview", "course"]')
    where key = 'highly-skilled'`;
  await sql`insert into public.preparation_steps (person, part, step, ticked_by)
    select person, part, 'interview', ${cast.coordinator.id} from public.preparations
    where programme = 'highly-skilled' and part = 'mentor'`;
  await page.reload({ waitUntil: 'networkidle' });
  const refusal = page.locator('[role=alert]', { hasText: t('en', 'refusal')('refusal.offline') });
  await context.setOffline(true);
  await tabTo(page, '.desk-overview button');
  await page.keyboard.press('Enter');
  await page.locator('.desk-overview').locator(refusal).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  expect(await page.getByText(t('en', 'desk')('desk.is-read')).count()).toBe(0);
  await tabTo(page, '#preparing .desk-actions .link');
  await page.keyboard.press('Enter');
  await page.locator('#preparing').locator(refusal).waitFor();
  await picture(page, 'desk-offline');
  await context.setOffline(false);
});

test('nothing broke the security policy, and nothing was thrown', () => {
  expect(ingrid.trouble).toEqual([]);
});
