/** Somebody without an account asks: limited, told to the right desks, answered by mail once, and forgotten but for a number. */
import { describe, expect, test } from 'vitest';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const answer = 'Yes, you may: come on Monday at ten.';

interface Asked {
  topic?: string;
  locale?: string;
  words?: string;
  address?: string;
  programme?: string | null;
  region?: string | null;
}
const ask = ({ topic = 'apply', locale = 'sv', words = 'Får jag söka utan examen?', address = 'asks@example.org', programme = null, region = null }: Asked = {}) =>
  asPerson(db.sql, null, (as) => as`select public.ask_us(${topic}, ${locale}, ${words}, ${address}, ${programme}, ${region}) as said`); // prettier-ignore
const enquiries = () =>
  db.sql<{ id: string; desks: string[] }[]>`select * from public.enquiries order by asked_at`;
const desk = (by: string) =>
  act<{ open: { count: number; items: object[] }; answered: { count: number }; counts: object[] }>(db.sql, by, 'enquiry_desk()'); // prettier-ignore
const one = async () => (await enquiries())[0]!.id;
const forget = (days: number) => db.sql`select private.forget(now() + make_interval(days => ${days}))`;
/** Every place in which somebody who asked could still be read. */
const left = async () => {
  const [row] = await db.sql`select
    (select count(*) from public.enquiries)::int as questions,
    (select count(*) from private.enquiry_addresses)::int as addresses,
    (select count(*) from private.outbox o where o.address is not null or o.params <> '{}')::int as mails`;
  return row;
};

describe('asking', () => {
  test('reaches the desks it names, and every desk where it names none', async () => {
    const seenBy = async () =>
      Promise.all([id.ingrid, id.torstein, id.birthe].map(async (by) => (await desk(by)).open.count));
    await ask({ programme: 'free', region: 'zz-north' });
    expect(await seenBy()).toEqual([1, 0, 0]);
    await ask({ programme: 'free' });
    expect(await seenBy()).toEqual([2, 1, 0]);
    await ask();
    expect(await seenBy()).toEqual([3, 2, 1]);
    // Where nobody works, somebody answers all the same.
    await ask({ address: 'there@example.org', region: 'no-03' });
    expect(await seenBy()).toEqual([4, 3, 2]);
  });
  test('is told to a coordinator with topic, language, day and words, and without the address', async () => {
    await ask({ programme: 'free' });
    const { open } = await desk(id.ingrid);
    expect(open.items).toEqual([
      expect.objectContaining({ topic: 'apply', locale: 'sv', words: 'Får jag söka utan examen?', programme: 'free', region: null }),
    ]); // prettier-ignore
    expect(JSON.stringify(await desk(id.ingrid))).not.toContain('asks@');
    for (const table of ['private.enquiry_addresses', 'private.enquiry_counts', 'private.outbox'])
      expect(await refusalOf(asPerson(db.sql, id.ingrid, (as) => as.unsafe(`select * from ${table}`)))).toBe(
        '42501',
      );
  });
  test.each<[Asked, string]>([
    [{ topic: 'weather' }, 'enquiry_topic_is_known'],
    [{ locale: 'fr' }, 'enquiry_locale_is_known'],
    [{ words: ' Hello?    ' }, 'enquiry_words_length'],
    [{ words: 'x'.repeat(1001) }, 'enquiry_words_length'],
    [{ words: '\u200b'.repeat(20) }, 'enquiry_words_length'],
    [{ address: 'nobody' }, 'address_malformed'],
    [{ programme: 'none' }, 'programme_unknown'],
    [{ region: 'none' }, 'place_unknown'],
  ])('%j is refused: %s', async (asked, key) => {
    expect(await refusalOf(ask(asked))).toBe(key);
    expect(await left()).toEqual({ questions: 0, addresses: 0, mails: 0 });
  });
  test('answers the same to whoever has an account or none, and keeps the same; no mail leaves', async () => {
    const known = `${id.amina}@example.org`;
    const answers = [];
    for (const address of [known, ...Array<string>(5).fill(' New@Example.org ')])
      answers.push((await ask({ address }))[0]);
    expect(new Set(answers.map((said) => JSON.stringify(said))).size).toBe(1);
    const rows =
      await db.sql`select address, count(*)::int from private.enquiry_addresses group by 1 order by 2`;
    // A fourth of an address as well: otherwise a desk would see from what is missing that she asked elsewhere.
    expect(rows.map(({ address, count }) => [address, count])).toEqual([[known, 1], ['new@example.org', 5]]); // prettier-ignore
    expect(await left()).toEqual({ questions: 6, addresses: 6, mails: 0 });
  });
  test('two hundred a day are enough, also where the last come at once', async () => {
    await db.sql`insert into public.enquiries (topic, locale, words, desks)
      select 'other', 'en', 'Something to ask', '{free}' from generate_series(1, 197)`;
    const keys = await Promise.all(Array.from({ length: 10 }, () => refusalOf(ask())));
    expect(keys.filter((key) => key === 'too_many_enquiries')).toHaveLength(7);
    expect(await left()).toMatchObject({ questions: 200, addresses: 3 });
    await db.sql`update public.enquiries set asked_at = now() - interval '25 hours'`;
    expect(await refusalOf(ask())).toBe(null);
  });
});

