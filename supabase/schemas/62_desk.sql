-- The coordinator's desk, in one call, and what she can do about a mail that could not be delivered.

-- Does this person have a place at one of my desks, or has she applied there?
create function private.at_my_desks(person_is uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare
  mine text[] := private.my_desks();
begin
  return exists (select from public.mentors m where m.person = person_is and m.desks && mine)
    or exists (select from public.mentees m where m.person = person_is and m.desks && mine)
    or exists (select from public.applications a where a.person = person_is and a.desks && mine);
end $$;

-- Does she have a name here, and nothing at my desks? What she told elsewhere is not mine to read, so she comes by herself.
create function private.is_known_elsewhere(person_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.people p where p.id = person_is) and not private.at_my_desks(person_is)
$$;

-- The desks whose affair a mail is: those of the request, trial, match or application that its key names, or of the place that is
-- ready or was brought in, or of what a coordinator wrote. Any other, as of a wish for a programme, is no desk's.
create function private.mail_desks(mail private.outbox) returns text[]
  language sql stable set search_path = '' as $$
  select x.desks
  from (select substring(mail.key from ':([0-9a-f]{8}-[0-9a-f-]{27})')::uuid as id) about
    cross join lateral (
      select r.desks from public.requests r where r.id = about.id
      union all select t.desks from public.trials t where t.id = about.id
      union all select m.desks from public.matches m where m.id = about.id
      union all select a.desks from public.applications a where a.id = about.id
      union all select e.desks from public.enquiries e where e.id = about.id
      union all select v.desks from public.events v
      where mail.kind in ('desk-message', 'introduction-stopped') and mail.person in (v.mentee, v.mentor) and v.subject = about.id
      union all select p.desks
      from (select 'mentee' as part, m.person, m.programme, m.desks from public.mentees m
        union all select 'mentor', m.person, m.programme, m.desks from public.mentors m) p
      where p.person = mail.person and (mail.kind = p.part || '-ready' or exists (
        select from public.imports i where i.id = about.id and i.part = p.part and i.programme = p.programme))) x
$$;

-- Mails at my desks that could not be delivered: kind and time, never the address. An invitation stands at the desk of its
-- referral alone, and one about a draft where it is written: both go to people who often have no name here, so with them comes
-- what the partner, or I, called her.
create function private.mails_given_up()
  returns table (id bigint, person uuid, kind text, given_up_at timestamptz, name text, referral uuid, draft jsonb)
  language sql stable security definer set search_path = '' as $$
  select o.id, o.person, o.kind, o.given_up_at, coalesce(d.name, a.answers ->> 'shown_name'), r.id,
    case when a.id is not null then jsonb_build_object('application', a.id, 'part', a.part) end
  from private.outbox o
    cross join lateral (select case when o.kind in ('referral-invitation', 'referral-reminder', 'application-assisted')
      then split_part(o.key, ':', 2)::uuid end as id) about
    left join public.referrals r on r.id = about.id and r.status = 'invited' and r.desks && private.my_desks()
    left join public.referred d on d.referral = r.id
    left join public.applications a on a.id = about.id and a.status = 'draft' and a.assisted_by = auth.uid()
      and a.taken_over_at is null and private.is_my_desk(a.programme)
  where o.given_up_at is not null and o.aside_at is null and o.person is distinct from auth.uid()
    and (r.id is not null or a.id is not null
      or private.mail_desks(o) && private.my_desks() and (o.person is null or private.at_my_desks(o.person)))
$$;
grant execute on function private.mails_given_up to authenticated;

-- Try a mail again that was given up: the address has been mended, or the mail server is back.
create function public.send_mail_again(mail bigint) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o set attempts = 0, given_up_at = null, next_at = now()
  where o.id = mail and exists (select from private.mails_given_up() g where g.id = o.id);
  if not found then
    perform private.refuse('mail_unknown');
  end if;
  perform pg_notify('mail', '');
end $$;
grant execute on function public.send_mail_again to authenticated;

-- Take a mail off the desk: the person has been told another way.
create function public.put_mail_aside(mail bigint) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o set aside_at = now()
  where o.id = mail and exists (select from private.mails_given_up() g where g.id = o.id);
  if not found then
    perform private.refuse('mail_unknown');
  end if;
end $$;
grant execute on function public.put_mail_aside to authenticated;

-- Mentees who wait for a mentor: from the first day where only a coordinator can propose one, elsewhere after the days the
-- programme promises. These, and those for whom nothing is under way, need somebody, and stand first.
create function private.waiting_at(mine text[]) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select private.first_fifty(x.list) || jsonb_build_object('needs', coalesce(x.needs, 0)) from (
    select count(*) filter (where s.late or s.idle) as needs, jsonb_agg(jsonb_build_object('mentee', s.card, 'since', s.since,
      'promise_days', s.promise_days, 'late', s.late, 'asking', s.asking, 'background', s.told, 'proposed', s.proposed)
      order by s.late desc, s.idle desc, s.since, s.person) as list
    from (
      select m.person, m.asking, p.promise_days, c.card, b.told, w.since, w.late, r.proposed,
        m.asking = 0 and r.proposed is null as idle
      from public.mentees m join public.programmes p on p.key = m.programme
        join public.mentee_cards c on c.person = m.person left join private.backgrounds_at_desk('mentee') b on b.person = m.person
        -- Who has had a match waits anew from its end.
        cross join lateral (select a.since, a.since < now() - make_interval(days => p.promise_days) as late
          from (select greatest(m.approved_at, (
            select max(t.ended_at) from public.matches t where t.mentee = m.person)) as since) a) w
        left join lateral (select jsonb_build_object('name', o.card ->> 'name', 'until', q.expires_at) as proposed
          from public.requests q left join public.open_mentors o on o.person = q.mentor
          where q.mentee = m.person and q.status = 'proposed' order by q.expires_at limit 1) r on true
      where m.desks && mine and m.standing = 'approved' and m.person <> (select auth.uid())
        and (w.late or not 'self' = any (p.modes))
        and not exists (select from public.trials t where t.mentee = m.person and t.standing)
        and not exists (select from public.matches t where t.mentee = m.person and t.living)) s) x);
