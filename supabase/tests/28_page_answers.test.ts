/** Whether readers found a page clear: counted, limited, summed for coordinators, forgotten, and nobody else reaches the numbers. */
import { expect, test } from 'vitest';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const count = async (page: string, lang: string, clear: boolean, at = '2026-11-21T10:00:00Z') => {
  const [row] = await db.sql`select private.count_clear(${page}, ${lang}, ${clear}, ${at}) as counted`;
  return row?.['counted'] as boolean;
};
const numbers = () =>
  db.sql`select page, lang, day::text, clear, unclear from private.page_answers order by day, page`;

test('answers of one day are two numbers', async () => {
  await count('handbook/the-first-hour', 'nb', true);
  await count('handbook/the-first-hour', 'nb', true);
  await count('handbook/the-first-hour', 'nb', false, '2026-11-21T23:59:00Z');
  await count('handbook/the-first-hour', 'nb', false, '2026-11-22T00:01:00Z');
  const page = 'handbook/the-first-hour';
  expect([...(await numbers())]).toEqual([
    { page, lang: 'nb', day: '2026-11-21', clear: 2, unclear: 1 },
    { page, lang: 'nb', day: '2026-11-22', clear: 0, unclear: 1 },
  ]);
});

test('what is no page, or too much, is not counted', async () => {
  for (const page of ['', '../etc', 'a b', "x'; drop table people", 'a/b/c/d', 'x'.repeat(99)])
    expect(await count(page, 'en', true), page).toBe(false);
  expect(await count('about', 'fr', true)).toBe(false);
  await db.sql`insert into private.page_answers values ('about', 'en', '2026-11-21', 150, 50)`;
  expect(await count('about', 'en', true)).toBe(false);
  expect(await count('about', 'en', true, '2026-11-22T10:00:00Z')).toBe(true);
  await db.sql`insert into private.page_answers
    select 'made-up/' || n, 'en', '2026-11-22' from generate_series(1, 2000) n`;
  expect(await count('handbook', 'en', true, '2026-11-22T10:00:00Z')).toBe(false);
});

test('two hundred at once are two hundred, and not one more', async () => {
  const all = await Promise.all(Array.from({ length: 220 }, () => count('privacy', 'da', true)));
  expect(all.filter(Boolean)).toHaveLength(200);
  expect((await numbers())[0]).toMatchObject({ clear: 200 });
});

test('a coordinator reads the sums of a year and a language, the least clear first', async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  for (const clear of [true, true, false]) await count('handbook/the-first-hour', 'nb', clear, ago(3));
  await count('handbook/the-first-hour', 'nb', false, ago(200));
  await count('handbook/the-first-hour', 'nb', false, ago(370));
  await count('modules/your-cv', 'nb', true, ago(1));
  await count('modules/your-cv', 'da', false, ago(1));
  const [row] = await asPerson(db.sql, id.ingrid, (as) => as`select public.page_answers('nb') as sums`);
  expect(row?.['sums']).toEqual([
    { page: 'handbook/the-first-hour', clear: 2, unclear: 2 },
    { page: 'modules/your-cv', clear: 1, unclear: 0 },
  ]);
});

test('nobody but the server counts or reads', async () => {
  for (const person of [id.signe, id.ingrid])
    for (const query of [
      `select private.count_clear('about', 'en', true)`,
      'select * from private.page_answers',
    ]) {
      const code = await refusalOf(asPerson(db.sql, person, (as) => as.unsafe(query)));
      expect(code, query).toBe('42501');
    }
});

test('after two years they are forgotten', async () => {
  await count('about', 'en', true, '2024-11-20T10:00:00Z');
  await count('about', 'en', true, '2024-11-23T10:00:00Z');
  await db.sql`select private.forget('2026-11-21T10:00:00Z')`;
  expect((await numbers()).map((row) => row['day'])).toEqual(['2024-11-23']);
});