describe('answering', () => {
  test('is one mail in the language of whoever asked; the address leaves with it', async () => {
    await ask();
    const { events, mails } = await actAndTrace(
      db.sql,
      id.ingrid,
      `answer_enquiry('${await one()}', '${answer}')`,
    );
    expect(events).toEqual(['answer_enquiry by ingrid']);
    expect(mails).toHaveLength(1);
    const [mail] = await db.sql`select * from private.take_mail(10)`;
    expect(mail).toMatchObject({ kind: 'enquiry-answered', locale: 'sv', address: 'asks@example.org', params: { question: 'Får jag söka utan examen?', answer } }); // prettier-ignore
    expect(await left()).toEqual({ questions: 1, addresses: 0, mails: 1 });
    await db.sql`select private.mail_sent(${mail!.id})`;
    expect(await left()).toEqual({ questions: 1, addresses: 0, mails: 0 });
    expect(await refused(db.sql, id.birthe, `answer_enquiry('${await one()}', '${answer}')`)).toBe(
      'enquiry_answered',
    );
  });
  test('by two at once is one answer', async () => {
    await ask();
    const asked = await one();
    const both = await Promise.all([id.ingrid, id.birthe].map((by) => refused(db.sql, by, `answer_enquiry('${asked}', '${answer}')`))); // prettier-ignore
    expect(both.sort()).toEqual(['enquiry_answered', null]);
    expect(await db.sql`select from private.outbox where kind = 'enquiry-answered'`).toHaveLength(1);
  });
  test('too short is no answer, and another desk has none to give', async () => {
    await ask({ programme: 'careful' });
    const asked = await one();
    expect(await refused(db.sql, id.birthe, `answer_enquiry('${asked}', ' Yes. ')`)).toBe(
      'enquiry_answer_length',
    );
    expect(await refused(db.sql, id.ingrid, `answer_enquiry('${asked}', '${answer}')`)).toBe(
      'enquiry_unknown',
    );
    expect(await left()).toEqual({ questions: 1, addresses: 1, mails: 0 });
  });
  test('that cannot be delivered stands on the desk, and can be sent again', async () => {
    await ask({ programme: 'free' });
    await act(db.sql, id.ingrid, `answer_enquiry('${await one()}', '${answer}')`);
    const [mail] = await db.sql`update private.outbox set attempts = 8, given_up_at = now() returning id`;
    const lost = async (by: string) =>
      (await act<{ mails: { items: object[] } }>(db.sql, by, 'desk()')).mails.items;
    expect(await lost(id.ingrid)).toEqual([expect.objectContaining({ id: Number(mail!.id), person: null, name: null, kind: 'enquiry-answered' })]); // prettier-ignore
    expect(await lost(id.birthe)).toEqual([]);
    await act(db.sql, id.torstein, `send_mail_again(${mail!.id})`);
    expect(await db.sql`select from private.take_mail(10)`).toHaveLength(1);
  });
  test('is not needed for what is no question', async () => {
    await ask();
    expect(await refused(db.sql, id.signe, `drop_enquiry('${await one()}')`)).toBe('enquiry_unknown');
    await act(db.sql, id.ingrid, `drop_enquiry('${await one()}')`);
    expect(await left()).toEqual({ questions: 0, addresses: 0, mails: 0 });
  });
});

