/** A first hour without a time: reminded on one day, called on the next, decided on the third, and each of them once. */
import { expect, test } from 'vitest';
import { act, refused, rowOf } from './affair.ts';
import { id } from './cast.ts';
import { rulesOf } from './cast-programmes.ts';
import { meet, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

/** The sweep, so many days from now: how many trials it touched. */
const strike = async (days: number) =>
  Number((await db.sql`select private.remind_trials(now() + make_interval(hours => ${Math.round(days * 24)})) as did`)[0]!.did); // prettier-ignore
/** What was so many days ago is so many days older. */
const pass = (days: number) =>
  db.sql`update public.trials set created_at = created_at - make_interval(days => ${days}),
    agree_by = agree_by - make_interval(days => ${days}), starts_at = starts_at - make_interval(days => ${days}),
    decide_by = decide_by - make_interval(days => ${days}), asked_at = asked_at - make_interval(days => ${days})`;
const reminded = async () =>
  [...(await db.sql`select person, params from private.outbox where kind = 'trial-plan-reminder' order by id`)].map(
    (row) => ({ ...row }),
  ); // prettier-ignore
const status = async (trial: string) => (await rowOf(db.sql, 'trials', trial)).status;
const propose = (trial: string, days: number) =>
  `propose_trial('${trial}', current_date + ${days}, 'online', 'https://meet.example')`;
const onDesk = async (person: string = id.ingrid) =>
  (await act<{ trials: { items: Record<string, unknown>[] } }>(db.sql, person, 'desk()')).trials.items;
const planBy = async (trial: string) =>
  (await db.sql`select round(extract(epoch from private.plan_by(t) - now()) / 86400)::int as days
    from public.trials t where id = ${trial}`)[0]!.days as number; // prettier-ignore

test('both are reminded on the first day and told by when; on the third a coordinator decides', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  expect(await strike(6.9)).toBe(0);
  expect(await strike(7.1)).toBe(1);
  expect([await strike(7.1), await strike(14.1), await strike(20.9)]).toEqual([0, 0, 0]);
  const [{ day }] = (await db.sql`select agree_by::date::text as day from public.trials`) as unknown as [
    { day: string },
  ];
  const mails = await reminded();
  expect(mails.map(({ person }) => person as string).sort()).toEqual([id.amina, id.kari].sort());
  expect(mails.map(({ params }) => params as object)).toEqual([
    { name: 'kari', day },
    { name: 'amina', day },
  ]);
  expect(await status(trial)).toBe('planning');
  expect(await strike(21.1)).toBe(1);
  expect(await strike(21.1)).toBe(0);
  expect(await status(trial)).toBe('undecided');
  expect(await strike(40)).toBe(0);
  expect(await reminded()).toHaveLength(2);
  // They have not met: there is nothing to go on with.
  expect(await refused(db.sql, id.amina, `say_go_on('${trial}')`)).toBe('trial_not_yet');
});

test('on the second day they stand on the desk to be called, with what reaches them, and not a day before', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await db.sql`update public.people_private set phone = '+47 900 00 000' where person = ${id.amina}`;
  await act(db.sql, id.kari, `share_contact('${trial}', 'mail')`);
  await pass(13);
  await strike(0);
  expect(await onDesk()).toEqual([]);
  await pass(1);
  expect(await onDesk()).toMatchObject([
    {
      id: trial,
      status: 'planning',
      mentee_contact: '+47 900 00 000',
      mentor_contact: `${id.kari}@example.org`,
    },
  ]);
  // Another programme's desk reads nothing of it.
  expect(await onDesk(id.birthe)).toEqual([]);
  await pass(7);
  await strike(0);
  expect(await onDesk()).toMatchObject([
    { id: trial, status: 'undecided', mentee_contact: '+47 900 00 000' },
  ]);
});

test('her own first hour shows a coordinator no contact beyond what she was shown', async () => {
  await openTrial(db.sql, id.amina, id.kari);
  await db.sql`insert into public.coordinators (person, programme) values (${id.amina}, 'free')`;
  await db.sql`update public.people_private set phone = '+47 900 00 001' where person = ${id.kari}`;
  await pass(14);
  expect(await onDesk()).toMatchObject([{ mentor_contact: '+47 900 00 001' }]);
  expect(await onDesk(id.amina)).toMatchObject([{ mentor_contact: null }]);
});

