/** A coordinator's morning: twenty applications, read, asked about, invited and decided, and the mouse stays where it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { applicants, apply, type Applicant } from './applications-stage.ts';
import { hears, tabTo } from './coordinator-stage.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ingrid: Person;
let everybody: Applicant[];
beforeAll(async () => {
  stage = await openStage();
  everybody = applicants(20);
  await apply(stage.app.sql, everybody);
  await stage.app
    .sql`update public.applications set due_on = current_date - 1 where person = ${everybody[0]!.id}`;
  ingrid = await stage.enter(cast.coordinator.address);
});
afterAll(() => stage.close());

const handled = () =>
  stage.app.sql<{ status: string; count: number }[]>`select status::text, count(*)::integer as count
    from public.applications group by status order by status`;
const nameOf = (person: Person) => person.page.locator('#reading-title').innerText();

/** Presses a key and waits until the keyboard is where it leads. */
async function press(key: string, field: string): Promise<void> {
  await ingrid.page.keyboard.press(key);
  await ingrid.page.locator(`${field}:focus`).waitFor();
}

/** Waits until somebody is open, with the keyboard at the name. */
async function opened({ page }: Person, name: string): Promise<void> {
  await page.locator('#reading-title:focus', { hasText: new RegExp(`^${name}$`) }).waitFor();
}

test('the desk leads to who is late and to all, and Enter opens the most urgent one', async () => {
  const { page } = ingrid;
  await ingrid.go('en/desk');
  await page.locator('.desk-tag.urgent', { hasText: '1 is past the day we promised.' }).waitFor();
  await tabTo(page, '.desk-today a[href$="/desk/applications/?heap=due"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-row] .desk-tag.urgent').waitFor();
  await expect.poll(() => page.locator('[data-row]').count()).toBe(1);
  await page.evaluate(() =>
    addEventListener('pointerdown', () => document.body.setAttribute('data-mouse', 'used'), true),
  );
  await tabTo(page, '.applications-heaps button');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-row]').count()).toBe(everybody.length);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'applications-queue');

  await tabTo(page, '[data-row] a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await opened(ingrid, everybody[0]!.name);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'application');
});

test('a question and an invitation are sent, and the next one is a key away', async () => {
  const { page } = ingrid;
  await press('a', '#ask-message');
  await page.keyboard.type('Which evenings suit you best?');
  await page.keyboard.press('Control+Enter');
  await hears(page, /gets your question by mail/);

  await page.keyboard.press('j');
  await opened(ingrid, everybody[1]!.name);
  await press('i', '#invite-day1');
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.keyboard.type(twinDay());
  await tabTo(page, '#invite-time1');
  await page.keyboard.type('1000AM');
  await tabTo(page, '#invite-how');
  await page.keyboard.press('Space');
  await tabTo(page, '#invite-place');
  await page.keyboard.type('The link comes by mail the day before.');
  await page.keyboard.press('Control+Enter');
  await hears(page, /gets the times by mail/);
  await expect
    .poll(() => handled())
    .toEqual([
      { status: 'asked', count: 1 },
      { status: 'interview', count: 1 },
      { status: 'sent', count: 18 },
    ]);
});

test('notes are kept while one writes, and a rule is counted as met with a reason', async () => {
  const { page } = ingrid;
  // The programme asks for no talk, so there is no guide; with one, see the presets.
  await press('n', '#notes-competence-formal');
  await page.keyboard.type('Engineer, approved here.');
  await tabTo(page, '#notes-competence-informal');
  await page.keyboard.type('Nine years with bridges; led a team of four.');
  await page.locator('.applications-kept', { hasText: 'Your notes are kept.' }).waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => stage.app.sql`select competences ->> 'informal' as work from public.application_notes`)
    .toEqual([{ work: 'Nine years with bridges; led a team of four.' }]);

  await press('c', '#concern-concern');
  await page.keyboard.type('Wants to talk with a lawyer about the lease first.');
  await page.keyboard.press('Control+Enter');
  await hears(page, /^Kept/);
  await page.locator('.applications-concern', { hasText: 'about the lease' }).waitFor();

  // The third one has a trade certificate, where the programme asks for a degree.
  await page.keyboard.press('j');
  await opened(ingrid, everybody[2]!.name);
  await press('d', '#decide-decision');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog .error-summary:focus').waitFor();
  const left = await page.locator('dialog').elementHandle();
  await page.keyboard.press('Escape');
  await tabTo(page, '.applications-rules .unmet button');
  await press('Enter', '#override-reason');
  // A browser says that a dialog was closed with the next frame; on a busy machine that is after the next one is open.
  await left?.evaluate((dialog) => dialog.dispatchEvent(new Event('close')));
  await drawn();
  await page.keyboard.type('Has led building sites for ten years.');
  await page.keyboard.press('Control+Enter');
  await hears(page, /counts as met/);
  // The button is gone, and the keyboard is where the letters still work.
  await opened(ingrid, everybody[2]!.name);
});

