/** A newsletter is written by who answers for the whole programme, sent once, and never too often. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { deliverDue } from '../../server/deliver.ts';
import { readWords } from '../../server/mail-words.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { addPerson, id } from './cast.ts';
import { allAtOnce, crowdOfMentors } from './crowd.ts';
import { begin, sayYes, said } from './newsletter.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const send = (of: { id: string; version: number }) => `send_newsletter('${of.id}', ${of.version})`;
const write = (of: string, version: number, locale = 'en', title = 'What is new', words = said) =>
  `write_newsletter('${of}', ${version}, '${locale}', '${title}', '${words}')`;
const texts = async () => (await db.sql`select from public.newsletter_texts`).length;
interface Desk {
  programmes: string[];
  begun: { id: string; version: number; receivers: number; first: string; texts: object }[];
  sent: { count: number; items: { id: string; receivers: number }[] };
  drafts: object;
}
const desk = (by: string) => act<Desk>(db.sql, by, 'newsletter_desk()');

describe('writing', () => {
  test('is for whoever answers for the whole programme; who answers for a region reads what was sent', async () => {
    await sayYes(db.sql, id.kari, id.amina, id.mette);
    const draft = await begin(db.sql, id.ingrid, { locales: ['da', 'en'] });
    const { programmes, begun, sent } = await desk(id.ingrid);
    expect({ programmes, count: sent.count }).toEqual({ programmes: ['free'], count: 0 });
    expect(begun).toEqual([expect.objectContaining({ id: draft.id, version: 3, receivers: 2, first: 'en' })]);
    expect(await desk(id.torstein)).toMatchObject({ programmes: [], begun: [], sent: { count: 0 } });
    expect(await refused(db.sql, id.torstein, send(draft))).toBe('newsletter_unknown');
    await act(db.sql, id.ingrid, send(draft));
    for (const by of [id.ingrid, id.torstein])
      expect((await desk(by)).sent.items).toEqual([expect.objectContaining({ id: draft.id, receivers: 2 })]);
    expect(await desk(id.birthe)).toMatchObject({ programmes: ['careful'], begun: [], sent: { count: 0 } });
  });
  test('in the place of a colleague shows nothing of a programme in which I am only a member', async () => {
    await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'careful')`;
    await act(db.sql, id.ingrid, send(await begin(db.sql, id.ingrid)));
    expect(await desk(id.kari)).toMatchObject({ begun: [], sent: { count: 0 } });
  });
  test('changes what one has read, and not what a colleague has changed meanwhile', async () => {
    await db.sql`insert into public.coordinators (person, programme) values (${id.birthe}, 'free')`;
    const draft = await begin(db.sql, id.ingrid);
    await act(db.sql, id.birthe, write(draft.id, draft.version, 'nb'));
    for (const call of [
      write(draft.id, draft.version),
      send(draft),
      `drop_newsletter('${draft.id}', ${draft.version})`,
      `address_newsletter('${draft.id}', ${draft.version}, 'mentors')`,
    ])
      expect(await refused(db.sql, id.ingrid, call)).toBe('newsletter_changed');
    await act(db.sql, id.ingrid, `address_newsletter('${draft.id}', ${draft.version + 1}, 'mentors')`);
    expect((await desk(id.birthe)).begun).toMatchObject([{ audience: 'mentors', version: 4 }]);
  });
  test.each([
    [['xx'], 'newsletter_locale_is_known'],
    [['en', 'No'], 'newsletter_title_length'],
    [['en', '\u200b\u200b\u200b'], 'newsletter_title_length'],
    [['en', 'x'.repeat(101)], 'newsletter_title_length'],
    [['en', 'News', '  Too short to read \n\n'], 'newsletter_words_length'],
    [['en', 'News', 'x'.repeat(3001)], 'newsletter_words_length'],
  ])('%j is refused: %s', async (args, key) => {
    const draft = await begin(db.sql, id.ingrid, { locales: [] });
    const [locale, title, words] = args;
    expect(await refused(db.sql, id.ingrid, write(draft.id, draft.version, locale, title, words))).toBe(key);
    expect(await texts()).toBe(0);
  });
  test('ends with a language taken away, the whole thrown away, and what was typed with it', async () => {
    const draft = await begin(db.sql, id.ingrid, { locales: ['en', 'nb'] });
    await act(db.sql, id.ingrid, `save_draft('newsletter-nb/${draft.id}', '{"title":"Half"}')`);
    expect((await desk(id.ingrid)).drafts).toEqual({ [`newsletter-nb/${draft.id}`]: { title: 'Half' } });
    await act(db.sql, id.ingrid, `write_newsletter('${draft.id}', 3, 'nb', null, null)`);
    expect(await texts()).toBe(1);
    const { events } = await actAndTrace(db.sql, id.ingrid, `drop_newsletter('${draft.id}', 4)`);
    expect(events).toEqual(['drop_newsletter by ingrid']);
    expect([await texts(), (await db.sql`select from public.drafts`).length]).toEqual([0, 0]);
  });
  test('ten at a time are enough, for whom is one of three', async () => {
    expect(await refused(db.sql, id.ingrid, `begin_newsletter('free', 'all')`)).toBe(
      'newsletter_audience_is_known',
    );
    const begun = Array(12).fill({ person: id.ingrid, call: `begin_newsletter('free', 'both')` });
    expect(await allAtOnce(db.sql, begun)).toEqual({ works: 10, newsletters_begun_enough: 2 });
  });
});

describe('sending', () => {
  test('happens once, whoever presses at the same moment; nothing of it changes after', async () => {
    const crowd = await crowdOfMentors(db.sql, 40);
    await sayYes(db.sql, ...crowd);
    await db.sql`insert into public.coordinators (person, programme) values (${id.birthe}, 'free')`;
    const draft = await begin(db.sql, id.ingrid);
    const presses = Array.from({ length: 8 }, (_, nr) => ({ person: nr % 2 ? id.ingrid : id.birthe, call: send(draft) })); // prettier-ignore
    expect(await allAtOnce(db.sql, presses)).toEqual({ works: 1, newsletter_sent: 7 });
    const [count] = await db.sql`select count(*)::int as mails, count(distinct person)::int as people
      from private.outbox where kind = 'newsletter-sent'`;
    expect(count).toEqual({ mails: 40, people: 40 });
    for (const call of [write(draft.id, draft.version), `drop_newsletter('${draft.id}', ${draft.version})`])
      expect(await refused(db.sql, id.ingrid, call)).toBe('newsletter_sent');
    // Nor does it go out again by hand: the key is the newsletter and the person.
    const [{ key }] = await db.sql<[{ key: string }]>`select key from private.outbox where person = ${crowd[0]!}`;
    expect(key).toBe(`newsletter:${draft.id}:${crowd[0]}`);
  }); // prettier-ignore
  test('while people say no: who has said it gets none, and all others do', async () => {
    const crowd = await crowdOfMentors(db.sql, 40);
    await sayYes(db.sql, ...crowd);
    const draft = await begin(db.sql, id.ingrid);
    const no = crowd.slice(0, 20).map((person) => ({ person, call: 'choose_newsletters(false)' }));
    const erased = db.sql`select private.erase_person(${crowd[39]!})`;
    const outcomes = await allAtOnce(db.sql, [...no.slice(0, 10), { person: id.ingrid, call: send(draft) }, ...no.slice(10)]); // prettier-ignore
    await erased;
    expect(outcomes).toEqual({ works: 21 });
    const left =
      await db.sql`select person from private.outbox where kind = 'newsletter-sent' order by person`;
    expect(left.map(({ person }) => person as string)).toEqual(crowd.slice(20, 39).sort());
  });
  test('is waited for by a no that comes meanwhile, which then takes the mail back', async () => {
    await sayYes(db.sql, id.kari);
    const draft = await begin(db.sql, id.ingrid);
    let no = Promise.resolve<unknown>(null);
    await asPerson(db.sql, id.ingrid, async (as) => {
      await as.unsafe(`select public.${send(draft)}`);
      no = act(db.sql, id.kari, 'choose_newsletters(false)');
      const waiting = () => db.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`; // prettier-ignore
      await expect.poll(async () => (await waiting()).length).toBe(1);
    });
    await no;
    expect(await db.sql`select from private.outbox where kind = 'newsletter-sent'`).toHaveLength(0);
  });
  test('is two in seven days for a programme, whoever sends and to whom; the third waits', async () => {
    const three = [];
    for (const audience of ['mentors', 'mentees', 'both']) three.push(await begin(db.sql, id.ingrid, { audience })); // prettier-ignore
    const outcomes = await allAtOnce(db.sql, three.map((one) => ({ person: id.ingrid, call: send(one) }))); // prettier-ignore
    expect(outcomes).toEqual({ works: 2, newsletters_enough: 1 });
    await act(db.sql, id.birthe, send(await begin(db.sql, id.birthe, { programme: 'careful' })));
    await db.sql`update public.newsletters set sent_at = sent_at - interval '7 days' where programme = 'free' and sent_at is not null`;
    const waits = (await desk(id.ingrid)).begun[0]!;
    expect(await refused(db.sql, id.ingrid, send(waits))).toBe(null);
  });
  test('takes at least one language', async () => {
    const draft = await begin(db.sql, id.ingrid, { locales: [] });
    expect(await refused(db.sql, id.ingrid, send(draft))).toBe('newsletter_empty');
  });
  test('reaches each reader once, also where a worker died and two go on', async () => {
    await sayYes(db.sql, id.kari, id.jonas, id.amina);
    await act(db.sql, id.ingrid, send(await begin(db.sql, id.ingrid, { locales: ['en', 'nb'] })));
    await db.sql`select private.take_mail(2, now() - interval '5 minutes')`;
    await db.sql`update private.outbox set next_at = now() - interval '1 minute'`;
    const sent: { address: string; subject: string; text: string }[] = [];
    const transport = {
      send: (mail: (typeof sent)[0]) => Promise.resolve(void sent.push(mail)),
      close: () => Promise.resolve(),
    };
    await Promise.all([1, 2].map(() => deliverDue(db.sql, transport, readWords, 'https://example.org')));
    const readers = [id.kari, id.jonas, id.amina].map((person) => `${person}@example.org`);
    expect(sent.map(({ address }) => address).sort()).toEqual(readers.sort());
    expect(new Set(sent.map(({ subject }) => subject))).toEqual(
      new Set(['A newsletter from your programme']),
    );
  });
  test('stands at no desk where it cannot be delivered: who reads newsletters is nobody’s to know', async () => {
    await sayYes(db.sql, id.kari);
    await act(db.sql, id.ingrid, send(await begin(db.sql, id.ingrid)));
    await db.sql`update private.outbox set attempts = 8, given_up_at = now()`;
    const { mails } = await act<{ mails: { count: number } }>(db.sql, id.ingrid, 'desk()');
    expect(mails.count).toBe(0);
  });
});

test('a stranger who has signed in begins nothing and reads nothing', async () => {
  const stranger = '00000000-0000-4000-8000-000000000998';
  await addPerson(db.sql, stranger);
  expect(await refused(db.sql, stranger, `begin_newsletter('free', 'both')`)).toBe('not_a_coordinator');
  expect(await act(db.sql, stranger, `my_newsletters('en')`)).toEqual({ count: 0, items: [] });
});
