/** Imports: table × person as in `matrix.ts`, verb × person as in `matrix-verbs.ts`. */
import type { Table } from './matrix.ts';
import type { Verb } from './matrix-verbs.ts';

export const importTables: Record<string, Table> = {
  // Torstein's desk is a region, and this was of the whole programme; how columns were read is for both.
  imports: {
    columns:
      'id programme part regions status started_by started_at ground digest made known ran_at undone_at undone_by stayed welcomed_at desks',
    row: 'id',
    sees: { ingrid: 'ran staged' },
  },
  import_mappings: {
    columns: 'programme part mapping saved_by saved_at',
    row: `programme || '/' || part`,
    sees: { ingrid: 'free/mentor', torstein: 'free/mentor' },
  },
};

export const importVerbs: Record<string, Verb> = {
  begin_import: {
    call: () => `begin_import('free', 'mentor')`,
    may: ['ingrid', 'torstein'],
    else: 'programme_not_mine',
  },
  stage_import: {
    call: (is) => `stage_import('${is.staged}', '[{"row": 2}]')`,
    may: ['ingrid'],
    else: 'import_unknown',
  },
  save_import_mapping: {
    call: () => `save_import_mapping('free', 'mentor', '{"columns": {}, "defaults": {}}')`,
    may: ['ingrid', 'torstein'],
    else: 'programme_not_mine',
  },
  my_imports: {
    call: () => 'my_imports()',
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  preview_import: {
    call: (is) => `preview_import('${is.staged}')`,
    may: ['ingrid'],
    else: 'import_unknown',
  },
  run_import: {
    before: (is) =>
      `insert into private.import_rows (import, nr, content) select '${is.staged}', 2, jsonb_build_object('email',
        'new@example.org', 'shown_name', 'New', 'field', '2512', 'languages', '[{"language": "en", "level": "C1"}]'::jsonb,
        'topics', '["cv"]'::jsonb, 'place', 'zz-north-bay', 'hours', 4, 'about', 'Somebody who was made up for a test.')`,
    call: (is) => `run_import('${is.staged}', '{}', 'They know of it and have said yes.')`,
    may: ['ingrid'],
    else: 'import_unknown',
  },
  undo_import: { call: (is) => `undo_import('${is.ran}')`, may: ['ingrid'], else: 'import_unknown' },
  welcome_imported: {
    call: (is) => `welcome_imported('${is.ran}')`,
    may: ['ingrid'],
    else: 'import_unknown',
  },
};
