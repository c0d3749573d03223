/** Calls to the directory, timed the way the API makes them: a transaction with the role and the claims of a person. */
import { readFile } from 'node:fs/promises';
import type { Sql, TransactionSql } from 'postgres';

/** What is asked: nothing (the least any call costs), the first page, and so on; `open` is the page without row security. */
export type Call = 'floor' | 'page' | 'open' | 'words' | 'fifth';
/** One time for each round, in milliseconds. */
export type Times = Record<Call, number[]>;
/** By the clock, and what the database's own process worked: that one no neighbour of the machine can lengthen. */
export interface Sampled {
  clock: Times;
  work: Times;
}

/**
 * Connections: one for the first page, one for the same as the role that row security does not hold back, since plans
 * belong to one role, and one for all other calls: what is compared has each kept ready what it needs, and no more.
 */
export interface Doors {
  guarded: Sql;
  open: Sql;
  beside: Sql;
}

/** What a seeker may type; some with a typo, some without its accents. */
const words = [
  'engineer',
  'ingeniør',
  'sykepleier',
  'nurse stavanger',
  'oslo',
  'recruter',
  'zoe',
  'laerer',
  'data',
];

type Question = (tx: TransactionSql) => Promise<unknown>;
interface Cursor {
  score: number;
  person: string;
}

interface Door {
  sql: Sql;
  /** Of the database's process at the other end. */
  pid: number;
}
const doorOf = async (sql: Sql): Promise<Door> => {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return { sql, pid: row!.pid };
};

/** Milliseconds that a process has worked since it began; 0 where the system does not tell. */
const workOf = async (pid: number): Promise<number> =>
  Number((await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0')).split(' ')[0]) / 1e6;

async function time(
  { sql, pid }: Door,
  role: 'authenticated' | 'bench_unguarded',
  person: string,
  ask: Question,
): Promise<{ clock: number; work: number }> {
  const claims = JSON.stringify({ sub: person, role: 'authenticated' });
  const before = await workOf(pid);
  const started = performance.now();
  await sql.begin(async (tx) => {
    await tx.unsafe(`set local role ${role}`);
    await tx`select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${person}, true)`;
    await ask(tx);
  });
  const clock = performance.now() - started;
  return { clock, work: (await workOf(pid)) - before };
}

/** A role with every right of a signed-in person that row security does not hold back. */
export async function openSideDoor(sql: Sql): Promise<void> {
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = 'bench_unguarded') then
      create role bench_unguarded nologin bypassrls in role authenticated;
    end if; end $$`;
}

/**
 * Lets all calls take turns for a number of rounds, each round as another seeker, so that whatever else the machine
 * does hits all alike. Sixty rounds before that warm up the connections.
 */
export async function sample(doors: Doors, seekers: string[], rounds: number): Promise<Sampled> {
  const [guarded, open, beside] = await Promise.all(
    [doors.guarded, doors.open, doors.beside].map(doorOf) as [Promise<Door>, Promise<Door>, Promise<Door>],
  );
  const cursors = await fifthPages(beside, seekers);
  const none = (): Times => ({ floor: [], page: [], open: [], words: [], fifth: [] });
  const sampled: Sampled = { clock: none(), work: none() };
  for (let round = -60; round < rounds; round++) {
    const nr = round + 60;
    const seeker = seekers[nr % seekers.length]!;
    const typed = words[nr % words.length]!;
    const { score, person } = cursors.get(seeker) ?? { score: null, person: null };
    const questions: [Call, Question][] = [
      ['floor', (tx) => tx`select 1`],
      ['page', (tx) => tx`select public.find_mentors()`],
      ['open', (tx) => tx`select public.find_mentors()`],
      ['words', (tx) => tx`select public.find_mentors(words => ${typed})`],
      ['fifth', (tx) => tx`select public.find_mentors(after_score => ${score}, after_person => ${person})`],
    ];
    for (let turn = 0; turn < questions.length; turn++) {
      // Another one begins each round, so that none always follows the same other.
      const [call, ask] = questions[(turn + nr) % questions.length]!;
      const took = await (call === 'open'
        ? time(open, 'bench_unguarded', seeker, ask)
        : time(call === 'page' ? guarded : beside, 'authenticated', seeker, ask));
      if (round < 0) continue;
      sampled.clock[call].push(took.clock);
      sampled.work[call].push(took.work);
    }
  }
  return sampled;
}

/** Where each seeker's fifth page begins; one whose list is shorter has none. */
async function fifthPages(door: Door, seekers: string[]): Promise<Map<string, Cursor>> {
  const cursors = new Map<string, Cursor>();
  for (const seeker of seekers) {
    await time(door, 'authenticated', seeker, async (tx) => {
      const [row] = await tx<{ page: { next: Cursor | null } }[]>`
        select public.find_mentors(page_size => 48) as page`;
      if (row?.page.next) cursors.set(seeker, row.page.next);
    });
  }
  return cursors;
}
