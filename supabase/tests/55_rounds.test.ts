/** Rounds by date, and what one may do while none is open. */
import { afterEach, describe, expect, test } from 'vitest';
import { programmeRows } from '../../scripts/sync-content.ts';
import { roundOn } from '../../src/features/applications/rounds.ts';
import { freshDatabase } from '../../tests/database.ts';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { decide, draft, letter, mine, sent } from './applicant.ts';
import { rulesOf } from './cast-programmes.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
// Programmes are not people's, so the town keeps them from test to test.
afterEach(async () => {
  await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free') })})`;
});
const row = (application: string) => rowOf(db.sql, 'applications', application);
const first = async <T>(query: string) => Object.values((await db.sql.unsafe(query))[0] ?? {})[0] as T;

/** `free` has rounds by its file: one in the month after next, another half a year on. Answers the two openings. */
async function closed(while_closed: 'line' | 'draft' = 'line'): Promise<[string, string]> {
  const months = [2, 8].map((ahead) => ((new Date().getUTCMonth() + ahead) % 12) + 1);
  const intake = { promise_days: 21, mode: 'rounds' as const, rounds: months, open_days: 28, start_after_days: 40, while_closed }; // prettier-ignore
  await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free', { intake }) })})`;
  await db.sql`select private.roll_rounds(now())`;
  const rounds = await db.sql<{ day: string }[]>`
    select opens_on::text as day from public.rounds where programme = 'free' order by 1`;
  return [rounds[0]!.day, rounds[1]!.day];
}
/** Days go by until this round has been open for a week. */
const open = (opens: string) =>
  db.sql`update public.rounds set opens_on = current_date - 7, closes_on = current_date + 20, starts_on = current_date + 60
    where programme = 'free' and opens_on = ${opens}::date`;

describe('rounds', () => {
  test('are those of the files: open, to come, and the same as the page reckons', async () => {
    const product = await freshDatabase();
    const [settle] = programmeRows().filter(({ intake }) => intake.mode === 'rounds');
    for (const today of [
      '2026-11-21',
      '2027-01-01',
      '2027-01-28',
      '2027-01-29',
      '2028-02-29',
      '2028-08-31',
    ]) {
      await product.sql`select private.roll_rounds(${today}::timestamptz)`;
      const [found] =
        await product.sql`select opens_on::text as opens, closes_on::text as closes, starts_on::text as starts
        from private.round_of(${settle!.key}, ${today}::date)`;
      expect(roundOn(settle!.intake, today)).toEqual(found);
    }
    expect(await product.sql`select private.roll_rounds('2028-08-31') as added`).toMatchObject([
      { added: '0' },
    ]);
    const [none] = await product.sql`select opens_on from private.round_of('highly-skilled', current_date)`;
    expect(none!.opens_on).toBeNull();
    await product.close();
  });
  test('a round the file no longer has is gone, its line is the next one’s; without rounds nobody waits for one', async () => {
    const [, later] = await closed();
    const application = await sent(db.sql);
    const { due_on } = await row(application);
    const intake = { promise_days: 21, mode: 'rounds' as const, rounds: [Number(later.slice(5, 7))], open_days: 28, start_after_days: 40, while_closed: 'line' as const }; // prettier-ignore
    await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free', { intake }) })})`;
    await db.sql`select private.roll_rounds(now())`;
    expect(await first(`select round::text from public.applications where id = '${application}'`)).toBe(
      later,
    );
    expect((await row(application)).due_on).toEqual(due_on);
    await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free') })})`;
    await db.sql`select private.roll_rounds(now())`;
    expect(await row(application)).toMatchObject({ round: null, status: 'sent' });
  });
});

