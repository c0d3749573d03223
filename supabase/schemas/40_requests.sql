-- A mentee asks a mentor. `proposed` is a coordinator's proposal that the mentee has not said yes to.

create type public.request_status as enum
  ('proposed', 'open', 'asked', 'accepted', 'declined', 'withdrawn', 'expired', 'closed');

create table public.requests (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete restrict,
  mentee uuid not null references public.mentees on delete cascade,
  mentor uuid not null references public.mentors on delete cascade,
  status public.request_status not null,
  -- The coordinator who proposed it; null where the mentee asked by herself.
  proposed_by uuid references public.people on delete set null,
  reason text,
  -- The fit when it was sent, with reasons: both read why, later rounds learn from it.
  score smallint,
  reasons jsonb not null default '[]',
  desks text[] not null,
  sent_at timestamptz not null default now(),
  nudged_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  expires_at timestamptz not null,
  constraint nobody_asks_herself check (mentee <> mentor),
  constraint reason_is_known check (reason in ('no-time', 'wrong-field', 'too-far', 'language', 'know-each-other', 'other'))
);
create index requests_programme on public.requests (programme);
create index requests_proposed_by on public.requests (proposed_by);
create index requests_mentee on public.requests (mentee, mentor, sent_at);
create index requests_mentor on public.requests (mentor, sent_at);
create index requests_desks on public.requests using gin (desks) where status in ('proposed', 'open', 'asked');
create index requests_expiring on public.requests (expires_at) where status in ('proposed', 'open', 'asked');
create index requests_touched on public.requests (greatest(sent_at, answered_at, ended_at));
-- The same mentor is never asked twice at once.
create unique index one_living_request_a_pair on public.requests (mentee, mentor)
  where status in ('proposed', 'open', 'asked');

-- What the two write to each other. No coordinator reads it.
create table public.letters (
  request uuid primary key references public.requests on delete cascade,
  message text,
  question text,
  reply text,
  constraint message_length check (char_length(message) between 20 and 1000),
  constraint question_length check (char_length(question) between 5 and 500),
  constraint reply_length check (char_length(reply) between 2 and 1000)
);

alter table public.requests enable row level security;
alter table public.letters enable row level security;
grant select on public.requests, public.letters to authenticated;
create policy "only the two read what they wrote" on public.letters
  for select to authenticated
  using (request in (select r.id from public.requests r where (select auth.uid()) = r.mentee
    or ((select auth.uid()) = r.mentor and r.status <> 'proposed')));
create policy "the two see their requests, a coordinator her desks'" on public.requests
  for select to authenticated
  using ((select auth.uid()) = mentee or ((select auth.uid()) = mentor and status <> 'proposed')
    or desks && (select private.my_desks()));

-- The count of open requests is kept here and nowhere else.
create function private.count_requests() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  was integer := case when tg_op = 'UPDATE' and old.status in ('open', 'asked') then 1 else 0 end;
  is_now integer := case when new.status in ('open', 'asked') then 1 else 0 end;
begin
  if was <> is_now then
    update public.mentees set asking = asking + is_now - was where person = new.mentee;
  end if;
  perform private.refresh_open_mentor_if_free(new.mentor);
  return null;
end $$;
create trigger count_requests after insert or update of status, answered_at on public.requests
  for each row execute function private.count_requests();

-- What can happen to it. Every verb locks in the same order: the mentee, her mentors by id, the request. All of her
-- mentors, because a yes of one closes her requests to the others.

create function private.hold_pair(mentee uuid, mentor uuid) returns void
  language plpgsql set search_path = '' as $$
begin
  perform from public.mentees m where m.person = mentee for no key update;
  perform from public.mentors m
  where m.person = mentor or m.person in (
    select q.mentor from public.requests q where q.mentee = hold_pair.mentee and q.status in ('proposed', 'open', 'asked'))
  order by m.person for no key update;
end $$;

-- The request, locked, if I am its `part` ('mentee' or 'mentor') and it stands in one of `states`.
create function private.hold_request(request uuid, part text, variadic states public.request_status[])
  returns public.requests
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  r public.requests;
begin
  select * into r from public.requests q
  where q.id = request and case part when 'mentee' then q.mentee = me else q.mentor = me and q.status <> 'proposed' end;
  if not found then
    perform private.refuse('request_unknown');
  end if;
  perform private.hold_pair(r.mentee, r.mentor);
  select * into r from public.requests q where q.id = request for update;
  if r.status <> all (states) then
    perform private.refuse('request_not_open');
  end if;
  return r;
end $$;

