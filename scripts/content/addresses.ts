import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { CollectionName } from '../../src/lib/content/collections.ts';
import { bookletAddress, wantedBooklets } from '../../src/lib/booklets.ts';
import type { Entry } from '../../src/lib/content/entry.ts';
import { locales } from '../../src/schemas/vocabulary.ts';

/** Collections whose texts have pages of their own, and where those begin. */
const ownPages: Partial<Record<CollectionName, string>> = {
  handbook: 'handbook/',
  modules: 'modules/',
  tools: 'tools/',
  stories: 'stories/',
  evidence: 'evidence/',
  news: 'news/',
  programmes: 'programmes/',
  pages: '',
};

/** The address of a text's page, or `undefined` where it has none of its own. */
export function addressOf({ collection, lang, slug }: Entry): string | undefined {
  const folder = ownPages[collection];
  return folder === undefined || lang === null ? undefined : `/${lang}/${folder}${slug}/`;
}

/** The addresses that exist because a page is written for them, with every language's tag in front. */
export function sectionAddresses(root: string): Set<string> {
  const files = globSync('src/pages/**/*.astro', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const paths = files
    .filter((file) => file.startsWith('src/pages/[lang]/'))
    .map((file) =>
      file
        .replace(/^src\/pages\/\[lang\]\//, '')
        .replace(/(^|\/)index\.astro$/, '$1')
        .replace(/\.astro$/, '/'),
    )
    .filter((path) => !path.includes('['));
  // Each form has the page on which it is filled in.
  const forms = globSync('src/content/forms/*.yaml', { cwd: root }).map(
    (file) => `apply/${basename(file, '.yaml')}/`,
  );
  return new Set([...paths, ...forms].flatMap((path) => locales.map((lang) => `/${lang}/${path}`)));
}

/** Addresses that come of something else: a programme's kit, a sheet in two languages, feeds, and booklets to print. */
export function madeAddresses(root: string, entries: readonly Entry[]): Set<string> {
  const slugsOf = (collection: CollectionName) => entries.filter((entry) => entry.collection === collection);
  const kits = slugsOf('programmes').flatMap(({ slug }) =>
    locales.map((lang) => `/${lang}/programmes/${slug}/kit/`),
  );
  const sheets = slugsOf('tools');
  const cards = new Set(sheets.filter(({ data }) => data.card === true).map(({ slug }) => slug));
  // A pair needs both to be written.
  const pairs = sheets
    .filter(({ lang, slug }) => lang && cards.has(slug))
    .flatMap(({ lang, slug }) =>
      sheets
        .filter((other) => other.lang && other.lang !== lang && other.slug === slug)
        .map((other) => `/${lang}/tools/${slug}/with-${other.lang}/`),
    );
  const feeds = globSync('src/pages/[[]lang]/*.xml.ts', { cwd: root }).flatMap((file) =>
    locales.map((lang) => `/${lang}/${basename(file, '.ts')}`),
  );
  return new Set([...kits, ...pairs, ...feeds, ...wantedBooklets('all').map(bookletAddress)]);
}
