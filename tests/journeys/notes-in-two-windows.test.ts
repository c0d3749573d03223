/** What is noted of a talk in one window is there in the other, and neither writes over the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import { applicants, apply } from './applications-stage.ts';
import { openAt } from './presets-talk.ts';
import { openStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let pc: Person;
let laptop: Person;
const say = t('en', 'application-desk');
const somebody = applicants(1);
beforeAll(async () => {
  stage = await openStage();
  await apply(stage.app.sql, somebody);
  pc = await stage.enter(cast.coordinator.address);
  laptop = await stage.enter(cast.coordinator.address);
  // Both have read it before anything is noted.
  for (const window of [pc, laptop]) await openAt(window, somebody[0]!.name);
});
afterAll(() => stage?.close());

const impression = ({ page }: Person) => page.locator('#notes-impression');
const competence = ({ page }: Person) => page.locator('#notes-competence-home');
const readiness = ({ page }: Person) => page.locator('input[name="notes-readiness"]').nth(3);
const kept = ({ page }: Person, how: 'saved' | 'failed' = 'saved') =>
  page.locator('.applications-kept', { hasText: say(`application-desk.notes.${how}`) }).waitFor();
const noted = async () =>
  (await stage.app.sql`select impression, competences, readiness from public.application_notes`)[0];

test('one click where nothing had been noted yet takes nothing away from what was noted elsewhere', async () => {
  await impression(laptop).fill('Calm and clear.');
  await competence(laptop).fill('Runs a household of seven.');
  await kept(laptop);
  await readiness(pc).check();
  await kept(pc);
  const all = {
    impression: 'Calm and clear.',
    competences: { home: 'Runs a household of seven.' },
    readiness: 4,
  };
  expect(await noted()).toEqual(all);
  // And now she sees it.
  expect(await impression(pc).inputValue()).toBe(all.impression);
});

test('a page that reads anew shows what was noted elsewhere, and keeps what is being written', async () => {
  await impression(laptop).pressSequentially(' Asks');
  await laptop.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => readiness(laptop).isChecked()).toBe(true);
  await impression(laptop).pressSequentially(' much.');
  expect(await impression(laptop).inputValue()).toBe('Calm and clear. Asks much.');
  await expect.poll(async () => (await noted())?.impression as string).toBe('Calm and clear. Asks much.');
});

test('without a network nothing is lost, and it goes beside what came meanwhile', async () => {
  await pc.context.setOffline(true);
  await competence(pc).fill('Nursed her mother.');
  await kept(pc, 'failed');
  await impression(laptop).fill('Calm, clear, curious.');
  await expect.poll(async () => (await noted())?.impression as string).toBe('Calm, clear, curious.');
  await pc.context.setOffline(false);
  await kept(pc);
  expect(await noted()).toEqual({
    impression: 'Calm, clear, curious.',
    competences: { home: 'Nursed her mother.' },
    readiness: 4,
  });
  await expect.poll(() => impression(pc).inputValue()).toBe('Calm, clear, curious.');
  expect([...pc.trouble, ...laptop.trouble]).toEqual([]);
});
