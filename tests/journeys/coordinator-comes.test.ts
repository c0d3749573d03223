/** Where nobody asks by herself: a coordinator proposes on the first day, and comes along to the first hour. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { asPerson } from '../database.ts';
import { picture } from './pictures.ts';
import { openStage, phone, type Person, type Stage } from './stage.ts';

const desk = t('en', 'desk');
const trial = t('en', 'trial');
const row = (list: string) => birthe.page.locator(`#${list} [data-row]`);
let stage: Stage;
let birthe: Person;
let mentee: Person;
let mentor: Person;

beforeAll(async () => {
  stage = await openStage();
  // Amina is ready since this morning, in a programme where a coordinator proposes, and Kari is a mentor there.
  for (const part of ['mentee', 'mentor'])
    await stage.app.sql
      .unsafe(`update public.${part}s set programme = 'women-network', place = 'dk-0101', region = 'dk-84',
      formats = '{in-person}', approved_at = now() where person in ('${cast.mentee.id}', '${cast.mentor.id}')`);
  birthe = await stage.enter(cast.coordinatorWomen.address);
  mentee = await stage.enter(cast.mentee.address, phone);
  mentor = await stage.enter(cast.mentor.address);
});
afterAll(() => stage?.close());

test('on the first day she is on the desk, and a mentor is proposed to her', async () => {
  const { page } = birthe;
  await birthe.go('en/desk');
  await page.getByRole('heading', { name: desk('desk.today', { count: 1 }) }).waitFor();
  await row('waiting').getByText(desk('desk.waits.today')).waitFor();
  expect(await row('waiting').locator('.desk-tag').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'desk-waiting');
  await row('waiting').getByRole('button').click();
  await page.locator('dialog .desk-suggestion label').first().click();
  await page.locator('dialog textarea').fill('You both build bridges, and live near each other.');
  await page.locator('dialog button[type=submit]').click();
  await row('waiting').getByText(desk('desk.waiting.tag.proposed'), { exact: true }).waitFor();
  await page.getByRole('heading', { name: desk('desk.nothing') }).waitFor();
  await mentee.go('en/my');
  await mentee.page.getByText(t('en', 'portal')('my.next.proposal', { name: cast.mentor.name })).waitFor();
});

test('the two are told that she comes along, and she reads when and where', async () => {
  const { sql } = stage.app;
  const as = <T>(person: { id: string }, call: string) =>
    asPerson(sql, person.id, (tx) => tx.unsafe<{ answer: T }[]>(`select public.${call} as answer`));
  const [request] = await sql`select id from public.requests`;
  await as(
    cast.mentee,
    `accept_proposal('${request!.id as string}', 'Yes please, I would like to meet you.')`,
  );
  const [begun] = await as<string>(cast.mentor, `accept_request('${request!.id as string}')`);
  const hour = `now() + interval '3 days', 'in-person', 'The main library, by the stairs'`;
  await as(cast.mentor, `propose_trial('${begun!.answer}', ${hour})`);

  await mentee.go('en/my');
  await mentee.page.getByText(trial('trial.coordinator')).waitFor();
  await mentee.page.getByRole('button', { name: trial('trial.agree') }).click();
  await mentee.page.getByText(trial('trial.state.meet'), { exact: true }).waitFor();
  expect(await axeProblems(mentee.page)).toEqual([]);
  await picture(mentee.page, 'trial-coordinator-phone');
  await mentor.go('en/my');
  await mentor.page.getByText(trial('trial.coordinator')).waitFor();
  await stage.app.drain();
  const mails =
    await sql`select text from mailbox.mails where text like '%main library%Your coordinator comes along.%'
    or text like '%main library%Koordinatoren deres er med.%'`;
  expect(mails).toHaveLength(2);

  await birthe.page.reload();
  await row('coming').getByText('The main library, by the stairs').waitFor();
  await birthe.page.getByRole('heading', { name: desk('desk.nothing') }).waitFor();
  await sql`update public.trials set starts_at = now()`;
  await birthe.page.reload();
  await row('coming').getByText(desk('desk.coming.today')).waitFor();
  expect(await axeProblems(birthe.page)).toEqual([]);
  await picture(birthe.page, 'desk-coming');
  await birthe.page.setViewportSize(phone);
  expect(await birthe.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await picture(birthe.page, 'desk-coming-phone');
  for (const { trouble } of [birthe, mentee, mentor]) expect(trouble).toEqual([]);
});
