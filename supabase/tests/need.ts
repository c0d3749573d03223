/** A need, as tests say it and as a visitor reads it. */
import type { Sql } from 'postgres';
import { asPerson } from '../../tests/database.ts';

export interface Facts {
  field?: string;
  language?: string | null;
  region?: string | null;
  hours?: number | null;
  format?: string | null;
}
const quoted = (text?: string | null) => (text ? `'${text}'` : 'null');
/** As arguments: these facts of `free`. */
export const facts = ({ field = '25', language, region, hours, format }: Facts) =>
  `'free', '${field}', ${quoted(language)}, ${quoted(region)}, ${hours ?? 'null'}, ${quoted(format)}`;

export interface Open {
  code: string;
  field: string;
  language: string | null;
  region: string | null;
  hours: number | null;
  format: string | null;
}
/** What a visitor reads. */
export const openNeeds = async (sql: Sql) =>
  (await asPerson(sql, null, (as) => as`select public.open_needs() as needs`))[0]!.needs as Open[];
