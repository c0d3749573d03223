/** Getting ready: steps one takes, gates a coordinator ticks, and that nobody is seen before the last of them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';
import { ask, letter, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const own = ['course', 'boundaries', 'expectations', 'access', 'picture', 'preview', 'readiness'];
const onboarding = {
  mentee: { steps: own },
  mentor: { steps: ['interview', 'certificate', 'code-of-conduct', 'course', 'readiness'] },
};
beforeEach(async () => {
  await db.sql`update public.programmes set rules = rules || ${db.sql.json({ onboarding })} where key in ('free', 'careful')`;
});

/** Alma is let in; answers what happened. */
async function letIn(part: 'mentee' | 'mentor' = 'mentee', different: object = {}, noted = false) {
  const application = await sent(db.sql, { part, different });
  if (noted) await act(db.sql, id.ingrid, `note_interview('${application}', '{"clarity": 4}')`);
  return actAndTrace(db.sql, id.ingrid, decide(application, 'accept'));
}
const finish = (step: string, part = 'mentee') => `finish_step('${part}', '${step}')`;
const ready = (yes: boolean | null, part = 'mentee') => `say_ready('${part}', ${yes})`;
const expects = (chosen = '{regular,honest}', words = 'Call me Al.', part = 'mentee') =>
  `say_expectations('${part}', '${chosen}', '${words}')`;
const tick = (gate: string, on = 'current_date', mentor: string = id.alma) =>
  `tick_gate('${mentor}', '${gate}', ${on})`;
const standing = async (part = 'mentee') =>
  (await db.sql.unsafe(`select standing, approved_at from public.${part}s where person = '${id.alma}'`))[0]!;

interface Mine {
  preparations: { steps: string[]; done: Record<string, string>; card: object; not_yet: boolean; standing: string }[];
  picture: object | null;
} // prettier-ignore
const mine = () => act<Mine>(db.sql, id.alma, 'my_preparations()');

/** All of a mentee's steps but the last question. */
async function walk() {
  for (const step of ['course', 'boundaries', 'access', 'picture', 'preview'])
    await act(db.sql, id.alma, finish(step));
  await act(db.sql, id.alma, expects());
}

interface Desk {
  preparing: { count: number; needs: number; items: { name: string; part: string; needs: boolean; not_yet: boolean; first_time: boolean; done: Record<string, string> }[] };
  calls: { count: number; items: { name: string; mentee: string }[] };
  waiting: { count: number };
} // prettier-ignore
const desk = (person: string = id.ingrid) => act<Desk>(db.sql, person, 'desk()');

