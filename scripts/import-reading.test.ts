/** From the bytes of a spreadsheet to rows in the words of the database: what people's files really hold. */
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../src/lib/imports/fields.ts';
import { makeLists } from '../src/lib/imports/lists.ts';
import { missingFields, suggest, type Mapping } from '../src/lib/imports/mapping.ts';
import { allProblems, csvOf, headerOf, stoppedRows } from '../src/lib/imports/problems.ts';
import { readSpreadsheet } from '../src/lib/imports/read-file.ts';
import { piecesOf, readRows } from '../src/lib/imports/rows.ts';
import { tableOf, type Table } from '../src/lib/imports/table.ts';
import { parts } from '../src/schemas/parts.ts';
import { locales } from '../src/schemas/vocabulary.ts';
import { dictionary, listWords } from './import-lists.ts';

const lists = makeLists(listWords());
const bytes = (text: string) => new TextEncoder().encode(text);
const table = async (file: Uint8Array) => tableOf(await readSpreadsheet(file));
describe('columns are recognised', () => {
  test.each([
    ['Epost', 'email'], ['E-mail', 'email'], ['Förnamn', 'shown_name'], ['Efternavn', 'surname'], ['Tlf.', 'phone'],
    ['Yrke', 'field'], ['ISCO-08', 'field'], ['Språkkunskaper', 'languages'], ['Norsk nivå', 'languages'],
    ['Morsmål', 'languages'], ['Bostedskommune', 'place'], ['Timer pr. måned', 'hours'], ['Om meg', 'about'],
    ['Kan hjelpe med', 'topics'], ['Created Date', 'since'], ['Mailing City', 'place'], ['Skonummer', ''],
  ])('%s: %s', (header, field) => expect(suggest([header], 'mentor', lists).columns[header]).toBe(field)); // prettier-ignore

  test('each field once, but several columns about languages; what was chosen before comes first', () => {
    const headers = ['Mail', 'E-post', 'Norsk', 'Engelsk', 'Navn'];
    const before = { columns: { 'E-post': 'email', Navn: '' } as const, defaults: { hours: '4' } };
    expect(suggest(headers, 'mentee', lists, before)).toEqual({
      columns: { Mail: '', 'E-post': 'email', Norsk: 'languages', Engelsk: 'languages', Navn: '' },
      defaults: { hours: '4' },
    });
    expect(suggest(['Plasser'], 'mentee', lists).columns).toEqual({ Plasser: '' });
  });
  test.each(locales)('our own templates, in “%s”', (lang) => {
    const words = dictionary(lang, 'imports');
    for (const part of parts) {
      const fields = fieldsOf(part).filter((field) => field !== 'name');
      const headers = fields.map((field) => words[`imports.field.${field}`] ?? '');
      expect(Object.values(suggest(headers, part, lists).columns)).toEqual(fields);
    }
  });
  test('a whole name stands for a first one, and a value for all for a column', () => {
    const columns = { A: 'name', B: 'email' } as const;
    expect(missingFields({ columns, defaults: { about: ' ', hours: '4' } })).toEqual([
      'field', 'languages', 'topics', 'place', 'about',
    ]); // prettier-ignore
  });
});

/** One row with one column, read as that field. */
function one(field: Mapping['columns'][string], text: string, header = 'x', fallback?: Mapping['defaults']) {
  const there: Table = { headers: [header], rows: [{ nr: 2, cells: [text] }] };
  const mapping = { columns: { [header]: field }, defaults: fallback ?? {} };
  const { rows, problems } = readRows({ table: there, mapping, part: field === 'prefers' || field === 'prefers_gender' ? 'mentee' : 'mentor', lists, regions: ['no-03', 'no-11'] }); // prettier-ignore
  return problems[0]?.problem ?? (field ? rows[0]![field] : undefined);
}

const spoken = (list: string) =>
  list.split(' ').map((pair) => ({ language: pair.slice(0, 2), level: pair.slice(2) }));
describe('languages', () => {
  test.each([
    ['norsk B2, engelsk C1', 'noB2 enC1'],
    ['Norsk (B2); English: C1', 'noB2 enC1'],
    ['svenska b1 engelska c2', 'svB1 enC2'],
    ['arabisk (morsmål) og norsk A2', 'arN noA2'],
    ['Farsi native', 'faN'],
    ['العربية N', 'language-unknown'],
    ['العربية C2', 'arC2'],
    ['engelsk flytende', 'enC1'],
    ['norsk B1, norsk C1', 'noC1'],
    ['norsk', 'level-missing'],
    ['klingon B2', 'language-unknown'],
    ['B2', 'language-unknown'],
  ])('%s: %s', (text, list) =>
    expect(one('languages', text)).toEqual(list.includes('-') ? list : spoken(list)),
  );
  test('a level under a header that names the language, and a language under “mother tongue”', () => {
    expect(one('languages', 'B2', 'Norsk nivå')).toEqual(spoken('noB2'));
    expect(one('languages', 'ukrainsk', 'Morsmål')).toEqual(spoken('ukN'));
  });
});

