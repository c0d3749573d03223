import { Refusal } from '../../lib/api/answer.ts';
import { act, keep, read } from '../../lib/api/client.ts';
import type { ListWords } from '../../lib/imports/lists.ts';
import type { Mapping } from '../../lib/imports/mapping.ts';
import type { Preview } from '../../lib/imports/problems.ts';
import type { StagedRow } from '../../lib/imports/rows.ts';
import type { Part } from '../../schemas/form.ts';
import type { Ran, Undone } from '../../lib/imports/outcome.ts';
import type { MyImports } from './model.ts';

/** Imports at my desks, and how columns were read before. @throws Refusal `not_a_coordinator` */
export const readImports = () => read<MyImports>('my_imports');

/** Begins anew; what I had begun is thrown away. Answers the import. @throws Refusal `programme_not_mine` */
export const beginImport = (programme: string, part: Part) =>
  read<string>('begin_import', { programme, part });
/** Hands over some rows. @throws Refusal `import_too_many_rows` */
export const stageImport = (id: string, rows: readonly StagedRow[]) =>
  read<number>('stage_import', { import: id, rows });
/** What would come of it. @throws Refusal */
export const previewImport = (id: string) => read<Preview>('preview_import', { import: id });
/** Makes everybody who is not left out, or nobody. @throws Refusal `import_rows_unsound`, `import_changed` */
export const runImport = (id: string, left_out: readonly number[], ground: string) =>
  act<Ran>('run_import', { import: id, left_out, ground });
/** @throws Refusal */
export const saveImportMapping = (programme: string, part: Part, mapping: Mapping) =>
  keep('save_import_mapping', { programme, part, mapping });

/** Takes back what an import made, but for those with whom something has happened. @throws Refusal `import_undo_over` */
export const undoImport = (id: string) => act<Undone>('undo_import', { import: id });
/** One mail each; answers how many. @throws Refusal `import_welcomed` */
export const welcomeImported = (id: string) => act<number>('welcome_imported', { import: id });

/** What words in a spreadsheet may mean. Built with the site, fetched when a file is read. @throws Refusal `offline` */
export async function readListWords(): Promise<ListWords> {
  const response = await fetch('/import-lists.json').catch(() => null);
  if (!response?.ok) throw new Refusal('offline');
  return (await response.json()) as ListWords;
}
