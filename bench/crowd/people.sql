-- The crowd itself: mentors (numbers from 1), mentees (numbers from 10,000,001) and a year of requests between them.
-- Triggers and foreign keys are off meanwhile; what triggers keep is made at the end by the same functions.

create temp table crowd as
select nr, md5('crowd ' || nr)::uuid as person, nr <= current_setting('bench.mentors')::bigint as mentor,
  case when nr <= current_setting('bench.mentors')::bigint
    then pg_temp.one_of(d.keys, d.edges, pg_temp.chance(nr, 3)) else 'highly-skilled' end as programme
from programme_draw d, (
  select generate_series(1, current_setting('bench.mentors')::bigint) as nr
  union all
  select generate_series(10000001, 10000000 + current_setting('bench.mentees')::bigint)) n;
alter table crowd add column field text, add column place text, add column came boolean;
update crowd c set
  field = pg_temp.one_of(f.codes, f.edges, pg_temp.chance(c.nr, 4)),
  place = pg_temp.one_of(p.places, p.edges, pg_temp.chance(c.nr, 5)),
  came = not mentor or pg_temp.chance(c.nr, 6) < 0.3
from field_draw f, place_draw p
where f.programme = c.programme and p.programme = c.programme;

insert into auth.users (id, email)
select person, nr || '@crowd.example' from crowd order by nr;
insert into public.people (id, shown_name, locale)
select person, pg_temp.first_name(nr), case when came then 'en' else 'nb' end from crowd order by nr;
insert into public.people_private (person, gender)
select person, (array['woman','man','woman','man','non-binary','undisclosed'])[1 + floor(5.2 * pg_temp.chance(nr, 7))::integer]
from crowd order by nr;

insert into public.mentors (person, programme, standing, field, languages, offers, formats, place, region, hours,
  capacity, taken, migrated, about, paused_from, paused_until)
select c.person, c.programme, (case when pg_temp.chance(nr, 30) < 0.96 then 'approved' else 'preparing' end)::public.standing,
  c.field, pg_temp.tongues(c.programme, nr, came, false), pg_temp.some_topics(nr, 8, 0.45, 8),
  pg_temp.meeting(pg_temp.chance(nr, 9)), c.place, coalesce(l.region, l.key),
  (array[1,2,2,2,3,3,4,4,5,6,8])[1 + floor(11 * pg_temp.chance(nr, 10))::integer],
  k.capacity, least(k.capacity, floor((k.capacity + 0.6) * pg_temp.chance(nr, 31))),
  case when pg_temp.chance(nr, 32) < 0.9 then came end, pg_temp.self_told(nr),
  case when pg_temp.chance(nr, 33) < 0.06 then current_date - 10 end,
  case when pg_temp.chance(nr, 33) < 0.04 then current_date + 20 end
from crowd c join public.places l on l.key = c.place
  cross join lateral (select (array[1,1,1,2,2,3])[1 + floor(6 * pg_temp.chance(nr, 34))::integer] as capacity) k
where mentor order by nr;

insert into public.mentees (person, programme, standing, field, languages, goals, formats, place, region, hours,
  prefers, about)
select c.person, c.programme, 'approved', c.field, pg_temp.tongues(c.programme, nr, true, true),
  pg_temp.some_topics(nr, 8, 0.35, 5), pg_temp.meeting(pg_temp.chance(nr, 9)), c.place, coalesce(l.region, l.key),
  (array[2,2,3,3,4,4,6])[1 + floor(7 * pg_temp.chance(nr, 10))::integer],
  (array['any','any','migrated','local'])[1 + floor(4 * pg_temp.chance(nr, 35))::integer], pg_temp.self_told(nr)
from crowd c join public.places l on l.key = c.place
where not mentor order by nr;

-- Half of the mentors have been asked once to thrice this year; most answered within days, some never did.
insert into public.requests (programme, mentee, mentor, status, desks, sent_at, opened_at, answered_at, ended_at, expires_at)
select c.programme, md5('crowd ' || 10000001 + floor(current_setting('bench.mentees')::integer * pg_temp.chance(nr, 40 + time)))::uuid,
  c.person, s.status::public.request_status,
  array[c.programme],
  a.sent, a.sent, case when s.status <> 'expired' then a.sent + interval '8 days' * pg_temp.chance(nr, 60 + time) end,
  a.sent + interval '8 days', a.sent + interval '7 days'
from crowd c, generate_series(1, 3) as time
  cross join lateral (select case when pg_temp.chance(nr, 70 + time) >= 0.85 then 'expired'
    when pg_temp.chance(nr, 50 + time) < 0.5 then 'declined' else 'closed' end as status) s
  cross join lateral (select now() - interval '350 days' * pg_temp.chance(nr, 80 + time) - interval '9 days' as sent) a
where mentor and pg_temp.chance(nr, 41) < 0.5 and (time = 1 or pg_temp.chance(nr, 90 + time) < 0.5);

-- Every mentee has a favourite or two and has put somebody aside.
insert into public.marks (person, other, mark)
select distinct on (c.person, m.person) c.person, m.person, (array['favourite','hidden','favourite'])[time]
from crowd c, generate_series(1, 3) as time
  cross join lateral (select md5('crowd ' || 1 + floor(current_setting('bench.mentors')::integer
    * pg_temp.chance(nr, 95 + time)))::uuid as person) m
where not c.mentor;
