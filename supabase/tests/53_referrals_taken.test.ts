/** The referred person decides: what she reads, what she shares, what ends it, and what is forgotten. */
import { describe, expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { decide, mine, save } from './applicant.ts';
import { addPerson, id } from './cast.ts';
import { enough } from './forms.ts';
import { addPartner, mailed, refer, referAlma, turnedAway, visit, type Receipt } from './referral.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const rows = async (table: string) => (await db.sql.unsafe(`select * from ${table}`)) as Record<string, unknown>[]; // prettier-ignore
const run = async (days: number) =>
  (await db.sql`select private.run_due(now() + make_interval(days => ${days})) as did`)[0]!.did as { referrals: number }; // prettier-ignore
const stateOf = async (secret: string) => (await visit<{ state: string }>(db.sql, `read_referral('${secret}')`)).state; // prettier-ignore
const later = (days: number) =>
  db.sql`update public.referrals set referred_at = referred_at - make_interval(days => ${days}), expires_at = expires_at - make_interval(days => ${days})`; // prettier-ignore

describe('the person', () => {
  test('reads everything that was written about her, without an account', async () => {
    const { key } = await referAlma(db.sql);
    expect(await visit(db.sql, `open_referral('${key}')`)).toMatchObject({
      partner: 'Language School North', programme: 'free', name: 'Alma', locale: 'nb', phone: null,
      comment: 'She is glad of a call in the morning.', self_check: { area: 'yes', commitment: 'unknown' },
      understands: 'yes', wants: 'yes', consent: 'said-yes-1', consent_locale: 'nb',
    }); // prettier-ignore
    expect(await turnedAway(db.sql, `open_referral('${key.slice(1)}')`)).toBe('referral_unknown');
    expect(await turnedAway(db.sql, `take_referral('${key}', 'nothing')`)).toBe('42501');
  });

  test('takes it over: her application is begun with what was told', async () => {
    const { key, receipt } = await referAlma(db.sql);
    const application = await act<string>(db.sql, id.alma, `take_referral('${key}', 'begun', 'sv')`);
    expect(await mine(db.sql)).toMatchObject([
      { id: application, status: 'draft', answers: { shown_name: 'Alma' } },
    ]);
    expect(await act(db.sql, id.alma, 'my_referrals()')).toMatchObject([
      { partner: 'Language School North', programme: 'free', shares: 'begun' },
    ]);
    expect(await refused(db.sql, id.alma, `open_referral('${key}')`)).toBe('referral_taken');
    expect(await refused(db.sql, id.alma, `take_referral('${key}', 'nothing')`)).toBe('referral_taken');
    // A partner who has sent the link by phone learns nothing from it.
    expect(await visit(db.sql, `open_referral('${key}')`)).toMatchObject({ name: 'Alma' });
    expect(await refused(db.sql, id.signe, `take_referral('${key}', 'nothing')`)).toBe('referral_over');
    expect(await turnedAway(db.sql, `decline_referral('${key}')`)).toBe('referral_over');
    // Begun is not yet applied.
    expect(await stateOf(receipt.status_secret)).toBe('open');
  });

  test('what she has answered herself stays as it is', async () => {
    const { key } = await referAlma(db.sql);
    const application = await act<string>(db.sql, id.alma, `begin_application('free', 'mentee', 'nb')`);
    await act(db.sql, id.alma, save(application, { shown_name: 'Al' }));
    expect(await act(db.sql, id.alma, `take_referral('${key}', 'nothing')`)).toBe(application);
    expect((await mine(db.sql))[0]!.answers).toMatchObject({ shown_name: 'Al' });
  });

  test('with another account than the address was for: the unused one goes', async () => {
    const { secret } = await addPartner(db.sql);
    await visit(db.sql, refer(secret, { address: 'at.work@example.org' }));
    const [account] = await db.sql<
      { id: string }[]
    >`select id from auth.users where email = 'at.work@example.org'`;
    const key = await mailed(db.sql, account!.id);
    await act(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
    expect(await db.sql`select from auth.users where id = ${account!.id}`).toHaveLength(0);
    expect(await rows('public.referrals')).toMatchObject([{ status: 'taken', person: id.alma }]);
  });

  test('a shared level that does not exist is refused, and so is a referral of somebody else', async () => {
    const { key, referral } = await referAlma(db.sql);
    expect(await refused(db.sql, id.alma, `take_referral('${key}', 'all')`)).toBe('referral_shares_is_known');
    expect(await refused(db.sql, id.alma, `share_referral('${referral}', 'begun')`)).toBe('referral_unknown');
    await act(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
    expect(await refused(db.sql, id.alma, `share_referral('${referral}', 'all')`)).toBe('referral_shares_is_known');
    expect(await refused(db.sql, id.ingrid, `share_referral('${referral}', 'begun')`)).toBe('referral_unknown');
  }); // prettier-ignore

  test('says no: everything about her is gone at once, and the partner sees only that it ended', async () => {
    const { secret } = await addPartner(db.sql);
    const receipt = await visit<Receipt>(db.sql, refer(secret, { address: 'says.no@example.org' }));
    const [account] = await db.sql<{ id: string }[]>`select id from auth.users where email = 'says.no@example.org'`;
    const key = await mailed(db.sql, account!.id);
    expect(await stateOf(receipt.status_secret)).toBe('open');
    await visit(db.sql, `decline_referral('${key}')`);
    expect(await stateOf(receipt.status_secret)).toBe('ended');
    const left = await db.sql`select from auth.users where email = 'says.no@example.org'`;
    expect([left.length, await rows('public.referred'), await rows('private.outbox')]).toEqual([0, [], []]);
    expect(await rows('public.referrals')).toMatchObject([{ person: null, reason: 'said-no', self_check: { area: 'yes' } }]);
    expect(await turnedAway(db.sql, `open_referral('${key}')`)).toBe('referral_over');
  }); // prettier-ignore

  test('yes and no at once: one of them counts', async () => {
    const { key } = await referAlma(db.sql);
    const both = await Promise.all([
      refused(db.sql, id.alma, `take_referral('${key}', 'nothing')`),
      turnedAway(db.sql, `decline_referral('${key}')`),
      refused(db.sql, id.signe, `take_referral('${key}', 'nothing')`),
    ]);
    expect(both.filter((key) => key === null)).toHaveLength(1);
    expect(both.filter((key) => key !== null).every((key) => /referral_(taken|over)/.test(key ?? ''))).toBe(
      true,
    );
  });
});

describe('what the partner sees', () => {
  const levels = ['nothing', 'begun', 'decision'];
  /** By how far she has come: what is seen at each level. */
  const ways: [string, (application: string) => Promise<unknown>, string[]][] = [
    ['a draft', async () => {}, ['open', 'open', 'open']],
    ['sent', async () => {}, ['open', 'applied', 'applied']],
    ['to wait', (a) => act(db.sql, id.ingrid, decide(a, 'wait')), ['open', 'applied', 'applied']],
    ['accepted', (a) => act(db.sql, id.ingrid, decide(a, 'accept')), ['open', 'applied', 'accepted']],
    ['declined', (a) => act(db.sql, id.ingrid, decide(a, 'decline')), ['open', 'applied', 'declined']],
    ['sent elsewhere', (a) => act(db.sql, id.ingrid, decide(a, 'redirect')), ['open', 'applied', 'redirected']],
    ['withdrawn', (a) => act(db.sql, id.alma, `withdraw_application('${a}')`), ['open', 'applied', 'applied']],
  ]; // prettier-ignore

  test.each(ways)('of an application that is %s', async (how, come, seen) => {
    const { key, receipt, referral } = await referAlma(db.sql);
    const application = await act<string>(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
    if (how !== 'a draft') await sendFrom(application);
    await come(application);
    const states = [];
    for (const level of levels) {
      await act(db.sql, id.alma, `share_referral('${referral}', '${level}')`);
      states.push(await stateOf(receipt.status_secret));
    }
    expect(states).toEqual(seen);
    // After she has taken it back, nothing; and after thirty days that is what everybody sees who shares nothing.
    await act(db.sql, id.alma, `share_referral('${referral}', 'nothing')`);
    expect(await stateOf(receipt.status_secret)).toBe('open');
    await later(31);
    expect(await stateOf(receipt.status_secret)).toBe('ended');
    const all = await visit<object>(db.sql, `read_referral('${receipt.status_secret}')`);
    expect(Object.keys(all).sort()).toEqual(['code', 'partner', 'programme', 'referred_at', 'state']);
  });

  test('with a link that is forged, old or of another page: nothing', async () => {
    const { receipt, key, partner } = await referAlma(db.sql);
    for (const wrong of [receipt.status_secret.slice(1), receipt.code, key, partner.secret, ''])
      expect(await turnedAway(db.sql, `read_referral('${wrong}')`)).toBe('referral_unknown');
    await db.sql`update private.links set until = now()`;
    expect(await turnedAway(db.sql, `read_referral('${receipt.status_secret}')`)).toBe('referral_unknown');
    expect(await turnedAway(db.sql, `open_referral('${receipt.status_secret}')`)).toBe('referral_unknown');
    expect(await turnedAway(db.sql, `decline_referral('${partner.secret}')`)).toBe('referral_unknown');
  });

  /** Answers what is missing in the begun application, and sends it. */
  async function sendFrom(application: string) {
    const [row] = await db.sql`select revision from public.applications where id = ${application}`;
    await act(db.sql, id.alma, save(application, enough, row!.revision as number));
    await act(db.sql, id.alma, `send_application('${application}')`);
  }
});

describe('the clock', () => {
  test('reminds once after a week with a link of its own, and ends it after thirty days', async () => {
    const { key } = await referAlma(db.sql);
    expect((await run(8)).referrals, 'the mail has not left yet').toBe(0);
    await db.sql`update private.outbox set sent_at = now(), params = '{}'`;
    expect((await run(6)).referrals).toBe(0);
    expect((await run(8)).referrals).toBe(1);
    expect((await run(9)).referrals).toBe(0);
    const second = await mailed(db.sql, id.alma, 'referral-reminder');
    for (const link of [key, second])
      expect(await visit(db.sql, `open_referral('${link}')`)).toMatchObject({ name: 'Alma' });
    expect((await run(31)).referrals).toBe(1);
    expect(await rows('public.referred')).toEqual([]);
    expect(await rows('public.referrals')).toMatchObject([
      { reason: 'not-reached', person: null, wants: 'yes' },
    ]);
    for (const link of [key, second])
      expect(await turnedAway(db.sql, `open_referral('${link}')`)).toBe('referral_over');
  });

  test('an account that waits for her answer is kept, and gone when there is none', async () => {
    const { secret } = await addPartner(db.sql);
    await visit(db.sql, refer(secret, { address: 'silent@example.org' }));
    const there = () => db.sql`select from auth.users where email = 'silent@example.org'`;
    await run(3);
    expect(await there()).toHaveLength(1);
    await run(31);
    expect(await there()).toHaveLength(0);
  });

  test('what was told is forgotten when a human has decided; the referral, two years after it was made', async () => {
    const { key } = await referAlma(db.sql);
    const application = await act<string>(db.sql, id.alma, `take_referral('${key}', 'decision')`);
    await act(db.sql, id.alma, save(application, enough, 1));
    await act(db.sql, id.alma, `send_application('${application}')`);
    expect(await rows('public.referred')).toHaveLength(1);
    await act(db.sql, id.ingrid, decide(application, 'decline'));
    expect(await rows('public.referred')).toEqual([]);
    expect(await rows('public.referrals')).toMatchObject([{ status: 'ended', reason: 'not-for-this-programme', person: id.alma }]);
    await run(370);
    expect(await rows('public.referrals')).toMatchObject([{ person: null, application: null, shares: 'nothing' }]);
    await run(740);
    expect(await rows('public.referrals')).toEqual([]);
    expect(await rows('public.partners'), 'a partner who is not closed stays').toHaveLength(1);
  }); // prettier-ignore

  test('an application that ends in silence gives the reason, and what was told goes', async () => {
    const { key } = await referAlma(db.sql);
    const application = await act<string>(db.sql, id.alma, `take_referral('${key}', 'decision')`);
    await act(db.sql, id.alma, save(application, enough, 1));
    await act(db.sql, id.alma, `send_application('${application}')`);
    await act(db.sql, id.ingrid, `ask_applicant('${application}', 'Which days?')`);
    await run(61);
    expect(await rows('public.referred')).toEqual([]);
    expect(await rows('public.referrals')).toMatchObject([{ status: 'ended', reason: 'not-reached' }]);
  }); // prettier-ignore

  test('a draft that is thrown away, or never goes on, gives the reason', async () => {
    for (const [nr, end] of (['hers', 'nobody']).entries()) {
      const person = `50000000-0000-4000-8000-00000000000${nr}`;
      await addPerson(db.sql, person);
      const { secret } = await addPartner(db.sql, `School ${nr}`);
      await visit(db.sql, refer(secret, { address: `${person}@example.org` }));
      const application = await act<string>(db.sql, person, `take_referral('${await mailed(db.sql, person)}', 'nothing')`);
      if (end === 'hers') await act(db.sql, person, `withdraw_application('${application}')`);
    }
    await run(91);
    const ends = await db.sql`select status, reason, person from public.referrals order by referred_at`;
    expect([...ends]).toEqual([
      { status: 'ended', reason: 'said-no', person: null },
      { status: 'ended', reason: 'not-reached', person: null },
    ]);
    expect(await rows('public.referred')).toEqual([]);
  }); // prettier-ignore
});
