/** The directory: filters, words that forgive, shelves, and whom one never meets there. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPerson, refusalOf, type FreshDatabase } from '../../tests/database.ts';
import { addMentee, addMentor, id, type MentorRow } from './cast.ts';
import { find, spoken } from './pair.ts';
import { ask, quietTown } from './town.ts';

let db: FreshDatabase;
const mentee = randomUUID();
const person = new Map<string, string>();

const people: Record<string, Partial<MentorRow>> = {
  Zoë: {
    specialism: 'Embedded systems',
    languages: spoken('en:C1 uk:N'),
    offers: ['cv', 'sector'],
    hours: 6,
  },
  Åse: { field: '2511', place: 'zz-north-hill', formats: ['in-person'], offers: ['cv'], hours: 2 },
  Øystein: {
    field: '2221',
    specialism: 'Intensive care',
    place: 'zz-south-mill',
    formats: ['online'],
    hours: 1,
  },
  'Müller-Ñandú': { field: '2142', place: 'zz-south-town', offers: ['network', 'cv', 'sector'] },
};

beforeAll(async () => {
  db = await quietTown();
  // A programme with only the four in it.
  await db.sql`insert into public.programmes (key, rules) select 'small', jsonb_set(rules, '{key}', '"small"')
    from public.programmes where key = 'free'`;
  await addMentee(db.sql, mentee, { programme: 'small', languages: spoken('en:C1 uk:C1') });
  for (const [name, row] of Object.entries(people)) {
    person.set(name, randomUUID());
    await addMentor(db.sql, person.get(name)!, { programme: 'small', shown_name: name, ...row });
  }
});
afterAll(() => db.close());

const names = async (args = '') => (await find(db.sql, mentee, args)).map(({ name }) => name).sort();
const mark = (name: string, as: string | null) =>
  asPerson(db.sql, mentee, (tx) => tx`select public.mark_person(${person.get(name)!}, ${as})`);
const all = Object.keys(people).sort();

describe('filters', () => {
  test.each([
    ['', all],
    [`fields => '{2511}'`, ['Åse']],
    [`fields => '{2511,2142}'`, ['Müller-Ñandú', 'Åse']],
    [`fields => '{}'`, []],
    [`language => 'uk'`, ['Zoë']],
    [`region => 'zz-north'`, ['Zoë', 'Åse']],
    [`online => true`, ['Müller-Ñandú', 'Zoë', 'Øystein']],
    [`offers => '{cv,sector}'`, ['Müller-Ñandú', 'Zoë']],
    [`hours => 4`, ['Müller-Ñandú', 'Zoë']],
    [`region => 'zz-south', offers => '{network}', online => true`, ['Müller-Ñandú', 'Øystein']],
    [`region => 'zz-nowhere'`, []],
  ])('%s', async (args, found) => {
    expect(await names(args)).toEqual([...found].sort());
  });
});

describe('words', () => {
  test.each([
    ['a name without its accents', 'zoe', ['Zoë']],
    ['a name in capitals', 'ÅSE', ['Åse']],
    ['letters that are not on every keyboard', 'oystein', ['Øystein']],
    ['part of a double name', 'nandu', ['Müller-Ñandú']],
    ['a specialism with a typo', 'embeded sistems', ['Zoë']],
    ['a field of work in Swedish', 'sjuksköterska', ['Øystein']],
    ['the same with a typo and without dots', 'sjukskotreska', ['Øystein']],
    ['a place', 'blabaervik', ['Zoë']],
    ['two words, both of which count', 'zoe embedded', ['Zoë']],
    ['two words of two people', 'zoe intensive', []],
    ['nothing like it', 'xylophonequartz', []],
    ['only spaces is no search', '   ', all],
    ['what looks like SQL is a word', `'; drop table public.people; --`, []],
    ['so is what looks like a pattern', '%_%', []],
  ])('%s: %s', async (_, words, found) => {
    expect(await names(`words => ${quoted(words)}`)).toEqual([...found].sort());
  });

  test('a very long search is cut, not refused', async () => {
    expect(await names(`words => ${quoted(`zoe ${'a'.repeat(5000)}`)}`)).toEqual([]);
  });
});

describe('shelves', () => {
  test('a favourite is marked, and stands on its shelf, where words search too', async () => {
    await mark('Zoë', 'favourite');
    await mark('Åse', 'favourite');
    expect(await names(`shelf => 'favourite'`)).toEqual(['Zoë', 'Åse']);
    expect(await names(`shelf => 'favourite', words => 'zoe'`)).toEqual(['Zoë']);
    expect((await find(db.sql, mentee)).find(({ name }) => name === 'Zoë')?.mark).toBe('favourite');
    await mark('Zoë', null);
    await mark('Åse', null);
    expect(await names(`shelf => 'favourite'`)).toEqual([]);
  });

  test('who is hidden is out of sight, but can be fetched back', async () => {
    await mark('Zoë', 'hidden');
    expect(await names()).not.toContain('Zoë');
    expect(await names(`words => 'zoe'`)).toEqual([]);
    expect(await names(`shelf => 'hidden'`)).toEqual(['Zoë']);
    await mark('Zoë', null);
    expect(await names()).toContain('Zoë');
  });

  test('whom she blocked she does not meet', async () => {
    await mark('Zoë', 'blocked');
    expect(await names()).not.toContain('Zoë');
    expect(await names(`shelf => 'hidden'`)).toEqual([]);
    await mark('Zoë', null);
  });

  test('who blocked her is not there, also if she had asked once', async () => {
    const zoe = person.get('Zoë')!;
    const request = await ask(db.sql, mentee, zoe);
    await asPerson(db.sql, zoe, async (as) => {
      await as`select public.decline_request(${request}, 'other')`;
      await as`select public.mark_person(${mentee}, 'blocked')`;
    });
    expect(await names()).not.toContain('Zoë');
    expect(await names(`shelf => 'favourite'`)).not.toContain('Zoë');
    await db.sql`update public.requests set sent_at = sent_at - interval '1 year', opened_at = opened_at - interval '1 year'`;
    const again = asPerson(
      db.sql,
      mentee,
      (as) => as`select public.send_request(${zoe}, 'A second try, twenty letters.')`,
    );
    expect(await refusalOf(again)).toBe('mentor_unknown');
    await db.sql`delete from public.marks`;
  });
});

describe('whom one never meets', () => {
  test('the full, the paused, those who get ready, and other programmes', async () => {
    const change = async (set: string) => {
      await db.sql.unsafe(`update public.mentors set ${set} where person = '${person.get('Åse')}'`);
      return (await names()).includes('Åse');
    };
    expect(await change(`taken = capacity`)).toBe(false);
    expect(await change(`taken = 0`)).toBe(true);
    expect(await change(`paused_from = current_date, paused_until = current_date`)).toBe(false);
    expect(await change(`paused_from = current_date + 1, paused_until = null`)).toBe(true);
    expect(await change(`paused_from = current_date - 9, paused_until = current_date - 1`)).toBe(true);
    expect(await change(`paused_from = null`)).toBe(true);
    expect(await change(`standing = 'preparing'`)).toBe(false);
    expect(await change(`standing = 'approved'`)).toBe(true);
    expect(await change(`programme = 'free'`)).toBe(false);
    expect(await change(`programme = 'small'`)).toBe(true);
  });

  test('a mentee who gets ready finds nobody yet, and a mentor is not a mentee', async () => {
    expect(await find(db.sql, id.walid)).toEqual([]);
    await expect(find(db.sql, id.kari)).rejects.toThrow('not_a_mentee');
  });

  test('where only coordinators match, the directory is empty', async () => {
    const [mentor, chosen] = [randomUUID(), randomUUID()];
    await addMentor(db.sql, mentor, { programme: 'chosen' });
    await addMentee(db.sql, chosen, { programme: 'chosen' });
    expect(await find(db.sql, chosen)).toEqual([]);
    const act = asPerson(
      db.sql,
      chosen,
      (as) => as`select public.send_request(${mentor}, 'Twenty letters and some.')`,
    );
    expect(await refusalOf(act)).toBe('coordinator_matches_here');
  });

  test('somebody who is both never meets herself', async () => {
    const both = randomUUID();
    await addMentor(db.sql, both, { programme: 'small', shown_name: 'Both' });
    await db.sql`insert into public.mentees (person, programme, standing, field, languages, goals, formats, place, region, hours, about)
      select person, programme, standing, field, languages, '{cv}', formats, place, region, hours, about
      from public.mentors where person = ${both}`;
    expect((await find(db.sql, both)).map(({ name }) => name)).not.toContain('Both');
    const act = asPerson(
      db.sql,
      both,
      (as) => as`select public.send_request(${both}, 'Twenty letters and some.')`,
    );
    expect(await refusalOf(act)).toBe('not_oneself');
    await db.sql`delete from auth.users where id = ${both}`;
  });
});

test('a card holds what was declared, and nothing of the private part', async () => {
  const [card] = await find(db.sql, mentee, `words => 'zoe'`);
  expect(Object.keys(card!).sort()).toEqual(
    'about field formats hours languages mark name offers person place raise reasons region score specialism'.split(
      ' ',
    ),
  );
});

test('a page is never empty-sized nor endless', async () => {
  expect(await find(db.sql, mentee, 'page_size => 0')).toHaveLength(1);
  expect(await find(db.sql, mentee, 'page_size => -5')).toHaveLength(1);
  expect(await find(db.sql, mentee, 'page_size => 100000')).toHaveLength(4);
});

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
