-- A match: two people who have met and both said go on. `awaiting` waits for a coordinator where the programme says so.

create type public.match_status as enum ('awaiting', 'active', 'ended', 'stopped');

create table public.matches (
  id uuid primary key default gen_random_uuid(),
  trial uuid not null unique references public.trials on delete cascade,
  programme text not null references public.programmes on delete restrict,
  mentee uuid not null references public.mentees on delete cascade,
  mentor uuid not null references public.mentors on delete cascade,
  status public.match_status not null,
  living boolean not null generated always as (status in ('awaiting', 'active')) stored,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ends_on date,
  ended_at timestamptz,
  desks text[] not null,
  constraint active_means_started check (status <> 'active' or (started_at is not null and ends_on is not null))
);
create unique index one_living_match on public.matches (mentee) where living;
create index matches_programme on public.matches (programme);
create index matches_mentee on public.matches (mentee);
create index matches_mentor on public.matches (mentor);
create index matches_desks on public.matches using gin (desks) where living;

alter table public.matches enable row level security;
grant select on public.matches to authenticated;
create policy "the two see their match, a coordinator her desks'" on public.matches
  for select to authenticated
  using ((select auth.uid()) in (mentee, mentor) or desks && (select private.my_desks()));

-- Who ended it and why: hers and the coordinator's to read, not the other's.
create table public.endings (
  match uuid primary key references public.matches on delete cascade,
  -- Null is a coordinator whose account is gone.
  person uuid references public.people on delete set null,
  reason text not null,
  ended_at timestamptz not null default now(),
  constraint ending_reason_is_known check (reason in
    ('goal-reached', 'time-is-up', 'no-time', 'no-contact', 'not-working', 'moved', 'other'))
);
create index endings_person on public.endings (person);
alter table public.endings enable row level security;
grant select on public.endings to authenticated;
create policy "a person sees why she ended it, a coordinator her desks', but about herself" on public.endings
  for select to authenticated
  using (person = (select auth.uid())
    or match in (select m.id from public.matches m
      where m.desks && (select private.my_desks()) and (select auth.uid()) not in (m.mentee, m.mentor)));

create trigger hold_place after insert or delete or update of status on public.matches
  for each row execute function private.hold_place();

-- What can happen to it

create function private.start_match(m public.matches) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.matches s set status = 'active', started_at = now(),
    ends_on = (now() + make_interval(months => ceil(p.months)::integer))::date
  from public.programmes p where s.id = m.id and p.key = s.programme;
  perform private.note('start_match', 'match', m.id, m.mentee, m.mentor, m.desks);
  perform private.queue_mail('match-started:' || m.id || ':mentee', 'match-started', m.mentee,
    jsonb_build_object('name', private.name_of(m.mentor)));
  perform private.queue_mail('match-started:' || m.id || ':mentor', 'match-started', m.mentor,
    jsonb_build_object('name', private.name_of(m.mentee)));
end $$;

create function private.open_match(t public.trials) returns uuid
  language plpgsql set search_path = '' as $$
declare
  m public.matches;
begin
  insert into public.matches (trial, programme, mentee, mentor, status, desks)
  values (t.id, t.programme, t.mentee, t.mentor, 'awaiting', t.desks) returning * into m;
  if exists (select from public.programmes p where p.key = t.programme and p.approval = 'before-match') then
    perform private.note('open_match', 'match', m.id, m.mentee, m.mentor, m.desks);
  else
    perform private.start_match(m);
  end if;
  return m.id;
end $$;

create function private.hold_match(match uuid, part text, variadic states public.match_status[]) returns public.matches
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  m public.matches;
begin
  select * into m from public.matches s where s.id = match
    and case part when 'desk' then s.desks && private.my_desks() and me not in (s.mentee, s.mentor)
      else me in (s.mentee, s.mentor) end;
  if not found then
    perform private.refuse('match_unknown');
  end if;
  perform private.hold_pair(m.mentee, m.mentor);
  select * into m from public.matches s where s.id = match for update;
  -- Gone meanwhile, with an account: not there is not open.
  if not found or m.status <> all (states) then
    perform private.refuse('match_not_open');
  end if;
  return m;
