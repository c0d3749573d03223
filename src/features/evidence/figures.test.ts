/** The published numbers: each figure adds up, or says that it does not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { t } from '../../i18n/t.ts';
import { evidence } from '../../schemas/evidence.ts';
import { figure, type Figure } from '../../schemas/figure.ts';
import { repairs, requireSound, share } from '../../lib/adds-up.ts';
import { drawnRow, totalsOf } from './drawing.ts';
import { figuresOf, shownFigures } from './results.ts';

const content = join(import.meta.dirname, '../../content');
const read = (path: string) => readFileSync(join(content, path), 'utf8');
const figures = readdirSync(join(content, 'figures')).map((file) => ({
  id: file.replace('.yaml', ''),
  data: figure.parse(parse(read(`figures/${file}`))),
}));
const pages = readdirSync(join(content, 'evidence/en')).map((file) => ({
  id: `en/${file.replace('.md', '')}`,
  data: evidence.parse(parse(read(`evidence/en/${file}`).split('---\n')[1] ?? '')),
}));

test.each(figures)('$id adds up, or says why it does not', ({ id, data }) => {
  expect(repairs(data).map((line) => `src/content/figures/${id}.yaml: ${line}`)).toEqual([]);
});

test('every figure stands on exactly one page', () => {
  const shown = shownFigures(figures, pages).map(({ figure: { id } }) => id);
  const where = 'Name it under figures in the front matter of one page in src/content/evidence';
  expect(shown.toSorted(), where).toEqual(figures.map(({ id }) => id).sort());
});

test('a register number stands in one file, and every preset it names exists', () => {
  const numbers = figures.map(({ data }) => data.number);
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  const presets = readdirSync(join(content, 'programmes')).map((file) => file.replace('.yaml', ''));
  const unknown = figures.filter(({ data }) => data.programme && !presets.includes(data.programme));
  expect(unknown.map(({ id }) => id)).toEqual([]);
});

test('a programme that figures are about shows what is known of its results', () => {
  const shown = shownFigures(figures, pages);
  // A new programme has none yet.
  const counted = new Set(figures.flatMap(({ data }) => data.programme ?? []));
  const silent = [...counted].filter((programme) => figuresOf(shown, programme).length === 0);
  expect(counted.size).toBeGreaterThan(0);
  expect(silent, 'Mark one of its figures with result: true').toEqual([]);
});

const words = { en: 'x', nb: 'x', da: 'x', sv: 'x' };
const row = (value: number, count?: number) => ({
  label: words,
  values: [value],
  ...(count === undefined ? {} : { counts: [count] }),
});
const outcomes: Figure = figure.parse({
  number: 'F037',
  title: words,
  says: words,
  drawn: 'bars',
  unit: 'percent',
  rows_are: 'parts',
  base: 38,
  base_is: words,
  period: '2023',
  rows: [row(37, 14), row(24, 9), row(39, 15)],
  sources: [{ document: '003', section: '4.7' }],
});

test('the check passes what is right', () => {
  expect(repairs(outcomes)).toEqual([]);
  expect([share(1, 8), share(3, 8), share(23, 38), share(0, 5)]).toEqual([13, 38, 61, 0]);
});

test('the build stops at a figure that needs repair, and names its file', () => {
  const wrong = { ...outcomes, rows: [row(38, 14), row(24, 9), row(39, 15)] };
  expect(() => requireSound('some-outcome', wrong)).toThrow('src/content/figures/some-outcome.yaml: “x”');
  expect(() => requireSound('some-outcome', outcomes)).not.toThrow();
});

test('the check finds a share that is not its count over the base', () => {
  const wrong = { ...outcomes, rows: [row(38, 14), row(24, 9), row(39, 15)] };
  expect(repairs(wrong).join()).toContain('14 of 38 is 37 per cent, not 38');
});

test('a base stands below counts, and never below per cents', () => {
  expect(totalsOf(outcomes)).toEqual([38]);
  expect(totalsOf({ ...outcomes, rows: [row(37), row(63)] })).toEqual([]);
  expect(totalsOf({ ...outcomes, unit: 'count', rows: [row(14), row(24)] })).toEqual([38]);
  expect(totalsOf({ ...outcomes, rows_are: 'ticks' })).toEqual([]);
  expect(totalsOf({ ...outcomes, totals: [40] })).toEqual([40]);
});

test('a count is told with the base of its own row', () => {
  const telling = { lang: 'en', say: t('en', 'evidence') } as const;
  const shown = (one: Figure['rows'][number]) =>
    drawnRow(outcomes, one, telling).map((number) => number.shown);
  expect(shown(row(37, 14))).toEqual(['37% (14)']);
  expect(shown({ ...row(37, 14), of: 38 })).toEqual(['37% (14 of 38)']);
  expect(shown({ ...row(24), of: 27 })).toEqual(['24% of 27']);
});

test('the check adds up every column, and names it', () => {
  const column = (name: string) => ({ ...words, en: name });
  const two = (...values: number[]) => ({ label: words, values });
  const shares = { ...outcomes, base: null, columns: [column('Women'), column('Men')] };
  expect(repairs({ ...shares, rows: [two(40, 30), two(60, 70)] })).toEqual([]);
  expect(repairs({ ...shares, rows: [two(40, 30), two(60, 71)] }).join()).toContain(
    'The rows of “Men” add up to 101, not 100',
  );
});

test('the check finds rows that are too many, of counts and of shares alike', () => {
  const counts = { ...outcomes, rows: [row(37, 14), row(24, 9), row(42, 16)] };
  expect(repairs(counts).join()).toContain('add up to 39, not 38');
  const shares = { ...outcomes, base: null, rows: [row(50), row(51)] };
  expect(repairs(shares).join()).toContain('add up to 101, not 100');
  const total = { ...outcomes, unit: 'count' as const, rows: [row(20), row(29)], totals: [48] };
  expect(repairs(total).join()).toContain('add up to 49, not 48');
});

test('a contradiction needs a note, and a note of one needs a contradiction', () => {
  const printed = { ...outcomes, rows: [row(38, 14), row(24, 9), row(39, 15)], adds_up: false };
  expect(repairs(printed).join()).toContain('write a note');
  expect(repairs({ ...printed, notes: [words] })).toEqual([]);
  expect(repairs({ ...outcomes, adds_up: false, notes: [words] }).join()).toContain('remove adds_up');
});

test('the check finds rows with numbers too many, and money without a currency', () => {
  const ragged = { ...outcomes, columns: [words, words] };
  expect(repairs(ragged).join()).toContain('needs 2 values');
  const money = { ...outcomes, unit: 'money' as const, rows_are: 'facts' as const };
  expect(repairs(money).join()).toContain('needs a currency');
});
