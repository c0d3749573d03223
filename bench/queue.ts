/** The desk's queue of applications, its first page, over fifty thousand applications: as a coordinator, through row security. */
import postgres, { type Sql } from 'postgres';
import { named, startCluster } from '../tests/cluster.ts';
import type { Measure, Report } from './figures.ts';
import { median, quantile } from './quantile.ts';

const applications = 50_000;

/** Who asks: a programme with three fifths of all, one of its regions, and a small programme. */
const desks = {
  'the largest programme': { id: '70000000-0000-4000-8000-000000000001', programme: 'highly-skilled', region: null },
  'one region of it': { id: '70000000-0000-4000-8000-000000000002', programme: 'highly-skilled', region: 'no-11' },
  'a small programme': { id: '70000000-0000-4000-8000-000000000003', programme: 'youth', region: null },
}; // prettier-ignore

export const measure: Measure = async (report, { quick }) => {
  const cluster = await startCluster();
  try {
    const url = named(cluster.url, 'product');
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await fill(sql);
    await sql.end();
    for (const [name, { id }] of Object.entries(desks)) await visit(report, url, name, id, quick ? 60 : 400);
  } finally {
    await cluster.stop();
  }
};

async function visit(report: Report, url: string, name: string, person: string, rounds: number) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const claims = JSON.stringify({ sub: person, role: 'authenticated' });
  await sql`select set_config('role', 'authenticated', false), set_config('request.jwt.claims', ${claims}, false)`;
  const first: number[] = [];
  const second: number[] = [];
  let waiting = 0;
  for (let round = 0; round < rounds + 10; round++) {
    const begin = performance.now();
    const page = await queue(sql, null);
    const between = performance.now();
    await queue(sql, page.next);
    // The first calls find a cold cache and no plan.
    if (round >= 10) first.push(between - begin);
    if (round >= 10) second.push(performance.now() - between);
    waiting = Object.values(page.counts).reduce((a, b) => a + b, 0);
  }
  await sql.end();
  const note = `${first.length} samples, p50 ${median(first).toFixed(1)} ms; ${waiting.toLocaleString('en')} at this desk`;
  report({ figure: `first page p95, ${name}`, value: quantile(first, 0.95), unit: 'ms', most: 60, note });
  report({ figure: `second page p95, ${name}`, value: quantile(second, 0.95), unit: 'ms' });
}

interface Page {
  counts: Record<string, number>;
  next: object | null;
}
async function queue(sql: Sql, after: object | null): Promise<Page> {
  const [row] = await sql<{ page: Page }[]>`
    select public.application_queue(null, null, ${after && sql.json(after as never)}) as page`;
  return row!.page;
}

/** Three fifths in the largest programme; three in ten still in line, the others decided over two years. */
async function fill(sql: Sql): Promise<void> {
  await sql`select setseed(0.7)`;
  for (const { id, programme, region } of Object.values(desks)) {
    await sql`insert into auth.users (id, email, email_confirmed_at) values (${id}, ${`${id}@demo.example`}, now())`;
    await sql`insert into public.people (id, shown_name, locale) values (${id}, 'Desk', 'en')`;
    await sql`insert into public.coordinators (person, programme, region) values (${id}, ${programme}, ${region})`;
  }
  await sql`create temporary table applicants as
    select gen_random_uuid() as id, nr, case when random() < 0.6 then 'highly-skilled'
        else (array['women-network', 'settle-in', 'business-leaders', 'local-refugee', 'supportive-adult', 'company',
          'youth', 'international-students'])[1 + floor(random() * 8)::int] end as programme,
      random() as fate, random() as age, random() as spot
    from generate_series(1, ${applications}) as nr`;
  await sql`insert into auth.users (id, email, email_confirmed_at)
    select id, 'applicant.' || nr || '@demo.example', now() from applicants`;
  await sql`insert into public.applications (person, programme, part, locale, form_version, answers, revision, status, line,
      eligibility, region, begun_at, sent_at, due_on, moved_at, decided_at)
    select a.id, a.programme, case when spot < 0.3 then 'mentor' else 'mentee' end, 'en', f.version,
      jsonb_build_object('shown_name', 'Name ' || nr, 'field', '2512', 'place', p.key, 'hours', 4, 'commitment', true,
        'languages', '[{"language": "en", "level": "C1"}, {"language": "no", "level": "A2"}]'::jsonb,
        'goals', '["cv", "network", "interview"]'::jsonb, 'about', repeat('Words about her plan. ', 20 + (nr % 20)::int)),
      12, s.status, case when s.status in ('waiting', 'preparing') then s.status else 'sent' end, '{"since": "2026-01-01", "met": ["language", "commitment"], "unmet": [{"rule": "area", "need": {}, "have": "x"}], "open": [], "overridden": []}',
      p.region, t.sent, t.sent, t.sent::date + 30, t.sent, case when s.status in ('accepted', 'redirected', 'declined', 'withdrawn') then t.sent + interval '9 days' end
    from applicants a
      cross join lateral (select (case when fate < 0.12 then 'sent' when fate < 0.14 then 'asked' when fate < 0.17 then 'interview'
        when fate < 0.27 then 'waiting' when fate < 0.3 then 'preparing' when fate < 0.75 then 'accepted' when fate < 0.85 then 'redirected'
        when fate < 0.95 then 'declined' else 'withdrawn' end)::public.application_status as status) s
      cross join lateral (select now() - case when fate < 0.3 then age * interval '60 days' else age * interval '700 days' end as sent) t
      join public.programmes g on g.key = a.programme
      cross join lateral (select l.key, l.region from public.places l where l.region = g.regions[1 + floor(spot * cardinality(g.regions))::int]
        order by l.key limit 1) p
      join lateral (select max(version) as version from public.forms) f on true`;
  await sql`analyze`;
  // As autovacuum leaves it; while something older is still going on in the cluster, a vacuum marks no page.
  for (let tries = 0; tries < 20; tries++) {
    await sql`vacuum public.applications`;
    const [table] =
      await sql`select relallvisible > 0 as seen from pg_class where oid = 'public.applications'::regclass`;
    if (table!.seen) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
