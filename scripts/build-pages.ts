import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface BuiltPage {
  /** Address on the site, e.g. `/en/handbook/`. */
  url: string;
  html: string;
}

/** Every HTML file of a built site, sorted by address. */
export async function readPages(root: string): Promise<BuiltPage[]> {
  const reading: Promise<BuiltPage>[] = [];
  for await (const file of glob('**/*.html', { cwd: root })) reading.push(readPage(root, file));
  const pages = await Promise.all(reading);
  return pages.sort((a, b) => (a.url < b.url ? -1 : 1));
}

async function readPage(root: string, file: string): Promise<BuiltPage> {
  const url = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
  return { url, html: await readFile(join(root, file), 'utf8') };
}
