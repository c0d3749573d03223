import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { openStage, type Person, type Stage } from './stage.ts';

const request = t('en', 'request');
const trial = t('en', 'trial');
const match = t('en', 'match');
const my = t('en', 'portal');
let stage: Stage;
let mentee: Person;
let mentor: Person;

beforeAll(async () => {
  stage = await openStage();
  mentee = await stage.enter(cast.mentee.address);
  mentor = await stage.enter(cast.mentor.address);
});
afterAll(async () => {
  await stage?.close();
});
beforeEach(async () => {
  await stage.app.sql`delete from public.requests`;
  await stage.app.sql`update public.mentees set asking = 0`;
  await stage.app.sql`update public.mentors set taken = 0`;
});

/** Calls a verb as somebody, past the browser: how a test gets to where its own story begins. */
async function as<T>(person: { id: string }, call: string): Promise<T> {
  return stage.app.sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: person.id, role: 'authenticated' })}, true)`;
    await tx.unsafe('set local role authenticated');
    const [row] = await tx.unsafe(`select public.${call} as answer`);
    return row?.['answer'] as T;
  }) as Promise<T>;
}
const ask = () =>
  as<string>(
    cast.mentee,
    `send_request('${cast.mentor.id}', 'May I ask you about firms that build bridges?')`,
  );
const status = async (table: 'requests' | 'trials' | 'matches') => {
  const [row] = await stage.app.sql<{ status: string }[]>`select * from public.${stage.app.sql(table)}`;
  return row;
};

test('a mentor says no with a reason, which the mentee hears kindly', async () => {
  await ask();
  await mentor.go('en/my');
  await mentor.page.getByRole('button', { name: `${request('request.no')} ${cast.mentee.name}` }).click();
  const dialog = mentor.page.getByRole('dialog');
  await dialog.getByRole('button', { name: request('request.no') }).click();
  await dialog.getByText(t('en', 'form')('form.missing')).first().waitFor();
  await dialog.getByLabel(request('request.reason.no-time')).check();
  await dialog.getByRole('button', { name: request('request.no') }).click();
  await mentor.page.getByText(request('request.inbox.none')).waitFor();
  await expect.poll(() => status('requests')).toMatchObject({ status: 'declined' });
  expect(await stage.app.sql`select reason from public.declines`).toEqual([{ reason: 'no-time' }]);
  await mentee.go('en/my');
  await mentee.page.getByText(request('request.means.declined', { name: cast.mentor.name })).waitFor();
});

test('a mentor with as many requests as she has at a time is not asked once more, and her page says so', async () => {
  // As if others had asked her meanwhile: this town has nobody else.
  const { sql } = stage.app;
  const allow = (count: number) =>
    sql`update public.programmes set rules = jsonb_set(rules, '{limits,pending_requests}', ${sql.json(count)})`;
  await mentee.go(`en/mentors/mentor/#${cast.mentor.id}`);
  await mentee.page.getByLabel(request('request.message')).fill('May I ask you about building bridges?');
  await allow(0);
  await mentee.page.getByRole('button', { name: request('request.send') }).click();
  await mentee.page.getByText(t('en', 'refusal')('refusal.mentor_asked_enough')).first().waitFor();
  await mentee.page.reload();
  const full = t('en', 'mentor')('mentor.asked-enough', { name: cast.mentor.name });
  await mentee.page.getByRole('heading', { name: full }).waitFor();
  await allow(3);
  expect(await sql`select from public.requests`).toEqual([]);
});

test('a mentee takes a request back', async () => {
  await ask();
  await mentee.go('en/my');
  await mentee.page.getByRole('button', { name: request('request.withdraw') }).click();
  await mentee.page.getByText(request('request.withdrawn')).waitFor();
  await expect.poll(() => status('requests')).toMatchObject({ status: 'withdrawn' });
});

test('a coordinator proposes: the mentee says yes with words of her own, then the mentor is asked', async () => {
  await as(cast.coordinator, `propose_match('${cast.mentee.id}', '${cast.mentor.id}', null)`);
  await mentor.go('en/my');
  await mentor.page.getByText(request('request.inbox.none')).waitFor();
  await mentee.go('en/my');
  await mentee.page.getByText(my('my.next.proposal', { name: cast.mentor.name })).waitFor();
  await mentee.page.getByRole('button', { name: request('request.proposal.yes') }).click();
  await mentee.page
    .getByLabel(request('request.message'))
    .fill('A coordinator thinks we would fit, and so do I.');
  await mentee.page.getByRole('button', { name: request('request.send') }).click();
  await mentee.page.getByText(request('request.state.open', { name: cast.mentor.name })).waitFor();
  await mentor.go('en/my');
  await mentor.page.getByText('A coordinator thinks we would fit').waitFor();
});

test('a proposal can be put aside', async () => {
  await as(cast.coordinator, `propose_match('${cast.mentee.id}', '${cast.mentor.id}', null)`);
  await mentee.go('en/my');
  await mentee.page.getByRole('button', { name: request('request.proposal.no') }).click();
  await mentee.page.getByText(request('request.proposal.declined')).waitFor();
  await expect.poll(() => status('requests')).toMatchObject({ status: 'declined' });
  await mentee.page.getByText(request('request.unasked.means', { name: cast.mentor.name })).waitFor();
});

