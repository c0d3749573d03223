/** A coordinator reads and asks: notes of the talk, a worry, times for it, a rule that counts as met. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { askForTalk, decide, invite, note, read, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const row = (application: string) => rowOf(db.sql, 'applications', application);

describe('notes of the talk', () => {
  test('what is noted stands beside what was noted before, in another window too, and the applicant never reads it', async () => {
    const application = await sent(db.sql);
    const first = await actAndTrace(
      db.sql,
      id.ingrid,
      note(application, { impression: 'Clear.', parts: { work: 'Welder' }, talked: { life: true }, clarity: 4 }),
    );
    expect([first.events, first.mails]).toEqual([['note_interview by ingrid'], []]);
    // Somebody whose page still has no notes in it.
    const again = await actAndTrace(
      db.sql,
      id.ingrid,
      note(application, { parts: { clear: 'A job.' }, competences: { home: 'Cook.' }, talked: { ready: true }, readiness: 5 }),
    );
    expect(again.events).toEqual([]);
    const whole = {
      impression: 'Clear.',
      parts: { work: 'Welder', clear: 'A job.' },
      competences: { home: 'Cook.' },
      talked: { life: true, ready: true },
      clarity: 4,
      readiness: 5,
    };
    expect([again.answer, (await read(db.sql, application)).notes]).toEqual([whole, whole]);
    // Twice the same is an answer that was lost on the way.
    expect(await act(db.sql, id.ingrid, note(application, { readiness: 5 }))).toEqual(whole);
    expect(JSON.stringify(await act(db.sql, id.alma, 'my_applications()'))).not.toContain('Welder');
  }); // prettier-ignore
  test('the same place holds what was written last; null and a tick taken away leave the rest', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, note(application, { impression: 'Clear.', parts: { work: 'Welder', life: 'Two children' }, talked: { clear: true }, clarity: 4 })); // prettier-ignore
    const change = { impression: null, parts: { work: 'Welder and driver', life: null }, talked: { clear: false }, clarity: 2 }; // prettier-ignore
    await act(db.sql, id.ingrid, note(application, change));
    expect((await read(db.sql, application)).notes).toEqual({ parts: { work: 'Welder and driver' }, competences: {}, clarity: 2 }); // prettier-ignore
  });
  test('change by change there is no more room than at once', async () => {
    const application = await sent(db.sql);
    const some = (from: string) => Object.fromEntries([...'abcdefghijk'].map((name) => [from + name, 'x']));
    await act(db.sql, id.ingrid, note(application, { competences: some('one-') }));
    expect(await refused(db.sql, id.ingrid, note(application, { competences: some('two-') }))).toBe('notes_malformed'); // prettier-ignore
  });
  test.each([
    { clarity: 6 },
    { clarity: '4' },
    { readiness: 2.5 },
    { parts: { work: 7 } },
    { parts: { 'Work!': 'x' } },
    { parts: [] },
    { talked: ['work'] },
    { talked: { work: 'yes' } },
    [{ clarity: 3 }],
    { impression: 'x'.repeat(2001) },
    { score: 3 },
  ])('%j is refused', async (notes) => {
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.ingrid, note(application, notes))).toBe('notes_malformed');
  });
});

describe('a worry', () => {
  test('is read by who wrote it and by coordinators of the whole programme', async () => {
    const application = await sent(db.sql, { different: { place: 'zz-south-town' } });
    const flag = (words: string) => `flag_concern('${application}', '${words}')`;
    const { events, mails } = await actAndTrace(db.sql, id.torstein, flag('Needs a doctor first.'));
    expect([events, mails]).toEqual([['flag_concern by torstein'], []]);
    expect((await read(db.sql, application, id.torstein)).concern).toBe('Needs a doctor first.');
    expect((await read(db.sql, application)).concern).toBe('Needs a doctor first.');
    await act(db.sql, id.ingrid, flag(''));
    await act(db.sql, id.ingrid, flag('Talk to the nurse.'));
    expect(await read(db.sql, application, id.torstein)).not.toHaveProperty('concern');
    expect(await refused(db.sql, id.torstein, flag('Mine.....'))).toBe('concern_of_another');
    // That there is one at all is no event of the desk.
    const seen = await db.sql`select from public.events where verb = 'flag_concern' and desks <> '{}'`;
    expect(seen).toHaveLength(0);
    expect(await refused(db.sql, id.ingrid, flag('No'))).toBe('application_concern_length');
  });
});

describe('times for the talk', () => {
  const call = (application: string, times: string, rest = `30, 'online', 'https://talk.example'`) =>
    `invite_to_interview('${application}', ${times}, ${rest})`;
  const tomorrow = `array[now() + interval '1 day']`;
  test.each([
    [`'{}'`, undefined, 'times_unsound'],
    ['null', undefined, 'times_unsound'],
    [`array[now() - interval '1 hour']`, undefined, 'times_unsound'],
    [`array[now() + interval '1 year']`, undefined, 'times_unsound'],
    [`array[now() + interval '1 day', null]`, undefined, 'times_unsound'],
    [
      `array(select now() + make_interval(hours => n) from generate_series(1, 6) n)`,
      undefined,
      'times_unsound',
    ],
    [tomorrow, `5, 'online', 'https://x'`, 'application_minutes_range'],
    [tomorrow, `30, 'pigeon', 'https://x'`, 'application_how_is_known'],
    [tomorrow, `30, 'phone', ''`, null],
    [tomorrow, `30, 'in-person', 'x'`, 'application_meet_at_length'],
    [tomorrow, `30, 'in-person', '\u200b\u200b\u200b'`, 'application_meet_at_length'],
  ])('%s, %s: %s', async (times, rest, key) => {
    expect(await refused(db.sql, id.ingrid, call(await sent(db.sql), times, rest))).toBe(key);
  });
  test('the same once more changes nothing; a mended link is a new proposal, and both hear of it', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, invite(application));
    const [{ at }] = (await db.sql`select times[1]::text as at from public.applications where id = ${application}`) as unknown as [{ at: string }]; // prettier-ignore
    const choose = `choose_interview('${application}', '${at}')`;
    await act(db.sql, id.alma, choose);
    const again = await actAndTrace(db.sql, id.ingrid, invite(application));
    expect([again.events, again.mails]).toEqual([[], []]);
    expect((await row(application)).interview_at).not.toBeNull();
    const mended = await actAndTrace(db.sql, id.ingrid, invite(application).replace('talk.', 'talks.'));
    expect(mended.mails).toEqual(['application-interview to alma']);
    expect(await row(application)).toMatchObject({ interview_at: null, meet_at: 'https://talks.example' });
    const chosen = await actAndTrace(db.sql, id.alma, choose);
    expect(chosen.mails).toEqual(['application-interview-chosen to alma', 'application-interview-chosen to ingrid']); // prettier-ignore
    // From one link to another and back.
    const back = await actAndTrace(db.sql, id.ingrid, invite(application));
    expect(back.mails).toEqual(['application-interview to alma']);
  });
});

describe('a rule that counts as met', () => {
  test('is logged with its reason, and only desks read why', async () => {
    const application = await sent(db.sql, { different: { place: 'dk-0101', commitment: false } });
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('rules_unmet');
    const override = (rule: string, reason = 'She moves here in May.') =>
      `override_rule('${application}', '${rule}', '${reason}')`;
    expect(await refused(db.sql, id.ingrid, override('area', 'no'))).toBe(
      'application_override_reason_length',
    );
    expect(await refused(db.sql, id.ingrid, override('age'))).toBe('rule_unknown');
    const { events } = await actAndTrace(db.sql, id.ingrid, override('area'));
    expect(events).toEqual(['override_rule by ingrid']);
    expect(await refused(db.sql, id.ingrid, override('area'))).toBe('rule_unknown');
    await act(db.sql, id.ingrid, override('commitment'));
    expect(await read(db.sql, application)).toMatchObject({
      eligibility: { met: ['area', 'commitment'], unmet: [], overridden: ['area', 'commitment'] },
      overrides: [{ rule: 'area', reason: 'She moves here in May.' }, { rule: 'commitment' }],
    });
    expect(JSON.stringify(await act(db.sql, id.alma, 'my_applications()'))).not.toContain('May');
    const [log] =
      await db.sql`select detail, mentee from public.events where verb = 'override_rule' order by id`;
    expect(log).toEqual({ detail: { rule: 'area' }, mentee: null });
    // What the rules would not have let in, a coordinator may.
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect((await db.sql`select place from public.mentees where person = ${id.alma}`)[0]!.place).toBe(
      'dk-0101',
    );
  });
});

test('why she was let in, a coordinator who herself applies at her own desk reads nowhere', async () => {
  const application = await sent(db.sql, { person: id.torstein, different: { place: 'zz-south-town', commitment: false } }); // prettier-ignore
  const waits = await sent(db.sql, { person: id.alma, different: { place: 'zz-south-town' } });
  await db.sql`update public.applications set sent_at = sent_at - interval '1 day' where id = ${waits}`;
  await act(db.sql, id.ingrid, decide(waits, 'wait'));
  await askForTalk(db.sql, 'mentee', 'work');
  const why = 'I know why he hesitates.';
  await act(db.sql, id.ingrid, `override_rule('${application}', 'commitment', '${why}')`);
  await act(db.sql, id.ingrid, `count_interview('${application}', '${why}')`);
  await act(db.sql, id.ingrid, `take_out_of_order('${application}', '${why}')`);
  await act(db.sql, id.ingrid, `take_out_of_order('${application}', 'His course begins.')`);
  const seen = (person: string) =>
    asPerson(db.sql, person, async (as) =>
      JSON.stringify([await as`select * from public.events`, await as`select * from public.application_overrides`]),
    );
  expect(await seen(id.torstein)).not.toContain('hesitates');
  // Whoever may read reasons reads all of them, who gave them and when; a second one replaces none.
  const kept = await asPerson(db.sql, id.ingrid, (as) =>
    as`select rule, reason, written_by from public.application_overrides where application = ${application} order by at`);
  expect(kept).toEqual([
    ['commitment', why], ['interview', why], ['order', why], ['order', 'His course begins.'],
  ].map(([rule, reason]) => ({ rule, reason, written_by: id.ingrid })));
}); // prettier-ignore
