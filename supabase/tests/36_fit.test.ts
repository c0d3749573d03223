/** How two fit: each share by itself, and hard rules that no points can buy. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPerson, refusalOf, type FreshDatabase } from '../../tests/database.ts';
import type { MenteeRow, MentorRow } from './cast.ts';
import { id } from './cast.ts';
import { addPair, fitOf, spoken } from './pair.ts';
import { letter, quietTown } from './town.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await quietTown();
});
afterAll(() => db.close());

const fit = (mentee: Partial<MenteeRow>, mentor: Partial<MentorRow> = {}) => fitOf(db.sql, mentee, mentor);

describe('field of work, by distance in ISCO-08', () => {
  test.each([
    ['the same unit group', '2512', '2512', 100],
    ['the same minor group', '2512', '2511', 75],
    ['the same sub-major group', '2512', '2521', 50],
    ['a generalist helps any field partly', '2221', '2423', 50],
    ['nothing in common', '2512', '2221', 0],
  ])('%s', async (_, mine, theirs, share) => {
    expect((await fit({ field: mine }, { field: theirs }))!.field).toBe(share);
  });

  test('neighbours that the numbering hides are near both ways', async () => {
    const [pair] = await db.sql<{ code: string; other: string }[]>`
      select code, neighbours[1] as other from public.fields where cardinality(neighbours) > 0 order by code limit 1`;
    expect((await fit({ field: pair!.code }, { field: pair!.other }))!.field).toBe(75);
    expect((await fit({ field: pair!.other }, { field: pair!.code }))!.field).toBe(75);
  });
});

describe('goals against what the mentor offers', () => {
  test.each([
    [['cv'], ['cv', 'network'], 100],
    [['cv', 'network'], ['cv'], 50],
    [['cv', 'network', 'sector'], ['cv'], 33],
    [['direction'], ['cv'], 0],
  ])('%j and %j', async (goals, offers, share) => {
    expect((await fit({ goals }, { offers }))!.goals).toBe(share);
  });
});

describe('language, at the lower of the two levels', () => {
  test.each([
    ['both at ease', 'en:C1', 'en:N', 90],
    ['she understands little', 'en:A2', 'en:N', 25],
    ['the mentor understands little', 'en:N', 'en:A2', 25],
    ['the best common one counts', 'en:A2 ar:N', 'en:C1 ar:C2', 100],
    ['six languages are looked at', 'en:A1 no:A1 sv:A1 da:A1 fi:A1 bn:B2', 'bn:C1', 75],
  ])('%s', async (_, hers, theirs, share) => {
    expect((await fit({ languages: spoken(hers) }, { languages: spoken(theirs) }))!.language).toBe(share);
  });

  test.each([
    ['no language in common', 'free', 'ar:N', 'en:N', false],
    ['the only common one is below A2', 'free', 'en:A1', 'en:N', false],
    ['A2 is enough where the programme demands nothing', 'free', 'en:A2', 'en:A2', true],
    ['the programme demands B1 on both sides', 'guarded', 'no:A2 en:C2', 'no:N en:C2', false],
    ['of the mentor too', 'guarded', 'no:C1 en:C2', 'no:A2 en:C2', false],
    ['in one and the same of its languages', 'guarded', 'no:C1', 'sv:N', false],
    ['in any one of its languages', 'guarded', 'sv:B1', 'sv:B1 no:A1', true],
  ])('the threshold is hard: %s', async (_, programme, hers, theirs, possible) => {
    const fitting = await fit({ programme, languages: spoken(hers) }, { languages: spoken(theirs) });
    expect(fitting !== null).toBe(possible);
  });
});

describe('place and form of meeting', () => {
  const [bay, hill, mill] = ['zz-north-bay', 'zz-north-hill', 'zz-south-mill'];
  const [person, online, either] = [['in-person'], ['online'], ['in-person', 'online']];
  test.each([
    ['in the same place', bay, either, bay, either, 100],
    ['in the same region', bay, person, hill, either, 80],
    ['elsewhere, online', bay, either, mill, either, 60],
    ['next door, but only online', bay, online, bay, either, 60],
    ['elsewhere, and one does not meet online', bay, person, mill, either, null],
    ['one only in person, the other only online', bay, person, bay, online, null],
  ])('%s', async (_, place, formats, theirPlace, theirFormats, share) => {
    const fitting = await fit({ place, formats }, { place: theirPlace, formats: theirFormats });
    expect(fitting?.place ?? null).toBe(share);
  });
});

test.each([
  [4, 8, 100],
  [4, 4, 100],
  [4, 1, 25],
  [3, 1, 33],
])('hours: she hopes for %d, the mentor has %d', async (hours, theirs, share) => {
  expect((await fit({ hours }, { hours: theirs }))!.time).toBe(share);
});

describe('preferences', () => {
  test.each([
    ['none', 'any', null, 100],
    ['has migrated', 'migrated', true, 100],
    ['wished for, and did not', 'migrated', false, 50],
    ['wished for, and has not said', 'migrated', null, 75],
    ['grew up here', 'local', false, 100],
  ])('migration: %s', async (_, prefers, migrated, share) => {
    expect((await fit({ prefers }, { migrated }))!.preference).toBe(share);
  });

  test.each([
    ['guarded', 'woman', 'woman', 100],
    ['guarded', 'woman', 'undisclosed', 50],
    ['guarded', 'any', 'man', 100],
    // Where the programme does not ask, an old answer counts for nothing.
    ['free', 'woman', 'man', 100],
  ])(
    'gender counts only where the programme asks: %s, %s, %s',
    async (programme, prefers_gender, gender, share) => {
      const languages = spoken('no:N');
      const fitting = await fit({ programme, prefers_gender, languages }, { gender, languages });
      expect(fitting!.preference).toBe(share);
    },
  );
});

describe('the same mother tongue, as a wish', () => {
  test.each([
    ['met', {}, 'ur:N en:B1', {}, 'ur:N no:N en:B2', 100],
    ['not met', {}, 'ur:N en:B1', {}, 'no:N en:B2', 50],
    ['hers by learning is not it', {}, 'ur:N en:B1', {}, 'ur:C2 en:B2', 50],
    ['one of two is enough', {}, 'ur:N en:N', {}, 'no:N en:N', 100],
    ['who names no mother tongue wishes for nothing', {}, 'ur:C2 en:C2', {}, 'no:N en:C2', 100],
    ['half of all wishes: the other half is met', { prefers: 'migrated' }, 'ur:N en:B1', { migrated: true }, 'no:N en:B2', 50],
    ['and the other way round', { prefers: 'migrated' }, 'ur:N', { migrated: false }, 'ur:N', 75],
    ['nothing stated', { prefers_tongue: 'any' }, 'ur:N en:B1', {}, 'no:N en:B2', 100],
  ])('%s', async (_, wish, hers, mentor, theirs, share) => {
    const fitting = await fit(
      { prefers_tongue: 'own', languages: spoken(hers), ...wish },
      { languages: spoken(theirs), ...mentor },
    );
    expect(fitting!.preference).toBe(share);
  }); // prettier-ignore
});

describe('what both like to do', () => {
  const norwegian = { languages: spoken('no:N') };
  test.each([
    ['two things are enough', ['music', 'art', 'dance'], ['art', 'music'], 100],
    ['one of them is half', ['music', 'art', 'dance'], ['art', 'film'], 50],
    ['her only one', ['languages'], ['languages', 'film'], 100],
    ['nothing', ['music'], ['film'], 0],
    ['she has not said', [], ['film'], 50],
    ['the mentor has not said', ['music'], [], 50],
  ])('%s', async (_, hers, theirs, share) => {
    const mentee = { programme: 'guarded', interests: hers, ...norwegian };
    expect((await fit(mentee, { interests: theirs, ...norwegian }))!.interests).toBe(share);
  });

  test('counts for nothing where the programme does not look at it', async () => {
    expect((await fit({ interests: ['music'] }, { interests: ['music'] }))!.interests).toBe(0);
  });
});

test('an unknown answer history starts kindly; answers raise it and silence lowers it', async () => {
  const { mentee, mentor } = await addPair(db.sql, {});
  const answers = async () =>
    (await db.sql`select answers from unnest(private.fitting_of(private.seeker(${mentee}), ${mentor}))`)[0]!
      .answers as number;
  const past = (status: string, answered: boolean, opened = true) => db.sql`
    insert into public.requests (programme, mentee, mentor, status, desks, sent_at, opened_at, answered_at, ended_at, expires_at)
    values ('free', ${id.amina}, ${mentor}, ${status}, '{free}', now() - interval '20 days',
      ${opened ? db.sql`now() - interval '20 days'` : null},
      ${answered ? db.sql`now() - interval '18 days'` : null}, now() - interval '10 days', now())`;
  expect(await answers()).toBe(66);
  await past('declined', true);
  expect(await answers()).toBe(75);
  await past('expired', false);
  await past('expired', false);
  expect(await answers()).toBe(50);
  // A proposal that the mentee left unanswered is not the mentor's silence.
  await past('expired', false, false);
  expect(await answers()).toBe(50);
});

test('who has much on her gives way to who has room', async () => {
  const { mentee, mentor } = await addPair(db.sql, {}, { capacity: 4 });
  const load = async () =>
    (await db.sql`select load from unnest(private.fitting_of(private.seeker(${mentee}), ${mentor}))`)[0]!
      .load as number;
  expect(await load()).toBe(100);
  const other = await addPair(db.sql, {});
  await asPerson(db.sql, other.mentee, (as) => as`select public.send_request(${mentor}, ${letter})`);
  expect(await load()).toBe(80);
  await db.sql`update public.mentors set taken = 2 where person = ${mentor}`;
  expect(await load()).toBe(30);
});

describe('hard rules are never traded for points', () => {
  test.each([
    ['no free place', `update public.mentors set taken = capacity`],
    ['paused', `update public.mentors set paused_from = current_date - 1, paused_until = current_date`],
    ['not approved', `update public.mentors set standing = 'preparing'`],
    ['another programme', `update public.mentors set programme = 'careful'`],
  ])('%s', async (_, change) => {
    const { mentee, mentor } = await addPair(db.sql, {});
    const fits = () => db.sql`select from unnest(private.fitting_of(private.seeker(${mentee}), ${mentor}))`;
    expect(await fits()).toHaveLength(1);
    await db.sql.unsafe(`${change} where person = '${mentor}'`);
    expect(await fits()).toHaveLength(0);
    const refused = await refusalOf(
      asPerson(db.sql, mentee, (as) => as`select public.send_request(${mentor}, ${letter})`),
    );
    expect(refused).toMatch(/^mentor_(unknown|full)$/);
  });

  test('what the browser might show changes nothing: a request across the language threshold is refused', async () => {
    const { mentee, mentor } = await addPair(
      db.sql,
      { languages: spoken('ar:N') },
      { languages: spoken('no:N') },
    );
    const act = asPerson(db.sql, mentee, (as) => as`select public.send_request(${mentor}, ${letter})`);
    expect(await refusalOf(act)).toBe('mentor_unknown');
  });
});

test('the weights come from the programme and add up to the score', async () => {
  const fitting = (await fit({}, {}))!;
  const { field, goals, language, place, time, preference, answers, load } = fitting;
  const w = { field: 30, goals: 20, language: 15, place: 10, time: 10, preference: 5, answers: 5, load: 5 };
  expect(fitting.score).toBe(
    w.field * field + w.goals * goals + w.language * language + w.place * place + w.time * time +
      w.preference * preference + w.answers * answers + w.load * load,
  ); // prettier-ignore
  const real =
    await db.sql`select key, (select sum(w) from unnest(weights) as w) as sum from public.programmes`;
  expect(real.filter(({ sum }) => Number(sum) !== 100)).toEqual([]);
});
