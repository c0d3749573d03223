import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from './articles.ts';

/** Where sites are built that git does not know. */
export const cache = join(import.meta.dirname, '../.cache/site');

/** Something that makes a site of articles. */
export interface Generator {
  name: string;
  folder: string;
  /** What Node runs in the folder. */
  command: string[];
  /** The folder the site comes to, below `folder`. */
  output: string;
  /** The address of an article on the built site. */
  address: (article: Article) => string;
  /** Empties the folder, caches too, and writes everything but the site. */
  prepare: (articles: Article[]) => Promise<void>;
}

/** Writes files by their name below a folder. */
export async function writeFiles(folder: string, files: [name: string, text: string][]): Promise<void> {
  for (const parent of new Set(files.map(([name]) => dirname(join(folder, name)))))
    await mkdir(parent, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}
