/** Hundreds at once, on a real Postgres: nobody gets a place twice, nobody is lost, nobody waits for ever. */
import postgres, { type Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { rulesOf, syncGround } from './cast-programmes.ts';
import { allAtOnce, crowdOfMentees, crowdOfMentors, outcomeOf } from './crowd.ts';
import { brokenRules } from './invariants.ts';
import { ask, letter, meet, openMatch, openTrial } from './town.ts';

let db: FreshDatabase;
/** Eighty connections for what happens at once; what leads up to it needs fewer. */
let many: Sql;
beforeAll(async () => {
  db = await freshDatabase();
  many = postgres(db.url, { max: 80, onnotice: () => {} });
  await syncGround(db.sql);
  await allowRequestsAtOneMentor(1000);
});
afterEach(async () => expect(await brokenRules(db.sql)).toEqual({}));
afterAll(async () => {
  await many.end();
  await db.close();
});

/** How many requests `free` puts to one mentor at once. Most of what happens here is about other limits. */
function allowRequestsAtOneMentor(pending_requests: number) {
  const { limits } = rulesOf('free');
  const rules = rulesOf('free', { limits: { ...limits, pending_requests } });
  return db.sql`select private.sync_programme(${db.sql.json({ ...rules })})`;
}

const pairs = async (count: number) => {
  const [mentees, mentors] = await Promise.all([
    crowdOfMentees(db.sql, count),
    crowdOfMentors(db.sql, count, { capacity: 1 }),
  ]);
  return mentees.map((mentee, at) => ({ mentee, mentor: mentors[at]! }));
};

test('300 try to be accepted into one free place at once: exactly one is', async () => {
  const [mentor] = await crowdOfMentors(db.sql, 1, { capacity: 1 });
  const mentees = await crowdOfMentees(db.sql, 300);
  const requests = await Promise.all(mentees.map((mentee) => ask(db.sql, mentee, mentor!)));
  const outcomes = await allAtOnce(
    many,
    requests.map((request) => ({ person: mentor!, call: `accept_request('${request}')` })),
  );
  expect(outcomes).toEqual({ works: 1, mentor_full: 299 });
  const [due] = await db.sql`select private.run_due() as did`;
  expect(due!.did).toMatchObject({ expired: 299 });
});

test('200 requests of one mentee with a limit of three at once: exactly three', async () => {
  const [mentee] = await crowdOfMentees(db.sql, 1);
  const mentors = await crowdOfMentors(db.sql, 200);
  const outcomes = await allAtOnce(
    many,
    mentors.map((mentor) => ({ person: mentee!, call: `send_request('${mentor}', '${letter}')` })),
  );
  expect(outcomes).toEqual({ works: 3, too_many_open_requests: 197 });
});

test('100 mentees ask one mentor with a limit of three at once: exactly three', async () => {
  await allowRequestsAtOneMentor(3);
  const [mentor] = await crowdOfMentors(db.sql, 1, { capacity: 5 });
  const mentees = await crowdOfMentees(db.sql, 100);
  const outcomes = await allAtOnce(
    many,
    mentees.map((person) => ({ person, call: `send_request('${mentor!}', '${letter}')` })),
  );
  await allowRequestsAtOneMentor(1000);
  expect(outcomes).toEqual({ works: 3, mentor_asked_enough: 97 });
});

test('she is blocked and no longer blocked by many at once: whoever still blocks her counts', async () => {
  const [mentee] = await crowdOfMentees(db.sql, 1);
  const mentors = await crowdOfMentors(db.sql, 20);
  for (const mentor of mentors) {
    const request = await ask(db.sql, mentee!, mentor);
    await outcomeOf(db.sql, { person: mentor, call: `decline_request('${request}', 'other')` });
  }
  for (const last of mentors) {
    const acts = mentors.map((person) => ({
      person,
      call: `mark_person('${mentee!}', ${person === last ? `'blocked'` : 'null'})`,
    }));
    expect(await allAtOnce(many, acts)).toEqual({ works: 20 });
    expect(await brokenRules(db.sql)).toEqual({});
  }
});

test('the same request sent 50 times at once is one', async () => {
  const [{ mentee, mentor }] = (await pairs(1)) as [Awaited<ReturnType<typeof pairs>>[0]];
  const act = { person: mentee, call: `send_request('${mentor}', '${letter}')` };
  expect(await allAtOnce(many, Array(50).fill(act))).toEqual({ works: 1, asked_recently: 49 });
});

test('both say go on at once, 100 times: 100 matches', async () => {
  const couples = await pairs(100);
  const acts = await Promise.all(
    couples.map(async ({ mentee, mentor }) => {
      const trial = await openTrial(db.sql, mentee, mentor);
      await meet(db.sql, trial);
      return [mentee, mentor].map((person) => ({ person, call: `say_go_on('${trial}')` }));
    }),
  );
  expect(await allAtOnce(many, acts.flat())).toEqual({ works: 200 });
  const [count] = await db.sql`select count(*)::int as matches from public.matches
    where status = 'active' and mentee in ${db.sql(couples.map(({ mentee }) => mentee))}`;
  expect(count).toEqual({ matches: 100 });
});

test('go on and not us at once: no match, whoever was first', async () => {
  const couples = await pairs(30);
  const acts = await Promise.all(
    couples.map(async ({ mentee, mentor }) => {
      const trial = await openTrial(db.sql, mentee, mentor);
      await meet(db.sql, trial);
      return [
        { person: mentee, call: `say_go_on('${trial}')` },
        { person: mentor, call: `say_not_us('${trial}', 'time')` },
      ];
    }),
  );
  const { works, trial_not_open = 0 } = await allAtOnce(many, acts.flat());
  expect(works! + trial_not_open).toBe(60);
  const [count] = await db.sql`select count(*)::int as over from public.trials
    where status = 'not_us' and mentee in ${db.sql(couples.map(({ mentee }) => mentee))}`;
  expect(count).toEqual({ over: 30 });
});

test('yes, withdrawal and expiry at once: each request ends in one way', async () => {
  const couples = await pairs(60);
  const requests = await Promise.all(couples.map(({ mentee, mentor }) => ask(db.sql, mentee, mentor)));
  const sweeps = [1, 2, 3].map(() => db.sql`select private.run_due(now() + interval '8 days')`);
  const outcomes = await allAtOnce(
    many,
    requests.flatMap((request, at) => [
      { person: couples[at]!.mentor, call: `accept_request('${request}')` },
      { person: couples[at]!.mentee, call: `withdraw_request('${request}')` },
    ]),
  );
  await Promise.all(sweeps);
  await db.sql`select private.run_due(now() + interval '8 days')`;
  const ends = await db.sql<{ status: string; count: number }[]>`
    select status, count(*)::int from public.requests where id in ${db.sql(requests)} group by status`;
  const ended = Object.fromEntries(ends.map(({ status, count }) => [status, count]));
  const { accepted = 0, withdrawn = 0, expired = 0 } = ended;
  expect(accepted + withdrawn + expired).toBe(60);
  expect(outcomes).toEqual({ works: accepted + withdrawn, request_not_open: 120 - accepted - withdrawn });
});

test('two mentors accept the same mentee at once, 40 times: one trial each time', async () => {
  const mentees = await crowdOfMentees(db.sql, 40);
  const mentors = await crowdOfMentors(db.sql, 80, { capacity: 1 });
  const acts = await Promise.all(
    mentees.map((mentee, at) =>
      Promise.all(
        [mentors[2 * at]!, mentors[2 * at + 1]!].map(async (mentor) => ({
          person: mentor,
          call: `accept_request('${await ask(db.sql, mentee, mentor)}')`,
        })),
      ),
    ),
  );
  expect(await allAtOnce(many, acts.flat())).toEqual({ works: 40, request_not_open: 40 });
});

test('everybody has asked three of sixteen, and all say yes to all at once: nobody waits in a ring', async () => {
  // Nobody is asked by more than eight: no mentor can be full, however the yeses fall.
  const mentors = await crowdOfMentors(db.sql, 16, { capacity: 10 });
  const mentees = await crowdOfMentees(db.sql, 30);
  const asked = mentees.flatMap((mentee, at) =>
    [0, 1, 2].map((step) => ({ mentee, mentor: mentors[(at + step * (1 + (at % 2))) % 16]! })),
  );
  const requests = await Promise.all(
    asked.map(async ({ mentee, mentor }) => ({ mentor, id: await ask(db.sql, mentee, mentor) })),
  );
  const sweep = db.sql`select private.run_due(now() + interval '4 days')`;
  const outcomes = await allAtOnce(
    many,
    requests.map(({ mentor, id }) => ({ person: mentor, call: `accept_request('${id}')` })),
  );
  await sweep;
  expect(outcomes).toEqual({ works: 30, request_not_open: 60 });
});

test('a mentor changes her name and her places while she says yes', async () => {
  const [mentor] = await crowdOfMentors(db.sql, 1, { capacity: 5 });
  const mentees = await crowdOfMentees(db.sql, 20);
  const requests = await Promise.all(mentees.map((mentee) => ask(db.sql, mentee, mentor!)));
  const profile = (name: string, capacity: number) =>
    `save_mentor_profile('${name}', '2512', null, '[{"language":"en","level":"C1"}]', '{cv}', '{online}',
      'zz-north-bay', 4, ${capacity}, null, 'Somebody who was made up for a test.')`;
  const outcomes = await allAtOnce(
    many,
    requests.flatMap((request, at) => [
      { person: mentor!, call: `accept_request('${request}')` },
      { person: mentor!, call: profile(`Name ${at}`, 1 + (at % 5)) },
    ]),
  );
  const { works, mentor_full = 0, capacity_in_use = 0, ...other } = outcomes;
  expect(other).toEqual({});
  expect(works! + mentor_full + capacity_in_use).toBe(40);
});

test('agree and another proposal at once: nobody has agreed to a time she did not see', async () => {
  const couples = await pairs(40);
  const acts = await Promise.all(
    couples.map(async ({ mentee, mentor }) => {
      const trial = await openTrial(db.sql, mentee, mentor);
      const propose = (days: number) =>
        `propose_trial('${trial}', current_date + ${days}, 'online', 'https://meet.example')`;
      expect(await outcomeOf(db.sql, { person: mentor, call: propose(2) })).toBe('works');
      return [
        { person: mentee, call: `agree_trial('${trial}', 1)` },
        { person: mentor, call: propose(3) },
      ];
    }),
  );
  const { works, time_has_changed = 0 } = await allAtOnce(many, acts.flat());
  expect(works! + time_has_changed).toBe(80);
  const [wrong] = await db.sql`select count(*)::int as wrong from public.trials
    where mentee in ${db.sql(couples.map(({ mentee }) => mentee))} and (status <> 'planning' or starts_at <> current_date + 3)`;
  expect(wrong).toEqual({ wrong: 0 });
});

test('both end the match at once: it ends once', async () => {
  const couples = await pairs(30);
  const acts = await Promise.all(
    couples.map(async ({ mentee, mentor }) => {
      const match = await openMatch(db.sql, mentee, mentor);
      return [mentee, mentor].map((person) => ({ person, call: `end_match('${match}', 'moved')` }));
    }),
  );
  expect(await allAtOnce(many, acts.flat())).toEqual({ works: 30, match_not_open: 30 });
});
