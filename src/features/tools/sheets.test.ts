import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { problemsOf } from '../../lib/sheet-words.ts';
import { tool, toolWords, type Tool, type ToolWords } from '../../schemas/tool.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';
import { onShelves, sheetsBeside, shownParts } from './sheets.ts';

const content = join(import.meta.dirname, '../../content');
const read = (...path: string[]): unknown => parse(readFileSync(join(content, ...path), 'utf8'));
const slugs = readdirSync(join(content, 'tools'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''));
const sheets = slugs.map((slug) => ({ slug, bones: tool.parse(read('tools', `${slug}.yaml`)) }));
const wordsOf = (lang: Locale, slug: string) => toolWords.parse(read('tools', lang, `${slug}.yaml`));
/** A translation may wait; readers get the English sheet meanwhile. */
const languagesOf = (slug: string) =>
  locales.filter((lang) => existsSync(join(content, 'tools', lang, `${slug}.yaml`)));

test('every language of a sheet has the parts, prompts and columns that its bones and the English one have', () => {
  const wrong = sheets.flatMap(({ slug, bones }) => {
    const english = wordsOf('en', slug);
    return languagesOf(slug).flatMap((lang) => problemsOf(slug, bones, wordsOf(lang, slug), english));
  });
  expect(sheets.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

const bones: Tool = {
  audience: 'everyone',
  shelf: 'start',
  order: 1,
  card: true,
  read: [],
  parts: [
    { id: 'ask', kind: 'lines' },
    { id: 'plan', kind: 'table', rows: 2 },
    { id: 'hour', kind: 'steps', minutes: [10, 20] },
  ],
  sources: [],
  checked: new Date(0),
};
const words: ToolWords = {
  title: 'Sheet',
  summary: 'A sheet.',
  how: 'Write.',
  parts: {
    ask: { heading: 'Ask', prompts: ['One', 'Two'], columns: [] },
    plan: { heading: 'Plan', prompts: [], columns: ['What', 'Who'] },
    hour: { heading: 'Hour', prompts: ['Begin', 'End'], columns: [] },
  },
};
const changed = (part: string, change: object): ToolWords => ({
  ...words,
  parts: { ...words.parts, [part]: { ...words.parts[part]!, ...change } },
});

test('a whole sheet is whole', () => {
  expect(problemsOf('x', bones, words, words)).toEqual([]);
});

test.each([
  ['a prompt too few', changed('ask', { prompts: ['En'] }), '1 prompts, the English sheet has 2'],
  ['a column too many', changed('plan', { columns: ['a', 'b', 'c'] }), '3 columns, the English sheet has 2'],
  ['a table without columns', changed('plan', { columns: [] }), 'table needs columns'],
  ['lines with columns', changed('ask', { columns: ['a'] }), 'lines has no columns'],
  ['nothing to write on', changed('ask', { prompts: [] }), 'lines needs prompts'],
  ['a step without its time', changed('hour', { prompts: ['a', 'b', 'c'] }), '2 times for 3 steps'],
  ['a text of its own', changed('ask', { text: 'Hei.' }), 'has a text that the English sheet lacks'],
  ['a stranger', { ...words, parts: { ...words.parts, more: words.parts.ask! } }, 'more: it is not in'],
  ['a hole', { ...words, parts: { plan: words.parts.plan!, hour: words.parts.hour! } }, 'ask: it is missing'],
])('%s is found, and the message names part and repair', (_, broken, message) => {
  const found = problemsOf('x', bones, broken, words);
  expect(found.map(({ part, what }) => `${part}: ${what}`).join('\n')).toContain(message);
  expect(found[0]?.repair).toMatch(/^(write|make|take)/);
});

test('sheets stand on their shelf along the course, and know their neighbours there', () => {
  const sheet = (slug: string, shelf: Tool['shelf'], order: number) => ({
    slug,
    bones: { ...bones, shelf, order },
  });
  const all = [sheet('talk', 'meetings', 1), sheet('second', 'start', 2), sheet('first', 'start', 1)];
  expect(onShelves(all).map(({ sheets: standing }) => standing.map(({ slug }) => slug))).toEqual([
    ['first', 'second'],
    ['talk'],
  ]);
  const { previous, next } = sheetsBeside(all, 'second');
  expect([previous?.slug, next]).toEqual(['first', undefined]);
});

test('in two languages each prompt stands beside its own translation', () => {
  const norwegian = changed('ask', { prompts: ['En', 'To'] });
  const [ask] = shownParts(bones, [
    { lang: 'nb', words: norwegian },
    { lang: 'en', words },
  ]);
  expect(ask?.prompts[1]).toEqual([
    { lang: 'nb', text: 'To' },
    { lang: 'en', text: 'Two' },
  ]);
});
