/** Mentors who show themselves to visitors: nobody without her yes, nothing but her card, and gone at once. */
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { crowdOfMentors } from './crowd.ts';
import { met as visit, namesMet, show, words, type Card } from './introduction.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const met = (programme?: string) => visit(db.sql, programme);
const names = (programme?: string) => namesMet(db.sql, programme);
const consents = () =>
  db.sql`select shown, with_photo, version, locale from public.introduction_consents where person = ${id.kari} order by id`;
const photo = Buffer.from('ffd8ffc0000b080100010003012200ffd9', 'hex');
const givePhoto = () => db.sql`insert into public.pictures (person, photo) values (${id.kari}, ${photo})`;

describe('a yes', () => {
  test('shows a mentor to visitors of her programme, and her own words, never those of her profile', async () => {
    expect(await met()).toEqual([]);
    const { events } = await actAndTrace(db.sql, id.kari, show(`  ${words} `));
    expect(events).toEqual(['show_introduction by kari']);
    const [mentor] =
      await db.sql`select field, languages, about from public.mentors where person = ${id.kari}`;
    // Every key there is: a new one has to be thought about, here.
    expect(await met()).toEqual([
      {
        name: 'kari',
        words,
        field: mentor!.field,
        languages: mentor!.languages.map(({ language }: { language: string }) => language),
        region: 'zz-north',
        picture: null,
      },
    ]);
    expect(JSON.stringify(await met())).not.toContain(id.kari);
    expect(await met('careful')).toEqual([]);
    expect(await met('nowhere')).toEqual([]);
  });

  test('is written down with its wording, language and time, and so is taking it back', async () => {
    await act(db.sql, id.kari, show());
    await act(db.sql, id.kari, `hide_introduction('da')`);
    await act(db.sql, id.kari, `hide_introduction('da')`);
    expect([...(await consents())]).toEqual([
      { shown: true, with_photo: false, version: 1, locale: 'nb' },
      { shown: false, with_photo: false, version: 1, locale: 'da' },
    ]);
  });

  test('taken back shows her no longer; what she wrote is hers, and she may say yes again', async () => {
    await act(db.sql, id.kari, show());
    const { events } = await actAndTrace(db.sql, id.kari, `hide_introduction('nb')`);
    expect(events).toEqual(['hide_introduction by kari']);
    expect(await met()).toEqual([]);
    expect(await act(db.sql, id.kari, 'my_introduction()')).toMatchObject({ shown: false, card: { words } });
    expect(await act(db.sql, id.ingrid, `desk_person('${id.kari}')`)).toMatchObject({
      places: [{ introduction: null }],
    });
    await act(db.sql, id.kari, show());
    expect(await names()).toEqual(['kari']);
  });

  test('is looked at before it is said: the very card that visitors get', async () => {
    await db.sql`insert into public.pictures (person, shape) values (${id.kari}, 4)`;
    const before = await act<{ card: Card }>(db.sql, id.kari, 'my_introduction()');
    expect(before).toMatchObject({
      programme: 'free',
      shown: false,
      with_photo: false,
      stopped: false,
      photo: null,
    });
    await act(db.sql, id.kari, show());
    expect(await met()).toEqual([{ ...before.card, words }]);
    expect((await met())[0]!.picture).toEqual({ shape: 4 });
  });

  test.each([
    ['Too short to tell.', 'introduction_words_length'],
    ['x'.repeat(281), 'introduction_words_length'],
    ['\u200b'.repeat(40), 'introduction_words_length'],
    ['Write to me at kari@example.org if you like.', 'introduction_words_reach_nobody'],
    ['All about me stands on https://example.org', 'introduction_words_reach_nobody'],
    ['All about me stands on www.example.org', 'introduction_words_reach_nobody'],
    ['You may just call me: 900 00 000', 'introduction_words_reach_nobody'],
  ])('is not taken with “%s”', async (said, key) => {
    expect(await refused(db.sql, id.kari, show(said))).toMatch(key);
    expect(await met()).toEqual([]);
  });
  test('is taken with years in it, at full length', async () => {
    await act(db.sql, id.kari, show(`From 2010-2019 I built roads. ${'x'.repeat(250)}`));
    expect(await names()).toEqual(['kari']);
  });
});

