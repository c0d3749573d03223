-- A mentee's place in a programme: what she wants help with, and with whom she can talk, where and how.

create table public.mentees (
  person uuid primary key references public.people on delete cascade,
  programme text not null references public.programmes on delete restrict,
  standing public.standing not null,
  field text not null references public.fields on delete restrict,
  specialism text,
  languages jsonb not null,
  goals text[] not null,
  interests text[] not null default '{}',
  formats text[] not null,
  place text not null references public.places on delete restrict,
  region text not null references public.places on delete restrict,
  hours smallint not null,
  prefers text not null default 'any',
  prefers_gender text not null default 'any',
  prefers_tongue text not null default 'any',
  about text not null,
  saved_at timestamptz not null default now(),
  approved_at timestamptz,
  -- Open requests right now; a trigger counts, the programme's limit decides (40_requests.sql).
  asking smallint not null default 0,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  -- The same facts as numbers, for the fit.
  goal_bits integer not null generated always as (private.bits(goals, private.topics())) stored,
  interest_bits integer not null generated always as (private.bits(interests, private.interests())) stored,
  format_bits integer not null generated always as (private.bits(formats, private.formats())) stored,
  slots integer[] not null generated always as (private.language_slots(languages)) stored,
  spoken bigint[] not null generated always as (array[private.spoken_from(languages, 1),
    private.spoken_from(languages, 2), private.spoken_from(languages, 3), private.spoken_from(languages, 4),
    private.spoken_from(languages, 5), private.spoken_from(languages, 6), private.spoken_from(languages, 7)]) stored,
  constraint mentee_languages_are_sound check (private.languages_are_sound(languages)),
  constraint mentee_specialism_length check (char_length(specialism) between 2 and 80),
  constraint mentee_about_length check (char_length(about) between 20 and 1200 and private.is_visible(about)),
  constraint mentee_goals_are_known check (goals <@ private.topics() and cardinality(goals) between 1 and 5),
  constraint mentee_interests_are_known check (interests <@ private.interests() and cardinality(interests) between 0 and 5),
  constraint mentee_formats_are_known check (formats <@ private.formats() and cardinality(formats) between 1 and 2),
  constraint mentee_hours_range check (hours between 1 and 40),
  constraint mentee_prefers_is_known check (prefers in ('any', 'migrated', 'local')),
  constraint mentee_prefers_gender_is_known check (prefers_gender in ('any', 'woman', 'man')),
  constraint mentee_prefers_tongue_is_known check (prefers_tongue in ('any', 'own')),
  constraint mentee_asking_range check (asking between 0 and 10)
);
create index mentees_programme on public.mentees (programme);
create index mentees_field on public.mentees (field);
create index mentees_place on public.mentees (place);
create index mentees_region on public.mentees (region);
create index mentees_desks on public.mentees using gin (desks);

alter table public.mentees enable row level security;
grant select on public.mentees to authenticated;
create policy "a mentee sees her own place, a coordinator those at her desks" on public.mentees
  for select to authenticated
  using (person = (select auth.uid()) or desks && (select private.my_desks()));

-- A mentee changes programme only while nothing is going on where she is.
create function private.mentee_may_move(person_is uuid, programme_is text) returns void
  language plpgsql stable set search_path = '' as $$
begin
  if exists (select from public.mentees m where m.person = person_is and m.programme <> programme_is
      and (m.asking > 0 or exists (select from public.trials t where t.mentee = person_is and t.standing)
        or exists (select from public.matches t where t.mentee = person_is and t.living))) then
    perform private.refuse('programme_in_use');
  end if;
end $$;

-- What can happen to it

-- Change what my place as a mentee says, the whole form; the place itself comes of an application. Answers where it stands.
create function public.save_mentee_profile(
  shown_name text, field text, specialism text, languages jsonb, goals text[],
  formats text[], place text, hours integer, prefers text, prefers_gender text, about text,
  interests text[] default null, prefers_tongue text default null
) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mine public.mentees;
begin
  perform private.hold_pair(me, me);
  select * into mine from public.mentees m where m.person = me and m.standing <> 'left';
  if not found then
    perform private.refuse('not_a_mentee');
  end if;
  perform private.check_profile(mine.programme, field, languages, place, formats, mine.place, mine.formats);
  perform private.save_person(shown_name);
  update public.mentees m set field = save_mentee_profile.field,
    specialism = nullif(btrim(save_mentee_profile.specialism), ''), languages = save_mentee_profile.languages,
    goals = save_mentee_profile.goals, formats = save_mentee_profile.formats, place = save_mentee_profile.place,
    region = private.region_of(save_mentee_profile.place), hours = save_mentee_profile.hours,
    prefers = save_mentee_profile.prefers,
    -- Only where the programme asks may gender count; elsewhere the answer is not even kept.
    prefers_gender = case when (select p.asks_gender from public.programmes p where p.key = m.programme)
      then save_mentee_profile.prefers_gender else 'any' end,
    prefers_tongue = coalesce(save_mentee_profile.prefers_tongue, m.prefers_tongue),
    interests = private.interests_kept(m.programme, save_mentee_profile.interests, m.interests),
    about = btrim(save_mentee_profile.about), saved_at = now()
  where m.person = me returning * into mine;
  delete from public.drafts d where d.person = me and d.form = 'mentee';
  perform private.note('save_mentee_profile', 'mentee', me, me, null, mine.desks);
  return mine.standing;
end $$;
grant execute on function public.save_mentee_profile to authenticated;
