/** Calls to the directory, timed the way the API makes them: a transaction with the role and the claims of a person. */
import type { Sql, TransactionSql } from 'postgres';

/** What is asked: nothing (the least any call costs), the first page, and so on; `open` is the page without row security. */
export type Call = 'floor' | 'page' | 'open' | 'words' | 'fifth';
export type Times = Record<Call, number[]>;

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
export async function sample(
  { guarded, open, beside }: Doors,
  seekers: string[],
  rounds: number,
): Promise<Times> {
  const cursors = await fifthPages(beside, seekers);
  const times: Times = { floor: [], page: [], open: [], words: [], fifth: [] };
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
      const ms = await (call === 'open'
        ? time(open, 'bench_unguarded', seeker, ask)
        : time(call === 'page' ? guarded : beside, 'authenticated', seeker, ask));
      if (round >= 0) times[call].push(ms);
    }
  }
  return times;
}

/** Where each seeker's fifth page begins; one whose list is shorter has none. */
async function fifthPages(sql: Sql, seekers: string[]): Promise<Map<string, Cursor>> {
  const cursors = new Map<string, Cursor>();
  for (const seeker of seekers) {
    await time(sql, 'authenticated', seeker, async (tx) => {
      const [row] = await tx<{ page: { next: Cursor | null } }[]>`
        select public.find_mentors(page_size => 48) as page`;
      if (row?.page.next) cursors.set(seeker, row.page.next);
    });
  }
  return cursors;
}
