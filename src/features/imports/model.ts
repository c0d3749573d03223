import * as z from 'zod/mini';
import type { Table } from '../../lib/imports/table.ts';
import { fillable, gathering, type ImportField } from '../../lib/imports/fields.ts';
import { missingFields, type Mapping } from '../../lib/imports/mapping.ts';
import type { Problem } from '../../lib/imports/rows.ts';
import type { Part } from '../../schemas/form.ts';

/** What the desk reads of imports: the screens of `supabase/schemas/54_imports.sql`. */

/** One that waits is nobody's to see. */
export type ImportStatus = 'open' | 'run' | 'undone';

export interface PastImport {
  id: string;
  programme: string;
  part: Part;
  status: Exclude<ImportStatus, 'open'>;
  made: number;
  known: number;
  /** Who could not be taken back. */
  stayed: number;
  ran_at: string;
  by: string | null;
  undone_at: string | null;
  undo_until: string | null;
  welcomed_at: string | null;
  may_welcome: boolean;
}
export interface MyImports {
  desks: string[];
  /** How columns were read before, by `programme/part`. */
  mappings: Record<string, Mapping>;
  imports: PastImport[];
}

/** What was chosen in the first step. */
export interface Chosen {
  programme: string;
  part: Part;
  fileName: string;
  table: Table;
  /** Columns as they seem to be, or as they were read before. */
  mapping: Mapping;
  remembered: boolean;
}
/** What was found before anything happens. */
export interface Looked {
  import: string;
  mapping: Mapping;
  rows: number;
  fresh: number;
  here: number;
  problems: Problem[];
  /** Numbers of the rows that are stopped. */
  stopped: number[];
}

/** The shape of the first step; the file itself is read when it is handed over. */
export const chooseFile = z.object({
  programme: z.string().check(z.minLength(1)),
  part: z.string().check(z.minLength(1)),
  file: z.any().check(z.refine((file) => file instanceof File, { params: { key: 'imports.file.missing' } })),
});

/** Columns as they are typed: `column-0` is the first header's field, `default-hours` what holds for all. */
export type Columns = Record<string, string>;

export function columnsOf({ table, mapping }: Chosen): Columns {
  const columns = table.headers.map((header, nr) => [`column-${nr}`, mapping.columns[header] ?? '']);
  const defaults = fillable.map((field) => [`default-${field}`, mapping.defaults[field] ?? '']);
  return Object.fromEntries([...columns, ...defaults]) as Columns;
}

export function mappingOf(headers: readonly string[], typed: Columns): Mapping {
  const columns = headers.map((header, nr) => [header, typed[`column-${nr}`] ?? '']);
  const defaults = fillable.flatMap((field) => {
    const text = typed[`default-${field}`]?.trim();
    return text ? [[field, text]] : [];
  });
  return { columns: Object.fromEntries(columns), defaults: Object.fromEntries(defaults) } as Mapping;
}

/** No field twice but those that gather, and every needed one from a column or for all. */
export const columnsShape = (headers: readonly string[]) =>
  z.any().check((payload) => {
    const typed = payload.value as Columns;
    const wrong = (field: string, key: string) =>
      payload.issues.push({ code: 'custom', input: typed, path: [field], params: { key } });
    const seen = new Set<string>();
    headers.forEach((_, nr) => {
      const field = typed[`column-${nr}`] as ImportField | '';
      if (field && seen.has(field) && !gathering.includes(field))
        wrong(`column-${nr}`, 'imports.columns.twice');
      seen.add(field);
    });
    for (const field of missingFields(mappingOf(headers, typed))) {
      if (field === 'email') wrong('column-0', 'imports.columns.no-address');
      else if (field === 'shown_name') wrong('column-0', 'imports.columns.no-name');
      else wrong(`default-${field}`, 'form.missing');
    }
  });

/** The last step before it runs: bad rows are left out by a word, and the ground is confirmed. */
export const runShape = (stopped: number) =>
  z.object({
    leave: z.string().check(
      z.refine((leave) => stopped === 0 || leave === 'yes', {
        params: { key: 'imports.look.leave-out.missing' },
      }),
    ),
    sure: z.boolean().check(z.refine((sure) => sure, { params: { key: 'imports.ground.missing' } })),
  });
export interface Running {
  leave: string;
  sure: boolean;
}
