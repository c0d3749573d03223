import { clean } from './fold.ts';
import { FileProblem, fileLimits, type Sheet } from './sheet.ts';
import { knownHeaders } from './table.ts';

/** Bytes as text: UTF-8 and UTF-16 by their marks, UTF-8 if it is, and else what Excel writes in the Nordic countries. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads a table of text with commas, semicolons or tabs between its cells.
 * @throws FileProblem `not-text` for what is no text at all
 */
export async function readCsv(bytes: Uint8Array): Promise<Sheet> {
  const whole = decode(bytes);
  // Excel may say in the first line what separates the cells.
  const said = /^sep=(.)\r?\n/.exec(whole);
  const text = said ? whole.slice(said[0].length) : whole;
  if (text.includes('\u0000')) throw new FileProblem('not-text');
  const { default: papa } = await import('papaparse');
  const first = said ? 2 : 1;
  const firstRows = (part: string, delimiter: string) =>
    papa.parse<string[]>(part, { delimiter, preview: 20 }).data;
  const { data, errors } = papa.parse<string[]>(text, {
    delimiter: said?.[1] ?? separatorOf(firstRows, text),
    skipEmptyLines: false,
    preview: fileLimits.rows + 100,
  });
  const rows: string[][] = said ? [[], ...data] : data;
  const broken = new Map<number, 'quote-open'>();
  for (const { type, row } of errors) {
    if (type === 'Quotes' && row !== undefined) broken.set(row + first, 'quote-open');
  }
  return { rows, broken };
}

/**
 * Of semicolon, comma and tab the one that brings out most headers we know; if none does, the one that cuts most of the
 * first lines into as many cells. Excel leaves the commas of a sentence unquoted where semicolons separate.
 */
function separatorOf(parse: (text: string, delimiter: string) => string[][], text: string): string {
  const looks = [';', ',', '\t'].map((sign) => {
    const rows = parse(text.slice(0, 50_000), sign);
    const widths = rows.map(({ length }) => length).filter((width) => width > 1);
    const alike = (width: number) => widths.filter((other) => other === width).length;
    return {
      sign,
      headers: Math.max(0, ...rows.map((row) => knownHeaders(row.map(clean)))),
      even: Math.max(0, ...widths.map(alike)),
      cells: widths.reduce((sum, width) => sum + width, 0),
    };
  });
  looks.sort((a, b) => b.headers - a.headers || b.even - a.even || b.cells - a.cells);
  return looks[0]?.sign ?? ';';
}
