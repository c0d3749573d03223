/** The desk's page of partners: what is under way, how it went by partner, and when it is time for a talk. */
import { describe, expect, test } from 'vitest';
import { act, refused } from './affair.ts';
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
