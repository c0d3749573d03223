-- Getting ready: between the yes and the first request. A programme's file says which steps a mentee and a mentor take, in
-- order. Most she takes herself; a gate is ticked by a coordinator. With the last one the place is approved: she is seen,
-- asks and is asked, and the days of the programme's promise begin.

create table public.preparations (
  person uuid not null references public.people on delete cascade,
  part text not null,
  programme text not null references public.programmes on delete restrict,
  -- A mentor who does this for the first time: somebody calls her once after the first hour.
  first_time boolean not null default false,
  called_at timestamptz,
  -- She has said “not yet”: a coordinator talks with her.
  not_yet_at timestamptz,
  begun_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  ready_at timestamptz,
  primary key (person, part),
  constraint preparation_part_is_known check (part in ('mentee', 'mentor'))
);
create index preparations_programme on public.preparations (programme);

-- That it is done and on which day, and nothing more: no score, no document.
create table public.preparation_steps (
  person uuid not null,
  part text not null,
  step text not null,
  done_on date not null default current_date,
  -- The coordinator who ticked a gate; null is the person herself.
  ticked_by uuid references public.people on delete set null,
  primary key (person, part, step),
  foreign key (person, part) references public.preparations on delete cascade,
  constraint preparation_step_is_known check (step in
    ('course', 'boundaries', 'expectations', 'access', 'picture', 'preview', 'readiness', 'interview', 'certificate', 'code-of-conduct'))
);
create index preparation_steps_ticked_by on public.preparation_steps (ticked_by);

-- What each expects of the other, the same sentences for both, so that they can be read side by side.
create table public.expectations (
  person uuid not null references public.people on delete cascade,
  part text not null,
  chosen text[] not null,
  words text,
  said_at timestamptz not null default now(),
  primary key (person, part),
  constraint expectations_part_is_known check (part in ('mentee', 'mentor')),
  constraint expectations_chosen_are_known check (chosen <@ private.expected_things() and cardinality(chosen) between 1 and 4),
  constraint expectations_words_length check (char_length(words) between 2 and 500 and private.is_visible(words))
);

-- With whom I have come so far that each reads what the other expects: from the trial on, while it or its match stands.
create function private.beside_me(part text) returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select array_agg(case part when 'mentee' then t.mentee else t.mentor end) from public.trials t
    where case part when 'mentee' then t.mentor else t.mentee end = auth.uid()
      and (t.status in ('planning', 'agreed', 'undecided')
        or exists (select from public.matches m where m.trial = t.id and m.living)));
end $$;
grant execute on function private.beside_me to authenticated;

alter table public.preparations enable row level security;
alter table public.preparation_steps enable row level security;
alter table public.expectations enable row level security;
grant select on public.preparations, public.preparation_steps, public.expectations to authenticated;
create policy "a person sees how ready she is, a coordinator those at her desks" on public.preparations
  for select to authenticated using (person = (select auth.uid())
    or exists (select from public.mentees m where m.person = preparations.person
      and preparations.part = 'mentee' and m.desks && (select private.my_desks()))
    or exists (select from public.mentors m where m.person = preparations.person
      and preparations.part = 'mentor' and m.desks && (select private.my_desks())));
-- Asks for the preparation, and so only for what one may see of it.
create policy "steps are seen by who sees the preparation" on public.preparation_steps
  for select to authenticated using (exists (select from public.preparations p
    where p.person = preparation_steps.person and p.part = preparation_steps.part));
create policy "who expects something reads it, from the trial on the other too" on public.expectations
  for select to authenticated using (person = (select auth.uid())
    or (part = 'mentee' and person = any ((select private.beside_me('mentee'))::uuid[]))
    or (part = 'mentor' and person = any ((select private.beside_me('mentor'))::uuid[])));

-- The programme's steps for a part, and those of them that only a coordinator ticks.
create function private.steps_of(programme text, part text) returns text[]
  language sql stable set search_path = '' as $$
  select case part when 'mentee' then p.mentee_steps else p.mentor_steps end
  from public.programmes p where p.key = programme
$$;

create function private.gates() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['interview','certificate','code-of-conduct']
$$;

-- What is left of them, in their order.
create function private.steps_left(p public.preparations) returns text[]
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(step order by nr), '{}')
  from unnest(private.steps_of(p.programme, p.part)) with ordinality as t (step, nr)
  where not exists (select from public.preparation_steps d where d.person = p.person and d.part = p.part and d.step = t.step));
end $$;
grant execute on function private.steps_of, private.gates, private.steps_left to authenticated;

-- What can happen to it

