-- What the clock does: nudges, expiries, deadlines. Run every minute with the time; running twice does nothing twice.
-- The clock never waits for a person's transaction: what is busy now is done a minute later.

create function private.nudge_requests(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    select r.id from public.requests r join public.programmes p on p.key = r.programme
    where r.status = 'open' and r.nudged_at is null
      and r.expires_at - make_interval(days => p.expiry_days - p.nudge_days) <= as_of
    for update of r skip locked
  ), nudged as (
    update public.requests r set nudged_at = as_of from due where r.id = due.id returning r.*
  ), mailed as (
    select private.queue_mail('request-nudge:' || id || ':' || expires_at, 'request-nudge', mentor,
      jsonb_build_object('name', private.name_of(mentee), 'until', expires_at)) from nudged
  )
  select count(*) from mailed
$$;

-- Silence ends; the mentee hears it with the next best mentor's name. A full mentor's open requests end the same way.
create function private.expire_requests(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  due uuid;
  r public.requests;
  ended bigint := 0;
begin
  for due in
    select q.id from public.requests q join public.mentors m on m.person = q.mentor
    where q.status in ('proposed', 'open', 'asked') and (q.expires_at <= as_of or m.taken >= m.capacity)
    order by q.id
  loop
    select * into r from public.requests q where q.id = due;
    perform from public.mentees m where m.person = r.mentee for no key update skip locked;
    continue when not found;
    perform from public.mentors m where m.person = r.mentor for no key update skip locked;
    continue when not found;
    select * into r from public.requests q
    where q.id = due and q.status in ('proposed', 'open', 'asked') for update skip locked;
    -- Since it was looked for it may have been given more days, or a place may have come free.
    continue when not found or r.expires_at > as_of
      and not exists (select from public.mentors m where m.person = r.mentor and m.taken >= m.capacity);
    if r.expires_at <= as_of then
      perform private.move_request(r, 'expire_request', 'expired', as_of);
    else
      perform private.move_request(r, 'close_request', 'closed', as_of);
    end if;
    ended := ended + 1;
    -- A proposal she did not take up ends quietly: nobody else knew of it.
    continue when r.status = 'proposed';
    perform private.queue_mail('request-over:' || r.id,
      case when r.expires_at <= as_of then case when r.status = 'asked' then 'request-expired-unanswered'
        else 'request-expired' end else 'request-mentor-full' end, r.mentee,
      jsonb_build_object('name', private.name_of(r.mentor), 'next', private.next_best(r.mentee)));
  end loop;
  return ended;
end $$;

-- Whom to suggest after silence or a no: the name of the best mentor not asked before, of the ten best who can be asked now;
-- empty where there is none, or where mentees do not ask by themselves.
create function private.next_best(mentee_is uuid) returns text
  language sql stable set search_path = '' as $$
  select coalesce((
    select private.name_of(best.mentor)
    from private.seeker(mentee_is) s
      cross join lateral unnest(private.fit(s, row(null, null, null, null, null, null,
        array(select r.mentor from public.requests r where r.mentee = mentee_is)
          || array(select k.person from public.marks k where k.other = mentee_is and k.mark = 'blocked')
          || array(select k.other from public.marks k where k.person = mentee_is and k.mark <> 'favourite'),
        null, null, null, null)::private.sieve, null, 10)) with ordinality as best
    where s.person is not null and exists (select from public.mentees m join public.programmes p on p.key = m.programme
        where m.person = mentee_is and 'self' = any (p.modes))
      and not private.is_asked_enough(best.mentor)
    order by best.ordinality limit 1), '')
$$;

-- Cards of mentors whose requests have changed lately, made anew where a verb did not wait for them.
create function private.refresh_cards(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  select count(private.refresh_open_mentor_if_free(t.mentor)) from (
    select distinct r.mentor from public.requests r
    where greatest(r.sent_at, r.answered_at, r.ended_at) > as_of - interval '10 minutes') t
$$;

-- When an application that waits for its applicant is over: sixty days after a question or times for a talk, but not before
-- two weeks after the talk she has chosen or the last time she may choose; six months after something else was to come first.
-- Null where it waits for the desk.
create function private.closes_at(a public.applications) returns timestamptz
  language sql stable set search_path = '' as $$
  select case when a.status = 'preparing' then a.moved_at + interval '6 months'
    when a.status = 'asked' or a.status = 'interview' and a.interview_at is null then greatest(a.moved_at + interval '60 days',
      coalesce(a.interview_at, (select max(t) from unnest(a.times) as t)) + interval '14 days') end
$$;

-- When we write to her next: every fourteen days, that she is not forgotten while it is the desk that she waits for, and that
-- we look forward to hear from her while it waits for her.
create function private.tells_at(a public.applications) returns timestamptz
  language sql stable set search_path = '' as $$
  select t.at from (select greatest(a.told_at, a.moved_at) + interval '14 days' as at) t
  where a.status in ('sent', 'waiting') or t.at < private.closes_at(a)
$$;
grant execute on function private.closes_at, private.tells_at to authenticated;

create function private.tell_in_line(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    select a.id from public.applications a
    where a.in_line and private.tells_at(a) <= as_of
    for update skip locked
  ), told as (
    update public.applications a set told_at = as_of from due where a.id = due.id returning a.*
  ), mailed as (
    select private.queue_mail('application-in-line:' || id || ':' || told_at, 'application-in-line', person)
    from told where status in ('sent', 'waiting')
    union all
    select private.queue_mail('application-in-line:' || t.id || ':' || t.told_at,
      case t.status when 'preparing' then 'application-preparing' else 'application-unanswered' end, t.person,
      jsonb_build_object('day', private.closes_at(t)::date))
    from told as t where t.status not in ('sent', 'waiting')
  )
  select count(*) from mailed
$$;

-- Silence ends an application, as it ends a request: kindly, and she may begin anew.
create function private.expire_applications(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  a public.applications;
  ended bigint := 0;
begin
  for a in select * from public.applications x where x.in_line and x.status in ('asked', 'interview', 'preparing')
      and x.moved_at < as_of - interval '60 days' and private.closes_at(x) <= as_of
    order by x.id for update skip locked
  loop
    update public.applications x set status = 'expired', asked_from = null, decided_at = as_of, moved_at = as_of, touched_at = as_of
    where x.id = a.id;
    perform private.note_application(a, 'expire_application');
    perform private.queue_mail('application-expired:' || a.id, 'application-expired', a.person);
    ended := ended + 1;
  end loop;
  return ended;
end $$;

-- Coordinators hear once of each application that was promised an answer and has none when its day is over: one mail a
-- coordinator a day, with how many, and nobody's name. From seven in the morning, when somebody can do something about it.
create function private.tell_of_late(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with late as (
    select a.id from public.applications a
    where a.in_line and a.due_on < as_of::date and a.promised_on is not null and a.late_told_at is null
      and as_of::time >= '07:00'
    for update skip locked
  ), told as (
    update public.applications a set late_told_at = as_of from late where a.id = late.id returning a.*
  ), desks as (
    select c.person, count(distinct t.id) as late from told t join public.coordinators c
      on c.programme || coalesce('/' || c.region, '') = any (t.desks) and c.person <> t.person
    group by c.person
  ), mailed as (
    select private.queue_mail('applications-late:' || person || ':' || as_of::date, 'applications-late', person,
      jsonb_build_object('count', late)) from desks
  )
  select count(*) from mailed
$$;
