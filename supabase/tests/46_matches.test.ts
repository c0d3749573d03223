/** A match: it starts, or waits for a coordinator; either may end it; the place is free again. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused, rowOf } from './affair.ts';
import { id } from './cast.ts';
import { ask, openMatch } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const matchRow = (match: string) => rowOf(db.sql, 'matches', match);
const taken = async (mentor: string) =>
  (await db.sql`select taken from public.mentors where person = ${mentor}`)[0]!.taken as number;

describe('starting', () => {
  test('at once where nobody has to approve, for as many months as the programme says', async () => {
    const match = await openMatch(db.sql, id.amina, id.kari);
    const [row] = await db.sql`select status, ends_on = (now() + interval '6 months')::date as half_a_year
      from public.matches where id = ${match}`;
    expect(row).toEqual({ status: 'active', half_a_year: true });
    expect(await taken(id.kari)).toBe(1);
  });

  test('after the coordinator where the programme says so', async () => {
    const match = await openMatch(db.sql, id.nils, id.mette);
    expect(await matchRow(match)).toMatchObject({ status: 'awaiting', started_at: null, ends_on: null });
    expect(await refused(db.sql, id.ingrid, `approve_match('${match}')`)).toBe('match_unknown');
    expect(await refused(db.sql, id.nils, `approve_match('${match}')`)).toBe('match_unknown');
    const { events, mails } = await actAndTrace(db.sql, id.birthe, `approve_match('${match}')`);
    expect([events, mails]).toEqual([
      ['start_match by birthe'],
      ['match-started to nils', 'match-started to mette'],
    ]);
    expect(await refused(db.sql, id.birthe, `approve_match('${match}')`)).toBe('match_not_open');
  });
});

describe('ending', () => {
  test('either may, once, and the place is free again', async () => {
    const match = await openMatch(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, id.dawit, `end_match('${match}', 'moved')`)).toBe('match_unknown');
    expect(await refused(db.sql, id.kari, `end_match('${match}', 'bored')`)).toBe('ending_reason_is_known');
    const { events, mails } = await actAndTrace(db.sql, id.kari, `end_match('${match}', 'no-time')`);
    expect([events, mails]).toEqual([['end_match by kari'], ['match-ended to amina', 'match-ended to kari']]);
    expect(await matchRow(match)).toMatchObject({ status: 'ended', living: false });
    expect(await refused(db.sql, id.amina, `end_match('${match}', 'moved')`)).toBe('match_not_open');
    expect(await taken(id.kari)).toBe(0);
    await ask(db.sql, id.amina, id.lin);
  });

  test("why is hers and the coordinator's to read, not the other's", async () => {
    const match = await openMatch(db.sql, id.amina, id.kari);
    await act(db.sql, id.amina, `end_match('${match}', 'not-working')`);
    const reads = async (person: string) =>
      [...(await asPerson(db.sql, person, (as) => as`select reason from public.endings`))].map(({ reason }) => reason as string); // prettier-ignore
    expect(await reads(id.amina)).toEqual(['not-working']);
    expect(await reads(id.ingrid)).toEqual(['not-working']);
    expect(await reads(id.kari)).toEqual([]);
    await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
    expect(await reads(id.kari), 'nor where she coordinates').toEqual([]);
    expect(JSON.stringify(await act(db.sql, id.kari, 'my_page()'))).not.toContain('not-working');
  });

  test('a coordinator stops it, also before it started', async () => {
    const match = await openMatch(db.sql, id.nils, id.mette);
    const { events } = await actAndTrace(db.sql, id.birthe, `stop_match('${match}', 'other')`);
    expect(events).toEqual(['stop_match by birthe']);
    expect(await matchRow(match)).toMatchObject({ status: 'stopped' });
    expect(await taken(id.mette)).toBe(0);
  });
});

describe('past its end', () => {
  test('a coordinator gives the two three more months, once for all who press', async () => {
    const match = await openMatch(db.sql, id.amina, id.kari);
    const call = `extend_match('${match}')`;
    expect(await refused(db.sql, id.ingrid, call), 'not before its time is over').toBe('match_not_open');
    await db.sql`update public.matches set ends_on = current_date - 1 where id = ${match}`;
    expect(await refused(db.sql, id.kari, call)).toBe('match_unknown');
    expect(await refused(db.sql, id.birthe, call), 'at another desk').toBe('match_unknown');
    const { events, mails } = await actAndTrace(db.sql, id.ingrid, call);
    expect([events, mails]).toEqual([
      ['extend_match by ingrid'],
      ['match-extended to amina', 'match-extended to kari'],
    ]);
    const [row] =
      await db.sql`select m.status, m.ends_on = (current_date + interval '3 months')::date as three_months,
        (select count(distinct o.params ->> 'day') = 1 and min(o.params ->> 'day') = m.ends_on::text
          from private.outbox o where o.kind = 'match-extended') as told
      from public.matches m where m.id = ${match}`;
    expect(row).toEqual({ status: 'active', three_months: true, told: true });
    expect(await refused(db.sql, id.ingrid, call)).toBe('match_not_open');
    expect(await taken(id.kari)).toBe(1);
  });

  test('one that has ended stays so', async () => {
    const match = await openMatch(db.sql, id.amina, id.kari);
    await db.sql`update public.matches set ends_on = current_date - 1 where id = ${match}`;
    await act(db.sql, id.amina, `end_match('${match}', 'time-is-up')`);
    expect(await refused(db.sql, id.ingrid, `extend_match('${match}')`)).toBe('match_not_open');
  });
});

test('a mentor keeps seeing her mentee while the match lives, and not after', async () => {
  const match = await openMatch(db.sql, id.amina, id.kari);
  const sees = async () =>
    (await asPerson(db.sql, id.kari, (as) => as`select from public.mentee_cards`)).length;
  expect(await sees()).toBe(1);
  await act(db.sql, id.amina, `end_match('${match}', 'goal-reached')`);
  expect(await sees()).toBe(0);
});

test('a full mentor is not in the directory; when it ends she is', async () => {
  await db.sql`update public.mentors set capacity = 1 where person = ${id.kari}`;
  const match = await openMatch(db.sql, id.amina, id.kari);
  const found = async () => (await asPerson(db.sql, id.dawit, (as) => as`select person from public.open_mentors`)).map(({ person }) => person as string); // prettier-ignore
  expect(await found()).not.toContain(id.kari);
  await act(db.sql, id.amina, `end_match('${match}', 'moved')`);
  expect(await found()).toContain(id.kari);
});
