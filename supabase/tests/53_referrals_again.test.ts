/** The same person referred once more: the answer tells a partner no more than its status page does. */
import { describe, expect, test } from 'vitest';
import { act } from './affair.ts';
import { decide, save } from './applicant.ts';
import { id } from './cast.ts';
import { enough } from './forms.ts';
import { addPartner, mailed, refer, referAlma, visit, type Receipt } from './referral.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const stateOf = async (secret: string) => (await visit<{ state: string }>(db.sql, `read_referral('${secret}')`)).state; // prettier-ignore
const invitations = async () =>
  (await db.sql`select from private.outbox where kind = 'referral-invitation'`).length;

const send = async (application: string) => {
  await act(db.sql, id.alma, save(application, enough, 1));
  await act(db.sql, id.alma, `send_application('${application}')`);
};

describe('after she has taken over and shares nothing', () => {
  const whatSheDoes: Record<string, (application: string) => Promise<unknown>> = {
    'goes on': async () => {},
    'throws her draft away': (application) => act(db.sql, id.alma, `withdraw_application('${application}')`),
    'takes back what she has sent': async (application) => {
      await send(application);
      await act(db.sql, id.alma, `withdraw_application('${application}')`);
    },
    'is declined': async (application) => {
      await send(application);
      await act(db.sql, id.ingrid, decide(application, 'decline'));
    },
    'deletes her account': () => db.sql`delete from auth.users where id = ${id.alma}`,
  };
  test.each(Object.entries(whatSheDoes))('and %s, it is the same referral', async (_, does) => {
    const { partner, receipt, key } = await referAlma(db.sql);
    await does(await act<string>(db.sql, id.alma, `take_referral('${key}', 'nothing')`));
    const again = await visit<Receipt>(db.sql, refer(partner.secret));
    expect(again.code).toBe(receipt.code);
    for (const { status_secret } of [receipt, again]) expect(await stateOf(status_secret)).toBe('open');
    expect(await db.sql`select from public.referrals`).toHaveLength(1);
  });

  test('by phone, it is the same referral when what was told has gone', async () => {
    const { secret } = await addPartner(db.sql);
    const phone = { address: null, phone: '+47 900 00 001' };
    const receipt = await visit<Receipt>(db.sql, refer(secret, phone));
    const [row] = await db.sql`select id from public.referrals`;
    const key = await act<string>(db.sql, id.ingrid, `text_referral('${row!.id}')`);
    const application = await act<string>(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
    await whatSheDoes['is declined']!(application);
    expect((await visit<Receipt>(db.sql, refer(secret, phone))).code).toBe(receipt.code);
  });

  test('with another account, it is the same referral, and nobody is mailed again', async () => {
    const { secret } = await addPartner(db.sql);
    const atWork = { address: 'At.Work@example.org' };
    const receipt = await visit<Receipt>(db.sql, refer(secret, atWork));
    const [unused] = await db.sql`select id from auth.users where email = 'at.work@example.org'`;
    const key = await mailed(db.sql, unused!.id as string);
    await act(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
    // The unused account went, and with it the mail.
    expect(await invitations()).toBe(0);
    const again = await visit<Receipt>(db.sql, refer(secret, { address: ' at.work@example.org' }));
    expect(again.code).toBe(receipt.code);
    expect(await invitations()).toBe(0);
    expect(await db.sql`select from auth.users where email = 'at.work@example.org'`).toHaveLength(0);
  });
});

test('after a no, which the status page tells, it is another referral with a new yes', async () => {
  const { partner, receipt, key } = await referAlma(db.sql);
  await visit(db.sql, `decline_referral('${key}')`);
  expect(await stateOf(receipt.status_secret)).toBe('ended');
  const again = await visit<Receipt>(db.sql, refer(partner.secret));
  expect(again.code).not.toBe(receipt.code);
  expect((await visit<Receipt>(db.sql, refer(partner.secret))).code).toBe(again.code);
});

test('after thirty days it is another referral, as the status page tells that the first is over', async () => {
  const { partner, receipt, key } = await referAlma(db.sql);
  await act(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
  await db.sql`update public.referrals set referred_at = referred_at - interval '30 days', expires_at = expires_at - interval '30 days'`;
  expect(await stateOf(receipt.status_secret)).toBe('ended');
  expect((await visit<Receipt>(db.sql, refer(partner.secret))).code).not.toBe(receipt.code);
});

test('what knows her again opens nothing', async () => {
  const { partner } = await referAlma(db.sql);
  const meant = `${partner.secret} ${id.alma}@example.org`;
  const [link] = await db.sql`select opens from private.links where hash = private.hash_of(${meant})`;
  expect(link).toEqual({ opens: 'again' });
  for (const verb of ['read_referral', 'open_referral', 'decline_referral'])
    await expect(visit(db.sql, `${verb}('${meant}')`), verb).rejects.toThrow('referral_unknown');
  await expect(visit(db.sql, `open_partner_link('${meant}')`)).rejects.toThrow('partner_link_unknown');
});
