/** Imports go one way: pages → layouts → components → islands → ui → features → i18n → lib → schemas. */
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, textOf } from './files.ts';

const layers = ['pages', 'layouts', 'components', 'islands', 'ui', 'features', 'i18n', 'lib', 'schemas'];
const source = /\.(ts|tsx|astro)$/;

interface Import {
  from: string;
  to: string;
}

/** Every import of a file in the repository, both ends as paths from its root. Styles and content are nobody's layer. */
const imports: Import[] = filesIn(['src', 'server', 'scripts'], source).flatMap((from) =>
  [...textOf(from).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, path]) => ({ from, to: join(dirname(from), path!) }))
    .filter(({ to }) => source.test(to)),
);

const layerOf = (path: string) => layers.indexOf(path.split('/')[1]!);
const nounOf = (path: string) => path.split('/')[2];
const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const lines = (wrong: Import[]) => wrong.map(({ from, to }) => `${from} imports ${to}`);

test('there is something to check', () => {
  expect(imports.length).toBeGreaterThan(200);
});

test('no layer of the site imports one to its left', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      isIn('src')(from) && isIn('src')(to) && layerOf(from) !== -1 && layerOf(to) < layerOf(from),
  );
  expect(lines(wrong), 'Move what both need to the right, or pass it in as a prop').toEqual([]);
});

test('features never import each other', () => {
  const feature = isIn('src/features');
  const wrong = imports.filter(({ from, to }) => feature(from) && feature(to) && nounOf(from) !== nounOf(to));
  expect(
    lines(wrong),
    'What two features need together is a question for the database, or belongs in lib',
  ).toEqual([]);
});

test("only a feature's api.ts touches the client", () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      /^src\/lib\/api\/(client|auth|session-verbs)\.ts$/.test(to) &&
      !isIn('src/lib')(from) &&
      !/^src\/features\/\w+\/(\w+-)?api\.ts$/.test(from),
  );
  expect(lines(wrong), 'Write a function in features/<noun>/api.ts').toEqual([]);
});

test('an island never imports .astro, and has no client and no fetch of its own', () => {
  const island = isIn('src/islands');
  expect(lines(imports.filter(({ from, to }) => island(from) && to.endsWith('.astro')))).toEqual([]);
  const fetching = filesIn(['src/islands', 'src/ui'], source).filter((path) =>
    /\bfetch\(/.test(textOf(path)),
  );
  expect(fetching, 'Call a verb of a feature').toEqual([]);
});

test('server and scripts take only schemas, words and lib from the site', () => {
  const outside = (path: string) => isIn('server')(path) || isIn('scripts')(path);
  const allowed = /^src\/(schemas|i18n|lib)\//;
  const wrong = imports.filter(({ from, to }) => outside(from) && isIn('src')(to) && !allowed.test(to));
  expect(lines(wrong)).toEqual([]);
});

test('nothing that is delivered imports a test', () => {
  const wrong = imports.filter(({ from, to }) => !from.endsWith('.test.ts') && to.endsWith('.test.ts'));
  expect(lines(wrong)).toEqual([]);
});