end $$;

create function private.end_match_as(m public.matches, verb text, to_status public.match_status, why text) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.matches s set status = to_status, ended_at = now() where s.id = m.id;
  update public.trials t set mentee_contact = null, mentor_contact = null where t.id = m.trial;
  insert into public.endings (match, person, reason) values (m.id, private.me(), why);
  perform private.note(verb, 'match', m.id, m.mentee, m.mentor, m.desks);
  perform private.queue_mail('match-ended:' || m.id || ':mentee', 'match-ended', m.mentee,
    jsonb_build_object('name', private.name_of(m.mentor)));
  perform private.queue_mail('match-ended:' || m.id || ':mentor', 'match-ended', m.mentor,
    jsonb_build_object('name', private.name_of(m.mentee)));
end $$;

-- Either may end it, without consequence.
create function public.end_match(match uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.end_match_as(private.hold_match(match, 'pair', 'awaiting', 'active'), 'end_match', 'ended', reason);
end $$;
grant execute on function public.end_match to authenticated;

-- Let a match begin that waits for a coordinator.
create function public.approve_match(match uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.start_match(private.hold_match(match, 'desk', 'awaiting'));
end $$;
grant execute on function public.approve_match to authenticated;

-- Give the two three more months, when their time is over and they would like to go on.
create function public.extend_match(match uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  m public.matches := private.hold_match(match, 'desk', 'active');
begin
  update public.matches s set ends_on = (current_date + interval '3 months')::date
  where s.id = m.id and s.ends_on < current_date returning * into m;
  if not found then
    perform private.refuse('match_not_open');
  end if;
  perform private.note('extend_match', 'match', m.id, m.mentee, m.mentor, m.desks);
  perform private.queue_mail('match-extended:' || m.id || ':' || m.ends_on || ':mentee', 'match-extended', m.mentee,
    jsonb_build_object('name', private.name_of(m.mentor), 'day', m.ends_on));
  perform private.queue_mail('match-extended:' || m.id || ':' || m.ends_on || ':mentor', 'match-extended', m.mentor,
    jsonb_build_object('name', private.name_of(m.mentee), 'day', m.ends_on));
end $$;
grant execute on function public.extend_match to authenticated;

-- End a match as its coordinator.
create function public.stop_match(match uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.end_match_as(private.hold_match(match, 'desk', 'awaiting', 'active'), 'stop_match', 'stopped', reason);
end $$;
grant execute on function public.stop_match to authenticated;

-- What she saves is what those read to whom she shows it. Another choice holds for all of them; without one, an address or
-- a number is put right where it was shown, and nobody who was shown nothing is shown it now. Her places are locked.
create function private.show_contact_anew(person_is uuid, another_choice boolean) returns void
  language sql set search_path = '' as $$
  update public.trials t set
    mentee_contact = case when t.mentee = person_is then c.new_mentee else t.mentee_contact end,
    mentor_contact = case when t.mentor = person_is then c.new_mentor else t.mentor_contact end
  from (
    select s.id,
      case when another_choice then private.contact_of(person_is) when s.mentee_contact like '%@%' then u.email
        when s.mentee_contact is not null then x.phone end as new_mentee,
      case when another_choice then private.contact_of(person_is) when s.mentor_contact like '%@%' then u.email
        when s.mentor_contact is not null then x.phone end as new_mentor
    from public.trials s, public.people_private x join auth.users u on u.id = x.person
    where x.person = person_is and person_is in (s.mentee, s.mentor) and (s.status in ('planning', 'agreed', 'undecided')
      or exists (select from public.matches m where m.trial = s.id and m.living))) c
  where t.id = c.id
$$;
