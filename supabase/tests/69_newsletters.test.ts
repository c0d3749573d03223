/** A newsletter goes to whoever has said yes and takes part, in a language she reads; members find it on their page. */
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../server/mail-words.ts';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { addMentee, id, nameOf } from './cast.ts';
import { begin, said, sayYes } from './newsletter.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const send = (of: { id: string; version: number }, by: string = id.ingrid) =>
  act<number>(db.sql, by, `send_newsletter('${of.id}', ${of.version})`);
const mails = () =>
  db.sql<{ key: string; person: string; params: { title: string; secret: string } }[]>`
    select key, person, params from private.outbox where kind = 'newsletter-sent' order by id`;
const mailed = async () => (await mails()).map(({ person }) => nameOf(person)).sort();
const readers = async () => (await db.sql`select person from private.newsletter_readers`).length;
const since = async (person: string) =>
  (await act<{ newsletters_since: string | null }>(db.sql, person, 'my_page()')).newsletters_since;
const stop = (secret: string, person: string | null = null) =>
  refusalOf(asPerson(db.sql, person, (as) => as`select public.stop_newsletters(${secret})`));
const forget = (days: number) => db.sql`select private.forget(now() + make_interval(days => ${days}))`;
/** Somebody who has a mentor's place gets a mentee's in `free`, like Amina's. */
const alsoMentee = (person: string) => db.sql`
  insert into public.mentees (person, programme, standing, field, languages, goals, formats, place, region, hours, prefers,
    prefers_gender, prefers_tongue, about)
  select ${person}, programme, standing, field, languages, goals, formats, place, region, hours, prefers, prefers_gender,
    prefers_tongue, about from public.mentees where person = ${id.amina}`;
const everybody = [id.amina, id.dawit, id.kari, id.jonas, id.wanda, id.walid, id.nils, id.mette];

describe('who gets one', () => {
  test('nobody who has not said yes', async () => {
    await sayYes(db.sql, id.kari);
    expect(await send(await begin(db.sql, id.ingrid))).toBe(1);
    expect(await mailed()).toEqual(['kari']);
  });
  test.each([
    ['mentors', ['jonas', 'kari', 'wanda']],
    ['mentees', ['amina', 'dawit', 'walid']],
    ['both', ['amina', 'dawit', 'jonas', 'kari', 'walid', 'wanda']],
  ])('%s of the programme in every region, also who gets ready, and nobody of another', async (audience, names) => {
    await sayYes(db.sql, ...everybody);
    expect(await send(await begin(db.sql, id.ingrid, { audience }))).toBe(names.length);
    expect(await mailed()).toEqual(names);
  }); // prettier-ignore
  test('not who has left, and by her part here: a mentor there is a mentee here', async () => {
    await sayYes(db.sql, id.kari, id.jonas, id.mette);
    await db.sql`update public.mentors set standing = 'left' where person = ${id.jonas}`;
    await alsoMentee(id.mette);
    await send(await begin(db.sql, id.ingrid, { audience: 'mentors' }));
    expect(await mailed()).toEqual(['kari']);
    await send(await begin(db.sql, id.ingrid, { audience: 'mentees' }));
    expect(await mailed()).toEqual(['kari', 'mette']);
  });
  test('one mail, who is mentor and mentee in one programme', async () => {
    await alsoMentee(id.kari);
    await sayYes(db.sql, id.kari);
    expect(await send(await begin(db.sql, id.ingrid))).toBe(1);
  });
});

describe('yes and no', () => {
  test('is no until one says yes; what one has said is dated, and no desk learns it', async () => {
    expect(await since(id.kari)).toBe(null);
    const { events } = await actAndTrace(db.sql, id.kari, 'choose_newsletters(true)');
    expect(events).toEqual(['choose_newsletters by kari']);
    const at = await since(id.kari);
    expect(at).toMatch(/^20/);
    // Once more changes neither the day nor the link.
    await sayYes(db.sql, id.kari);
    expect(await since(id.kari)).toBe(at);
    for (const page of ['newsletter_desk()', `desk_person('${id.kari}')`])
      expect(JSON.stringify(await act(db.sql, id.ingrid, page))).not.toContain('newsletters_since');
    const seen = await asPerson(db.sql, id.ingrid, (as) => as`select verb from public.events`);
    expect(seen.map(({ verb }) => verb as string)).not.toContain('choose_newsletters');
  });
  test('said between the draft and sending counts; what has not left yet, never leaves', async () => {
    await sayYes(db.sql, id.kari, id.jonas, id.amina);
    const draft = await begin(db.sql, id.ingrid);
    await act(db.sql, id.jonas, 'choose_newsletters(false)');
    expect(await send(draft)).toBe(2);
    await act(db.sql, id.amina, 'choose_newsletters(false)');
    expect(await mailed()).toEqual(['kari']);
    expect(await since(id.amina)).toBe(null);
  });
  test('takes no signing in from the mail, and the link of one stops nobody else', async () => {
    await sayYes(db.sql, id.kari, id.amina);
    await send(await begin(db.sql, id.ingrid));
    const [first, second] = await mails();
    expect(first!.params.secret).not.toBe(second!.params.secret);
    expect(await stop('something else')).toBe('newsletter_link_unknown');
    expect(await readers()).toBe(2);
    // Whoever happens to be signed in: it is about the one who got the mail.
    expect(await stop(first!.params.secret, id.birthe)).toBe(null);
    expect(await mailed()).toEqual([nameOf(second!.person)]);
    const events = (by: string) =>
      asPerson(db.sql, by, (as) => as`select subject from public.events where verb = 'stop_newsletters'`);
    expect(await events(first!.person)).toEqual([{ subject: first!.person }]);
    expect(await events(id.birthe)).toEqual([]);
    expect(await stop(first!.params.secret)).toBe('newsletter_link_unknown');
    expect(await since(second!.person)).not.toBe(null);
  });
  test('the link of an older mail stops too, until one has said no', async () => {
    await sayYes(db.sql, id.kari);
    for (let nr = 0; nr < 2; nr++) await send(await begin(db.sql, id.ingrid));
    const [older, newer] = await mails();
    expect(older!.params.secret).toBe(newer!.params.secret);
    await act(db.sql, id.kari, 'choose_newsletters(false)');
    await sayYes(db.sql, id.kari);
    expect(await stop(older!.params.secret)).toBe('newsletter_link_unknown');
  });
  test('goes with the last place, and with the account', async () => {
    await sayYes(db.sql, id.kari, id.lin, id.amina);
    await db.sql`update public.mentors set standing = 'left' where person = ${id.lin}`;
    await forget(0);
    expect(await readers()).toBe(2);
    await db.sql`select private.erase_person(${id.kari})`;
    expect(await readers()).toBe(1);
  });
});

