/** Rows wait for an import: whose they are, how many there may be, and how columns are remembered. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { id } from './cast.ts';
import { imported, preview, row, run, staged } from './imports.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const count = async (table: string) =>
  (await db.sql.unsafe(`select count(*)::int as n from ${table}`))[0]!.n as number;

test('what I had begun is thrown away when I begin anew; a colleague’s stays, and is not mine to touch', async () => {
  const first = await staged(db.sql, [row(2)]);
  const hers = await staged(db.sql, [row(2, { place: 'zz-south-mill' })], { by: id.torstein });
  const second = await staged(db.sql, [row(3)]);
  expect(await refused(db.sql, id.ingrid, `preview_import('${first}')`)).toBe('import_unknown');
  expect(await refused(db.sql, id.ingrid, `preview_import('${hers}')`)).toBe('import_unknown');
  expect(await refused(db.sql, id.ingrid, run(hers))).toBe('import_unknown');
  expect((await preview(db.sql, second)).rows).toBe(1);
  expect(await count('public.imports')).toBe(2);
});

test('a row handed over twice is one row', async () => {
  const begun = await staged(db.sql, [row(2), row(2), row(3)]);
  await act(db.sql, id.ingrid, `stage_import('${begun}', '[{"row": 3, "email": "else@example.org"}]')`);
  expect((await preview(db.sql, begun)).rows).toBe(2);
});

test.each([
  [`'{}'`, 'import_rows_malformed'],
  [`null`, 'import_rows_malformed'],
  [`'[{"row": 0}]'`, 'import_rows_malformed'],
  [`'[{"email": "a@b.example"}]'`, 'import_rows_malformed'],
  [`'["row"]'`, 'import_rows_malformed'],
  [`jsonb_build_array(jsonb_build_object('row', 2, 'about', (select string_agg(md5(n::text), '') from generate_series(1, 400) n)))`, 'import_row_is_small'],
  [`(select jsonb_agg(jsonb_build_object('row', n)) from generate_series(1, 10001) n)`, 'import_too_many_rows'],
])('%s: %s', async (rows, key) => {
  const begun = await staged(db.sql, []);
  expect(await refused(db.sql, id.ingrid, `stage_import('${begun}', ${rows})`)).toBe(key);
}); // prettier-ignore

test('ten thousand rows wait', async () => {
  const begun = await staged(db.sql, []);
  const many = `(select jsonb_agg(jsonb_build_object('row', n)) from generate_series(1, 10000) n)`;
  expect(await act(db.sql, id.ingrid, `stage_import('${begun}', ${many})`)).toBe(10_000);
});

test('columns are remembered for whoever works in the programme', async () => {
  const mapping = { columns: { 'E-post': 'email' }, defaults: { hours: '4' } };
  const save = (text: string) => `save_import_mapping('free', 'mentor', '${text}')`;
  await act(db.sql, id.ingrid, save('{"columns": {}, "defaults": {}}'));
  await act(db.sql, id.ingrid, save(JSON.stringify(mapping)));
  const seen = async (who: string) => (await act<{ mappings: object }>(db.sql, who, 'my_imports()')).mappings;
  expect(await seen(id.torstein)).toEqual({ 'free/mentor': mapping });
  expect(await seen(id.birthe)).toEqual({});
  for (const text of ['{}', '{"columns": []}', '{"columns": {}, "defaults": {}, "x": 1}'])
    expect(await refused(db.sql, id.ingrid, save(text)), text).toBe('mapping_malformed');
});

test('imports at my desks are listed, with until when they can be taken back', async () => {
  const { import: ran } = await imported(db.sql, [row(2)]);
  await staged(db.sql, [row(3)]);
  type List = { imports: { id: string; by: string; made: number; undo_until: string | null }[] };
  const [mine, ...others] = (await act<List>(db.sql, id.ingrid, 'my_imports()')).imports;
  expect(mine).toMatchObject({ id: ran, by: 'ingrid', made: 1 });
  expect(mine!.undo_until).not.toBeNull();
  expect(others).toEqual([]);
  await db.sql`update public.imports set ran_at = ran_at - interval '25 hours' where status = 'run'`;
  expect((await act<List>(db.sql, id.ingrid, 'my_imports()')).imports[0]!.undo_until).toBeNull();
  expect((await act<List>(db.sql, id.torstein, 'my_imports()')).imports).toEqual([]);
});
