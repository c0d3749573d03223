import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One line of a `_redirects` file. */
export interface Redirect {
  from: string;
  to: string;
}

/** Where an old address leads now, or undefined. */
export type Redirects = (path: string) => string | undefined;

/**
 * Reads `_redirects`, the file a static host reads too. An address is also known without its last slash. Without the file
 * nothing leads anywhere.
 */
export async function readRedirects(site: string): Promise<Redirects> {
  const lines = parseRedirects(await readFile(join(site, '_redirects'), 'utf8').catch(() => ''));
  const lead: Redirects = (path) => {
    for (const { from, to } of lines) {
      if (from === path) return to;
      const stem = from.endsWith('*') && from.slice(0, -1);
      if (stem && path.startsWith(stem)) return to.replace(':splat', path.slice(stem.length));
    }
    return undefined;
  };
  return (path) => lead(path) ?? lead(`${path}/`);
}

/** Parses `from to status` lines; comments and empty lines say nothing. */
export function parseRedirects(text: string): Redirect[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .flatMap(([from, to]) => (from && to ? [{ from, to }] : []));
}