describe('other cells', () => {
  test.each<[Parameters<typeof one>[0], string, unknown]>([
    ['email', 'Kari Berg <Kari@Example.org>', 'kari@example.org'],
    ['email', 'mailto:kari@example.org\u200b', 'kari@example.org\u200b'],
    ['field', '2512', '2512'],
    ['field', '2512 Software developers', '2512'],
    ['field', 'programvareutviklere', '2512'],
    ['field', 'Softwareudviklere', '2512'],
    ['field', 'java', '2512'],
    ['field', 'wizard', 'unknown'],
    ['place', 'Stavanger', 'no-1103'],
    ['place', '4006 Stavanger', 'no-1103'],
    ['place', 'Stavanger kommune', 'no-1103'],
    ['place', 'stavanger, Rogaland', 'no-1103'],
    ['place', 'Oslo', 'no-0301'],
    ['place', 'Helsinki', 'fi-091'],
    ['place', 'Atlantis', 'unknown'],
    ['topics', 'CV og søknad; Nettverk', ['cv', 'network']],
    ['topics', 'cv, cv, jobbintervju', ['cv', 'interview']],
    ['topics', 'cv, cooking', 'unknown'],
    ['formats', 'fysisk og digitalt', ['in-person', 'online']],
    ['formats', 'Begge', ['in-person', 'online']],
    ['gender', 'Kvinne', 'woman'],
    ['gender', 'mand', 'man'],
    ['locale', 'Svenska', 'sv'],
    ['migrated', 'JA', 'true'],
    ['migrated', 'nej', 'false'],
    ['migrated', 'maybe', 'yes-or-no'],
    ['hours', '4,0', '4'],
    ['hours', '6 timer', '6'],
    ['hours', '2-4', 'number-unsound'],
    ['prefers_gender', 'kvinna', 'woman'],
    ['prefers_gender', 'alle', 'any'],
    ['since', '29.02.2024', '2024-02-29'],
    ['since', '1/9/23', '2023-09-01'],
    ['since', '2024-2-3', '2024-02-03'],
    ['since', '45351', '2024-02-29'],
    ['since', '30.02.2024', 'date-unsound'],
    ['since', 'in spring', 'date-unsound'],
    ['phone', 'Tlf: 0047 900.11.222', '+47 900 11 222'],
    ['email', '"Kari@example.org"; ', 'kari@example.org'],
    ['shown_name', 'Ø', 'Ø'],
    ['shown_name', 'محمد', 'محمد'],
    ['shown_name', 'a'.repeat(120), 'a'.repeat(120)],
  ])('%s “%s”', (field, text, value) => expect(one(field, text)).toEqual(value));

  test('a value for all holds where the cell is empty, and only there', () => {
    expect(one('hours', '', 'x', { hours: '4' })).toBe('4');
    expect(one('hours', '9', 'x', { hours: '4' })).toBe('9');
  });
  test('a whole name is taken apart, either way round', () => {
    const read = (text: string) =>
      readRows({ table: { headers: ['x'], rows: [{ nr: 2, cells: [text] }] }, mapping: { columns: { x: 'name' }, defaults: {} }, part: 'mentor', lists, regions: [] }).rows[0]; // prettier-ignore
    expect(read('Kari Nordmann Berg')).toEqual({ row: 2, shown_name: 'Kari', surname: 'Nordmann Berg' });
    expect(read('Berg, Kari')).toEqual({ row: 2, shown_name: 'Kari', surname: 'Berg' });
    expect(read('Ø')).toEqual({ row: 2, shown_name: 'Ø', surname: '' });
  });
});

describe('problems', () => {
  test('rows that have shifted or never end are named, and not guessed at', async () => {
    const shifted = await table(bytes('E-post,Om\na@example.org,one, two\nb@example.org,fine\n'));
    const open = await table(bytes('E-post,Om\na@example.org,fine\nb@example.org,"never\nc@example.org,x\n'));
    const read = (there: Table) =>
      readRows({ table: there, mapping: suggest(there.headers, 'mentor', lists), part: 'mentor', lists, regions: [] }).problems; // prettier-ignore
    expect(read(shifted)).toEqual([{ row: 2, field: '', problem: 'too-many-cells' }]);
    expect(read(open)).toEqual([{ row: 3, field: '', problem: 'quote-open' }]);
  });
  test('what the database finds is added, unless the cell could not be read anyway', () => {
    const found = allProblems([{ row: 9, field: 'place', problem: 'unknown' }], {
      problems: [
        [9, 'place', 'missing', null],
        [3, 'email', 'address-twice', 2],
      ],
    });
    expect(found).toEqual([
      { row: 3, field: 'email', problem: 'address-twice', other: 2 },
      { row: 9, field: 'place', problem: 'unknown' },
    ]);
    expect(stoppedRows(found)).toEqual([3, 9]);
    expect(headerOf({ columns: { Navn: 'name' }, defaults: {} }, 'shown_name')).toBe('Navn');
  });
  test('no cell of the saved list is a formula', () => {
    expect(csvOf([['Row', '=cmd|calc'], [3, ' +1'], [4, 'say "hi"']])).toBe(
      '\ufeff"Row";"\'=cmd|calc"\r\n3;"\' +1"\r\n4;"say ""hi"""\r\n',
    ); // prettier-ignore
  });
  test('rows go in pieces that the server takes, none lost', () => {
    const rows = Array.from({ length: 500 }, (_, nr) => ({ row: nr + 2, about: 'å'.repeat(700) }));
    const pieces = piecesOf(rows);
    expect(pieces.flat()).toEqual(rows);
    for (const piece of pieces) expect(bytes(JSON.stringify(piece)).length).toBeLessThan(42_000);
  });
});
