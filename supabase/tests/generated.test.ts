/** Whatever eight people do at once, in whatever order: nothing breaks, nobody is refused without a key. */
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import words from '../../src/i18n/en/refusal.json' with { type: 'json' };
import type { FreshDatabase } from '../../tests/database.ts';
import { addMentee, id } from './cast.ts';
import { crowdOfMentees, crowdOfMentors, outcomeOf } from './crowd.ts';
import { brokenRules } from './invariants.ts';
import { letter, quietTown } from './town.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await quietTown();
});
afterAll(() => db.close());

/** Who is in this run. */
interface Scene {
  mentees: string[];
  mentors: string[];
}
/** What can be done to one thing that is there: by whom it is tried (mostly the right one), and how. */
interface Step {
  what: string;
  /** Which of the things there are, which person, and small figures. */
  nr: number;
  who: number;
}

const profile = (capacity: number) =>
  `save_mentor_profile('Name ${capacity}', '2512', null, '[{"language":"en","level":"C1"}]', '{cv}', '{online}',
    'zz-north-bay', 4, ${capacity}, null, 'Somebody who was made up for a test.')`;

/** By noun: the verbs tried on one of its rows, as `side: call`. */
const onRequest: Record<string, (request: string) => [side: 'mentee' | 'mentor', call: string]> = {
  withdraw: (r) => ['mentee', `withdraw_request('${r}')`],
  accept: (r) => ['mentor', `accept_request('${r}')`],
  decline: (r) => ['mentor', `decline_request('${r}', 'no-time')`],
  question: (r) => ['mentor', `ask_about_request('${r}', 'Which tools?')`],
  reply: (r) => ['mentee', `reply_to_request('${r}', 'These.')`],
  'accept proposal': (r) => ['mentee', `accept_proposal('${r}', '${letter}')`],
  'decline proposal': (r) => ['mentee', `decline_proposal('${r}')`],
};
const onTrial: Record<string, (trial: string, nr: number) => ['mentee' | 'mentor' | 'desk', string]> = {
  'propose time': (t, nr) => [nr % 2 ? 'mentee' : 'mentor', `propose_trial('${t}', current_date + ${1 + (nr % 9)}, 'online', 'https://x.example')`],
  agree: (t, nr) => [nr % 2 ? 'mentor' : 'mentee', `agree_trial('${t}', ${1 + (nr % 3)})`],
  'mentee goes on': (t) => ['mentee', `say_go_on('${t}')`],
  'mentor goes on': (t) => ['mentor', `say_go_on('${t}')`],
  'not us': (t, nr) => [nr % 2 ? 'mentor' : 'mentee', `say_not_us('${t}', 'time')`],
  'stop trial': (t) => ['desk', `stop_trial('${t}')`],
  'extend trial': (t) => ['desk', `extend_trial('${t}')`],
}; // prettier-ignore
const alone = [
  'send',
  'propose',
  'capacity',
  'pause',
  'resume',
  'block',
  'clock',
  'hours pass',
  'end match',
  'erase',
];

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constant('send') },
    { weight: 4, arbitrary: fc.constant('accept') },
    { weight: 3, arbitrary: fc.constantFrom('hours pass', 'mentee goes on', 'mentor goes on') },
    { weight: 8, arbitrary: fc.constantFrom(...alone, ...Object.keys(onRequest), ...Object.keys(onTrial)) },
  ),
  nr: fc.nat(1000),
  who: fc.nat(1000),
});

const pick = <T>(list: T[], nr: number): T | undefined => list[nr % Math.max(1, list.length)];

/** Does one step; answers its outcome, or null where there was nothing to do it to. */
async function take(scene: Scene, { what, nr, who }: Step): Promise<string | null> {
  const mentee = pick(scene.mentees, who)!;
  const mentor = pick(scene.mentors, nr)!;
  const rows = (table: string) => db.sql<{ id: string; mentee: string; mentor: string }[]>`
    select id, mentee, mentor from ${db.sql(`public.${table}`)} where mentee in ${db.sql(scene.mentees)}
    order by ended_at nulls first, id limit 12`;
  const tried = (person: string, call: string) => outcomeOf(db.sql, { person, call });
  if (what in onRequest) {
    const row = pick(await rows('requests'), nr);
    if (!row) return null;
    const [side, call] = onRequest[what]!(row.id);
    return tried(row[side], call);
  }
  if (what in onTrial) {
    const row = pick(await rows('trials'), nr);
    if (!row) return null;
    const [side, call] = onTrial[what]!(row.id, who);
    return tried(side === 'desk' ? id.ingrid : row[side], call);
  }
  switch (what) {
    case 'send':
      return tried(mentee, `send_request('${mentor}', '${letter}')`);
    case 'propose':
      return tried(id.ingrid, `propose_match('${mentee}', '${mentor}', '${letter}')`);
    case 'capacity':
      return tried(mentor, profile(1 + (who % 5)));
    case 'pause':
      return tried(mentor, `pause(current_date + ${who % 3}, null)`);
    case 'resume':
      return tried(mentor, 'resume()');
    case 'block':
      return tried(mentor, `mark_person('${mentee}', ${who % 2 ? `'blocked'` : 'null'})`);
    case 'end match': {
      const row = pick(await rows('matches'), nr);
      return row ? tried(row.mentee, `end_match('${row.id}', 'moved')`) : null;
    }
    case 'clock':
      await db.sql`select private.run_due(now() + make_interval(days => ${nr % 20}))`;
      return 'works';
    case 'hours pass':
      // What was agreed is over, and what was asked was asked long ago: one can ask again.
      await db.sql`update public.trials set status = 'agreed', starts_at = now() - interval '1 hour', decide_by = now() + interval '6 days'
        where id in (select id from public.trials where status in ('planning', 'agreed') and mentee in ${db.sql(scene.mentees)}
          order by id limit 2 for update skip locked)`;
      await db.sql`update public.requests set sent_at = sent_at - interval '91 days', opened_at = opened_at - interval '91 days'
        where id in (select id from public.requests where mentee in ${db.sql(scene.mentees)} for update skip locked)`;
      return 'works';
    default: {
      const newcomer = randomUUID();
      await addMentee(db.sql, newcomer);
      const gone = scene.mentees.splice(who % scene.mentees.length, 1, newcomer);
      await db.sql`select private.erase_person(${gone[0]!})`;
      return 'works';
    }
  }
}

test('eight at once, thousands of steps', { timeout: 180_000 }, async () => {
  const known = new Set(['works', ...Object.keys(words).map((key) => key.replace('refusal.', ''))]);
  const seen = new Map<string, number>();
  const property = fc.asyncProperty(fc.array(step, { minLength: 250, maxLength: 250 }), async (steps) => {
    const scene = { mentees: await crowdOfMentees(db.sql, 10), mentors: await crowdOfMentors(db.sql, 5) };
    const left = [...steps];
    const worker = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const outcome = await take(scene, next);
        if (outcome === null) continue;
        const key = `${next.what}: ${outcome}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (!known.has(outcome)) throw new Error(`${key} is a refusal without words`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(await brokenRules(db.sql)).toEqual({});
  });
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
  const works = [...seen].filter(([key]) => key.endsWith(': works')).map(([key]) => key.split(':')[0]!);
  // It was not one long refusal: whole lives were lived.
  expect(works).toEqual(expect.arrayContaining(['send', 'accept', 'decline', 'withdraw', 'mentee goes on', 'mentor goes on', 'erase'])); // prettier-ignore
  const [count] = await db.sql`select count(*)::int as matches from public.matches`;
  expect(count!.matches).toBeGreaterThan(0);
});
