/** What a spreadsheet says of the use of languages: columns of their own, put to the languages with their levels. */
import { describe, expect, test } from 'vitest';
import { makeLists } from '../src/lib/imports/lists.ts';
import { suggest } from '../src/lib/imports/mapping.ts';
import { readRows } from '../src/lib/imports/rows.ts';
import type { Table } from '../src/lib/imports/table.ts';
import { listWords } from './import-lists.ts';

const lists = makeLists(listWords());

describe('what languages are for', () => {
  const table: Table = {
    headers: ['Språk', 'Arbeidsspråk', 'Vil øve på'],
    rows: [
      { nr: 2, cells: ['norsk B1, engelsk C1', 'engelsk, norsk', 'Norwegian'] },
      { nr: 3, cells: ['norsk B1', 'fransk', ''] },
      { nr: 4, cells: ['norsk B1', 'klingon', ''] },
      { nr: 5, cells: ['norsk B1', '', ''] },
    ],
  };
  const mapping = suggest(table.headers, 'mentee', lists);
  const { rows, problems } = readRows({ table, mapping, part: 'mentee', lists, regions: [] });

  test('stands with each language, where the file says it', () => {
    expect(rows[0]).toEqual({
      row: 2,
      languages: [
        { language: 'no', level: 'B1', use: ['work', 'practise'] },
        { language: 'en', level: 'C1', use: ['work'] },
      ],
    });
    expect(rows[3]).toEqual({ row: 5, languages: [{ language: 'no', level: 'B1' }] });
  });
  test('is of languages that have a level, and of languages we know', () => {
    expect(problems).toEqual([
      { row: 3, field: 'works_in', problem: 'language-unlisted' },
      { row: 4, field: 'works_in', problem: 'language-unknown' },
    ]);
  });
});
