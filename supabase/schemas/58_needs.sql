-- A need: an open call for a mentor, raised from mentees who wait. It tells coarse facts only, and only while so many
-- people could be meant that nobody can tell who. Whoever answers applies as a mentor, and the application is linked.

create table public.needs (
  id uuid primary key default gen_random_uuid(),
  -- What stands in the address of the public page.
  code text not null generated always as (left(id::text, 8)) stored,
  programme text not null references public.programmes on delete cascade,
  -- A sub-major group of ISCO-08: two digits.
  field text not null,
  language text,
  -- Null is anywhere in the programme's country.
  region text references public.places on delete restrict,
  -- About how many hours a month: up to 2, up to 4, more.
  hours smallint,
  format text,
  raised_by uuid references public.people on delete set null,
  raised_at timestamptz not null default now(),
  expires_on date not null default current_date + 60,
  closed_at timestamptz,
  reason text,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint need_code_once unique (code),
  constraint need_field_is_a_group check (field ~ '^\d{2}$'),
  constraint need_language_is_known check (language = any (private.spoken_languages())),
  constraint need_hours_are_known check (hours in (2, 4, 8)),
  constraint need_format_is_known check (format = any (private.formats())),
  constraint need_reason_is_known check (reason in ('found', 'changed', 'other', 'expired', 'filled')),
  constraint need_end_has_a_reason check ((closed_at is null) = (reason is null))
);
create index needs_programme on public.needs (programme);
create index needs_region on public.needs (region);
create index needs_raised_by on public.needs (raised_by);
create index needs_desks on public.needs using gin (desks);
create unique index need_open_already on public.needs (programme, field, language, region, hours, format)
  nulls not distinct where closed_at is null;

-- Which application answers which need.
create table public.need_answers (
  need uuid not null references public.needs on delete cascade,
  application uuid not null references public.applications on delete cascade,
  primary key (need, application)
);
create index need_answers_application on public.need_answers (application);

alter table public.needs enable row level security;
alter table public.need_answers enable row level security;
grant select on public.needs, public.need_answers to authenticated;
-- Visitors read needs through `open_needs` alone, which leaves out those that have become too few.
create policy "a coordinator sees needs of her desks and of her programme" on public.needs
  for select to authenticated using (desks && (select private.my_desks())
    or region is null and programme in (select c.programme from public.coordinators c where c.person = (select auth.uid())));
create policy "the applicant and her desks see what she answers" on public.need_answers
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and (a.person = (select auth.uid()) or a.desks && (select private.my_desks()))));

-- Does this mentee wait: let in, ready or getting ready, and with nobody yet?
create function private.waits(m public.mentees) returns boolean
  language sql stable set search_path = '' as $$
  select m.standing in ('preparing', 'approved')
    and not exists (select from public.trials t where t.mentee = m.person and t.standing)
    and not exists (select from public.matches t where t.mentee = m.person and t.living)
$$;
grant execute on function private.waits to authenticated;

-- Those of them who have not been let in, because nobody fits yet. Who has a place here is counted by it, and by it alone.
create index applications_unmatched on public.applications (programme)
  where part = 'mentee' and in_line and reason = 'no-match-yet' and line = 'waiting';
create function private.unmatched(programme_is text) returns setof public.applications
  language sql stable rows 50 set search_path = '' as $$
  select * from public.applications a
  where a.programme = programme_is and a.part = 'mentee' and a.in_line and a.reason = 'no-match-yet'
    and a.line = 'waiting'
    and not exists (select from public.mentees m
      where m.person = a.person and m.programme = a.programme and m.standing in ('preparing', 'approved'))
$$;
grant execute on function private.unmatched, private.spoken_from to authenticated;

-- The hours of a month, coarsely.
create function private.hours_band(hours integer) returns integer
  language sql immutable parallel safe set search_path = '' as $$
  select case when hours <= 2 then 2 when hours <= 4 then 4 else 8 end
$$;
grant execute on function private.hours_band to authenticated;

