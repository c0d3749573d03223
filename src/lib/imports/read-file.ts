import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { FileProblem, fileLimits, type Sheet } from './sheet.ts';

/**
 * Reads a spreadsheet by what is in it, whatever it is called.
 * @throws FileProblem `empty`, `too-large`, `old-excel`, `not-text`, `broken-workbook`, `unpacks-too-large`
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Sheet> {
  if (bytes.length === 0) throw new FileProblem('empty');
  if (bytes.length > fileLimits.bytes) throw new FileProblem('too-large');
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return readXlsx(bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileProblem('old-excel');
  return readCsv(bytes);
}

const begins = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
