-- Applications on the screens of those who apply and of those who read them. Table: 43_applications.sql. These read with
-- the caller's own rights: row security decides what is in them.

-- How many wait for a mentor who were sent before this one, in its round or an earlier one: a yes to it passes them,
-- wherever it stands itself. For the applicant and her desks.
create function private.waiting_before(application_is uuid) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from public.applications a join public.applications x on x.in_line and x.programme = a.programme
    and x.part = a.part and x.line = 'waiting' and (x.sent_at, x.id) < (a.sent_at, a.id)
    and (x.round is not distinct from a.round or coalesce(x.round < a.round, a.round is not null))
  where a.id = application_is and a.in_line and (a.person = auth.uid() or a.desks && private.my_desks())
$$;
grant execute on function private.waiting_before to authenticated;

-- How many were sent before mine and still wait in the same line: to be read in the same round, or for a mentor in this
-- round or longer. Nothing else counts. Null where mine waits in none, as while she prepares.
create function private.ahead_of(application_is uuid) returns bigint
  language plpgsql stable security definer set search_path = '' as $$
declare
  a public.applications;
begin
  select * into a from public.applications x where x.id = application_is and x.in_line
    and x.line <> 'preparing' and (x.person = auth.uid() or x.desks && private.my_desks());
  if not found then
    return null;
  elsif private.is_waiting(a) then
    return private.waiting_before(a.id);
  end if;
  return (select count(*) from public.applications x
    where x.in_line and x.programme = a.programme and x.part = a.part
      and x.line = 'sent' and x.round is not distinct from a.round and (x.sent_at, x.id) < (a.sent_at, a.id));
end $$;
grant execute on function private.ahead_of to authenticated;

-- What applicant and desk have written each other, oldest first; `mine` is what the applicant wrote.
create function private.messages_of(application_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'text', m.message, 'at', m.at, 'mine', m.kind = 'answer')
    order by m.at, m.id), '[]')
  from public.application_messages m where m.application = application_is
$$;
grant execute on function private.messages_of to authenticated;

-- What both sides see of an application, in one object.
create function private.application_for(a public.applications) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'programme', a.programme, 'part', a.part, 'status', a.status, 'form', a.part,
    'form_version', a.form_version, 'sent_at', a.sent_at, 'due_on', a.promised_on, 'touched_at', a.touched_at,
    'ahead', private.ahead_of(a.id), 'waits', private.is_waiting(a), 'tells_at', private.tells_at(a),
    'closes_at', private.closes_at(a), 'prepared_at', a.prepared_at,
    'round', private.round_for(a), 'assisted', private.assisted_of(a.id),
    'consent', private.consent_of(a.id), 'answers', a.answers, 'revision', a.revision,
    'eligibility', case a.status when 'draft'
      then private.eligibility(a.programme, a.part, a.answers, current_date) else a.eligibility end,
    'elsewhere', private.ways_onward(a),
    'messages', private.messages_of(a.id), 'times', case when a.status = 'interview' then
      (select coalesce(jsonb_agg(t order by t), '[]') from unnest(a.times) as t where t > now()) else '[]' end,
    'interview_at', a.interview_at, 'minutes', a.minutes, 'how', a.how, 'place', a.meet_at,
    'fits_on', private.may_fit_on(a.eligibility, a.answers, current_date),
    'standing', case a.status when 'accepted' then private.standing_in(a) end,
    'decided_at', a.decided_at, 'reason', a.reason, 'letter', (select m.message from public.application_messages m
      where m.application = a.id and m.kind = 'letter' order by m.at desc, m.id desc limit 1))
$$;
grant execute on function private.application_for to authenticated;

-- Everything I have applied for, the newest first, what I have typed and not sent, when rounds open, and of which I want
-- to be told.
create function public.my_applications() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'applications', coalesce((select jsonb_agg(private.application_for(a) order by a.begun_at desc)
      from public.applications a where a.person = me), '[]'),
    'rounds', (select coalesce(jsonb_object_agg(p.key, private.round_told(r)), '{}')
      from public.programmes p cross join lateral private.round_of(p.key, current_date) r where r.opens_on is not null),
    'reminders', array(select m.programme from public.round_reminders m
      where m.person = me and m.fits_on is null order by 1),
    'fits', (select coalesce(jsonb_agg(jsonb_build_object('programme', m.programme, 'part', m.part, 'on', m.fits_on)
      order by m.fits_on, m.programme), '[]')
      from public.round_reminders m where m.person = me and m.fits_on is not null),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d where d.person = me), '{}'));
end $$;
grant execute on function public.my_applications to authenticated;

