/**
 * What happens to the built site before it is served: booklets, search index, sitemap, offline reading, security headers,
 * social images, and packed copies where it is published elsewhere. A program of its own, so that what building the
 * pages took of memory is given back first. Usage: node scripts/build-finish.ts FOLDER
 */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeCompressed } from './build-compress.ts';
import { writeHeaders } from './build-headers.ts';
import { writeOffline } from './build-offline.ts';
import { writeSearchIndex } from './build-search.ts';
import { writeSocial } from './build-social.ts';
import { writeSitemap } from './build-sitemap.ts';
import { readPages } from './build-pages.ts';

const run = promisify(execFile);

const [folder = 'dist'] = process.argv.slice(2);
const root = `${resolve(folder)}/`;
const beside = (program: string) =>
  run(process.execPath, [join(import.meta.dirname, program), root], { maxBuffer: 2 ** 26 });
const { BOOKLETS, PACKED, PUBLIC_SUPABASE_URL } = process.env;
// In a process of its own: a plain build has no Chromium, and loads nothing that speaks to one.
if (BOOKLETS) await beside('build-booklets.ts');
const indexing = beside('index-full-text.ts').then(
  ({ stdout }) => new Map<string, string>(JSON.parse(stdout)),
);
const pages = await readPages(root);
const packing = PACKED === 'all' && writeCompressed(root, 'pages');
// Images are drawn in a process of their own and are not packed.
const drawing = writeSocial(root, pages);
await writeSitemap(root, pages);
await writeOffline(root, pages);
await writeHeaders(root, pages, PUBLIC_SUPABASE_URL);
const searchable = await writeSearchIndex(root, pages, indexing);
await Promise.all([packing, PACKED === 'all' && writeCompressed(root, 'rest'), drawing]);
console.log(`${pages.length} pages, ${searchable} searchable`);
