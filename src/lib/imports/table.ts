import { clean, fold } from './fold.ts';
import { headerWords } from './fields.ts';
import { cellText, FileProblem, fileLimits, type Cell, type Sheet } from './sheet.ts';

/** One row below the headers, with its number in the file. */
interface TableRow {
  nr: number;
  cells: string[];
  /** Why it cannot be read as a row. */
  broken?: 'quote-open' | 'too-many-cells';
}
export interface Table {
  /** Each different; a column without a header is called by its letter. */
  headers: string[];
  rows: TableRow[];
}

const known = new Set(Object.values(headerWords).flat());

/**
 * Finds the headers, which need not be in the first row, and the rows below them; empty rows and columns are left out.
 * @throws FileProblem `no-table`, `too-many-rows`, `too-many-columns`
 */
export function tableOf({ rows, broken }: Sheet): Table {
  const texts = rows.map((row) => row.map((cell: Cell) => clean(cellText(cell))));
  const at = headerRow(texts);
  const header = texts[at];
  if (!header) throw new FileProblem('no-table');
  const below = texts.map((cells, nr) => ({ nr: nr + 1, cells })).slice(at + 1);
  const filled = below.filter(({ nr, cells }) => broken.has(nr) || cells.some(Boolean));
  if (filled.length === 0) throw new FileProblem('no-table');
  if (filled.length > fileLimits.rows) throw new FileProblem('too-many-rows');
  const width = lastFilled(header) + 1;
  if (width > fileLimits.columns) throw new FileProblem('too-many-columns');
  const used = [...Array(width).keys()].filter(
    (column) => header[column] || filled.some(({ cells }) => cells[column]),
  );
  return {
    headers: distinct(used.map((column) => header[column] || letterOf(column))),
    rows: filled.map(({ nr, cells }) => {
      const why = broken.get(nr) ?? (lastFilled(cells) >= width ? 'too-many-cells' : undefined);
      return { nr, cells: used.map((column) => cells[column] ?? ''), ...(why && { broken: why }) };
    }),
  };
}

/** Of the first twenty rows the one with most headers we know; if none has two, the first with two cells. */
function headerRow(texts: string[][]): number {
  const counts = texts.slice(0, 20).map(knownHeaders);
  const best = Math.max(0, ...counts);
  if (best >= 2) return counts.indexOf(best);
  return texts.findIndex((row) => row.filter(Boolean).length >= 2);
}

/** How many cells of a row are headers we know. */
export const knownHeaders = (row: string[]): number => row.filter((cell) => known.has(fold(cell))).length;

const lastFilled = (row: string[]) => row.findLastIndex(Boolean);

/** A, B … Z, AA: as spreadsheets name their columns. */
const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

function distinct(headers: string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const short = header.replace(/\s+/g, ' ').slice(0, 80);
    const times = (seen.get(short) ?? 0) + 1;
    seen.set(short, times);
    return times === 1 ? short : `${short} (${times})`;
  });
}
