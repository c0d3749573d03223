/** The talk by the programme's guide: what it must be about is noted or talked about before a yes, or counted with a reason. */
import { beforeEach, describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { askForTalk, decide, invite, mine, note, read, sent } from './applicant.ts';
import { id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { askForSteps, desk, mine as preparing, tick } from './getting-ready.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
// What a programme asks for stays from test to test.
beforeEach(() => syncGround(db.sql));
const count = (application: string, reason = 'I know her from the language café.') =>
  `count_interview('${application}', '${reason}')`;
const yes = (application: string, by: string = id.ingrid) =>
  refused(db.sql, by, decide(application, 'accept'));

describe('a yes to a mentee', () => {
  test('waits until each required part has words, a step of its scale, or was talked about', async () => {
    await askForTalk(db.sql, 'mentee', 'work', 'competences', 'clear', 'life', 'ready');
    const application = await sent(db.sql);
    const notes = { parts: { work: 'Welder.', life: ' \n ' }, competences: { home: 'Runs a household.' }, clarity: 3 };
    for (const so_far of [{}, notes, { ...notes, readiness: 4 }]) {
      await act(db.sql, id.ingrid, note(application, so_far));
      expect(await yes(application)).toBe('interview_incomplete');
    }
    await act(db.sql, id.ingrid, note(application, { ...notes, readiness: 4, talked: { life: true } }));
    expect((await read(db.sql, application)).notes).toMatchObject({ talked: { life: true } });
    expect(await yes(application)).toBeNull();
  }); // prettier-ignore
  test('every other answer can be given without it', async () => {
    await askForTalk(db.sql, 'mentee', 'work');
    const application = await sent(db.sql);
    for (const decision of ['wait', 'prepare', 'decline'])
      expect(await refused(db.sql, id.ingrid, decide(application, decision))).toBeNull();
  });
  test('where a programme holds no talk, nothing is asked and there is no guide to note by', async () => {
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{talk,mentee}', 'null') where key = 'free'`;
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.ingrid, note(application, { parts: { work: 'Welder.' } }))).toBe('talk_part_unknown'); // prettier-ignore
    await act(db.sql, id.ingrid, note(application, { impression: 'Clear.', readiness: 5 }));
    expect(await yes(application)).toBeNull();
  });
  test('a rule of the programme comes first, and the line after the talk', async () => {
    await askForTalk(db.sql, 'mentee', 'work');
    const before = await sent(db.sql, { person: id.signe });
    await act(db.sql, id.ingrid, decide(before, 'wait'));
    const application = await sent(db.sql, { different: { commitment: false } });
    expect(await yes(application)).toBe('rules_unmet');
    await act(db.sql, id.ingrid, `override_rule('${application}', 'commitment', 'She has asked her employer.')`);
    expect(await yes(application)).toBe('interview_incomplete');
    await act(db.sql, id.ingrid, count(application));
    expect(await yes(application)).toBe('out_of_order');
  }); // prettier-ignore
});

describe('counting the talk as held', () => {
  test('needs a reason, is logged, and is the desk’s own', async () => {
    await askForTalk(db.sql, 'mentee', 'work', 'life');
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.ingrid, count(application, 'no'))).toBe('application_override_reason_length'); // prettier-ignore
    expect(await refused(db.sql, id.alma, count(application))).toBe('application_unknown');
    expect(await refused(db.sql, id.birthe, count(application))).toBe('application_unknown');
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, count(application));
    expect([events, mails]).toEqual([['count_interview by ingrid'], []]);
    const [log] = await db.sql`select detail, mentee from public.events where verb = 'count_interview'`;
    expect(log).toEqual({ detail: {}, mentee: null });
    expect(await read(db.sql, application)).toMatchObject({
      overrides: [{ rule: 'interview', reason: 'I know her from the language café.' }],
    });
    expect(JSON.stringify(await mine(db.sql))).not.toContain('café');
    // Said anew, as after a yes that was refused for something else.
    await act(db.sql, id.ingrid, count(application, 'We have talked at length.'));
    expect(await yes(application)).toBeNull();
  });
  test('is not for a talk with nothing open, nor for what is over', async () => {
    await askForTalk(db.sql, 'mentee', 'work');
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, note(application, { talked: { work: true } }));
    expect(await refused(db.sql, id.ingrid, count(application))).toBe('interview_whole');
    await act(db.sql, id.ingrid, decide(application, 'decline'));
    expect(await refused(db.sql, id.ingrid, count(application))).toBe('application_not_open');
  });
});

