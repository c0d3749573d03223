/** Partners refer, and she decides: links, limits, what is told, what is shared, and what is forgotten. */
import { describe, expect, test } from 'vitest';
import { act, refused, traces, now } from './affair.ts';
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

describe('a partner', () => {
  test('is added at a desk, for the whole programme or one region of it', async () => {
    const { secret, until } = await addPartner(db.sql);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(179 * 86_400_000);
    await act(db.sql, id.torstein, `add_partner('free', 'zz-south', 'Housing South', 'housing-plan')`);
    const add = (programme: string, region: string) => `add_partner('${programme}', ${region}, 'Some school', 'education')`; // prettier-ignore
    expect(await refused(db.sql, id.torstein, add('free', 'null'))).toBe('desk_unknown');
    expect(await refused(db.sql, id.ingrid, add('careful', 'null'))).toBe('desk_unknown');
    expect(await refused(db.sql, id.ingrid, add('free', `'no-03'`))).toBe('place_outside_programme');
    expect(await refused(db.sql, id.amina, add('free', 'null'))).toBe('not_a_coordinator');
    const wrong = `add_partner('free', null, 'x', 'education')`;
    expect(await refused(db.sql, id.ingrid, wrong)).toBe('partner_name_length');
    const strange = `add_partner('free', null, 'Some school', 'friend')`;
    expect(await refused(db.sql, id.ingrid, strange)).toBe('partner_kind_is_known');
  });

  test('opens its page with its link, and with nothing else', async () => {
    const { id: partner, secret } = await addPartner(db.sql);
    const open = (key: string) => `open_partner_link('${key}')`;
    expect(await visit(db.sql, open(secret))).toMatchObject({
      partner: 'Language School North',
      programme: 'free',
    });
    for (const forged of ['', 'x', secret.slice(1), secret.toLowerCase(), partner, `${secret}'' or true`])
      expect(await turnedAway(db.sql, open(forged)), forged).toBe('partner_link_unknown');
    expect(await turnedAway(db.sql, 'open_partner_link(null)')).toBe('partner_link_unknown');
    expect(await turnedAway(db.sql, refer(secret.slice(1)))).toBe('partner_link_unknown');
    await db.sql`update public.partners set link_until = now()`;
    expect(await turnedAway(db.sql, open(secret))).toBe('partner_link_old');
    expect(await turnedAway(db.sql, refer(secret))).toBe('partner_link_old');
    const renewed = await act<{ secret: string }>(db.sql, id.ingrid, `renew_partner_link('${partner}')`);
    expect(await turnedAway(db.sql, open(secret))).toBe('partner_link_unknown');
    expect(await visit(db.sql, open(renewed.secret))).toMatchObject({ programme: 'free' });
    await act(db.sql, id.ingrid, `close_partner('${partner}')`);
    expect(await turnedAway(db.sql, open(renewed.secret))).toBe('partner_link_closed');
    expect(await turnedAway(db.sql, refer(renewed.secret))).toBe('partner_link_closed');
    for (const verb of ['renew_partner_link', 'close_partner'])
      expect(await refused(db.sql, id.ingrid, `${verb}('${partner}')`)).toBe('partner_unknown');
    expect(await rows('public.referrals')).toEqual([]);
  });

  test('is known by the hash of its secret only', async () => {
    const { secret } = await addPartner(db.sql);
    const { receipt } = await referAlma(db.sql);
    for (const table of [
      'private.links',
      'public.partners',
      'public.referrals',
      'public.referred',
      'public.events',
    ]) {
      const stored = JSON.stringify(await rows(table));
      for (const key of [secret, receipt.status_secret]) expect(stored, table).not.toContain(key);
    }
  });
});

