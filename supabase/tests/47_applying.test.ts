/** An applicant's way: begin, answer, send, wait, answer, choose a time, take back. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, draft, invite, save, sent } from './applicant.ts';
import { id } from './cast.ts';
import { enough, syncForms } from './forms.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
interface Mine {
  id: string;
  status: string;
  ahead: number | null;
  answers: Record<string, unknown>;
  messages: { kind: string; text: string; mine: boolean }[];
  times: string[];
  interview_at: string | null;
  eligibility: { met: string[]; unmet: { rule: string }[] };
  elsewhere: string[];
  letter: string | null;
  due_on: string | null;
}
const mine = async (person: string = id.alma) =>
  (await act<{ applications: Mine[] }>(db.sql, person, 'my_applications()')).applications;
const begin = (programme = 'free', part = 'mentee') => `begin_application('${programme}', '${part}', 'nb')`;
const row = (application: string) => rowOf(db.sql, 'applications', application);

describe('begin', () => {
  test('once however often, and nobody else knows', async () => {
    const first = await act<string>(db.sql, id.alma, begin());
    expect(await act(db.sql, id.alma, begin())).toBe(first);
    expect(await mine()).toMatchObject([{ id: first, status: 'draft', answers: {} }]);
    expect(await refused(db.sql, id.ingrid, `read_application('${first}')`)).toBe('application_unknown');
    const other = await act<string>(db.sql, id.alma, begin('free', 'mentor'));
    expect(other).not.toBe(first);
  });
  test('what is known already is filled in, but no promise and no consent', async () => {
    const application = await act<string>(db.sql, id.amina, begin('careful'));
    const { answers } = await row(application);
    expect(answers).toMatchObject({
      shown_name: 'amina',
      field: '2512',
      goals: ['job-search', 'network'],
      hours: 4,
    });
    expect(Object.keys(answers as object).sort()).toEqual(
      ['about', 'field', 'formats', 'goals', 'hours', 'languages', 'place', 'prefers_gender', 'shown_name'], // prettier-ignore
    );
    await sent(db.sql);
    const next = await act<string>(db.sql, id.alma, begin('careful'));
    const { goals, shown_name, commitment, consent_store } = (await row(next)).answers as typeof enough;
    expect([goals, shown_name, commitment, consent_store]).toEqual([
      enough.goals,
      'Alma',
      undefined,
      undefined,
    ]);
  });
  test.each([
    [begin('nowhere'), 'programme_unknown'],
    [begin('free', 'hero'), 'form_unknown'],
    [`begin_application('free', 'mentee', 'xx')`, 'application_locale_is_known'],
  ])('%s: %s', async (call, key) => {
    expect(await refused(db.sql, id.alma, call)).toBe(key);
  });
  test('who is in the programme need not apply again', async () => {
    expect(await refused(db.sql, id.amina, begin())).toBe('in_programme_already');
    expect(await refused(db.sql, id.amina, begin('free', 'mentor'))).toBeNull();
  });
  test('thirty in a month are enough', async () => {
    for (let nr = 0; nr < 30; nr++)
      await sent(db.sql).then((a) => act(db.sql, id.alma, `withdraw_application('${a}')`));
    expect(await refused(db.sql, id.alma, begin())).toBe('too_many_applications');
  });
  test('a draft follows a newer form, and what was sent stays with its own', async () => {
    const application = await draft(db.sql);
    const other = await sent(db.sql, { programme: 'guarded', different: { prefers_gender: 'any' } });
    await syncForms(db.sql, 950);
    await act(db.sql, id.alma, begin());
    await act(db.sql, id.alma, begin('guarded'));
    expect(await row(application)).toMatchObject({
      form_version: 950,
      revision: 2,
      answers: { shown_name: 'Alma' },
    });
    expect(await row(other)).toMatchObject({ form_version: 900 });
    await db.sql`delete from public.applications`;
    await db.sql`delete from public.forms where version = 950`;
  });
});

describe('save', () => {
  test('answers the revision, how the rules stand, and where else she could apply', async () => {
    const application = await act<string>(db.sql, id.alma, begin('guarded'));
    const answer = await act<{ revision: number; eligibility: Mine['eligibility']; elsewhere: string[] }>(
      db.sql, id.alma, save(application, { languages: [['en', 'C1']], place: 'zz-north-bay' }),
    ); // prettier-ignore
    expect(answer.revision).toBe(1);
    expect(answer.eligibility).toMatchObject({
      met: ['area'],
      unmet: [{ rule: 'language' }],
      open: ['commitment'],
    });
    expect(answer.elsewhere).toEqual(expect.arrayContaining(['free', 'careful']));
    expect(answer.elsewhere).not.toContain('guarded');
  });
  test('another window is told, and the same answers once more are fine', async () => {
    const application = await act<string>(db.sql, id.alma, begin());
    await act(db.sql, id.alma, save(application, { hours: 3 }, 0));
    expect(await refused(db.sql, id.alma, save(application, { hours: 5 }, 0))).toBe('application_changed');
    expect(await act(db.sql, id.alma, save(application, { hours: 3 }, 0))).toMatchObject({ revision: 1 });
    expect(await act(db.sql, id.alma, save(application, { hours: 5 }, 1))).toMatchObject({ revision: 2 });
  });
  test.each<[object, string]>([
    [{ unheard_of: 1 }, 'answers_malformed'],
    [{ hours: 'four' }, 'answers_malformed'],
    [[], 'answers_malformed'],
  ])('%j: %s', async (answers, key) => {
    const application = await act<string>(db.sql, id.alma, begin());
    expect(await refused(db.sql, id.alma, save(application, answers))).toBe(key);
  });
  test('what is sent is not written on', async () => {
    const application = await sent(db.sql);
    expect(await refused(db.sql, id.alma, save(application, { hours: 3 }, 1))).toBe('application_not_open');
    expect(await refused(db.sql, id.amina, save(application, { hours: 3 }, 1))).toBe('application_unknown');
  });
});

describe('send', () => {
  test('says what is missing and sends nothing', async () => {
    const application = await draft(db.sql, { different: { goals: [], consent_store: false } });
    const { answer, events, mails } = await actAndTrace(
      db.sql,
      id.alma,
      `send_application('${application}')`,
    );
    expect(answer).toEqual({ status: 'draft', missing: ['consent_store', 'goals'] });
    expect([events, mails]).toEqual([[], []]);
  });
  test('once however often: a name, a place in line, a receipt', async () => {
    const application = await draft(db.sql);
    const first = await actAndTrace(db.sql, id.alma, `send_application('${application}')`);
    expect(first).toEqual({
      answer: { status: 'sent', missing: [] },
      events: ['send_application by alma'],
      mails: ['application-sent to alma'],
    });
    const again = await actAndTrace(db.sql, id.alma, `send_application('${application}')`);
    expect(again).toMatchObject({ answer: { status: 'sent', missing: [] }, events: [], mails: [] });
    const [person] = await db.sql`select shown_name, locale from public.people where id = ${id.alma}`;
    expect(person).toEqual({ shown_name: 'Alma', locale: 'nb' });
    const [{ days }] = (await db.sql`select due_on - sent_at::date as days from public.applications`) as unknown as [{ days: number }]; // prettier-ignore
    expect(days).toBe(21);
  });
  test('a rule that is not met does not hinder, and is stored as of that day', async () => {
    const application = await draft(db.sql, { different: { place: 'dk-0101', commitment: false } });
    await act(db.sql, id.alma, `send_application('${application}')`);
    const unmet = ((await row(application)).eligibility as Mine['eligibility']).unmet.map(({ rule }) => rule);
    expect(unmet).toEqual(['area', 'commitment']);
    // A name that is there stays as it is.
    await sent(db.sql, { person: id.amina, programme: 'careful', different: { coffee: 'black' } });
    expect((await db.sql`select shown_name from public.people where id = ${id.amina}`)[0]!.shown_name).toBe(
      'amina',
    );
  });
  test('how many are before her in the same line', async () => {
    await sent(db.sql, { person: id.signe });
    await sent(db.sql, { person: id.kari });
    await sent(db.sql, { person: id.lin, programme: 'careful', different: { coffee: 'black' } });
    const application = await sent(db.sql);
    expect(await mine()).toMatchObject([{ ahead: 2, status: 'sent' }]);
    await act(db.sql, id.signe, `withdraw_application('${(await mine(id.signe))[0]!.id}')`);
    expect(await mine()).toMatchObject([{ ahead: 1 }]);
    await act(db.sql, id.ingrid, decide(application, 'wait'));
    // Another line: for a mentor.
    expect(await mine()).toMatchObject([{ ahead: 0, status: 'waiting' }]);
  });
});

describe('take back', () => {
  test('what was sent stays as taken back; a draft is gone', async () => {
    const application = await sent(db.sql);
    const begun = await draft(db.sql, { person: id.signe });
    const { events, mails } = await actAndTrace(db.sql, id.alma, `withdraw_application('${application}')`);
    expect([events, mails]).toEqual([['withdraw_application by alma'], []]);
    await act(db.sql, id.signe, `withdraw_application('${begun}')`);
    expect(await row(application)).toMatchObject({ status: 'withdrawn' });
    expect(await row(begun)).toEqual({});
    expect(await refused(db.sql, id.alma, `withdraw_application('${application}')`)).toBe(
      'application_not_open',
    );
    // And she may begin anew.
    expect(await act(db.sql, id.alma, begin())).not.toBe(application);
  });
});

describe('a question and its answer', () => {
  test('the application goes on where it was', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, 'wait'));
    const asked = await actAndTrace(db.sql, id.ingrid, `ask_applicant('${application}', 'Which days?')`);
    expect(asked).toMatchObject({
      events: ['ask_applicant by ingrid'],
      mails: ['application-question to alma'],
    });
    await act(db.sql, id.ingrid, `ask_applicant('${application}', 'And which hours?')`);
    expect(await mine()).toMatchObject([{ status: 'asked' }]);
    expect(await refused(db.sql, id.alma, `answer_application('${application}', '  ')`)).toBe(
      'message_missing',
    );
    await act(db.sql, id.alma, `answer_application('${application}', 'Mondays after five.')`);
    const [now] = await mine();
    expect(now!.status).toBe('waiting');
    expect(now!.messages.map(({ kind, mine: hers }) => [kind, hers])).toEqual([
      ['letter', false],
      ['question', false],
      ['question', false],
      ['answer', true],
    ]);
    expect(await refused(db.sql, id.alma, `answer_application('${application}', 'More.')`)).toBe(
      'application_not_open',
    );
    expect(await refused(db.sql, id.ingrid, `ask_applicant('${application}', '${'x'.repeat(2001)}')`)).toBe('application_message_length'); // prettier-ignore
  });
});

describe('the talk', () => {
  test('she chooses a time, and another one; both are told', async () => {
    const application = await sent(db.sql);
    const invited = await actAndTrace(db.sql, id.ingrid, invite(application));
    expect(invited).toMatchObject({
      events: ['invite_to_interview by ingrid'],
      mails: ['application-interview to alma'],
    });
    const [{ times }] = (await mine()) as [Mine];
    expect(times).toHaveLength(2);
    const choose = (at: string) => `choose_interview('${application}', '${at}')`;
    const chosen = await actAndTrace(db.sql, id.alma, choose(times[0]!));
    expect(chosen.mails).toEqual([
      'application-interview-chosen to alma',
      'application-interview-chosen to ingrid',
    ]);
    expect((await actAndTrace(db.sql, id.alma, choose(times[0]!))).mails).toEqual([]);
    await act(db.sql, id.alma, choose(times[1]!));
    expect(await mine()).toMatchObject([{ interview_at: times[1], status: 'interview' }]);
    expect(await refused(db.sql, id.alma, choose('2030-01-01'))).toBe('time_not_offered');
    await db.sql`update public.applications set times = array[now() - interval '1 hour']`;
    const [past] = await db.sql`select times[1]::text as at from public.applications`;
    expect(await refused(db.sql, id.alma, choose(past!.at as string))).toBe('time_has_passed');
  });
});

test('still in line: every fourteen days, once', async () => {
  const application = await sent(db.sql);
  const tell = async (days: number) =>
    (await db.sql`select private.tell_in_line(now() + make_interval(days => ${days})) as told`)[0]!
      .told as string;
  expect([await tell(13), await tell(14), await tell(14), await tell(27), await tell(28)]).toEqual(['0', '1', '0', '0', '1']); // prettier-ignore
  await act(db.sql, id.ingrid, decide(application, 'decline'));
  expect(await tell(100)).toBe('0');
  const mails = await db.sql`select from private.outbox where kind = 'application-in-line'`;
  expect(mails).toHaveLength(2);
});

test('a draft is kept for ninety days, what was decided for twelve months', async () => {
  await draft(db.sql, { person: id.signe });
  const application = await sent(db.sql);
  const forget = async (days: number) =>
    (await db.sql`select private.forget_applications(now() + make_interval(days => ${days})) as gone`)[0]!.gone as string; // prettier-ignore
  expect([await forget(89), await forget(91), await forget(900)]).toEqual(['0', '1', '0']);
  await act(db.sql, id.ingrid, decide(application, 'decline'));
  expect([await forget(360), await forget(370)]).toEqual(['0', '1']);
});
