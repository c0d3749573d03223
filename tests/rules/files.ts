/** The repository's own files, as they lie in the folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const skipped = new Set([
  'node_modules',
  '.git',
  '.data',
  '.astro',
  'dist',
  '.cache',
  'test-results',
  'results',
  'tmp',
]);

/** Paths below the repository's root, of these folders and endings. */
export function filesIn(folders: string[], endings: RegExp): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (endings.test(entry.name)) found.push(relative(root, path));
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return found.sort();
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Files a script writes say so in their first line, or are named in it. */
export const isGenerated = (path: string): boolean =>
  /\b[Mm]ade (from|by)\b/.test(textOf(path).split('\n')[0] ?? '');
