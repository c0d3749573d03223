import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from '../../schemas/text.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { collection, collectionNames, type CollectionName } from './collections.ts';
import { parseEntry, type Entry } from './entry.ts';

/** A file that is no entry, and why. */
export interface Unread {
  file: string;
  line: number;
  what: string;
  repair: string;
}

/**
 * Reads all content below a project's root.
 * @returns the entries, sorted by file, and the files that cannot be read or that nobody would ever read
 */
export function readContent(root: string): { entries: Entry[]; unread: Unread[] } {
  const entries: Entry[] = [];
  const unread: Unread[] = [];
  for (const name of collectionNames) {
    const found = globSync(`src/content/${name}/**/*.*`, { cwd: root }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    for (const file of found.sort()) {
      if (/\.(png|jpe?g|webp|avif|gif|svg)$/i.test(file)) continue;
      const place = placeOf(name, file);
      if (typeof place === 'string') {
        unread.push({ file, line: 1, what: 'no page would ever show this file', repair: place });
        continue;
      }
      const parsed = parseOnce(join(root, file));
      if ('what' in parsed) unread.push({ file, ...parsed, repair: `mend line ${parsed.line}` });
      else entries.push({ file, collection: name, ...place, ...parsed });
    }
  }
  return { entries, unread };
}

const known = new Map<string, { text: string; parsed: ReturnType<typeof parseEntry> }>();

/** Every file is read each time, but parsed anew only if it has changed: four pages of a build read all content. */
function parseOnce(file: string): ReturnType<typeof parseEntry> {
  const text = readFileSync(file, 'utf8');
  const before = known.get(file);
  if (before?.text === text) return before.parsed;
  const parsed = parseEntry(text, file.endsWith('.md') ? 'md' : 'yaml');
  known.set(file, { text, parsed });
  return parsed;
}

/** Which language and slug a file's name means, or what it should be called. */
function placeOf(name: CollectionName, file: string): { lang: Locale | null; slug: string } | string {
  const { facts, words, extension = 'md' } = collection(name);
  const [, folder, base = '', ending] =
    /^src\/content\/[a-z]+\/(?:(.*)\/)?([^/]*)\.([^./]+)$/.exec(file) ?? [];
  if (!isSlug(base))
    return `name it with small letters a–z, digits and hyphens, like the-first-hour.${extension}`;
  if (folder === undefined) {
    if (!facts) return `move it into the folder of its language: src/content/${name}/en/`;
    return ending === 'yaml' ? { lang: null, slug: base } : `name it ${base}.yaml`;
  }
  const lang = locales.find((one) => one === folder);
  if (!words) return `move it to src/content/${name}/: this collection has one file for all languages`;
  if (!lang) return `move it into a folder of a language: ${locales.join(', ')}`;
  return ending === extension ? { lang, slug: base } : `name it ${base}.${extension}`;
}

/** Whether a name can stand in an address: small letters, digits, single hyphens; at most 60 characters. */
export function isSlug(name: string): boolean {
  return slug.test(name) && name.length <= 60;
}
