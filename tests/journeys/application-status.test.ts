import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { axeProblems } from '../axe.ts';
import { answer, beginToApply, goOn, isKept, isUntroubled } from './apply-pages.ts';
import { applicants, apply } from './applications-stage.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

test('a question is answered, a time chosen, and the application taken back', async () => {
  const [one] = applicants(2).slice(1);
  if (!one) throw new Error('There is nobody who has applied.');
  await apply(stage.app.sql, [one]);
  const say = t(one.locale, 'applications');
  const { sql } = stage.app;
  const [row] = await sql<{ id: string }[]>`
    update public.applications set status = 'asked', asked_from = 'sent' where person = ${one.id} returning id`;
  const id = row?.id ?? '';
  await sql`insert into public.application_messages (application, kind, message)
    values (${id}, 'question', 'Hvilke dager passer best for deg?')`;
  const person = await stage.enter(one.address, phone);
  const { page } = person;
  await person.go(`${one.locale}/my/applications`);
  await page.getByText('Hvilke dager passer best for deg?').waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: say('applications.reply.send') }).click();
  await page.locator('.error-summary').waitFor();
  await page.getByLabel(say('applications.reply')).fill('Tirsdag og torsdag.');
  // What could not be sent is kept as it was typed.
  const kept = () => sql`select content from public.drafts where person = ${one.id}`;
  await page.route('**/rpc/answer_application', (route) => route.abort());
  await page.getByRole('button', { name: say('applications.reply.send') }).click();
  await page.getByText(t(one.locale, 'refusal')('refusal.offline')).waitFor();
  await expect.poll(kept).toEqual([{ content: { message: 'Tirsdag og torsdag.' } }]);
  await page.unroute('**/rpc/answer_application');
  await page.getByRole('button', { name: say('applications.reply.send') }).dblclick();
  await page.getByText(say('applications.next.sent')).waitFor();
  expect(await kept()).toEqual([]);
  const answers = await sql`select message from public.application_messages where kind = 'answer'`;
  expect(answers).toEqual([{ message: 'Tirsdag og torsdag.' }]);

  // Something else comes first; when she says that she is ready, it is read again.
  await sql`update public.applications set status = 'preparing', line = 'preparing' where id = ${id}`;
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(say('applications.next.preparing')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.getByLabel(say('applications.ready')).fill('Kurset er gjort.');
  await page.getByRole('button', { name: say('applications.ready.send') }).dblclick();
  await page.getByText(say('applications.next.sent')).waitFor();
  await page.getByText('Kurset er gjort.').waitFor();

  await sql`update public.applications set status = 'interview', times = array[now() + interval '2 days', now() + interval '3 days'], minutes = 45,
    how = 'online', meet_at = 'https://meet.example/talk', answers = answers || '{"energy": "little", "consent_life": true}'
    where id = ${id}`;
  await page.reload({ waitUntil: 'networkidle' });
  const choose = page.getByRole('button', { name: say('applications.times.choose') });
  await expect.poll(() => choose.count()).toBe(2);
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'application-times');
  await choose.first().click();
  const calendar = page.getByRole('link', { name: say('applications.talk.calendar') });
  await calendar.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), calendar.click()]);
  expect(download.suggestedFilename()).toBe('fotfeste.ics');

  // What was told of everyday life can be taken back alone.
  await page.getByRole('button', { name: say('applications.life.away') }).click();
  await page.getByText(say('applications.life'), { exact: true }).waitFor({ state: 'detached' });
  expect(await sql`select from public.applications where id = ${id} and answers ? 'energy'`).toEqual([]);

  await page.getByRole('button', { name: say('applications.withdraw') }).click();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: say('applications.withdraw.yes') }).click();
  await page.getByText(say('applications.next.withdrawn')).waitFor();
  const [after] = await sql`select status from public.applications where id = ${id}`;
  expect(after).toEqual({ status: 'withdrawn' });

  // After a no she is shown where to go on.
  await sql`update public.applications set status = 'declined' where id = ${id}`;
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('link', { name: t(one.locale, 'apply')('apply.read.plan') }).waitFor();
  await page.getByText(t(one.locale, 'apply')('apply.unmet.elsewhere')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  isUntroubled(person);
});

