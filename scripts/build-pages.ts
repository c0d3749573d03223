import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface BuiltPage {
  /** Address on the site, e.g. `/en/handbook/`. */
  url: string;
  html: string;
}

/** Every HTML file of a built site, sorted by address. */
export async function readPages(root: string): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = [];
  for await (const file of glob('**/*.html', { cwd: root })) {
    const url = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
    pages.push({ url, html: await readFile(join(root, file), 'utf8') });
  }
  return pages.sort((a, b) => a.url.localeCompare(b.url));
}
