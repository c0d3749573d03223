/** Getting ready as a mentor: gates a coordinator ticks, the first time; and what the two expect of each other. */
import { beforeEach, describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';
import { askForSteps, desk, expects, finish, letIn, mine, ready, tick } from './getting-ready.ts';
import { ask, letter, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
beforeEach(() => askForSteps(db.sql));

describe('a mentor', () => {
  test('is found only when gates and steps are done; the last may be a gate', async () => {
    await letIn(db.sql, 'mentor');
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
    await letIn(db.sql, 'mentor');
    await act(db.sql, id.ingrid, tick('certificate', `current_date - 3`));
    const [row] =
      await db.sql`select (current_date - done_on) as days, ticked_by from public.preparation_steps where person = ${id.alma}`;
    expect(row).toEqual({ days: 3, ticked_by: id.ingrid });
    expect((await mine(db.sql)).preparations[0]!.done).toHaveProperty('certificate');
    await act(db.sql, id.ingrid, tick('certificate', 'null'));
    expect((await mine(db.sql)).preparations[0]!.done).toEqual({});
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
    await letIn(db.sql, 'mentor');
    expect(await refused(db.sql, person, call)).toBe(key);
  });

  test('nobody ticks for herself', async () => {
    await letIn(db.sql, 'mentor');
    await db.sql`insert into public.coordinators (person, programme) values (${id.alma}, 'free')`;
    expect(await refused(db.sql, id.alma, tick('certificate'))).toBe('mentor_unknown');
    expect((await desk(db.sql, id.alma)).preparing.count).toBe(0);
  });

  test('a talk that was held counts as the interview', async () => {
    await letIn(db.sql, 'mentor', true);
    expect(Object.keys((await mine(db.sql)).preparations[0]!.done)).toEqual(['interview']);
    const [row] = await db.sql`select ticked_by from public.preparation_steps`;
    expect(row).toEqual({ ticked_by: id.ingrid });
  });

  const talked = { parts: { why: 'To give something back.' } };
  test.each([
    ['an impression from reading', { impression: 'Reads well.', readiness: 4 }, null, []],
    ['a guide that was left empty', { parts: { why: ' ' }, impression: 'Reads well.' }, null, []],
    ['notes from before the time that was booked', talked, '1 hour', []],
    ['notes from after it', talked, '-1 hour', ['interview']],
    ['notes from a talk on the phone that nobody booked', talked, null, ['interview']],
  ])('%s: as much of a talk as it is', async (_, notes, booked, done) => {
    const application = await sent(db.sql, { part: 'mentor' });
    await db.sql`update public.applications set interview_at = now() + ${booked}::interval where id = ${application}`;
    await act(db.sql, id.ingrid, `note_interview('${application}', '${JSON.stringify(notes)}')`);
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect(Object.keys((await mine(db.sql)).preparations[0]!.done)).toEqual(done);
  });

  test('for the first time, the desk knows and calls once after the first hour', async () => {
    await db.sql`update public.programmes set rules = rules #- '{onboarding,mentor,steps}'`;
    await letIn(db.sql, 'mentor');
    expect((await desk(db.sql)).calls.count).toBe(0);
    const trial = await openTrial(db.sql, id.amina, id.alma);
    expect((await desk(db.sql)).calls.count).toBe(0);
    await db.sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 hour', decide_by = now() + interval '6 days'
      where id = ${trial}`;
    expect((await desk(db.sql)).calls).toMatchObject({
      count: 1,
      items: [{ name: 'Alma', mentee: 'amina' }],
    });
    expect(await refused(db.sql, id.torstein, `note_first_call('${id.alma}')`)).toBe('mentor_unknown');
    const { events } = await actAndTrace(db.sql, id.ingrid, `note_first_call('${id.alma}')`);
    expect(events).toEqual(['note_first_call by ingrid']);
    expect((await desk(db.sql)).calls.count).toBe(0);
    expect(await refused(db.sql, id.ingrid, `note_first_call('${id.alma}')`)).toBe('mentor_unknown');
  });

  test('who has done it before, as she tells, is no first-timer', async () => {
    // The form of the tests does not ask; that of the content does.
    const application = await sent(db.sql, { part: 'mentor' });
    await db.sql`update public.applications set answers = answers || '{"mentored_before": true}' where id = ${application}`;
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect((await desk(db.sql)).preparing.items).toMatchObject([{ first_time: false, needs: true }]);
    await db.sql`update public.preparations set first_time = true`;
    expect((await desk(db.sql)).preparing.items).toMatchObject([{ first_time: true }]);
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