describe('what is noted', () => {
  test.each([
    [{ parts: { cases: 'x' } }, 'talk_part_unknown'],
    [{ talked: { cases: true } }, 'talk_part_unknown'],
    [{ talked: 'work' }, 'notes_malformed'],
    [{ talked: { 'Work!': true } }, 'notes_malformed'],
    [{ talked: { work: 7 } }, 'notes_malformed'],
    [
      { talked: Object.fromEntries([...'abcdefghijklmnopqrstu'].map((name) => [`part-${name}`, true])) },
      'notes_malformed',
    ],
    [{ parts: { work: 'x' }, talked: { life: true } }, null],
  ])('%j: %s', async (notes, key) => {
    expect(await refused(db.sql, id.ingrid, note(await sent(db.sql), notes))).toBe(key);
  });
  test('stays when its part leaves the guide, and is kept on with the rest', async () => {
    const application = await sent(db.sql);
    await act(
      db.sql,
      id.ingrid,
      note(application, { parts: { life: 'Two children.' }, talked: { work: true } }),
    );
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{talk,mentee,parts}', '["ready"]') where key = 'free'`;
    expect(await refused(db.sql, id.ingrid, note(application, { parts: { life: 'Three children.' }, talked: { work: true } }))).toBeNull(); // prettier-ignore
    expect(await refused(db.sql, id.ingrid, note(application, { parts: { clear: 'x' } }))).toBe('talk_part_unknown'); // prettier-ignore
  });
  test('stays when she is invited to a second talk', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, invite(application));
    const [first] = (await mine(db.sql))[0]!.times;
    await act(db.sql, id.alma, `choose_interview('${application}', '${first}')`);
    await act(db.sql, id.ingrid, note(application, { parts: { work: 'Welder.' }, clarity: 2 }));
    await db.sql`update public.applications set interview_at = now() - interval '1 day' where id = ${application}`;
    const again = invite(application).replaceAll('current_date', 'current_date + 3');
    expect((await actAndTrace(db.sql, id.ingrid, again)).mails).toEqual(['application-interview to alma']);
    expect(await rowOf(db.sql, 'applications', application)).toMatchObject({ status: 'interview', interview_at: null }); // prettier-ignore
    expect((await read(db.sql, application)).notes).toEqual({ parts: { work: 'Welder.' }, competences: {}, clarity: 2 }); // prettier-ignore
    const [second] = (await mine(db.sql))[0]!.times;
    await act(db.sql, id.alma, `choose_interview('${application}', '${second}')`);
    await act(db.sql, id.ingrid, note(application, { parts: { work: 'Welder and driver.' }, clarity: 4 }));
    expect((await read(db.sql, application)).notes).toMatchObject({ parts: { work: 'Welder and driver.' } });
  });
});

describe('a mentor’s step', () => {
  const letIn = async (notes?: object) => {
    await askForSteps(db.sql);
    await askForTalk(db.sql, 'mentor', 'why');
    const application = await sent(db.sql, { part: 'mentor' });
    if (notes) await act(db.sql, id.ingrid, note(application, notes));
    // A yes needs no talk: it is a step on the way.
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    return application;
  };
  const left = async () => (await desk(db.sql)).preparing.items[0]!.talk;
  test('is ticked once its required parts are noted; other gates do not wait', async () => {
    const application = await letIn({ parts: { work: 'Builds bridges.' } });
    expect(await left()).toEqual({ application, left: 1 });
    expect(await refused(db.sql, id.ingrid, tick('interview'))).toBe('interview_incomplete');
    expect(await refused(db.sql, id.ingrid, tick('certificate'))).toBeNull();
    await act(db.sql, id.ingrid, note(application, { parts: { why: 'To give something back.' } }));
    expect(await left()).toEqual({ application, left: 0 });
    expect(await refused(db.sql, id.ingrid, tick('interview'))).toBeNull();
    expect(await left()).toBeNull();
    // Taken back without a question.
    await act(db.sql, id.ingrid, note(application, { parts: { why: null } }));
    expect(await refused(db.sql, id.ingrid, tick('interview', 'null'))).toBeNull();
  });
  test('is ticked by itself only when the talk left nothing open', async () => {
    await letIn({ parts: { why: 'To give something back.' } });
    expect(Object.keys((await preparing(db.sql)).preparations[0]!.done)).toEqual(['interview']);
  });
  test('counts with a reason, after the yes too', async () => {
    const application = await letIn();
    await act(db.sql, id.ingrid, count(application, 'Has been a mentor with us before.'));
    expect(await refused(db.sql, id.ingrid, tick('interview'))).toBeNull();
  });
  test('waits for nothing where the application has been forgotten', async () => {
    const application = await letIn();
    await db.sql`delete from public.applications where id = ${application}`;
    expect(await left()).toBeNull();
    expect(await refused(db.sql, id.ingrid, tick('interview'))).toBeNull();
  });
});
