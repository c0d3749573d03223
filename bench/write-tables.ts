/** Writes the figures of `bench/results` into `docs/benchmarks.md`, after each full run or by hand. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { shown, targetOf, type Figure } from './figures.ts';

/** What a run keeps of itself. */
export interface Result {
  bench: string;
  date: string;
  cores: number;
  memoryGb: number;
  loadBefore: number;
  /** The share of the processors' time that went to neighbours on the same hardware, 0 to 1; older runs did not look. */
  taken?: number;
  versions: Record<string, string>;
  figures: (Figure & { ok: boolean })[];
}

const page = join(import.meta.dirname, '../docs/benchmarks.md');
const begin = '<!-- figures: written by npm run bench -->';

/** Replaces everything below the mark by one table for each result there is. */
export async function writeTables(names: string[]): Promise<void> {
  const text = await readFile(page, 'utf8');
  const tables = await Promise.all(names.map(tableOf));
  const written = `${text.slice(0, text.indexOf(begin))}${begin}\n\n${tables.filter(Boolean).join('\n')}`;
  await writeFile(page, await format(written, { ...(await resolveConfig(page)), filepath: page }));
}

async function tableOf(name: string): Promise<string> {
  const file = join(import.meta.dirname, 'results', `${name}.json`);
  const stored = await readFile(file, 'utf8').catch(() => null);
  if (!stored) return '';
  const { date, cores, memoryGb, loadBefore, taken, versions, figures } = JSON.parse(stored) as Result;
  const made = Object.entries(versions).map(([what, version]) => `${what} ${version}`);
  const neighbours =
    taken === undefined ? '' : `, ${Math.round(taken * 100)} % of its time taken by neighbours`;
  const rows = figures.map(
    (figure) =>
      `| ${figure.figure} | ${shown(figure.value)} ${figure.unit} | ${targetOf(figure)} | ` +
      `${figure.ok ? 'ok' : '**MISS**'} | ${figure.note ?? ''} |`,
  );
  return [
    `## ${name}`,
    '',
    `${date} UTC, ${cores} cores, ${memoryGb} GB, load before the run ${loadBefore}${neighbours}; ${made.join(', ')}.`,
    '',
    '| Figure | Value | Target | | Made of |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
