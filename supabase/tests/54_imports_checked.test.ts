/** What stops a row is found before anything is made: each rule with a row that breaks it, and with one that does not. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { draft, sent } from './applicant.ts';
import { addMentor, id } from './cast.ts';
import { preview, row, run, staged, type Row } from './imports.ts';
import { asPerson } from '../../tests/database.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const mailOf = (person: string) => `${person}@example.org`;

async function problems(rows: Row[], options: Parameters<typeof staged>[2] = {}) {
  return (await preview(db.sql, await staged(db.sql, rows, options), options.by)).problems;
}

test('a sound row has no problem, and neither has a fuller one', async () => {
  const full = {
    surname: 'Å', phone: '+47 900 00 000', gender: 'non-binary', locale: 'sv', specialism: 'Rust', formats: ['online'],
    capacity: 5, migrated: true, since: '2024-02-29', email: ' Upper.Case@Example.org ', shown_name: 'ليلى',
  }; // prettier-ignore
  const begun = await staged(db.sql, [row(2), row(3, full)]);
  expect(await preview(db.sql, begun)).toEqual({ rows: 2, fresh: 2, here: [], problems: [] });
});

const letters = (count: number) => 'x'.repeat(count);
test.each<[different: Record<string, unknown>, field: string, problem: string]>([
  [{ email: undefined }, 'email', 'missing'],
  [{ email: 'nobody' }, 'email', 'address-malformed'],
  [{ email: 'a b@example.org' }, 'email', 'address-malformed'],
  [{ email: mailOf(id.ingrid) }, 'email', 'own-address'],
  [{ email: mailOf(id.mette) }, 'email', 'known-elsewhere'],
  [{ shown_name: ' ' }, 'shown_name', 'missing'],
  [{ shown_name: '\u200b' }, 'shown_name', 'too-short'],
  [{ shown_name: letters(41) }, 'shown_name', 'too-long'],
  [{ surname: letters(120) }, 'surname', 'too-long'],
  [{ phone: 'call me' }, 'phone', 'phone-unsound'],
  [{ gender: 'x' }, 'gender', 'unknown'],
  [{ locale: 'de' }, 'locale', 'unknown'],
  [{ field: undefined }, 'field', 'missing'],
  [{ field: '9999' }, 'field', 'unknown'],
  [{ specialism: 'x' }, 'specialism', 'too-short'],
  [{ languages: undefined }, 'languages', 'missing'],
  [{ languages: [{ language: 'en', level: 'D1' }] }, 'languages', 'languages-unsound'],
  [{ languages: 'en' }, 'languages', 'languages-unsound'],
  [{ topics: [] }, 'topics', 'missing'],
  [{ topics: ['cooking'] }, 'topics', 'unknown'],
  [{ topics: 'cv' }, 'topics', 'unknown'],
  [{ formats: ['by-letter'] }, 'formats', 'unknown'],
  [{ place: undefined }, 'place', 'missing'],
  [{ place: 'zz-moon' }, 'place', 'unknown'],
  [{ place: 'no-0301' }, 'place', 'place-outside'],
  [{ hours: undefined }, 'hours', 'missing'],
  [{ hours: 41 }, 'hours', 'number-unsound'],
  [{ hours: 'four' }, 'hours', 'number-unsound'],
  [{ capacity: 6 }, 'capacity', 'number-unsound'],
  [{ migrated: 'perhaps' }, 'migrated', 'unknown'],
  [{ about: 'Short.' }, 'about', 'too-short'],
  [{ about: '\u200b'.repeat(20) }, 'about', 'too-short'],
  [{ about: letters(1201) }, 'about', 'too-long'],
  [{ since: '2026-02-30' }, 'since', 'date-unsound'],
  [{ since: '2999-01-01' }, 'since', 'date-unsound'],
  [{ since: 'last year' }, 'since', 'date-unsound'],
])('%j: %s %s', async (different, field, problem) => {
  expect(await problems([row(7, different)])).toEqual([[7, field, problem, null]]);
});

test('a mentee wants five things at most, and has no capacity', async () => {
  const topics = ['cv', 'network', 'interview', 'sector', 'language', 'education'];
  expect(await problems([row(2, { topics, capacity: 99 })], { part: 'mentee' })).toEqual([
    [2, 'topics', 'too-many', null],
  ]);
  expect(await problems([row(2, { topics })])).toEqual([]);
  const strange = row(3, { prefers: 'nice', prefers_gender: 'nobody' });
  expect((await problems([strange], { part: 'mentee' })).map(([, field]) => field)).toEqual([
    'prefers',
    'prefers_gender',
  ]);
});

test('the same address, or the same name and phone, twice in the file: the later row is named with the earlier', async () => {
  const same = { shown_name: 'Zoë', surname: 'Berg', phone: '+47 900 11 222' };
  expect(
    await problems([
      row(2),
      row(5, { email: 'IMPORTED2@example.org ' }),
      row(6, same),
      row(9, { ...same, shown_name: 'ZOE', phone: '90011222' }),
      row(10, { ...same, shown_name: 'Another' }),
    ]),
  ).toEqual([
    [5, 'email', 'address-twice', 2],
    [9, 'phone', 'person-twice', 6],
  ]);
});

test('who is here with another address is found by name and phone; who has this place already is no problem', async () => {
  await db.sql`update public.people_private set surname = 'Berg', phone = '+47 900 33 444' where person = ${id.kari}`;
  const [same, other] = [{ shown_name: 'Kari', surname: 'Berg', phone: '90033444' }, { shown_name: 'Kari', phone: '90033444' }]; // prettier-ignore
  const begun = await staged(db.sql, [
    row(2, same),
    row(3, { ...other, shown_name: 'Karin' }),
    row(4, { email: mailOf(id.kari), shown_name: 'Kari' }),
    row(5, { email: mailOf(id.wanda) }),
    row(6, { email: mailOf(id.amina) }),
  ]);
  // Amina is a mentee, and may be a mentor too; Wanda waits for her coordinator, which an import does not decide.
  expect(await preview(db.sql, begun)).toEqual({
    rows: 5,
    fresh: 2,
    here: [4, 5],
    problems: [[2, 'phone', 'person-here', null]],
  });
});

test.each([
  ['a mentee of another programme, as a mentor', id.nils, 'mentor', id.ingrid],
  ['a mentor of another programme, as a mentee', id.mette, 'mentee', id.ingrid],
  ['a mentee of another region, as a mentor', id.amina, 'mentor', id.torstein],
])('whoever is not at my desks cannot be brought to them: %s', async (_, person, part, by) => {
  const place = by === id.torstein ? 'zz-south-mill' : 'zz-north-bay';
  const begun = await staged(db.sql, [row(2, { email: mailOf(person), place })], { by, part });
  expect((await preview(db.sql, begun, by)).problems).toEqual([[2, 'email', 'known-elsewhere', null]]);
  expect(await refused(db.sql, by, run(begun))).toBe('import_rows_unsound');
  const seen = await asPerson(
    db.sql,
    by,
    (as) => as`select from public.people_private where person = ${person}`,
  );
  expect(seen).toHaveLength(0);
});

test('whoever has signed in and told nothing yet, or only keeps a draft, can be brought in', async () => {
  await draft(db.sql);
  expect(await problems([row(2, { email: mailOf(id.alma) })], { part: 'mentee' })).toEqual([]);
});

test('whoever is in line for the same part is decided there; for the other part she may be brought in', async () => {
  await sent(db.sql);
  const rows = [row(2, { email: mailOf(id.alma) })];
  expect(await problems(rows, { part: 'mentee' })).toEqual([[2, 'email', 'applies-here', null]]);
  expect(await problems(rows)).toEqual([]);
  await act(db.sql, id.alma, `withdraw_application((select id from public.applications))`);
  expect(await problems(rows, { part: 'mentee' })).toEqual([]);
});

test('a coordinator of a region brings in people of that region, and the other rows are named', async () => {
  const rows = [row(2), row(3, { place: 'zz-south-mill' })];
  expect(await problems(rows, { by: id.torstein })).toEqual([[2, 'place', 'place-outside-desk', null]]);
  expect(await problems(rows)).toEqual([]);
});

test('who meets online may live elsewhere, where the programme lets her', async () => {
  await db.sql`update public.programmes set rules = jsonb_set(rules, '{online_anywhere}', 'true') where key = 'free'`;
  expect(await problems([row(2, { place: 'no-0301', formats: ['online'] })])).toEqual([]);
  expect(await problems([row(2, { place: 'no-0301', formats: ['in-person'] })])).toEqual([
    [2, 'place', 'place-outside', null],
  ]);
  await db.sql`update public.programmes set rules = jsonb_set(rules, '{online_anywhere}', 'false') where key = 'free'`;
});

test('of a region, where only some municipalities count, rows of the others are named', async () => {
  const rows = ['zz-north-hill', 'zz-north-bay', 'zz-north', 'zz-south-mill'];
  await db.sql`update public.programmes
    set rules = rules || '{"municipalities": {"zz-north": ["zz-north-hill"]}}' where key = 'free'`;
  expect(await problems(rows.map((place, nr) => row(nr + 2, { place })))).toEqual([
    [3, 'place', 'place-outside', null],
  ]);
  await db.sql`update public.programmes set rules = rules - 'municipalities' where key = 'free'`;
});

test('looking makes nothing', async () => {
  await addMentor(db.sql, '00000000-0000-4000-8000-000000000777', { programme: 'careful' });
  const before = await db.sql`select count(*) from auth.users`;
  const begun = await staged(db.sql, [row(2)]);
  await act(db.sql, id.ingrid, `preview_import('${begun}')`);
  expect(await db.sql`select count(*) from auth.users`).toEqual(before);
});
