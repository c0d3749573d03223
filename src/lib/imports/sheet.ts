/** A cell as the file has it: texts, and from Excel also numbers, yes/no and days. */
export type Cell = string | number | boolean | Date | null;
/** All cells, the first row of the file first. */
export interface Sheet {
  rows: Cell[][];
  /** Rows that could not be read as rows, by their number from 1. */
  broken: Map<number, 'quote-open'>;
}

/** A file that cannot be read as a table; the key has words (`imports.file.<key>`). */
export class FileProblem extends Error {
  readonly key: string;
  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

export const fileLimits = { bytes: 10 * 1024 * 1024, rows: 10_000, columns: 200 };

/** A cell as one would read it; a day as `2026-11-21`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}
