import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Indexes `<main data-pagefind-body>` of every page, one index per `<html lang>`. Returns how many pages were indexed. */
export async function writeSearchIndex(root: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: undefined });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: root });
  const outputPath = join(root, 'pagefind');
  const written = await index.writeFiles({ outputPath });
  await close();
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`Pagefind: ${wrong.join('; ')}`);
  // We draw our own search page; what belongs to Pagefind's is not served.
  for await (const file of glob('pagefind-{ui,modular-ui,component-ui,highlight}*', { cwd: outputPath })) {
    await rm(join(outputPath, file));
  }
  return added.page_count;
}