end $$;
grant execute on function private.waiting_at to authenticated;

-- The desk: what needs a human today, most urgent first in each list, at most fifty each with the whole count.
create function public.desk() returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  mine text[] := private.desk();
begin
  return jsonb_build_object(
    'desks', mine,
    'counts', jsonb_build_object(
      'free_mentors', (select count(*) from public.open_mentors o where o.desks && mine and o.free > 0),
      'mentees', (select count(*) from public.mentees m where m.desks && mine and m.standing = 'approved'),
      'open_requests', (select count(*) from public.requests r where r.desks && mine and r.status in ('proposed', 'open', 'asked')),
      'trials', (select count(*) from public.trials t where t.desks && mine and t.standing),
      'matches', (select count(*) from public.matches t where t.desks && mine and t.living)),
    -- How many need somebody; of how many the promised day has passed, and of how many it comes within a week.
    'applications', (select jsonb_build_object('count', count(*), 'late', count(*) filter (where a.promised_on < current_date),
        'soon', count(*) filter (where a.promised_on between current_date and current_date + 7))
      from public.applications a
      where a.desks && mine and a.in_line and a.status in ('sent', 'asked', 'interview') and a.person <> (select auth.uid())),
    'texts', (select count(*) from public.referrals r join public.referred d on d.referral = r.id
      where r.desks && mine and r.status = 'invited' and r.texted_at is null and d.phone is not null),
    'talks', private.talks_due(),
    'enquiries', (select count(*) from public.enquiries e where e.desks && mine and e.answered_at is null),
    'requests', private.first_fifty((select jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'mentee', c.card,
        'mentor', o.card, 'sent_at', r.sent_at, 'nudged_at', r.nudged_at, 'expires_at', r.expires_at, 'score', r.score / 100)
        order by r.expires_at)
      from public.requests r left join public.mentee_cards c on c.person = r.mentee
        left join public.open_mentors o on o.person = r.mentor
      where r.desks && mine and (r.status = 'asked' or (r.status = 'open' and r.nudged_at is not null)))),
    'trials', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'mentee', c.card,
        'mentor', o.card, 'starts_at', t.starts_at, 'plan_by', private.plan_by(t), 'decide_by', t.decide_by, 'asked_at', t.asked_at,
        'silent', 2 - (select count(*) from public.verdicts v where v.trial = t.id) - private.other_has_said(t.id)::integer,
        'since', t.created_at, 'own', (select auth.uid()) in (t.mentee, t.mentor), 'mentee_contact', reach.mentee,
        'mentor_contact', reach.mentor)
        order by t.status = 'undecided' desc, t.created_at)
      from public.trials t left join public.mentee_cards c on c.person = t.mentee
        left join public.open_mentors o on o.person = t.mentor
        -- How those are reached whom a coordinator is to call; nothing of a first hour of her own.
        left join lateral (select
            (select coalesce(x.phone, t.mentee_contact) from public.people_private x where x.person = t.mentee) as mentee,
            (select coalesce(x.phone, t.mentor_contact) from public.people_private x where x.person = t.mentor) as mentor
          where t.status in ('planning', 'undecided') and (select auth.uid()) not in (t.mentee, t.mentor)) reach on true
      where t.desks && mine and (t.status in ('awaiting', 'undecided') or (t.status = 'agreed' and t.asked_at is not null)
        or (t.status = 'planning' and t.agree_by <= now())))),
    -- First hours at which a coordinator is there, until they are over.
    'coming', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'mentee', c.card, 'mentor', o.card,
        'starts_at', t.starts_at, 'meet_at', t.meet_at) order by t.starts_at)
      from public.trials t join public.programmes p on p.key = t.programme and p.coordinator_at_first_meeting
        left join public.mentee_cards c on c.person = t.mentee left join public.open_mentors o on o.person = t.mentor
      where t.desks && mine and t.standing and t.status = 'agreed' and t.starts_at > now() - interval '1 hour'
        and (select auth.uid()) not in (t.mentee, t.mentor))),
    'matches', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'mentee', c.card,
        'mentor', o.card, 'since', t.created_at, 'ends_on', t.ends_on, 'own', (select auth.uid()) in (t.mentee, t.mentor))
        order by t.created_at)
      from public.matches t left join public.mentee_cards c on c.person = t.mentee
        left join public.open_mentors o on o.person = t.mentor
      where t.desks && mine and (t.status = 'awaiting' or (t.status = 'active' and t.ends_on < current_date)))),
    'waiting', private.waiting_at(mine),
    'preparing', private.preparing_at(mine),
    'calls', private.first_calls_at(mine),
    'mails', private.first_fifty((select jsonb_agg(jsonb_build_object('id', g.id, 'person', g.person,
        'name', coalesce(p.shown_name, g.name), 'phone', x.phone, 'kind', g.kind, 'since', g.given_up_at,
        'referral', g.referral, 'partner', t.name, 'draft', g.draft) order by g.given_up_at)
      from private.mails_given_up() g left join public.people p on p.id = g.person
        left join public.people_private x on x.person = p.id
        left join public.referrals r on r.id = g.referral left join public.partners t on t.id = r.partner)),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
      where d.person = private.me() and split_part(d.form, '/', 1) in ('propose', 'write')), '{}'));
end $$;
grant execute on function public.desk to authenticated;

create function private.first_fifty(list jsonb) returns jsonb
  language sql immutable set search_path = '' as $$
  select jsonb_build_object('count', coalesce(jsonb_array_length(list), 0),
    'items', coalesce(jsonb_path_query_array(list, '$[0 to 49]'), '[]'))
$$;
grant execute on function private.first_fifty to authenticated;
