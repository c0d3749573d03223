import { atom } from 'nanostores';
import { Refusal } from '../../lib/api/answer.ts';
import { screen, type Screen } from '../../lib/api/screen.ts';
import { makeLists, type Lists } from '../../lib/imports/lists.ts';
import { suggest, type Mapping } from '../../lib/imports/mapping.ts';
import { allProblems, stoppedRows } from '../../lib/imports/problems.ts';
import { readSpreadsheet } from '../../lib/imports/read-file.ts';
import { piecesOf, readRows } from '../../lib/imports/rows.ts';
import { FileProblem } from '../../lib/imports/sheet.ts';
import { tableOf } from '../../lib/imports/table.ts';
import type { Part } from '../../schemas/form.ts';
import {
  beginImport,
  previewImport,
  readImports,
  readListWords,
  runImport,
  saveImportMapping,
  stageImport,
} from './api.ts';
import type { Ran } from '../../lib/imports/outcome.ts';
import type { Chosen, Looked, MyImports } from './model.ts';

/** Imports at my desks, read anew after every change. */
export const imports: Screen<MyImports> = screen(readImports);

/** How far I have come, and what was found on the way. Nothing of it is kept when the page is left. */
export type Way =
  | { at: 'file' }
  | { at: 'columns'; chosen: Chosen }
  | { at: 'look'; chosen: Chosen; looked: Looked }
  | { at: 'done'; ran: Ran };
export const $way = atom<Way>({ at: 'file' });
/** How many rows have arrived, while they are on their way. */
export const $sending = atom<{ done: number; all: number } | null>(null);

let lists: Lists | undefined;
const theLists = async () => (lists ??= makeLists(await readListWords()));

/** Reads a file here in the browser. @throws Refusal `file.<key>` for what is no table */
export async function takeFile(programme: string, part: Part, file: File, before?: Mapping): Promise<void> {
  try {
    const table = tableOf(await readSpreadsheet(new Uint8Array(await file.arrayBuffer())));
    const mapping = suggest(table.headers, part, await theLists(), before);
    const remembered = before !== undefined && table.headers.some((header) => before.columns[header]);
    $way.set({ at: 'columns', chosen: { programme, part, fileName: file.name, table, mapping, remembered } });
  } catch (error) {
    throw error instanceof FileProblem ? new Refusal(`file.${error.key}`) : error;
  }
}

/** Sends the columns that were chosen, and asks what would come of it. @throws Refusal */
export async function lookAt(chosen: Chosen, mapping: Mapping, regions: readonly string[]): Promise<void> {
  const { table, part, programme } = chosen;
  const { rows, problems: unread } = readRows({ table, mapping, part, lists: await theLists(), regions });
  try {
    $sending.set({ done: 0, all: rows.length });
    const id = await beginImport(programme, part);
    let done = 0;
    for (const piece of piecesOf(rows)) {
      await patiently(() => stageImport(id, piece));
      $sending.set({ done: (done += piece.length), all: rows.length });
    }
    const preview = await patiently(() => previewImport(id));
    const problems = allProblems(unread, preview);
    const stopped = stoppedRows(problems);
    const bad = new Set(stopped);
    const here = preview.here.filter((row) => !bad.has(row)).length;
    const fresh = table.rows.length - stopped.length - here;
    const looked = { import: id, mapping, rows: table.rows.length, fresh, here, problems, stopped };
    $way.set({ at: 'look', chosen: { ...chosen, mapping }, looked });
  } finally {
    $sending.set(null);
  }
}

/** Makes everybody, and remembers how the columns were read. @throws Refusal */
export async function bringIn({ programme, part }: Chosen, looked: Looked, ground: string): Promise<void> {
  // Before the change that makes all screens read anew. That it is remembered is a comfort, no more.
  await saveImportMapping(programme, part, looked.mapping).catch(() => {});
  const ran = await patiently(() => runImport(looked.import, looked.stopped, ground));
  $way.set({ at: 'done', ran });
}

/**
 * Ten thousand rows may take longer than a page waits for an answer. Asked once more, the database waits for the first
 * time to be done and answers the same, so nothing happens twice.
 */
async function patiently<T>(work: () => Promise<T>, times = 5): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (times === 0 || !(error instanceof Refusal) || error.key !== 'offline') throw error;
    return patiently(work, times - 1);
  }
}

/** Programmes I may bring people into, each once. */
export const programmesOf = (desks: readonly string[]): string[] => [
  ...new Set(desks.map((desk) => desk.split('/')[0] ?? desk)),
];
