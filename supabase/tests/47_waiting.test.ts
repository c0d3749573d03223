/** While an application waits: taken back, a question, a talk, still in line, forgotten. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, draft, invite, mine, read, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const begin = `begin_application('free', 'mentee', 'nb')`;
const row = (application: string) => rowOf(db.sql, 'applications', application);

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
    expect(await act(db.sql, id.alma, begin)).not.toBe(application);
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
    expect(await mine(db.sql)).toMatchObject([{ status: 'asked' }]);
    expect(await refused(db.sql, id.alma, `answer_application('${application}', '  ')`)).toBe(
      'message_missing',
    );
    await act(db.sql, id.alma, `answer_application('${application}', 'Mondays after five.')`);
    const [now] = await mine(db.sql);
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
    expect(await refused(db.sql, id.ingrid, `ask_applicant('${application}', '\u200b\u200b')`)).toBe('application_message_length'); // prettier-ignore
  });
});

describe('first something else', () => {
  test('she says that she has prepared, and it is read anew; her day of sending stays', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, 'prepare'));
    await db.sql`update public.applications set sent_at = now() - interval '60 days', due_on = current_date - 30,
      told_at = now() - interval '2 days'`;
    const before = await row(application);
    const resume = `resume_application('${application}', ' I have done the course. ')`;
    expect(await refused(db.sql, id.signe, resume)).toBe('application_unknown');
    expect(await refused(db.sql, id.alma, `resume_application('${application}', '${'x'.repeat(2001)}')`)).toBe('application_message_length'); // prettier-ignore
    const { events, mails } = await actAndTrace(db.sql, id.alma, resume);
    expect([events, mails]).toEqual([['resume_application by alma'], ['application-prepared to alma']]);
    // Once is enough.
    expect(await refused(db.sql, id.alma, resume)).toBe('application_not_open');
    const [now] = await mine(db.sql);
    expect(now).toMatchObject({ status: 'sent', ahead: 0 });
    expect(now!.messages.at(-1)).toMatchObject({
      kind: 'answer',
      text: 'I have done the course.',
      mine: true,
    });
    const [day] =
      await db.sql`select (current_date + promise_days)::text as due from public.programmes where key = 'free'`;
    expect(now!.due_on).toBe(day!.due);
    expect((await row(application)).sent_at).toEqual(before.sent_at);
    expect(await read(db.sql, application)).toMatchObject({ prepared_at: expect.any(String) as string });
    // Decided anew, nobody is told any longer that she has prepared.
    await act(db.sql, id.ingrid, decide(application, 'prepare'));
    expect(await row(application)).toMatchObject({ status: 'preparing', prepared_at: null });
    await act(db.sql, id.alma, `resume_application('${application}')`);
    const [again] = await mine(db.sql);
    expect(again!.messages.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
  });

  test('while she prepares she hears every fourteen days, and her page says when', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, 'prepare'));
    const [told] = await db.sql<
      { told: string }[]
    >`select private.tell_in_line(now() + interval '14 days') as told`;
    expect(told).toEqual({ told: '1' });
    const mails =
      await db.sql`select kind from private.outbox where kind in ('application-preparing', 'application-in-line')`;
    expect(mails).toEqual([{ kind: 'application-preparing' }]);
    const days = async () =>
      Math.round((Date.parse((await mine(db.sql))[0]!.tells_at!) - Date.now()) / 86_400_000);
    expect(await days()).toBe(28);
    await act(db.sql, id.alma, `resume_application('${application}')`);
    expect(await days()).toBe(14);
    await act(db.sql, id.ingrid, decide(application, 'decline'));
    expect((await mine(db.sql))[0]!.tells_at).toBeNull();
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
    const times = (await mine(db.sql))[0]!.times;
    expect(times).toHaveLength(2);
    const choose = (at: string) => `choose_interview('${application}', '${at}')`;
    const chosen = await actAndTrace(db.sql, id.alma, choose(times[0]!));
    expect(chosen.mails).toEqual([
      'application-interview-chosen to alma',
      'application-interview-chosen to ingrid',
    ]);
    expect((await actAndTrace(db.sql, id.alma, choose(times[0]!))).mails).toEqual([]);
    await act(db.sql, id.alma, choose(times[1]!));
    expect(await mine(db.sql)).toMatchObject([{ interview_at: times[1], status: 'interview' }]);
    // And back to the first one: whoever was told of the second one hears it.
    expect((await actAndTrace(db.sql, id.alma, choose(times[0]!))).mails).toEqual(chosen.mails);
    expect(await refused(db.sql, id.alma, choose('2030-01-01'))).toBe('time_not_offered');
    await db.sql`update public.applications set times = array[now() - interval '1 hour']`;
    const [past] = await db.sql`select times[1]::text as at from public.applications`;
    expect(await refused(db.sql, id.alma, choose(past!.at as string))).toBe('time_has_passed');
  });
  test('taken back before the talk, the time is gone and who invited is told; what was held stays', async () => {
    const application = await sent(db.sql);
    const withdraw = `withdraw_application('${application}')`;
    await act(db.sql, id.ingrid, invite(application));
    const [at] = (await mine(db.sql))[0]!.times;
    await act(db.sql, id.alma, `choose_interview('${application}', '${at}')`);
    const { mails } = await actAndTrace(db.sql, id.alma, withdraw);
    expect(mails).toEqual(['application-interview-off to ingrid']);
    const [mail] = await db.sql`select params from private.outbox where kind = 'application-interview-off'`;
    expect(Date.parse((mail!.params as { at: string }).at)).toBe(Date.parse(at!));
    expect(await read(db.sql, application)).toMatchObject({ status: 'withdrawn', times: [], interview_at: null });

    const other = await sent(db.sql, { person: id.signe });
    await act(db.sql, id.ingrid, invite(other));
    await db.sql`update public.applications set interview_at = now() - interval '1 hour' where id = ${other}`;
    expect((await actAndTrace(db.sql, id.signe, `withdraw_application('${other}')`)).mails).toEqual([]);
    expect((await row(other)).interview_at).not.toBeNull();
  }); // prettier-ignore
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
