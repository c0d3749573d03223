/**
 * The directory's first page with reasons, on a real Postgres: as a mentee through row security, the same without it,
 * and the least any call costs. The three take turns, so that whatever else the machine does hits all alike.
 */
import postgres, { type Sql } from 'postgres';
import { named, startCluster } from '../tests/cluster.ts';
import { fillCrowd } from './crowd/crowd.ts';
import type { Measure, Report } from './figures.ts';
import { median, quantile } from './quantile.ts';

/** How much of the floor a page may cost, by the number of mentors. */
const targets: Record<number, { page?: number; words?: number; fifth?: number }> = {
  1_000: {},
  10_000: { page: 4, words: 12, fifth: 5 },
  100_000: { page: 10, words: 60, fifth: 12 },
};
/** The page may rank differently for everyone; the slowest of a hundred still comes soon. */
const slowest = 3;
const security = 1.1;

/** What a seeker may type; some with a typo, some without its accents. */
const words = ['engineer', 'ingeniør', 'sykepleier', 'nurse stavanger', 'oslo', 'recruter', 'zoe', 'laerer', 'data'];

export const measure: Measure = async (report, { quick }) => {
  const cluster = await startCluster();
  try {
    for (const mentors of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
      await withTown(cluster.url, mentors, (sql, seekers) =>
        measureTown(report, sql, mentors, seekers, quick ? 150 : 900),
      );
    }
  } finally {
    await cluster.stop();
  }
};

async function withTown(
  cluster: string,
  mentors: number,
  work: (sql: Sql, seekers: string[]) => Promise<void>,
): Promise<void> {
  const name = `crowd_${mentors}`;
  const operator = postgres(cluster, { max: 1, onnotice: () => {} });
  await operator.unsafe(`create database ${name} template product`);
  const sql = postgres(named(cluster, name), { max: 1, onnotice: () => {} });
  try {
    const mentees = await fillCrowd(sql, mentors);
    await openSideDoor(sql);
    const step = Math.floor(mentees.length / 30);
    await work(sql, Array.from({ length: 30 }, (_, nr) => mentees[nr * step]!));
  } finally {
    await sql.end();
    await operator.unsafe(`drop database ${name}`);
    await operator.end();
  }
}

/** A role with every right of a signed-in person that row security does not hold back. */
async function openSideDoor(sql: Sql): Promise<void> {
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = 'bench_unguarded') then
      create role bench_unguarded nologin bypassrls in role authenticated;
    end if; end $$`;
}

type Question = (tx: postgres.TransactionSql) => Promise<unknown>;

/** Milliseconds of one call as the API makes it: a transaction with the role and the claims, and the question. */
async function time(sql: Sql, role: 'authenticated' | 'bench_unguarded', person: string, ask: Question) {
  const claims = JSON.stringify({ sub: person, role: 'authenticated' });
  const started = performance.now();
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local role ${role}`);
    await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${person}, true)`;
    await ask(tx);
  });
  return performance.now() - started;
}

const nothing: Question = (tx) => tx`select 1`;
const firstPage: Question = (tx) => tx`select public.find_mentors()`;

async function measureTown(report: Report, sql: Sql, mentors: number, seekers: string[], rounds: number) {
  const at = `at ${mentors.toLocaleString('en')} mentors`;
  const cursors = await fourthPages(sql, seekers);
  const times = { floor: [], page: [], open: [], words: [], fifth: [] } as Record<Kind, number[]>;
  for (let round = -60; round < rounds; round++) {
    const seeker = seekers[(round + 60) % seekers.length]!;
    const typed = words[(round + 60) % words.length]!;
    const { score, person } = cursors.get(seeker) ?? { score: null, person: null };
    const calls: [Kind, () => Promise<number>][] = [
      ['floor', () => time(sql, 'authenticated', seeker, nothing)],
      ['page', () => time(sql, 'authenticated', seeker, firstPage)],
      ['open', () => time(sql, 'bench_unguarded', seeker, firstPage)],
      ['words', () => time(sql, 'authenticated', seeker, (tx) => tx`select public.find_mentors(words => ${typed})`)],
      [
        'fifth',
        () =>
          time(
            sql,
            'authenticated',
            seeker,
            (tx) => tx`select public.find_mentors(after_score => ${score}, after_person => ${person})`,
          ),
      ],
    ];
    // Another one begins each round, so that none always follows the same other.
    for (let nr = 0; nr < calls.length; nr++) {
      const [kind, call] = calls[(nr + round + 60) % calls.length]!;
      const ms = await call();
      if (round >= 0) times[kind].push(ms);
    }
  }
  tell(report, at, targets[mentors] ?? {}, times);
}

type Kind = 'floor' | 'page' | 'open' | 'words' | 'fifth';

/** Where each seeker's fifth page begins; those whose list is shorter have none. */
async function fourthPages(sql: Sql, seekers: string[]) {
  const cursors = new Map<string, { score: number; person: string }>();
  for (const seeker of seekers) {
    await time(sql, 'authenticated', seeker, async (tx) => {
      const [row] = await tx<{ page: { next: { score: number; person: string } | null } }[]>`
        select public.find_mentors(page_size => 48) as page`;
      if (row?.page.next) cursors.set(seeker, row.page.next);
    });
  }
  return cursors;
}

function tell(report: Report, at: string, target: (typeof targets)[number], times: Record<Kind, number[]>) {
  const floor = median(times.floor);
  const page = median(times.page);
  const slow = quantile(times.page, 0.99);
  const note = `${times.page.length} samples each, 30 seekers`;
  report({ figure: `floor p50 ${at}`, value: floor, unit: 'ms', note });
  report({ figure: `first page p50 ${at}`, value: page, unit: 'ms', note });
  report({ figure: `first page p99 ${at}`, value: slow, unit: 'ms', note });
  report({ figure: `first page p50 to floor ${at}`, value: page / floor, unit: '× floor', most: target.page });
  report({ figure: `first page p99 to p50 ${at}`, value: slow / page, unit: '× p50', most: slowest });
  report({
    figure: `row security ${at}`,
    value: page / median(times.open),
    unit: '× none',
    most: security,
    note: `without: ${median(times.open).toFixed(2)} ms`,
  });
  report({ figure: `search words p50 ${at}`, value: median(times.words) / floor, unit: '× floor', most: target.words });
  report({ figure: `fifth page p50 ${at}`, value: median(times.fifth) / floor, unit: '× floor', most: target.fifth });
}
