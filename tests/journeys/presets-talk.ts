/** The first talk with a mentee, before a yes: what each programme's guide says it must be about. */
import type { TransactionSql } from 'postgres';
import { expect } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { asPerson, refusalOf } from '../database.ts';
import { picture } from './pictures.ts';
import type { PresetStage } from './presets-stage.ts';
import type { Person } from './stage.ts';

/** In this programme it is noted by hand, in the others by the verb. */
const byHand = 'women-network';

/** No yes before the talk; then it is noted. */
export async function talk(stage: PresetStage, id: string, programme: string): Promise<void> {
  const { sql } = stage.app;
  const [row] = await sql<{ required: string[] }[]>`
    select mentee_talk_required as required from public.programmes where key = ${programme}`;
  const required = row?.required ?? [];
  if (programme === byHand) return noteByHand(stage.coordinator, required);
  if (required.length === 0) return;
  const decided = (as: TransactionSql) =>
    as`select public.decide_application(${id}, 'accept', 'ready', 'Welcome. We are glad to have you.')`;
  expect(await refusalOf(asPerson(sql, cast.coordinator.id, decided))).toBe('interview_incomplete');
  await asPerson(sql, cast.coordinator.id, (as) => as`select public.note_interview(${id}, ${as.json({ talked: Object.fromEntries(required.map((part) => [part, true])) })})`); // prettier-ignore
}

/** A yes asks for the talk; then she is noted by the keyboard, part by part, until nothing is open. */
async function noteByHand(coordinator: Person, required: string[]): Promise<void> {
  const { page } = coordinator;
  await openAt(coordinator, 'Maya');
  await page.keyboard.press('d');
  const dialog = page.locator('dialog');
  await dialog.locator('input[value="accept"]').check();
  await dialog.locator('#decide-letter').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.locator('.error-summary:focus').waitFor();
  await dialog.locator('#decide-anyway[aria-invalid="true"]').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('#reading-title').focus();
  for (const [nr, part] of required.entries()) {
    await expect.poll(() => page.locator('#notes [data-open]').count()).toBe(required.length - nr);
    await page.locator('#reading-title').focus();
    await page.keyboard.press('n');
    if (part === 'life') await page.locator(`#notes-${part}-talked`).press('Space');
    else if (part === 'ready') await page.keyboard.press('Space');
    else {
      await page.locator(`#notes-${part}:focus`).waitFor();
      await page.keyboard.type(`About ${part}, in her own words.`);
    }
  }
  await expect.poll(() => page.locator('#notes [data-open]').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'talk-by-the-guide');
  await page.locator('.applications-kept', { hasText: 'Your notes are kept.' }).waitFor();
}

/** Opens somebody's application at the desk. */
export async function openAt(coordinator: Person, name: string): Promise<void> {
  const { page } = coordinator;
  await coordinator.go('en/desk/applications');
  await page.locator('[data-row] a', { hasText: name }).first().click();
  await page.locator('#reading-title', { hasText: name }).waitFor();
}
