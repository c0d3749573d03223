/**
 * Ten thousand applicants against the rules of all nine programmes, in one statement, on a real Postgres, which takes as
 * many cores as it plans for.
 */
import postgres, { type Sql } from 'postgres';
import { named, startCluster } from '../tests/cluster.ts';
import type { Measure } from './figures.ts';
import { median } from './quantile.ts';

const applicants = 10_000;

export const measure: Measure = async (report, { quick }) => {
  const cluster = await startCluster();
  try {
    const sql = postgres(named(cluster.url, 'product'), { max: 1, onnotice: () => {} });
    const [programmes] = await sql<{ count: number }[]>`select count(*)::int as count from public.programmes`;
    await fill(sql, applicants);
    const times: number[] = [];
    let verdicts = { all: 0, qualify: 0 };
    for (let round = 0; round < (quick ? 3 : 9); round++) {
      const begin = performance.now();
      verdicts = await judge(sql);
      times.push(performance.now() - begin);
    }
    await sql.end();
    report({
      figure: `${applicants.toLocaleString('en')} applicants, ${programmes!.count} programmes, one statement`,
      value: median(times) / 1000,
      unit: 's',
      most: 2,
      note: `${verdicts.all.toLocaleString('en')} verdicts, ${verdicts.qualify.toLocaleString('en')} with nothing in the way; ${times.length} rounds, slowest ${(Math.max(...times) / 1000).toFixed(2)} s`,
    });
  } finally {
    await cluster.stop();
  }
};

/** Believable answers, the same every time: all places, ages 16–65, every level of education, one to three languages. */
async function fill(sql: Sql, count: number): Promise<void> {
  await sql`select setseed(0.4)`;
  await sql`create unlogged table answered as
    select jsonb_build_object(
      'birth_year', 1961 + floor(random() * 50)::int,
      'gender', (array['woman', 'woman', 'man', 'undisclosed'])[1 + floor(random() * 4)::int],
      'education', jsonb_build_object('level',
        (array['none', 'trade-certificate', 'bachelor', 'master'])[1 + floor(random() * 4)::int], 'where', 'home'),
      'student', random() < 0.1, 'job_ready', random() < 0.5,
      'came_as', (array['refugee', 'family', 'work', 'study', 'born-here', 'other'])[1 + floor(random() * 6)::int],
      'languages', jsonb_path_query_array(jsonb_build_array(
        jsonb_build_object('language', (array['ar', 'uk', 'ti', 'es'])[1 + floor(random() * 4)::int], 'level', 'N'),
        jsonb_build_object('language', 'en', 'level', (array['A2', 'B1', 'C1'])[1 + floor(random() * 3)::int]),
        jsonb_build_object('language', (array['no', 'da', 'sv'])[1 + floor(random() * 3)::int], 'level',
          (array['A1', 'A2', 'B1', 'B2'])[1 + floor(random() * 4)::int])),
        ('$[0 to ' || floor(random() * 3)::int || ']')::jsonpath),
      'place', p.places[1 + floor(random() * cardinality(p.places))::int],
      'formats', case when random() < 0.6 then '["in-person", "online"]'::jsonb else '["in-person"]'::jsonb end,
      'about', repeat('Words about what she has done and what she wants. ', 10),
      'commitment', random() < 0.95) as answers
    from generate_series(1, ${count}), (select array_agg(key order by key) as places from public.places) p`;
  await sql`analyze answered`;
}

async function judge(sql: Sql): Promise<{ all: number; qualify: number }> {
  const [row] = await sql<{ all: number; qualify: number }[]>`
    select count(*)::int as all, count(*) filter (where e -> 'unmet' = '[]')::int as qualify
    from answered cross join lateral private.eligible_in('mentee', answers, '2026-11-21') as v (programme, e)`;
  return row!;
}
