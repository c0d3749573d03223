/** One spreadsheet on its way into a programme: read, looked at, and run or not. Prints numbers and headers, never a cell. */
import { readFileSync } from 'node:fs';
import type { Part } from '../src/schemas/form.ts';
import { makeLists } from '../src/lib/imports/lists.ts';
import { missingFields, suggest, type Mapping } from '../src/lib/imports/mapping.ts';
import { allProblems, stoppedRows } from '../src/lib/imports/problems.ts';
import { readSpreadsheet } from '../src/lib/imports/read-file.ts';
import { piecesOf, readRows } from '../src/lib/imports/rows.ts';
import { tableOf } from '../src/lib/imports/table.ts';
import { problemWords, type SayImport } from '../src/lib/imports/words.ts';
import type { Coordinator } from './import-as.ts';
import { listWords } from './import-lists.ts';
import { programmeRows } from './sync-content.ts';

export interface Asked {
  file: string;
  programme: string;
  part: Part;
  mapping?: string | undefined;
  dryRun: boolean;
  skipBad: boolean;
}

/** Answers whether all is well: false where rows are bad and were not to be left out, or a column is missing. */
export async function importFile(
  desk: Coordinator,
  say: SayImport,
  asked: Asked,
  print: (line: string) => void,
): Promise<boolean> {
  const { programme, part } = asked;
  const table = tableOf(await readSpreadsheet(readFileSync(asked.file)));
  const lists = makeLists(listWords());
  const before = asked.mapping
    ? (JSON.parse(readFileSync(asked.mapping, 'utf8')) as Mapping)
    : (await desk.mappings())[`${programme}/${part}`];
  const mapping = suggest(table.headers, part, lists, before);
  for (const [header, field] of Object.entries(mapping.columns)) {
    // What is not read may be anything, where a file has no headers at all.
    if (field) print(`${header} → ${say(`imports.field.${field}`)}`);
  }
  const missing = missingFields(mapping);
  if (missing.length > 0) {
    const fields = missing.map((field) => say(`imports.field.${field}`)).join(', ');
    print(say('imports.columns.missing', { fields }));
    return false;
  }
  const regions = programmeRows().find(({ key }) => key === programme)?.regions ?? [];
  const { rows, problems: unread } = readRows({ table, mapping, part, lists, regions });
  const begun = await desk.begin(programme, part);
  for (const piece of piecesOf(rows, 1_000_000)) await desk.stage(begun, piece);
  const preview = await desk.preview(begun);
  const problems = allProblems(unread, preview);
  for (const problem of problems) {
    const { column, what, help } = problemWords(say, mapping, problem);
    print(`${say('imports.look.row', { row: problem.row })} · ${column} · ${what} ${help}`);
  }
  const stopped = stoppedRows(problems);
  // Rows that could not be read in full are whole for the database, and must not count as new.
  const bad = new Set(stopped);
  const known = preview.here.filter((row) => !bad.has(row)).length;
  print(say('imports.look.fresh', { count: table.rows.length - stopped.length - known }));
  print(say('imports.look.here', { count: known }));
  print(
    stopped.length > 0 ? say('imports.look.stopped', { count: stopped.length }) : say('imports.look.sound'),
  );
  if (stopped.length > 0 && !asked.skipBad) return false;
  if (asked.dryRun) return true;
  const ran = await desk.run(begun, stopped, say('imports.ground'));
  print(ran.again ? say('imports.done.again') : say('imports.done.made', { count: ran.made }));
  print(`--undo ${ran.import}`);
  // The people are in: that the columns are remembered is a comfort, no more.
  await desk.remember(programme, part, mapping).catch(() => {});
  return true;
}
