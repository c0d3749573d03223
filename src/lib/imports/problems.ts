import type { ImportField } from './fields.ts';
import type { Mapping } from './mapping.ts';
import type { Problem } from './rows.ts';

/** What `preview_import` answers. */
export interface Preview {
  rows: number;
  fresh: number;
  here: number[];
  problems: [row: number, field: ImportField, problem: string, other: number | null][];
}

/** All that stops rows, row by row: where a cell could not be read, the database's word that it is missing says nothing new. */
export function allProblems(unread: readonly Problem[], { problems }: Pick<Preview, 'problems'>): Problem[] {
  const known = new Set(unread.map(({ row, field }) => `${row}/${field}`));
  const unnamed = new Set(unread.filter(({ field }) => field === 'name').map(({ row }) => row));
  const found = problems
    .filter(([row, field]) => !known.has(`${row}/${field}`) && !(field === 'shown_name' && unnamed.has(row)))
    .map(([row, field, problem, other]): Problem => ({ row, field, problem, other: other ?? undefined }));
  return [...unread, ...found].sort((a, b) => a.row - b.row);
}

/** Numbers of the rows that are stopped. */
export const stoppedRows = (problems: readonly Problem[]): number[] => [
  ...new Set(problems.map(({ row }) => row)),
];

/** The header of the column a field is read from, as the file has it. */
export function headerOf({ columns }: Mapping, field: Problem['field']): string | undefined {
  const wanted = (name: string) => Object.entries(columns).find(([, of]) => of === name)?.[0];
  return field === '' ? undefined : (wanted(field) ?? (field === 'shown_name' ? wanted('name') : undefined));
}

/** A list of problems as a table for a spreadsheet, with the marks by which Excel knows its letters. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted, and no formula: a header may come from anybody's file. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