describe('referring', () => {
  test('by mail: one referral, one event without a name, one mail in her language', async () => {
    const { secret } = await addPartner(db.sql);
    const before = await now(db.sql);
    const receipt = await visit<Receipt>(db.sql, refer(secret, { address: ' New.One@Example.org ' }));
    expect(receipt).toMatchObject({ code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/), secret: null });
    expect(await traces(db.sql, before)).toMatchObject({ events: ['refer by the clock'], mails: [/referral-invitation/].map((kind) => expect.stringMatching(kind)) });
    const [mail] = await db.sql`select locale, address, kind from private.take_mail(9)`;
    expect(mail).toEqual({ locale: 'nb', address: 'new.one@example.org', kind: 'referral-invitation' });
    const [event] = await db.sql`select mentee, mentor, detail from public.events where verb = 'refer'`;
    expect(event).toEqual({ mentee: null, mentor: null, detail: {} });
  }); // prettier-ignore

  test('by phone: nobody is mailed, and the partner gets the link to send', async () => {
    const { secret } = await addPartner(db.sql);
    const phone = { address: null, phone: '+47 900 00 001' };
    const receipt = await visit<Receipt>(db.sql, refer(secret, phone));
    expect(await visit(db.sql, `open_referral('${receipt.secret}')`)).toMatchObject({
      name: 'Alma',
      phone: phone.phone,
    });
    expect(await rows('private.outbox')).toEqual([]);
    const again = await visit<Receipt>(db.sql, refer(secret, { ...phone, phone: '+4790000001' }));
    expect(again.code).toBe(receipt.code);
    expect(await rows('public.referrals')).toHaveLength(1);
  });

  test('what is missing or unsound is refused, and nothing is kept of it', async () => {
    const { secret } = await addPartner(db.sql);
    const wrong: [string, Parameters<typeof refer>[1]][] = [
      ['way_to_reach_missing', { address: ' ', phone: null }],
      ['consent_missing', { consent: null }],
      ['referral_consent_is_known', { consent: 'she-nodded' }],
      ['referral_consent_locale_is_known', { consent_locale: 'xx' }],
      ['address_malformed', { address: 'nobody' }],
      ['referred_phone_shape', { address: null, phone: 'call me' }],
      ['referred_name_length', { name: '' }],
      ['referred_locale_is_known', { locale: 'fr' }],
      ['referred_comment_length', { comment: 'x'.repeat(501) }],
      ['referral_self_check_is_known', { self_check: { health: 'yes' } }],
      ['referral_self_check_is_known', { self_check: { age: 'she is 51' } }],
      ['referral_wants_is_known', { wants: 'no' }],
      ['referral_understands_is_known', { understands: 'maybe' }],
    ];
    for (const [key, different] of wrong)
      expect(await turnedAway(db.sql, refer(secret, { address: 'made.up@example.org', ...different })), key).toBe(key);
    expect(await rows('public.referrals')).toEqual([]);
    expect(await db.sql`select from auth.users where email = 'made.up@example.org'`).toHaveLength(0);
  }); // prettier-ignore

  test('two hundred times with one address is one referral and one mail; with two hundred it stops at twenty', async () => {
    const { secret } = await addPartner(db.sql);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => visit<Receipt>(db.sql, refer(secret)).catch((error: Error) => error.message)),
    );
    const codes = answers.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.code]));
    expect(new Set(codes).size).toBe(1);
    expect(new Set(answers.filter((answer) => typeof answer === 'string'))).toEqual(new Set(['too_many_referrals']));
    expect(await rows('private.outbox')).toHaveLength(1);
    const refusals = [];
    for (let nr = 0; nr < 200; nr++)
      refusals.push(await turnedAway(db.sql, refer(secret, { address: `one${nr}@example.org` })));
    expect(refusals.filter((key) => key === null)).toHaveLength(19);
    expect(new Set(refusals.slice(19))).toEqual(new Set(['too_many_referrals']));
    expect(await rows('private.outbox')).toHaveLength(20);
    await db.sql`update public.referrals set referred_at = now() - interval '2 hours'`;
    expect(await turnedAway(db.sql, refer(secret, { address: 'next@example.org' }))).toBeNull();
  }, 60_000); // prettier-ignore

  test('two partners tell the same person: each has a receipt, she has one mail', async () => {
    const first = await addPartner(db.sql);
    const second = await addPartner(db.sql, 'The town library');
    const [one, other] = await Promise.all([first, second].map(({ secret }) => visit<Receipt>(db.sql, refer(secret)))); // prettier-ignore
    expect(one!.code).not.toBe(other!.code);
    expect(await rows('private.outbox')).toHaveLength(1);
    // Her yes to the one ends the other: nobody goes on asking.
    await act(db.sql, id.alma, `take_referral('${await mailed(db.sql, id.alma)}', 'nothing')`);
    const ends = await db.sql`select status, reason, person from public.referrals order by status`;
    expect([...ends]).toEqual([
      { status: 'taken', reason: null, person: id.alma },
      { status: 'ended', reason: 'other-way', person: null },
    ]);
  });

  test('nobody gets more than three invitations in a month, and the answer does not tell', async () => {
    const shared = [];
    for (const nr of [1, 2, 3, 4]) {
      await db.sql`update public.referrals set programme = ${['careful', 'guarded', 'chosen'][nr % 3]!} where programme = 'free'`;
      const { secret } = await addPartner(db.sql, `School number ${nr}`);
      shared.push(Object.keys(await visit<Receipt>(db.sql, refer(secret))));
    }
    expect(new Set(shared.map(String)).size).toBe(1);
    expect(await rows('private.outbox')).toHaveLength(3);
  });
});

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
    expect(await turnedAway(db.sql, `open_referral('${key}')`)).toBe('referral_taken');
    expect(await refused(db.sql, id.signe, `take_referral('${key}', 'nothing')`)).toBe('referral_taken');
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
});
