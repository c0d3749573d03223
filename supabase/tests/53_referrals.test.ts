/** Partners refer: their links, what they may tell, and how often. */
import { describe, expect, test } from 'vitest';
import { act, refused, traces, now } from './affair.ts';
import { id } from './cast.ts';
import { addPartner, mailed, refer, referAlma, turnedAway, visit, type Receipt } from './referral.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const rows = async (table: string) => (await db.sql.unsafe(`select * from ${table}`)) as Record<string, unknown>[]; // prettier-ignore

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
    const unseen = `add_partner('free', null, '\u200b\u200b', 'education')`;
    expect(await refused(db.sql, id.ingrid, unseen)).toBe('partner_name_length');
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
    expect(receipt).toMatchObject({ code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/) });
    expect(await traces(db.sql, before)).toMatchObject({ events: ['refer by the clock'], mails: [/referral-invitation/].map((kind) => expect.stringMatching(kind)) });
    const [mail] = await db.sql`select locale, address, kind from private.take_mail(9)`;
    expect(mail).toEqual({ locale: 'nb', address: 'new.one@example.org', kind: 'referral-invitation' });
    const [event] = await db.sql`select mentee, mentor, detail from public.events where verb = 'refer'`;
    expect(event).toEqual({ mentee: null, mentor: null, detail: {} });
  }); // prettier-ignore

  test('by phone: nobody is mailed, and a coordinator has the link to send; who refers never has it', async () => {
    const { secret } = await addPartner(db.sql);
    const phone = { address: null, phone: '+47 900 00 001' };
    const receipt = await visit<Receipt>(db.sql, refer(secret, phone));
    expect(Object.keys(receipt).sort()).toEqual(['code', 'status_secret']);
    expect(await db.sql`select from private.links where opens = 'referral'`).toHaveLength(0);
    const [{ id: referral }] = (await rows('public.referrals')) as [{ id: string }];
    const text = `text_referral('${referral}')`;
    const before = await now(db.sql);
    const toText = async (who: string) => (await act<{ texts: number }>(db.sql, who, 'desk()')).texts;
    expect([await toText(id.ingrid), await toText(id.birthe)]).toEqual([1, 0]);
    const first = await act<string>(db.sql, id.ingrid, text);
    expect(await toText(id.ingrid)).toBe(0);
    expect(await traces(db.sql, before)).toEqual({ events: ['text_referral by ingrid'], mails: [] });
    expect(await visit(db.sql, `open_referral('${first}')`)).toMatchObject({
      name: 'Alma',
      phone: phone.phone,
    });
    // Lost, or sent to a wrong number: made anew, the one before is nothing.
    const second = await act<string>(db.sql, id.ingrid, text);
    expect(await turnedAway(db.sql, `open_referral('${first}')`)).toBe('referral_unknown');
    expect(await refused(db.sql, id.birthe, text)).toBe('referral_unknown');
    const application = await act<string>(db.sql, id.signe, `take_referral('${second}', 'nothing')`);
    expect(application).toMatch(/^[0-9a-f-]{36}$/);
    expect(await refused(db.sql, id.ingrid, text)).toBe('referral_unknown');
    await db.sql`update public.referrals set status = 'invited', person = null, taken_at = null, application = null`;
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
      ['referred_name_length', { name: '\u200b\u202e' }],
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