test('who was called can still agree on a time, until the third day', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  expect(await planBy(trial)).toBe(14);
  expect(await refused(db.sql, id.kari, propose(trial, 18))).toBe('trial_too_late');
  await pass(15);
  expect(await planBy(trial)).toBe(6);
  const { trials } = await act<{ trials: { agree_by: string; plan_by: string }[] }>(
    db.sql,
    id.amina,
    'my_page()',
  );
  expect(Date.parse(trials[0]!.plan_by) - Date.parse(trials[0]!.agree_by)).toBe(7 * 86_400_000);
  expect(await refused(db.sql, id.kari, propose(trial, 9))).toBe('trial_too_late');
  await act(db.sql, id.kari, propose(trial, 4));
  await act(db.sql, id.amina, `agree_trial('${trial}', 1)`);
  expect(await onDesk()).toEqual([]);
  expect(await strike(7)).toBe(0);
  expect(await status(trial)).toBe('agreed');
});

test('an hour that did not take place counts on when it is planned anew', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await strike(7.1);
  await act(db.sql, id.kari, propose(trial, 2));
  await act(db.sql, id.amina, `agree_trial('${trial}', 1)`);
  await meet(db.sql, trial);
  await act(db.sql, id.kari, propose(trial, 3));
  // Day 9: they were reminded on day 7, and are not again.
  expect(await strike(9)).toBe(1);
  expect(await reminded()).toHaveLength(2);
  await pass(14);
  expect(await onDesk()).toMatchObject([{ id: trial, status: 'planning' }]);
  await strike(6.9);
  expect(await status(trial)).toBe('planning');
  await strike(7.1);
  expect(await status(trial)).toBe('undecided');
});

test('planned anew after the day of the call, it is on the desk at once, and no reminder comes late', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await meet(db.sql, trial);
  await pass(15);
  await act(db.sql, id.kari, propose(trial, 3));
  expect(await onDesk()).toMatchObject([{ id: trial }]);
  expect(await strike(0)).toBe(0);
  expect(await reminded()).toEqual([]);
});

test('an hour proposed for the last day can still be agreed to, until it begins', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await pass(21);
  await db.sql`update public.trials set agree_by = agree_by + interval '1 hour'`;
  await act(db.sql, id.kari, `propose_trial('${trial}', now() + interval '20 hours', 'online', 'https://meet.example')`); // prettier-ignore
  expect(await strike(0.25)).toBe(0);
  expect(await status(trial)).toBe('planning');
  expect(await strike(0.9)).toBe(1);
  expect(await status(trial)).toBe('undecided');
});

test('more days, and a coordinator’s approval, begin it anew', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await pass(22);
  await strike(0);
  await act(db.sql, id.ingrid, `extend_trial('${trial}')`);
  expect([await status(trial), await planBy(trial), await onDesk()]).toEqual(['planning', 14, []]);
  expect([await strike(6.9), await strike(7.1), await strike(20.9), await strike(21.1)]).toEqual([
    0, 1, 0, 1,
  ]);
  await db.sql`update public.trials set status = 'awaiting', asked_at = null`;
  await act(db.sql, id.ingrid, `approve_trial('${trial}')`);
  expect(await planBy(trial)).toBe(14);
});

test('to be reminded of the date does not use up the reminder after the hour', async () => {
  const trial = await openTrial(db.sql, id.amina, id.kari);
  await strike(7.1);
  await act(db.sql, id.kari, propose(trial, 2));
  await act(db.sql, id.amina, `agree_trial('${trial}', 1)`);
  expect(await strike(10)).toBe(1);
  expect(await db.sql`select from private.outbox where kind = 'trial-answer-reminder'`).toHaveLength(2);
});

test('the days are the programme’s', async () => {
  const { limits } = rulesOf('free');
  await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free', { limits: { ...limits, never_met_days: [2, 5, 9] } }) })})`;
  const trial = await openTrial(db.sql, id.amina, id.kari);
  expect(await planBy(trial)).toBe(5);
  expect([await strike(1.9), await strike(2.1), await strike(8.9), await strike(9.1)]).toEqual([0, 1, 0, 1]);
});
