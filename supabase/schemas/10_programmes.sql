-- Programmes are data: one file in git each (`src/content/programmes`), synced here whole. Columns are read out of
-- the file by the database itself, so that a rule has one definition.

create table public.programmes (
  key text primary key,
  rules jsonb not null,
  regions text[] not null generated always as (private.texts(rules -> 'regions')) stored,
  online_anywhere boolean not null generated always as ((rules ->> 'online_anywhere')::boolean) stored,
  modes text[] not null generated always as (private.texts(rules #> '{matching,modes}')) stored,
  approval text not null generated always as (rules #>> '{matching,approval}') stored,
  asks_gender boolean not null generated always as ((rules #>> '{matching,ask_gender_preference}')::boolean) stored,
  language_level text generated always as (rules #>> '{language,level}') stored,
  language_any text[] not null generated always as (private.texts(rules #> '{language,any_of}')) stored,
  open_requests smallint not null generated always as ((rules #>> '{limits,open_requests}')::smallint) stored,
  nudge_days smallint not null generated always as ((rules #>> '{limits,nudge_days}')::smallint) stored,
  expiry_days smallint not null generated always as ((rules #>> '{limits,expiry_days}')::smallint) stored,
  trial_days smallint not null generated always as ((rules #>> '{limits,trial_days}')::smallint) stored,
  answer_days smallint not null generated always as ((rules #>> '{limits,answer_days}')::smallint) stored,
  capacity_max smallint not null generated always as ((rules #>> '{limits,capacity_max}')::smallint) stored,
  again_days smallint not null generated always as ((rules #>> '{limits,again_days}')::smallint) stored,
  promise_days smallint not null generated always as ((rules #>> '{intake,promise_days}')::smallint) stored,
  months numeric not null generated always as ((rules #>> '{course,months,to}')::numeric) stored,
  constraint approval_is_known check (approval in ('none', 'before-trial', 'before-match'))
);

-- Fields of work by ISCO-08 unit group; `related` are the other codes by nearness, kept ready for the fit.
create table public.fields (
  code text collate "C" primary key,
  generalist boolean not null,
  labels jsonb not null,
  -- Labels and search words of all languages, folded: what a free-text search reads.
  words text not null,
  constraint code_is_a_unit_group check (code ~ '^\d{4}$')
);

-- Regions and their municipalities; a region has no parent.
create table public.places (
  key text primary key,
  region text references public.places on delete restrict,
  label text not null
);
create index places_region on public.places (region);

alter table public.programmes enable row level security;
alter table public.fields enable row level security;
alter table public.places enable row level security;

create policy "whoever is signed in reads programmes" on public.programmes for select to authenticated using (true);
create policy "whoever is signed in reads fields of work" on public.fields for select to authenticated using (true);
create policy "whoever is signed in reads places" on public.places for select to authenticated using (true);
grant select on public.programmes, public.fields, public.places to authenticated;

-- Sync: files in git to rows here. Only the operator's connection may call these.

create function private.sync_programme(rules jsonb) returns void
  language sql set search_path = '' as $$
  insert into public.programmes (key, rules) values (rules ->> 'key', rules)
  on conflict (key) do update set rules = excluded.rules where programmes.rules is distinct from excluded.rules
$$;

create function private.sync_field(code text, generalist boolean, labels jsonb, words text[]) returns void
  language sql set search_path = '' as $$
  insert into public.fields (code, generalist, labels, words)
  values (code, generalist, labels, private.fold(array_to_string(words, ' · ')))
  on conflict (code) do update set generalist = excluded.generalist, labels = excluded.labels, words = excluded.words
$$;

create function private.sync_place(key text, region text, label text) returns void
  language sql set search_path = '' as $$
  insert into public.places (key, region, label) values (key, region, label)
  on conflict (key) do update set region = excluded.region, label = excluded.label
$$;