-- How many who wait could be meant by these facts, nobody twice; null leaves a fact out. A language counts from the
-- programme's level. Whoever was not asked how to meet meets as the programme does.
create function private.could_be_meant(
  programme_is text, field_is text, language_is text, region_is text, hours_is integer, format_is text
) returns bigint
  language sql stable set search_path = '' as $$
  with rules as (
    select array_position(private.levels(), coalesce(p.language_level, 'B1')) as level,
      p.rules #> '{course,formats}' as formats from public.programmes p where p.key = programme_is)
  select (select count(*) from public.mentees m, rules
      where m.programme = programme_is and left(m.field, 2) = field_is
        and (language_is is null
          or 1 = 1 & (m.spoken[rules.level] >> array_position(private.spoken_languages(), language_is) - 1))
        and (region_is is null or m.region = region_is)
        and (hours_is is null or private.hours_band(m.hours) = hours_is)
        and (format_is is null or format_is = any (m.formats))
        and private.waits(m))
    + (select count(*) from rules, private.unmatched(programme_is) as a
      where left(a.answers ->> 'field', 2) = field_is
        and (language_is is null or 1 = 1 & (private.spoken_from(private.spoken(a.answers -> 'languages'),
          rules.level) >> array_position(private.spoken_languages(), language_is) - 1))
        and (region_is is null or a.region = region_is)
        and (hours_is is null or private.hours_band((a.answers ->> 'hours')::integer) = hours_is)
        and (format_is is null or coalesce(nullif(a.answers -> 'formats', '[]'), rules.formats) ? format_is))
$$;
grant execute on function private.could_be_meant to authenticated;

-- The same for a need that has been raised.
create function private.is_covered(n public.needs) returns boolean
  language sql stable set search_path = '' as $$
  select private.could_be_meant(n.programme, n.field, n.language, n.region, n.hours, n.format)
    >= (select p.least_people from public.programmes p where p.key = n.programme)
$$;

-- What can happen to it

-- Raise a need out of coarse facts: a field of work as two digits and, as far as they help, a language, a region, hours a
-- month (2, 4 or 8) and 'online' or 'in-person'. Refused while fewer could be meant than the programme demands.
create function public.raise_need(programme text, field text, language text, region text, hours integer, format text)
  returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  rules public.programmes;
  n public.needs;
begin
  select * into rules from public.programmes p
  where p.key = programme and private.desks(p.key, variadic p.regions) && private.my_desks();
  if not found then
    perform private.refuse('not_a_coordinator');
  elsif not private.desks(programme, raise_need.region) && private.my_desks() then
    perform private.refuse('need_region_not_yours');
  elsif raise_need.region <> all (rules.regions) then
    perform private.refuse('place_outside_programme');
  elsif not exists (select from public.fields f where left(f.code, 2) = raise_need.field) then
    perform private.refuse('field_unknown');
  end if;
  insert into public.needs as x (programme, field, language, region, hours, format, raised_by)
  values (programme, field, language, region, hours, format, private.me()) returning * into n;
  if not private.is_covered(n) then
    perform private.refuse('need_too_narrow');
  end if;
  perform private.note('raise_need', 'need', n.id, null, null, n.desks);
  return n.id;
end $$;
grant execute on function public.raise_need to authenticated;

-- The need, locked, if it is of my desks and still open.
create function private.hold_need(need uuid) returns public.needs
  language plpgsql set search_path = '' as $$
declare
  n public.needs;
begin
  select * into n from public.needs x where x.id = need and x.desks && private.my_desks() for update;
  if not found then
    perform private.refuse('need_unknown');
  elsif n.closed_at is not null then
    perform private.refuse('need_closed');
  end if;
  return n;
end $$;

-- End a need: somebody was 'found', it has 'changed', or 'other'.
create function public.close_need(need uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.needs := private.hold_need(need);
begin
  if close_need.reason is null or close_need.reason not in ('found', 'changed', 'other') then
    perform private.refuse('choice_unknown');
  end if;
  update public.needs x set closed_at = now(), reason = close_need.reason where x.id = n.id;
  perform private.note('close_need', 'need', n.id, null, null, n.desks, jsonb_build_object('reason', close_need.reason));
end $$;
grant execute on function public.close_need to authenticated;

-- Let a need stand for sixty days from today.
create function public.prolong_need(need uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.needs := private.hold_need(need);
begin
  if not private.is_covered(n) then
    perform private.refuse('need_too_narrow');
  end if;
  update public.needs x set expires_on = current_date + 60 where x.id = n.id;
  perform private.note('prolong_need', 'need', n.id, null, null, n.desks);
end $$;
grant execute on function public.prolong_need to authenticated;
