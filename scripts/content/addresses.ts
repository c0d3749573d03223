import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { CollectionName } from '../../src/lib/content/collections.ts';
import type { Entry } from '../../src/lib/content/entry.ts';

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
  return new Set(
    [...paths, ...forms].flatMap((path) => ['en', 'nb', 'da', 'sv'].map((lang) => `/${lang}/${path}`)),
  );
}