describe('a mentee', () => {
  test('gets ready step by step, and is let in by herself with the last', async () => {
    const { events, mails } = await letIn();
    expect([events, mails]).toEqual([['decide_application by ingrid'], ['application-decided to alma']]);
    expect(await standing()).toEqual({ standing: 'preparing', approved_at: null });
    expect((await mine()).preparations).toMatchObject([{ steps: own, done: {}, not_yet: false, standing: 'preparing' }]); // prettier-ignore
    const first = await actAndTrace(db.sql, id.alma, finish('course'));
    expect(first).toEqual({ answer: 'preparing', events: ['finish_step by alma'], mails: [] });
    await walk();
    const last = await actAndTrace(db.sql, id.alma, ready(true));
    expect(last).toEqual({
      answer: 'approved',
      events: ['finish_step by alma'],
      mails: ['mentee-ready to alma'],
    });
    expect((await standing()).approved_at).not.toBeNull();
    expect(Object.keys((await mine()).preparations[0]!.done).sort()).toEqual([...own].sort());
    // Twice is once.
    const again = await actAndTrace(db.sql, id.alma, finish('course'));
    expect(again).toEqual({ answer: 'approved', events: [], mails: [] });
  });

  test('until then she sees no mentor, asks nobody, is proposed nobody, and no promise runs', async () => {
    await letIn();
    const looks = async () => (await act<{ mentors: object[] }>(db.sql, id.alma, 'find_mentors()')).mentors.length; // prettier-ignore
    const asks = () => refused(db.sql, id.alma, `send_request('${id.kari}', '${letter}')`);
    const card = () => refused(db.sql, id.alma, `mentor_card('${id.kari}')`);
    const suggest = () => refused(db.sql, id.ingrid, `suggest_mentors('${id.alma}')`);
    const propose = () => refused(db.sql, id.ingrid, `propose_match('${id.alma}', '${id.kari}', '${letter}')`); // prettier-ignore
    const waits = async () => {
      await db.sql`update public.mentees set saved_at = now() - interval '90 days',
        approved_at = approved_at - interval '90 days' where person = ${id.alma}`;
      return (await desk()).waiting.count;
    };
    expect(await looks()).toBe(0);
    expect([await asks(), await card(), await suggest(), await propose()]).toEqual(['not_approved_yet', 'mentor_unknown', 'not_approved_yet', 'not_approved_yet']); // prettier-ignore
    expect(await refused(db.sql, id.alma, `mark_person('${id.kari}', 'favourite')`)).toBe('person_unknown');
    expect(await waits()).toBe(0);
    await walk();
    await act(db.sql, id.alma, ready(true));
    expect(await looks()).toBeGreaterThan(0);
    expect(await waits()).toBe(1);
    expect([await card(), await suggest(), await asks()]).toEqual([null, null, null]);
  });

  test('“not yet” tells a coordinator once and takes nothing away; a later yes is a yes', async () => {
    await letIn();
    expect(await refused(db.sql, id.alma, ready(false))).toBe('steps_first');
    await walk();
    const { events, answer } = await actAndTrace(db.sql, id.alma, ready(false));
    expect([events, answer]).toEqual([['say_not_yet by alma'], 'preparing']);
    expect((await actAndTrace(db.sql, id.alma, ready(false))).events).toEqual([]);
    expect((await desk()).preparing).toMatchObject({ needs: 1, items: [{ name: 'Alma', not_yet: true }] });
    expect(Object.keys((await mine()).preparations[0]!.done)).toHaveLength(own.length - 1);
    expect(await act(db.sql, id.alma, ready(true))).toBe('approved');
    expect((await desk()).preparing).toMatchObject({ count: 0, needs: 0 });
  });

  test('a programme that asks for nothing lets her in at once, and one she is in cannot be applied for again', async () => {
    await letIn();
    expect(await refused(db.sql, id.alma, `begin_application('free', 'mentee', 'nb')`)).toBe(
      'in_programme_already',
    );
    await db.sql`update public.programmes set rules = rules - 'onboarding' where key = 'careful'`;
    const other = await sent(db.sql, { programme: 'careful', different: { coffee: 'x' } });
    await act(db.sql, id.birthe, decide(other, 'accept'));
    expect((await standing()).standing).toBe('approved');
    // What she had done elsewhere does not count here.
    expect((await mine()).preparations).toMatchObject([{ done: {}, steps: [] }]);
  });

  test('who has nothing left when the programme asks for less, is ready', async () => {
    await letIn();
    await act(db.sql, id.alma, finish('course'));
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{onboarding,mentee,steps}', '["course"]')`;
    expect((await standing()).standing).toBe('approved');
  });

  test('changes her profile while she gets ready, and stays where she is', async () => {
    await letIn();
    const profile = `save_mentee_profile('Al', 'en', 'free', '2512', null, '[{"language":"en","level":"C1"}]', '{cv}', '{online}',
      'zz-north-bay', 4, 'any', 'any', 'Somebody who was made up for a test.')`;
    expect(await act(db.sql, id.alma, profile)).toBe('preparing');
    expect((await mine()).preparations[0]!.card).toMatchObject({ name: 'Al' });
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
    [expects('{regular}', 'x', 'mentor'), 'preparation_unknown'],
  ])('%s: %s', async (call, key) => {
    await letIn();
    expect(await refused(db.sql, id.alma, call)).toBe(key);
  });
  test('is nobody else’s', async () => {
    expect(await refused(db.sql, id.signe, finish('course'))).toBe('preparation_unknown');
    expect(await refused(db.sql, id.signe, expects())).toBe('preparation_unknown');
  });
});

