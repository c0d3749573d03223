-- Programmes are data: one file in git each (`src/content/programmes`), synced here whole. Columns are read out of
-- the file by the database itself, so that a rule has one definition.

-- Where a programme works: of its regions the municipalities that are named, and each other region whole.
create function private.areas(rules jsonb) returns jsonb
  language sql immutable parallel safe set search_path = '' as $$
  select coalesce(jsonb_agg(p.key order by r.nr, p.nr), '[]')
  from jsonb_array_elements_text(rules -> 'regions') with ordinality as r (region, nr),
    jsonb_array_elements_text(coalesce(rules -> 'municipalities' -> r.region, jsonb_build_array(r.region)))
      with ordinality as p (key, nr)
$$;

-- Does it work at this place, which lies in `region` or is one? Null for a region of which only some municipalities
-- count: a human asks. The verdicts (14_eligibility.sql) say the same by themselves, for speed.
create function private.works_at(areas text[], regions text[], place text, region text) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select array[place, region] && areas or place = any (regions) and null
$$;

create table public.programmes (
  key text primary key,
  rules jsonb not null,
  regions text[] not null generated always as (private.texts(rules -> 'regions')) stored,
  areas text[] not null generated always as (private.texts(private.areas(rules))) stored,
  online_anywhere boolean not null generated always as ((rules ->> 'online_anywhere')::boolean) stored,
  modes text[] not null generated always as (private.texts(rules #> '{matching,modes}')) stored,
  approval text not null generated always as (rules #>> '{matching,approval}') stored,
  coordinator_at_first_meeting boolean not null
    generated always as ((rules #>> '{matching,coordinator_at_first_meeting}')::boolean) stored,
  asks_gender boolean not null generated always as ((rules #>> '{matching,ask_gender_preference}')::boolean) stored,
  language_level text generated always as (rules #>> '{language,level}') stored,
  language_any text[] not null generated always as (private.texts(rules #> '{language,any_of}')) stored,
  -- Field, goals, language, place, time, preference, answers, load, interests.
  weights integer[] not null generated always as (array[
    (rules #>> '{weights,field}')::integer, (rules #>> '{weights,goals}')::integer,
    (rules #>> '{weights,language}')::integer, (rules #>> '{weights,place}')::integer,
    (rules #>> '{weights,time}')::integer, (rules #>> '{weights,preference}')::integer,
    (rules #>> '{weights,answers}')::integer, (rules #>> '{weights,load}')::integer,
    coalesce((rules #>> '{weights,interests}')::integer, 0)]) stored,
  -- Where interests count for nothing, nobody is asked for them.
  asks_interests boolean not null generated always as (coalesce((rules #>> '{weights,interests}')::integer, 0) > 0) stored,
  open_requests smallint not null generated always as ((rules #>> '{limits,open_requests}')::smallint) stored,
  pending_requests smallint not null generated always as ((rules #>> '{limits,pending_requests}')::smallint) stored,
  nudge_days smallint not null generated always as ((rules #>> '{limits,nudge_days}')::smallint) stored,
  expiry_days smallint not null generated always as ((rules #>> '{limits,expiry_days}')::smallint) stored,
  -- Three days of a first hour without a time (50_countdown.sql).
  never_met_days smallint[] not null generated always as (array[(rules #>> '{limits,never_met_days,0}')::smallint,
    (rules #>> '{limits,never_met_days,1}')::smallint, (rules #>> '{limits,never_met_days,2}')::smallint]) stored,
  answer_days smallint not null generated always as ((rules #>> '{limits,answer_days}')::smallint) stored,
  capacity_max smallint not null generated always as ((rules #>> '{limits,capacity_max}')::smallint) stored,
  again_days smallint not null generated always as ((rules #>> '{limits,again_days}')::smallint) stored,
  promise_days smallint not null generated always as ((rules #>> '{intake,promise_days}')::smallint) stored,
  -- How many must be meant before a need tells anything of them.
  least_people smallint not null generated always as (coalesce((rules #>> '{matching,least_people}')::smallint, 3)) stored,
  -- What a mentee and a mentor do between the yes and the first request, in order (56_onboarding.sql).
  mentee_steps text[] not null generated always as (private.texts(rules #> '{onboarding,mentee,steps}')) stored,
  mentor_steps text[] not null generated always as (private.texts(rules #> '{onboarding,mentor,steps}')) stored,
  -- What the first talk is about, and what of it must not be left open (49_screening_talk.sql).
  mentee_talk text[] not null generated always as (private.texts(rules #> '{talk,mentee,parts}')) stored,
  mentee_talk_required text[] not null generated always as (private.texts(rules #> '{talk,mentee,required}')) stored,
  mentor_talk text[] not null generated always as (private.texts(rules #> '{talk,mentor,parts}')) stored,
  mentor_talk_required text[] not null generated always as (private.texts(rules #> '{talk,mentor,required}')) stored,
  months numeric not null generated always as ((rules #>> '{course,months,to}')::numeric) stored,
  constraint approval_is_known check (approval in ('none', 'before-trial', 'before-match'))
);

-- Every answer that meets a rule of language: one of its languages, at its level or better, in either way a language is
-- written down. Half an answer is none.
create function private.language_asks(rule jsonb) returns jsonb[]
  language sql immutable parallel safe set search_path = '' as $$
  select array_agg(answer) from jsonb_array_elements_text(rule -> 'any_of') as language,
    unnest(private.levels()) with ordinality as l (level, nr),
    lateral (values (jsonb_build_array(jsonb_build_object('language', language, 'level', level))),
      (jsonb_build_array(jsonb_build_array(language, level)))) as a (answer)
  where nr >= array_position(private.levels(), rule ->> 'level')
$$;

-- Who may take part, by the day from which it holds: an application is read by the rules of its day. Kept.
create table public.programme_rules (
  programme text not null references public.programmes on delete restrict,
  since date not null,
  -- `who`, `language`, `regions`, `municipalities` and `online_anywhere`, as in the file; then as the database reads them.
  rules jsonb not null,
  women boolean not null generated always as (rules #>> '{who,gender}' = 'women') stored,
  age_from smallint generated always as ((rules #>> '{who,age,from}')::smallint) stored,
  age_to smallint generated always as ((rules #>> '{who,age,to}')::smallint) stored,
  education text not null generated always as (rules #>> '{who,education}') stored,
  trade_certificate_in text[] not null
    generated always as (private.texts(rules #> '{who,trade_certificate_in}')) stored,
  status text not null generated always as (rules #>> '{who,status}') stored,
  language jsonb generated always as (nullif(rules -> 'language', 'null')) stored,
  language_asks jsonb[] generated always as (private.language_asks(nullif(rules -> 'language', 'null'))) stored,
  regions text[] not null generated always as (private.texts(rules -> 'regions')) stored,
  areas text[] not null generated always as (private.texts(private.areas(rules))) stored,
  online_anywhere boolean not null generated always as ((rules ->> 'online_anywhere')::boolean) stored,
  -- Where one has to live, as it is told: `areas` and `online_anywhere`.
  area jsonb not null generated always as (
    jsonb_set(rules - '{who,language,regions,municipalities}'::text[], '{areas}', private.areas(rules))) stored,
  primary key (programme, since)
);

-- Fields of work by ISCO-08 unit group.
create table public.fields (
  code text collate "C" primary key,
  -- Helps job seekers of any field, as HR and recruiters do.
  generalist boolean not null,
  -- Neighbours that the numbering hides, e.g. engineers of the professional and the associate level.
  neighbours text[] not null,
  labels jsonb not null,
  -- Labels and search words of all languages, folded: what a free-text search reads.
  words text not null,
  constraint code_is_a_unit_group check (code ~ '^\d{4}$')
);
create index fields_words on public.fields using gin (words extensions.gin_trgm_ops);

-- All fields by nearness to each, kept ready for the fit: the same unit group 100, its minor group and neighbours 75,
-- its sub-major group and generalists 50, the rest 0.
create table public.field_tiers (
  code text collate "C" not null references public.fields on delete cascade,
  near smallint not null,
  codes text[] not null,
  primary key (code, near)
);

-- Regions and their municipalities; a region has no parent.
create table public.places (
  key text primary key,
  region text references public.places on delete restrict,
  label text not null,
  words text not null generated always as (private.fold(label)) stored
);
create index places_words on public.places using gin (words extensions.gin_trgm_ops);
create index places_region on public.places (region);

alter table public.programmes enable row level security;
alter table public.programme_rules enable row level security;
alter table public.fields enable row level security;
alter table public.field_tiers enable row level security;
alter table public.places enable row level security;

create policy "whoever is signed in reads programmes" on public.programmes for select to authenticated using (true);
create policy "whoever is signed in reads who may take part" on public.programme_rules
  for select to authenticated using (true);
create policy "whoever is signed in reads fields of work" on public.fields for select to authenticated using (true);
create policy "whoever is signed in reads tiers" on public.field_tiers for select to authenticated using (true);
create policy "whoever is signed in reads places" on public.places for select to authenticated using (true);
grant select on public.programmes, public.programme_rules, public.fields, public.field_tiers, public.places to authenticated;
