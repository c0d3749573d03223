/** Getting ready: steps one takes, and that nobody is seen before the last of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';
import {
  askForSteps,
  desk,
  expects,
  finish,
  letIn,
  mine,
  own,
  ready,
  standing,
  walk,
} from './getting-ready.ts';
import { letter } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
beforeEach(() => askForSteps(db.sql));

describe('a mentee', () => {
  test('who goes off to read finds her ticks of the course again; with the step they are gone', async () => {
    await letIn(db.sql);
    const ticks = async () => (await mine(db.sql)).drafts;
    await act(db.sql, id.alma, `save_draft('course-mentee', '{"0-0": "1"}')`);
    await act(db.sql, id.alma, `save_draft('expect-mentee', '{"words": "…"}')`);
    expect(await ticks()).toEqual({ 'course-mentee': { '0-0': '1' }, 'expect-mentee': { words: '…' } });
    await act(db.sql, id.alma, finish('boundaries'));
    expect(Object.keys(await ticks())).toHaveLength(2);
    await act(db.sql, id.alma, finish('course'));
    expect(await ticks()).toEqual({ 'expect-mentee': { words: '…' } });
  });

  test('gets ready step by step, and is let in by herself with the last', async () => {
    const { events, mails } = await letIn(db.sql);
    expect([events, mails]).toEqual([['decide_application by ingrid'], ['application-decided to alma']]);
    expect(await standing(db.sql)).toEqual({ standing: 'preparing', approved_at: null });
    expect((await mine(db.sql)).preparations).toMatchObject([{ steps: own, done: {}, not_yet: false, standing: 'preparing' }]); // prettier-ignore
    const first = await actAndTrace(db.sql, id.alma, finish('course'));
    expect(first).toEqual({ answer: 'preparing', events: ['finish_step by alma'], mails: [] });
    await walk(db.sql);
    const last = await actAndTrace(db.sql, id.alma, ready(true));
    expect(last).toEqual({
      answer: 'approved',
      events: ['finish_step by alma'],
      mails: ['mentee-ready to alma'],
    });
    expect((await standing(db.sql)).approved_at).not.toBeNull();
    expect(Object.keys((await mine(db.sql)).preparations[0]!.done).sort()).toEqual([...own].sort());
    // Twice is once.
    const again = await actAndTrace(db.sql, id.alma, finish('course'));
    expect(again).toEqual({ answer: 'approved', events: [], mails: [] });
  });

  test('until then she sees no mentor, asks nobody, is proposed nobody, and no promise runs', async () => {
    await letIn(db.sql);
    const looks = async () => (await act<{ mentors: object[] }>(db.sql, id.alma, 'find_mentors()')).mentors.length; // prettier-ignore
    const asks = () => refused(db.sql, id.alma, `send_request('${id.kari}', '${letter}')`);
    const card = () => refused(db.sql, id.alma, `mentor_card('${id.kari}')`);
    const suggest = () => refused(db.sql, id.ingrid, `suggest_mentors('${id.alma}')`);
    const propose = () => refused(db.sql, id.ingrid, `propose_match('${id.alma}', '${id.kari}', '${letter}')`); // prettier-ignore
    const waits = async () => {
      await db.sql`update public.mentees set saved_at = now() - interval '90 days',
        approved_at = approved_at - interval '90 days' where person = ${id.alma}`;
      return (await desk(db.sql)).waiting.count;
    };
    expect(await looks()).toBe(0);
    expect([await asks(), await card(), await suggest(), await propose()]).toEqual(['not_approved_yet', 'mentor_unknown', 'not_approved_yet', 'not_approved_yet']); // prettier-ignore
    expect(await refused(db.sql, id.alma, `mark_person('${id.kari}', 'favourite')`)).toBe('person_unknown');
    expect(await waits()).toBe(0);
    await walk(db.sql);
    await act(db.sql, id.alma, ready(true));
    expect(await looks()).toBeGreaterThan(0);
    expect(await waits()).toBe(1);
    expect([await card(), await suggest(), await asks()]).toEqual([null, null, null]);
  });

  test('“not yet” tells a coordinator once and takes nothing away; a later yes is a yes', async () => {
    await letIn(db.sql);
    expect(await refused(db.sql, id.alma, ready(false))).toBe('steps_first');
    await walk(db.sql);
    const { events, answer } = await actAndTrace(db.sql, id.alma, ready(false));
    expect([events, answer]).toEqual([['say_not_yet by alma'], 'preparing']);
    expect((await actAndTrace(db.sql, id.alma, ready(false))).events).toEqual([]);
    expect((await desk(db.sql)).preparing).toMatchObject({
      needs: 1,
      items: [{ name: 'Alma', not_yet: true }],
    });
    expect(Object.keys((await mine(db.sql)).preparations[0]!.done)).toHaveLength(own.length - 1);
    expect(await act(db.sql, id.alma, ready(true))).toBe('approved');
    expect((await desk(db.sql)).preparing).toMatchObject({ count: 0, needs: 0 });
  });

  test('a programme that asks for nothing lets her in at once, and one she is in cannot be applied for again', async () => {
    await letIn(db.sql);
    expect(await refused(db.sql, id.alma, `begin_application('free', 'mentee', 'nb')`)).toBe(
      'in_programme_already',
    );
    await db.sql`update public.programmes set rules = rules - 'onboarding' where key = 'careful'`;
    const other = await sent(db.sql, { programme: 'careful', different: { coffee: 'x' } });
    await act(db.sql, id.birthe, decide(other, 'accept'));
    expect((await standing(db.sql)).standing).toBe('approved');
    // What she had done elsewhere does not count here.
    expect((await mine(db.sql)).preparations).toMatchObject([{ done: {}, steps: [] }]);
  });

  test('who has nothing left when the programme asks for less, is ready', async () => {
    await letIn(db.sql);
    await act(db.sql, id.alma, finish('course'));
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{onboarding,mentee,steps}', '["course"]')`;
    expect((await standing(db.sql)).standing).toBe('approved');
  });

  test('changes her profile while she gets ready', async () => {
    await letIn(db.sql);
    await act(db.sql, id.alma, finish('course'));
    const profile = `save_mentee_profile('Al', '2512', null, '[{"language":"en","level":"C1"}]', '{cv}', '{online}',
      'zz-north-bay', 4, 'any', 'any', 'Somebody who was made up for a test.')`;
    expect(await act(db.sql, id.alma, profile)).toBe('preparing');
    expect((await mine(db.sql)).preparations).toMatchObject([
      { card: { name: 'Al' }, done: { course: expect.any(String) as string } },
    ]);
  });
});

describe('a step', () => {
  test.each([
    [finish('certificate'), 'step_unknown'],
    [finish('expectations'), 'step_unknown'],
    [finish('readiness'), 'step_unknown'],
    [finish('nothing'), 'step_unknown'],
    [`finish_step('mentee', null)`, 'step_unknown'],
    [finish('course', 'mentor'), 'preparation_unknown'],
    [ready(null), 'step_unknown'],
    [expects('{}'), 'expectations_chosen_are_known'],
    [expects('{love}'), 'expectations_chosen_are_known'],
    [expects('{regular,honest,prepare,between,network}'), 'expectations_chosen_are_known'],
    [expects('{regular}', 'x'.repeat(501)), 'expectations_words_length'],
    [expects('{regular}', '\u200b\u200b'), 'expectations_words_length'],
    [expects('{regular}', 'x', 'mentor'), 'preparation_unknown'],
  ])('%s: %s', async (call, key) => {
    await letIn(db.sql);
    expect(await refused(db.sql, id.alma, call)).toBe(key);
  });
  test('is nobody else’s', async () => {
    expect(await refused(db.sql, id.signe, finish('course'))).toBe('preparation_unknown');
    expect(await refused(db.sql, id.signe, expects())).toBe('preparation_unknown');
  });
});

test('at the desk stand those of my region, and first who needs somebody', async () => {
  await letIn(db.sql, 'mentor');
  const dawit = await sent(db.sql, { person: id.signe, different: { place: 'zz-south-mill' } });
  await act(db.sql, id.ingrid, decide(dawit, 'accept'));
  const all = (await desk(db.sql)).preparing;
  expect([all.count, all.needs, all.items.map(({ part }) => part)]).toEqual([2, 1, ['mentor', 'mentee']]);
  expect((await desk(db.sql, id.torstein)).preparing.items.map(({ part }) => part)).toEqual(['mentee']);
  // Two weeks without a step is silence.
  await db.sql`update public.preparations set touched_at = now() - interval '15 days'`;
  expect((await desk(db.sql, id.torstein)).preparing.needs).toBe(1);
});

test('twelve months without a step: the place is given up, and what belongs to it goes', async () => {
  await letIn(db.sql);
  await act(db.sql, id.alma, expects());
  await act(db.sql, id.alma, 'choose_shape(3)');
  const forget = async (months: number) =>
    (await db.sql`select private.forget(now() + make_interval(months => ${months})) ->> 'preparations' as n`)[0]!.n; // prettier-ignore
  await db.sql`update auth.users set last_sign_in_at = now() + interval '11 months' where id = ${id.alma}`;
  expect(await forget(11)).toBe('0');
  expect(await forget(13)).toBe('1');
  expect(await db.sql`select from public.mentees where person = ${id.alma}`).toHaveLength(0);
  for (const table of ['preparations', 'preparation_steps', 'expectations', 'pictures'])
    expect([table, (await db.sql.unsafe(`select from public.${table}`)).length]).toEqual([table, 0]);
  // She may apply anew; whoever is ready is never forgotten so.
  await act(db.sql, id.alma, `begin_application('free', 'mentee', 'nb')`);
  expect(await forget(22)).toBe('0');
});
