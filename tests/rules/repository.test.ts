/** What holds for every file: its length, and what never stands in one. */
import { expect, test } from 'vitest';
import { filesIn, isGenerated, textOf } from './files.ts';

const code = filesIn(
  ['src', 'server', 'scripts', 'tests', 'supabase', 'bench'],
  /\.(ts|tsx|astro|css|sql)$/,
).filter((path) => !isGenerated(path));
const linesOf = (path: string) => textOf(path).trimEnd().split('\n').length;

/** A stylesheet is a list, and the formatter gives every declaration a line. */
const most = (path: string) => (path.endsWith('.sql') ? 200 : path.endsWith('.css') ? 350 : 250);

test('a file is short: 250 lines at most, SQL 200', () => {
  const long = code
    .map((path) => ({ path, lines: linesOf(path) }))
    .filter(({ path, lines }) => lines > most(path))
    .map(({ path, lines }) => `${path}: ${lines}`);
  expect(long, 'Split it by what it is about').toEqual([]);
});

test('half of the files have 60 lines or fewer', () => {
  const lengths = code.map(linesOf).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

const everything = filesIn(
  ['src', 'server', 'scripts', 'tests', 'supabase', 'bench', 'docs', 'public', '.ci'],
  /^[^.]+$|\.(ts|tsx|astro|css|sql|md|json|ya?ml|toml|html|txt|svg)$/,
).filter((path) => !path.startsWith('tests/rules/'));

test.each([
  ["a path of somebody's machine", /(?<![\w.])\/(home|root|Users)\/\w+|[A-Z]:\\Users/],
  ['a promise for later', /\b(TODO|FIXME|XXX|HACK)\b/],
  ['a check turned off', /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|astro-ignore/],
  ['a test that does not run', /\b(test|it|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/],
  ['a debugging line', /\bdebugger\b|console\.debug\(/],
  ['a secret', /\beyJ[\w-]{20,}\.[\w-]{20,}|\bsb_secret_\w{10,}|-----BEGIN [A-Z ]*PRIVATE KEY/],
])('nowhere stands %s', (_, pattern) => {
  const found = everything.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 80)}`] : [])),
  );
  expect(found).toEqual([]);
});

test('no folder is a drawer for anything', () => {
  // Supabase wants its functions in `index.ts` files.
  const drawers = code
    .filter((path) => !path.startsWith('supabase/functions/'))
    .filter((path) => /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.)|(^|\/)index\.ts$/.test(path));
  expect(drawers, 'Name it by what it is about').toEqual([]);
});