describe('while no round is open', () => {
  test('what is sent stands in the line of the next; the promise counts from its opening', async () => {
    const [opens] = await closed();
    const application = await draft(db.sql);
    const { answer, mails } = await actAndTrace(db.sql, id.alma, `send_application('${application}')`);
    expect(answer).toEqual({ status: 'sent', missing: [] });
    expect(mails).toEqual(['application-sent-early to alma']);
    expect(await first(`select due_on - ${`'${opens}'::date`} from public.applications`)).toBe(21);
    expect(await mine(db.sql)).toMatchObject([{ ahead: 0, round: { opens_on: opens, open: false } }]);
  });
  test('where the file says so, a draft waits, and is kept as long as she wants to be told', async () => {
    const [opens] = await closed('draft');
    const application = await draft(db.sql);
    expect(await refused(db.sql, id.alma, `send_application('${application}')`)).toBe('round_closed');
    await act(db.sql, id.alma, `remind_me('free', true, 'sv')`);
    const forget = (days: number) =>
      first(`select private.forget_applications(now() + ${days} * interval '1 day')`);
    expect(await forget(120)).toBe('0');
    await open(opens);
    await db.sql`select private.tell_round_is_open(now())`;
    expect([await forget(89), await refused(db.sql, id.alma, `send_application('${application}')`)]).toEqual(['0', null]); // prettier-ignore
    expect((await row(application)).status).toBe('sent');
  });
  test('a mentor may always apply, and is promised an answer from today', async () => {
    await closed('draft');
    const application = await draft(db.sql, { part: 'mentor' });
    const { mails } = await actAndTrace(db.sql, id.alma, `send_application('${application}')`);
    expect(mails).toEqual(['application-sent to alma']);
    expect(await row(application)).toMatchObject({ round: null });
    expect(await first('select due_on - current_date from public.applications')).toBe(21);
  });
});

describe('a reminder', () => {
  test('is one mail in her language when the round opens, and then forgotten', async () => {
    const [opens] = await closed();
    const asked = await actAndTrace(db.sql, id.alma, `remind_me('free', true, 'da')`);
    expect(asked.events).toEqual(['remind_me by alma']);
    expect((await actAndTrace(db.sql, id.alma, `remind_me('free', true, 'da')`)).events).toEqual([]);
    await act(db.sql, id.signe, `remind_me('free', true)`);
    await act(db.sql, id.signe, `remind_me('free', false)`);
    const tell = (day: string) => first(`select private.tell_round_is_open('${day}'::timestamptz)`);
    expect([await tell('2026-01-01'), await tell(opens), await tell(opens)]).toEqual(['0', '1', '0']);
    const mails = await db.sql`select kind, locale from private.take_mail(10) where kind = 'round-open'`;
    expect([...mails]).toEqual([{ kind: 'round-open', locale: 'da' }]);
    expect(await db.sql`select from public.round_reminders`).toHaveLength(0);
  });
  test('only where there is something to wait for', async () => {
    expect(await refused(db.sql, id.alma, `remind_me('careful', true)`)).toBe('round_unknown');
    const [opens] = await closed();
    expect(await refused(db.sql, id.alma, `remind_me('free', true, 'xx')`)).toBe('reminder_locale_is_known');
    await act(db.sql, id.alma, `remind_me('free', true)`);
    await open(opens);
    expect(await refused(db.sql, id.signe, `remind_me('free', true)`)).toBe('round_open');
    await db.sql`select private.sync_programme(${db.sql.json({ ...rulesOf('free') })})`;
    await db.sql`update public.rounds set closes_on = current_date - 1 where opens_on < current_date`;
    await db.sql`select private.roll_rounds(now())`;
    expect(await db.sql`select from public.round_reminders`).toHaveLength(0);
  });
});

describe('the line of a round', () => {
  test('who waits for the next round keeps her place in it, before those who send later', async () => {
    const [opens, later] = await closed();
    const early = await sent(db.sql, { person: id.signe });
    await db.sql`update public.applications set sent_at = sent_at - interval '1 day' where id = ${early}`;
    const application = await sent(db.sql);
    for (const one of [early, application]) await act(db.sql, id.ingrid, decide(one, 'wait'));
    expect(await mine(db.sql)).toMatchObject([{ ahead: 1, round: { opens_on: opens } }]);
    await act(db.sql, id.signe, `withdraw_application('${early}')`);
    const other = await sent(db.sql, { person: id.jonas });
    await act(db.sql, id.ingrid, `decide_application('${other}', 'wait', 'next-round', '${letter}')`);
    expect((await mine(db.sql, id.jonas))[0]).toMatchObject({ ahead: 1, round: { opens_on: later } });
    // Hers is the earlier round: nobody of a later one is before her, whenever she was sent.
    await db.sql`update public.applications set sent_at = sent_at - interval '2 days' where id = ${other}`;
    expect((await mine(db.sql))[0]!.ahead).toBe(0);
  });
});