describe('a photo', () => {
  test('is a yes of its own: without it her letter stands there', async () => {
    await givePhoto();
    await act(db.sql, id.kari, show());
    expect((await met())[0]!.picture).toBeNull();
    await act(db.sql, id.kari, show(words, true));
    expect((await met())[0]!.picture).toEqual({ photo: photo.toString('base64') });
    await act(db.sql, id.kari, `hide_introduction('nb')`);
    await act(db.sql, id.kari, show());
    expect((await met())[0]!.picture).toBeNull();
  });
  test('that she has not looked at here is not shown: another one asks anew', async () => {
    const other = Buffer.from([...photo, 1]);
    await givePhoto();
    await act(db.sql, id.kari, show(words, true));
    await db.sql`update public.pictures set photo = ${other}`;
    expect((await met())[0]!.picture).toBeNull();
    await act(db.sql, id.kari, show(words, true));
    await act(db.sql, id.kari, 'choose_shape(null)');
    await givePhoto();
    expect((await met())[0]!.picture).toBeNull();
  });
  test('is not agreed to where there is none', async () => {
    await db.sql`insert into public.pictures (person, shape) values (${id.kari}, 4)`;
    await act(db.sql, id.kari, show(words, true));
    expect([...(await consents())]).toMatchObject([{ shown: true, with_photo: false }]);
  });
});

describe('who is not shown, whatever she said', () => {
  const gone: [string, (person: string) => string][] = [
    ['has paused', () => `paused_from = current_date`],
    ['gets ready anew', () => `standing = 'preparing'`],
    ['has left', () => `standing = 'left'`],
    ['has gone to another programme', () => `programme = 'careful'`],
  ];
  test.each(gone)('who %s', async (_, change) => {
    for (const person of [id.kari, id.lin]) await act(db.sql, person, show());
    expect(await names()).toEqual(['kari', 'lin']);
    await db.sql.unsafe(`update public.mentors set ${change(id.kari)} where person = '${id.kari}'`);
    expect(await names()).toEqual(['lin']);
    expect(await names('careful')).toEqual([]);
  });
  test('after a pause she is there again; after leaving nothing is kept', async () => {
    await act(db.sql, id.kari, show());
    await act(db.sql, id.kari, 'pause(current_date, null)');
    expect(await met()).toEqual([]);
    await act(db.sql, id.kari, 'resume()');
    expect(await names()).toEqual(['kari']);
    await db.sql`update public.mentors set standing = 'left' where person = ${id.kari}`;
    expect(await db.sql`select from public.introductions`).toHaveLength(0);
    expect(await consents()).toHaveLength(0);
    await db.sql`update public.mentors set standing = 'approved' where person = ${id.kari}`;
    expect(await met()).toEqual([]);
  });
  test('whoever has paused, from the first day to the last', async () => {
    await act(db.sql, id.kari, show());
    await act(db.sql, id.kari, 'pause(current_date + 2, current_date + 3)');
    const days =
      await db.sql`select d, jsonb_array_length(private.introductions_on('free', current_date + d)) as shown
      from generate_series(1, 4) as d order by d`;
    expect(days.map(({ shown }) => shown as number)).toEqual([1, 0, 0, 1]);
  });
  test('whoever is erased', async () => {
    await act(db.sql, id.kari, show());
    await db.sql`select private.erase_person(${id.kari})`;
    expect(await met()).toEqual([]);
  });
  test('of where she lives at most a region of the programme is told', async () => {
    await act(db.sql, id.kari, show());
    await db.sql`update public.programmes set rules = jsonb_set(rules, '{regions}', '["zz-south"]') where key = 'free'`;
    expect(await met()).toMatchObject([{ region: null }]);
  });
});

test('twelve of many, the same and in the same order all day: nobody pages through them', async () => {
  const crowd = await crowdOfMentors(db.sql, 20);
  for (const person of crowd) await act(db.sql, person, show());
  const first = await met();
  expect(first).toHaveLength(12);
  expect(await met()).toEqual(first);
  // The order tells nothing, neither of names nor of who came first.
  expect(first.map(({ name }) => name)).not.toEqual(first.map(({ name }) => name).sort());
  const [other] = await db.sql`select private.introductions_on('free', current_date + 1) as cards`;
  expect(other!.cards).toHaveLength(12);
  expect(other!.cards).not.toEqual(first);
});