test('what a choice brings along never undoes the next one, however quick or however late the screen', async () => {
  const { page } = ingrid;
  await press('d', '#decide-decision');
  const reason = await page.locator('dialog').evaluate(async (dialog) => {
    const choose = (field: string) => dialog.querySelector<HTMLInputElement>(`input${field}`)?.click();
    choose('[value="redirect"]');
    // Its reasons are there, and nothing has been painted yet.
    for (let step = 0; step < 9; step++) await null;
    choose('[name="decide-reason"]');
    await new Promise((done) => setTimeout(done, 200));
    return dialog.querySelector<HTMLInputElement>('input[name="decide-reason"]:checked')?.value;
  });
  expect(reason).toBeTruthy();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

/** A day to come that reads the same whichever way round, such as 12/12: a date field wants the browser's own order. */
function twinDay(): string {
  const tomorrow = Date.now() + 86_400_000;
  const year = new Date().getFullYear();
  const days = Array.from(
    { length: 24 },
    (_, nr) => new Date(year + Math.floor(nr / 12), nr % 12, (nr % 12) + 1),
  );
  const day = days.find((one) => one.getTime() > tomorrow) ?? new Date();
  const two = String(day.getDate()).padStart(2, '0');
  return `${two}${two}${day.getFullYear()}`;
}

/** Waits until the browser has drawn what it has to. */
const drawn = () =>
  ingrid.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Decides with the keyboard: so many steps down from “Accept”. A yes that passes people on the waiting list says why. */
async function decide(steps: number, passes = false): Promise<void> {
  const { page } = ingrid;
  await press('d', '#decide-decision');
  await page.keyboard.press('Space');
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
  await drawn();
  if (steps === 0) {
    await expect.poll(() => page.locator('#decide-order').count()).toBe(passes ? 1 : 0);
    if (passes) {
      await tabTo(page, '#decide-order');
      await page.keyboard.type('A mentor of the same trade is free.');
    }
  } else {
    await tabTo(page, '#decide-reason');
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
}

test('all twenty are decided, each with a letter in the language of whoever gets it', async () => {
  const { page } = ingrid;
  // From the third one down to the last, then back up to those who were asked and invited.
  for (let nr = 2; nr < everybody.length; nr++) {
    await opened(ingrid, everybody[nr]!.name);
    // The fourth is put on the waiting list, and those who are let in after it were sent later.
    await decide((nr + 3) % 5, nr > 3);
  }
  await opened(ingrid, everybody[1]!.name);
  await decide(0);
  await opened(ingrid, everybody[0]!.name);
  await decide(1);
  await page.locator('.state', { hasText: 'Nobody waits here' }).waitFor();

  const open = await stage.app
    .sql`select 1 from public.applications where status in ('sent', 'asked', 'interview')`;
  expect(open.length).toBe(0);
  const letters = await stage.app.sql<{ person: string; text: string }[]>`select a.person, m.message as text
    from public.application_messages m join public.applications a on a.id = m.application
    where m.kind = 'letter'`;
  expect(letters.length).toBe(everybody.length);
  const greeting = { en: 'Dear', nb: 'Hei', da: 'Kære', sv: 'Hej' };
  for (const { id, name, locale } of everybody) {
    const letter = letters.find(({ person }) => person === id)?.text ?? '';
    expect(letter.startsWith(`${greeting[locale]} ${name}`), letter.slice(0, 40)).toBe(true);
  }
  const mails = await stage.app.sql`select 1 from private.outbox where kind = 'application-decided'`;
  expect(mails.length).toBe(everybody.length);
});

test('the mouse was never needed, and nothing broke', async () => {
  await expect.poll(() => ingrid.page.locator('body[data-mouse]').count()).toBe(0);
  expect(ingrid.trouble).toEqual([]);
});

test('on a phone, in Norwegian, a region sees its own, and the list or the one who is open', async () => {
  const torstein = await stage.enter(cast.coordinatorRogaland.address, phone);
  const { page } = torstein;
  await torstein.go('nb/desk/applications/?heap=line');
  await page.locator('[data-row]').first().waitFor();
  await expect.poll(() => page.locator('[data-row]').count()).toBe(2);
  await page.locator('[data-row]').first().click();
  await page.locator('#reading-title').waitFor();
  await expect.poll(() => page.locator('.applications-queue').isVisible()).toBe(false);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'application-phone');
  const name = await nameOf(torstein);
  await page.getByRole('button', { name: 'Tilbake til listen' }).click();
  await page.locator('[data-row] a:focus', { hasText: name }).waitFor();
  expect(torstein.trouble).toEqual([]);
});
