/** The line in its order: who waits, who is passed, and for what reason. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, invite, mine, read, sent } from './applicant.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

describe('the waiting list', () => {
  /** Three in the order of sending, though Dawit lives elsewhere and was put in line first. */
  async function three() {
    const people = [id.signe, id.alma, id.jonas];
    const places = ['zz-north-bay', 'zz-north-bay', 'zz-south-mill'];
    const line: string[] = [];
    for (const [nr, person] of people.entries()) {
      line.push(await sent(db.sql, { person, different: { place: places[nr] } }));
      await db.sql`update public.applications set sent_at = sent_at - make_interval(hours => ${9 - nr}) where id = ${line[nr]!}`;
    }
    for (const one of [...line].reverse()) await act(db.sql, id.ingrid, decide(one, 'wait'));
    return line as [string, string, string];
  }
  interface List {
    items: { id: string; nr: number | null }[];
    next: object | null;
  }
  const list = async (person: string = id.ingrid, more = '') =>
    act<List>(db.sql, person, `waiting_list('free'${more})`);

  test('is in the order of sending, whoever was put in it when, wherever she lives', async () => {
    const line = await three();
    const preparing = await sent(db.sql, { person: id.kari });
    await act(db.sql, id.ingrid, decide(preparing, 'prepare'));
    const { items } = await list();
    expect(items.map((one) => [one.id, one.nr])).toEqual([
      ...line.map((one, nr) => [one, nr + 1]),
      [preparing, null],
    ]);
    // Torstein sees the south alone, with her place in the whole list.
    expect((await list(id.torstein)).items.map((one) => [one.id, one.nr])).toEqual([[line[2], 3]]);
    const page = await list(id.ingrid, `, null, 3`);
    expect((await list(id.ingrid, `, '${JSON.stringify(page.next)}', 3`)).items.map((one) => one.id)).toEqual(
      [preparing],
    );
    expect(await refused(db.sql, id.birthe, `waiting_list('free')`)).toBe('not_a_coordinator');
  });
  test('a question on the way costs no place, and preparing is no place before anybody', async () => {
    const line = await three();
    await act(db.sql, id.ingrid, `ask_applicant('${line[0]}', 'Which days?')`);
    expect((await mine(db.sql, id.jonas))[0]!.ahead).toBe(2);
    await act(db.sql, id.signe, `answer_application('${line[0]}', 'Mondays.')`);
    await act(db.sql, id.ingrid, decide(line[0], 'prepare'));
    expect([(await mine(db.sql, id.signe))[0]!.ahead, (await mine(db.sql))[0]!.ahead]).toEqual([null, 0]);
  });
  test('nor does a question within a talk: whoever is behind still passes her', async () => {
    const [first, second] = await three();
    await act(db.sql, id.ingrid, invite(first));
    for (const call of [`ask_applicant('${first}', 'Which days?')`, null]) {
      if (call) await act(db.sql, id.ingrid, call);
      else await act(db.sql, id.signe, `answer_application('${first}', 'Mondays.')`);
      expect((await list()).items.map((one) => [one.id, one.nr])).toContainEqual([first, 1]);
      expect(await mine(db.sql, id.signe)).toMatchObject([{ waits: true, ahead: 0 }]);
      expect(await refused(db.sql, id.ingrid, decide(second, 'accept'))).toBe('out_of_order');
    }
    // Back to the talk, which was not over.
    expect((await mine(db.sql, id.signe))[0]!.status).toBe('interview');
  });
  test('a talk on the way costs no place, and is no way around the line', async () => {
    const [, , last] = await three();
    await act(db.sql, id.ingrid, invite(last));
    expect((await mine(db.sql, id.jonas))[0]).toMatchObject({ status: 'interview', ahead: 2 });
    expect(await refused(db.sql, id.ingrid, decide(last, 'accept'))).toBe('out_of_order');
  });
  test('out of order is for a reason, which is logged; in order it needs none', async () => {
    const [next, , last] = await three();
    expect(await refused(db.sql, id.ingrid, decide(last, 'accept'))).toBe('out_of_order');
    expect(await refused(db.sql, id.ingrid, `take_out_of_order('${last}', ' ')`)).toBe('application_override_reason_length'); // prettier-ignore
    expect(await refused(db.sql, id.ingrid, `take_out_of_order('${next}', 'She is first.')`)).toBe(
      'next_in_line',
    );
    const why = `take_out_of_order('${last}', 'A mentor in her town has one place.')`;
    expect(await actAndTrace(db.sql, id.torstein, why)).toMatchObject({
      events: ['take_out_of_order by torstein'],
      mails: [],
    });
    const [logged] = await db.sql`select detail, mentee from public.events where verb = 'take_out_of_order'`;
    // The desk's own: those who stand before her have no part in it, nor has she.
    expect(logged).toEqual({ detail: {}, mentee: null });
    expect(await read(db.sql, last)).toMatchObject({
      overrides: [{ rule: 'order', reason: 'A mentor in her town has one place.' }],
    });
    expect(await refused(db.sql, id.ingrid, decide(last, 'accept'))).toBeNull();
    expect(await refused(db.sql, id.ingrid, decide(next, 'accept'))).toBeNull();
    expect(await refused(db.sql, id.ingrid, `take_out_of_order('${last}', 'No.....')`)).toBe(
      'application_not_open',
    );
  });
  const passes = async (application: string) => (await read(db.sql, application))['passes'];
  test('a fresh application is no way past the line; with the reason it is, and without a line it needs none', async () => {
    await three();
    const fresh = await sent(db.sql, { person: id.lin });
    expect((await mine(db.sql, id.lin))[0]!.ahead).toBe(0);
    expect([await passes(fresh), await refused(db.sql, id.ingrid, decide(fresh, 'accept'))]).toEqual([3, 'out_of_order']); // prettier-ignore
    await act(db.sql, id.ingrid, invite(fresh));
    expect(await refused(db.sql, id.ingrid, decide(fresh, 'accept'))).toBe('out_of_order');
    // Mentors have a line of their own, and nobody waits in it.
    const mentor = await sent(db.sql, { person: id.amina, part: 'mentor' });
    expect([await passes(mentor), await refused(db.sql, id.ingrid, decide(mentor, 'accept'))]).toEqual([0, null]); // prettier-ignore
    await act(db.sql, id.ingrid, `take_out_of_order('${fresh}', 'A mentor of her trade is free.')`);
    expect(await refused(db.sql, id.ingrid, decide(fresh, 'accept'))).toBeNull();
  });
  test('who was sent before the whole line passes nobody, though she never was on it', async () => {
    await three();
    const early = await sent(db.sql, { person: id.lin });
    await db.sql`update public.applications set sent_at = sent_at - interval '1 day' where id = ${early}`;
    expect([await passes(early), await refused(db.sql, id.ingrid, decide(early, 'accept'))]).toEqual([0, null]); // prettier-ignore
  });
  test('to prepare on the way is no way past the line either, and costs the first no reason', async () => {
    const [next, , last] = await three();
    for (const one of [next, last]) await act(db.sql, id.ingrid, decide(one, 'prepare'));
    expect([await passes(next), await passes(last)]).toEqual([0, 1]);
    expect(await refused(db.sql, id.ingrid, decide(last, 'accept'))).toBe('out_of_order');
    expect(await refused(db.sql, id.ingrid, decide(next, 'accept'))).toBeNull();
    await act(db.sql, id.ingrid, `take_out_of_order('${last}', 'Her course begins on Monday.')`);
    expect(await refused(db.sql, id.ingrid, decide(last, 'accept'))).toBeNull();
  });
});
