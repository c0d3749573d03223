/** An application that waits for its applicant: she is reminded, her page says until when, and then it is over, kindly. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, now, refused, rowOf, traces } from './affair.ts';
import { decide, invite, mine, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
/** What the clock does so many days from now, told by what it leaves behind. */
async function clock(days: number) {
  const before = await now(db.sql);
  const as_of = db.sql`now() + make_interval(days => ${days})`;
  await db.sql`select private.expire_applications(${as_of}), private.tell_in_line(${as_of})`;
  const { events, mails } = await traces(db.sql, before);
  return [...events, ...mails];
}
const day = (instant: string | null | undefined) =>
  Math.round((Date.parse(instant ?? '') - Date.now()) / 86_400_000);
const question = (application: string) => `ask_applicant('${application}', 'Which days?')`;
const expired = ['expire_application by the clock', 'application-expired to alma'];
const reminded = ['application-unanswered to alma'];

describe('a question', () => {
  test('is asked again every fourteen days, and sixty days later it is over', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, question(application));
    const [asked] = await mine(db.sql);
    expect([day(asked!.closes_at), day(asked!.tells_at)]).toEqual([60, 14]);
    expect([await clock(13), await clock(14), await clock(27), await clock(28)]).toEqual([[], reminded, [], reminded]); // prettier-ignore
    const [mail] = await db.sql`select params from private.outbox where kind = 'application-unanswered'`;
    expect(mail!.params).toEqual({ day: asked!.closes_at!.slice(0, 10) });
    expect([await clock(42), await clock(56), await clock(59)]).toEqual([reminded, reminded, []]);
    expect([await clock(60), await clock(61)]).toEqual([expired, []]);
    expect((await mine(db.sql))[0]).toMatchObject({ status: 'expired', closes_at: null, tells_at: null });
    expect(await refused(db.sql, id.alma, `answer_application('${application}', 'Mondays.')`)).toBe('application_not_open'); // prettier-ignore
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('application_decided');
    // She may begin anew, and what she wrote is there.
    const again = await act<string>(db.sql, id.alma, `begin_application('free', 'mentee', 'nb')`);
    expect(again).not.toBe(application);
    expect((await rowOf(db.sql, 'applications', again)).answers).toMatchObject({ about: expect.any(String) as string }); // prettier-ignore
  });

  test('that is answered goes on; one more question has its own sixty days', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, question(application));
    await act(db.sql, id.alma, `answer_application('${application}', 'Mondays.')`);
    expect(await clock(61)).toEqual(['application-in-line to alma']);
    expect((await mine(db.sql))[0]).toMatchObject({ status: 'sent', closes_at: null });
    await db.sql`update public.applications set moved_at = now() - interval '59 days', told_at = now()`;
    await act(db.sql, id.ingrid, question(application));
    expect(day((await mine(db.sql))[0]!.closes_at)).toBe(60);
  });

  test('keeps what was told of a life for thirty days more, and the application for twelve months', async () => {
    await act(db.sql, id.ingrid, question(await sent(db.sql)));
    await db.sql`update public.applications set answers = answers || '{"life": "Two small children."}'`;
    await clock(60);
    const lives = async (days: number) =>
      (await db.sql`select private.forget_lives(now() + make_interval(days => ${days})) as n`)[0]!
        .n as string;
    expect([await lives(89), await lives(91)]).toEqual(['0', '1']);
  });
});

describe('times for a talk', () => {
  test('that nobody chooses are over after sixty days', async () => {
    await act(db.sql, id.ingrid, invite(await sent(db.sql)));
    expect([await clock(14), await clock(60)]).toEqual([reminded, expired]);
  });
  test('one is chosen: from now on it waits for the desk', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, invite(application));
    const times = (await mine(db.sql))[0]!.times;
    await act(db.sql, id.alma, `choose_interview('${application}', '${times[0]}')`);
    expect([await clock(14), await clock(400)]).toEqual([[], []]);
  });
  const days = (...ahead: number[]) =>
    `array[${ahead.map((day) => `now() + interval '${day} days'`).join()}]`;
  test('of which the last is far ahead can be chosen until then', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, `invite_to_interview('${application}', ${days(5, 80)}, 30, 'phone', null)`);
    expect(day((await mine(db.sql))[0]!.closes_at)).toBe(94);
    expect([await clock(60), await clock(93), await clock(94)]).toEqual([reminded, reminded, expired]);
  });
  test('one is chosen, and a question is open: it is not over before the talk and two weeks', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, `invite_to_interview('${application}', ${days(70, 80)}, 30, 'phone', null)`);
    const [time] = (await mine(db.sql))[0]!.times;
    await act(db.sql, id.alma, `choose_interview('${application}', '${time}')`);
    await act(db.sql, id.ingrid, question(application));
    expect([await clock(60), await clock(83), await clock(84)]).toEqual([reminded, reminded, expired]);
  });
});

describe('something else first', () => {
  test('has six months, with a mail every fourteen days that says so', async () => {
    await act(db.sql, id.ingrid, decide(await sent(db.sql), 'prepare'));
    const closes = day((await mine(db.sql))[0]!.closes_at);
    expect(closes).toBeGreaterThan(180);
    expect(await clock(14)).toEqual(['application-preparing to alma']);
    expect(await clock(closes - 2)).toEqual(['application-preparing to alma']);
    expect(await clock(closes + 1)).toEqual(expired);
  });
  test('she is ready: it stands in line again, for as long as it takes', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, 'prepare'));
    await db.sql`update public.applications set moved_at = now() - interval '5 months'`;
    await act(db.sql, id.alma, `resume_application('${application}')`);
    expect(await clock(400)).toEqual(['application-in-line to alma']);
  });
});

test('the clock waits for nobody who is just answering', async () => {
  const application = await sent(db.sql);
  await act(db.sql, id.ingrid, question(application));
  const other = await db.sql.reserve();
  await other.unsafe(`begin; select from public.applications for update`);
  expect(await clock(60)).toEqual([]);
  await other.unsafe('commit');
  other.release();
  const { mails } = await actAndTrace(db.sql, id.alma, `answer_application('${application}', 'Mondays.')`);
  expect(mails).toEqual([]);
  expect((await mine(db.sql))[0]!.status).toBe('sent');
});