test('what does not fit yet is written about on the day she asked for; events are open meanwhile', async () => {
  const [one] = applicants(1);
  if (!one) throw new Error('There is nobody who has applied.');
  await apply(stage.app.sql, [one]);
  const { sql } = stage.app;
  await sql`update public.applications set status = 'declined', decided_at = now(),
    eligibility = '{"since": "2026-01-01", "met": [], "unmet": [{"rule": "area"}], "open": []}' where person = ${one.id}`;
  const say = t(one.locale, 'apply');
  const person = await stage.enter(one.address, phone);
  const { page } = person;
  await person.go(`${one.locale}/my/applications`);
  const wishes = () => sql`select part, locale, fits_on - current_date > 170 as ahead from public.round_reminders where person = ${one.id}`; // prettier-ignore
  await page.getByRole('button', { name: say('apply.later.ask') }).click();
  await page.getByRole('button', { name: say('apply.later.stop') }).waitFor();
  await expect.poll(wishes).toEqual([{ part: 'mentee', locale: one.locale, ahead: true }]);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: say('apply.later.stop') }).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await picture(page, 'application-later');
  await page.getByRole('button', { name: say('apply.later.stop') }).click();
  await page.getByRole('button', { name: say('apply.later.ask') }).waitFor();
  await expect.poll(wishes).toEqual([]);

  // Accepted after all, and then she does not want to begin.
  const mine = t(one.locale, 'applications');
  await sql`update public.applications set status = 'accepted' where person = ${one.id}`;
  await sql`select private.give_place(a) from public.applications a where a.person = ${one.id}`;
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: mine('applications.give-up') }).click();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: mine('applications.give-up.yes') }).click();
  await page.getByText(mine('applications.given-up')).waitFor();
  const [place] = await sql`select standing from public.mentees where person = ${one.id}`;
  // The clock may have taken it away already.
  expect(place?.standing ?? 'left').toBe('left');

  await person.go(`${one.locale}/news/#events`);
  await page.locator('#events h3 a').first().click();
  await page.locator('.event-facts').waitFor();
  isUntroubled(person);
});

test('two windows are one application, and without a network nothing is lost', async () => {
  const say = t('sv', 'apply');
  const person = await beginToApply(stage, 'sv', 'lea@example.org', 'mentee/?programme=settle-in');
  const { page, context } = person;
  await answer(page, { shown_name: 'Lea' });
  await isKept(page, 'sv');
  const second = await context.newPage();
  await second.goto(page.url(), { waitUntil: 'networkidle' });
  await second.locator('#apply-shown_name').waitFor();
  await answer(second, { came_as: 'study' });
  await isKept(second, 'sv');
  await page.bringToFront();
  await answer(page, { shown_name: 'Lea Maria' });
  await page.getByText(say('apply.merged')).waitFor();
  await expect.poll(() => page.locator('input[name="apply-came_as"][value="study"]').isChecked()).toBe(true);
  const read = async () => {
    const [row] = await stage.app.sql<{ answers: object }[]>`select answers from public.applications
      where answers ->> 'came_as' = 'study'`;
    return row?.answers;
  };
  await expect.poll(read).toEqual({ shown_name: 'Lea Maria', came_as: 'study' });
  await second.close();

  await goOn(page, 'meeting');
  await context.setOffline(true);
  await answer(page, { hours: '5' });
  await page.getByText(say('apply.offline')).waitFor();
  await context.setOffline(false);
  await isKept(page, 'sv');
  await expect.poll(read).toMatchObject({ hours: 5 });
  isUntroubled(person);
});

test('a draft of an older form follows the newer one, or says why it cannot', async () => {
  const [form, refusal] = [t('en', 'form'), t('en', 'refusal')];
  const { sql } = stage.app;
  const person = await beginToApply(stage, 'en', 'vera@example.org', 'mentor/?programme=settle-in');
  const { page } = person;
  await answer(page, { shown_name: 'Vera' });
  await isKept(page, 'en');
  const copy = (from: number, to: number) => sql`insert into public.forms (key, version, definition)
    select key, ${to}, definition from public.forms where key = 'mentor' and version = ${from}`;
  const [{ newest }] = await sql<[{ newest: number }]>`select max(version) as newest from public.forms where key = 'mentor'`;
  const older = newest - 1;
  const goBack = () => sql`update public.applications set form_version = ${older} where part = 'mentor'`;
  const goesOn = async () => {
    await page.getByRole('button', { name: form('form.try-again') }).click();
    await expect.poll(() => page.locator('#apply-shown_name').inputValue()).toBe('Vera');
  };
  await copy(newest, older);
  await goBack();
  await page.route('**/rpc/begin_application', (route) => route.abort());
  await page.reload();
  await page.getByText(refusal('refusal.offline')).waitFor();
  await expect.poll(() => axeProblems(page)).toEqual([]);
  await page.unroute('**/rpc/begin_application');
  await goesOn();

  // The page is here before `npm run sync`.
  await goBack();
  await sql`delete from public.forms where key = 'mentor' and version = ${newest}`;
  await page.reload();
  await page.getByText(refusal('refusal.something_failed')).waitFor();
  await copy(older, newest);
  await goesOn();
  isUntroubled(person);
}); // prettier-ignore
