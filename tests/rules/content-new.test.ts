/** `npm run new`: what it writes has the right shape, and is never published as it is. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { stoppers } from '../../scripts/content/all.ts';
import { readEverything } from '../../scripts/content/content.ts';
import { newFiles } from '../../scripts/content/write-new.ts';
import { course } from '../../src/schemas/course.ts';
import { tool } from '../../src/schemas/tool.ts';
import { article, contentFolder, problemsWith } from './content-folder.ts';
import { textOf } from './files.ts';

const kinds = ['handbook', 'modules', 'tools', 'stories', 'evidence', 'news', 'questions', 'glossary', 'figures', 'programmes', 'pages']; // prettier-ignore
const preset = { 'programmes/company.yaml': textOf('src/content/programmes/company.yaml') };

test.each(kinds)('a new file of %s says nothing wrong but its blanks', (kind) => {
  const root = contentFolder(preset);
  const files = newFiles(root, kind, 'something-new-2');
  for (const { file, text } of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const own = stoppers(readEverything(root)).filter(({ file }) => file.includes('something-new'));
  expect(own.length).toBeGreaterThan(0);
  expect(
    own.filter(({ what }) => !what.includes('WRITE:')).map(({ file, what }) => `${file}: ${what}`),
  ).toEqual([]);
});

test('every field is explained above it', () => {
  const [file] = newFiles(contentFolder(), 'handbook', 'something-new', { audience: 'mentee' });
  expect(file?.file).toBe('src/content/handbook/en/something-new.md');
  expect(file?.text).toMatch(/# Whom it is written for.*\naudience: mentee\n/);
  const front = file?.text.split('---\n')[1] ?? '';
  const keys = Object.keys(parse(front) as object);
  expect(keys.filter((key) => !new RegExp(`^# .+\\n${key}:`, 'm').test(front))).toEqual([]);
});

test('a new text takes the next place in the order of its audience', () => {
  const order = (audience: string) =>
    /^order: (\d+)$/m.exec(
      newFiles(contentFolder(), 'handbook', 'a-new-one', { audience })[0]?.text ?? '',
    )?.[1];
  expect([order('mentor'), order('mentee')]).toEqual(['2', '1']);
});

test('a page of results takes the next place among all of them, whatever they are about', () => {
  const page = (order: number, about: string) =>
    article('en').replace('audience: mentor\norder: 1', `order: ${order}\nabout: ${about}`);
  const others = { 'evidence/en/youth.md': page(1, 'results'), 'evidence/en/law.md': page(2, 'context') };
  const [first] = newFiles(contentFolder(others), 'evidence', 'a-new-one', { about: 'results' });
  expect(first?.text).toContain('\norder: 3\n');
  const taken = problemsWith({ ...others, 'evidence/en/law.md': page(1, 'context') });
  expect(taken.join('\n')).toContain('order 1 is taken by src/content/evidence/en/law.md');
});

test('what has digits in its address can be read along with a sheet, and asked about', () => {
  expect(tool.shape.read.parse(['modules/the-first-90-days'])).toHaveLength(1);
  expect(course.shape.text.parse('handbook/the-first-90-days')).toBeTruthy();
});

test.each([
  ['handbook', 'Ærlig talt', {}, '“Ærlig talt” cannot stand in an address. Use small letters'],
  ['handbook', 'the-first-hour', {}, 'is taken by src/content/handbook/en/the-first-hour.md'],
  ['pages', 'handbook', {}, 'is taken by a section of the site'],
  ['recipes', 'bread', {}, 'There is nothing called “recipes”. Choose one of handbook'],
  ['handbook', 'a-new-one', { audience: 'boss' }, '“boss” is no audience. Choose one of mentor'],
  ['handbook', 'a-new-one', { colour: 'red' }, 'have no key “colour”'],
  ['programmes', 'harbour-town', { like: 'nothing' }, 'There is no programme “nothing” to begin from'],
])('%s %s is refused in one sentence', (kind, slug, given, told) => {
  expect(() => newFiles(contentFolder(preset), kind, slug, given)).toThrow(told);
});
