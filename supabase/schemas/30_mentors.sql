-- A mentor's place in a programme: one programme at a time; what was before stands in matches and events.

-- Who is `preparing` has been let in and gets ready (56_onboarding.sql); only who is `approved` is seen, asks and is asked.
create type public.standing as enum ('waiting', 'preparing', 'approved', 'left');

create table public.mentors (
  person uuid primary key references public.people on delete cascade,
  programme text not null references public.programmes on delete restrict,
  standing public.standing not null default 'waiting',
  field text not null references public.fields on delete restrict,
  specialism text,
  languages jsonb not null,
  offers text[] not null,
  formats text[] not null,
  place text not null references public.places on delete restrict,
  region text not null references public.places on delete restrict,
  hours smallint not null,
  capacity smallint not null,
  -- Places held by standing trials and living matches; the check below is the last word on overbooking.
  taken smallint not null default 0,
  migrated boolean,
  about text not null,
  paused_from date,
  paused_until date,
  saved_at timestamptz not null default now(),
  approved_at timestamptz,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint mentor_languages_are_sound check (private.languages_are_sound(languages)),
  constraint mentor_specialism_length check (char_length(specialism) between 2 and 80),
  constraint mentor_about_length check (char_length(about) between 20 and 1200),
  constraint mentor_offers_are_known check (offers <@ private.topics() and cardinality(offers) between 1 and 11),
  constraint mentor_formats_are_known check (formats <@ private.formats() and cardinality(formats) between 1 and 2),
  constraint mentor_hours_range check (hours between 1 and 40),
  constraint mentor_capacity_range check (capacity between 1 and 10),
  constraint no_place_twice check (taken between 0 and capacity),
  constraint mentor_pause_ends_after_it_starts check (paused_until >= paused_from)
);
create index mentors_programme on public.mentors (programme);
create index mentors_field on public.mentors (field);
create index mentors_place on public.mentors (place);
create index mentors_region on public.mentors (region);
create index mentors_desks on public.mentors using gin (desks);

alter table public.mentors enable row level security;
grant select on public.mentors to authenticated;
create policy "a mentor sees her own place, a coordinator those at her desks" on public.mentors
  for select to authenticated
  using (person = (select auth.uid()) or desks && (select private.my_desks()));

-- The region of a place: its own key, or its parent's. Unknown places are refused.
create function private.region_of(place text) returns text
  language plpgsql stable set search_path = '' as $$
declare
  region text;
begin
  select coalesce(p.region, p.key) into region from public.places p where p.key = place;
  if not found then
    perform private.refuse('place_unknown');
  end if;
  return region;
end $$;

-- A profile that names a programme, a field or a place must name one that exists, and a place the programme works in.
create function private.check_profile(programme text, field text, languages jsonb, place text, formats text[])
  returns void
  language plpgsql stable set search_path = '' as $$
declare
  rules public.programmes;
begin
  select * into rules from public.programmes p where p.key = programme;
  if not found then
    perform private.refuse('programme_unknown');
  elsif private.region_of(place) <> all (rules.regions) and not (rules.online_anywhere and 'online' = any (formats)) then
    perform private.refuse('place_outside_programme');
  elsif not exists (select from public.fields f where f.code = field) then
    perform private.refuse('field_unknown');
  elsif private.languages_are_sound(languages) is not true then
    perform private.refuse('languages_unsound');
  end if;
end $$;

-- A mentor changes programme only while nothing is going on where she is.
create function private.mentor_may_move(person_is uuid, programme_is text) returns void
  language plpgsql stable set search_path = '' as $$
begin
  if exists (select from public.mentors m where m.person = person_is and m.programme <> programme_is
      and (m.taken > 0
        or exists (select from public.requests r where r.mentor = person_is and r.status in ('open', 'asked')))) then
    perform private.refuse('programme_in_use');
  end if;
end $$;

-- What can happen to it

-- Save my place as a mentor, the whole form. Answers where it stands: a coordinator approves first.
create function public.save_mentor_profile(
  shown_name text, locale text, programme text, field text, specialism text, languages jsonb, offers text[],
  formats text[], place text, hours integer, capacity integer, migrated boolean, about text
) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  now_is public.standing;
begin
  perform private.hold_pair(me, me);
  perform private.check_profile(programme, field, languages, place, formats);
  if capacity > (select p.capacity_max from public.programmes p where p.key = programme) then
    perform private.refuse('capacity_over_programme');
  end if;
  perform private.mentor_may_move(me, programme);
  if exists (select from public.mentors m where m.person = me and m.taken > save_mentor_profile.capacity) then
    perform private.refuse('capacity_in_use');
  end if;
  perform private.save_person(shown_name, locale);
  insert into public.mentors as m (person, programme, field, specialism, languages, offers, formats, place, region,
    hours, capacity, migrated, about)
  values (me, programme, field, nullif(btrim(specialism), ''), languages, offers, formats, place,
    private.region_of(place), hours, capacity, migrated, btrim(about))
  on conflict (person) do update set
    -- Another programme means another coordinator: she approves anew.
    standing = case when m.programme = excluded.programme and m.standing <> 'left' then m.standing else 'waiting' end,
    programme = excluded.programme, field = excluded.field, specialism = excluded.specialism,
    languages = excluded.languages, offers = excluded.offers, formats = excluded.formats, place = excluded.place,
    region = excluded.region, hours = excluded.hours, capacity = excluded.capacity, migrated = excluded.migrated,
    about = excluded.about, saved_at = now()
  returning m.standing into now_is;
  delete from public.preparations p where p.person = me and p.part = 'mentor' and p.programme <> save_mentor_profile.programme;
  delete from public.drafts d where d.person = me and d.form = 'mentor';
  perform private.note('save_mentor_profile', 'mentor', me, null, me, private.desks(programme, private.region_of(place)));
  return now_is;
end $$;
grant execute on function public.save_mentor_profile to authenticated;

-- Stop being asked for a while, from one date until another (or until I say so).
create function public.pause(starts_on date, ends_on date) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if ends_on < starts_on or ends_on < current_date then
    perform private.refuse('pause_ends_before_it_starts');
  end if;
  update public.mentors set paused_from = starts_on, paused_until = ends_on where person = private.me();
  if not found then
    perform private.refuse('not_a_mentor');
  end if;
  perform private.note('pause', 'mentor', private.me(), null, private.me());
end $$;
grant execute on function public.pause to authenticated;

-- Be asked again from now on.
create function public.resume() returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update public.mentors set paused_from = null, paused_until = null where person = private.me();
  if not found then
    perform private.refuse('not_a_mentor');
  end if;
  perform private.note('resume', 'mentor', private.me(), null, private.me());
end $$;
grant execute on function public.resume to authenticated;

-- Let a mentor into the programme; she gets ready before anybody sees her. Nobody approves herself.
create function public.approve_mentor(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  m public.mentors;
begin
  update public.mentors set standing = 'preparing'
  where person = mentor and standing = 'waiting' and person <> private.me() and desks && private.my_desks()
  returning * into m;
  if not found then
    perform private.refuse('mentor_unknown');
  end if;
  perform private.begin_preparation(mentor, 'mentor', m.programme);
  perform private.note('approve_mentor', 'mentor', mentor, null, mentor, m.desks);
  perform private.queue_mail('mentor-approved:' || mentor || ':' || m.programme, 'mentor-approved', mentor);
end $$;
grant execute on function public.approve_mentor to authenticated;
