/** One hour before anyone commits: agree, meet, say go on or not us; and what a coordinator may do. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { addMentee, addMentor, id } from './cast.ts';
import { spoken } from './pair.ts';
import { ask, meet, metTrial, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const time = (trial: string, days: number, where = 'https://meet.example') =>
  `propose_trial('${trial}', current_date + ${days}, 'online', '${where}')`;
const agree = (trial: string, plan: number) => `agree_trial('${trial}', ${plan})`;
const trialRow = (trial: string) => rowOf(db.sql, 'trials', trial);

describe('agreeing on the hour', () => {
  test('one proposes, the other agrees to exactly what she saw', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    const proposed = await actAndTrace(db.sql, id.kari, time(trial, 2));
    expect([proposed.events, proposed.mails]).toEqual([
      ['propose_trial by kari'],
      ['trial-proposed to amina'],
    ]);
    expect(await refused(db.sql, id.kari, agree(trial, 1))).toBe('time_has_changed');
    expect(await refused(db.sql, id.amina, agree(trial, 0))).toBe('time_has_changed');
    const agreed = await actAndTrace(db.sql, id.amina, agree(trial, 1));
    expect(agreed.events).toEqual(['agree_trial by amina']);
    expect(agreed.mails).toEqual(['trial-agreed to amina', 'trial-agreed to kari']);
    expect(await trialRow(trial)).toMatchObject({ status: 'agreed', meet_at: 'https://meet.example' });
  });

  test('a counter-proposal turns it round, also after agreeing', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await act(db.sql, id.kari, time(trial, 2));
    await act(db.sql, id.amina, time(trial, 3));
    expect(await refused(db.sql, id.kari, agree(trial, 1))).toBe('time_has_changed');
    await act(db.sql, id.kari, agree(trial, 2));
    await act(db.sql, id.amina, time(trial, 4));
    expect(await trialRow(trial)).toMatchObject({
      status: 'planning',
      decide_by: null,
      proposed_by: id.amina,
    });
  });

  test.each([
    [-1, 'https://meet.example', 'time_has_passed'],
    [30, 'https://meet.example', 'trial_too_late'],
    [2, 'x', 'trial_meet_at_length'],
    [2, '\u200b\u200b\u200b', 'trial_meet_at_length'],
    [2, 'x'.repeat(301), 'trial_meet_at_length'],
    [2, 'The library, second floor', null],
  ])('in %d days at "%.20s" → %s', async (days, where, key) => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.amina, time(trial, days, where))).toBe(key);
  });

  test('an unknown form of meeting is refused', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    const call = `propose_trial('${trial}', current_date + 2, 'by-carrier-pigeon', 'The roof')`;
    expect(await refused(db.sql, id.amina, call)).toBe('trial_format_is_known');
  });
});

describe('what each shows the other', () => {
  const seen = async (person: string) => {
    const page = await act<{ trials: { my_contact: string | null; other_contact: string | null }[] }>(db.sql, person, 'my_page()'); // prettier-ignore
    return page.trials[0]!;
  };

  test('nothing unless she chose to; from the trial on, what she chose; and she may change it', async () => {
    await act(db.sql, id.kari, `save_contact('Nordmann', '+47 900 00 000', 'woman', 'phone')`);
    const trial = await openTrial(db.sql, id.amina, id.kari);
    expect(await seen(id.amina)).toMatchObject({ my_contact: null, other_contact: '+47 900 00 000' });
    await act(db.sql, id.amina, `share_contact('${trial}', 'mail')`);
    expect(await seen(id.kari)).toMatchObject({ other_contact: `${id.amina}@example.org` });
    await act(db.sql, id.kari, `share_contact('${trial}', 'platform')`);
    expect(await seen(id.amina)).toMatchObject({ other_contact: null });
    expect(await refused(db.sql, id.amina, `share_contact('${trial}', 'phone')`)).toBe(
      'phone_is_there_when_shared',
    );
    expect(await refused(db.sql, id.amina, `share_contact('${trial}', 'fax')`)).toBe('contact_is_known');
  });

  test('a surname is never part of anything the other reads', async () => {
    await act(db.sql, id.kari, `save_contact('Nordmannsen', null, 'woman', 'mail')`);
    await openTrial(db.sql, id.amina, id.kari);
    expect(JSON.stringify(await act(db.sql, id.amina, 'my_page()'))).not.toContain('Nordmannsen');
    expect(JSON.stringify(await act(db.sql, id.amina, `mentor_card('${id.kari}')`))).not.toContain(
      'Nordmannsen',
    );
  });
});

describe('after the hour', () => {
  test('not before it', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.amina, `say_go_on('${trial}')`)).toBe('trial_not_open');
    await act(db.sql, id.kari, time(trial, 2));
    await act(db.sql, id.amina, agree(trial, 1));
    expect(await refused(db.sql, id.amina, `say_go_on('${trial}')`)).toBe('trial_not_yet');
  });

  test('the first go on waits, the second makes the match', async () => {
    const trial = await metTrial(db.sql, id.amina, id.kari);
    const first = await actAndTrace(db.sql, id.amina, `say_go_on('${trial}')`);
    expect(first).toEqual({
      answer: null,
      events: ['say_go_on by amina'],
      mails: ['trial-answer-waits to kari'],
    });
    const again = await actAndTrace(db.sql, id.amina, `say_go_on('${trial}')`);
    expect([again.answer, again.mails]).toEqual([null, []]);
    const second = await actAndTrace(db.sql, id.kari, `say_go_on('${trial}')`);
    expect(second.events).toEqual(['say_go_on by kari', 'match_trial by kari', 'start_match by kari']);
    expect(second.mails).toEqual(['match-started to amina', 'match-started to kari']);
    expect(await rowOf(db.sql, 'matches', second.answer as string)).toMatchObject({
      status: 'active',
      living: true,
    });
    expect(await refused(db.sql, id.kari, `say_go_on('${trial}')`)).toBe('trial_not_open');
  });

  test('the other learns that one has spoken, never what', async () => {
    const trial = await metTrial(db.sql, id.amina, id.kari);
    await act(db.sql, id.amina, `say_go_on('${trial}')`);
    const { trials } = await act<{ trials: object[] }>(db.sql, id.kari, 'my_page()');
    expect(trials[0]).toMatchObject({ other_has_said: true, i_say: null });
    expect(JSON.stringify(trials)).not.toContain('go_on');
    const read = await asPerson(db.sql, id.kari, (as) => as`select * from public.verdicts`);
    expect([...read]).toEqual([]);
  });

  test('not us ends it, from any state, with a reason only the desk reads', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    const { events, mails } = await actAndTrace(db.sql, id.amina, `say_not_us('${trial}', 'chemistry')`);
    expect([events, mails]).toEqual([['say_not_us by amina'], ['trial-not-us to kari']]);
    expect(await trialRow(trial)).toMatchObject({ status: 'not_us', standing: false });
    expect([...(await asPerson(db.sql, id.kari, (as) => as`select * from public.verdicts`))]).toEqual([]);
    const [verdict] = await asPerson(
      db.sql,
      id.ingrid,
      (as) => as`select person, reason from public.verdicts`,
    );
    expect(verdict).toEqual({ person: id.amina, reason: 'chemistry' });
    // Both are free again.
    expect(await rowOf(db.sql, 'matches', trial)).toEqual({});
    await ask(db.sql, id.amina, id.lin);
  });

  test('she may change a go on into a not us until the other has spoken', async () => {
    const trial = await metTrial(db.sql, id.amina, id.kari);
    await act(db.sql, id.amina, `say_go_on('${trial}')`);
    await act(db.sql, id.amina, `say_not_us('${trial}', null)`);
    expect(await refused(db.sql, id.kari, `say_go_on('${trial}')`)).toBe('trial_not_open');
    const unknown = await metTrial(db.sql, id.dawit, id.jonas);
    expect(await refused(db.sql, id.dawit, `say_not_us('${unknown}', 'nose')`)).toBe(
      'verdict_reason_is_known',
    );
  });
});

describe('the coordinator', () => {
  const guarded = async () => {
    const languages = spoken('no:C1');
    await addMentee(db.sql, '30000000-0000-4000-8000-000000000001', { programme: 'guarded', languages });
    await addMentor(db.sql, '30000000-0000-4000-8000-000000000002', { programme: 'guarded', languages });
    await db.sql`insert into public.coordinators (person, programme) values (${id.ingrid}, 'guarded')`;
    return { mentee: '30000000-0000-4000-8000-000000000001', mentor: '30000000-0000-4000-8000-000000000002' };
  };

  test('approves before the trial where the programme says so; until then nothing is shown nor planned', async () => {
    const { mentee, mentor } = await guarded();
    await act(db.sql, mentor, `save_contact(null, null, 'woman', 'mail')`);
    const trial = await openTrial(db.sql, mentee, mentor);
    expect(await trialRow(trial)).toMatchObject({ status: 'awaiting', mentor_contact: null });
    expect(await refused(db.sql, mentee, time(trial, 2))).toBe('trial_not_open');
    expect(await refused(db.sql, id.birthe, `approve_trial('${trial}')`)).toBe('trial_unknown');
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, `approve_trial('${trial}')`);
    expect(events).toEqual(['approve_trial by ingrid']);
    expect(mails).toHaveLength(2);
    expect(await trialRow(trial)).toMatchObject({
      status: 'planning',
      mentor_contact: `${mentor}@example.org`,
    });
    expect(await refused(db.sql, id.ingrid, `approve_trial('${trial}')`)).toBe('trial_not_open');
    expect(await refused(db.sql, mentee, time(trial, 2))).toBeNull();
  });

  test('gives more time, also after silence, and stops', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await db.sql`select private.run_due(now() + interval '22 days')`;
    expect(await trialRow(trial)).toMatchObject({ status: 'undecided' });
    await act(db.sql, id.ingrid, `extend_trial('${trial}')`);
    expect(await trialRow(trial)).toMatchObject({ status: 'planning', asked_at: null });
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, `stop_trial('${trial}')`);
    expect([events, mails]).toEqual([
      ['stop_trial by ingrid'],
      ['trial-stopped to amina', 'trial-stopped to kari'],
    ]);
    expect(await refused(db.sql, id.ingrid, `extend_trial('${trial}')`)).toBe('trial_not_open');
  });

  test('more time after the hour is more time to answer', async () => {
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await meet(db.sql, trial);
    await db.sql`select private.run_due(now() + interval '14 days')`;
    expect(await trialRow(trial)).toMatchObject({ status: 'undecided' });
    await act(db.sql, id.ingrid, `extend_trial('${trial}')`);
    expect(await trialRow(trial)).toMatchObject({ status: 'agreed' });
  });

  test('is never her own coordinator', async () => {
    await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
    const trial = await openTrial(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.kari, `stop_trial('${trial}')`)).toBe('trial_unknown');
  });

  test('reads nothing of what the other of her own trial said, only how many are silent', async () => {
    await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
    const trial = await metTrial(db.sql, id.amina, id.kari);
    await db.sql`update public.trials set asked_at = now() where id = ${trial}`;
    await act(db.sql, id.amina, `say_go_on('${trial}')`);
    const reads = async (person: string) =>
      [...(await asPerson(db.sql, person, (as) => as`select says::text as told from public.verdicts
        union all select verb from public.events where verb = 'say_go_on'`))].map(({ told }) => told as string); // prettier-ignore
    expect([await reads(id.amina), await reads(id.kari)]).toEqual([['go_on', 'say_go_on'], []]);
    expect(await reads(id.ingrid)).toEqual(['go_on']);
    for (const person of [id.kari, id.ingrid])
      expect(await act(db.sql, person, 'desk()')).toMatchObject({ trials: { items: [{ silent: 1 }] } });
    await act(db.sql, id.amina, `say_not_us('${trial}', 'chemistry')`);
    expect([await reads(id.kari), await reads(id.ingrid)]).toEqual([[], ['not_us']]);
  });
});
