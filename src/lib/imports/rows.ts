import type { Part } from '../../schemas/form.ts';
import { fieldsOf, type ImportField } from './fields.ts';
import { languageNames, languages } from './languages.ts';
import type { Lists } from './lists.ts';
import type { Mapping } from './mapping.ts';
import type { Table } from './table.ts';
import { withUses } from './uses.ts';
import * as read from './values.ts';

/** One row as the database takes it: `row` is its number in the file. */
export interface StagedRow extends Record<string, unknown> {
  row: number;
}
/** What stops a row; `other` is the row it is about, where there is one. */
export interface Problem {
  row: number;
  field: ImportField | '';
  problem: string;
  other?: number | undefined;
}

interface Ground {
  table: Table;
  mapping: Mapping;
  part: Part;
  lists: Lists;
  /** Regions of the programme: of two places with one name, the one there is meant. */
  regions: readonly string[];
}

/** Every row in the words of the database, and what could not be read of it. Nothing of a cell stands in a problem. */
export function readRows(ground: Ground): { rows: StagedRow[]; problems: Problem[] } {
  const { table, mapping, part } = ground;
  const columns = fieldsOf(part).map((field) => ({
    field,
    columns: table.headers.flatMap((header, at) =>
      mapping.columns[header] === field ? [{ header, at }] : [],
    ),
    fallback: mapping.defaults[field]?.trim() ?? '',
  }));
  const rows: StagedRow[] = [];
  const problems: Problem[] = [];
  for (const { nr, cells, broken } of table.rows) {
    if (broken) {
      problems.push({ row: nr, field: '', problem: broken });
      continue;
    }
    const row: StagedRow = { row: nr };
    for (const { field, columns: from, fallback } of columns) {
      const said = from
        .map(({ header, at }) => ({ header, text: cells[at] ?? '' }))
        .filter(({ text }) => text);
      const told = said.length > 0 ? said : fallback ? [{ header: '', text: fallback }] : [];
      if (told.length === 0) continue;
      const answer = valueOf(ground, field, told);
      if ('problem' in answer) problems.push({ row: nr, field, problem: answer.problem });
      else if (field === 'name') Object.assign(row, { ...(answer.value as object), ...withoutEmpty(row) });
      else row[field] = answer.value;
    }
    const used = withUses(row);
    problems.push(...used.problems);
    rows.push(used.row);
  }
  return { rows, problems };
}

/** Text far longer than allowed only has to be seen to be so. */
const short = (text: string, most = 300) => text.slice(0, most);

function valueOf(
  { lists, regions }: Ground,
  field: ImportField,
  told: { header: string; text: string }[],
): read.Read {
  const text = told.map((cell) => cell.text).join(field === 'about' ? '\n' : ', ');
  switch (field) {
    case 'email':
      return { value: short(read.address(text)) };
    case 'name':
      return { value: read.wholeName(short(text)) };
    case 'phone':
      return { value: short(read.phone(text)) };
    case 'gender':
      return read.gender(text);
    case 'locale':
      return read.locale(text);
    case 'field':
      return read.fieldOfWork(lists, text);
    case 'languages':
      return languages(lists, told);
    case 'works_in':
    case 'practises':
      return languageNames(lists, text);
    case 'topics':
      return read.topicList(lists, text);
    case 'formats':
      return read.formatList(text);
    case 'place':
      return read.place(lists, text, regions);
    case 'hours':
    case 'capacity':
      return read.whole(text);
    case 'migrated':
      return read.yesOrNo(text);
    case 'prefers':
      return read.preference(text);
    case 'prefers_gender':
      return read.genderPreference(text);
    case 'since':
      return read.day(text);
    default:
      return { value: short(text, 1300) };
  }
}

const withoutEmpty = (row: StagedRow) => Object.fromEntries(Object.entries(row).filter(([, value]) => value));

/** Rows in pieces that one call may carry: the server takes 64 kB, and so does what a page sends while it closes. */
export function piecesOf(rows: readonly StagedRow[], most = 40_000): StagedRow[][] {
  const pieces: StagedRow[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const length = new TextEncoder().encode(JSON.stringify(row)).length + 1;
    if (size + length > most) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(row);
    size += length;
  }
  return pieces;
}
