-- A mentor's place in a programme: one programme at a time; what was before stands in matches and events.

-- Whose application is accepted has a place (51_deciding.sql) and gets ready (56_onboarding.sql); only who is `approved` is
-- seen, asks and is asked.
create type public.standing as enum ('preparing', 'approved', 'left');

create table public.mentors (
  person uuid primary key references public.people on delete cascade,
  programme text not null references public.programmes on delete restrict,
  standing public.standing not null,
  field text not null references public.fields on delete restrict,
  specialism text,
  languages jsonb not null,
  offers text[] not null,
  interests text[] not null default '{}',
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
  constraint mentor_about_length check (char_length(about) between 20 and 1200 and private.is_visible(about)),
  constraint mentor_offers_are_known check (offers <@ private.topics() and cardinality(offers) between 1 and 11),
  constraint mentor_interests_are_known check (interests <@ private.interests() and cardinality(interests) between 0 and 5),
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

-- Does the programme work where somebody who lives here would meet? Null where only a human can say.
create function private.works_in(rules public.programmes, place text, region text, formats text[]) returns boolean
  language sql immutable set search_path = '' as $$
  select private.works_at(rules.areas, rules.regions, place, region) or (rules.online_anywhere and 'online' = any (formats))
$$;

-- A profile that names a field or a place must name one that exists, and a place the programme works in. Who was let in
-- although she lives elsewhere, or whose place has left the programme's file, keeps the region she has: `home` is the place
-- where she meets in the formats `met`.
create function private.check_profile(
  programme text, field text, languages jsonb, place text, formats text[], home text, met text[]
) returns void
  language plpgsql stable set search_path = '' as $$
declare
  rules public.programmes;
  region text := private.region_of(place);
  home_region text := private.region_of(home);
begin
  select * into rules from public.programmes p where p.key = programme;
  -- A region of which only some municipalities count is hers only where a human has let her in with it.
  if not coalesce(private.works_in(rules, place, region, formats), place = home)
    and (region <> home_region or private.works_in(rules, home, home_region, met) is not false) then
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

-- Interests are kept only where they count in the fit; a page that does not ask for them leaves them as they are.
create function private.interests_kept(programme text, said text[], before text[]) returns text[]
  language sql stable set search_path = '' as $$
  select case when p.asks_interests then coalesce(said, before) else '{}' end from public.programmes p where p.key = programme
$$;

-- Change what my place as a mentor says, the whole form; the place itself comes of an application. Answers where it stands.
create function public.save_mentor_profile(
  shown_name text, field text, specialism text, languages jsonb, offers text[],
  formats text[], place text, hours integer, capacity integer, migrated boolean, about text,
  interests text[] default null
) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mine public.mentors;
begin
  perform private.hold_pair(me, me);
  select * into mine from public.mentors m where m.person = me and m.standing <> 'left';
  if not found then
    perform private.refuse('not_a_mentor');
  end if;
  perform private.check_profile(mine.programme, field, languages, place, formats, mine.place, mine.formats);
  if capacity > (select p.capacity_max from public.programmes p where p.key = mine.programme) then
    perform private.refuse('capacity_over_programme');
  elsif mine.taken > capacity then
    perform private.refuse('capacity_in_use');
  end if;
  perform private.save_person(shown_name);
  update public.mentors m set field = save_mentor_profile.field,
    specialism = nullif(btrim(save_mentor_profile.specialism), ''), languages = save_mentor_profile.languages,
    offers = save_mentor_profile.offers, formats = save_mentor_profile.formats, place = save_mentor_profile.place,
    region = private.region_of(save_mentor_profile.place), hours = save_mentor_profile.hours,
    capacity = save_mentor_profile.capacity, migrated = save_mentor_profile.migrated,
    interests = private.interests_kept(m.programme, save_mentor_profile.interests, m.interests),
    about = btrim(save_mentor_profile.about), saved_at = now()
  where m.person = me returning * into mine;
  delete from public.drafts d where d.person = me and d.form = 'mentor';
  perform private.note('save_mentor_profile', 'mentor', me, null, me, mine.desks);
  return mine.standing;
end $$;
grant execute on function public.save_mentor_profile to authenticated;

-- Stop being asked for a while, from one date until another (or until I say so).
create function public.pause(starts_on date, ends_on date) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if starts_on is null then
    perform private.refuse('something_missing');
  -- No calendar shows a day that is for ever.
  elsif greatest(starts_on, ends_on) > current_date + 3650 or starts_on < current_date - 3650 then
    perform private.refuse('input_unsound');
  elsif ends_on < starts_on or ends_on < current_date then
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
