import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { hears, openTown, rowsOf, type Town } from './coordinator-stage.ts';
import { phone, type Person } from './stage.ts';

let town: Town;
let ingrid: Person;
beforeAll(async () => {
  town = await openTown();
  // More first hours to deal with than a town has on a quiet day.
  await town.app.sql`update public.trials set asked_at = now(), agree_by = least(agree_by, now())
    where programme = 'highly-skilled' and status in ('planning', 'agreed')`;
  ingrid = await town.comeToDesk(cast.coordinator.address, 'nb', phone);
});
afterAll(() => town.close());

test('everything is as wide as the phone and without fault', async () => {
  const { page } = ingrid;
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => axeProblems(page)).toEqual([]);
});

test('two tabs: what the first has stopped, the second hears of', async () => {
  const { page } = ingrid;
  const [row] = await rowsOf(page, 'trials');
  await page.locator('#trials').getByText('Ring dem').first().waitFor();
  // Whoever has shared nothing can be written to from here.
  await page
    .locator('#trials')
    .getByRole('button', { name: /^Skriv til .+ …$/ })
    .first()
    .waitFor();
  const other = await ingrid.context.newPage();
  await other.goto(page.url(), { waitUntil: 'networkidle' });
  await page.locator(`[data-row="${row}"]`).getByRole('button', { name: /Stopp/ }).click();
  await page.locator('dialog').getByRole('button', { name: /Stopp/ }).click();
  await hears(page, /er stoppet/);
  await other
    .locator(`[data-row="${row}"]`)
    .getByRole('button', { name: /flere dager/ })
    .click();
  await hears(other, /har det skjedd noe annet/);
  await expect.poll(() => rowsOf(other, 'trials')).not.toContain(row);
  await other.close();
});

test('a second click does not hit the row that moved up', async () => {
  const { page } = ingrid;
  const before = await rowsOf(page, 'trials');
  // The second click comes as the first row goes, however slow the machine: a hand cannot be quicker or later.
  await page
    .locator('#trials')
    .getByRole('button', { name: /flere dager/ })
    .first()
    .evaluate(
      (button, gone) =>
        new Promise<void>((clicked) => {
          const label = button.firstChild?.textContent;
          new MutationObserver((_, observer) => {
            if (document.querySelector(`[data-row="${gone}"]`)) return;
            observer.disconnect();
            setTimeout(() => {
              const next = [...document.querySelectorAll<HTMLElement>('#trials button')];
              // A pointer's: the keyboard's has no count.
              next
                .find(({ firstChild }) => firstChild?.textContent === label)
                ?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
              clicked();
            });
          }).observe(document.body, { childList: true, subtree: true });
          (button as HTMLElement).click();
        }),
      before[0],
    );
  await page.waitForTimeout(800);
  await expect.poll(() => rowsOf(page, 'trials')).toEqual(before.slice(1));
});

test('a first hour gets more days, another is stopped; twice clicked is once', async () => {
  const { page } = ingrid;
  const [extended, stopped] = await rowsOf(page, 'trials');
  await page
    .locator(`[data-row="${extended}"]`)
    .getByRole('button', { name: /flere dager/ })
    .dblclick();
  await expect.poll(() => rowsOf(page, 'trials')).not.toContain(extended);
  await hears(page, /har fått flere dager/);
  await page.locator(`[data-row="${stopped}"]`).getByRole('button', { name: /Stopp/ }).click();
  await page.locator('dialog').getByRole('button', { name: /Stopp/ }).dblclick();
  await expect.poll(() => rowsOf(page, 'trials')).not.toContain(stopped);
  await hears(page, /er stoppet/);
  const trials = await town.app
    .sql`select id, status from public.trials where id in ${town.app.sql([extended!, stopped!])}`;
  const status = Object.fromEntries(trials.map(({ id, status }) => [id, status]));
  expect(status[stopped!]).toBe('stopped');
  expect(['planning', 'agreed']).toContain(status[extended!]);
});

test('a refused proposal keeps what was typed, also over a reload, and suggests anew', async () => {
  const { page } = ingrid;
  const { sql } = town.app;
  const words = 'Jeg tror dere to har mye å snakke om.';
  const open = async () => {
    await page.locator('#waiting [data-row]').first().waitFor();
    const [row] = await rowsOf(page, 'waiting');
    await page
      .locator(`[data-row="${row}"]`)
      .getByRole('button', { name: /Foreslå/ })
      .click();
    await page.locator('dialog .desk-suggestion').first().waitFor();
  };
  await open();
  const first = page.locator('dialog input[type=radio]').first();
  const mentor = await first.inputValue();
  await page.locator('dialog .desk-suggestion label').first().click();
  await page.locator('dialog textarea').fill(words);
  const [was] = await sql`select paused_from from public.mentors where person = ${mentor}`;
  await sql`update public.mentors set paused_from = current_date where person = ${mentor}`;
  await page.locator('dialog button[type=submit]').click();
  await page.locator('dialog .error-summary').getByText('kan ikke spørres nå').waitFor();
  await expect.poll(() => page.locator(`dialog input[value="${mentor}"]`).count()).toBe(0);
  await expect.poll(() => page.locator('dialog textarea').inputValue()).toBe(words);

  await page.getByText('er tatt vare på').waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  await open();
  await expect.poll(() => page.locator('dialog textarea').inputValue()).toBe(words);
  await page.locator('dialog .desk-suggestion label').first().click();
  await page.locator('dialog button[type=submit]').dblclick();
  await hears(page, /er foreslått for/);
  const proposed = await sql`select 1 from public.letters where message = ${words}`;
  expect(proposed.length).toBe(1);
  await sql`update public.mentors set paused_from = ${was?.paused_from as Date | null} where person = ${mentor}`;
});

test('a match past its end is ended with a reason, and a lost mail is put aside', async () => {
  const { page } = ingrid;
  const [match] = await rowsOf(page, 'matches');
  await page
    .locator(`[data-row="${match}"]`)
    .getByRole('button', { name: /Avslutt matchen/ })
    .click();
  const dialog = page.locator('dialog');
  await dialog.getByRole('button', { name: 'Avslutt matchen' }).click();
  await dialog.locator('.error-summary').waitFor();
  await dialog.getByText('Målet er nådd').click();
  await dialog.getByRole('button', { name: 'Avslutt matchen' }).click();
  await hears(page, /er avsluttet/);
  const endings = await town.app.sql`select reason from public.endings where match = ${match!}`;
  expect(endings.map(({ reason }) => reason)).toEqual(['goal-reached']);

  const [mail] = await rowsOf(page, 'mails');
  await page
    .locator(`[data-row="${mail}"]`)
    .getByRole('button', { name: /Legg til side/ })
    .click();
  await hears(page, /Lagt til side/);
  await expect.poll(() => rowsOf(page, 'mails')).not.toContain(mail);
});

test('without a network the list stays readable and says so', async () => {
  const { page } = ingrid;
  await ingrid.context.setOffline(true);
  const before = await rowsOf(page, 'trials');
  await page
    .locator('#trials')
    .getByRole('button', { name: /flere dager/ })
    .first()
    .click();
  await page.locator('#trials .refusal').waitFor();
  await expect.poll(() => rowsOf(page, 'trials')).toEqual(before);
  await ingrid.context.setOffline(false);
  await page
    .locator('#trials')
    .getByRole('button', { name: /flere dager/ })
    .first()
    .click();
  await expect.poll(async () => (await rowsOf(page, 'trials')).length).toBe(before.length - 1);
  expect(ingrid.trouble).toEqual([]);
});
