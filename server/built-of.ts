import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './folder.ts';

/** Everything a site is made of, seen from the project's folder. */
const inputs = ['{src,public,scripts}/**/*', '*.{ts,json}', '.env*'];
/** What is set outside the project and changes the site. */
const settings = /^(PUBLIC_|BOOKLETS$|SOCIAL$|PACKED$)/;
/** Beside the pages; a name with a dot in front is not served. */
const note = '.built-of';

/**
 * What a site built now would be made of, as one hash: every source, the address it will have, the variables a build
 * reads, Node's version, and the day, because what has passed is left out of lists.
 */
export async function madeOf(root: string, siteUrl: string): Promise<string> {
  const hash = createHash('sha256');
  const set = Object.entries(process.env).filter(([name]) => settings.test(name));
  hash.update(JSON.stringify([siteUrl, process.version, new Date().toISOString().slice(0, 10), set.sort()]));
  const files = (await Array.fromAsync(glob(inputs, { cwd: root, withFileTypes: true })))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

/** Is the site in this folder whole, and made of just this? */
export async function isBuiltOf(site: string, made: string): Promise<boolean> {
  const file = join(site, note);
  return (await exists(file)) && (await readFile(file, 'utf8')) === made;
}

/** Notes what a site was made of, once it is whole. */
export const noteBuiltOf = (site: string, made: string) => writeFile(join(site, note), made);
