/** What the stories need to know from the database: places, the programmes' rules, and who fits whom. */
import type { Sql } from 'postgres';
import type { Rules } from './ledger.ts';
import type { Places } from './people.ts';

/** Places by key; "Helsingfors (Helsinki)" is called "Helsingfors" in a sentence. */
export async function readPlaces(sql: Sql): Promise<Places> {
  const rows = await sql<{ key: string; region: string; label: string }[]>`
    select key, coalesce(region, key) as region, split_part(label, ' (', 1) as label from public.places`;
  return new Map(rows.map(({ key, region, label }) => [key, { region, label }]));
}

export async function readRules(sql: Sql): Promise<Map<string, Rules>> {
  const rows = await sql<(Rules & { key: string })[]>`
    select key, approval, expiry_days, nudge_days, never_met_days, answer_days, promise_days, open_requests,
      pending_requests, months::float as months, 'self' = any (modes) as self
    from public.programmes`;
  return new Map(rows.map(({ key, ...rules }) => [key, rules]));
}

/** The best mentors of each mentee, by the database's own fit. */
export async function readFit(sql: Sql): Promise<Map<string, string[]>> {
  const rows = await sql<{ mentee: string; mentors: string[] }[]>`
    select m.person as mentee, array_agg(best.mentor order by best.ordinality) as mentors
    from public.mentees m
      cross join lateral unnest(private.fit(private.seeker(m.person), null, null, 14)) with ordinality as best
    group by m.person order by m.person`;
  return new Map(rows.map(({ mentee, mentors }) => [mentee, mentors]));
}