test('what coordinators began to answer goes with it: answered, dropped, forgotten or erased', async () => {
  const begun = async () => {
    const [row] = await db.sql`select count(*)::int as begun from public.drafts where form like 'enquiry/%'`;
    return row!.begun as number;
  };
  const ends: ((asked: string) => Promise<unknown>)[] = [
    (asked) => act(db.sql, id.ingrid, `answer_enquiry('${asked}', '${answer}')`),
    (asked) => act(db.sql, id.ingrid, `drop_enquiry('${asked}')`),
    () => forget(61),
    () => db.sql`select private.erase_enquiries('asks@example.org')`,
  ];
  for (const end of ends) {
    await db.sql`delete from public.enquiries`;
    await ask();
    await ask({ address: 'waits@example.org' });
    const [first, waits] = (await enquiries()).map((enquiry) => enquiry.id);
    for (const asked of [first, waits])
      for (const by of [id.ingrid, id.birthe]) await act(db.sql, by, `save_draft('enquiry/${asked}', '{}')`);
    await end(first!);
    expect([end.toString(), await begun()]).toEqual([end.toString(), end === ends[2] ? 0 : 2]);
  }
});

describe('what stays', () => {
  test('is a number: words and address go a week after the answer', async () => {
    await ask();
    await act(db.sql, id.ingrid, `answer_enquiry('${await one()}', '${answer}')`);
    await forget(6);
    expect(await left()).toMatchObject({ questions: 1, mails: 1 });
    await forget(8);
    expect(await left()).toEqual({ questions: 0, addresses: 0, mails: 0 });
    const rows =
      await db.sql`select topic, locale, asked, month = date_trunc('month', now())::date as now from private.enquiry_counts`;
    expect(rows[0]).toEqual({ topic: 'apply', locale: 'sv', asked: 1, now: true });
    await forget(800);
    expect(await db.sql`select from private.enquiry_counts`).toHaveLength(0);
  });
  test('is nothing else after sixty days without an answer', async () => {
    await ask();
    await forget(59);
    expect(await left()).toMatchObject({ questions: 1, addresses: 1 });
    await forget(61);
    expect(await left()).toEqual({ questions: 0, addresses: 0, mails: 0 });
  });
  test('is told to a coordinator from five on', async () => {
    for (let nr = 0; nr < 4; nr++) await ask({ address: `nr${nr}@example.org` });
    expect((await desk(id.ingrid)).counts).toEqual([{ topic: 'apply', locale: 'sv', asked: null }]);
    await ask({ address: 'fifth@example.org' });
    expect((await desk(id.birthe)).counts).toEqual([{ topic: 'apply', locale: 'sv', asked: 5 }]);
  });
  test('and whoever wants to be erased is, with or without an account', async () => {
    await ask({ address: `${id.amina}@example.org` });
    await ask({ address: 'asks@example.org' });
    await db.sql`select private.erase_person(${id.amina})`;
    expect(await left()).toMatchObject({ questions: 1, addresses: 1 });
    await db.sql`select private.erase_enquiries('Asks@Example.org')`;
    expect(await left()).toEqual({ questions: 0, addresses: 0, mails: 0 });
  });
});
