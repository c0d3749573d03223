/** The desk's page of partners: what is under way, how it went by partner, and when it is time for a talk. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, save } from './applicant.ts';
import { addPerson, id } from './cast.ts';
import { enough } from './forms.ts';
import { addPartner, mailed, refer, referAlma, visit } from './referral.ts';
import { newTownEachTest } from './town-each.ts';
import { openMatch, openTrial } from './town.ts';

const db = newTownEachTest();
const stateOf = async (secret: string) =>
  (await visit<{ state: string }>(db.sql, `read_referral('${secret}')`)).state;

describe('the desk', () => {
  interface Desk {
    partners: { name: string; fit: Record<string, unknown> }[];
    referrals: { count: number; items: Record<string, unknown>[] };
  }
  const desk = () => act<Desk>(db.sql, id.ingrid, 'partner_desk()');

  test('sees what is under way, the oldest first, and closes it with a reason', async () => {
    const { referral, receipt } = await referAlma(db.sql);
    expect(await refused(db.sql, id.amina, 'partner_desk()')).toBe('not_a_coordinator');
    expect((await act<Desk>(db.sql, id.torstein, 'partner_desk()')).partners).toEqual([]);
    expect((await desk()).referrals).toMatchObject({ count: 1, items: [{ code: receipt.code, name: 'Alma', status: 'invited' }] });
    const close = (reason: string) => `close_referral('${referral}', ${reason})`;
    expect(await refused(db.sql, id.ingrid, close('null'))).toBe('choice_unknown');
    expect(await refused(db.sql, id.ingrid, close(`'lazy'`))).toBe('referral_reason_is_known');
    expect(await refused(db.sql, id.birthe, close(`'moved'`))).toBe('referral_unknown');
    await act(db.sql, id.ingrid, close(`'moved'`));
    expect(await refused(db.sql, id.ingrid, close(`'moved'`))).toBe('referral_unknown');
    expect(await desk()).toMatchObject({
      partners: [{ name: 'Language School North', fit: { referred: 1, taken: 0, reasons: { moved: 1 }, talk: false } }],
      referrals: { count: 0 },
    });
    expect(await stateOf(receipt.status_secret)).toBe('ended');
  }); // prettier-ignore

  test('reads what is under way page by page: nobody twice, nobody left out', async () => {
    const { secret } = await addPartner(db.sql);
    for (let nr = 10; nr < 15; nr++) await visit(db.sql, refer(secret, { address: `p${nr}@example.org` }));
    // Two at the very same moment.
    await db.sql`update public.referrals set referred_at = (select min(referred_at) from public.referrals)
      where id in (select id from public.referrals order by referred_at desc limit 2)`;
    interface Page {
      referrals: { count: number; items: { id: string }[]; next: object | null };
    }
    const read: string[] = [];
    let after: object | null = null;
    do {
      const place: string = after ? `'${JSON.stringify(after)}'` : 'null';
      const { referrals }: Page = await act<Page>(db.sql, id.ingrid, `partner_desk(${place}, 2)`);
      expect(referrals.count).toBe(5);
      read.push(...referrals.items.map((one) => one.id));
      after = referrals.next;
    } while (after);
    expect([read.length, new Set(read).size]).toEqual([5, 5]);
  });

  test('sees by partner how it went on, and when it is time for a talk', async () => {
    const { secret } = await addPartner(db.sql);
    const decisions = ['accept', 'decline', 'redirect', 'decline'];
    for (const [nr, decision] of decisions.entries()) {
      const person = `50000000-0000-4000-8000-00000000001${nr}`;
      await addPerson(db.sql, person);
      await visit(db.sql, refer(secret, { address: `${person}@example.org` }));
      const application = await act<string>(db.sql, person, `take_referral('${await mailed(db.sql, person)}', 'nothing')`);
      const before = (await desk()).partners[0]!.fit;
      expect(before.talk).toBe(false);
      await act(db.sql, person, save(application, { ...enough, shown_name: `No ${nr}` }, 1));
      await act(db.sql, person, `send_application('${application}')`);
      await act(db.sql, id.ingrid, decide(application, decision));
    }
    const { fit } = (await desk()).partners[0]!;
    expect(fit).toMatchObject({ referred: 4, taken: 4, decided: 4, accepted: 1, matched: 0, never_met: 0, talk: true,
      reasons: { 'not-for-this-programme': 2, 'other-way': 1 } });
  }); // prettier-ignore

  test('sees who was matched, who never met, and who ended early', async () => {
    const { secret } = await addPartner(db.sql);
    const people = await Promise.all([0, 1, 2].map((nr) => letIn(secret, nr)));
    const fit = async () => (await desk()).partners[0]!.fit;
    expect(await fit()).toMatchObject({ accepted: 3, matched: 0, never_met: 0, ended_early: 0, talk: false });
    const [matched, early, never] = people as [string, string, string];
    await openMatch(db.sql, matched, id.kari);
    const match = await openMatch(db.sql, early, id.kari);
    await act(db.sql, early, `end_match('${match}', 'no-time')`);
    const trial = await openTrial(db.sql, never, id.kari);
    expect(await fit(), 'a first hour that is still planned').toMatchObject({ never_met: 0 });
    await act(db.sql, id.ingrid, `stop_trial('${trial}')`);
    expect(await fit()).toMatchObject({ accepted: 3, matched: 2, never_met: 1, ended_early: 1 });
  });

  test('why a match was ended outlives the account of who stopped it; in a match of her own a coordinator reads none', async () => {
    const { secret } = await addPartner(db.sql);
    await db.sql`insert into public.coordinators (person, programme) values (${id.birthe}, 'free'), (${id.kari}, 'free')`;
    const fit = async (person: string = id.ingrid) => (await act<Desk>(db.sql, person, 'partner_desk()')).partners[0]!.fit;
    const [stopped, ended] = [await letIn(secret, 0), await letIn(secret, 1)];
    await act(db.sql, id.birthe, `stop_match('${await openMatch(db.sql, stopped, id.lin)}', 'no-time')`);
    await db.sql`select private.erase_person(${id.birthe})`;
    expect(await fit()).toMatchObject({ ended_early: 1, endings: { 'no-time': 1 } });
    await act(db.sql, ended, `end_match('${await openMatch(db.sql, ended, id.kari)}', 'goal-reached')`);
    for (const person of [id.ingrid, id.kari]) expect(await fit(person)).toMatchObject({ matched: 2, ended_early: 1 });
  }); // prettier-ignore

  test('and why they broke off; who has talked about it begins anew, and the desk counts the talks that are due', async () => {
    const { id: partner, secret } = await addPartner(db.sql);
    const fit = async () => (await desk()).partners[0]!.fit;
    const due = async (person: string = id.ingrid) =>
      Number((await asPerson(db.sql, person, (as) => as`select private.talks_due() as due`))[0]!.due);
    const told = async () => (await act<{ talks: number }>(db.sql, id.ingrid, 'desk()')).talks;
    for (const [nr, reason] of (['no-time', 'no-contact', 'no-time', 'goal-reached', 'moved']).entries()) {
      const person = await letIn(secret, nr);
      expect([await due(), (await fit()).about], `after ${nr}`).toEqual([0, null]);
      await act(db.sql, person, `end_match('${await openMatch(db.sql, person, id.kari)}', '${reason}')`);
    }
    expect(await fit()).toMatchObject({ ended_early: 4, talk: true, about: 'courses',
      endings: { 'no-time': 2, 'no-contact': 1, moved: 1 } });
    expect([await due(), await told(), await due(id.torstein), await due(id.birthe), await due(id.amina)]).toEqual([1, 1, 0, 0, 0]);
    const [now, before] = (await fit()).months as Record<string, unknown>[];
    expect([now, before]).toMatchObject([{ referred: 5, decided: 5, accepted: 5, broken: 4 }, { referred: 0, decided: 0, accepted: 0, broken: 0 }]);
    expect((await fit()).months).toHaveLength(12);
    const talked = (day: string) => `note_partner_talk('${partner}', ${day})`;
    for (const day of ['current_date + 2', 'current_date - 731'])
      expect(await refused(db.sql, id.ingrid, talked(day))).toBe('day_unsound');
    expect(await refused(db.sql, id.torstein, talked('current_date'))).toBe('partner_unknown');
    await act(db.sql, id.ingrid, talked('current_date - 1'));
    expect(await due(), 'what came after it counts').toBe(1);
    const { events } = await actAndTrace(db.sql, id.ingrid, talked('current_date'));
    expect(events).toEqual(['note_partner_talk by ingrid']);
    expect([await due(), (await fit()).ended_early]).toEqual([0, 4]);
    await act(db.sql, id.ingrid, talked('null'));
    expect(await due()).toBe(1);
    await act(db.sql, id.ingrid, `close_partner('${partner}')`);
    expect(await due(), 'with a closed partner there is nothing to talk about').toBe(0);
  }); // prettier-ignore

  test('who was let in and never begins gives the reason, however that ends', async () => {
    await db.sql`update public.programmes set rules = rules || '{"onboarding": {"mentee": {"steps": ["course"]}}}' where key = 'free'`;
    const { secret } = await addPartner(db.sql);
    const [begins, gives, silent, goes, moves] = (await Promise.all([0, 1, 2, 3, 4].map((nr) => letIn(secret, nr)))) as [string, string, string, string, string];
    await act(db.sql, begins, `finish_step('mentee', 'course')`);
    await act(db.sql, gives, `give_up_place('mentee')`);
    await db.sql`select private.erase_person(${goes})`;
    await db.sql`update public.mentees set programme = 'careful' where person = ${moves}`;
    expect((await desk()).partners[0]!.fit).toMatchObject({ taken: 5, accepted: 4, never_began: 2 });
    await db.sql`update public.preparations set touched_at = now() - interval '13 months' where person = ${silent}`;
    await db.sql`select private.forget_preparations(now())`;
    const ends = await db.sql`select coalesce(r.reason, 'begun') as reason from public.referrals r order by 1`;
    expect(ends.map((one) => one.reason)).toEqual(['begun', 'changed-mind', 'left', 'never-ready', 'other-way']);
    expect((await desk()).partners[0]!.fit).toMatchObject({ taken: 5, decided: 4, never_began: 3,
      reasons: { 'changed-mind': 1, left: 1, 'never-ready': 1, 'other-way': 1 } });
    expect(await refused(db.sql, begins, `give_up_place('mentee')`)).toBe('place_is_open');
    // With the application its year is over: what began stays begun.
    await db.sql`select private.forget_applications(now() + interval '13 months')`;
    expect(await db.sql`select from public.referrals where reason is null and started_at is not null`).toHaveLength(1);
    await db.sql`update public.programmes set rules = rules - 'onboarding' where key = 'free'`;
  }); // prettier-ignore

  test('a reason of those who were let in is not the desk’s to give', async () => {
    const { referral } = await referAlma(db.sql);
    expect(await refused(db.sql, id.ingrid, `close_referral('${referral}', 'changed-mind')`)).toBe('referral_reason_fits_its_end');
  }); // prettier-ignore

  /** Referred, taken over, sent and accepted. Answers who it is. */
  async function letIn(secret: string, nr: number): Promise<string> {
    const person = `50000000-0000-4000-8000-00000000002${nr}`;
    await addPerson(db.sql, person);
    await visit(db.sql, refer(secret, { address: `${person}@example.org` }));
    const application = await act<string>(
      db.sql,
      person,
      `take_referral('${await mailed(db.sql, person)}', 'nothing')`,
    );
    await act(db.sql, person, save(application, { ...enough, shown_name: `No ${nr}` }, 1));
    await act(db.sql, person, `send_application('${application}')`);
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    return person;
  }
});
