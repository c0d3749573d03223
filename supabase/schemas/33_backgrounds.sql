-- Where somebody comes from and what she has done: facts and years, one row a person. Ages, lengths of stay and groups are
-- computed (33_backgrounds_told.sql). She alone reads it whole; her coordinator what belongs to the part she plays there, and
-- the other side what she shares, from the trial on.

-- What a mentor may read of a mentee before they meet, and a mentee of a mentor, if she shares it.
create function private.shared_facts(part text) returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select case part when 'mentee' then array['country', 'years-here', 'education', 'experience']
    when 'mentor' then array['employer', 'sector', 'seniority'] end
$$;

create function private.education_is_sound(education jsonb) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select case when education is null then true when jsonb_typeof(education) <> 'object' then false
    else education - 'level' - 'where' - 'recognised' = '{}' and coalesce(education ->> 'level', '') ~ '^[a-z-]{2,40}$'
      and coalesce(education ->> 'where', 'xx') ~ '^[a-z-]{2,40}$'
      and coalesce(education ->> 'recognised', 'xx') ~ '^[a-z-]{2,40}$' end
$$;

create function private.experience_is_sound(experience jsonb) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select case when experience is null then true when jsonb_typeof(experience) <> 'array' then false
    else jsonb_array_length(experience) between 1 and 4 and not exists (
      select from jsonb_array_elements(experience) as e
      where case when jsonb_typeof(e) <> 'object' then true else e - 'work' - 'country' - 'years' <> '{}'
        or coalesce(e ->> 'work', '') !~ '^\d{4}$' or coalesce(e ->> 'country', 'XX') !~ '^[A-Z]{2}$'
        or coalesce(e ->> 'years', '0') !~ '^([0-5]?\d|60)$' end) end
$$;

create table public.backgrounds (
  person uuid primary key references public.people on delete cascade,
  birth_year smallint,
  country text,
  came_as text,
  arrival_year smallint,
  -- {"level", "where", "recognised"}, the last two where they make sense.
  education jsonb,
  -- [{"work": code of a field, "country", "years"}], the last two if she likes.
  experience jsonb,
  -- A mentor's work. What one may choose, here and above, stands in the forms.
  seniority text,
  employer text,
  sector text,
  size_band text,
  motivation text[] not null default '{}',
  -- What the other side reads before they first meet.
  shares text[] not null default '{}',
  saved_at timestamptz not null default now(),
  -- When she last saved it herself; null while it is what her application said.
  corrected_at timestamptz,
  constraint background_birth_year_range check (birth_year between 1900 and 2100),
  constraint background_arrival_year_range check (arrival_year between 1900 and 2100),
  constraint background_arrival_after_birth check (arrival_year >= birth_year),
  constraint background_country_shape check (country ~ '^[A-Z]{2}$'),
  constraint background_came_as_is_a_key check (came_as ~ '^[a-z0-9-]{2,40}$'),
  constraint background_education_is_sound check (private.education_is_sound(education)),
  constraint background_experience_is_sound check (private.experience_is_sound(experience)),
  constraint background_seniority_is_a_key check (seniority ~ '^[a-z0-9-]{2,40}$'),
  constraint background_employer_length check (char_length(employer) between 2 and 120),
  constraint background_sector_is_a_key check (sector ~ '^[a-z0-9-]{2,40}$'),
  constraint background_size_band_is_a_key check (size_band ~ '^[a-z0-9-]{2,40}$'),
  constraint background_motivation_are_keys
    check (cardinality(motivation) <= 12 and array_to_string(motivation, ',') ~ '^([a-z0-9-]{2,40}(,|$))*$'),
  constraint background_shares_are_known check (shares <@ (private.shared_facts('mentee') || private.shared_facts('mentor')))
);

-- What she said yes to showing, anew each time it changed; nothing is a no that takes back.
create table public.background_consents (
  id bigint generated always as identity primary key,
  person uuid not null references public.backgrounds on delete cascade,
  shares text[] not null,
  -- Which wording, in which language, and where: in her application or on her page.
  version smallint not null,
  locale text not null,
  how text not null,
  said_at timestamptz not null default now(),
  constraint background_consent_version_range check (version between 1 and 99),
  constraint background_consent_locale_is_known check (locale = any (private.locales())),
  constraint background_consent_how_is_known check (how in ('application', 'page'))
);
create index background_consents_person on public.background_consents (person);

alter table public.backgrounds enable row level security;
alter table public.background_consents enable row level security;
grant select on public.backgrounds, public.background_consents to authenticated;
-- A coordinator is told by part, and never reads a row: who is a mentee elsewhere has told more than this desk is to know.
create policy "a person sees her background" on public.backgrounds
  for select to authenticated using (person = (select auth.uid()));
create policy "a person sees what she has said yes to showing" on public.background_consents
  for select to authenticated using (person = (select auth.uid()));