test('during the first hour each chooses what the other sees, and either may say not us', async () => {
  await as(cast.mentor, `accept_request('${await ask()}')`);
  await mentee.go('en/my');
  await mentee.page.getByText(trial('trial.contact.mine.mail', { name: cast.mentor.name })).click();
  await mentee.page.getByRole('button', { name: trial('trial.contact.show.phone') }).click();
  await mentee.page.getByText(t('en', 'refusal')('refusal.phone_is_there_when_shared')).waitFor();
  await mentee.page.getByRole('button', { name: trial('trial.contact.show.platform') }).click();
  await mentee.page.getByText(trial('trial.contact.mine.platform', { name: cast.mentor.name })).waitFor();
  await mentor.go('en/my');
  await mentor.page.getByText(trial('trial.contact.none')).waitFor();

  await mentor.page.getByRole('button', { name: `${trial('trial.not-us')} ${cast.mentee.name}` }).click();
  const dialog = mentor.page.getByRole('dialog');
  await dialog.getByLabel(trial('trial.reason.time')).check();
  await dialog.getByRole('button', { name: trial('trial.not-us') }).click();
  await mentor.page.getByText(trial('trial.state.not_us')).waitFor();
  await mentee.go('en/my');
  await mentee.page.getByText(trial('trial.means.not_us', { name: cast.mentor.name })).waitFor();
  await expect.poll(() => mentee.page.getByText(trial('trial.reason.time')).count()).toBe(0);
});

test('a time that has passed is refused before it is sent, and one that is too late after', async () => {
  await as(cast.mentor, `accept_request('${await ask()}')`);
  await mentor.go('en/my');
  const { page } = mentor;
  await page.getByLabel(trial('trial.day')).fill('2020-01-01');
  await page.getByLabel(trial('trial.time')).fill('10:00');
  await page.getByLabel(t('en', 'form')('form.format.online')).check();
  await page.getByLabel(trial('trial.meet-at')).fill('https://meet.example/bridges');
  await page.getByRole('button', { name: trial('trial.propose'), exact: true }).click();
  await page.locator('.error-summary').getByText(t('en', 'form')('form.date-past')).waitFor();
  await page.getByLabel(trial('trial.day')).fill('2099-01-01');
  await page.getByRole('button', { name: trial('trial.propose'), exact: true }).click();
  await page.locator('.error-summary').getByText(t('en', 'refusal')('refusal.trial_too_late')).waitFor();
  await expect
    .poll(() => page.getByLabel(trial('trial.meet-at')).inputValue())
    .toBe('https://meet.example/bridges');
});

test('an hour that did not take place gets another time', async () => {
  const hour = await as<string>(cast.mentor, `accept_request('${await ask()}')`);
  await stage.app.sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 day',
    decide_by = now() + interval '6 days', format = 'online', meet_at = 'a call' where id = ${hour}`;
  await mentee.go('en/my');
  const { page } = mentee;
  await page.getByRole('button', { name: trial('trial.go-on') }).waitFor();
  await page.getByRole('button', { name: trial('trial.not-met') }).click();
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(trial('trial.day')).fill(day);
  await page.getByLabel(trial('trial.time')).fill('17:00');
  await page.getByLabel(t('en', 'form')('form.format.online')).check();
  await page.getByLabel(trial('trial.meet-at')).fill('https://meet.example/bridges');
  await page.getByRole('button', { name: trial('trial.propose'), exact: true }).click();
  await page.getByText(trial('trial.state.agree-awaited', { name: cast.mentor.name })).waitFor();
  await mentor.go('en/my');
  await mentor.page.getByRole('button', { name: trial('trial.agree') }).click();
  await mentor.page.getByText(trial('trial.state.meet')).first().waitFor();
});

test('a match ends when one of the two says so', async () => {
  const hour = await as<string>(cast.mentor, `accept_request('${await ask()}')`);
  await stage.app.sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 day',
    decide_by = now() + interval '6 days', format = 'online', meet_at = 'a call' where id = ${hour}`;
  await as(cast.mentee, `share_contact('${hour}', 'platform')`);
  await as(cast.mentor, `say_go_on('${hour}')`);
  await as(cast.mentee, `say_go_on('${hour}')`);
  await mentee.go('en/my');
  await mentee.page.getByText(match('match.state.active')).waitFor();
  // Until then each chooses what the other sees.
  await mentee.page.getByText(trial('trial.contact.mine.platform', { name: cast.mentor.name })).click();
  await mentee.page.getByRole('button', { name: trial('trial.contact.show.mail') }).click();
  await mentee.page.getByText(trial('trial.contact.mine.mail', { name: cast.mentor.name })).waitFor();
  await mentor.go('en/my');
  await mentor.page.getByRole('link', { name: cast.mentee.address }).waitFor();
  await mentee.page.getByRole('button', { name: match('match.end') }).click();
  const dialog = mentee.page.getByRole('dialog');
  await dialog.getByLabel(match('match.reason.goal-reached')).check();
  await dialog.getByRole('button', { name: match('match.end') }).click();
  await mentee.page.getByRole('heading', { name: match('match.past') }).waitFor();
  await expect.poll(() => status('matches')).toMatchObject({ status: 'ended' });
});

test('a mentor has a pause and ends it', async () => {
  await mentor.go('en/my');
  const { page } = mentor;
  await page.getByRole('button', { name: my('my.pause') }).click();
  await page.getByRole('button', { name: my('my.pause.begin') }).click();
  await page.getByText(my('my.next.paused-open')).waitFor();
  await mentee.go(`en/mentors/mentor/#${cast.mentor.id}`);
  await mentee.page.getByRole('button', { name: request('request.send') }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: my('my.pause.end') }).click();
  await page.getByText(my('my.next.listed')).waitFor();
});

test('nothing went wrong in either browser', () => {
  expect([...mentee.trouble, ...mentor.trouble]).toEqual([]);
});