describe('the mail', () => {
  test.each([
    ['sv', ['en', 'sv'], 'sv'],
    // The first language of the programme is written, or not.
    ['sv', ['en', 'da', 'nb'], 'nb'],
    ['sv', ['da', 'en'], 'en'],
    ['sv', ['da'], 'da'],
  ])('of who reads %s, written in %j, is in %s', async (reads, locales, comes) => {
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{locales}', '["nb","en"]') where key = 'free'`;
    await db.sql`update public.people set locale = ${reads} where id = ${id.kari}`;
    await sayYes(db.sql, id.kari);
    await send(await begin(db.sql, id.ingrid, { locales }));
    expect((await mails())[0]!.params.title).toBe(`News in ${comes}`);
    const list = await act<{ items: { locale: string }[] }>(db.sql, id.kari, `my_newsletters('${reads}')`);
    expect(list.items[0]!.locale).toBe(comes);
  });
  test('says nothing of anybody in its subject, and everything as it was written', async () => {
    await sayYes(db.sql, id.kari);
    await send(await begin(db.sql, id.ingrid));
    const [mail] = await db.sql`select * from private.take_mail(10)`;
    const params = mail!.params as Record<string, string>;
    const always = { link: 'https://example.org/nb/my/', site: 'https://example.org/nb/' };
    const { subject, text } = await renderMail('newsletter-sent', 'nb', params, always);
    expect(subject).toBe('Et nyhetsbrev fra programmet ditt');
    expect(text).toContain(`\nNews in en\n\n${said}\n`);
    expect(text).toContain(`\nhttps://example.org/nb/newsletter/#${params['secret']}\n`);
    expect(text).toContain('\nhttps://example.org/nb/my/newsletters/\n');
    await db.sql`select private.mail_sent(${mail!.id})`;
    expect((await mails())[0]!.params).toEqual({});
  });
});

describe('what stays', () => {
  test('members read what was sent to people like them, the newest first; drafts nobody but their desk', async () => {
    const list = async (person: string) =>
      (await act<{ count: number; items: { title: string }[] }>(db.sql, person, `my_newsletters('en')`))
        .items;
    for (const audience of ['mentors', 'mentees'])
      await send(await begin(db.sql, id.ingrid, { audience, locales: [audience === 'mentors' ? 'en' : 'da'] }));
    await begin(db.sql, id.ingrid);
    expect((await list(id.kari)).map(({ title }) => title)).toEqual(['News in en']);
    expect((await list(id.amina)).map(({ title }) => title)).toEqual(['News in da']);
    expect(await list(id.mette)).toEqual([]);
    expect((await list(id.ingrid)).length).toBe(2);
    await db.sql`update public.mentors set standing = 'left' where person = ${id.kari}`;
    expect(await list(id.kari)).toEqual([]);
  }); // prettier-ignore
  test('is how many it went to; to whom, the outbox forgets after thirty days', async () => {
    await sayYes(db.sql, id.kari, id.amina);
    const draft = await begin(db.sql, id.ingrid);
    await send(draft);
    const newsletter = draft.id;
    await db.sql`update private.outbox set sent_at = now()`;
    await forget(31);
    expect(await mails()).toEqual([]);
    expect(await db.sql`select receivers from public.newsletters where id = ${newsletter}`).toEqual([{ receivers: 2 }]); // prettier-ignore
    const told = JSON.stringify(await db.sql`select * from public.events where subject = ${newsletter}`);
    expect(told).not.toContain(id.kari);
  });
  test('is not for ever: a draft goes after ninety days, what was sent after two years', async () => {
    await begin(db.sql, id.ingrid);
    await send(await begin(db.sql, id.ingrid));
    const left = async (days: number) => (await forget(days), (await db.sql`select from public.newsletters`).length); // prettier-ignore
    expect(await left(89)).toBe(2);
    expect(await left(91)).toBe(1);
    expect(await left(725)).toBe(1);
    expect(await left(735)).toBe(0);
  });
});

test('somebody who is brought in has said nothing yet', async () => {
  await addMentee(db.sql, '00000000-0000-4000-8000-000000000999', { shown_name: 'New' });
  expect(await send(await begin(db.sql, id.ingrid))).toBe(0);
  expect(await refused(db.sql, id.signe, 'choose_newsletters(true)')).toBe('not_in_a_programme');
});