-- How many at my desks stand in each state, without reading the rows: row security would ask of fifty thousand what the
-- index knows.
create function private.application_counts(programme_is text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  with desks as materialized (
    select split_part(d, '/', 1) as programme, nullif(split_part(d, '/', 2), '') as region
    from private.my_desks() as mine cross join unnest(mine) as d
    -- A region of a programme that is mine as a whole counts once.
    where d not like '%/%' or split_part(d, '/', 1) <> all (mine)
  )
  select coalesce(jsonb_object_agg(c.status, c.count), '{}') from (
    select x.status, sum(x.count) as count
    from desks cross join lateral (
      select a.status, count(*) from public.applications a
      where a.programme = desks.programme and (desks.region is null or a.region = desks.region)
        and a.status <> 'draft' and a.person <> (select auth.uid())
        and (programme_is is null or a.programme = programme_is)
      group by a.status) x
    group by x.status) c
$$;
grant execute on function private.application_counts to authenticated;

-- An application as one line of a list at the desk.
create function private.queue_item(a public.applications) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'person', a.person, 'name', a.answers ->> 'shown_name', 'part', a.part, 'programme', a.programme,
    'status', a.status, 'sent_at', a.sent_at, 'due_on', a.promised_on,
    'unmet', jsonb_path_query_array(a.eligibility, '$.unmet[*].rule'), 'field', a.answers -> 'field',
    'place', a.answers -> 'place', 'since', a.moved_at, 'prepared_at', a.prepared_at, 'came_by', private.came_by(a.id), 'round', a.round)
$$;
grant execute on function private.queue_item to authenticated;

-- Applications at my desks, a page of them, those first whose promise ends first: of these states (null is all that wait
-- for somebody), of one programme or of all, and where `due_within` is given only those whose promise has ended or ends within
-- so many days. `after` is the `next` of the page before. With how many there are by state.
create function public.application_queue(status text[], programme text, after jsonb default null,
  page_size integer default null, due_within integer default null) returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.me();
  mine text[] := private.desk();
  last_day date := coalesce(current_date + due_within, 'infinity');
  -- A promise runs only for those who have no answer yet. Said as lists: with a test of `promised_on` in its place, a page of
  -- 30,000 took three times as long.
  states public.application_status[] := array(select s from unnest(coalesce(application_queue.status,
    array['sent', 'asked', 'interview', 'waiting', 'preparing'])::public.application_status[]) as s
    where due_within is null or s in ('sent', 'asked', 'interview'));
  standing public.application_status[] := case when due_within is null then '{sent,waiting,preparing}' else '{sent}' end;
  -- In line or over: each is read in the order of its own index.
  lines boolean[] := array(select distinct s in ('sent', 'asked', 'interview', 'waiting', 'preparing')
    from unnest(states) as s);
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  page jsonb;
begin
  select coalesce(jsonb_agg(private.queue_item(a) order by a.due_on, a.id), '[]') into page
  from (select b.* from unnest(lines) as waits cross join lateral (
      select * from public.applications x
      where x.in_line = waits and x.due_on <= last_day and x.line = any (standing) and x.person <> me
        and x.status = any (states) and (application_queue.programme is null or x.programme = application_queue.programme)
        and (x.due_on, x.id) > (coalesce((after ->> 'due_on')::date, '-infinity'),
          coalesce((after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'))
      order by x.due_on, x.id limit size + 1) b
    order by b.due_on, b.id limit size + 1) a;
  return jsonb_build_object('desks', mine,
    'counts', private.application_counts(application_queue.programme),
    'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
    'next', case when jsonb_array_length(page) > size then (select jsonb_build_object('due_on', x.due_on, 'id', x.id)
      from public.applications x where x.id = (page -> (size - 1) ->> 'id')::uuid) end);
end $$;
grant execute on function public.application_queue to authenticated;

-- All of an application that I may see as its coordinator, with the form it answers.
create function public.read_application(application uuid) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x
  where x.id = application and x.desks && private.my_desks() and x.person <> me;
  if not found then
    perform private.refuse('application_unknown');
  end if;
  return private.application_for(a) || private.concern_of(a.id) || jsonb_build_object('person', a.person,
    'came_by', private.came_by(a.id), 'passes', private.waiting_before(a.id),
    'name', a.answers ->> 'shown_name', 'locale', coalesce((select p.locale from public.people p where p.id = a.person),
      a.locale), 'phone', (select x.phone from public.people_private x where x.person = a.person),
    'times', a.times, 'definition', (select f.definition from public.forms f
      where f.key = a.part and f.version = a.form_version),
    'overrides', (select coalesce(jsonb_agg(jsonb_build_object('rule', o.rule, 'reason', o.reason, 'at', o.at)
      order by o.at), '[]') from public.application_overrides o where o.application = a.id),
    'notes', private.notes_of(a.id),
    'noted_at', (select n.noted_at from public.application_notes n where n.application = a.id));
end $$;
grant execute on function public.read_application to authenticated;
