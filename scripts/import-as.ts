/** What a coordinator may do with imports, done on the operator's connection in her name: the same verbs, the same rights. */
import type { Sql } from 'postgres';
import type { Preview } from '../src/lib/imports/problems.ts';
import type { Mapping } from '../src/lib/imports/mapping.ts';
import type { Ran, Undone } from '../src/lib/imports/outcome.ts';
import type { StagedRow } from '../src/lib/imports/rows.ts';

/** @throws if nobody has that address */
export async function coordinator(sql: Sql, address: string) {
  const [user] = await sql<
    { id: string }[]
  >`select id from auth.users where email = ${address.trim().toLowerCase()}`;
  if (!user) return null;
  const claims = JSON.stringify({ sub: user.id, role: 'authenticated' });
  const ask = async <T>(verb: string, ...args: (string | object)[]): Promise<T> => {
    const [row] = await sql.begin(async (tx) => {
      await tx`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${claims}, true)`;
      const holes = args.map((_, nr) => `$${nr + 1}`).join(', ');
      return tx.unsafe<{ answer: unknown }[]>(`select public.${verb}(${holes}) as answer`, args as never[]);
    });
    return row?.answer as T;
  };
  return {
    mappings: async () => (await ask<{ mappings: Record<string, Mapping> }>('my_imports')).mappings,
    begin: (programme: string, part: string) => ask<string>('begin_import', programme, part),
    stage: (begun: string, rows: StagedRow[]) => ask<number>('stage_import', begun, rows),
    preview: (begun: string) => ask<Preview>('preview_import', begun),
    run: (begun: string, leftOut: number[], ground: string) => ask<Ran>('run_import', begun, leftOut, ground),
    remember: (programme: string, part: string, mapping: Mapping) =>
      ask<undefined>('save_import_mapping', programme, part, mapping),
    undo: (ran: string) => ask<Undone>('undo_import', ran),
  };
}
export type Coordinator = NonNullable<Awaited<ReturnType<typeof coordinator>>>;
