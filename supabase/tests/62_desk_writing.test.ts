/** A coordinator writes to somebody at her desks: the words are mailed once, limited, and kept nowhere else. */
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../server/mail-words.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { crowdOfMentees } from './crowd.ts';
import { openMatch, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const words = 'Can I call you on Monday?';
const to = (person: string, said = words) => `write_to_person('${person}', '${said.replaceAll("'", "''")}')`;
const mails = () => db.sql`select * from private.outbox where kind = 'desk-message' order by id`;
/** So many hours have passed since everything that was written. */
const wait = (hours: number) =>
  db.sql`update public.events set at = at - make_interval(hours => ${hours}) where verb = 'write_to_person'`;

describe('who', () => {
  test('may write: a coordinator to mentee and mentor at her desks, getting ready or approved', async () => {
    for (const person of [id.amina, id.kari, id.walid])
      expect(await refused(db.sql, id.ingrid, to(person))).toBe(null);
    expect(await refused(db.sql, id.torstein, to(id.jonas))).toBe(null);
  });
  test('may not: to another desk, to nobody, to herself, to who has left, or without a desk', async () => {
    expect(await refused(db.sql, id.birthe, to(id.amina))).toBe('person_unknown');
    expect(await refused(db.sql, id.torstein, to(id.kari))).toBe('person_unknown');
    expect(await refused(db.sql, id.ingrid, to(id.signe))).toBe('person_unknown');
    expect(await refused(db.sql, id.ingrid, to(id.ingrid))).toBe('person_unknown');
    await db.sql`insert into public.coordinators (person, programme) values (${id.mette}, 'careful')`;
    expect(await refused(db.sql, id.mette, to(id.mette))).toBe('person_unknown');
    await db.sql`update public.mentees set standing = 'left' where person = ${id.walid}`;
    expect(await refused(db.sql, id.ingrid, to(id.walid))).toBe('person_unknown');
    expect(await refused(db.sql, id.kari, to(id.amina))).toBe('not_a_coordinator');
    expect(await mails()).toHaveLength(0);
  });
});

test('the two whose time is over are written to from the desk, but nobody of a match of the coordinator’s own', async () => {
  const match = await openMatch(db.sql, id.amina, id.kari);
  await db.sql`update public.matches set ends_on = current_date - 1 where id = ${match}`;
  await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
  const over = async (person: string) =>
    (await act<{ matches: { items: object[] } }>(db.sql, person, 'desk()')).matches.items;
  expect(await over(id.ingrid)).toMatchObject([
    { own: false, mentee: { person: id.amina }, mentor: { person: id.kari } },
  ]);
  expect(await over(id.kari)).toMatchObject([{ own: true }]);
});

describe('the mail', () => {
  test('is in her language around my words, as they were written, with my name, programme and address', async () => {
    await db.sql`update public.people set locale = 'nb' where id = ${id.amina}`;
    const said = `<b>Hei</b> & {link}\n<script>alert("x")</script>`;
    const { events, mails: told } = await actAndTrace(db.sql, id.ingrid, to(id.amina, `  ${said}\n`));
    expect(events).toEqual(['write_to_person by ingrid']);
    expect(told).toEqual(['desk-message to amina']);
    const [mail] = await db.sql`select * from private.take_mail(10)`;
    expect(mail).toMatchObject({ locale: 'nb', address: `${id.amina}@example.org` });
    const params = mail!.params as Record<string, unknown>;
    expect(params).toEqual({ name: 'ingrid', words: said, address: `${id.ingrid}@example.org`, programme: 'free' }); // prettier-ignore
    const always = { link: 'https://example.org/nb/my/', site: 'https://example.org/nb/' };
    // Mails are plain text: nothing in it is ever read as a tag, and no words are filled in a second time.
    const { subject, text } = await renderMail('desk-message', 'nb', params, always);
    expect(subject).toBe('En koordinator har skrevet til deg');
    expect(text).toContain(`ingrid, som er koordinator i programmet ditt, har skrevet til deg:\n\n${said}\n`);
    expect(text).toContain(`\n${id.ingrid}@example.org\n`);
    expect(text).toContain('\nhttps://example.org/nb/programmes/free/\n');
  });
  test('takes the words along: once it is sent they are nowhere, and the event never had them', async () => {
    await act(db.sql, id.ingrid, `save_draft('write/${id.amina}', '{"message":"Can I call"}')`);
    await act(db.sql, id.ingrid, to(id.amina));
    const [event] = await db.sql`select * from public.events where verb = 'write_to_person'`;
    expect(event).toMatchObject({ actor: id.ingrid, mentee: id.amina, mentor: null, detail: {} });
    expect(event!.desks).toContain('free/zz-north');
    expect(JSON.stringify(event)).not.toContain('call');
    expect(await db.sql`select from public.drafts`).toHaveLength(0);
    await db.sql`select private.mail_sent(${(await mails())[0]!.id})`;
    expect((await mails())[0]).toMatchObject({ params: {}, key: `desk-message:${event!.subject}` });
  });
  test('that cannot be delivered stands at the desk it was written from, and at no other', async () => {
    await act(db.sql, id.ingrid, to(id.amina));
    await db.sql`update private.outbox set attempts = 8, given_up_at = now()`;
    const lost = async (by: string) =>
      (await act<{ mails: { items: { id: number }[] } }>(db.sql, by, 'desk()')).mails.items;
    const [mail] = await lost(id.ingrid);
    expect(mail).toMatchObject({ person: id.amina, name: 'amina', kind: 'desk-message' });
    expect(JSON.stringify(mail)).not.toContain('Monday');
    expect([await lost(id.birthe), await lost(id.torstein)]).toEqual([[], []]);
    await act(db.sql, id.ingrid, `send_mail_again(${mail!.id})`);
    expect(await db.sql`select from private.take_mail(10)`).toHaveLength(1);
  });
});

describe('how much', () => {
  test.each(['Too short', `  ${'x'.repeat(9)}  `, 'x'.repeat(2001), '\u200b'.repeat(20)])(
    '%# is not between 10 and 2,000 visible characters',
    async (said) => {
      expect(await refused(db.sql, id.ingrid, to(id.amina, said))).toBe('written_length');
      expect(await mails()).toHaveLength(0);
    },
  );
  test('a button pressed twice sends once; a minute later there is more to say', async () => {
    const both = await Promise.all([1, 2].map(() => refused(db.sql, id.ingrid, to(id.amina))));
    expect(both.sort()).toEqual([null, 'written_just_now'].sort());
    expect(await refused(db.sql, id.ingrid, to(id.kari))).toBe(null);
    await db.sql`update public.events set at = at - interval '61 seconds' where verb = 'write_to_person'`;
    expect(await refused(db.sql, id.ingrid, to(id.amina))).toBe(null);
    expect(await mails()).toHaveLength(3);
  });
  test('three a day to one person, whoever writes', async () => {
    await act(db.sql, id.ingrid, to(id.dawit));
    await act(db.sql, id.torstein, to(id.dawit));
    await wait(1);
    await act(db.sql, id.ingrid, to(id.dawit));
    expect(await refused(db.sql, id.torstein, to(id.dawit))).toBe('person_written_enough');
    expect(await refused(db.sql, id.torstein, to(id.jonas))).toBe(null);
    await wait(24);
    expect(await refused(db.sql, id.torstein, to(id.dawit))).toBe(null);
  });
  test('twenty a day from one coordinator', async () => {
    const crowd = await crowdOfMentees(db.sql, 21);
    for (const person of crowd.slice(0, 20)) await act(db.sql, id.ingrid, to(person));
    expect(await refused(db.sql, id.ingrid, to(crowd[20]!))).toBe('written_enough');
    await wait(25);
    expect(await refused(db.sql, id.ingrid, to(crowd[20]!))).toBe(null);
  });
});

test('the desk and a person’s page give back what I began to write, and say which first hour is my own', async () => {
  await act(db.sql, id.ingrid, `save_draft('write/${id.dawit}', '{"message":"Can I"}')`);
  await openTrial(db.sql, id.dawit, id.jonas);
  await db.sql`update public.trials set agree_by = now()`;
  interface Desk {
    drafts: object;
    trials: { items: { own: boolean }[] };
  }
  const drafts = { [`write/${id.dawit}`]: { message: 'Can I' } };
  expect(await act<Desk>(db.sql, id.ingrid, 'desk()')).toMatchObject({ drafts, trials: { items: [{ own: false }] } }); // prettier-ignore
  expect(await act(db.sql, id.ingrid, `desk_person('${id.dawit}')`)).toMatchObject({ drafts });
  await db.sql`insert into public.coordinators (person, programme) values (${id.jonas}, 'free')`;
  expect(await act<Desk>(db.sql, id.jonas, 'desk()')).toMatchObject({ drafts: {}, trials: { items: [{ own: true }] } }); // prettier-ignore
});