-- A yes opens it, whatever was done before in another place. A talk that was held counts as the interview. Where a
-- programme asks for nothing, the place is approved at once. Her places are locked.
create function private.begin_preparation(person_is uuid, part_is text, programme_is text,
  mentored_before boolean default false, application_is uuid default null) returns void
  language plpgsql set search_path = '' as $$
begin
  delete from public.preparations p where p.person = person_is and p.part = part_is;
  insert into public.preparations (person, part, programme, first_time)
  values (person_is, part_is, programme_is, part_is = 'mentor' and mentored_before is not true
    and not exists (select from public.matches m where m.mentor = person_is));
  insert into public.preparation_steps (person, part, step, done_on, ticked_by)
  select person_is, part_is, 'interview', n.noted_at::date, n.written_by
  from public.application_notes n join public.applications a on a.id = n.application
  where n.application = application_is and private.is_of_a_talk(n, a)
    and 'interview' = any (private.steps_of(programme_is, part_is));
  perform private.approve_if_ready(person_is, part_is);
end $$;

-- Are they of a talk that was held? They answer something of the guide and leave nothing open that it must be about, and
-- were not written before the time that was booked. An impression alone can come from reading.
create function private.is_of_a_talk(n public.application_notes, a public.applications) returns boolean
  language sql stable set search_path = '' as $$
  select (n.clarity is not null or n.talked <> '{}' or exists (select from jsonb_each_text(n.parts) as p where p.value ~ '\S'))
    and private.talk_left(a) = '{}'
    and n.noted_at >= coalesce(a.interview_at, '-infinity')
$$;

-- The application whose yes opened it; none where somebody came another way, or where it has been forgotten.
create function private.application_of(p public.preparations) returns setof public.applications
  language sql stable rows 1 set search_path = '' as $$
  select a.* from public.applications a
  where a.person = p.person and a.part = p.part and a.programme = p.programme and a.status = 'accepted'
  order by a.decided_at desc limit 1
$$;
grant execute on function private.application_of to authenticated;

-- Approves the place if nothing is left. Answers whether it did.
create function private.approve_if_ready(person_is uuid, part_is text) returns boolean
  language plpgsql set search_path = '' as $$
declare
  p public.preparations;
begin
  select * into p from public.preparations x where x.person = person_is and x.part = part_is;
  if p.ready_at is not null or private.steps_left(p) <> '{}' then
    return false;
  end if;
  update public.preparations x set ready_at = now(), not_yet_at = null where x.person = person_is and x.part = part_is;
  if part_is = 'mentee' then
    update public.mentees m set standing = 'approved', approved_at = now() where m.person = person_is and m.standing = 'preparing';
  else
    update public.mentors m set standing = 'approved', approved_at = now() where m.person = person_is and m.standing = 'preparing';
  end if;
  return found;
end $$;

-- The same after a step, with a mail, because now others see her. Answers where her place stands.
create function private.ready_up(p public.preparations) returns public.standing
  language plpgsql set search_path = '' as $$
begin
  update public.preparations x set touched_at = now() where x.person = p.person and x.part = p.part;
  if private.approve_if_ready(p.person, p.part) then
    if p.part = 'mentee' then
      perform private.queue_mail('mentee-ready:' || p.person || ':' || p.begun_at, 'mentee-ready', p.person);
    else
      perform private.queue_mail('mentor-ready:' || p.person || ':' || p.begun_at, 'mentor-ready', p.person);
    end if;
  end if;
  return private.standing_of(p.person, p.part);
end $$;

create function private.standing_of(person_is uuid, part_is text) returns public.standing
  language sql stable set search_path = '' as $$
  select case part_is when 'mentee' then (select m.standing from public.mentees m where m.person = person_is)
    else (select m.standing from public.mentors m where m.person = person_is) end
$$;
grant execute on function private.standing_of to authenticated;

-- Where the place stands that came of an application; 'left' where she has moved on to another programme.
create function private.standing_in(a public.applications) returns public.standing
  language sql stable set search_path = '' as $$
  select coalesce(case a.part
    when 'mentee' then (select m.standing from public.mentees m where m.person = a.person and m.programme = a.programme)
    else (select m.standing from public.mentors m where m.person = a.person and m.programme = a.programme) end, 'left')
$$;
grant execute on function private.standing_in to authenticated;

-- An event of a preparation, which her desks see too.
create function private.note_preparation(p public.preparations, verb text, detail jsonb) returns void
  language sql set search_path = '' as $$
  select private.note(verb, p.part, p.person, case p.part when 'mentee' then p.person end,
    case p.part when 'mentor' then p.person end, case p.part
      when 'mentee' then (select m.desks from public.mentees m where m.person = p.person)
      else (select m.desks from public.mentors m where m.person = p.person) end, detail)
$$;
