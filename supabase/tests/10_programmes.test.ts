/** Programmes are files: what stands in them, stands here; what is gone from them, goes. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programmeRows, syncContent } from '../../scripts/sync-content.ts';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';

let db: FreshDatabase;
beforeEach(async () => {
  db = await freshDatabase('product');
});
afterEach(() => db.close());

const [files, key] = [programmeRows(), 'women-network'];
const file = files.find((one) => one.key === key) ?? files[0]!;
const day = (text: string) => new Date(text);
const { who, language, regions, municipalities, online_anywhere } = file;
const earlier = [{ since: day('2025-01-01'), who: { ...who, education: 'none' as const }, language, regions, municipalities, online_anywhere }]; // prettier-ignore
const other = { ...who, age: { from: 40, to: 50 } };

/** The days from which rules hold, after this version of the file came in. */
async function daysAfter(version: Partial<typeof file>): Promise<string[]> {
  await syncContent(db.sql, [...files.filter((one) => one.key !== key), { ...file, ...version }]);
  const rows = await db.sql<{ since: string }[]>`
    select since::text from public.programme_rules where programme = ${key} order by since`;
  return rows.map(({ since }) => since);
}

test('a day that is put right replaces the wrong one, earlier or later, with its earlier rules or without', async () => {
  expect(await daysAfter({ since: day('2026-05-01') })).toEqual(['2026-05-01']);
  expect(await daysAfter({ since: day('2026-06-01') })).toEqual(['2026-06-01']);
  expect(await daysAfter({ since: day('2026-04-01'), who: other })).toEqual(['2026-04-01']);
  expect(await daysAfter({ since: day('2026-04-01'), earlier })).toEqual(['2025-01-01', '2026-04-01']);
  expect(await daysAfter({ since: day('2026-07-01'), earlier })).toEqual(['2025-01-01', '2026-07-01']);
});

test('other rules from a later day leave those before them, also where nobody has moved them to `earlier`', async () => {
  expect(await daysAfter({ since: day('2026-05-01') })).toEqual(['2026-05-01']);
  expect(await daysAfter({ since: day('2026-06-01'), who: other })).toEqual(['2026-05-01', '2026-06-01']);
});

const without = () => syncContent(db.sql, files.filter((one) => one.key !== key)); // prettier-ignore
const there = async () => (await db.sql`select from public.programmes where key = ${key}`).length;

test('a programme whose file is gone goes, with its rules, rounds and partners', async () => {
  await db.sql`insert into public.partners (programme, name, kind, link_until)
    values (${key}, 'The language school', 'language-school', now() + interval '1 year')`;
  await without();
  expect(await there()).toBe(0);
});

test('it stays where somebody has a place in it, and the sync says so and changes nothing', async () => {
  const [person] = await db.sql<[{ id: string }]>`
    with account as (insert into auth.users (id, email) values (gen_random_uuid(), 'a@example.org') returning id)
    insert into public.people (id, shown_name, locale) select id, 'Amal', 'nb' from account returning id`;
  await db.sql`insert into public.preparations (person, part, programme) values (${person.id}, 'mentee', ${key})`;
  await expect(without()).rejects.toThrow(
    'src/content/programmes/women-network.yaml is gone, and people have',
  );
  expect(await there()).toBe(1);
  await db.sql`delete from public.preparations`;
  // So does a wish to be told when a round opens.
  await db.sql`insert into public.round_reminders (person, programme, locale) values (${person.id}, ${key}, 'nb')`;
  await expect(without()).rejects.toThrow('women-network.yaml is gone');
  await db.sql`delete from public.round_reminders`;
  await without();
  expect(await there()).toBe(0);
});
