import { cp, glob, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readEverything } from '../../scripts/content/content.ts';
import { say } from '../../scripts/content/say.ts';
import type { Article } from './articles.ts';
import { cache, writeFiles, type Generator } from './generator.ts';

const project = join(import.meta.dirname, '../..');

/** All a build reads. Packages are found in the project's own folder, as the copy lies below it. */
const parts = ['src', 'scripts', 'public', 'astro.config.ts', 'tsconfig.json', 'package.json'];

/** Texts the others have not either. What stays: programmes, fields of work, places, pages of the site, and the portal. */
const emptied = ['modules', 'tools', 'stories', 'evidence', 'figures', 'news', 'questions', 'glossary'];

/** What the portal itself reads: the guides of the first talk, and the texts its courses are about, which are named alike. */
async function readByPortal(): Promise<RegExp> {
  const courses = await readdir(join(project, 'src/content/courses'));
  const texts = courses.map((course) => course.replace('.yaml', '.md'));
  return new RegExp(`-interview-guide\\.yaml$|(^|/)(${texts.join('|')})$`);
}

/** A copy of this site whose texts are the made-up articles, in the handbook. */
export const ours: Generator = {
  name: 'ours',
  folder: join(cache, 'ours'),
  command: [join(project, 'server/build-site.ts'), 'dist'],
  output: 'dist',
  address: ({ lang, slug }) => `/${lang}/handbook/${slug}/`,
  async prepare(articles) {
    const { folder } = this;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const part of parts) await cp(join(project, part), join(folder, part), { recursive: true });
    const portal = await readByPortal();
    for (const name of ['handbook', ...emptied])
      for await (const file of glob('**/*.*', { cwd: join(folder, 'src/content', name) }))
        if (!portal.test(file)) await rm(join(folder, 'src/content', name, file));
    await writeFiles(
      folder,
      articles.map((article) => [placeOf(article), textOf(article)]),
    );
    say(readEverything(folder), { translated: ['all'], later: [] });
  },
};

/** Where our copy keeps an article. */
export const placeOf = ({ lang, slug }: Article): string => `src/content/handbook/${lang}/${slug}.md`;

/** The file of an article as our handbook wants it. */
export function textOf({ title, summary, audience, order, body }: Article): string {
  return `---
title: ${JSON.stringify(title)}
summary: ${JSON.stringify(summary)}
audience: ${audience}
order: ${order}
checked: 2026-11-21
checked_by: editor
sources: [{ document: '003', section: '4.2.1 Matchningskriterier' }]
---

${body}
`;
}
