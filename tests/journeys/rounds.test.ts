import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import { dateWords } from '../../src/lib/dates.ts';
import { axeProblems } from '../axe.ts';
import { answer, beginToApply, goOn, isKept, isUntroubled, type Said } from './apply-pages.ts';
import { picture } from './pictures.ts';
import { apply, applicants } from './applications-stage.ts';
import { openStage, phone, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

/** The programme's file, with a round in this month of the year: 0 is now, 2 the month after next. */
async function roundIn(months: number): Promise<string> {
  const month = ((new Date().getUTCMonth() + months) % 12) + 1;
  const { sql } = stage.app;
  await sql`select private.sync_programme(jsonb_set(jsonb_set(rules, '{intake,rounds}', to_jsonb(array[${month}::integer])),
    '{intake,open_days}', '40')) from public.programmes where key = 'settle-in'`;
  await sql`select private.roll_rounds(now())`;
  const [round] = await sql`select opens_on::text as day from private.round_of('settle-in', current_date)`;
  return round!.day as string;
}

const farid: [step: string, said: Said][] = [
  ['you', { shown_name: 'Farid', came_as: 'family' }],
  ['meeting', { place: 'fi-18', formats: ['in-person'], hours: '4', commitment: 'yes' }],
  ['languages', { languages: ['ar N', 'sv B1'] }],
  ['work', { field: ['nurse', 'Nurses'] }],
  ['goals', { goals: ['network'], prefers: 'any', prefers_gender: 'any' }],
  ['about', { about: 'I have worked as a nurse for six years and would like to do so here.' }],
  ['last', { consent_store: 'yes' }],
];

test('closed: a reminder; then the round opens, a mail comes, and what is sent has its place in line', async () => {
  const opens = await roundIn(2);
  const address = 'farid@example.org';
  const say = t('en', 'round');
  const day = dateWords('en', opens);
  const person = await beginToApply(stage, 'en', address, 'mentee/?programme=settle-in', phone);
  const { page } = person;
  await person.go('en/my/applications');
  await page.getByRole('button', { name: say('round.remind') }).click();
  await page.getByText(say('round.reminded', { opens: day })).waitFor();
  await page.getByRole('button', { name: say('round.remind.stop') }).click();
  await page.getByRole('button', { name: say('round.remind') }).click();
  await page.getByText(say('round.reminded', { opens: day })).waitFor();
  await picture(page, 'round-reminder');
  expect(await axeProblems(page)).toEqual([]);

  await person.go('en/apply/mentee/?programme=settle-in');
  await page.locator('.one-step').waitFor();
  for (const [nr, [, said]] of farid.entries()) {
    await answer(page, said);
    await goOn(page, farid[nr + 1]?.[0] ?? 'review');
  }
  // It may be sent already now, into the line of that round.
  await page.getByText(say('round.send', { opens: day })).waitFor();
  await picture(page, 'round-review');

  await roundIn(0);
  await stage.app.sql`select private.run_due(now())`;
  await stage.app.drain();
  const mail = () =>
    stage.app.sql`select kind from private.outbox where kind = 'round-open' and sent_at is not null`;
  await expect.poll(async () => (await mail()).length).toBe(1);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: t('en', 'apply')('apply.send') }).click();
  await page.getByRole('heading', { name: t('en', 'apply')('apply.sent') }).waitFor();
  await page.getByRole('link', { name: t('en', 'apply')('apply.sent.link') }).click();
  await page.getByText(t('en', 'applications')('applications.ahead.none')).waitFor();
  await page.getByText(/Courses of this round start by/).waitFor();
  const [stored] = await stage.app.sql`select status, due_on - current_date as days from public.applications a
    join auth.users u on u.id = a.person where u.email = ${address}`;
  expect(stored).toEqual({ status: 'sent', days: 70 });
  isUntroubled(person);
});

test('a rule that changed since is told before it is sent, and then it goes through', async () => {
  const { sql } = stage.app;
  const person = await beginToApply(stage, 'nb', 'leila@example.org', 'mentor/?programme=highly-skilled');
  const { page } = person;
  const say = t('nb', 'apply');
  const steps: [string, Said][] = [
    ['you', { shown_name: 'Leila', migrated: 'yes', place: 'no-11', formats: 'in-person' }],
    ['work', { field: ['bygg', 'Bygningsingeniører'], seniority: 'experienced', size_band: 'large' }],
    ['languages', { languages: ['no B2'] }],
    ['offers', { offers: ['network'], hours: '3', commitment: 'yes' }],
    [
      'why',
      { motivation: ['society'], about: 'Jeg leder et lag av ingeniører og vil gjerne gi noe videre.' },
    ],
    ['last', { consent_store: 'yes' }],
  ];
  for (const [nr, [, said]] of steps.entries()) {
    await answer(page, said);
    await goOn(page, steps[nr + 1]?.[0] ?? 'review');
  }
  await page.getByText(say('apply.all-met')).waitFor();
  await isKept(page, 'nb');
  await sql`insert into public.programme_rules (programme, since, rules) select programme, current_date,
    jsonb_set(rules, '{language}', '{"level": "C1", "any_of": ["no", "en"]}') from public.programme_rules
    where programme = 'highly-skilled' order by since desc limit 1`;
  const send = page.getByRole('button', { name: say('apply.send') });
  await send.click();
  await page.getByRole('heading', { name: say('apply.changed') }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'apply-changed');
  await send.click();
  await page.getByRole('heading', { name: say('apply.sent') }).waitFor();
  isUntroubled(person);
});

test('the waiting list stands in the order of sending; another order is for a reason', async () => {
  const { sql } = stage.app;
  const people = applicants(2);
  await apply(sql, people);
  await sql`update public.applications set status = 'waiting', line = 'waiting', moved_at = now(), due_on = due_on - row_number * 5 from (
      select id as one, row_number() over (order by sent_at)::integer from public.applications where status = 'sent'
      and programme = 'highly-skilled' and part = 'mentee') line where id = line.one`;
  const ingrid = await stage.enter(cast.coordinator.address);
  const { page } = ingrid;
  const say = t('en', 'application-desk');
  await ingrid.go('en/desk/applications/?heap=line');
  const rows = page.locator('[data-row]');
  // Whoever was promised an answer first is not first here.
  await rows.first().getByText(say('application-desk.nr.next')).waitFor();
  expect(await rows.locator('strong').allTextContents()).toEqual(people.map(({ name }) => name));
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'waiting-list');
  await rows.nth(1).locator('a').click();
  await page.getByRole('button', { name: say('application-desk.do.decide') }).click();
  await page.locator('#decide-decision').check();
  const decide = page.getByRole('button', { name: say('application-desk.decide.send') });
  await decide.click();
  await page
    .locator('dialog .error-summary')
    .getByText(say('application-desk.decide.order.needed'))
    .waitFor();
  await page.locator('#decide-order').fill('The only mentor in Stavanger has one place.');
  await decide.click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const kept = await sql`select reason from public.application_overrides where rule = 'order'`;
  expect([...kept]).toEqual([{ reason: 'The only mentor in Stavanger has one place.' }]);
  isUntroubled(ingrid);
});