describe('a mentor', () => {
  test('is found only when gates and steps are done; the last may be a gate', async () => {
    await letIn('mentor');
    const isFound = async () =>
      (await db.sql`select from public.open_mentors where person = ${id.alma}`).length === 1;
    await act(db.sql, id.alma, finish('course', 'mentor'));
    await act(db.sql, id.alma, ready(true, 'mentor'));
    expect(await act(db.sql, id.ingrid, tick('certificate', 'current_date - 3'))).toBe('preparing');
    expect(await act(db.sql, id.ingrid, tick('interview'))).toBe('preparing');
    expect(await isFound()).toBe(false);
    expect(await refused(db.sql, id.amina, `mentor_card('${id.alma}')`)).toBe('mentor_unknown');
    expect(await refused(db.sql, id.amina, `send_request('${id.alma}', '${letter}')`)).toBe('mentor_unknown');
    const last = await actAndTrace(db.sql, id.ingrid, tick('code-of-conduct'));
    expect(last).toEqual({ answer: 'approved', events: ['tick_gate by ingrid'], mails: ['mentor-ready to alma'] }); // prettier-ignore
    expect(await isFound()).toBe(true);
    expect(await refused(db.sql, id.ingrid, tick('certificate', 'null'))).toBe('preparation_over');
    await ask(db.sql, id.amina, id.alma);
  });

  test('a gate is ticked with its day, and taken back; what was seen is not kept', async () => {
    await letIn('mentor');
    await act(db.sql, id.ingrid, tick('certificate', `current_date - 3`));
    const [row] =
      await db.sql`select (current_date - done_on) as days, ticked_by from public.preparation_steps where person = ${id.alma}`;
    expect(row).toEqual({ days: 3, ticked_by: id.ingrid });
    expect((await mine()).preparations[0]!.done).toHaveProperty('certificate');
    await act(db.sql, id.ingrid, tick('certificate', 'null'));
    expect((await mine()).preparations[0]!.done).toEqual({});
  });

  test.each([
    [id.ingrid, tick('certificate', 'current_date + 2'), 'day_unsound'],
    [id.ingrid, tick('certificate', 'current_date - 800'), 'day_unsound'],
    [id.ingrid, tick('course'), 'step_unknown'],
    [id.torstein, tick('certificate'), 'mentor_unknown'],
    [id.birthe, tick('certificate'), 'mentor_unknown'],
    [id.alma, tick('certificate'), 'mentor_unknown'],
    [id.ingrid, tick('certificate', 'current_date', id.kari), 'mentor_unknown'],
  ])('%s may not: %s', async (person, call, key) => {
    await letIn('mentor');
    expect(await refused(db.sql, person, call)).toBe(key);
  });

  test('nobody ticks for herself', async () => {
    await letIn('mentor');
    await db.sql`insert into public.coordinators (person, programme) values (${id.alma}, 'free')`;
    expect(await refused(db.sql, id.alma, tick('certificate'))).toBe('mentor_unknown');
    expect((await desk(id.alma)).preparing.count).toBe(0);
  });

  test('a talk that was noted counts as the interview', async () => {
    await letIn('mentor', {}, true);
    expect(Object.keys((await mine()).preparations[0]!.done)).toEqual(['interview']);
    const [row] = await db.sql`select ticked_by from public.preparation_steps`;
    expect(row).toEqual({ ticked_by: id.ingrid });
  });

  test('for the first time, the desk knows and calls once after the first hour', async () => {
    await db.sql`update public.programmes set rules = rules #- '{onboarding,mentor,steps}'`;
    await letIn('mentor');
    expect((await desk()).calls.count).toBe(0);
    const trial = await openTrial(db.sql, id.amina, id.alma);
    expect((await desk()).calls.count).toBe(0);
    await db.sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 hour', decide_by = now() + interval '6 days'
      where id = ${trial}`;
    expect((await desk()).calls).toMatchObject({ count: 1, items: [{ name: 'Alma', mentee: 'amina' }] });
    expect(await refused(db.sql, id.torstein, `note_first_call('${id.alma}')`)).toBe('mentor_unknown');
    const { events } = await actAndTrace(db.sql, id.ingrid, `note_first_call('${id.alma}')`);
    expect(events).toEqual(['note_first_call by ingrid']);
    expect((await desk()).calls.count).toBe(0);
    expect(await refused(db.sql, id.ingrid, `note_first_call('${id.alma}')`)).toBe('mentor_unknown');
  });

  test('who has done it before, as she tells, is no first-timer', async () => {
    // The form of the tests does not ask; that of the content does.
    const application = await sent(db.sql, { part: 'mentor' });
    await db.sql`update public.applications set answers = answers || '{"mentored_before": true}' where id = ${application}`;
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect((await desk()).preparing.items).toMatchObject([{ first_time: false, needs: true }]);
    await db.sql`update public.preparations set first_time = true`;
    expect((await desk()).preparing.items).toMatchObject([{ first_time: true }]);
  });
});

describe('expectations', () => {
  const read = async (person: string) =>
    (await act<{ trials: Record<string, unknown>[] }>(db.sql, person, 'my_page()')).trials[0];

  test('are read side by side from the trial on, and nothing before or after', async () => {
    await act(db.sql, id.amina, expects('{regular}', 'Tuesdays.'));
    await act(db.sql, id.kari, expects('{prepare,honest}', '', 'mentor'));
    const all = async (person: string) =>
      (await act<object[]>(db.sql, person, `my_page()`), await rows(person)).length;
    const rows = (person: string) =>
      db.sql.begin(async (tx) => {
        await tx`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${JSON.stringify({ sub: person, role: 'authenticated' })}, true)`;
        return tx`select person from public.expectations`;
      });
    const request = await ask(db.sql, id.amina, id.kari);
    expect([await all(id.amina), await all(id.kari), await all(id.ingrid)]).toEqual([1, 1, 0]);
    const trial = await act<string>(db.sql, id.kari, `accept_request('${request}')`);
    const both = {
      mentee_expects: { chosen: ['regular'], words: 'Tuesdays.' },
      mentor_expects: { chosen: ['prepare', 'honest'], words: null },
    };
    expect(await read(id.amina)).toMatchObject(both);
    expect(await read(id.kari)).toMatchObject(both);
    // Said anew later, the other reads it anew.
    await act(db.sql, id.amina, expects('{private}', ''));
    expect(await read(id.kari)).toMatchObject({ mentee_expects: { chosen: ['private'], words: null } });
    expect(await all(id.ingrid)).toBe(0);
    await act(db.sql, id.amina, `say_not_us('${trial}', 'time')`);
    expect([await all(id.amina), await all(id.kari)]).toEqual([1, 1]);
  });

  test('wait with the contact details where a coordinator approves the trial first', async () => {
    await act(db.sql, id.amina, expects('{regular}', ''));
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await db.sql`update public.trials set status = 'awaiting' where id = ${trial}`;
    expect((await read(id.kari))!.mentee_expects).toBeNull();
  });
});

test('at the desk stand those of my region, and first who needs somebody', async () => {
  await letIn('mentor');
  const dawit = await sent(db.sql, { person: id.signe, different: { place: 'zz-south-mill' } });
  await act(db.sql, id.ingrid, decide(dawit, 'accept'));
  const all = (await desk()).preparing;
  expect([all.count, all.needs, all.items.map(({ part }) => part)]).toEqual([2, 1, ['mentor', 'mentee']]);
  expect((await desk(id.torstein)).preparing.items.map(({ part }) => part)).toEqual(['mentee']);
  // Two weeks without a step is silence.
  await db.sql`update public.preparations set touched_at = now() - interval '15 days'`;
  expect((await desk(id.torstein)).preparing.needs).toBe(1);
});

test('twelve months without a step: the place is given up, and what belongs to it goes', async () => {
  await letIn();
  await act(db.sql, id.alma, expects());
  await act(db.sql, id.alma, 'choose_shape(3)');
  const forget = async (months: number) =>
    (await db.sql`select private.forget(now() + make_interval(months => ${months})) ->> 'preparations' as n`)[0]!.n; // prettier-ignore
  expect(await forget(11)).toBe('0');
  expect(await forget(13)).toBe('1');
  expect((await standing()).standing).toBe('left');
  for (const table of ['preparations', 'preparation_steps', 'expectations', 'pictures'])
    expect([table, (await db.sql.unsafe(`select from public.${table}`)).length]).toEqual([table, 0]);
  // She may apply anew; whoever is ready is never forgotten so.
  await act(db.sql, id.alma, `begin_application('free', 'mentee', 'nb')`);
  expect(await forget(30)).toBe('0');
});
