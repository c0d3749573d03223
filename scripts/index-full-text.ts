/**
 * Has Pagefind read the pages of a built site and write its folder into it, and says which of its files is which page's. A
 * program of its own: Pagefind waits to be told what comes next, and would wait for whatever else is done meanwhile.
 * Usage: node scripts/index-full-text.ts FOLDER
 */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

const [folder = 'dist'] = process.argv.slice(2);
const { index, errors } = await createIndex({ forceLanguage: undefined });
if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
const added = await index.addDirectory({ path: folder });
const outputPath = join(folder, 'pagefind');
const written = await index.writeFiles({ outputPath });
await close();
const wrong = [...added.errors, ...written.errors];
if (wrong.length > 0) throw new Error(`Pagefind: ${wrong.join('; ')}`);

const files = await Array.fromAsync(glob('fragment/*.pf_fragment', { cwd: outputPath }));
console.log(JSON.stringify(await Promise.all(files.map(named))));

/** The address of a page and the name of its file. */
async function named(file: string): Promise<[url: string, name: string]> {
  const text = gunzipSync(await readFile(join(outputPath, file))).subarray('pagefind_dcd'.length);
  const { url } = JSON.parse(text.toString()) as { url: string };
  return [url, file.replace(/^.*[/_]([0-9a-f]+)\.pf_fragment$/, '$1')];
}
