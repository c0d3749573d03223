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
  -- The fit when it was sent, with reasons: both read why, later rounds learn from it.
  score smallint,
  reasons jsonb not null default '[]',
  desks text[] not null,
  sent_at timestamptz not null default now(),
  -- When the mentor was asked. Null while a proposal has no yes of hers, and for good where it got none: the mentor was
  -- never asked, never reads of it, and is not counted as silent.
  opened_at timestamptz,
  nudged_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  expires_at timestamptz not null,
  constraint nobody_asks_herself check (mentee <> mentor),
  constraint opened_means_asked check (case status when 'proposed' then opened_at is null
    when 'open' then opened_at is not null when 'asked' then opened_at is not null
    when 'accepted' then opened_at is not null else true end)
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
  constraint message_length check (char_length(message) between 20 and 1000 and private.is_visible(message)),
  constraint question_length check (char_length(question) between 5 and 500 and private.is_visible(question)),
  constraint reply_length check (char_length(reply) between 2 and 1000 and private.is_visible(reply))
);

-- Why a mentor said no: hers and the coordinator's to read, never the mentee's, who hears only that it does not fit now.
create table public.declines (
  request uuid primary key references public.requests on delete cascade,
  person uuid not null references public.people on delete cascade,
  reason text,
  constraint no_has_a_reason check (reason is not null),
  constraint reason_is_known check (reason in ('no-time', 'wrong-field', 'too-far', 'language', 'know-each-other', 'other'))
);
create index declines_person on public.declines (person);

alter table public.requests enable row level security;
alter table public.letters enable row level security;
alter table public.declines enable row level security;
grant select on public.requests, public.letters, public.declines to authenticated;
create policy "only the two read what they wrote" on public.letters
  for select to authenticated
  using (request in (select r.id from public.requests r where (select auth.uid()) = r.mentee
    or ((select auth.uid()) = r.mentor and r.opened_at is not null)));
create policy "the two see their requests, a coordinator her desks'" on public.requests
  for select to authenticated
  using ((select auth.uid()) = mentee or ((select auth.uid()) = mentor and opened_at is not null)
    or desks && (select private.my_desks()));
create policy "a mentor sees why she said no, a coordinator those at her desks, but about herself" on public.declines
  for select to authenticated
  using (person = (select auth.uid())
    or request in (select r.id from public.requests r
      where r.desks && (select private.my_desks()) and r.mentee <> (select auth.uid())));

-- The count of open requests is kept here and nowhere else.
create function private.count_requests() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  was integer := case when tg_op <> 'INSERT' and old.status in ('open', 'asked') then 1 else 0 end;
  is_now integer := case when tg_op <> 'DELETE' and new.status in ('open', 'asked') then 1 else 0 end;
begin
  if was <> is_now then
    update public.mentees set asking = asking + is_now - was where person = coalesce(new.mentee, old.mentee);
  end if;
  perform private.refresh_open_mentor_if_free(coalesce(new.mentor, old.mentor));
  return null;
end $$;
create trigger count_requests after insert or delete or update of status, answered_at on public.requests
  for each row execute function private.count_requests();

-- Whether a mentor has as many requests to answer as her programme lets one have at once. What she has asked about counts, as it
-- comes back to her; a proposal does not before the mentee has said yes to it, as the mentor has not heard of it.
create function private.is_asked_enough(mentor_is uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select (select count(*) from public.requests r where r.mentor = m.person and r.status in ('open', 'asked')) >= p.pending_requests
  from public.mentors m join public.programmes p on p.key = m.programme where m.person = mentor_is
$$;
grant execute on function private.is_asked_enough to authenticated;

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
  where q.id = request and case part when 'mentee' then q.mentee = me else q.mentor = me and q.opened_at is not null end;
  if not found then
    perform private.refuse('request_unknown');
  end if;
  perform private.hold_pair(r.mentee, r.mentor);
  select * into r from public.requests q where q.id = request for update;
  -- Gone meanwhile, with an account: not there is not open.
  if not found or r.status <> all (states) then
    perform private.refuse('request_not_open');
  end if;
  return r;
end $$;

create function private.name_of(person uuid) returns text
  language sql stable set search_path = '' as $$
  select shown_name from public.people where id = person
$$;

-- One transition: state, times, event.
create function private.move_request(r public.requests, verb text, to_status public.request_status, as_of timestamptz)
  returns void
  language plpgsql set search_path = '' as $$
begin
  update public.requests set status = to_status,
    opened_at = case when to_status = 'open' then coalesce(opened_at, as_of) else opened_at end,
    ended_at = case when to_status in ('declined', 'withdrawn', 'expired', 'closed', 'accepted') then as_of end
  where id = r.id;
  -- A proposal the mentee never said yes to stays unknown to the mentor.
  perform private.note(verb, 'request', r.id, r.mentee,
    case when r.status <> 'proposed' or to_status = 'open' then r.mentor end, r.desks);
  -- What a coordinator had begun to write to her about a mentor is of before: a mentor says yes, or a proposal is over.
  if to_status = 'accepted' or (r.status = 'proposed' and to_status <> 'open') then
    delete from public.drafts d where d.form = 'propose/' || r.mentee;
  end if;
end $$;
