/** Promises and days: who is late, who hears of it and once, and where somebody stands who has prepared. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace } from './affair.ts';
import { decide, invite, mine, read, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
/** The sweep's part at noon, so many days from now. */
const tell = async (days: number, hour = 12) =>
  (await db.sql`select private.tell_of_late(current_date + ${days}::integer + make_interval(hours => ${hour})) as told`)[0]!.told as string; // prettier-ignore
const mails = () =>
  db.sql`select p.shown_name as name, o.params ->> 'count' as count from private.outbox o
    join public.people p on p.id = o.person where o.kind = 'applications-late' order by o.id`;
interface Desk {
  applications: { count: number; late: number; soon: number };
}
const counts = async (person: string = id.ingrid) => (await act<Desk>(db.sql, person, 'desk()')).applications;
const due = (application: string, days: number) =>
  db.sql`update public.applications set due_on = current_date + ${days}::integer where id = ${application}`;

describe('the coordinators', () => {
  test('hear once when the promised day is over: in the morning, at each desk its own, with a number', async () => {
    const north = await sent(db.sql);
    const south = await sent(db.sql, { person: id.signe, different: { place: 'zz-south-town' } });
    await due(north, 3);
    await due(south, 3);
    expect([await tell(3), await tell(4, 6)]).toEqual(['0', '0']);
    expect(await tell(4, 7)).toBe('2');
    expect(await mails()).toEqual([
      { name: 'ingrid', count: '2' },
      { name: 'torstein', count: '1' },
    ]);
    expect([await tell(4), await tell(5), await tell(30)]).toEqual(['0', '0', '0']);
    const [mail] = await db.sql`select key, params from private.outbox where kind = 'applications-late' limit 1`;
    expect(mail!.params).toEqual({ count: 2 });
    // Who sends another promise can be late another time.
    await act(db.sql, id.ingrid, decide(north, 'prepare'));
    await act(db.sql, id.alma, `resume_application('${north}')`);
    await due(north, 3);
    expect(await tell(6)).toBe('1');
  }); // prettier-ignore

  test('do not hear of their own, of whom has an answer, nor of what is not due', async () => {
    const own = await sent(db.sql, { person: id.torstein, different: { place: 'zz-south-town' } });
    const waits = await sent(db.sql, { person: id.signe });
    await act(db.sql, id.ingrid, decide(waits, 'wait'));
    for (const application of [own, waits]) await due(application, -2);
    expect(await tell(0)).toBe('1');
    expect(await mails()).toEqual([{ name: 'ingrid', count: '1' }]);
  });

  test.each(['wait', 'prepare'])('never of whom has had an answer, %s, whatever she is asked then', async (answer) => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(application, answer));
    await due(application, -2);
    for (const call of [`ask_applicant('${application}', 'Which days?')`, invite(application), `ask_applicant('${application}', 'Which hours?')`]) {
      await act(db.sql, id.ingrid, call);
      expect(await counts()).toEqual({ count: 1, late: 0, soon: 0 });
      expect((await mine(db.sql))[0]!.due_on).toBeNull();
      expect((await read(db.sql, application))['due_on']).toBeNull();
      expect(await act(db.sql, id.ingrid, 'application_queue(null, null, null, null, 7)')).toMatchObject({ items: [] });
      expect(await act(db.sql, id.ingrid, 'application_queue(null, null)')).toMatchObject({ items: [{ due_on: null }] });
      expect(await tell(0)).toBe('0');
    }
  }); // prettier-ignore

  test('but of whom was only asked something', async () => {
    const application = await sent(db.sql);
    await act(db.sql, id.ingrid, `ask_applicant('${application}', 'Which days?')`);
    await due(application, -2);
    expect([await counts(), await tell(0)]).toEqual([{ count: 1, late: 1, soon: 0 }, '1']);
  });

  test('see how many are late and how many are due within a week, and the queue of these', async () => {
    const [late, today, week, later] = [
      await sent(db.sql),
      await sent(db.sql, { person: id.signe }),
      await sent(db.sql, { person: id.jonas }),
      await sent(db.sql, { person: id.torstein }),
    ];
    await Promise.all([due(late!, -1), due(today!, 0), due(week!, 7), due(later!, 8)]);
    expect(await counts()).toEqual({ count: 4, late: 1, soon: 2 });
    expect(await counts(id.birthe)).toEqual({ count: 0, late: 0, soon: 0 });
    const { items, next } = await act<{ items: { id: string }[]; next: object }>(
      db.sql,
      id.ingrid,
      'application_queue(null, null, null, 2, 7)',
    );
    expect(items.map((item) => item.id)).toEqual([late, today]);
    const page = await act<{ items: { id: string }[]; next: null }>(
      db.sql,
      id.ingrid,
      `application_queue(null, null, '${JSON.stringify(next)}', 2, 7)`,
    );
    expect([page.items.map((item) => item.id), page.next]).toEqual([[week], null]);
  });
});

describe('who has prepared', () => {
  test('is promised an answer anew, hears by when, and stands there in the queue', async () => {
    const prepares = await sent(db.sql);
    await act(db.sql, id.ingrid, decide(prepares, 'prepare'));
    await due(prepares, -40);
    const [soon, later] = [await sent(db.sql, { person: id.signe }), await sent(db.sql, { person: id.jonas })];
    await due(soon, 5);
    await due(later, 30);
    const { mails: told } = await actAndTrace(db.sql, id.alma, `resume_application('${prepares}')`);
    expect(told).toEqual(['application-prepared to alma']);
    const [mail] = await db.sql`select params from private.outbox where kind = 'application-prepared'`;
    expect(mail!.params).toEqual({ day: (await mine(db.sql))[0]!.due_on });
    const { items } = await act<{ items: { id: string }[] }>(db.sql, id.ingrid, 'application_queue(null, null)');
    // 21 days from now: after whoever was promised an answer sooner, before whoever was later.
    expect(items.map((item) => item.id)).toEqual([soon, prepares, later]);
  }); // prettier-ignore
});

test('ways onward name no programme where she applies already, and tell a desk of no other', async () => {
  const application = await sent(db.sql);
  const [before] = await mine(db.sql);
  expect(before!.elsewhere).toContain('chosen');
  const other = await sent(db.sql, { programme: 'chosen' });
  const ways = async () => (await mine(db.sql)).find((one) => one.id === application)!.elsewhere;
  expect(await ways()).not.toContain('chosen');
  // Her coordinator here does not learn that she applies there.
  const seen = await act<{ elsewhere: string[] }>(db.sql, id.ingrid, `read_application('${application}')`);
  const hers = (await act<{ desks: string[] }>(db.sql, id.ingrid, 'desk()')).desks;
  expect(seen.elsewhere.includes('chosen')).toBe(!hers.includes('chosen'));
  await act(db.sql, id.alma, `withdraw_application('${other}')`);
  expect(await ways()).toContain('chosen');
});
