/** `npm run import`: the same verbs and rights as the coordinator it names; numbers and headers on the screen, never a cell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runImport } from '../../scripts/import.ts';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { workbook } from '../../tests/workbook.ts';
import { cast, fillCast } from '../seeds/cast.ts';

const folder = mkdtempSync(join(tmpdir(), 'fotfeste-import-'));
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await fillCast(db.sql);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => db.sql`delete from auth.users where email like '%@import.example'`);

const header = ['E-post', 'Navn', 'Yrke', 'Norsk', 'Kan hjelpe med', 'Kommune', 'Timer', 'Om'];
const sound = (name: string) => [
  `${name}@import.example`, `${name} Secretsurname`, 'Programvareutviklere', 'B2', 'CV og søknad', 'Stavanger', '4',
  'Somebody who was in the spreadsheet before.',
]; // prettier-ignore
function file(name: string, rows: string[][]): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.xlsx') ? workbook(rows) : rows.map((row) => row.join(';')).join('\n'));
  return path;
}
async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await runImport(args, (line) => lines.push(line), db.url);
  return { code, text: lines.join('\n') };
}
const into = (...more: string[]) =>
  run('--programme', 'highly-skilled', '--part', 'mentor', '--as', cast.coordinator.address, ...more);
const there = async () => (await db.sql`select from auth.users where email like '%@import.example'`).length;

test('a workbook is looked at, brought in, told to be there already, and taken back', async () => {
  const path = file('mentors.xlsx', [header, sound('anna'), sound('bo')]);
  const look = await into('--dry-run', path);
  expect(look).toMatchObject({ code: 0 });
  expect(look.text).toContain('Norsk → Languages with level');
  expect(look.text).toContain('2 people would get a place');
  expect(await there()).toBe(0);

  const ran = await into('--confirm', path);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.text).toContain('2 people have a place now.');
  expect(await there()).toBe(2);
  expect(await into('--confirm', path)).toMatchObject({ code: 0 });
  expect(await there()).toBe(2);

  const [, id = ''] = /--undo ([0-9a-f-]{36})/.exec(ran.text) ?? [];
  expect(await run('--as', cast.coordinator.address, '--undo', id, '--locale', 'nb')).toEqual({
    code: 0,
    text: '2 personer ble tatt ut igjen.',
  });
  expect(await there()).toBe(0);
});

test('one bad row stops all and is named, without a word of what stands in it; left out, the others come in', async () => {
  const bad = sound('cato').with(5, 'Secretplace').with(6, 'secretnumber');
  const path = file('messy.csv', [header, sound('anna'), bad, sound('anna')]);
  const stopped = await into('--confirm', '--locale', 'sv', path);
  expect(stopped.code).toBe(1);
  expect(stopped.text).toContain('Rad 3 · Kommune · Vi känner inte till det här värdet.');
  expect(stopped.text).toContain('Rad 3 · Timer · ');
  expect(stopped.text).toContain('Rad 4 · E-post · Samma adress står på rad 2.');
  expect(stopped.text).not.toMatch(/secret|anna|cato|@/i);
  expect(await there()).toBe(0);
  expect(await into('--confirm', '--skip-bad', path)).toMatchObject({ code: 0 });
  expect(await there()).toBe(1);
});

test('nothing is run without saying that these people know of it', async () => {
  const answer = await into(file('known.csv', [header, sound('anna')]));
  expect(answer.code).toBe(1);
  expect(answer.text).toMatch(/They know that .*--confirm$/s);
  expect(await there()).toBe(0);
});

test('columns that nobody recognises are told apart by a file, which is remembered', async () => {
  const rows = [header.with(2, 'Z').with(7, 'Y'), sound('dina')].map((row) => row.slice(0, 7));
  const path = file('strange.csv', rows);
  const missing = await into('--confirm', path);
  expect(missing.code).toBe(1);
  expect(missing.text).toContain('Still missing: Field of work, About.');
  const mapping = join(folder, 'mapping.json');
  const defaults = { about: 'Was a mentor with us before we moved here.' };
  writeFileSync(mapping, JSON.stringify({ columns: { Z: 'field' }, defaults }));
  expect(await into('--confirm', '--mapping', mapping, path)).toMatchObject({ code: 0 });
  expect(await into('--dry-run', path)).toMatchObject({ code: 0 });
});

test('columns that cannot be remembered end nothing: the people are in, and it says so', async () => {
  await db.sql`create function public.no_room() returns trigger language plpgsql as 'begin raise exception ''no room''; end'`;
  await db.sql`create trigger no_room before insert or update on public.import_mappings execute function public.no_room()`;
  const answer = await into('--confirm', file('comfort.csv', [header, sound('elin')]));
  await db.sql`drop function public.no_room() cascade`;
  expect(answer).toMatchObject({ code: 0, text: expect.stringContaining('--undo') as string });
  expect(await there()).toBe(1);
});

test.each<[string, () => Promise<{ code: number; text: string }>, number, RegExp]>([
  ['no arguments', () => run(), 2, /^npm run import/],
  ['a part there is none of', () => run('--programme', 'x', '--part', 'friend', '--as', 'a@b.example', 'x.csv'), 2, /^npm run import/],
  ['a file that is not there', () => into('--dry-run', join(folder, 'nowhere.csv')), 1, /^Choose a file/],
  ['an empty file', () => into('--dry-run', file('empty.csv', [])), 1, /^The file is empty/],
  ['somebody who is no coordinator', () => run('--programme', 'highly-skilled', '--part', 'mentor', '--as', cast.mentor.address, '--dry-run', file('a.csv', [header, sound('anna')])), 1, /\w/],
  ['a coordinator of another programme', () => run('--programme', 'highly-skilled', '--part', 'mentor', '--as', cast.coordinatorWomen.address, '--dry-run', file('a.csv', [header, sound('anna')])), 1, /not a coordinator of this programme/],
  ['an import there is none of', () => run('--as', cast.coordinator.address, '--undo', cast.mentor.id), 1, /not at your desk/],
])('%s', async (_, act, code, text) => {
  const answer = await act();
  expect(answer.code).toBe(code);
  expect(answer.text).toMatch(text);
  expect(answer.text).not.toContain('went wrong on our side');
}); // prettier-ignore
