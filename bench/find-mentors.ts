/**
 * The directory's first page with reasons, on a real Postgres, over a crowd of believable mentors: as a mentee through
 * row security, the same without it, and the least any call costs.
 */
import postgres from 'postgres';
import { named, startCluster } from '../tests/cluster.ts';
import { fillCrowd } from './crowd/crowd.ts';
import { openSideDoor, sample, type Sampled, type Times } from './directory-calls.ts';
import type { Measure, Report } from './figures.ts';
import { median, quantile } from './quantile.ts';

interface Target {
  page?: number;
  words?: number;
  fifth?: number;
}

/** How many times the floor a call may cost, by the number of mentors. */
const targets: Record<number, Target> = {
  1_000: {},
  10_000: { page: 4, words: 12, fifth: 8 },
  100_000: { page: 10, words: 60, fifth: 20 },
};

/** A quarter of 1 GB, the least that a hosted Supabase has: whoever has 100,000 mentors has more than a folder on a laptop. */
const memory = { shared_buffers: '256MB' };

export const measure: Measure = async (report, { quick }) => {
  const cluster = await startCluster(memory);
  try {
    for (const mentors of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000])
      await withTown(cluster.url, mentors, async (url, mentees) => {
        tell(report, mentors, await sampleTown(url, mentees, quick ? 150 : 900));
      });
  } finally {
    await cluster.stop();
  }
};

async function withTown(
  cluster: string,
  mentors: number,
  work: (url: string, mentees: string[]) => Promise<void>,
): Promise<void> {
  const name = `crowd_${mentors}`;
  const operator = postgres(cluster, { max: 1, onnotice: () => {} });
  await operator.unsafe(`create database ${name} template product`);
  const sql = postgres(named(cluster, name), { max: 1, onnotice: () => {} });
  try {
    const mentees = await fillCrowd(sql, mentors);
    await openSideDoor(sql);
    await sql.end();
    await work(named(cluster, name), mentees);
  } finally {
    await sql.end();
    await operator.unsafe(`drop database ${name} with (force)`);
    await operator.end();
  }
}

/** Thirty mentees from all over the list. */
async function sampleTown(url: string, mentees: string[], rounds: number): Promise<Sampled> {
  const guarded = postgres(url, { max: 1, onnotice: () => {} });
  const open = postgres(url, { max: 1, onnotice: () => {} });
  const beside = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const step = Math.floor(mentees.length / 30);
    const seekers = Array.from({ length: 30 }, (_, nr) => mentees[nr * step]!);
    return await sample({ guarded, open, beside }, seekers, rounds);
  } finally {
    await Promise.all([guarded.end(), open.end(), beside.end()]);
  }
}

function tell(report: Report, mentors: number, { clock: times, work }: Sampled): void {
  const at = `at ${mentors.toLocaleString('en')} mentors`;
  const target = targets[mentors] ?? {};
  const note = `${times.page.length} samples each, 30 seekers`;
  const floor = median(times.floor);
  const page = median(times.page);
  const slow = quantile(times.page, 0.99);
  const open = median(times.open);
  report({ figure: `floor p50 ${at}`, value: floor, unit: 'ms', note });
  report({ figure: `floor p99 ${at}`, value: quantile(times.floor, 0.99), unit: 'ms', note });
  report({ figure: `first page p50 ${at}`, value: page, unit: 'ms', note });
  report({ figure: `first page p99 ${at}`, value: slow, unit: 'ms', note });
  report({ figure: `first page to floor ${at}`, value: page / floor, unit: '× floor', most: target.page });
  report({
    figure: `first page p99 to p50 ${at}`,
    value: slow / page,
    unit: '× p50',
    most: 3,
    note: `the floor's own ${(quantile(times.floor, 0.99) / floor).toFixed(2)}`,
  });
  report({
    figure: `row security ${at}`,
    value: page / open,
    unit: '× none',
    most: 1.1,
    note: `without it p50 ${open.toFixed(2)} ms`,
  });
  tellWork(report, at, work);
  report({
    figure: `search by words ${at}`,
    value: median(times.words) / floor,
    unit: '× floor',
    most: target.words,
  });
  report({
    figure: `fifth page ${at}`,
    value: median(times.fifth) / floor,
    unit: '× floor',
    most: target.fifth,
  });
}

/** The same by the database's own work; left out where the system does not tell it. */
function tellWork(report: Report, at: string, { page, open }: Times): void {
  const worked = median(page);
  if (worked === 0) return;
  report({
    figure: `first page p99 to p50 ${at}, by work`,
    value: quantile(page, 0.99) / worked,
    unit: '× p50',
    most: 3,
    note: `${worked.toFixed(2)} ms of the database's own processor time in the middle`,
  });
  report({ figure: `row security ${at}, by work`, value: worked / median(open), unit: '× none', most: 1.1 });
}
