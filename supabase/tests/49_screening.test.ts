/** A coordinator's way through applications: read, ask, invite, note, let a rule count, decide. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, invite, letter, sent } from './applicant.ts';
import { addPerson, id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const read = (application: string, person: string = id.ingrid) =>
  act<Record<string, unknown>>(db.sql, person, `read_application('${application}')`);
const row = (application: string) => rowOf(db.sql, 'applications', application);

interface Queue {
  desks: string[];
  counts: Record<string, number>;
  items: { id: string; name: string; status: string; unmet: string[]; due_on: string }[];
  next: object | null;
}
const queue = (args: string, person: string = id.ingrid) =>
  act<Queue>(db.sql, person, `application_queue(${args})`);

describe('the queue', () => {
  test('those first whose promise ends first, page by page, of my desks only', async () => {
    const applications: string[] = [];
    for (let nr = 0; nr < 5; nr++) {
      const person = `60000000-0000-4000-8000-00000000000${nr}`;
      await addPerson(db.sql, person);
      applications.push(await sent(db.sql, { person, different: { shown_name: `Name ${nr}`, place: nr % 2 ? 'zz-south-town' : 'zz-north-bay' } })); // prettier-ignore
    }
    for (const [nr, application] of applications.entries())
      await db.sql`update public.applications set due_on = current_date + ${(nr * 3) % 5}::int where id = ${application}`;
    const first = await queue(`null, null, null, 2`);
    expect(first.items.map(({ name }) => name)).toEqual(['Name 0', 'Name 2']);
    expect(first).toMatchObject({ counts: { sent: 5 }, desks: ['free'] });
    const second = await queue(`null, 'free', '${JSON.stringify(first.next)}', 2`);
    expect(second.items.map(({ name }) => name)).toEqual(['Name 4', 'Name 1']);
    const third = await queue(`null, 'free', '${JSON.stringify(second.next)}', 2`);
    expect(third.items.map(({ name }) => name)).toEqual(['Name 3']);
    expect(third.next).toBeNull();
    expect((await queue('null, null', id.torstein)).items.map(({ name }) => name)).toEqual([
      'Name 1',
      'Name 3',
    ]);
    expect((await queue('null, null', id.birthe)).items).toEqual([]);
    await act(db.sql, id.ingrid, decide(applications[0]!, 'decline'));
    expect((await queue('null, null')).items).toHaveLength(4);
    expect((await queue(`'{declined}', null`)).items.map(({ name }) => name)).toEqual(['Name 0']);
    expect((await queue(`'{declined,sent}', null, null, 3`)).items.map(({ name }) => name)).toEqual(['Name 0', 'Name 2', 'Name 4']); // prettier-ignore
    expect((await queue(`null, 'careful'`)).items).toEqual([]);
  });
  test('her own application a coordinator neither finds nor reads', async () => {
    const application = await sent(db.sql, { person: id.ingrid, part: 'mentor' });
    expect((await queue('null, null')).items).toEqual([]);
    expect(await refused(db.sql, id.ingrid, `read_application('${application}')`)).toBe(
      'application_unknown',
    );
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('application_unknown');
    await act(db.sql, id.torstein, `my_page()`);
  });
});

test('read: the answers with the form they answer, and what has been written', async () => {
  const application = await sent(db.sql, { different: { place: 'dk-0101' } });
  expect(await read(application)).toMatchObject({
    person: id.alma,
    name: 'Alma',
    locale: 'nb',
    answers: { shown_name: 'Alma' },
    definition: { key: 'mentee', version: 900 },
    eligibility: { unmet: [{ rule: 'area', have: 'dk-0101' }], overridden: [] },
    overrides: [],
    messages: [],
    notes: null,
    concern: null,
    ahead: 0,
  });
  // It belongs to no region of Torstein's.
  expect(await refused(db.sql, id.torstein, `read_application('${application}')`)).toBe(
    'application_unknown',
  );
});

describe('notes of the talk', () => {
  test('the whole is replaced, and the applicant never reads it', async () => {
    const application = await sent(db.sql);
    const note = (notes: object) => `note_interview('${application}', '${JSON.stringify(notes)}')`;
    const first = await actAndTrace(
      db.sql,
      id.ingrid,
      note({ impression: 'Clear.', parts: { work: 'Welder' }, clarity: 4 }),
    );
    expect([first.events, first.mails]).toEqual([['note_interview by ingrid'], []]);
    const again = await actAndTrace(
      db.sql,
      id.ingrid,
      note({ competences: { home: 'Runs a household.' }, readiness: 5 }),
    );
    expect(again.events).toEqual([]);
    expect((await read(application)).notes).toEqual({
      parts: {},
      competences: { home: 'Runs a household.' },
      readiness: 5,
    });
    expect(JSON.stringify(await act(db.sql, id.alma, 'my_applications()'))).not.toContain('household');
    const events = await act<{ n: number }[]>(db.sql, id.alma, 'my_applications()');
    expect(events).toBeDefined();
  });
  test.each([
    { clarity: 6 },
    { clarity: '4' },
    { readiness: 2.5 },
    { parts: { work: 7 } },
    { parts: { 'Work!': 'x' } },
    { parts: [] },
    { impression: 'x'.repeat(2001) },
    { score: 3 },
  ])('%j is refused', async (notes) => {
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.ingrid, `note_interview('${application}', '${JSON.stringify(notes)}')`)).toBe('notes_malformed'); // prettier-ignore
  });
});

describe('a worry', () => {
  test('is read by who wrote it and by coordinators of the whole programme', async () => {
    const application = await sent(db.sql, { different: { place: 'zz-south-town' } });
    const flag = (words: string) => `flag_concern('${application}', '${words}')`;
    const { events, mails } = await actAndTrace(db.sql, id.torstein, flag('Needs a doctor first.'));
    expect([events, mails]).toEqual([['flag_concern by torstein'], []]);
    expect((await read(application, id.torstein)).concern).toBe('Needs a doctor first.');
    expect((await read(application)).concern).toBe('Needs a doctor first.');
    await act(db.sql, id.ingrid, flag(''));
    await act(db.sql, id.ingrid, flag('Talk to the nurse.'));
    expect(await read(application, id.torstein)).not.toHaveProperty('concern');
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
  ])('%s, %s: %s', async (times, rest, key) => {
    expect(await refused(db.sql, id.ingrid, call(await sent(db.sql), times, rest))).toBe(key);
  });
  test('proposed anew, what was chosen is gone; the same twice is one mail', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, invite(application));
    const [{ at }] = (await db.sql`select times[1]::text as at from public.applications where id = ${application}`) as unknown as [{ at: string }]; // prettier-ignore
    await act(db.sql, id.alma, `choose_interview('${application}', '${at}')`);
    const again = await actAndTrace(db.sql, id.ingrid, invite(application));
    expect(again.mails).toEqual([]);
    expect(await row(application)).toMatchObject({ interview_at: null });
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
    expect(await read(application)).toMatchObject({
      eligibility: { met: ['area', 'commitment'], unmet: [], overridden: ['area', 'commitment'] },
      overrides: [{ rule: 'area', reason: 'She moves here in May.' }, { rule: 'commitment' }],
    });
    expect(JSON.stringify(await act(db.sql, id.alma, 'my_applications()'))).not.toContain('May');
    const [log] =
      await db.sql`select detail, mentee from public.events where verb = 'override_rule' order by id`;
    expect(log).toEqual({ detail: { rule: 'area', reason: 'She moves here in May.' }, mentee: null });
    // What the rules would not have let in, a coordinator may.
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect((await db.sql`select place from public.mentees where person = ${id.alma}`)[0]!.place).toBe(
      'dk-0101',
    );
  });
});

describe('decide', () => {
  test('yes: a place in the programme out of her answers, approved, and a letter', async () => {
    const different = { gender: undefined, specialism: ' Databases ', prefers_gender: 'woman' };
    const application = await sent(db.sql, { different });
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, decide(application, 'accept'));
    expect(events).toEqual(['decide_application by ingrid']);
    expect(mails).toEqual(['application-decided to alma']);
    const [place] = await db.sql`select * from public.mentees where person = ${id.alma}`;
    expect(place).toMatchObject({
      programme: 'free', standing: 'approved', field: '2512', specialism: 'Databases', goals: ['cv', 'network'],
      formats: ['in-person'], place: 'zz-north-bay', region: 'zz-north', hours: 4,
      // The programme does not ask whom she would rather meet, so it is not kept.
      prefers_gender: 'any',
    }); // prettier-ignore
    expect(await act(db.sql, id.alma, 'my_applications()')).toMatchObject({
      applications: [{ status: 'accepted', letter, reason: 'ready', ahead: null }],
    });
    const [mail] = await db.sql`select params from private.outbox where kind = 'application-decided'`;
    expect(mail!.params).toEqual({ letter });
    expect(await act(db.sql, id.alma, 'find_mentors()')).toBeTruthy();
  });
  test('yes to a mentor, who is then found; formats that nobody asked for are the programme’s', async () => {
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{course,formats}', '["online"]') where key = 'free'`;
    const application = await sent(db.sql, { part: 'mentor', different: { formats: ['in-person'] } });
    await db.sql`update public.applications set answers = answers - 'formats' || '{"migrated": "yes"}'`;
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    const [open] =
      await db.sql`select free, migrated, formats from public.open_mentors where person = ${id.alma}`;
    expect(open).toEqual({ free: 1, migrated: true, formats: 2 });
    await db.sql`update public.programmes set rules = rules #- '{course,formats}' where key = 'free'`;
  });
  test('yes to somebody with a place elsewhere moves her, unless something is going on there', async () => {
    const application = await sent(db.sql, {
      person: id.amina,
      programme: 'careful',
      different: { coffee: 'x' },
    });
    await db.sql`update public.mentees set asking = 1 where person = ${id.amina}`;
    expect(await refused(db.sql, id.birthe, decide(application, 'accept'))).toBe('programme_in_use');
    await db.sql`update public.mentees set asking = 0 where person = ${id.amina}`;
    await act(db.sql, id.birthe, decide(application, 'accept'));
    expect(
      (await db.sql`select programme from public.mentees where person = ${id.amina}`)[0]!.programme,
    ).toBe('careful');
  });
  test('answers that make no place: what is missing is asked first', async () => {
    const application = await sent(db.sql);
    await db.sql`update public.applications set answers = answers - 'field' where id = ${application}`;
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('application_incomplete');
    expect(await row(application)).toMatchObject({ status: 'sent' });
  });
  test.each([
    ['wait', 'waiting', false],
    ['prepare', 'preparing', false],
    ['redirect', 'redirected', true],
    ['decline', 'declined', true],
  ])('%s: %s', async (decision, status, over) => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, decision));
    const now = await row(application);
    expect([now.status, now.decided_at !== null]).toEqual([status, over]);
    expect(await refused(db.sql, id.ingrid, decide(application, decision))).toBe('application_decided');
    // Who waits can still be let in, and what is over is over.
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe(
      over ? 'application_decided' : null,
    );
    const [count] =
      await db.sql`select count(*)::int as n from private.outbox where kind = 'application-decided'`;
    expect(count).toEqual({ n: over ? 1 : 2 });
  });
  test('what a colleague decided meanwhile is not decided over', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, 'wait', 'sent'));
    expect(await refused(db.sql, id.ingrid, decide(application, 'decline', 'sent'))).toBe(
      'application_decided',
    );
    expect(await refused(db.sql, id.ingrid, decide(application, 'decline', 'waiting'))).toBeNull();
  });
  test.each([
    [`'maybe', 'ready', '${letter}'`, 'choice_unknown'],
    [`'decline', null, '${letter}'`, 'choice_unknown'],
    [`'decline', 'She is not nice.', '${letter}'`, 'application_reason_is_a_key'],
    [`'decline', 'other', '  '`, 'message_missing'],
    [`'decline', 'other', 'No.'`, 'application_letter_length'],
  ])('%s: %s', async (args, key) => {
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.ingrid, `decide_application('${application}', ${args})`)).toBe(key);
  });
});

test('a mail that could not reach an applicant stands on the desk', async () => {
  await sent(db.sql);
  await db.sql`update private.outbox set given_up_at = now()`;
  const desk = await act<{ mails: { items: object[] }; applications: number }>(db.sql, id.ingrid, 'desk()');
  expect(desk.mails.items).toMatchObject([{ person: id.alma, name: 'Alma', kind: 'application-sent' }]);
  expect(desk.applications).toBe(1);
});
