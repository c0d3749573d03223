import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);

/** As many as Node has threads for it: all 1,200 files at once held 714 MB, four hold 200 MB and are no slower. */
const together = 4;

/** Pages are whole before the rest is written, and can be packed meanwhile. */
const kinds = { pages: '**/*.html', rest: '**/*.{css,js,svg,json,xml,txt,webmanifest}' };

/**
 * Writes `file.br` beside every text file of a kind that gets smaller by it. Returns how many. Pages are many and change with every
 * build: quality 11 costs 52 ms a page (40 kB), 7 costs 1.3 ms and 8 % more bytes. Scripts are few and kept for a year.
 */
export async function writeCompressed(root: string, kind: 'pages' | 'rest'): Promise<number> {
  const files: string[] = [];
  for await (const file of glob(kinds[kind], { cwd: root })) files.push(join(root, file));
  let written = 0;
  const pack = async () => {
    for (let file = files.pop(); file; file = files.pop()) if (await compress(file)) written++;
  };
  await Promise.all(Array.from({ length: together }, pack));
  return written;
}

async function compress(file: string): Promise<boolean> {
  const plain = await readFile(file);
  const quality = /\.(html|xml)$/.test(file) ? 7 : 11;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    // A window as wide as the file. The widest is 4 MB to fill with nothing: over 1,200 pages 4.5 s of work instead of 2.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, Math.ceil(Math.log2(plain.length + 16)))),
  };
  const packed = await brotli(plain, { params });
  if (packed.length >= plain.length) return false;
  await writeFile(`${file}.br`, packed);
  return true;
}
