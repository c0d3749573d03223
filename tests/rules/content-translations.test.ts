/** A translation is true until the English words change; whoever compared the two says so with one command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEverything } from '../../scripts/content/content.ts';
import { say } from '../../scripts/content/say.ts';
import { translationStatus } from '../../src/lib/content/status.ts';
import { agree, article, contentFolder, problemsIn } from './content-folder.ts';

const english = 'src/content/handbook/en/the-first-hour.md';
const rewrite = (root: string, text: string) => writeFileSync(join(root, english), text);

test('a new translation wants somebody to say that it is true', () => {
  const root = contentFolder();
  expect(problemsIn(root)).toHaveLength(3);
  expect(problemsIn(root).join()).toContain('npm run content -- --translated handbook/nb/the-first-hour');
  say(readEverything(root), { translated: ['handbook/nb/the-first-hour'], later: [] });
  expect(problemsIn(root).join()).not.toContain('handbook/nb');
  expect(problemsIn(root)).toHaveLength(2);
});

test('changed words make translations old; a new date, new sources and a new layout do not', () => {
  const root = contentFolder();
  agree(root);
  rewrite(root, article('en').replace('Du kan begynne nå.', 'Du kan\nbegynne   nå.'));
  expect(problemsIn(root)).toEqual([]);
  rewrite(root, article('en', 'Now you may begin.'));
  expect(problemsIn(root)).toHaveLength(3);
  expect(problemsIn(root)[0]).toMatch(
    /^handbook\/da\/the-first-hour\.md:2: the English text has changed since/,
  );
  agree(root);
  expect(problemsIn(root)).toEqual([]);
});

test('a text may wait for its translation, if somebody says so', () => {
  const root = contentFolder({ 'handbook/sv/the-first-hour.md': null });
  agree(root, { later: true });
  expect(problemsIn(root)).toEqual([]);
  const { entries, said } = readEverything(root);
  const { rows, open } = translationStatus(entries, said);
  expect(rows[0]?.counts.sv).toEqual({ complete: 0, outdated: 0, missing: 1 });
  expect(rows[0]?.counts.nb).toEqual({ complete: 1, outdated: 0, missing: 0 });
  expect(open.map(({ lang, standing }) => [lang, standing])).toEqual([['sv', 'later']]);
});

test('nothing is said about a text that is not there', () => {
  const root = contentFolder({ 'handbook/sv/the-first-hour.md': null });
  const content = readEverything(root);
  expect(say(content, { translated: ['handbook/nb/nothing'], later: [] }).ok).toBe(false);
  expect(say(content, { translated: ['handbook/sv/the-first-hour'], later: [] }).words).toContain(
    'Write it first',
  );
});
