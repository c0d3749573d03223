/** A verdict on who may take part, whole or of one rule, for tests. */
import type { Sql } from 'postgres';
import { anybody, rulesOf, type Rules } from './cast-programmes.ts';

interface Verdict {
  since: string;
  met: string[];
  unmet: { rule: string; need: unknown; have: unknown }[];
  open: string[];
}

export type Asked = [programme: string, answers: object, part?: string, asOf?: string];
/** What the programme's rules say of these answers. */
export async function verdictOf(
  sql: Sql,
  ...[programme, answers, part = 'mentee', asOf = '2026-11-21']: Asked
): Promise<Verdict> {
  const [row] = await sql<{ e: Verdict }[]>`
    select private.eligibility(${programme}, ${part}, ${sql.json(answers as never)}, ${asOf}::date) as e`;
  return row!.e;
}

export type Tried = [rule: string, different: Partial<Rules>, answers: object, part?: string];
/** Where one rule stands in a programme that differs so: `met`, `open`, or what is needed and what there is. */
export async function standingOf(sql: Sql, ...[rule, different, answers, part]: Tried) {
  await sql`select private.sync_programme(${sql.json({ ...rulesOf('tried', different) })})`;
  const verdict = await verdictOf(sql, 'tried', answers, part);
  if (verdict.met.includes(rule)) return 'met';
  if (verdict.open.includes(rule)) return 'open';
  const found = verdict.unmet.find((one) => one.rule === rule);
  return found ? { need: found.need, have: found.have } : 'not asked';
}

export const who = (different: Partial<Rules['who']>) => ({ who: { ...anybody, ...different } });
export const unmet = (need: unknown, have: unknown) => ({ need, have });
