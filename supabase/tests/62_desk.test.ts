/** A mail that could not be delivered stands at the desk that can do something about it, and at no other. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { id } from './cast.ts';
import { imported, row } from './imports.ts';
import { mailed, referAlma, turnedAway } from './referral.ts';
import { openMatch } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
interface Lost {
  id: number;
  name: string;
  kind: string;
}
const lost = async (person: string) =>
  (await act<{ mails: { items: Lost[] } }>(db.sql, person, 'desk()')).mails.items;
/** Every mail so far has been tried eight times. */
const giveUp = () => db.sql`update private.outbox set attempts = 8, given_up_at = now()`;

test('the invitation of somebody who was referred, by the name the partner told, until she answers', async () => {
  const { referral, partner } = await referAlma(db.sql);
  await giveUp();
  const [mail] = await lost(id.ingrid);
  expect(mail).toMatchObject({ name: 'Alma', kind: 'referral-invitation', referral, partner: 'Language School North', phone: null, draft: null }); // prettier-ignore
  // Birthe's desk is another programme's, and Torstein's another region's.
  expect([await lost(id.birthe), await lost(id.torstein)]).toEqual([[], []]);
  expect(await refused(db.sql, id.birthe, `send_mail_again(${mail!.id})`)).toBe('mail_unknown');
  await act(db.sql, id.ingrid, `send_mail_again(${mail!.id})`);
  expect(await lost(id.ingrid)).toEqual([]);
  await giveUp();
  await act(db.sql, id.ingrid, `put_mail_aside(${mail!.id})`);
  expect(await lost(id.ingrid)).toEqual([]);
  await db.sql`update private.outbox set aside_at = null`;
  await act(db.sql, id.ingrid, `close_referral('${referral}', 'not-reached')`);
  expect(await lost(id.ingrid)).toEqual([]);
  expect(await turnedAway(db.sql, `open_partner_link('${partner.secret}')`)).toBe(null);
});

test('an invitation that was taken over after all is nobody’s trouble', async () => {
  const { key } = await referAlma(db.sql);
  await giveUp();
  await act(db.sql, id.alma, `take_referral('${key}', 'nothing')`);
  expect(await lost(id.ingrid)).toEqual([]);
});

test('of somebody known elsewhere the desk reads what the partner told, and her own desk nothing of it', async () => {
  await referAlma(db.sql);
  await db.sql`update public.referrals set person = ${id.nils}`;
  await db.sql`update private.outbox set person = ${id.nils}`;
  await db.sql`update public.people_private set phone = '+47 900 00 000' where person = ${id.nils}`;
  await giveUp();
  expect(await lost(id.ingrid)).toMatchObject([{ name: 'Alma', phone: null }]);
  expect(await lost(id.birthe)).toEqual([]);
  expect(await mailed(db.sql, id.nils)).not.toBe('');
});

test('the mail about a draft, for the coordinator who writes it down, until it is the person’s', async () => {
  const begin = `begin_assisted('free', 'mentor', 'mistyped@example.org', 'Zari', 'nb', 'phone', 1)`;
  const application = await act<string>(db.sql, id.ingrid, begin);
  await giveUp();
  expect(await lost(id.ingrid)).toMatchObject([
    { name: 'Zari', kind: 'application-assisted', draft: { application, part: 'mentor' }, referral: null },
  ]);
  expect(await lost(id.torstein)).toEqual([]);
  await act(db.sql, id.ingrid, `drop_assisted('${application}')`);
  expect(await lost(id.ingrid)).toEqual([]);
});

test('of somebody in two programmes each desk has its own mails, and puts none of the other aside', async () => {
  await openMatch(db.sql, id.amina, id.kari);
  const application = await sent(db.sql, { person: id.amina, programme: 'careful', part: 'mentor' });
  await act(db.sql, id.birthe, `ask_applicant('${application}', 'Which days suit you?')`);
  await act(db.sql, id.birthe, decide(application, 'accept'));
  await db.sql`select private.queue_mail('round-open:careful:2026-01-01:' || ${id.amina}, 'round-open', ${id.amina})`;
  await giveUp();
  const kinds = async (person: string) => (await lost(person)).map(({ kind }) => kind).sort();
  const here = ['match-started', 'match-started', 'request-accepted', 'request-sent', 'trial-answer-waits'];
  const there = ['application-decided', 'application-question', 'application-sent'];
  expect(await kinds(id.ingrid)).toEqual(here);
  expect(await kinds(id.birthe)).toEqual(there);
  const [theirs] = await lost(id.birthe);
  expect(await refused(db.sql, id.ingrid, `put_mail_aside(${theirs!.id})`)).toBe('mail_unknown');
  await act(db.sql, id.birthe, `put_mail_aside(${theirs!.id})`);
  expect([await kinds(id.ingrid), (await kinds(id.birthe)).length]).toEqual([here, 2]);
});

test('that a place is ready, and a welcome to whoever was brought in, at the desk of that place', async () => {
  const { import: ran } = await imported(db.sql, [row(2)]);
  await act(db.sql, id.ingrid, `welcome_imported('${ran}')`);
  await db.sql`select private.queue_mail('mentee-ready:' || ${id.walid} || ':2026', 'mentee-ready', ${id.walid})`;
  await giveUp();
  expect((await lost(id.ingrid)).map(({ kind }) => kind).sort()).toEqual(['import-welcome', 'mentee-ready']);
  expect([await lost(id.birthe), await lost(id.torstein)]).toEqual([[], []]);
});