create function private.name_of(person uuid) returns text
  language sql stable set search_path = '' as $$
  select shown_name from public.people where id = person
$$;

-- One transition: state, time, event.
create function private.move_request(r public.requests, verb text, to_status public.request_status, as_of timestamptz)
  returns void
  language plpgsql set search_path = '' as $$
begin
  update public.requests set status = to_status,
    ended_at = case when to_status in ('declined', 'withdrawn', 'expired', 'closed', 'accepted') then as_of end
  where id = r.id;
  -- A proposal the mentee never said yes to stays unknown to the mentor.
  perform private.note(verb, 'request', r.id, r.mentee,
    case when r.status <> 'proposed' or to_status = 'open' then r.mentor end, r.desks);
end $$;

-- Refuses unless this mentee may open one more request to this mentor now. The pair is locked.
create function private.check_may_ask(mentee_is uuid, mentor_is uuid, living_id uuid default null) returns void
  language plpgsql set search_path = '' as $$
declare
  mentee_row public.mentees;
  mentor_row public.mentors;
  rules public.programmes;
begin
  select * into mentee_row from public.mentees where person = mentee_is;
  select * into mentor_row from public.mentors where person = mentor_is;
  select * into rules from public.programmes where key = mentee_row.programme;
  if mentee_row.standing is distinct from 'approved' then
    perform private.refuse('not_approved_yet');
  elsif mentee_is = mentor_is then
    perform private.refuse('not_oneself');
  elsif mentor_row.standing is distinct from 'approved' or mentor_row.programme <> mentee_row.programme
    or exists (select from public.marks k where k.person = mentor_is and k.other = mentee_is and k.mark = 'blocked')
    or current_date between mentor_row.paused_from and coalesce(mentor_row.paused_until, 'infinity') then
    perform private.refuse('mentor_unknown');
  elsif mentor_row.taken >= mentor_row.capacity then
    perform private.refuse('mentor_full');
  elsif exists (select from public.trials t where t.mentee = mentee_is and t.standing) then
    perform private.refuse('trial_stands');
  elsif exists (select from public.matches t where t.mentee = mentee_is and t.living) then
    perform private.refuse('match_stands');
  elsif exists (select from public.requests q where q.mentee = mentee_is and q.mentor = mentor_is
      and q.id is distinct from living_id and q.sent_at > now() - make_interval(days => rules.again_days)) then
    perform private.refuse('asked_recently');
  elsif mentee_row.asking >= rules.open_requests then
    perform private.refuse('too_many_open_requests');
  end if;
end $$;

-- Ask a mentor. Answers the request.
create function public.send_request(mentor uuid, message text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  rules public.programmes;
  fit record;
  request uuid;
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  perform private.hold_pair(me, mentor);
  perform private.check_may_ask(me, mentor);
  select p.* into rules from public.programmes p join public.mentees m on m.programme = p.key where m.person = me;
  if not 'self' = any (rules.modes) then
    perform private.refuse('coordinator_matches_here');
  end if;
  select * into fit from private.fit_of(me, mentor);
  -- The hard rules (language, place) hold here too, whatever the browser shows.
  if fit.score is null then
    perform private.refuse('mentor_unknown');
  end if;
  insert into public.requests (programme, mentee, mentor, status, score, reasons, desks, expires_at)
  select rules.key, me, send_request.mentor, 'open', fit.score, fit.reasons,
    private.desks(rules.key, mentee_row.region, mentor_row.region), now() + make_interval(days => rules.expiry_days)
  from public.mentees mentee_row, public.mentors mentor_row where mentee_row.person = me and mentor_row.person = send_request.mentor
  returning id into request;
  insert into public.letters (request, message) values (request, btrim(send_request.message));
  perform private.note('send_request', 'request', request, me, mentor,
    (select r.desks from public.requests r where r.id = request));
  perform private.queue_mail('request-sent:' || request, 'request-sent', mentor,
    jsonb_build_object('name', private.name_of(me), 'days', rules.expiry_days));
  delete from public.drafts d where d.person = me and d.form = 'request/' || mentor;
  return request;
end $$;
grant execute on function public.send_request to authenticated;

-- Take back a request that has no answer yet.
create function public.withdraw_request(request uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed', 'open', 'asked');
begin
  perform private.move_request(r, 'withdraw_request', 'withdrawn', now());
  if r.status <> 'proposed' then
    perform private.queue_mail('request-withdrawn:' || r.id, 'request-withdrawn', r.mentor,
      jsonb_build_object('name', private.name_of(r.mentee)));
  end if;
end $$;
grant execute on function public.withdraw_request to authenticated;
