/** From the bytes of a file to a table, whatever program wrote it. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../src/lib/imports/read-file.ts';
import { FileProblem } from '../src/lib/imports/sheet.ts';
import { tableOf } from '../src/lib/imports/table.ts';
import { workbook, type Written } from '../tests/workbook.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const table = async (file: Uint8Array) => tableOf(await readSpreadsheet(file));
const refused = async (file: Uint8Array) =>
  table(file).then(
    () => 'read',
    (error: unknown) => (error instanceof FileProblem ? error.key : String(error)),
  );

/** Latin letters as Excel in the Nordic countries writes them. */
const nordic = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Uint8Array.from(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).reduce<number[]>((list, code) => [...list, code & 255, code >> 8], []))]); // prettier-ignore

const expected = {
  headers: ['E-post', 'Fornavn', 'Kommune'],
  rows: [{ nr: 2, cells: ['a@example.org', 'Åse', 'Hå'] }],
};

describe('a file is read whatever wrote it', () => {
  const text = (sign: string, end = '\n') =>
    ['E-post', 'Fornavn', 'Kommune'].join(sign) + end + ['a@example.org', 'Åse', 'Hå'].join(sign) + end;
  test.each<[string, Uint8Array]>([
    ['UTF-8 with commas', bytes(text(','))],
    ['UTF-8 with its mark and semicolons', bytes(`\ufeff${text(';', '\r\n')}`)],
    ['Windows-1252 with semicolons', nordic(text(';', '\r\n'))],
    ['UTF-16 with tabs', utf16(text('\t'))],
    ['Excel', workbook([expected.headers, expected.rows[0]!.cells])],
    ['empty rows and columns at the end', bytes('E-post,Fornavn,Kommune,,\na@example.org,Åse,Hå,,\n,,,,\n,,,,\n')],
  ])('%s', async (_, file) => expect(await table(file)).toEqual(expected)); // prettier-ignore

  test('Excel’s first line says what separates the cells, and numbers of rows stay those one sees', async () => {
    expect((await table(bytes('sep=|\nE-post|Fornavn\na@example.org|Åse\n'))).rows[0]!.nr).toBe(3);
  });
  test('semicolons separate, however many commas stand in the cells', async () => {
    const file = bytes(
      'E-post;Fornavn;Språk;Om\na@example.org;Åse;norsk B2, engelsk C1, arabisk B1;Broer, veier, tunneler, havner\nb@example.org;Per;norsk, svensk, dansk, finsk;Hus, hytter, låver\n',
    );
    expect((await table(file)).rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['a@example.org', 'Åse', 'norsk B2, engelsk C1, arabisk B1'],
      ['b@example.org', 'Per', 'norsk, svensk, dansk, finsk'],
    ]);
  });
  test('headers need not stand in the first row, nor be different, nor be there', async () => {
    const file = bytes('Mentorer 2025;;;;\n;;;;\nE-post;Telefon;Telefon;;Kommune\na@example.org;1;2;x;Hå\n');
    expect(await table(file)).toEqual({
      headers: ['E-post', 'Telefon', 'Telefon (2)', 'D', 'Kommune'],
      rows: [{ nr: 4, cells: ['a@example.org', '1', '2', 'x', 'Hå'] }],
    });
  });
  test('a first sheet that only tells of the list is passed over', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const lines = ['Mentorer', 'Rettet i november', 'Spør oss'].map(
      (text, nr) => `<row r="${nr + 1}"><c r="A${nr + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
    );
    const related = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
    const file = workbook([expected.headers, expected.rows[0]!.cells], {
      'xl/workbook.xml': bytes(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Om" sheetId="2" r:id="r9"/><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': bytes(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related('r1', 'worksheet', 'worksheets/sheet1.xml')}${related('r2', 'sharedStrings', 'sharedStrings.xml')}${related('r3', 'styles', 'styles.xml')}${related('r9', 'worksheet', 'worksheets/sheet2.xml')}</Relationships>`,
      ),
      'xl/worksheets/sheet2.xml': bytes(
        `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
      ),
    });
    expect(await table(file)).toEqual(expected);
  });
  test('days, numbers and texts of Excel', async () => {
    const rows: Written[][] = [
      ['E-post', 'Med siden', 'Timer'],
      ['a@example.org', new Date('2024-02-29'), 4],
    ];
    expect((await table(workbook(rows))).rows[0]!.cells).toEqual(['a@example.org', '2024-02-29', '4']);
  });
});

describe('what is no table is said to be none', () => {
  const many = `E-post,Fornavn\n${'a@example.org,Åse\n'.repeat(10_001)}`;
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a program called .xlsx', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'not-text'],
    ['an old Excel file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
    ['half a workbook', workbook([['a']]).slice(0, 300), 'broken-workbook'],
    ['a zip of something else', zipSync({ 'a.txt': bytes('a') }), 'broken-workbook'],
    ['headers alone', bytes('E-post,Fornavn\n'), 'no-table'],
    ['blanks', bytes('\n\n\n'), 'no-table'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'too-large'],
    ['more than ten thousand rows', bytes(many), 'too-many-rows'],
    ['more than two hundred columns', bytes(`${'x,'.repeat(201)}x\n${'y,'.repeat(201)}y`), 'too-many-columns'],
  ])('%s', async (_, file, key) => expect(await refused(file)).toBe(key)); // prettier-ignore

  test('a workbook that unpacks to far more than it weighs is not unpacked', async () => {
    const bomb = workbook([['a', 'b']]);
    // The directory at its end says how large each part gets: here the first one 4 GB.
    const directory = Buffer.from(bomb.buffer).indexOf('PK\u0001\u0002');
    bomb.set([0xff, 0xff, 0xff, 0xef], directory + 24);
    expect(await refused(bomb)).toBe('unpacks-too-large');
  });
});
