/** A small project with one article in four languages, to be spoiled by a test. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { allProblems } from '../../scripts/content/all.ts';
import { readEverything } from '../../scripts/content/content.ts';
import { inOneLine } from '../../scripts/content/problem.ts';
import { say } from '../../scripts/content/say.ts';
import { locales } from '../../src/schemas/vocabulary.ts';

const titles = {
  en: 'The first hour',
  nb: 'Den første timen',
  da: 'Den første time',
  sv: 'Den första timmen',
};

/** The article in one language; the front matter has ten lines, so that the body begins on line 12 and its text on 13. */
export const article = (lang: keyof typeof titles, body = 'Du kan begynne nå.'): string => `---
title: ${titles[lang]}
summary: You meet for an hour.
audience: mentor
order: 1
checked: 2026-11-21
checked_by: editor
sources:
  - { document: '003', section: 4.2.2 Sprog }
# the end
---

${body}
`;

/** Files by their place below `src/content`; a number is the size of a file without a meaning, `null` takes one away. */
export type Files = Record<string, string | number | null>;

/** Makes a project folder: the article, the lists of the real content, and `files`. */
export function contentFolder(files: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'fotfeste-content-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const real = join(import.meta.dirname, '../../src/content');
  const base: Files = { '../pages/[lang]/handbook/index.astro': '' };
  for (const lang of locales) base[`handbook/${lang}/the-first-hour.md`] = article(lang);
  for (const [name, content] of Object.entries({ ...base, ...files })) {
    const file = join(root, 'src/content', name);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file, { force: true });
    else writeFileSync(file, typeof content === 'number' ? Buffer.alloc(content) : content);
  }
  for (const list of ['sources.yaml', 'word-lists.yaml'])
    cpSync(join(real, list), join(root, 'src/content', list));
  return root;
}

/** Says of every translation in a folder that it is true, and of every missing one, if wanted, that it may wait. */
export function agree(root: string, { later = false } = {}): void {
  say(readEverything(root), { translated: ['all'], later: later ? ['all'] : [] });
}

/** What the checks say about a folder, line by line, below `src/content`. */
export function problemsIn(root: string): string[] {
  return allProblems(readEverything(root)).map((problem) => inOneLine(problem).replace('src/content/', ''));
}

/** The same for a folder with these files, whose translations are agreed on. */
export function problemsWith(files: Files): string[] {
  const root = contentFolder(files);
  agree(root);
  return problemsIn(root);
}
