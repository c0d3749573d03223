/** The demo world keeps the rules that the verbs keep, although it is written row by row. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asPerson, freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { declineReasons } from '../../src/schemas/reasons.ts';
import { locales } from '../../src/schemas/vocabulary.ts';
import { cast } from '../seeds/cast.ts';
import { fillWorld } from '../seeds/world.ts';

const asOf = new Date();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await fillWorld(database.sql, asOf);
});
afterAll(() => database.close());

const numbers = async (query: string): Promise<Record<string, number>> => {
  const rows = await database.sql.unsafe<{ what: string; count: string }[]>(query);
  return Object.fromEntries(rows.map(({ what, count }) => [what, Number(count)]));
};
const none = async (query: string) => expect(await database.sql.unsafe(query)).toEqual([]);

test('there are enough people in all nine programmes', async () => {
  const people =
    await numbers(`select 'mentors' as what, count(*) from public.mentors where standing = 'approved'
    union all select 'mentees', count(*) from public.mentees where standing = 'approved'
    union all select 'programmes', count(distinct programme) from public.mentors`);
  expect(people.mentors).toBeGreaterThanOrEqual(160);
  expect(people.mentees).toBeGreaterThanOrEqual(110);
  expect(people.programmes).toBe(9);
});

test('every state occurs', async () => {
  const states = await numbers(`select 'request-' || status as what, count(*) from public.requests group by 1
    union all select 'trial-' || status, count(*) from public.trials group by 1
    union all select 'match-' || status, count(*) from public.matches group by 1
    union all select 'no-' || reason, count(*) from public.declines group by 1
    union all select 'application-' || status, count(*) from public.applications group by 1
    union all select 'referral-' || status, count(*) from public.referrals group by 1
    union all select 'unmet rule', count(*) from public.applications where eligibility -> 'unmet' <> '[]'
    union all select 'nudged', count(*) from public.requests where status = 'open' and nudged_at is not null
    union all select 'to be called', count(*) from public.trials where status = 'planning' and agree_by <= now()
    union all select 'met', count(*) from public.trials where status = 'agreed' and starts_at < now()
    union all select 'over', count(*) from public.matches where status = 'active' and ends_on < current_date
    union all select mark, count(*) from public.marks group by 1
    union all select 'paused', count(*) from public.mentors where paused_from is not null
    union all select 'preparing mentor', count(*) from public.mentors where standing = 'preparing'
    union all select 'preparing mentee', count(*) from public.mentees where standing = 'preparing'
    union all select 'not yet', count(*) from public.preparations where not_yet_at is not null
    union all select 'given up', count(*) from private.outbox where given_up_at is not null
    union all select 'mail to send', count(*) from private.outbox where sent_at is null and given_up_at is null`);
  const wanted = [
    ...'proposed open asked accepted declined withdrawn expired closed'.split(' ').map((s) => `request-${s}`),
    ...'awaiting planning agreed undecided matched not_us stopped'.split(' ').map((s) => `trial-${s}`),
    ...'awaiting active ended stopped'.split(' ').map((s) => `match-${s}`),
    ...'sent asked interview waiting preparing accepted redirected declined withdrawn'
      .split(' ')
      .map((s) => `application-${s}`),
    ...['invited', 'taken', 'ended'].map((s) => `referral-${s}`),
    ...declineReasons.map((reason) => `no-${reason}`),
    ...[
      'unmet rule',
      'preparing mentor',
      'preparing mentee',
      'not yet',
      'nudged',
      'met',
      'to be called',
      'over',
      'favourite',
      'hidden',
      'paused',
      'given up',
    ],
  ];
  expect(wanted.filter((what) => !states[what])).toEqual([]);
  expect(states['mail to send']).toBeLessThan(8);
});

test('calls stand open for anybody to read, one has an answer, and a company has been invited', async () => {
  const [row] = await database.sql`select jsonb_array_length(public.open_needs()) as needs,
    (select count(*)::int from public.need_answers) as answers,
    (select count(*)::int from public.invitation_answers) as joined`;
  expect(row).toEqual({ needs: 3, answers: 1, joined: 1 });
});

test('places and open requests are counted right, and within the limits', async () => {
  await none(`select from public.mentors m where taken > capacity or taken <>
    (select count(*) from public.trials t where t.mentor = m.person and t.standing)
    + (select count(*) from public.matches t where t.mentor = m.person and t.living)`);
  await none(`select from public.mentees m join public.programmes p on p.key = m.programme
    where asking > p.open_requests or asking <>
      (select count(*) from public.requests r where r.mentee = m.person and r.status in ('open', 'asked'))`);
  await none(
    `select from public.mentors m join public.programmes p on p.key = m.programme where m.capacity > p.capacity_max`,
  );
  await none(`select mentor from public.requests r join public.programmes p on p.key = r.programme
    where r.status in ('open', 'asked') group by mentor, p.pending_requests having count(*) > p.pending_requests`);
  await none(`select from public.requests a join public.requests b using (mentee, mentor) where a.id < b.id`);
});

test('nobody is asked who may not be asked', async () => {
  await none(`select from public.requests r join public.mentors m on m.person = r.mentor
    where r.status in ('open', 'asked') and (m.standing <> 'approved' or m.taken >= m.capacity)`);
  await none(`select from public.requests r where r.status in ('proposed', 'open', 'asked')
    and exists (select from public.trials t where t.mentee = r.mentee and t.standing)`);
  await none(
    `select from public.trials t join public.matches m using (mentee) where t.standing and m.living`,
  );
  await none(`select from public.requests where score is null or reasons = '[]'`);
  await none(`select from (select programme, person, place, formats from public.mentors
      union all select programme, person, place, formats from public.mentees) m
    join public.programmes p on p.key = m.programme
    where not private.works_in(p, m.place, private.region_of(m.place), m.formats)`);
});

test('everything happened in its order and none of it tomorrow', async () => {
  await none(`select from public.requests r join public.mentees m on m.person = r.mentee
    where r.sent_at < m.approved_at or r.answered_at < r.sent_at or r.ended_at < r.answered_at or r.nudged_at < r.sent_at
      or greatest(r.sent_at, r.nudged_at, r.answered_at, r.ended_at) > now()`);
  await none(`select from public.trials t join public.requests r on r.id = t.request
    where t.created_at < r.sent_at or t.starts_at < t.created_at or t.starts_at > t.agree_by + interval '1 day'
      or t.ended_at < t.starts_at and t.status <> 'stopped' or greatest(t.created_at, t.asked_at, t.ended_at) > now()`);
  await none(`select from public.matches m join public.trials t on t.id = m.trial
    where m.created_at < t.starts_at or m.started_at < m.created_at or m.ended_at < m.started_at or m.ended_at > now()`);
  await none(`select from public.verdicts v join public.trials t on t.id = v.trial
    where v.said_at < t.starts_at or v.said_at > now()`);
  await none(`select from public.events where at > now()`);
  await none(`select from public.mentors m where m.approved_at < m.saved_at
    or exists (select from public.requests r where r.mentor = m.person and r.sent_at < m.approved_at)`);
});

test('what was sent could be sent, and stands at a desk', async () => {
  await none(`select a.id, private.missing_answers(f.definition, a.programme, private.rules_on(a.programme, current_date) || jsonb_build_object('intake', p.rules -> 'intake'),
      p.asks_gender, a.answers) as missing
    from public.applications a join public.forms f on f.key = a.part and f.version = a.form_version
      join public.programmes p on p.key = a.programme
    where a.status <> 'draft' and private.missing_answers(f.definition, a.programme, private.rules_on(a.programme, current_date) || jsonb_build_object('intake', p.rules -> 'intake'),
      p.asks_gender, a.answers) <> '{}'`);
  await none(`select from public.applications a where a.status <> 'draft' and not exists (
    select from public.coordinators c where c.programme = any (a.desks))`);
  await none(
    `select from public.applications where sent_at > now() or moved_at > now() or decided_at < sent_at`,
  );
});

test('nothing is due in the first minute', async () => {
  const [due] = await database.sql`select private.run_due(${asOf}) as due`;
  expect(due?.due).toMatchObject({
    nudged: 0,
    expired: 0,
    reminded: 0,
    in_line: 0,
    forgotten: { ended: 0, drafts: 0, applications: 0 },
  });
});

test('no two people wrote the same, and they wrote in all our languages', async () => {
  await none(`select about from (select about from public.mentors union all select about from public.mentees) a
    group by about having count(*) > 1`);
  await none(
    `select about from public.mentors where about ~ '[{}]' union select about from public.mentees where about ~ '[{}]'`,
  );
  const [spoken] =
    await database.sql`select array_agg(distinct locale order by locale) as locales from public.people`;
  expect(spoken?.locales).toEqual([...locales].sort());
});

test('Amina is free to ask, Kari has two requests, and the desk has something of everything', async () => {
  const page = (id: string) =>
    asPerson(database.sql, id, async (tx) => (await tx`select public.my_page() as page`)[0]!.page);
  const [amina, kari] = [await page(cast.mentee.id), await page(cast.mentor.id)];
  expect([amina.requests, amina.trials, amina.matches]).toEqual([[], [], []]);
  expect(kari.inbox).toHaveLength(2);
  expect(kari.mentor.taken).toBe(0);
  const desk = await asPerson(
    database.sql,
    cast.coordinator.id,
    async (tx) => (await tx`select public.desk() as desk`)[0]!.desk,
  );
  for (const list of ['preparing', 'requests', 'trials', 'matches', 'waiting', 'mails']) {
    expect(desk[list].count, list).toBeGreaterThan(0);
  }
});
