/** Imports as a coordinator makes them, for tests. */
import type { Sql } from 'postgres';
import { act } from './affair.ts';
import { id } from './cast.ts';

export const ground = 'Everybody in the file knows of it and has said yes.';

/** A row that nothing is wrong with, but for what is named; undefined leaves a field out. */
export const row = (nr: number, different: Record<string, unknown> = {}) => ({
  row: nr,
  email: `imported${nr}@example.org`,
  shown_name: `Somebody ${nr}`,
  field: '2512',
  languages: [{ language: 'no', level: 'B2' }],
  topics: ['cv', 'network'],
  place: 'zz-north-bay',
  hours: 4,
  about: 'Somebody who was in the spreadsheet before.',
  ...different,
});
export type Row = ReturnType<typeof row>;

const quoted = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

/** Begins an import and hands over rows. Answers the import. */
export async function staged(
  sql: Sql,
  rows: Row[],
  { by = id.ingrid as string, programme = 'free', part = 'mentor' } = {},
): Promise<string> {
  const begun = await act<string>(sql, by, `begin_import('${programme}', '${part}')`);
  await act(sql, by, `stage_import('${begun}', ${quoted(rows)})`);
  return begun;
}

export interface Preview {
  rows: number;
  fresh: number;
  here: number[];
  problems: [row: number, field: string, problem: string, other: number | null][];
}
export const preview = (sql: Sql, begun: string, by: string = id.ingrid) =>
  act<Preview>(sql, by, `preview_import('${begun}')`);

export const run = (begun: string, leftOut: number[] = []) =>
  `run_import('${begun}', '{${leftOut.join()}}', '${ground}')`;

export interface Ran {
  import: string;
  again: boolean;
  made: number;
  known: number;
}

/** Begins, hands over and runs. */
export async function imported(
  sql: Sql,
  rows: Row[],
  options: Parameters<typeof staged>[2] = {},
): Promise<Ran> {
  return act<Ran>(sql, options.by ?? id.ingrid, run(await staged(sql, rows, options)));
}

export const addressed = async (sql: Sql, address: string): Promise<string | undefined> =>
  (await sql<{ id: string }[]>`select id from auth.users where email = ${address}`)[0]?.id;
