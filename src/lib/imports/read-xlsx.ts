import { FileProblem, type Cell, type Sheet } from './sheet.ts';
import { tableOf } from './table.ts';

/** Unpacked, all parts of a workbook together: ten thousand full rows are some 30 MB. */
const most = { bytes: 100 * 1024 * 1024, parts: 500 };

/**
 * Reads the first sheet of an Excel workbook that has a table in it.
 * @throws FileProblem `broken-workbook`, `unpacks-too-large`
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  const [{ unzipSync, zipSync }, { default: readWorkbook }] = await Promise.all([
    import('fflate'),
    import('read-excel-file/universal'),
  ]);
  let unpacked = 0;
  let parts = 0;
  const unpack = () =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        // What a part says of its size is what it gets: more than that is never unpacked.
        unpacked += originalSize;
        parts += 1;
        if (unpacked > most.bytes || parts > most.parts) throw new FileProblem('unpacks-too-large');
        return /\.(xml|rels)$/.test(name);
      },
    });
  try {
    // Packed again without pressing, because for large parts the reader would start a worker, which our pages forbid.
    const plain = zipSync(unpack(), { level: 0 });
    const sheets = await readWorkbook(plain.slice().buffer);
    const tables = sheets.map(({ data }): Sheet => ({ rows: data as Cell[][], broken: new Map() }));
    return tables.find(hasTable) ?? tables[0] ?? { rows: [], broken: new Map() };
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem('broken-workbook');
  }
}

/** Not a cover with a few lines of text. */
function hasTable(sheet: Sheet): boolean {
  try {
    return tableOf(sheet).rows.length > 0;
  } catch (error) {
    // Too large is a table too, and says so when it is read.
    return error instanceof FileProblem && error.key !== 'no-table';
  }
}
