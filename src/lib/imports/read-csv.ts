import { FileProblem, fileLimits, type Sheet } from './sheet.ts';

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
  const { data, errors } = papa.parse<string[]>(text, {
    delimiter: said?.[1] ?? separatorOf(text),
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

/** Of comma, semicolon and tab, the one that stands most often outside of quotes in the first lines. */
function separatorOf(text: string): string {
  const counts = new Map([';', ',', '\t'].map((sign) => [sign, 0]));
  let quoted = false;
  let lines = 0;
  for (const sign of text.slice(0, 50_000)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    else if (!quoted && sign === '\n' && ++lines === 20) break;
  }
  const [[best] = [';']] = [...counts].sort((a, b) => b[1] - a[1]);
  return best;
}
