/** The generators we are held against, at exact versions, in a folder git does not know. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { locales } from '../../src/schemas/vocabulary.ts';
import type { Article } from './articles.ts';
import { cache, writeFiles, type Generator } from './generator.ts';

const run = promisify(execFile);
const home = join(cache, 'peers');
const versions = {
  astro: '7.3.5',
  '@astrojs/starlight': '0.42.4',
  '@11ty/eleventy': '3.1.2',
  '@docusaurus/core': '3.8.1',
  '@docusaurus/preset-classic': '3.8.1',
  react: '19.1.1',
  'react-dom': '19.1.1',
};

/** Docusaurus 3.8 takes any later webpack, but its progress bar breaks with those that came after it. */
const overrides = { webpack: '5.101.3' };

/** Installs them, once for all runs. */
export async function installPeers(): Promise<void> {
  const file = join(home, 'package.json');
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: versions, overrides });
  const known = await readFile(file, 'utf8').catch(() => '');
  // npm writes its own list last.
  if (known === wanted && existsSync(join(home, 'node_modules/.package-lock.json'))) return;
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(file, wanted);
  await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: home, maxBuffer: 2 ** 26 });
}

/** As it comes, with four languages. By default its menu has all texts on every page; here it has one a shelf, as ours. */
export const starlight = peer({
  name: 'Starlight',
  program: 'astro/bin/astro.mjs',
  output: 'dist',
  address: ({ lang, slug }) => `/${lang}/${slug}/`,
  files: (articles) => [
    [
      'astro.config.mjs',
      `import starlight from '@astrojs/starlight';
      const locales = { en: { label: 'English', lang: 'en' }, nb: { label: 'Norsk bokmål', lang: 'nb' },
        da: { label: 'Dansk', lang: 'da' }, sv: { label: 'Svenska', lang: 'sv' } };
      const sidebar = ${JSON.stringify(shelves(articles))};
      export default { site: 'http://localhost:4321',
        integrations: [starlight({ title: 'Handbook', defaultLocale: 'en', locales, sidebar })] };`,
    ],
    [
      'src/content.config.ts',
      `import { defineCollection } from 'astro:content';
      import { docsLoader } from '@astrojs/starlight/loaders';
      import { docsSchema } from '@astrojs/starlight/schema';
      export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    ],
    ...articles.map(plain((article) => `src/content/docs/${article.lang}/${article.slug}.md`)),
  ],
});

/** As it comes, with four languages, which it builds one after the other; the menu as in Starlight's. */
export const docusaurus = peer({
  name: 'Docusaurus',
  program: '@docusaurus/core/bin/docusaurus.mjs',
  output: 'build',
  address: ({ lang, slug }) => (lang === 'en' ? `/${slug}/` : `/${lang}/${slug}/`),
  files: (articles) => [
    [
      'docusaurus.config.js',
      `export default { title: 'Handbook', url: 'http://localhost:4321', baseUrl: '/', trailingSlash: true,
        onBrokenLinks: 'ignore', i18n: { defaultLocale: 'en', locales: ${JSON.stringify(locales)} },
        presets: [['classic', { blog: false, docs: { routeBasePath: '/', sidebarPath: './sidebars.js' } }]] };`,
    ],
    [
      'sidebars.js',
      `export default { menu: ${JSON.stringify(shelves(articles).map(({ slug, label }) => ({ type: 'doc', id: slug, label })))} };`,
    ],
    ['package.json', '{ "private": true }'],
    ...articles.map(
      plain(({ lang, slug }) =>
        lang === 'en' ? `docs/${slug}.md` : `i18n/${lang}/docusaurus-plugin-content-docs/current/${slug}.md`,
      ),
    ),
  ],
});

/** The Markdown in a bare page: no styles, no menu, no search. */
export const eleventy = peer({
  name: 'Eleventy',
  program: '@11ty/eleventy/cmd.cjs',
  output: 'dist',
  address: ({ lang, slug }) => `/${lang}/${slug}/`,
  files: (articles) => [
    [
      'eleventy.config.js',
      `export default function (config) { config.setUseGitIgnore(false); }
      export const config = { dir: { input: 'content', output: 'dist' } };`,
    ],
    [
      'content/_includes/article.njk',
      `<!doctype html><html lang="{{ lang }}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>{{ title }}</title>
      <meta name="description" content="{{ description }}"><link rel="icon" href="data:,"></head>
      <body><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>`,
    ],
    ['content/content.json', '{ "layout": "article.njk" }'],
    ...locales.map((lang): [string, string] => [`content/${lang}/${lang}.json`, JSON.stringify({ lang })]),
    ['package.json', '{ "private": true, "type": "module" }'],
    ...articles.map(plain(({ lang, slug }) => `content/${lang}/${slug}.md`)),
  ],
});

/** What both Starlight and we stand on, alone: the Markdown in the same bare page as Eleventy's. */
export const astro = peer({
  name: 'Astro',
  program: 'astro/bin/astro.mjs',
  output: 'dist',
  address: ({ lang, slug }) => `/${lang}/${slug}/`,
  files: (articles) => [
    ['astro.config.mjs', `export default { site: 'http://localhost:4321' };`],
    [
      'src/content.config.ts',
      `import { defineCollection } from 'astro:content';
      import { glob } from 'astro/loaders';
      export const collections = { articles: defineCollection({ loader: glob({ base: 'src/content', pattern: '**/*.md' }) }) };`,
    ],
    [
      'src/pages/[...path].astro',
      `---
      import { getCollection, render } from 'astro:content';
      export const getStaticPaths = async () =>
        (await getCollection('articles')).map((article) => ({ params: { path: article.id }, props: { article } }));
      const { article: { id, data } } = Astro.props;
      const { Content } = await render(Astro.props.article);
      ---
      <!doctype html><html lang={id.slice(0, 2)}><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>{data.title}</title>
      <meta name="description" content={data.description}><link rel="icon" href="data:,"></head>
      <body><main><h1>{data.title}</h1><Content /></main></body></html>`.replaceAll(/^ {6}/gm, ''),
    ],
    ...articles.map(plain(({ lang, slug }) => `src/content/${lang}/${slug}.md`)),
  ],
});

interface Peer extends Pick<Generator, 'name' | 'output' | 'address'> {
  program: string;
  files: (articles: Article[]) => [name: string, text: string][];
}

function peer({ name, program, output, address, files }: Peer): Generator {
  const folder = join(home, name.toLowerCase());
  const command = [join(home, 'node_modules', program), ...(name === 'Eleventy' ? ['--quiet'] : ['build'])];
  return {
    name,
    folder,
    command,
    output,
    address,
    async prepare(articles) {
      await rm(folder, { recursive: true, force: true });
      // Webpack keeps what it has compiled beside the packages.
      await rm(join(home, 'node_modules/.cache'), { recursive: true, force: true });
      await writeFiles(folder, files(articles));
    },
  };
}

/** The first text of each shelf. */
function shelves(articles: Article[]): { slug: string; label: string }[] {
  return articles
    .filter(({ lang, order }) => lang === 'en' && order === 1)
    .map(({ slug, audience }) => ({ slug, label: audience }));
}

const plain =
  (place: (article: Article) => string) =>
  (article: Article): [string, string] => [
    place(article),
    `---\ntitle: ${JSON.stringify(article.title)}\ndescription: ${JSON.stringify(article.summary)}\n---\n\n${article.body}\n`,
  ];
