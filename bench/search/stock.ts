import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { locales } from '../../src/schemas/vocabulary.ts';

/**
 * Pagefind as it comes, over the same pages: its own index, script, worker and options.
 * @param folder gets the index and an empty page per language
 */
export async function writeStock(site: string, folder: string): Promise<string> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  await index.addDirectory({ path: site });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  for (const lang of locales) {
    await mkdir(join(folder, lang), { recursive: true });
    const page = `<!doctype html><html lang="${lang}"><title>Search</title><link rel="icon" href="data:,"></html>`;
    await writeFile(join(folder, lang, 'index.html'), page);
  }
  return folder;
}
