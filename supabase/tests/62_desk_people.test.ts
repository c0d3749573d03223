/** A coordinator finds anybody at her desks and what they are in; nobody else finds anybody. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { addMentee, addMentor, id, nameOf } from './cast.ts';
import { crowdOfMentees } from './crowd.ts';
import { ask, letter, metTrial, openMatch, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
interface Affair {
  kind: string;
  id: string;
  other: string | null;
  with: string | null;
}
interface Item {
  person: string;
  part: string;
  name: string;
  doing: string[];
  affairs: Affair[];
}
interface Page {
  count: number;
  items: Item[];
  next: object | null;
}
const people = (person: string, args = '') => act<Page>(db.sql, person, `desk_people(${args})`);
const named = async (person: string, args = '') =>
  (await people(person, args)).items.map((one) => `${nameOf(one.person)} ${one.part}`);
const doing = async (person: string, of: string) =>
  (await people(person)).items.find((one) => one.person === of)?.doing;
const rename = (person: string, name: string, surname: string | null = null) => db.sql`
  with n as (update public.people set shown_name = ${name} where id = ${person})
  update public.people_private set surname = ${surname} where person = ${person}`;

test('everybody at my desks in the order of their names, and nobody of another programme or region', async () => {
  expect(await named(id.ingrid)).toEqual([
    'amina mentee', 'dawit mentee', 'jonas mentor', 'kari mentor', 'lin mentor', 'walid mentee', 'wanda mentor',
  ]); // prettier-ignore
  expect(await named(id.torstein)).toEqual(['dawit mentee', 'jonas mentor']);
  expect(await named(id.birthe)).toEqual([
    'mette mentor', 'nils mentee', 'pia mentor', 'sol mentee', 'tove mentor',
  ]); // prettier-ignore
  for (const person of [id.amina, id.kari, id.signe])
    expect(await refused(db.sql, person, 'desk_people()')).toBe('not_a_coordinator');
  expect(await refused(db.sql, id.birthe, `desk_person('${id.amina}')`)).toBe('person_unknown');
  expect(await refused(db.sql, id.torstein, `desk_person('${id.kari}')`)).toBe('person_unknown');
});

test('what they are in, with whom and until when, and each is found by it', async () => {
  await openMatch(db.sql, id.amina, id.kari);
  await openTrial(db.sql, id.dawit, id.jonas);
  await ask(db.sql, id.nils, id.mette);
  const { items } = await people(id.ingrid, `doing => 'match'`);
  const [amina, kari, ...others] = items;
  expect(amina).toMatchObject({ name: 'amina', part: 'mentee', doing: ['match'] });
  expect(amina?.affairs).toMatchObject([
    {
      kind: 'match',
      status: 'active',
      other: id.kari,
      with: 'kari',
      until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    },
  ]);
  expect(kari).toMatchObject({ name: 'kari', part: 'mentor', doing: ['match', 'free'], free: 1 });
  expect(kari?.affairs).toMatchObject([{ kind: 'match', other: id.amina, with: 'amina' }]);
  expect(others).toEqual([]);
  const found = async (what: string, person: string = id.ingrid) => named(person, `doing => '${what}'`);
  expect(await found('trial')).toEqual(['dawit mentee', 'jonas mentor']);
  expect(await found('preparing')).toEqual(['walid mentee', 'wanda mentor']);
  expect(await found('request', id.birthe)).toEqual(['mette mentor', 'nils mentee']);
  // Who has only asked still waits for a mentor.
  expect(await found('waiting', id.birthe)).toEqual(['nils mentee', 'sol mentee']);
  expect(await found('paused', id.birthe)).toEqual(['pia mentor']);
  expect(await found('free')).toEqual(['jonas mentor', 'kari mentor', 'lin mentor']);
  expect(await found('waiting')).toEqual([]);
});

test.each([
  ['Amna', 'amina mentee'],
  ['amina', 'amina mentee'],
  ['Kahri', 'kari mentor'],
  ['Joñas Æsthjem', 'jonas mentor'],
  ['Muhamed', 'dawit mentee'],
  ['esthjem', 'jonas mentor'],
])('“%s” finds %s first', async (typed, first) => {
  await rename(id.dawit, 'Mohammed', 'Osman');
  await rename(id.jonas, 'Jonas', 'Østhjem');
  expect((await named(id.ingrid, `'${typed}'`))[0]).toBe(first);
});

test('a name of nobody finds nobody, and one at another desk neither', async () => {
  expect(await people(id.ingrid, `'Zebulon'`)).toMatchObject({ count: 0, items: [], next: null });
  expect(await named(id.torstein, `'amina'`)).not.toContain('amina mentee');
  expect(await named(id.ingrid, `'   '`)).toHaveLength(7);
});

test('fifty a page at most, and paging misses nobody and shows nobody twice, with a search and without', async () => {
  await crowdOfMentees(db.sql, 70, { shown_name: 'Same Name' });
  for (const words of ['null', `'Same'`]) {
    const first = await people(id.ingrid, `${words}, page_size => 1000`);
    expect(first.items).toHaveLength(50);
    const after = `after => '${JSON.stringify(first.next)}'`;
    // Somebody new at the beginning moves nobody on the second page.
    await addMentee(db.sql, crypto.randomUUID(), { shown_name: 'Aaa' });
    const second = await people(id.ingrid, `${words}, ${after}`);
    const all = [...first.items, ...second.items].map(({ person, part }) => `${person} ${part}`);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(first.count);
    expect(second.next).toBe(null);
  }
});

test('who is mentor and mentee stands there in both parts, each with its own affairs', async () => {
  await openMatch(db.sql, id.amina, id.kari);
  await db.sql`insert into public.mentors (person, programme, standing, field, languages, offers, formats, place, region,
      hours, capacity, migrated, about)
    select ${id.amina}, programme, 'approved', field, languages, offers, formats, place, region, hours, capacity, migrated, about
    from public.mentors where person = ${id.lin}`;
  const { items, count } = await people(id.ingrid, `'amina'`);
  const both = items.filter(({ person }) => person === id.amina);
  expect(new Set(items.map(({ person }) => person)).size).toBe(count);
  expect(both.map(({ part, doing, affairs }) => [part, doing, affairs.length])).toEqual([
    ['mentee', ['match'], 1],
    ['mentor', ['free'], 0],
  ]);
});

test('of a pair with myself nothing is told but that there is one, and nobody finds herself', async () => {
  await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
  await db.sql`update public.people_private set phone = '+47 900 00 000', surname = 'Berg' where person = ${id.amina}`;
  await openMatch(db.sql, id.amina, id.kari);
  expect(await named(id.kari)).not.toContain('kari mentor');
  expect(await refused(db.sql, id.kari, `desk_person('${id.kari}')`)).toBe('person_unknown');
  const seen = await act<{ places: Item[] }>(db.sql, id.kari, `desk_person('${id.amina}')`);
  expect(seen.places).toMatchObject([{ doing: ['own'], affairs: [] }]);
  expect(seen).toMatchObject({ phone: null, surname: null });
  expect(await doing(id.ingrid, id.amina)).toEqual(['match']);
  expect(await named(id.kari, `doing => 'match'`)).toEqual([]);
});

test('one of them: the card, how to reach her and what was begun to write; the list has no number', async () => {
  await db.sql`update public.people_private set phone = '+47 900 00 000', surname = 'Berg' where person = ${id.amina}`;
  await act(db.sql, id.ingrid, `save_draft('propose/${id.amina}', '{"message":"You two"}')`);
  await act(db.sql, id.ingrid, `propose_match('${id.amina}', '${id.lin}', '${letter}')`);
  await act(db.sql, id.ingrid, `save_draft('propose/${id.amina}', '{"message":"You two"}')`);
  expect(await act(db.sql, id.ingrid, `desk_person('${id.amina}')`)).toMatchObject({
    name: 'amina', surname: 'Berg', phone: '+47 900 00 000', drafts: { [`propose/${id.amina}`]: { message: 'You two' } },
    places: [{ part: 'mentee', doing: ['request', 'waiting'], card: { goals: ['job-search', 'network'] }, affairs: [{ kind: 'request', status: 'proposed', with: 'lin' }] }],
  }); // prettier-ignore
  expect(await act(db.sql, id.ingrid, `desk_person('${id.wanda}')`)).toMatchObject({
    places: [{ part: 'mentor', standing: 'preparing', doing: ['preparing'], card: { name: 'wanda' } }],
  });
  expect(JSON.stringify(await people(id.ingrid))).not.toContain('900');
});

test('the other of a pair that is of another region has no name there; the first hour is told', async () => {
  await addMentor(db.sql, crypto.randomUUID(), { place: 'zz-south-town', field: '2221' });
  await metTrial(db.sql, id.dawit, id.kari);
  const [row] = (await people(id.torstein, `'dawit'`)).items;
  expect(row).toMatchObject({ doing: ['trial'], affairs: [{ kind: 'trial', with: null, other: null }] });
  expect(await named(id.torstein)).not.toContain('kari mentor');
});
