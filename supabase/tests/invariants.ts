/** What must hold whatever happened, however many did it at once. */
import type { Sql } from 'postgres';

/** Each query lists what breaks its rule. */
const rules: Record<string, string> = {
  'a mentor holds exactly the places of her standing trials and living matches': `
    select m.person, m.taken from public.mentors m
    where m.taken > m.capacity or m.taken <>
      (select count(*) from public.trials t where t.mentor = m.person and t.standing)
      + (select count(*) from public.matches t where t.mentor = m.person and t.living)`,
  'the directory knows how many places are free': `
    select m.person, m.capacity - m.taken as free, o.free as shown
    from public.mentors m left join public.open_mentors o on o.person = m.person
    where m.standing = 'approved' and o.free is distinct from m.capacity - m.taken`,
  'a mentee looks where she is approved and may ask, and at all of it unless somebody has blocked her': `
    select coalesce(s.person, d.person) as person, s.programme, s.whole, d.programme as kept, d.whole as kept_whole
    from (select m.person, m.programme, not exists (select from public.marks k
          where k.other = m.person and k.mark = 'blocked') as whole
        from public.mentees m join public.programmes p on p.key = m.programme
        where m.standing = 'approved' and 'self' = any (p.modes)) s
      full join private.directories d using (person)
    where (s.programme, s.whole) is distinct from (d.programme, d.whole)`,
  'a mentee asks exactly as many as she has open, and never more than her programme allows': `
    select m.person, m.asking from public.mentees m join public.programmes p on p.key = m.programme
    where m.asking > p.open_requests or m.asking <> (select count(*) from public.requests r
      where r.mentee = m.person and r.status in ('open', 'asked'))`,
  'a mentee has one trial or match at a time': `
    select mentee from (select mentee from public.trials where standing
      union all select mentee from public.matches where living) s group by mentee having count(*) > 1`,
  'a mentee in a trial asks nobody': `
    select r.id from public.requests r join public.trials t on t.mentee = r.mentee and t.standing
    where r.status in ('proposed', 'open', 'asked')`,
  'an accepted request has its trial, and no other has one': `
    select r.id, r.status from public.requests r left join public.trials t on t.request = r.id
    where (r.status = 'accepted') <> (t.id is not null)`,
  'a no has its reason where the mentor was asked, and only there': `
    select r.id, r.status from public.requests r left join public.declines d on d.request = r.id
    where (r.status = 'declined' and r.opened_at is not null) <> (d.request is not null)`,
  'two have said go on where there is a match, and only there': `
    select t.id, t.status from public.trials t left join public.matches m on m.trial = t.id
    where (t.status = 'matched') <> (m.id is not null) or (t.status = 'matched') <>
      ((select count(*) from public.verdicts v where v.trial = t.id and v.says = 'go_on') = 2)`,
  'what is over has an end, and what is not has none': `
    select id from public.requests where (ended_at is null) <> (status in ('proposed', 'open', 'asked'))
    union all select id from public.trials where (ended_at is null) <> standing
    union all select id from public.matches where (ended_at is null) <> living`,
  'what each chose to show is gone when it is over': `
    select t.id, t.status from public.trials t left join public.matches m on m.trial = t.id
    where coalesce(t.mentee_contact, t.mentor_contact) is not null
      and not (t.standing or coalesce(m.living, false))`,
  'a row that lives is at the desks where its two are': `
    select l.id from (
      select id, programme, mentee, mentor, desks from public.requests where status in ('proposed', 'open', 'asked')
      union all select id, programme, mentee, mentor, desks from public.trials where standing
      union all select id, programme, mentee, mentor, desks from public.matches where living) l
      join public.mentees e on e.person = l.mentee join public.mentors o on o.person = l.mentor
    where l.desks <> private.desks(l.programme, e.region, o.region)`,
  'every request begins with one event and ends with one': `
    select r.id, r.status, e.begun, e.ended from public.requests r cross join lateral (
      select count(*) filter (where verb in ('send_request', 'propose_match')) as begun,
        count(*) filter (where verb in ('accept_request', 'decline_request', 'withdraw_request', 'expire_request',
          'close_request', 'decline_proposal')) as ended
      from public.events e where e.noun = 'request' and e.subject = r.id) e
    where e.begun <> 1 or e.ended <> (r.ended_at is not null)::integer`,
  'every trial begins with one event and ends with one': `
    select t.id, t.status, e.begun, e.ended from public.trials t cross join lateral (
      select count(*) filter (where verb = 'open_trial') as begun,
        count(*) filter (where verb in ('match_trial', 'say_not_us', 'stop_trial')) as ended
      from public.events e where e.noun = 'trial' and e.subject = t.id) e
    where e.begun <> 1 or e.ended <> (t.ended_at is not null)::integer`,
  'every match begins with one event and ends with one': `
    select t.id, t.status, e.begun, e.ended from public.matches t cross join lateral (
      select count(*) filter (where verb = 'start_match') as begun,
        count(*) filter (where verb in ('end_match', 'stop_match')) as ended
      from public.events e where e.noun = 'match' and e.subject = t.id) e
    where e.begun > 1 or e.ended <> (t.ended_at is not null)::integer`,
  'every application that was sent was sent once, with one receipt, and ends once': `
    select a.id, a.status, e.sent, e.ended from public.applications a cross join lateral (
      select count(*) filter (where verb = 'send_application') as sent,
        count(*) filter (where verb in ('withdraw_application', 'expire_application')
          or verb = 'decide_application' and detail ->> 'decision' in ('accept', 'redirect', 'decline')) as ended
      from public.events e where e.noun = 'application' and e.subject = a.id) e
    where e.sent <> (a.status <> 'draft')::integer or e.ended <> (a.decided_at is not null)::integer
      or e.sent <> (select count(*) from private.outbox o where o.key = 'application-sent:' || a.id)`,
  'an import that waits has made nobody, and one that has run keeps no rows': `
    select i.id, i.status from public.imports i
    where exists (select from private.import_people p where p.import = i.id) and i.status <> 'run'
      or exists (select from private.import_rows r where r.import = i.id) and i.status <> 'open'`,
  'nobody has two living applications for the same': `
    select person, programme, part from public.applications where status = 'draft' or in_line
    group by person, programme, part having count(*) > 1`,
  'who was let in has a place, and her letter': `
    select a.id from public.applications a where a.status = 'accepted' and (not exists (
        select from public.mentees m where m.person = a.person and m.standing <> 'left'
        union all select from public.mentors m where m.person = a.person and m.standing <> 'left')
      or not exists (select from public.application_messages m where m.application = a.id and m.kind = 'letter'))`,
  'every referral was made once and ends at most once': `
    select r.id, r.status, e.made, e.ended from public.referrals r cross join lateral (
      select count(*) filter (where verb = 'refer') as made,
        count(*) filter (where verb in ('decline_referral', 'close_referral', 'expire_referral')) as ended
      from public.events e where e.noun = 'referral' and e.subject = r.id) e
    where e.made <> 1 or e.ended <> (r.status = 'ended' and r.taken_at is null)::integer`,
  'who has said no, or has not answered, is not known': `
    select r.id from public.referrals r where r.status = 'ended' and (exists (
      select from public.referred d where d.referral = r.id) or r.taken_at is null and r.person is not null)`,
  'whoever gets ready is not approved before the last step, and is with it': `
    select p.person, p.part from public.preparations p
    where (p.ready_at is null) <> (private.standing_of(p.person, p.part) = 'preparing')
      or (p.ready_at is null and private.steps_left(p) = '{}')`,
  'what is shared of a background is what was last said yes to': `
    select b.person from public.backgrounds b where not coalesce((select c.shares @> b.shares and c.shares <@ b.shares
      from public.background_consents c where c.person = b.person order by c.id desc limit 1), b.shares = '{}')`,
  'what visitors see of a mentor is what was last said yes to, and nothing of who has left': `
    select i.person from public.introductions i join public.mentors m on m.person = i.person
    where m.standing = 'left' or i.shown and not coalesce((select c.shown and (c.with_photo or not i.with_photo)
      from public.introduction_consents c where c.person = i.person order by c.id desc limit 1), false)`,
  'every asked mentor has one mail about it, and nobody two about the same': `
    select r.id from public.requests r where r.status <> 'proposed' and r.ended_at is null
      and (select count(*) from private.outbox o where o.key = 'request-sent:' || r.id) <> 1`,
};

/** All rules in one query, which a connection plans once. */
const all = Object.entries(rules)
  .map(
    ([
      rule,
      query,
    ]) => `select '${rule}' as rule, count(*)::integer as offenders, (array_agg(to_jsonb(q)))[1] as first
      from (${query}) q having count(*) > 0`,
  )
  .join(' union all ');

/** The broken rules with their first offenders; empty where all is well. */
export async function brokenRules(sql: Sql): Promise<Record<string, unknown>> {
  const broken = await sql.unsafe(all, [], { prepare: true });
  return Object.fromEntries(broken.map(({ rule, offenders, first }) => [rule, { offenders, first }]));
}
