/** What is computed, and who reads what of a background: nothing reaches anybody without her yes. */
import { describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act } from './affair.ts';
import { save, schooling, toldTo, worked, type Facts } from './background.ts';
import { id, nameOf } from './cast.ts';
import { meet, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const year = new Date().getUTCFullYear();
const facts = {
  birth_year: year - 34,
  country: 'SY',
  came_as: 'refugee',
  arrival_year: year - 3,
  education: schooling,
  experience: worked,
};
const shown = { country: 'SY', years_here: 3, education: schooling, experience: worked };
const facts4 = ['country', 'years-here', 'education', 'experience'];
const shares = (list: string[], person: string = id.amina, more: Partial<Facts> = facts) =>
  act(db.sql, person, save({ ...more, shares: list }));
const one = async (query: string) => (await db.sql.unsafe(`select ${query} as x`))[0]!.x as unknown;

describe('what another reads', () => {
  test.each([
    ['country', { country: 'SY' }],
    ['years-here', { years_here: 3 }],
    ['education', { education: schooling }],
    ['experience', { experience: worked }],
  ])('%s is shared by itself', async (fact, expected) => {
    await openTrial(db.sql, id.amina, id.kari);
    await shares([fact]);
    expect(await toldTo(db.sql, id.kari)).toEqual([expected]);
  });

  test('is nothing without a yes, and nothing from the moment she takes it back', async () => {
    await openTrial(db.sql, id.amina, id.kari);
    await shares([]);
    expect(await toldTo(db.sql, id.kari)).toEqual([null]);
    await shares(facts4);
    expect(await toldTo(db.sql, id.kari)).toEqual([shown]);
    await shares([]);
    expect(await toldTo(db.sql, id.kari)).toEqual([null]);
  });

  test('of a mentor is where she works, and never what a mentee shares of herself', async () => {
    await openTrial(db.sql, id.amina, id.kari);
    const work = { ...facts, employer: 'Nordkraft', sector: 'energy', seniority: 'leader' };
    await shares(['employer', 'country'], id.kari, work);
    expect(await toldTo(db.sql, id.amina)).toEqual([{ employer: 'Nordkraft' }]);
    await shares(['employer', 'sector', 'seniority'], id.kari, work);
    expect(await toldTo(db.sql, id.amina)).toEqual([
      { employer: 'Nordkraft', sector: 'energy', seniority: 'leader' },
    ]);
  });

  test('begins with the trial, is there before and after they meet, and ends with it', async () => {
    await shares(facts4);
    await asPerson(
      db.sql,
      id.amina,
      (as) => as`select public.send_request(${id.kari}, 'I would like to ask you about work.')`,
    );
    expect(JSON.stringify(await act(db.sql, id.kari, 'my_page()'))).not.toContain('years_here');
    await db.sql`delete from public.requests`;
    const trial = await openTrial(db.sql, id.amina, id.kari);
    expect(await toldTo(db.sql, id.kari)).toEqual([shown]);
    await meet(db.sql, trial);
    expect(await toldTo(db.sql, id.kari)).toEqual([shown]);
    await act(db.sql, id.amina, `say_not_us('${trial}', 'time')`);
    expect(await toldTo(db.sql, id.kari)).toEqual([null]);
  });

  test('waits where a coordinator has to approve the trial first', async () => {
    await shares(facts4);
    const trial = await openTrial(db.sql, id.amina, id.kari);
    await db.sql`update public.trials set status = 'awaiting' where id = ${trial}`;
    expect(await toldTo(db.sql, id.kari)).toEqual([null]);
  });

  test('is for the one beside her and for no third person', async () => {
    await openTrial(db.sql, id.amina, id.kari);
    await shares(facts4);
    for (const person of [id.jonas, id.lin, id.dawit, id.birthe, id.signe]) {
      const [row] = await asPerson(
        db.sql,
        person,
        (as) =>
          as`select private.background_shared(${id.amina}, 'mentee') as told,
          (select b.told from private.backgrounds_at_desk('mentee') b where b.person = ${id.amina}) as read`,
      );
      expect(row).toEqual({ told: null, read: null });
    }
    // Kari asks, and gets what is shared and no more.
    const [row] = await asPerson(
      db.sql,
      id.kari,
      (as) =>
        as`select private.background_shared(${id.amina}, 'mentor') as other,
        (select b.told from private.backgrounds_at_desk('mentee') b where b.person = ${id.amina}) as read,
        (select count(*)::int from public.backgrounds) as rows`,
    );
    expect(row).toEqual({ other: null, read: null, rows: 0 });
  });
});

describe('a coordinator', () => {
  const read = async (person: string, part: 'mentee' | 'mentor') => {
    const rows = await asPerson(db.sql, person, (as) =>
      as<{ person: string; told: object }[]>`select * from private.backgrounds_at_desk(${part})`); // prettier-ignore
    return Object.fromEntries(rows.map((row) => [nameOf(row.person), row.told]));
  };
  test('reads age and years here, computed, of people at her desk', async () => {
    await shares([]);
    expect(await read(id.ingrid, 'mentee')).toEqual({ amina: { age: 34, came_as: 'refugee', ...shown } });
    await db.sql`update public.mentees set approved_at = now() - interval '400 days' where person = ${id.amina}`;
    const { waiting } = await act<{ waiting: { items: { background: object }[] } }>(
      db.sql,
      id.ingrid,
      'desk()',
    );
    expect(waiting.items[0]!.background).toMatchObject({ age: 34, country: 'SY' });
  });

  test('reads of somebody what belongs to the part she plays there, whatever she plays elsewhere', async () => {
    // Nils is a mentee in `careful`, and a mentor in `free`.
    await db.sql`insert into public.mentors (person, programme, standing, field, languages, offers, formats, place, region,
        hours, capacity, about, approved_at)
      select ${id.nils}, programme, standing, field, languages, offers, formats, place, region, hours, capacity, about, now()
      from public.mentors where person = ${id.kari}`;
    await shares([], id.nils, { ...facts, employer: 'Nordkraft' });
    expect((await read(id.ingrid, 'mentor')).nils).toEqual({ employer: 'Nordkraft' });
    expect((await read(id.ingrid, 'mentee')).nils).toBeUndefined();
    expect((await read(id.birthe, 'mentee')).nils).toEqual({ age: 34, came_as: 'refugee', ...shown });
    expect((await read(id.birthe, 'mentor')).nils).toBeUndefined();
    for (const person of [id.ingrid, id.birthe])
      expect(await asPerson(db.sql, person, (as) => as`select from public.backgrounds`)).toHaveLength(0);
  });
});

describe('bands', () => {
  test.each([
    [0, '0-1'],
    [1, '0-1'],
    [2, '2-4'],
    [4, '2-4'],
    [5, '5-9'],
    [9, '5-9'],
    [10, '10-19'],
    [19, '10-19'],
    [20, '20+'],
    [70, '20+'],
  ])('%i years here: %s', async (years, band) => {
    const came = `row(null, null, null, null, ${2026 - years}, null, null, null, null, null, null, '{}', '{}', now(), null)::public.backgrounds`;
    expect(await one(`private.stay_band(${came}, '2026-03-01')`)).toBe(band);
  });

  test('every age from birth on is in exactly one', async () => {
    const rows = await db.sql<{ band: string; n: number }[]>`
      select private.age_band(2026 - age, '2026-03-01') as band, count(*)::int as n from generate_series(0, 100) as age
      group by 1 order by min(age)`;
    expect(rows.map(({ band, n }) => `${band}: ${n}`)).toEqual([
      '0-17: 18', '18-24: 7', '25-34: 10', '35-44: 10', '45-54: 10', '55-64: 10', '65+: 36',
    ]);
  });

  test('nothing comes of nothing, and whoever was born here has no years here', async () => {
    expect(await one(`private.age_band(null, '2026-03-01')`)).toBeNull();
    expect(await one(`private.years_here(row(null, null, null, 'born-here', 2001, null, null, null, null, null, null, '{}', '{}', now(), null)::public.backgrounds, '2026-03-01')`)).toBeNull();
  });
}); // prettier-ignore
