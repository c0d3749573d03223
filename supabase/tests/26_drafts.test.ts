/** What was typed survives a reload, and nobody else reads it. */
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const drafts = async (person: string) =>
  (await act<{ drafts: Record<string, unknown> }>(db.sql, person, 'my_page()')).drafts;

test('a draft is kept, replaced, and thrown away', async () => {
  await act(db.sql, id.signe, `save_draft('mentor', '{"about":"half"}')`);
  await act(db.sql, id.signe, `save_draft('mentor', '{"about":"half a sentence"}')`);
  await act(db.sql, id.signe, `save_draft('request/${id.kari}', '{"message":"…"}')`);
  expect(await drafts(id.signe)).toEqual({ mentor: { about: 'half a sentence' }, [`request/${id.kari}`]: { message: '…' } }); // prettier-ignore
  expect(await drafts(id.amina)).toEqual({});
  await act(db.sql, id.amina, `drop_draft('mentor')`);
  await act(db.sql, id.signe, `drop_draft('mentor')`);
  expect(Object.keys(await drafts(id.signe))).toEqual([`request/${id.kari}`]);
});

test('twenty at most; one that is there can still be saved', async () => {
  for (let nr = 0; nr < 20; nr++) {
    const other = `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`;
    expect(await refused(db.sql, id.signe, `save_draft('request/${other}', '{}')`)).toBeNull();
  }
  expect(await refused(db.sql, id.signe, `save_draft('mentor', '{}')`)).toBe('too_many_drafts');
  const known = 'request/00000000-0000-4000-8000-000000000003';
  expect(await refused(db.sql, id.signe, `save_draft('${known}', '{"message":"more"}')`)).toBeNull();
});

test.each<[string, string, string | null]>([
  ['../../etc', '{}', 'draft_form_shape'],
  ['x'.repeat(21), '{}', 'draft_form_shape'],
  ['mentor', `{"about":"${'x'.repeat(20)}"}`, null],
])('%s %s → %s', async (form, content, key) => {
  expect(await refused(db.sql, id.signe, `save_draft('${form}', '${content}')`)).toBe(key);
});

test('a draft is small', async () => {
  const big = `jsonb_build_object('about', (select string_agg(md5(n::text), '') from generate_series(1, 400) n))`;
  expect(await refused(db.sql, id.signe, `save_draft('mentor', ${big})`)).toBe('draft_is_small');
});
