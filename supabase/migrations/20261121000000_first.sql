-- Made from supabase/schemas by scripts/make-migration.ts

-- 00_foundation.sql

-- Ground: close every door, then open one at a time. Everything below runs unchanged on hosted Supabase.

-- A day begins and ends here when it does for the people: a pause from today on holds from midnight.
do $$
begin
  execute format('alter database %I set timezone = %L', current_database(), 'Europe/Oslo');
end $$;

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;

-- What people may call lives in `public`; how it is done lives in `private`, which no API exposes.
create schema private;
grant usage on schema private to authenticated;

-- Hosted Supabase grants widely by default, so the roles are named; the `in schema` form cannot take
-- EXECUTE from PUBLIC, so that one is global.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges revoke execute on functions from public;
revoke create on schema public from public;

-- A refusal is a key; the key is the translation key (`refusal.<key>`).
create function private.refuse(key text) returns void
  language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'P0001', message = key;
end $$;
grant execute on function private.refuse to authenticated;

-- Who is asking. Nobody passes "me" to the database.
create function private.me() returns uuid
  language plpgsql stable set search_path = '' as $$
declare
  person uuid := auth.uid();
begin
  if person is null then
    perform private.refuse('sign_in_first');
  end if;
  return person;
end $$;
grant execute on function private.me to authenticated;

-- Lower case without accents, so that "Zoë", "zoe" and "Åse", "ase" meet.
create function private.fold(words text) returns text
  language sql immutable strict parallel safe set search_path = '' as $$
  select lower(extensions.unaccent('extensions.unaccent'::regdictionary, words))
$$;
grant execute on function private.fold to authenticated;

create function private.texts(list jsonb) returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(item order by nr), '{}')
  from jsonb_array_elements_text(coalesce(nullif(list, 'null'), '[]')) with ordinality as t (item, nr)
$$;
grant execute on function private.texts to authenticated;

-- Closed lists, the same as in src/schemas/vocabulary.ts; a contract test compares. The order is the number: append only.
create function private.spoken_languages() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['en','no','da','sv','fi','ar','fa','uk','ru','ti','so','tr','ku','ur','es','fr','de','pl','pt','it',
    'zh','hi','ta','vi','th','tl','sw','am','ps','sq','bs','el','he','hu','ja','ko','lt','lv','et','nl','ro','bn']
$$;

create function private.levels() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['A1','A2','B1','B2','C1','C2','N']
$$;

create function private.topics() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['job-search','cv','interview','network','workplace-visit','sector','work-culture','language',
    'education','own-business','direction']
$$;

-- What one may like to do when one is free, for programmes where that counts in the fit. Nothing of faith, health or party.
create function private.interests() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['sport','outdoors','football','cooking','music','dance','reading','film','art','handicraft','gardening',
    'animals','games','technology','travel','history','society','volunteering','family','languages']
$$;

create function private.formats() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['in-person','online']
$$;

-- What a mentee and a mentor may expect of each other, the same for both.
create function private.expected_things() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['regular','mentee-leads','prepare','honest','between','network','patience','private','say-so']
$$;

create function private.locales() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array['en','nb','da','sv']
$$;
grant execute on function private.locales to authenticated;

-- A list of codes as bits, the first code of the closed list being bit 1.
create function private.bits(codes text[], closed_list text[]) returns integer
  language sql immutable parallel safe set search_path = '' as $$
  select coalesce(bit_or(1 << (array_position(closed_list, code) - 1)), 0) from unnest(codes) as code
$$;

-- Such bits as codes again.
create function private.codes(bits integer, closed_list text[]) returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array(select code from unnest(closed_list) with ordinality as t (code, nr) where bits & (1 << (nr - 1)::integer) <> 0
    order by nr)
$$;

-- [{"language":"en","level":"B2"}, …] as one byte a language, at the language's number: 0 is none, 7 a mother tongue.
create function private.level_bytes(languages jsonb) returns bytea
  language plpgsql immutable parallel safe set search_path = '' as $$
declare
  bytes bytea := decode(repeat('00', 64), 'hex');
  spoken jsonb;
begin
  for spoken in select * from jsonb_array_elements(languages) loop
    bytes := set_byte(bytes, array_position(private.spoken_languages(), spoken ->> 'language') - 1,
      array_position(private.levels(), spoken ->> 'level'));
  end loop;
  return bytes;
end $$;

-- The languages of such a list that are spoken at a level (1 is A1) or better, one bit each. What two people share at
-- a level is then one AND of two numbers, which the fit asks of thousands.
create function private.spoken_from(languages jsonb, level integer) returns bigint
  language sql immutable parallel safe set search_path = '' as $$
  select coalesce(bit_or(1::bigint << (array_position(private.spoken_languages(), spoken ->> 'language') - 1)), 0)
  from jsonb_array_elements(languages) as spoken
  where array_position(private.levels(), spoken ->> 'level') >= level
$$;

-- The same list for the fit: [number, level, number, level …], best level first, six pairs; unused pairs are [63, 0],
-- as no language has number 63.
create function private.language_slots(languages jsonb) returns integer[]
  language sql immutable parallel safe set search_path = '' as $$
  select (array_agg(pair.item order by g.level desc, g.number, pair.nr) || array[63,0,63,0,63,0,63,0,63,0])[:12]
  from (select array_position(private.spoken_languages(), spoken ->> 'language') - 1 as number,
      array_position(private.levels(), spoken ->> 'level') as level
    from jsonb_array_elements(languages) as spoken) g
    cross join lateral (values (1, g.number), (2, g.level)) as pair (nr, item)
$$;

-- What somebody says of a language besides its level: that she can work in it, that she wants to practise it.
create function private.use_is_sound(use jsonb) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select use is null or use in ('[]', '["work"]', '["practise"]', '["work","practise"]', '["practise","work"]')
$$;

-- Is this a list of one to six known languages, each once, each at a known level?
create function private.languages_are_sound(languages jsonb) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select jsonb_typeof(languages) = 'array'
    and jsonb_array_length(languages) between 1 and 6
    and not exists (
      select from jsonb_array_elements(languages) as spoken
      where case when jsonb_typeof(spoken) = 'object'
        then (spoken ->> 'language' = any (private.spoken_languages())) is not true
          or (spoken ->> 'level' = any (private.levels())) is not true
          or not private.use_is_sound(spoken -> 'use') or spoken - '{language,level,use}'::text[] <> '{}'
        else true end)
    and (select count(distinct spoken ->> 'language') = count(*) from jsonb_array_elements(languages) as spoken)
$$;

-- 10_programmes.sql

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

-- 11_sync.sql

-- Files in git to rows of 10_programmes.sql. Only the operator's connection may call these.

create function private.sync_programme(rules jsonb) returns void
  language sql set search_path = '' as $$
  insert into public.programmes (key, rules) values (rules ->> 'key', rules)
  on conflict (key) do update set rules = excluded.rules where programmes.rules is distinct from excluded.rules;
  insert into public.programme_rules as r (programme, since, rules)
  select rules ->> 'key', (dated ->> 'since')::date, jsonb_build_object('who', dated -> 'who',
    'language', dated -> 'language', 'regions', dated -> 'regions', 'municipalities', dated -> 'municipalities',
    'online_anywhere', dated -> 'online_anywhere')
  from jsonb_array_elements(coalesce(rules -> 'earlier', '[]') || rules) as dated
  on conflict on constraint programme_rules_pkey do update set rules = excluded.rules
  where r.rules is distinct from excluded.rules;
  -- A day that was put right is not a second set of rules: from its first day on the file tells all, and the same rules
  -- from an earlier day are those. Others from before it stay, also where nobody has moved them to `earlier`.
  delete from public.programme_rules r
  using (select array_agg((dated ->> 'since')::date) as told
    from jsonb_array_elements(coalesce(sync_programme.rules -> 'earlier', '[]') || sync_programme.rules) as dated) as f,
    public.programme_rules first
  where r.programme = sync_programme.rules ->> 'key' and r.since <> all (f.told)
    and first.programme = r.programme and first.since = (select min(day) from unnest(f.told) as day)
    and (r.since > first.since or r.rules = first.rules)
$$;

-- A programme whose file is gone goes too, where nobody is in it, has been or wants to be. Answers with those that stay.
create function private.keep_programmes(keys text[]) returns text[]
  language plpgsql set search_path = '' as $$
declare
  gone text;
  held text[] := '{}';
begin
  for gone in select p.key from public.programmes p where p.key <> all (keys) order by p.key loop
    begin
      delete from public.partners p
      where p.programme = gone and not exists (select from public.referrals r where r.partner = p.id);
      delete from public.programme_rules r where r.programme = gone;
      delete from public.programmes p where p.key = gone;
    exception when foreign_key_violation or restrict_violation then
      held := held || gone;
    end;
  end loop;
  return held;
end $$;

create function private.sync_field(code text, generalist boolean, neighbours text[], labels jsonb, words text[])
  returns void
  language sql set search_path = '' as $$
  insert into public.fields (code, generalist, neighbours, labels, words)
  values (code, generalist, neighbours, labels, private.fold(array_to_string(words, ' · ')))
  on conflict (code) do update set generalist = excluded.generalist, neighbours = excluded.neighbours,
    labels = excluded.labels, words = excluded.words
$$;

create function private.sync_field_tiers() returns void
  language sql set search_path = '' as $$
  delete from public.field_tiers;
  insert into public.field_tiers (code, near, codes)
  select mine.code, near.share, array_agg(theirs.code order by theirs.code)
  from public.fields mine cross join public.fields theirs
    cross join lateral (select case when theirs.code = mine.code then 100
      when left(theirs.code, 3) = left(mine.code, 3)
        or theirs.code = any (mine.neighbours) or mine.code = any (theirs.neighbours) then 75
      when left(theirs.code, 2) = left(mine.code, 2) or theirs.generalist then 50 else 0 end as share) near
  group by mine.code, near.share
$$;

create function private.sync_place(key text, region text, label text) returns void
  language sql set search_path = '' as $$
  insert into public.places (key, region, label) values (key, region, label)
  on conflict (key) do update set region = excluded.region, label = excluded.label
$$;

-- 12_forms.sql

-- Forms are data: one file in git for each part (`src/content/forms`), synced here whole. A version stays for ever,
-- because answers are read by the version they were given to.

create table public.forms (
  key text not null,
  version integer not null,
  definition jsonb not null,
  primary key (key, version),
  constraint form_key_is_a_part check (key in ('mentee', 'mentor')),
  constraint form_version_counts check (version >= 1)
);

alter table public.forms enable row level security;
grant select on public.forms to authenticated;
create policy "whoever is signed in reads forms" on public.forms for select to authenticated using (true);

-- Sync: a file in git to its row here. Only the operator's connection may call it.
create function private.sync_form(definition jsonb) returns void
  language sql set search_path = '' as $$
  insert into public.forms as f (key, version, definition)
  values (definition ->> 'key', (definition ->> 'version')::integer, definition)
  on conflict on constraint forms_pkey do update set definition = excluded.definition
  where f.definition is distinct from excluded.definition
$$;

-- What a form makes of answers. Answers are one object, a key for each question.

-- Nothing, an empty text and an empty list are no answer.
create function private.answered(answer jsonb) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select answer is not null and answer not in ('null', '[]', '{}')
    and (jsonb_typeof(answer) <> 'string' or btrim(answer #>> '{}') <> '')
$$;

-- Spoken languages as the profile has them, whether they come as {"language", "level"} or as ["no", "B1"].
create function private.spoken(answer jsonb) returns jsonb
  language sql immutable parallel safe set search_path = '' as $$
  select coalesce(jsonb_agg(case jsonb_typeof(spoken)
    when 'array' then jsonb_build_object('language', spoken -> 0, 'level', spoken -> 1) else spoken end order by nr), '[]')
  from jsonb_array_elements(case jsonb_typeof(answer) when 'array' then answer else '[]' end)
    with ordinality as t (spoken, nr)
$$;

-- Could this stand as an answer while the form is being filled in? Kinds, lists and lengths are kept at every save;
-- whether enough has been said is asked when it is sent.
create function private.answer_is_sound(question jsonb, answer jsonb) returns boolean
  language plpgsql stable set search_path = '' as $$
declare
  kind text := question ->> 'kind';
  type text := jsonb_typeof(answer);
  said text := answer #>> '{}';
  most integer := (question ->> 'max')::integer;
begin
  if answer = 'null' or (type = 'string' and said = '') then
    return true;
  end if;
  case kind
    when 'text' then return type = 'string' and char_length(said) <= coalesce(most, 120);
    when 'long-text' then return type = 'string' and char_length(said) <= coalesce(most, 2000);
    when 'choice' then return type = 'string' and private.is_option(question, said);
    when 'choices' then
      return type = 'array' and jsonb_array_length(answer) <= coalesce(most, 40)
        and (select count(distinct o) = count(*) and coalesce(bool_and(private.is_option(question, o)), true)
          from jsonb_array_elements_text(answer) as o);
    when 'year', 'number' then return type = 'number' and said ~ '^-?\d{1,6}$';
    when 'place' then return type = 'string' and exists (select from public.places p where p.key = said);
    when 'country' then return type = 'string' and said ~ '^[A-Z]{2}$';
    when 'field' then return type = 'string' and exists (select from public.fields f where f.code = said);
    when 'yes-no', 'consent' then return type = 'boolean';
    when 'languages' then
      return type = 'array' and jsonb_array_length(answer) <= 6 and not exists (
        select from jsonb_array_elements(private.spoken(answer)) as s
        where jsonb_typeof(s) <> 'object' or s - '{language,level,use}'::text[] <> '{}'
          or not private.use_is_sound(s -> 'use')
          or coalesce(s ->> 'language', '') <> all (array_append(private.spoken_languages(), ''))
          or coalesce(s ->> 'level', '') <> all (array_append(private.levels(), '')));
    when 'education' then
      return type = 'object' and answer - 'level' - 'where' - 'recognised' = '{}'
        and coalesce(answer ->> 'level', '') in ('', 'none', 'trade-certificate', 'bachelor', 'master', 'doctorate')
        and coalesce(answer ->> 'where', '') in ('', 'home', 'here', 'both')
        and coalesce(answer ->> 'recognised', '') in ('', 'yes', 'no', 'partly', 'not-needed');
    when 'group' then
      return type = 'array' and jsonb_array_length(answer) <= coalesce(most, 6) and not exists (
        select from jsonb_array_elements(answer) as line
        where private.answers_fit(question -> 'questions', line) is not true);
    else return false;
  end case;
end $$;

-- Options stand in the file; a list the page fills by itself, such as countries, has codes.
create function private.is_option(question jsonb, chosen text) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select case when jsonb_typeof(question -> 'options') = 'array'
    then question -> 'options' @> jsonb_build_array(jsonb_build_object('value', chosen))
    else chosen ~ '^[A-Za-z0-9-]{1,40}$' end
$$;

-- An object with answers to these questions and to no other: a whole form, or one line of a group.
create function private.answers_fit(questions jsonb, answers jsonb) returns boolean
  language sql stable set search_path = '' as $$
  select case when jsonb_typeof(answers) = 'object' then not exists (
    select from jsonb_each(answers) as a
      left join jsonb_array_elements(questions) as q on q ->> 'key' = a.key
    where q is null or private.answer_is_sound(q, a.value) is not true) else false end
$$;

create function private.answers_are_sound(definition jsonb, answers jsonb) returns boolean
  language sql stable set search_path = '' as $$
  select private.answers_fit(jsonb_path_query_array(definition, '$.steps[*].questions[*]'), answers)
$$;

-- 12_forms_asked.sql

-- Which questions of a form somebody is asked in a programme, and what is still missing. Table: 12_forms.sql.

-- Does the programme need to know this? `rules` are those of a day and how it takes people in; `asks_gender` is its own wish.
create function private.is_wanted(rule text, rules jsonb, asks_gender boolean) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select coalesce(case rule
    when 'asks_gender' then asks_gender
    when 'gender' then rules #>> '{who,gender}' = 'women'
    when 'age' then rules #>> '{who,age,from}' is not null or rules #>> '{who,age,to}' is not null
    when 'education' then rules #>> '{who,education}' <> 'none'
    when 'status' then rules #>> '{who,status}' <> 'any'
    when 'language' then rules -> 'language' <> 'null'
    when 'life' then (rules #>> '{intake,ask_life_situation}')::boolean
    else rule is null end, false)
$$;

-- The questions a person is asked, in their order, given what she has answered so far. What no rule reads is either not
-- asked, or may be left open.
create function private.asked_questions(definition jsonb, programme text, rules jsonb, asks_gender boolean, answers jsonb)
  returns setof jsonb
  language plpgsql immutable set search_path = '' as $$
declare
  question jsonb;
  asked text[] := '{}';
  other jsonb;
begin
  for question in select jsonb_path_query(definition, '$.steps[*].questions[*]') loop
    continue when jsonb_typeof(question -> 'programmes') = 'array' and not question -> 'programmes' ? programme;
    if not private.is_wanted(question #>> '{wants,rule}', rules, asks_gender) then
      continue when question #>> '{wants,otherwise}' is distinct from 'optional';
      question := question || '{"required": false}';
    end if;
    if question #> '{when,answered}' is not null then
      continue when not exists (select from jsonb_array_elements_text(question #> '{when,answered}') as k
        where k = any (asked) and private.answered(answers -> k));
    elsif jsonb_typeof(question -> 'when') = 'object' then
      continue when question #>> '{when,question}' <> all (asked);
      other := answers -> (question #>> '{when,question}');
      continue when not coalesce(case jsonb_typeof(other)
        when 'array' then private.texts(other) && private.texts(question #> '{when,is}')
        when 'object' then other ->> 'level' = any (private.texts(question #> '{when,is}'))
        else other #>> '{}' = any (private.texts(question #> '{when,is}')) end, false);
    end if;
    asked := asked || (question ->> 'key');
    return next question;
  end loop;
end $$;

-- Is there anything to see? A name of nothing but spaces, joiners and marks of direction is none.
create function private.is_visible(words text) returns boolean
  language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(words,
    '[\s\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]', '', 'g') <> ''
$$;

-- Has enough been said to this question? The answer is sound.
create function private.says_enough(question jsonb, answer jsonb) returns boolean
  language plpgsql stable set search_path = '' as $$
declare
  kind text := question ->> 'kind';
  words text := answer #>> '{}';
  size integer;
begin
  if not private.answered(answer) or kind in ('text', 'long-text') and not private.is_visible(words) then
    return not coalesce((question ->> 'required')::boolean, false);
  end if;
  case kind
    when 'text', 'long-text' then size := char_length(btrim(words));
    when 'choices' then size := jsonb_array_length(answer);
    when 'year', 'number' then size := words::integer;
    when 'languages' then
      if not private.languages_are_sound(private.spoken(answer)) then return false; end if;
      size := jsonb_array_length(answer);
    when 'group' then
      if exists (select from jsonb_array_elements(answer) as line, jsonb_array_elements(question -> 'questions') as q
          where not private.says_enough(q, line -> (q ->> 'key'))) then return false; end if;
      size := jsonb_array_length(answer);
    when 'education' then
      return private.answered(answer -> 'level') or not coalesce((question ->> 'required')::boolean, false);
    when 'consent' then return answer = 'true' or not coalesce((question ->> 'required')::boolean, false);
    else return true;
  end case;
  -- A year without an end ends today.
  return size between coalesce((question ->> 'min')::integer, size) and coalesce((question ->> 'max')::integer,
    case when kind = 'year' then extract(year from current_date)::integer else size end);
end $$;

-- What is told of a life: the programme's coordinators read it, nobody else, and it is the first to be forgotten.
create function private.life_answers() returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select '{life,energy,support,consent_life}'::text[]
$$;

-- Keys of questions that are asked and not answered well enough, in the order of the form.
create function private.missing_answers(definition jsonb, programme text, rules jsonb, asks_gender boolean, answers jsonb)
  returns text[]
  language sql stable set search_path = '' as $$
  select coalesce(array_agg(q ->> 'key' order by nr), '{}')
  from private.asked_questions(definition, programme, rules, asks_gender, answers) with ordinality as t (q, nr)
  where not private.says_enough(q, answers -> (q ->> 'key'))
$$;

-- Of these answers, those to questions that are asked; a coordinator reads no others.
create function private.asked_answers(definition jsonb, programme text, rules jsonb, asks_gender boolean, answers jsonb)
  returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(q ->> 'key', answers -> (q ->> 'key')), '{}')
  from private.asked_questions(definition, programme, rules, asks_gender, answers) as q
  where answers ? (q ->> 'key')
$$;

-- 13_country_groups.sql

-- Groupings of countries are data: files in git (`src/content/groupings`), each version with the day from which it
-- holds and whose term it is. A person's country is stored; in which group it stands is asked for a day.

create table public.country_groups (
  grouping_key text not null,
  since date not null,
  country text not null,
  -- The group this country stands in.
  group_key text not null,
  primary key (grouping_key, since, country),
  constraint country_grouping_is_a_key check (grouping_key ~ '^[a-z0-9-]{2,40}$'),
  constraint country_group_is_a_key check (group_key ~ '^[a-z0-9-]{2,40}$'),
  constraint country_group_country_shape check (country ~ '^[A-Z]{2}$')
);

alter table public.country_groups enable row level security;
grant select on public.country_groups to authenticated;
create policy "whoever is signed in reads groupings of countries" on public.country_groups
  for select to authenticated using (true);

-- Sync: one version of a grouping, whole. Only the operator's connection may call it.
create function private.sync_country_grouping(definition jsonb) returns void
  language sql set search_path = '' as $$
  delete from public.country_groups g
  where g.grouping_key = definition ->> 'key' and g.since = (definition ->> 'since')::date;
  insert into public.country_groups (grouping_key, since, country, group_key)
  select definition ->> 'key', (definition ->> 'since')::date, country, part ->> 'key'
  from jsonb_array_elements(definition -> 'groups') as part, jsonb_array_elements_text(part -> 'countries') as country
$$;

-- The group a country stands in on a day, by the version that held then, and that version: {"group", "since"}. Null where
-- there was none; a country that is in no group of it has the group null.
create function private.country_group(grouping_is text, country_is text, as_of date) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('since', v.since, 'group', (select g.group_key from public.country_groups g
    where g.grouping_key = grouping_is and g.since = v.since and g.country = country_is))
  from (select max(g.since) as since from public.country_groups g
    where g.grouping_key = grouping_is and g.since <= as_of) as v
  where v.since is not null and country_is is not null
$$;

-- 14_eligibility.sql

-- Who may take part: the programme's rules of a day against what a person has answered. Told, not enforced: a rule that
-- is not met is stored with the application, and a human decides.

-- For each programme, or for the one named, {"since", "met": ["area", …], "unmet": [{"rule", "need", "have"}],
-- "open": ["age", …]}, naming only rules the programme has. `open` is what has not been answered, or what a human has to
-- ask. Mentors are held to language, area and commitment. Before a programme's first rules, these hold.
-- One loop and few expressions: 90,000 verdicts in two seconds (`npm run bench -- eligibility`).
create function private.eligible_in(part text, answers jsonb, as_of date, in_programme text default null)
  returns table (programme text, verdict jsonb)
  -- It costs what it costs: for thousands of applicants the planner takes every core.
  language plpgsql stable parallel safe rows 9 cost 5000 set search_path = '' as $$
declare
  mentee boolean := part = 'mentee';
  gender text := answers ->> 'gender';
  -- Only the year is known, so she is one of two ages; in doubt for the person.
  age integer := private.age_on((answers ->> 'birth_year')::integer, as_of);
  level text := answers #>> '{education,level}';
  educated boolean := level in ('trade-certificate', 'bachelor', 'master', 'doctorate');
  came_as text := answers ->> 'came_as';
  languages jsonb := nullif(nullif(answers -> 'languages', '[]'), 'null');
  place text := answers ->> 'place';
  -- The place and the region it lies in.
  lives text[] := (select array[p.key, p.region] from public.places p where p.key = place);
  -- Where a form does not ask for this by itself, ways to meet say it.
  online boolean := coalesce((answers ->> 'online')::boolean, nullif(answers -> 'formats', '[]') ? 'online');
  commitment boolean := (answers ->> 'commitment')::boolean;
  r public.programme_rules;
  here boolean;
  holds boolean;
  met jsonb;
  open jsonb;
  unmet jsonb;
  spoken jsonb;
begin
  for r in
    select distinct on (p.programme) p.* from public.programme_rules p
    where in_programme is null or p.programme = in_programme
    order by p.programme, p.since <= as_of desc, abs(p.since - as_of)
  loop
    met := '[]';
    open := '[]';
    unmet := '[]';
    -- As `private.works_at` has it.
    here := lives && r.areas or place = any (r.regions) and null;
    if mentee then
      if r.women then
        if gender = 'woman' then
          met := met || '"gender"'::jsonb;
        elsif gender = 'man' then
          unmet := unmet || '{"rule": "gender", "need": "women", "have": "man"}';
        else
          open := open || '"gender"'::jsonb;
        end if;
      end if;
      if r.age_from is not null or r.age_to is not null then
        if age is null then
          open := open || '"age"'::jsonb;
        elsif age < r.age_from or age - 1 > r.age_to then
          unmet := unmet || jsonb_build_object('rule', 'age', 'need', r.rules #> '{who,age}',
            'have', case when age < r.age_from then age else age - 1 end);
        else
          met := met || '"age"'::jsonb;
        end if;
      end if;
      if r.education <> 'none' then
        holds := case r.education when 'trade-certificate' then educated
          when 'bachelor' then level in ('bachelor', 'master', 'doctorate') or level = 'trade-certificate'
            and r.trade_certificate_in <> '{}' and lives && r.trade_certificate_in and here
          when 'student' then (answers ->> 'student')::boolean
          -- Ready to work, or with an education: either is enough.
          when 'job-ready' then case when educated then true else (answers ->> 'job_ready')::boolean end end;
        if holds then
          met := met || '"education"'::jsonb;
        elsif holds is null then
          open := open || '"education"'::jsonb;
        else
          unmet := unmet || jsonb_build_object('rule', 'education', 'need', r.education,
            'have', case r.education when 'student' then 'not-student' else coalesce(level, 'none') end);
        end if;
      end if;
      -- Young people and students are known by their age and their studies.
      if r.status in ('immigrant', 'refugee') then
        if came_as is null or r.status = 'refugee' and came_as = 'other' then
          open := open || '"status"'::jsonb;
        elsif came_as in ('refugee', 'family') or r.status = 'immigrant' and came_as <> 'born-here' then
          met := met || '"status"'::jsonb;
        else
          unmet := unmet || jsonb_build_object('rule', 'status', 'need', r.status, 'have', came_as);
        end if;
      end if;
    end if;
    if r.language is not null then
      if languages is null then
        open := open || '"language"'::jsonb;
      elsif languages @> any (r.language_asks) then
        met := met || '"language"'::jsonb;
      else
        spoken := coalesce(spoken, private.spoken(languages));
        unmet := unmet || jsonb_build_object('rule', 'language', 'need', r.language, 'have', spoken);
      end if;
    end if;
    if here or r.online_anywhere and online then
      met := met || '"area"'::jsonb;
    elsif here is null or r.online_anywhere and online is null then
      open := open || '"area"'::jsonb;
    else
      unmet := unmet || jsonb_build_object('rule', 'area', 'need', r.area, 'have', place);
    end if;
    if commitment then
      met := met || '"commitment"'::jsonb;
    elsif commitment is null then
      open := open || '"commitment"'::jsonb;
    else
      unmet := unmet || '{"rule": "commitment", "need": true, "have": false}';
    end if;
    programme := r.programme;
    verdict := jsonb_build_object('since', r.since, 'met', met, 'unmet', unmet, 'open', open);
    return next;
  end loop;
end $$;
grant execute on function private.eligible_in to authenticated;

create function private.eligibility(programme text, part text, answers jsonb, as_of date) returns jsonb
  language sql stable parallel safe set search_path = '' as $$
  select v.verdict from private.eligible_in(part, answers, as_of, eligibility.programme) as v
$$;
grant execute on function private.eligibility to authenticated;

-- Programmes where nothing stands in the way, those first where the least is still open.
create function private.eligible_elsewhere(part text, answers jsonb, as_of date, except_for text) returns text[]
  language sql stable set search_path = '' as $$
  select coalesce(array_agg(v.programme order by jsonb_array_length(v.verdict -> 'open'), v.programme), '{}')
  from private.eligible_in(part, answers, as_of) as v
  where v.programme <> except_for and v.verdict -> 'unmet' = '[]'
$$;
grant execute on function private.eligible_elsewhere to authenticated;
grant execute on function private.spoken to authenticated;

-- The rules of a programme on a day, as the file has them.
create function private.rules_on(programme text, as_of date) returns jsonb
  language sql stable set search_path = '' as $$
  select p.rules from public.programme_rules p where p.programme = rules_on.programme
  order by p.since <= as_of desc, abs(p.since - as_of) limit 1
$$;

-- 20_people.sql

-- A person, apart from any part she plays. What others may see and what only she and a coordinator may see are two tables.

create table public.people (
  id uuid primary key references auth.users on delete cascade,
  -- First name or alias: whatever she wants to be called.
  shown_name text not null,
  locale text not null,
  created_at timestamptz not null default now(),
  constraint shown_name_length check (char_length(btrim(shown_name)) between 1 and 40 and private.is_visible(shown_name)),
  constraint locale_is_known check (locale = any (private.locales()))
);

create table public.people_private (
  person uuid primary key references public.people on delete cascade,
  surname text,
  phone text,
  gender text not null default 'undisclosed',
  -- What the other side sees once there is a trial.
  contact text not null default 'platform',
  constraint surname_length check (char_length(surname) between 1 and 80),
  constraint phone_shape check (phone ~ '^\+?[0-9 ()-]{5,20}$'),
  constraint gender_is_known check (gender in ('woman', 'man', 'non-binary', 'undisclosed')),
  constraint contact_is_known check (contact in ('mail', 'phone', 'platform')),
  constraint phone_is_there_when_shared check (contact <> 'phone' or phone is not null)
);

-- Coordinators, by programme and, where `region` is set, by region only.
create table public.coordinators (
  person uuid not null references public.people on delete cascade,
  programme text not null references public.programmes on delete cascade,
  region text references public.places on delete restrict,
  id bigint generated always as identity primary key,
  constraint one_desk_once unique nulls not distinct (person, programme, region)
);
create index coordinators_programme on public.coordinators (programme);
create index coordinators_region on public.coordinators (region);

-- Every row a coordinator may see carries the desks it belongs to: `programme` and `programme/region`.
create function private.desks(programme text, variadic regions text[]) returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array[programme] || coalesce((select array_agg(distinct programme || '/' || region)
    from unnest(regions) as region where region is not null), '{}')
$$;
grant execute on function private.desks to authenticated;

-- The desks where I work. An array, asked once a statement; plpgsql, because it keeps its plan.
create function private.my_desks() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(programme || coalesce('/' || region, '')), '{}')
  from public.coordinators where person = auth.uid());
end $$;
grant execute on function private.my_desks to authenticated;

-- The same for a page of the desk: whoever has none is refused.
create function private.desk() returns text[]
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.my_desks();
begin
  if mine = '{}' then
    perform private.refuse('not_a_coordinator');
  end if;
  return mine;
end $$;
grant execute on function private.desk to authenticated;

-- Policies on people that need participations stand in 48_who_sees_whom.sql.
alter table public.people enable row level security;
alter table public.people_private enable row level security;
alter table public.coordinators enable row level security;
grant select on public.people, public.people_private, public.coordinators to authenticated;

create policy "a coordinator sees where she works" on public.coordinators
  for select to authenticated using (person = (select auth.uid()));

-- What can happen to it

-- Both profile forms begin with the same person. Her language is not in them: choose_locale alone changes it.
create function private.save_person(shown_name text) returns void
  language sql set search_path = '' as $$
  update public.people p set shown_name = btrim(save_person.shown_name) where p.id = private.me()
$$;

-- Save what only I and a coordinator see, and what a mentor or mentee sees of it from the trial on.
create function public.save_contact(surname text, phone text, gender text, contact text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  chose text;
begin
  perform private.hold_pair(private.me(), private.me());
  select p.contact into chose from public.people_private p where p.person = private.me();
  update public.people_private p
  set surname = nullif(btrim(save_contact.surname), ''), phone = nullif(btrim(save_contact.phone), ''),
      gender = save_contact.gender, contact = save_contact.contact
  where p.person = private.me();
  if not found then
    perform private.refuse('apply_first');
  end if;
  perform private.show_contact_anew(private.me(), chose <> save_contact.contact);
  perform private.note('save_contact', 'person', private.me());
end $$;
grant execute on function public.save_contact to authenticated;

-- The language of my mails.
create function public.choose_locale(locale text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update public.people set locale = choose_locale.locale where id = private.me();
end $$;
grant execute on function public.choose_locale to authenticated;

-- 21_accounts.sql

-- Accounts belong to the sign-in service; a person who signs in by a mailed code makes her own. Where a coordinator
-- writes down somebody who is not there yet, an account waits for her, unconfirmed until her first sign-in.

-- What somebody can sign in with: the guard and the browser ask the same of it.
create function private.is_address(address text) returns boolean
  language sql immutable set search_path = '' as $$
  select char_length(address) <= 254 and address ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$'
$$;

-- The account of this address, made if there is none. Answers its id. Refuses what is no address.
create function private.account_of(address text) returns uuid
  language plpgsql set search_path = '' as $$
declare
  normal text := lower(btrim(address));
  account uuid;
begin
  if private.is_address(normal) is not true then
    perform private.refuse('address_malformed');
  end if;
  -- Two coordinators at once make one account; an import makes many, alone.
  perform pg_advisory_xact_lock_shared(hashtextextended('accounts', 0));
  perform pg_advisory_xact_lock(hashtextextended('account ' || normal, 0));
  select u.id into account from auth.users u where u.email = normal;
  if found then
    return account;
  end if;
  perform private.make_accounts(array[normal]);
  return (select u.id from auth.users u where u.email = normal);
end $$;

-- Accounts for addresses that have none, unconfirmed. The caller has looked, and holds the lock under which she did.
create function private.make_accounts(addresses text[]) returns void
  language plpgsql set search_path = '' as $$
declare
  accounts jsonb := coalesce((select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'email', a)) from unnest(addresses) as a), '[]');
begin
  -- The tables differ between hosted Supabase and the server of one machine: what a table does not have is left out.
  -- Hosted needs the instance, and reads token columns as text, so they are empty and not null.
  perform private.insert_known('auth.users', (select jsonb_agg(jsonb_build_object('id', a -> 'id',
    'instance_id', '00000000-0000-0000-0000-000000000000', 'aud', 'authenticated', 'role', 'authenticated',
    'email', a -> 'email', 'encrypted_password', '', 'raw_app_meta_data', '{"provider": "email", "providers": ["email"]}'::jsonb,
    'raw_user_meta_data', '{}'::jsonb, 'confirmation_token', '', 'recovery_token', '', 'email_change', '',
    'email_change_token_new', '', 'email_change_token_current', '', 'phone_change', '', 'phone_change_token', '',
    'reauthentication_token', '', 'email_change_confirm_status', 0, 'is_sso_user', false, 'is_anonymous', false,
    'created_at', now(), 'updated_at', now())) from jsonb_array_elements(accounts) as a));
  if to_regclass('auth.identities') is not null then
    perform private.insert_known('auth.identities', (select jsonb_agg(jsonb_build_object('id', gen_random_uuid(),
      'provider', 'email', 'provider_id', a -> 'id', 'user_id', a -> 'id', 'created_at', now(), 'updated_at', now(),
      'identity_data', jsonb_build_object('sub', a -> 'id', 'email', a -> 'email', 'email_verified', false)))
      from jsonb_array_elements(accounts) as a));
  end if;
end $$;

-- A list of rows, all of one shape, in those columns the table has and does not compute.
create function private.insert_known(target regclass, contents jsonb) returns void
  language plpgsql set search_path = '' as $$
declare
  columns text := (select string_agg(quote_ident(c.attname), ', ') from pg_catalog.pg_attribute c
    where c.attrelid = target and c.attnum > 0 and not c.attisdropped and c.attgenerated = '' and contents -> 0 ? c.attname::text);
begin
  if contents is null then
    return;
  end if;
  execute format('insert into %s (%s) select %2$s from jsonb_populate_recordset(null::%1$s, $1)', target, columns)
    using contents;
end $$;

-- 22_events.sql

-- Every transition writes who, what, when. Nothing is ever changed or removed here but by retention.

create table public.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- Who did it; null is the clock.
  actor uuid,
  verb text not null,
  noun text not null,
  subject uuid,
  -- Those of the two who may know.
  mentee uuid,
  mentor uuid,
  desks text[] not null default '{}',
  detail jsonb not null default '{}'
);
create index events_mentee on public.events (mentee);
create index events_mentor on public.events (mentor);
create index events_actor on public.events (actor);
create index events_desks on public.events using gin (desks);
create index events_at on public.events using brin (at);

alter table public.events enable row level security;
grant select on public.events to authenticated;
create policy "a person sees her own events, a coordinator those of her desks" on public.events
  for select to authenticated
  using ((select auth.uid()) in (actor, mentee, mentor) or desks && (select private.my_desks()));

create function private.note(
  verb text, noun text, subject uuid, mentee uuid default null, mentor uuid default null,
  desks text[] default '{}', detail jsonb default '{}'
) returns void
  language sql set search_path = '' as $$
  insert into public.events (actor, verb, noun, subject, mentee, mentor, desks, detail)
  values (auth.uid(), verb, noun, subject, mentee, mentor, desks, detail)
$$;

-- 24_outbox.sql

-- Mails wait here, written in the transaction of their cause. The key says what the mail is about: twice the same
-- cause is one mail.

create table private.outbox (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null,
  person uuid references auth.users on delete cascade,
  -- Of whoever has no account, until the mail has left.
  address text,
  params jsonb not null default '{}',
  -- For whoever has no name here yet, and so no language either.
  locale text,
  queued_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  attempts smallint not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- A coordinator has dealt with it.
  aside_at timestamptz,
  last_error text,
  constraint outbox_goes_somewhere check (num_nonnulls(person, address) = 1 or sent_at is not null)
);
create index outbox_person on private.outbox (person);
create index outbox_due on private.outbox (next_at) where sent_at is null and given_up_at is null;
alter table private.outbox enable row level security;

create function private.queue_mail(key text, kind text, person uuid, params jsonb default '{}', locale text default null,
  address text default null) returns void
  language plpgsql set search_path = '' as $$
begin
  insert into private.outbox (key, kind, person, params, locale, address) values (key, kind, person, params, locale, address)
  on conflict do nothing;
  if found then
    perform pg_notify('mail', '');
  end if;
end $$;

-- The clock a person lives by: her country's.
create function private.zone_of(person_is uuid) returns text
  language plpgsql stable set search_path = '' as $$
begin
  return case when exists (select from public.mentors m where m.person = person_is and m.region like 'fi-%')
      or exists (select from public.mentees m where m.person = person_is and m.region like 'fi-%')
      or exists (select from public.applications a where a.person = person_is and a.in_line and a.region like 'fi-%')
    then 'Europe/Helsinki' else 'Europe/Oslo' end;
end $$;

-- A worker takes a few mails for two minutes; if it dies, they come back by themselves.
create function private.take_mail(batch integer, as_of timestamptz default now())
  returns table (id bigint, key text, kind text, locale text, address text, name text, params jsonb, attempts smallint,
    zone text)
  language sql set search_path = '' as $$
  with taken as (
    update private.outbox o
    set next_at = as_of + interval '2 minutes', attempts = o.attempts + 1
    where o.id in (
      select d.id from private.outbox d
      where d.sent_at is null and d.given_up_at is null and d.next_at <= as_of
      order by d.next_at limit batch for update skip locked)
    returning o.*
  )
  select t.id, t.key, t.kind, coalesce(p.locale, t.locale, 'en'), coalesce(u.email, t.address)::text, p.shown_name, t.params, t.attempts,
    private.zone_of(t.person)
  from taken t left join auth.users u on u.id = t.person left join public.people p on p.id = t.person
$$;

-- It is still on its way out, with a mail server that takes its time: two minutes more, so that nobody else takes it.
create function private.keep_mail(id bigint, as_of timestamptz default now()) returns void
  language sql set search_path = '' as $$
  update private.outbox o set next_at = as_of + interval '2 minutes'
  where o.id = keep_mail.id and o.sent_at is null and o.given_up_at is null
$$;

create function private.mail_sent(id bigint) returns void
  language sql set search_path = '' as $$
  update private.outbox o set sent_at = now(), last_error = null, params = '{}', address = null where o.id = mail_sent.id
$$;

-- Two minutes, four, eight … up to four hours; after eight tries a coordinator sees it on the desk.
create function private.mail_failed(id bigint, reason text, as_of timestamptz default now()) returns void
  language sql set search_path = '' as $$
  update private.outbox o
  set last_error = left(reason, 200),
      next_at = as_of + least(interval '4 hours', interval '1 minute' * power(2, o.attempts)),
      given_up_at = case when o.attempts >= 8 then as_of end
  where o.id = mail_failed.id and o.sent_at is null
$$;

-- 25_secrets.sql

-- Secrets of links that open something: known to whoever has the link, and here as a hash only.

create function private.hash_of(secret text) returns bytea
  language sql immutable set search_path = '' as $$
  select sha256(convert_to(left(secret, 100), 'UTF8'))
$$;

-- A new secret: 32 bytes out of 366 random bits, so that no extension is needed, as they stand in an address.
create function private.new_secret() returns text
  language sql set search_path = '' as $$
  select rtrim(translate(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    || uuid_send(gen_random_uuid())), 'base64'), '+/', '-_'), '=')
$$;

-- 26_drafts.sql

-- What was typed survives a reload, on the server: browser storage holds the session and nothing else.

create table public.drafts (
  person uuid not null references auth.users on delete cascade,
  -- `mentor`, `mentee`, or `request/<mentor>`, `question/<request>` …
  form text not null,
  content jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (person, form),
  constraint draft_form_shape check (form ~ '^[a-z-]{3,20}(/[0-9a-f-]{36})?$'),
  constraint draft_is_small check (pg_column_size(content) <= 8192)
);

alter table public.drafts enable row level security;
grant select on public.drafts to authenticated;
create policy "a person sees her own drafts" on public.drafts
  for select to authenticated using (person = (select auth.uid()));

-- Keep what I have typed so far in a form; twenty drafts at most.
create function public.save_draft(form text, content jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if (select count(*) from public.drafts d where d.person = me and d.form <> save_draft.form) >= 20 then
    perform private.refuse('too_many_drafts');
  end if;
  insert into public.drafts (person, form, content) values (me, form, content)
  on conflict on constraint drafts_pkey do update set content = excluded.content, saved_at = now();
end $$;
grant execute on function public.save_draft to authenticated;

-- Throw away what I had begun.
create function public.drop_draft(form text) returns void
  language sql security definer set search_path = '' as $$
  delete from public.drafts d where d.person = auth.uid() and d.form = drop_draft.form
$$;
grant execute on function public.drop_draft to authenticated;

-- Drafts live 90 days.
create function private.drop_old_drafts(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from public.drafts where saved_at < as_of - interval '90 days' returning 1)
  select count(*) from gone
$$;

-- 28_page_answers.sql

-- Whether readers found a page clear: two counters for each page, language and day, and nothing about the reader.
-- Readers have no account, so the server counts for them, and nobody else may. Whoever coordinates reads the sums.

create table private.page_answers (
  page text not null,
  lang text not null,
  day date not null,
  clear integer not null default 0,
  unclear integer not null default 0,
  primary key (page, lang, day)
);

alter table private.page_answers enable row level security;

-- Counts one answer. False, and nothing is counted: no such page or language, the page's 200 of the day are reached, or
-- the day's 2,000 pages, so that nobody fills the table with addresses that do not exist.
create function private.count_clear(page text, lang text, clear boolean, as_of timestamptz default now())
  returns boolean language plpgsql set search_path = '' as $$
declare
  today date := (as_of at time zone 'UTC')::date;
begin
  if (count_clear.page ~ '^[a-z0-9-]{1,40}(/[a-z0-9-]{1,60}){0,2}$' and count_clear.lang = any (private.locales())
      and count_clear.clear is not null) is not true
    or (select count(*) from private.page_answers a where a.day = today and a.page <> count_clear.page) >= 2000
  then
    return false;
  end if;
  insert into private.page_answers as a (page, lang, day, clear, unclear)
  values (count_clear.page, count_clear.lang, today, count_clear.clear::integer, (not count_clear.clear)::integer)
  on conflict on constraint page_answers_pkey do update
    set clear = a.clear + excluded.clear, unclear = a.unclear + excluded.unclear
    where a.clear + a.unclear < 200;
  return found;
end $$;

-- The sums of a language, for whoever has a desk: the table itself is the server's.
create function private.page_answers_in(lang_is text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.desk();
  return coalesce((select jsonb_agg(to_jsonb(p) order by p.unclear desc, p.clear, p.page)
    from (select a.page, sum(a.clear) as clear, sum(a.unclear) as unclear from private.page_answers a
      where a.lang = lang_is and a.day > current_date - 365 group by a.page) as p), '[]');
end $$;
grant execute on function private.page_answers_in to authenticated;

-- What readers of a language said in the twelve months before now, text by text, those that most found unclear first.
-- The texts are everybody's, so every coordinator may ask.
create function public.page_answers(lang text) returns jsonb
  language sql stable set search_path = '' as $$
  select private.page_answers_in(lang)
$$;
grant execute on function public.page_answers to authenticated;

-- Answers are kept for two years: long enough to see whether a new text is clearer than the old one.
create function private.forget_page_answers(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from private.page_answers where day < (as_of - interval '24 months')::date returning 1)
  select count(*) from gone
$$;

-- 29_barriers.sql

-- What stands in people's way when they look for work: they may tell us in codes, without an account. Nothing is kept but
-- counts: no person, no words, no address and no day.

create table private.barriers (
  -- When it was told; when it happened is a year.
  month date not null,
  kind text not null,
  stage text not null,
  country text not null,
  year integer not null,
  -- A sub-major group of ISCO-08: two digits; empty is not said.
  field text not null,
  told integer not null,
  primary key (month, kind, stage, country, year, field),
  constraint barrier_kind_is_known check (kind in ('no-answer', 'asked-about-me', 'degree', 'language', 'pay', 'other')),
  constraint barrier_stage_is_known check (stage in ('application', 'interview', 'workplace', 'office')),
  constraint barrier_country_is_known check (country in ('NO', 'DK', 'SE', 'FI')),
  constraint barrier_field_is_a_group check (field = '' or field ~ '^\d{2}$')
);
alter table private.barriers enable row level security;

-- Tell of a barrier: a visitor may. It answers nothing. A year within the last ten; two thousand a month in all.
create function public.tell_barrier(kind text, stage text, country text, year integer, field text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  this_month date := date_trunc('month', now())::date;
begin
  if year > extract(year from now()) or year < extract(year from now()) - 10 then
    perform private.refuse('barrier_year_range');
  elsif field is not null and not exists (select from public.fields f where left(f.code, 2) = tell_barrier.field) then
    perform private.refuse('field_unknown');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('tell_barrier', 0));
  if (select coalesce(sum(b.told), 0) from private.barriers b where b.month = this_month) >= 2000 then
    perform private.refuse('too_many_barriers');
  end if;
  insert into private.barriers as b (month, kind, stage, country, year, field, told)
  values (this_month, kind, stage, country, year, coalesce(field, ''), 1)
  on conflict on constraint barriers_pkey do update set told = b.told + 1;
end $$;
grant execute on function public.tell_barrier to authenticated;
grant execute on function public.tell_barrier to anon;

-- How many told of each kind, by stage, country, year or field, in months that are over. Every number is rounded down to a
-- step of five, so that a number under five is nought, and that no small one can be worked out from the sums of several
-- tables; nor by telling until a number moves, for what is told today is not in it.
create function private.barriers_by(split text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'of', s.part, 'told', s.told / 5 * 5) order by s.kind, s.part), '[]')
  from (select b.kind, case split when 'stage' then b.stage when 'country' then b.country when 'year' then b.year::text
      else b.field end as part, sum(b.told)::integer as told
    from private.barriers b where b.month < date_trunc('month', now()) group by 1, 2) s
  where s.told >= 5
$$;
grant execute on function private.barriers_by to authenticated;

-- What has been told, for whoever has a desk: by 'stage', 'country', 'year' and 'field'.
create function public.barriers() returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  perform private.desk();
  return (select jsonb_object_agg(split, private.barriers_by(split)) from unnest(array['stage', 'country', 'year', 'field']) as split);
end $$;
grant execute on function public.barriers to authenticated;

-- Five years after they were told.
create function private.forget_barriers(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from private.barriers where month < (as_of - interval '5 years')::date returning 1)
  select count(*) from gone
$$;

-- 29_enquiries.sql

-- An enquiry: somebody without an account asks us something and is answered by mail. Who she is nobody at a desk learns:
-- her address stands apart, leaves with the answer, and what stays in the end is a number.

create table public.enquiries (
  id uuid primary key default gen_random_uuid(),
  topic text not null,
  -- In which the answer shall be.
  locale text not null,
  words text not null,
  programme text references public.programmes on delete set null,
  region text references public.places on delete set null,
  asked_at timestamptz not null default now(),
  answer text,
  answered_at timestamptz,
  desks text[] not null,
  constraint enquiry_topic_is_known check (topic in ('find-mentor', 'be-mentor', 'apply', 'language', 'rights', 'other')),
  constraint enquiry_locale_is_known check (locale = any (private.locales())),
  constraint enquiry_words_length check (char_length(btrim(words)) between 10 and 1000 and private.is_visible(words)),
  constraint enquiry_answer_length check (char_length(btrim(answer)) between 20 and 2000 and private.is_visible(answer)),
  constraint enquiry_answer_has_a_time check ((answer is null) = (answered_at is null))
);
create index enquiries_programme on public.enquiries (programme);
create index enquiries_region on public.enquiries (region);
create index enquiries_desks on public.enquiries using gin (desks);

-- Where the answer goes; no longer here once it is on its way.
create table private.enquiry_addresses (
  enquiry uuid primary key references public.enquiries on delete cascade,
  address text not null
);
create index enquiry_addresses_address on private.enquiry_addresses (address);

-- How many asked, by month, topic and language.
create table private.enquiry_counts (
  month date not null,
  topic text not null,
  locale text not null,
  asked integer not null,
  primary key (month, topic, locale)
);

alter table public.enquiries enable row level security;
alter table private.enquiry_addresses enable row level security;
alter table private.enquiry_counts enable row level security;
grant select on public.enquiries to authenticated;
create policy "a coordinator sees enquiries that come to her desks" on public.enquiries
  for select to authenticated using (desks && (select private.my_desks()));

-- To whom a question comes: the desks of the programme and the region it names, and where it names none, every desk; of
-- these the ones at which somebody works.
create function private.enquiry_desks(programme_is text, region_is text) returns text[]
  language sql stable set search_path = '' as $$
  select array_agg(distinct desk order by desk)
  from public.programmes p,
    unnest(private.desks(p.key, variadic case when region_is is null then p.regions else array[region_is] end)) as desk
  where (programme_is is null or p.key = programme_is) and (region_is is null or region_is = any (p.regions))
    and exists (select from public.coordinators c
      where c.programme = p.key and desk = p.key || coalesce('/' || c.region, ''))
$$;

-- What can happen to it

-- Ask us: a visitor may, two hundred a day in all. What is known of an address neither changes the answer nor what is kept:
-- whoever types somebody's address learns nothing of her and takes nothing from her.
create function public.ask_us(topic text, locale text, words text, address text, programme text default null,
  region text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  normal text := lower(btrim(address));
  asked uuid;
begin
  if private.is_address(normal) is not true then
    perform private.refuse('address_malformed');
  elsif programme is not null and not exists (select from public.programmes p where p.key = ask_us.programme) then
    perform private.refuse('programme_unknown');
  elsif region is not null and not exists (select from public.places p where p.key = ask_us.region) then
    perform private.refuse('place_unknown');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ask_us', 0));
  if (select count(*) from public.enquiries e where e.asked_at > now() - interval '1 day') >= 200 then
    perform private.refuse('too_many_enquiries');
  end if;
  insert into public.enquiries (topic, locale, words, programme, region, desks)
  values (topic, locale, btrim(words), programme, region,
    -- Where nobody works, somebody answers all the same.
    coalesce(private.enquiry_desks(programme, region), private.enquiry_desks(programme, null),
      private.enquiry_desks(null, null), '{}')) returning id into asked;
  insert into private.enquiry_addresses (enquiry, address) values (asked, normal);
  insert into private.enquiry_counts as c (month, topic, locale, asked)
  values (date_trunc('month', now())::date, topic, locale, 1)
  on conflict on constraint enquiry_counts_pkey do update set asked = c.asked + 1;
end $$;
grant execute on function public.ask_us to authenticated;
grant execute on function public.ask_us to anon;

-- Answers that were begun, by whomever, go when it is answered or gone.
create function private.drop_enquiry_drafts() returns trigger
  language plpgsql set search_path = '' as $$
begin
  delete from public.drafts d where d.form = 'enquiry/' || old.id;
  return null;
end $$;
create trigger drop_drafts after delete or update of answered_at on public.enquiries
  for each row execute function private.drop_enquiry_drafts();

-- The enquiry, locked, if it is of my desks and waits for an answer.
create function private.hold_enquiry(enquiry uuid) returns public.enquiries
  language plpgsql set search_path = '' as $$
declare
  e public.enquiries;
begin
  select * into e from public.enquiries x where x.id = enquiry and x.desks && private.my_desks() for update;
  if not found then
    perform private.refuse('enquiry_unknown');
  elsif e.answered_at is not null then
    perform private.refuse('enquiry_answered');
  end if;
  return e;
end $$;

-- Answer it: the mail takes the address along.
create function public.answer_enquiry(enquiry uuid, answer text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  e public.enquiries := private.hold_enquiry(enquiry);
  goes_to text;
begin
  if answer is null then
    perform private.refuse('something_missing');
  end if;
  update public.enquiries x set answer = btrim(answer_enquiry.answer), answered_at = now() where x.id = e.id;
  delete from private.enquiry_addresses a where a.enquiry = e.id returning a.address into goes_to;
  perform private.queue_mail('enquiry-answered:' || e.id, 'enquiry-answered', null,
    jsonb_build_object('question', e.words, 'answer', btrim(answer_enquiry.answer)), e.locale, goes_to);
  perform private.note('answer_enquiry', 'enquiry', e.id, null, null, e.desks);
end $$;
grant execute on function public.answer_enquiry to authenticated;

-- Delete what is no question, address and all.
create function public.drop_enquiry(enquiry uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  e public.enquiries := private.hold_enquiry(enquiry);
begin
  delete from public.enquiries x where x.id = e.id;
  perform private.note('drop_enquiry', 'enquiry', e.id, null, null, e.desks);
end $$;
grant execute on function public.drop_enquiry to authenticated;

-- How many asked in a year, by topic and language; fewer than five are null. There are no sums to work them out from.
create function private.enquiry_counts_in(as_of date) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('topic', s.topic, 'locale', s.locale,
    'asked', case when s.asked >= 5 then s.asked end) order by s.topic, s.locale), '[]')
  from (select c.topic, c.locale, sum(c.asked) as asked from private.enquiry_counts c
    where c.month > as_of - 365 group by c.topic, c.locale) s
$$;
grant execute on function private.enquiry_counts_in to authenticated;

-- The page of my desks: questions that wait, the longest first; those answered in the last days; the counts of a year; and
-- what I have begun to answer.
create function public.enquiry_desk() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return (select jsonb_build_object(
      'open', private.first_fifty(jsonb_agg(x.told order by x.asked_at) filter (where x.answered_at is null)),
      'answered', private.first_fifty(jsonb_agg(x.told order by x.answered_at desc) filter (where x.answered_at is not null)),
      'counts', private.enquiry_counts_in(current_date),
      'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
        where d.person = private.me() and d.form like 'enquiry/%'), '{}'))
    from (select e.asked_at, e.answered_at, jsonb_build_object('id', e.id, 'topic', e.topic, 'locale', e.locale,
        'words', e.words, 'programme', e.programme, 'region', e.region, 'asked_at', e.asked_at, 'answer', e.answer,
        'answered_at', e.answered_at) as told
      from public.enquiries e where e.desks && mine) x);
end $$;
grant execute on function public.enquiry_desk to authenticated;

-- A week after the answer, or sixty days after the question where none came. An answer that could not be delivered goes
-- with it; the numbers stay for two years.
create function private.forget_enquiries(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.enquiries
    where answered_at < as_of - interval '7 days' or (answered_at is null and asked_at < as_of - interval '60 days')
    returning 1),
  mails as (delete from private.outbox where address is not null and queued_at < as_of - interval '7 days'),
  counts as (delete from private.enquiry_counts where month < (as_of - interval '24 months')::date)
  select count(*) from gone
$$;

-- Everything somebody has asked from this address and is not answered yet.
create function private.erase_enquiries(address_is text) returns void
  language sql set search_path = '' as $$
  delete from private.outbox o where o.address = lower(btrim(address_is));
  delete from public.enquiries e using private.enquiry_addresses a
  where a.enquiry = e.id and a.address = lower(btrim(address_is))
$$;

-- 30_mentors.sql

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

-- 31_pictures.sql

-- A picture of a person, if she wants one: a small photo or one of the drawn shapes. Apart from people and cards, so that
-- no list carries it by accident; none is as good. Who sees it: 48_who_sees_whom.sql.

create table public.pictures (
  person uuid primary key references public.people on delete cascade,
  -- A JPEG made small in the browser, without anything but the picture in it: no place, no time, no camera.
  photo bytea,
  -- A drawn shape, by its number.
  shape smallint,
  saved_at timestamptz not null default now(),
  constraint picture_is_one_of_two check ((photo is null) <> (shape is null)),
  constraint picture_is_small check (octet_length(photo) <= 20480),
  constraint picture_shape_range check (shape between 1 and 12)
);
alter table public.pictures enable row level security;
grant select on public.pictures to authenticated;

-- Is this a JPEG of at most 256 times 256, with nothing beside the picture? Its segments are read up to the one that says
-- how large it is: a file that only calls itself a picture has none, and one that tells more (where it was taken, a
-- comment) is not taken either.
create function private.is_small_jpeg(photo bytea) returns boolean
  language plpgsql immutable set search_path = '' as $$
declare
  at integer := 2;
  marker integer;
  size integer;
begin
  if octet_length(photo) < 64 or substring(photo for 2) <> '\xffd8' or substring(photo from octet_length(photo) - 1) <> '\xffd9' then
    return false;
  end if;
  while at + 9 < octet_length(photo) loop
    marker := get_byte(photo, at + 1);
    size := get_byte(photo, at + 2) * 256 + get_byte(photo, at + 3);
    if get_byte(photo, at) <> 255 or size < 2 or marker between 225 and 239 or marker = 254 then
      return false;
    elsif marker in (192, 193, 194) then
      return get_byte(photo, at + 5) * 256 + get_byte(photo, at + 6) between 1 and 256
        and get_byte(photo, at + 7) * 256 + get_byte(photo, at + 8) between 1 and 256;
    end if;
    at := at + 2 + size;
  end loop;
  return false;
end $$;

-- What can happen to it

-- Show this photo of me: a JPEG in base64, at most 256 times 256 and 20 kB, made so in the browser.
create function public.save_picture(photo text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  bytes bytea;
begin
  if char_length(photo) > 27400 then
    perform private.refuse('picture_is_small');
  end if;
  begin
    bytes := decode(photo, 'base64');
  exception when invalid_parameter_value then
    perform private.refuse('picture_unsound');
  end;
  if private.is_small_jpeg(bytes) is not true then
    perform private.refuse('picture_unsound');
  end if;
  perform private.keep_picture(me, bytes, null);
end $$;
grant execute on function public.save_picture to authenticated;

-- Show a drawn shape instead, 1 to 12; null is what everybody begins with, a stone with the first letter.
create function public.choose_shape(shape integer) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.keep_picture(private.me(), null, shape);
end $$;
grant execute on function public.choose_shape to authenticated;

create function private.keep_picture(person_is uuid, photo bytea, shape integer) returns void
  language plpgsql set search_path = '' as $$
begin
  if not exists (select from public.people p where p.id = person_is) then
    perform private.refuse('apply_first');
  end if;
  if photo is null and shape is null then
    delete from public.pictures p where p.person = person_is;
  else
    insert into public.pictures as p (person, photo, shape) values (person_is, keep_picture.photo, keep_picture.shape)
    on conflict (person) do update set photo = excluded.photo, shape = excluded.shape, saved_at = now();
  end if;
  perform private.note('keep_picture', 'person', person_is);
end $$;

-- {"photo": base64} or {"shape": number}.
create function private.picture_told(p public.pictures) returns jsonb
  language sql stable set search_path = '' as $$
  select case when p.photo is null then jsonb_build_object('shape', p.shape)
    else jsonb_build_object('photo', translate(encode(p.photo, 'base64'), E'\n', '')) end
$$;
grant execute on function private.picture_told to authenticated;

-- The pictures of up to fifty people whose cards I see, by person.
create function public.pictures_of(people uuid[]) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(p.person, private.picture_told(p)), '{}')
  from public.pictures p where p.person = any (people[:50])
$$;
grant execute on function public.pictures_of to authenticated;

-- 32_mentees.sql

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

-- 33_backgrounds.sql

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

-- 33_backgrounds_saved.sql

-- How a background comes about: out of an application that is accepted, and by the hand of the person herself.
-- Table: 33_backgrounds.sql.

-- With what a yes in the application begins; more is hers to choose.
create function private.shared_at_first(part text) returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select case part when 'mentee' then array['education', 'experience'] when 'mentor' then array['employer', 'sector'] end
$$;

-- Answers of a form as a background keeps them: empty parts left out, and null where nothing sound is left.
create function private.education_kept(answer jsonb) returns jsonb
  language sql immutable parallel safe set search_path = '' as $$
  select case when private.education_is_sound(e) then nullif(e, 'null') end
  from (select case jsonb_typeof(answer) when 'object' then jsonb_strip_nulls(jsonb_build_object(
    'level', nullif(answer ->> 'level', ''), 'where', nullif(answer ->> 'where', ''),
    'recognised', nullif(answer ->> 'recognised', ''))) end as e) as cleaned
$$;

create function private.experience_kept(answer jsonb) returns jsonb
  language sql immutable parallel safe set search_path = '' as $$
  select jsonb_agg(e order by nr)
  from (select nr, jsonb_strip_nulls(jsonb_build_object('work', line ->> 'work', 'country', nullif(line ->> 'country', ''),
      'years', case when line ->> 'years' ~ '^\d{1,2}$' then (line ->> 'years')::integer end)) as e
    from jsonb_array_elements(case jsonb_typeof(answer) when 'array' then answer else '[]' end)
      with ordinality as t (line, nr)) as lines
  where nr <= 4 and private.experience_is_sound(jsonb_build_array(e))
$$;

create function private.year_kept(answer jsonb, as_of date) returns smallint
  language sql immutable parallel safe set search_path = '' as $$
  select case when answer #>> '{}' ~ '^\d{4}$' and (answer #>> '{}')::integer between 1900 and extract(year from as_of)
    then (answer #>> '{}')::smallint end
$$;

-- Could one choose this in a form's question, in any version of it?
create function private.was_offered(part text, question text, chosen text) returns boolean
  language sql stable set search_path = '' as $$
  select chosen is null or exists (
    select from public.forms f cross join jsonb_path_query(f.definition, '$.steps[*].questions[*]') as q
    where f.key = part and q ->> 'key' = question and private.is_option(q, chosen))
$$;

-- A yes to an application keeps what was answered in it, at `sent_at`. What she has not answered stays as it was, and what
-- she has saved herself since stays, too. The same of what she shares: her last word counts.
create function private.keep_background(person_is uuid, part_is text, answers jsonb, locale_is text, sent_at timestamptz)
  returns void
  language plpgsql set search_path = '' as $$
declare
  mentee boolean := part_is = 'mentee';
  b public.backgrounds;
  told public.backgrounds;
  wanted text[];
begin
  select * into b from public.backgrounds x where x.person = person_is for update;
  if mentee then
    told.birth_year := private.year_kept(answers -> 'birth_year', current_date);
    told.country := substring(answers ->> 'country' from '^[A-Z]{2}$');
    told.came_as := nullif(answers ->> 'came_as', '');
    told.arrival_year := private.year_kept(answers -> 'arrival_year', current_date);
    told.education := private.education_kept(answers -> 'education');
    told.experience := private.experience_kept(answers -> 'experience');
  else
    told.seniority := nullif(answers ->> 'seniority', '');
    told.employer := nullif(left(btrim(answers ->> 'employer'), 120), '');
    told.sector := nullif(answers ->> 'sector', '');
    told.size_band := nullif(answers ->> 'size_band', '');
    told.motivation := private.texts(answers -> 'motivation');
  end if;
  if b.corrected_at > sent_at then
    told := private.first_said(b, told);
  else
    told := private.first_said(told, b);
  end if;
  -- Nobody comes before she is born; a person says which of the two is wrong.
  if told.arrival_year < told.birth_year then
    told.arrival_year := null;
  end if;
  insert into public.backgrounds (person, birth_year, country, came_as, arrival_year, education, experience, seniority,
    employer, sector, size_band, motivation, shares)
  values (person_is, told.birth_year, told.country, told.came_as, told.arrival_year, told.education, told.experience,
    told.seniority, case when char_length(told.employer) > 1 then told.employer end, told.sector, told.size_band,
    coalesce(told.motivation, '{}'), '{}')
  on conflict on constraint backgrounds_pkey do update set birth_year = excluded.birth_year, country = excluded.country,
    came_as = excluded.came_as, arrival_year = excluded.arrival_year, education = excluded.education,
    experience = excluded.experience, seniority = excluded.seniority, employer = excluded.employer,
    sector = excluded.sector, size_band = excluded.size_band, motivation = excluded.motivation, saved_at = now();
  if not exists (select from public.background_consents c
      where c.person = person_is and c.how = 'page' and c.said_at > keep_background.sent_at) then
    wanted := array(select s from unnest(coalesce(b.shares, '{}')) as s where s <> all (private.shared_facts(part_is)));
    if answers -> 'consent_share' = 'true' then
      wanted := wanted || private.shared_at_first(part_is);
    end if;
    perform private.share_background(person_is, wanted, locale_is, 'application');
  end if;
end $$;

-- The facts of a background that its person has saved herself after `since`, by the names of the forms' questions.
create function private.corrected_since(person_is uuid, since timestamptz) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce((select jsonb_strip_nulls(to_jsonb(b) - '{person,shares,saved_at,corrected_at}'::text[])
    from public.backgrounds b where b.person = person_is and b.corrected_at > since), '{}')
$$;

-- Each fact as the first of two has it, or else the second.
create function private.first_said(a public.backgrounds, b public.backgrounds) returns public.backgrounds
  language plpgsql immutable set search_path = '' as $$
begin
  a.birth_year := coalesce(a.birth_year, b.birth_year);
  a.country := coalesce(a.country, b.country);
  a.came_as := coalesce(a.came_as, b.came_as);
  a.arrival_year := coalesce(a.arrival_year, b.arrival_year);
  a.education := coalesce(a.education, b.education);
  a.experience := coalesce(a.experience, b.experience);
  a.seniority := coalesce(a.seniority, b.seniority);
  a.employer := coalesce(a.employer, b.employer);
  a.sector := coalesce(a.sector, b.sector);
  a.size_band := coalesce(a.size_band, b.size_band);
  a.motivation := coalesce(nullif(a.motivation, '{}'), b.motivation);
  return a;
end $$;

-- From now on she shares these and no others; each change is a line in her consents.
create function private.share_background(person_is uuid, wanted text[], locale_is text, how_is text) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.backgrounds b set shares = wanted
  where b.person = person_is and not (b.shares @> wanted and b.shares <@ wanted);
  if found then
    insert into public.background_consents (person, shares, version, locale, how)
    values (person_is, wanted, 1, locale_is, how_is);
  end if;
end $$;

-- Save my background as I see it, all of it, and what the other side reads of it before we meet; `locale` is the language I
-- read this in. What I no longer share nobody reads from this moment on.
create function public.save_background(birth_year integer, country text, came_as text, arrival_year integer,
  education jsonb, experience jsonb, seniority text, employer text, sector text, size_band text, motivation text[],
  shares text[], locale text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  this_year integer := extract(year from current_date);
  before public.backgrounds;
  after public.backgrounds;
begin
  perform private.hold_pair(me, me);
  if coalesce(private.standing_of(me, 'mentee'), 'left') = 'left' and coalesce(private.standing_of(me, 'mentor'), 'left') = 'left' then
    perform private.refuse('apply_first');
  elsif locale is null then
    perform private.refuse('something_missing');
  elsif birth_year not between 1900 and this_year then
    perform private.refuse('background_birth_year_range');
  elsif arrival_year not between 1900 and this_year then
    perform private.refuse('background_arrival_year_range');
  elsif education is not null and not private.answer_is_sound('{"kind": "education"}', education) then
    perform private.refuse('background_education_is_sound');
  end if;
  select * into before from public.backgrounds b where b.person = me for update;
  if exists (select from jsonb_array_elements(private.experience_kept(experience)) as e
      where not exists (select from public.fields f where f.code = e ->> 'work')) then
    perform private.refuse('field_unknown');
  -- What I had chosen stays mine when the form no longer offers it.
  elsif not (came_as is not distinct from before.came_as or private.was_offered('mentee', 'came_as', came_as))
    or not (seniority is not distinct from before.seniority or private.was_offered('mentor', 'seniority', seniority))
    or not (sector is not distinct from before.sector or private.was_offered('mentor', 'sector', sector))
    or not (size_band is not distinct from before.size_band or private.was_offered('mentor', 'size_band', size_band))
    or exists (select from unnest(motivation) as m
      where m <> all (coalesce(before.motivation, '{}')) and not private.was_offered('mentor', 'motivation', m)) then
    perform private.refuse('choice_unknown');
  end if;
  insert into public.backgrounds as b (person, birth_year, country, came_as, arrival_year, education, experience,
    seniority, employer, sector, size_band, motivation, corrected_at)
  values (me, birth_year, country, came_as, arrival_year, education, nullif(experience, '[]'), seniority,
    nullif(btrim(employer), ''), sector, size_band, coalesce(motivation, '{}'), now())
  on conflict on constraint backgrounds_pkey do update set birth_year = excluded.birth_year, country = excluded.country,
    came_as = excluded.came_as, arrival_year = excluded.arrival_year, education = excluded.education,
    experience = excluded.experience, seniority = excluded.seniority, employer = excluded.employer,
    sector = excluded.sector, size_band = excluded.size_band, motivation = excluded.motivation, saved_at = now(),
    corrected_at = now();
  perform private.share_background(me, coalesce(shares, '{}'), save_background.locale, 'page');
  select * into after from public.backgrounds b where b.person = me;
  -- Which facts changed, never what they say.
  perform private.note('save_background', 'person', me, null, null, '{}', jsonb_build_object('changed',
    (select coalesce(jsonb_agg(n.key order by n.key), '[]') from jsonb_each(to_jsonb(after)) as n
      where n.key not in ('person', 'saved_at', 'corrected_at')
        and n.value is distinct from coalesce(to_jsonb(before) -> n.key, 'null'))));
end $$;
grant execute on function public.save_background to authenticated;

-- 33_backgrounds_told.sql

-- What is computed from a background, and who is told it. Nothing of this is stored. Table: 33_backgrounds.sql.

-- How old one is at most on a day, when only the year is known: she is that or one less. In doubt for the person.
-- The rules of programmes ask this ten thousand times at once (14_eligibility.sql); plpgsql keeps its plan.
create function private.age_on(birth_year integer, as_of date) returns integer
  language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return date_part('year', as_of)::integer - birth_year;
end $$;
grant execute on function private.age_on to authenticated;

-- Whole years one has lived here, or one less. Null where she has not come from elsewhere, or has not said when.
create function private.years_here(b public.backgrounds, as_of date) returns integer
  language sql immutable parallel safe set search_path = '' as $$
  select case when b.came_as is distinct from 'born-here' then
    greatest(0, extract(year from as_of)::integer - b.arrival_year) end
$$;

-- The band a number of whole years falls into: '0-1', '2-4', … and '20+' from the last edge on. Each begins where the one
-- before ends, so that none falls between two.
create function private.band(years integer, variadic edges integer[]) returns text
  language sql immutable parallel safe set search_path = '' as $$
  select low || coalesce('-' || (next - 1), '+')
  from (select low, lead(low) over (order by low) as next from unnest(edges) as low) as bands
  where years >= low and (next is null or years < next)
$$;

create function private.age_band(birth_year integer, as_of date) returns text
  language sql immutable parallel safe set search_path = '' as $$
  select private.band(private.age_on(birth_year, as_of), 0, 18, 25, 35, 45, 55, 65)
$$;

create function private.stay_band(b public.backgrounds, as_of date) returns text
  language sql immutable parallel safe set search_path = '' as $$
  select private.band(private.years_here(b, as_of), 0, 2, 5, 10, 20)
$$;

-- Backgrounds as a coordinator takes them in, of everybody who plays this part at my desks: what belongs to that part alone,
-- and null where there is nothing. All at once, and written out: a desk has thousands, and a function of a row is asked for each.
create function private.backgrounds_at_desk(part text) returns table (person uuid, told jsonb)
  language sql stable security definer set search_path = '' as $$
  select b.person, nullif(jsonb_strip_nulls(jsonb_build_object(
    'age', private.age_on(b.birth_year, current_date), 'country', b.country, 'came_as', b.came_as,
    'years_here', private.years_here(b, current_date), 'education', b.education, 'experience', b.experience)), '{}')
  from public.backgrounds b
  where part = 'mentee' and b.person in (select m.person from public.mentees m where m.desks && (select private.my_desks()))
  union all
  select b.person, nullif(jsonb_strip_nulls(jsonb_build_object(
    'seniority', b.seniority, 'employer', b.employer, 'sector', b.sector, 'size_band', b.size_band)), '{}')
  from public.backgrounds b
  where part = 'mentor' and b.person in (select m.person from public.mentors m where m.desks && (select private.my_desks()))
$$;
grant execute on function private.backgrounds_at_desk to authenticated;

-- What somebody shares with me, who plays `part` beside me: from the trial on, while it or its match stands. Nobody else
-- gets anything, and I get nothing she does not share.
create function private.background_shared(person_is uuid, part text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
begin
  if coalesce(person_is = any (private.beside_me(part)), false) then
    return (select nullif(jsonb_strip_nulls(case part when 'mentee' then jsonb_build_object(
        'country', case when 'country' = any (b.shares) then b.country end,
        'years_here', case when 'years-here' = any (b.shares) then private.years_here(b, current_date) end,
        'education', case when 'education' = any (b.shares) then b.education end,
        'experience', case when 'experience' = any (b.shares) then b.experience end)
      else jsonb_build_object(
        'employer', case when 'employer' = any (b.shares) then b.employer end,
        'sector', case when 'sector' = any (b.shares) then b.sector end,
        'seniority', case when 'seniority' = any (b.shares) then b.seniority end) end), '{}')
      from public.backgrounds b where b.person = person_is);
  end if;
  return null;
end $$;
grant execute on function private.background_shared to authenticated;

-- 34_cards.sql

-- What others may see of a person, and nothing else: made from her place by triggers, never written by anybody.
-- `open_mentors` is also what the fit reads; its index by field holds all the fit needs, so that cards are read only
-- for those who are shown.

create table public.open_mentors (
  person uuid primary key references public.mentors on delete cascade,
  programme text not null references public.programmes on delete cascade,
  code text collate "C" not null,
  levels bytea not null,
  offers integer not null,
  interests integer not null,
  formats integer not null,
  place text not null,
  region text not null,
  hours smallint not null,
  migrated boolean,
  -- Only where the programme asks, and only what one may wish for there: whoever wishes learns it from the fit.
  gender text,
  -- Free places now; 0 hides her from the directory.
  free smallint not null,
  paused_from date,
  paused_until date,
  -- How much is on her already, 0–100; and how she has answered, 0–100 with a kind start.
  busy smallint not null,
  answers smallint not null,
  -- Days she usually takes to answer; null while nobody knows.
  answer_days smallint,
  desks text[] not null,
  words text not null,
  card jsonb not null,
  -- The card as JSON text but for its last brace: a page adds the fit of the two to it.
  opening text not null generated always as (left(card::text, -1)) stored,
  -- The languages she speaks at each level or better, one bit each; `native` is a mother tongue.
  a1 bigint not null generated always as (private.spoken_from(card -> 'languages', 1)) stored,
  a2 bigint not null generated always as (private.spoken_from(card -> 'languages', 2)) stored,
  b1 bigint not null generated always as (private.spoken_from(card -> 'languages', 3)) stored,
  b2 bigint not null generated always as (private.spoken_from(card -> 'languages', 4)) stored,
  c1 bigint not null generated always as (private.spoken_from(card -> 'languages', 5)) stored,
  c2 bigint not null generated always as (private.spoken_from(card -> 'languages', 6)) stored,
  native bigint not null generated always as (private.spoken_from(card -> 'languages', 7)) stored
);
create index open_mentors_by_field on public.open_mentors (programme, code)
  include (person, a1, a2, b1, b2, c1, c2, native, offers, interests, formats, hours, migrated, free, busy, answers,
    paused_from, paused_until, place, region, gender, desks)
  where free > 0;
create index open_mentors_by_place on public.open_mentors (programme, place) include (person);
create index open_mentors_words on public.open_mentors using gin (words extensions.gin_trgm_ops);
create index open_mentors_desks on public.open_mentors using gin (desks);

create table public.mentee_cards (
  person uuid primary key references public.mentees on delete cascade,
  desks text[] not null,
  card jsonb not null
);
create index mentee_cards_desks on public.mentee_cards using gin (desks);

-- What can happen to it: only that its sources changed

-- The card of a mentor as mentees read it, and as she looks at it before anybody else does.
create function private.card_of(m public.mentors, name text) returns jsonb
  language sql immutable parallel safe set search_path = '' as $$
  select jsonb_build_object('person', m.person, 'name', name, 'field', m.field, 'specialism', m.specialism,
    'languages', m.languages, 'offers', m.offers, 'formats', m.formats, 'place', m.place, 'region', m.region,
    'hours', m.hours, 'about', m.about)
$$;
grant execute on function private.card_of to authenticated;

-- Requests touch the cards of several mentors in one transaction. Waiting for each would let two such transactions wait
-- for one another, so this one never waits: a card that is busy is made anew by the clock (50_due.sql).
create function private.refresh_open_mentor_if_free(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform from public.mentors m where m.person = mentor for no key update skip locked;
  if found then
    perform private.refresh_open_mentor(mentor);
  end if;
end $$;

create function private.refresh_open_mentor(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  -- The place before the card, everywhere: two who change the same mentor never wait for each other in a ring.
  perform from public.mentors m where m.person = mentor for no key update;
  delete from public.open_mentors o
  where o.person = mentor and not exists (
    select from public.mentors m where m.person = mentor and m.standing = 'approved');
  insert into public.open_mentors as o (person, programme, code, levels, offers, interests, formats, place, region, hours,
    migrated, gender, free, paused_from, paused_until, busy, answers, answer_days,
    desks, words, card)
  select m.person, m.programme, m.field, private.level_bytes(m.languages), private.bits(m.offers, private.topics()),
    private.bits(m.interests, private.interests()), private.bits(m.formats, private.formats()), m.place, m.region, m.hours, m.migrated,
    case when g.asks_gender and x.gender in ('woman', 'man') then x.gender end,
    m.capacity - m.taken, m.paused_from, m.paused_until,
    least(100, 100 * m.taken / m.capacity + 20 * h.pending), (100 * (h.answered + 2)) / (h.answered + h.silent + 3),
    h.days, m.desks,
    private.fold(coalesce(m.specialism, '') || ' · ' || p.shown_name),
    private.card_of(m, p.shown_name)
  from public.mentors m
    join public.people p on p.id = m.person
    join public.people_private x on x.person = m.person
    join public.programmes g on g.key = m.programme
    cross join lateral (
      select count(*) filter (where r.status in ('open', 'asked')) as pending,
        count(*) filter (where r.answered_at is not null) as answered,
        count(*) filter (where r.status = 'expired' and r.opened_at is not null and r.answered_at is null) as silent,
        ceil(percentile_cont(0.5) within group (order by extract(epoch from r.answered_at - r.sent_at) / 86400)) as days
      from public.requests r
      where r.mentor = m.person and r.sent_at > now() - interval '1 year') h
  where m.person = mentor and m.standing = 'approved'
  on conflict (person) do update set
    programme = excluded.programme, code = excluded.code, levels = excluded.levels, offers = excluded.offers, interests = excluded.interests,
    formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
    migrated = excluded.migrated, gender = excluded.gender, free = excluded.free,
    paused_from = excluded.paused_from, paused_until = excluded.paused_until, busy = excluded.busy,
    answers = excluded.answers,
    answer_days = excluded.answer_days, desks = excluded.desks, words = excluded.words, card = excluded.card;
end $$;

create function private.refresh_mentee_card(mentee uuid) returns void
  language sql security definer set search_path = '' as $$
  insert into public.mentee_cards (person, desks, card)
  select m.person, m.desks, jsonb_build_object('person', m.person, 'name', p.shown_name, 'field', m.field,
    'specialism', m.specialism, 'languages', m.languages, 'goals', m.goals, 'formats', m.formats, 'place', m.place,
    'region', m.region, 'hours', m.hours, 'about', m.about)
  from public.mentees m join public.people p on p.id = m.person
  where m.person = mentee
  on conflict (person) do update set desks = excluded.desks, card = excluded.card
$$;

create function private.after_mentor() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(new.person);
  return null;
end $$;
create trigger card_follows after insert or update on public.mentors
  for each row execute function private.after_mentor();

create function private.after_mentee() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_mentee_card(new.person);
  return null;
end $$;
create trigger card_follows after insert or update of programme, field, specialism, languages, goals, formats, place,
  hours, about on public.mentees
  for each row execute function private.after_mentee();

create function private.after_person() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(new.id);
  perform private.refresh_mentee_card(new.id);
  return null;
end $$;
create trigger cards_follow after update of shown_name on public.people
  for each row when (old.shown_name is distinct from new.shown_name) execute function private.after_person();

create function private.after_private() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(new.person);
  return null;
end $$;
create trigger card_follows after update of gender on public.people_private
  for each row when (old.gender is distinct from new.gender) execute function private.after_private();

create function private.after_asking() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(m.person) from public.mentors m where m.programme = new.key order by m.person;
  return null;
end $$;
-- Its name comes after `directories_follow`: mentees are locked before mentors.
create trigger genders_follow after update on public.programmes
  for each row when (old.asks_gender is distinct from new.asks_gender) execute function private.after_asking();

-- 35_introductions.sql

-- An introduction: how a mentor shows herself to visitors, who wonder what kind of people mentors are. Nobody is shown before
-- she says yes to that alone, and nobody reads it from the moment she takes it back. The text of her profile is not in it.

create table public.introductions (
  person uuid primary key references public.mentors on delete cascade,
  words text not null,
  shown boolean not null,
  -- A yes of its own, to the photo she has now: another one asks anew.
  with_photo boolean not null,
  -- Since a coordinator has taken it out. Only a desk takes that back, and showing it again is hers.
  stopped_at timestamptz,
  constraint introduction_words_length check (char_length(btrim(words)) between 20 and 280 and private.is_visible(words)),
  -- Whoever wants to reach her applies: no address, no link, no number.
  constraint introduction_words_reach_nobody check (words !~* '@|https?:|www\.|(\d ?){8}'),
  constraint introduction_stopped_is_not_shown check (not shown or stopped_at is null),
  constraint introduction_photo_is_shown check (shown or not with_photo)
);

-- What she said yes to, anew each time; a line that is not shown takes back.
create table public.introduction_consents (
  id bigint generated always as identity primary key,
  person uuid not null references public.introductions on delete cascade,
  shown boolean not null,
  with_photo boolean not null,
  -- Which wording, in which language.
  version smallint not null,
  locale text not null,
  said_at timestamptz not null default now(),
  constraint introduction_consent_version_range check (version between 1 and 99),
  constraint introduction_consent_locale_is_known check (locale = any (private.locales()))
);
create index introduction_consents_person on public.introduction_consents (person);

alter table public.introductions enable row level security;
alter table public.introduction_consents enable row level security;
grant select on public.introductions, public.introduction_consents to authenticated;
create policy "a mentor sees her introduction" on public.introductions
  for select to authenticated using (person = (select auth.uid()));
create policy "a mentor sees what she has said yes to showing visitors" on public.introduction_consents
  for select to authenticated using (person = (select auth.uid()));

-- All that a visitor reads of a mentor, and what she looks at before she says yes: nothing that names her anywhere else, and
-- of where she lives at most a region of the programme.
create function private.introduction_card(m public.mentors, words text, with_photo boolean) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('name', n.shown_name, 'field', m.field, 'words', words,
    'languages', (select jsonb_agg(l -> 'language' order by nr) from jsonb_array_elements(m.languages) with ordinality as t (l, nr)),
    'region', case when m.region = any (g.regions) then m.region end,
    'picture', (select private.picture_told(p) from public.pictures p where p.person = m.person and (with_photo or p.photo is null)))
  from public.people n join public.programmes g on g.key = m.programme where n.id = m.person
$$;
grant execute on function private.introduction_card to authenticated;

-- Those of a programme who are shown on a day: approved, not paused, and the first twelve in the order of that day.
create function private.introductions_on(programme_is text, as_of date) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.introduction_card(d.m, d.words, d.with_photo) order by d.nr), '[]')
  from (
    select m, i.words, i.with_photo, md5(i.person::text || as_of) as nr
    from public.introductions i join public.mentors m on m.person = i.person
    where i.shown and m.programme = programme_is and m.standing = 'approved'
      and (m.paused_from is null or not as_of between m.paused_from and coalesce(m.paused_until, 'infinity'))
    order by nr limit 12) d
$$;

-- What can happen to it

-- Mentors of a programme who show themselves to visitors, for anybody: twelve at most, others each day and the same all day,
-- so that asking again shows nobody more. Who has paused, left or taken it back is not among them.
create function public.meet_mentors(programme text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select private.introductions_on(programme, current_date)
$$;
grant execute on function public.meet_mentors to anon, authenticated;

-- My introduction as I may show it: the card without the photo, the photo I could show, what I wrote and how it stands. Null
-- for who is no approved mentor.
create function public.my_introduction() returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('programme', m.programme, 'card', private.introduction_card(m, coalesce(i.words, ''), false),
    'photo', (select private.picture_told(p) from public.pictures p where p.person = m.person and p.photo is not null),
    'shown', coalesce(i.shown, false), 'with_photo', coalesce(i.with_photo, false), 'stopped', i.stopped_at is not null)
  from public.mentors m left join public.introductions i on i.person = m.person
  where m.person = private.me() and m.standing = 'approved'
$$;
grant execute on function public.my_introduction to authenticated;

-- Show me to visitors from now on, with these words and, if I say so, with my photo; `locale` is the language I read this in.
create function public.show_introduction(words text, with_photo boolean, locale text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mine public.mentors;
  photo boolean;
begin
  perform private.hold_pair(me, me);
  select * into mine from public.mentors m where m.person = me and m.standing = 'approved';
  if not found then
    perform private.refuse('not_a_mentor');
  elsif words is null or with_photo is null or locale is null then
    perform private.refuse('something_missing');
  elsif exists (select from public.introductions i where i.person = me and i.stopped_at is not null) then
    perform private.refuse('introduction_stopped');
  end if;
  -- Held, so that it is this one until then.
  perform from public.pictures p where p.person = me and p.photo is not null for share;
  photo := found and show_introduction.with_photo;
  insert into public.introductions as i (person, words, shown, with_photo) values (me, btrim(words), true, photo)
  on conflict on constraint introductions_pkey do update set words = excluded.words, shown = true, with_photo = excluded.with_photo;
  insert into public.introduction_consents (person, shown, with_photo, version, locale) values (me, true, photo, 1, locale);
  perform private.note('show_introduction', 'mentor', me, null, me, mine.desks);
end $$;
grant execute on function public.show_introduction to authenticated;

-- Show me no longer, from this moment on. What I wrote stays mine alone, until I leave.
create function public.hide_introduction(locale text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if locale is null then
    perform private.refuse('something_missing');
  end if;
  update public.introductions i set shown = false, with_photo = false where i.person = me and i.shown;
  if found then
    insert into public.introduction_consents (person, shown, with_photo, version, locale) values (me, false, false, 1, locale);
    perform private.note('hide_introduction', 'mentor', me, null, me);
  end if;
end $$;
grant execute on function public.hide_introduction to authenticated;

-- With her place in the programme it goes, and all she said yes to.
create function private.drop_introduction() returns trigger
  language plpgsql set search_path = '' as $$
begin
  delete from public.introductions i where i.person = new.person;
  return null;
end $$;
create trigger introduction_goes after update of standing, programme on public.mentors
  for each row when (new.standing = 'left' or old.programme <> new.programme) execute function private.drop_introduction();

-- She said yes to the photo that was there.
create function private.forget_photo_yes() returns trigger
  language plpgsql set search_path = '' as $$
begin
  update public.introductions i set with_photo = false where i.person = old.person and i.with_photo;
  return null;
end $$;
create trigger photo_asks_anew after update of photo or delete on public.pictures
  for each row when (old.photo is not null) execute function private.forget_photo_yes();

-- 36_fit.sql

-- The fit between a mentee and mentors: one definition for the directory, suggestions and rounds.
-- Shares are 0–100; the programme's weights add up to 100; so a score is 0–10000, hundredths of a per cent apart.
-- Hard rules (programme, free place, pause, language threshold, a way to meet) stand in `where`: never traded for points.

-- A mentee in the fit's own numbers. Unused language slots point at byte 63, which is always 0.
create type private.seeker as (
  person uuid, programme text, code text, offers integer, goals integer, hours integer, formats integer, place text,
  region text, migrated boolean, gender text,
  n1 integer, v1 integer, n2 integer, v2 integer, n3 integer, v3 integer,
  n4 integer, v4 integer, n5 integer, v5 integer, n6 integer, v6 integer,
  -- Her languages from each level on; those that meet the programme's threshold on her side, and the threshold.
  a1 bigint, a2 bigint, b1 bigint, b2 bigint, c1 bigint, c2 bigint, heard bigint, threshold integer,
  w_field integer, w_goals integer, w_language integer, w_place integer, w_time integer, w_preference integer,
  w_answers integer, w_load integer,
  -- What she likes, and how much of it shared is all there is to share; her mother tongues if she wishes for a mentor who
  -- has one of them; and among how many parts her wishes are counted, 0 where she has none.
  interests integer, liked integer, w_interests integer, tongues bigint, wish_parts integer
);

-- What the reader has chosen to see; null is no choice. `after_*` is the last card of the page before.
create type private.sieve as (
  language bigint, offers integer, region text, online boolean, hours integer,
  only_people uuid[], skip uuid[], after_score integer, after_person uuid,
  -- What she has marked, for her cards.
  favourites uuid[], hidden uuid[]
);

create type private.fitting as (
  mentor uuid, score integer, field smallint, goals smallint, language smallint, place smallint, "time" smallint,
  preference smallint, answers smallint, load smallint,
  interests smallint
);

create function private.seeker(mentee uuid) returns private.seeker
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  s private.seeker;
begin
  select m.person, m.programme, m.field, m.goal_bits, bit_count(m.goal_bits::bit(16))::integer, m.hours::integer,
    m.format_bits, m.place, m.region,
    case m.prefers when 'migrated' then true when 'local' then false end,
    case when p.asks_gender then nullif(m.prefers_gender, 'any') end,
    m.slots[1], m.slots[2], m.slots[3], m.slots[4], m.slots[5], m.slots[6], m.slots[7], m.slots[8], m.slots[9],
    m.slots[10], m.slots[11], m.slots[12],
    m.spoken[1], m.spoken[2], m.spoken[3], m.spoken[4], m.spoken[5], m.spoken[6], m.spoken[l.threshold] & c.counted,
    l.threshold,
    p.weights[1], p.weights[2], p.weights[3], p.weights[4], p.weights[5], p.weights[6], p.weights[7], p.weights[8],
    m.interest_bits, least(2, bit_count(m.interest_bits::bit(32)))::integer, p.weights[9], t.tongues,
    -- A mother tongue counts as much as the other two together: who wishes for it may be unable to talk freely without.
    case when t.tongues <> 0 then 4 when m.prefers <> 'any' or (p.asks_gender and m.prefers_gender <> 'any') then 2 else 0 end
  into s
  from public.mentees m
    join public.programmes p on p.key = m.programme
    -- Without a fixed demand two people can talk from A2, in any language.
    cross join lateral (select coalesce(array_position(private.levels(), p.language_level), 2) as threshold offset 0) l
    cross join lateral (select case m.prefers_tongue when 'own' then m.spoken[7] else 0 end as tongues offset 0) t
    cross join lateral (select case when p.language_level is null then -1 else (
        select bit_or(1::bigint << (array_position(private.spoken_languages(), any_of) - 1))
        from unnest(p.language_any) as any_of) end as counted offset 0) c
  where m.person = mentee;
  return case when found then s end;
end $$;

-- I myself as a seeker; it is my own row, so nobody is asked whether I may read it.
create function private.my_seeker() returns private.seeker
  language plpgsql stable security definer set search_path = '' as $$
begin
  return private.seeker(private.me());
end $$;

-- The best `take` mentors in order, of all fields or of `only_codes`. Nearest fields first: the cursor reads the mentors
-- of one nearness at each fetch, and nobody reads on when no mentor of a further field could still reach the last place.
-- One statement for all, so that row security asks who I am once.
create function private.fit(s private.seeker, f private.sieve, only_codes text[], take integer)
  returns private.fitting[]
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  -- Most often nothing is chosen, and then no mentor is asked for each of the choices.
  unsifted boolean := f.language is null and f.offers is null and f.region is null and f.online is not true
    and f.hours is null and f.only_people is null and f.skip is null;
  tiers no scroll cursor for
    select array(
      select row(y.person, y.score, t.near, y.goals, y.language, y.place, y.time, y.preference, y.answers,
          y.load, y.interests)::private.fitting
      from (
        select x.* from (
          select r.*, s.w_field * t.near + s.w_goals * r.goals + s.w_language * r.language
            + s.w_place * r.place + s.w_time * r.time + s.w_preference * r.preference + s.w_answers * r.answers
            + s.w_load * r.load + s.w_interests * r.interests as score
          from (
            select m.person, m.answers, 100 - m.busy as load,
              (100 * bit_count((m.offers & s.offers)::bit(16)) / s.goals)::integer as goals,
              -- The best level in a language both speak, at the lower of the two.
              case when m.c2 & s.c2 <> 0 then 100 when m.c1 & s.c1 <> 0 then 90 when m.b2 & s.b2 <> 0 then 75
                when m.b1 & s.b1 <> 0 then 50 when m.a2 & s.a2 <> 0 then 25 else 10 end as language,
              case when m.formats & s.formats & 1 = 0 then 60 when m.place = s.place then 100
                when m.region = s.region then 80 else 60 end as place,
              least(100, 100 * m.hours / s.hours) as time,
              -- Two things both like are enough to begin with; where one has not said, half.
              case when s.w_interests = 0 then 0 when s.interests = 0 or m.interests = 0 then 50
                else least(100, 100 * bit_count((m.interests & s.interests)::bit(32))::integer / s.liked) end as interests,
              case when s.wish_parts = 0 then 100
                else (case when s.migrated is null then 100 when m.migrated is null then 50
                    when m.migrated = s.migrated then 100 else 0 end
                  + case when s.gender is null or m.gender = s.gender then 100 else 0 end
                  + case when m.native & s.tongues <> 0 then 200 else 0 end) / s.wish_parts end as preference
            from public.open_mentors m
            where m.programme = s.programme and m.code = any (t.codes) and m.free > 0 and m.person <> s.person
              -- Comparisons only: they give nothing away, so row security lets them go first and need not ask who else I know.
              and (m.paused_from is null or current_date < m.paused_from or m.paused_until < current_date)
              and case s.threshold when 1 then m.a1 when 2 then m.a2 when 3 then m.b1 when 4 then m.b2 when 5 then m.c1
                when 6 then m.c2 else m.native end & s.heard <> 0
              and (m.formats & s.formats & 2 = 2 or (m.formats & s.formats & 1 = 1 and m.region = s.region))
              and (unsifted
                or ((f.language is null or m.a1 & f.language <> 0)
                  and (f.offers is null or m.offers & f.offers = f.offers)
                  and (f.region is null or m.region = f.region)
                  and (f.online is not true or m.formats & 2 = 2)
                  and (f.hours is null or m.hours >= f.hours)
                  and (f.only_people is null or m.person in (select unnest(f.only_people)))
                  and (f.skip is null or m.person <> all (f.skip))))
            offset 0) r) x
        where f.after_score is null or (x.score, f.after_person) < (f.after_score, x.person)
        order by x.score desc, x.person
        limit take) y) as found, t.further
    from (
      select q.near, lead(q.near) over (order by q.near desc) as further, case when only_codes is null then q.codes
          else array(select unnest(q.codes) intersect select unnest(only_codes)) end as codes
      from public.field_tiers q where q.code = s.code order by q.near desc offset 0) t;
  -- The most that everything but the field can give: who meets online only never has the points for a near place, who has
  -- named no interests never more than half of theirs.
  most integer := 100 * (100 - s.w_field) - case when s.formats & 1 = 0 then s.w_place * 40 else 0 end
    - case when s.interests = 0 then s.w_interests * 50 else 0 end;
  best private.fitting[] := '{}';
  found_here private.fitting[];
  further smallint;
begin
  open tiers;
  loop
    fetch tiers into found_here, further;
    best := case when cardinality(best) = 0 then found_here when cardinality(found_here) = 0 then best
      else array(select x from unnest(best || found_here) x order by (x).score desc, (x).mentor limit take) end;
    exit when further is null
      or cardinality(best) = take and best[take].score > s.w_field * further + most;
  end loop;
  close tiers;
  return best;
end $$;

-- 37_reasons.sql

-- Why these two: the fit's shares as codes with parameters, which become sentences in the reader's language. Each reason
-- carries its points (per cent of the whole score), so that a page shows the strongest first.
-- `raise` is the one change on her own side that would help most. All plain expressions: a page of them costs little.

-- Cards (their opening) and reasons for fittings the caller may see. Reasons are JSON text, which joins to a page without
-- being taken apart and put together at each step, as jsonb is; it holds numbers, codes of closed lists and place keys.
create function private.explain(s private.seeker, best private.fitting[])
  returns table (mentor uuid, score integer, opening text, reasons text, raise text)
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select x.mentor, x.score, o.opening,
    '[' || concat_ws(',',
      case when x.field > 0 then concat('{"points":', s.w_field * x.field / 100, ',"field":"', o.code, '","code":"',
        case x.field when 100 then 'same-field' when 75 then 'near-field' else
          case when left(o.code, 2) = left(s.code, 2) then 'related-field' else 'any-field' end end, '"}') end,
      case when b.helps > 0 then concat('{"points":', s.w_goals * x.goals / 100, ',"code":"helps-with","topics":["',
        concat_ws('","',
          case when b.helps & 1 <> 0 then (private.topics())[1] end, case when b.helps & 2 <> 0 then (private.topics())[2] end,
          case when b.helps & 4 <> 0 then (private.topics())[3] end, case when b.helps & 8 <> 0 then (private.topics())[4] end,
          case when b.helps & 16 <> 0 then (private.topics())[5] end, case when b.helps & 32 <> 0 then (private.topics())[6] end,
          case when b.helps & 64 <> 0 then (private.topics())[7] end, case when b.helps & 128 <> 0 then (private.topics())[8] end,
          case when b.helps & 256 <> 0 then (private.topics())[9] end, case when b.helps & 512 <> 0 then (private.topics())[10] end,
          case when b.helps & 1024 <> 0 then (private.topics())[11] end), '"]}') end,
      concat('{"points":', s.w_language * x.language / 100, ',"code":"talk-in","language":"',
        (private.spoken_languages())[b.best % 64 + 1], '","level":"', (private.levels())[b.best / 64], '"}'),
      concat('{"points":', s.w_place * x.place / 100, ',"place":', to_json(o.place), ',"code":"',
        case x.place when 100 then 'same-place' when 80 then 'same-region' else 'online' end, '"}'),
      case when x.time = 100 then
        concat('{"points":', s.w_time, ',"code":"enough-time","hours":', o.hours, '}') end,
      case when s.migrated is not null and o.migrated = s.migrated then
        concat('{"points":', s.w_preference * (x.preference - greatest(0, b.tongue)) / 100, ',"code":"',
          case when s.migrated then 'has-migrated' else 'knows-from-childhood' end, '"}') end,
      case when b.tongue > 0 then concat('{"points":', s.w_preference * b.tongue / 100, ',"code":"mother-tongue"}') end,
      -- Only what both have named is told.
      case when s.w_interests > 0 and o.interests & s.interests <> 0 then
        concat('{"points":', s.w_interests * x.interests / 100, ',"code":"both-like","interests":["',
          array_to_string(private.codes(o.interests & s.interests, private.interests()), '","'), '"]}') end,
      case when o.answer_days is not null and x.answers >= 60 then
        concat('{"points":', s.w_answers * x.answers / 100, ',"code":"usually-answers","days":', greatest(1, o.answer_days), '}') end,
      case when x.load = 100 then concat('{"points":', s.w_load, ',"code":"has-room"}') end
    ) || ']',
    case when c.most >= 100 then concat('{"points":', c.most / 100, ',"code":', case
      when c.most = c.language then concat('"speak-more","language":"', (private.spoken_languages())[b.best % 64 + 1], '"')
      when c.most = c.place then '"meet-in-person"'
      when c.most = c.time then concat('"fewer-hours","hours":', o.hours)
      when c.most = c.tongue then '"any-tongue"'
      when c.most = c.preference then '"open-preference"'
      else '"fewer-goals"' end, '}') end
  from unnest(best) x
    join public.open_mentors o on o.person = x.mentor
    -- The best language the two share, as its level and number in one.
    cross join lateral (select o.offers & s.offers as helps,
      -- Her wish for her mother tongue, as its half of all wishes: won or lost.
      case when s.tongues = 0 then 0 when o.native & s.tongues <> 0 then 50 else -50 end as tongue,
      greatest(least(get_byte(o.levels, s.n1), s.v1) * 64 + s.n1, least(get_byte(o.levels, s.n2), s.v2) * 64 + s.n2,
        least(get_byte(o.levels, s.n3), s.v3) * 64 + s.n3, least(get_byte(o.levels, s.n4), s.v4) * 64 + s.n4,
        least(get_byte(o.levels, s.n5), s.v5) * 64 + s.n5, least(get_byte(o.levels, s.n6), s.v6) * 64 + s.n6) as best
      offset 0) b
    cross join lateral (select s.w_language * greatest(0, 75 - x.language) as language,
      case when x.place = 60 and s.formats & 1 = 0 and o.formats & 1 = 1 and o.region = s.region
        then s.w_place * 20 else 0 end as place,
      s.w_time * (100 - x.time) as time, s.w_preference * greatest(0, -b.tongue) as tongue,
      s.w_preference * (100 - x.preference - greatest(0, -b.tongue)) as preference,
      case when x.goals > 0 then s.w_goals * (100 - x.goals) else 0 end as goals offset 0) g
    cross join lateral (select g.*, greatest(g.language, g.place, g.time, g.preference, g.tongue, g.goals) as most offset 0) c;
end $$;

-- One pair: its fitting, or nothing where a hard rule forbids it or the caller may not see the mentor.
create function private.fitting_of(s private.seeker, mentor_is uuid) returns private.fitting[]
  language plpgsql stable set search_path = '' as $$
begin
  return private.fit(s, row(null, null, null, null, null, array[mentor_is], null, null, null, null, null)::private.sieve,
    array(select o.code from public.open_mentors o where o.person = mentor_is), 1);
end $$;

-- The score of one pair with its reasons, as verbs keep it with a request. They have checked who asks.
create function private.fit_of(mentee uuid, mentor uuid) returns table (score integer, reasons jsonb)
  language plpgsql stable security definer set search_path = '' as $$
declare
  s private.seeker := private.seeker(mentee);
begin
  return query
  select e.score, e.reasons::jsonb from private.explain(s, private.fitting_of(s, mentor)) e;
end $$;

-- 38_marks.sql

-- Favourites, hidden and blocked: what one person keeps about another. Only she sees it.

create table public.marks (
  person uuid not null references public.people on delete cascade,
  other uuid not null references public.people on delete cascade,
  mark text not null,
  marked_at timestamptz not null default now(),
  primary key (person, other),
  constraint mark_is_known check (mark in ('favourite', 'hidden', 'blocked')),
  constraint nobody_marks_herself check (person <> other)
);
create index marks_other on public.marks (other);

alter table public.marks enable row level security;
grant select on public.marks to authenticated;
create policy "a person sees her own marks" on public.marks
  for select to authenticated using (person = (select auth.uid()));

-- Who has blocked me: the database may act on it, nobody may read it.
create function private.blocked_by() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(person), '{}') from public.marks where other = auth.uid() and mark = 'blocked');
end $$;
grant execute on function private.blocked_by to authenticated;

-- All marks that decide what I find, in one question: mine, `aside` for those I do not want to meet, and who blocked me.
create function private.my_marks(out favourites uuid[], out hidden uuid[], out aside uuid[], out blocked_by uuid[])
  language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  select array_agg(k.other) filter (where k.person = me and k.mark = 'favourite'),
    array_agg(k.other) filter (where k.person = me and k.mark = 'hidden'),
    array_agg(k.other) filter (where k.person = me and k.mark <> 'favourite'),
    array_agg(k.person) filter (where k.other = me)
  into favourites, hidden, aside, blocked_by
  from public.marks k where k.person = me or (k.other = me and k.mark = 'blocked');
end $$;
grant execute on function private.my_marks to authenticated;

-- Have these two been kept apart? One of them has blocked the other; which of them is nobody's to know.
create function private.are_apart(mentee uuid, mentor uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.marks k
    where (k.person, k.other) in ((mentee, mentor), (mentor, mentee)) and k.mark = 'blocked')
$$;

-- All whom a block keeps from a mentee of my desks, so that I am not shown what I could not propose.
create function private.apart_from(mentee uuid) returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select array_agg(case when k.person = mentee then k.other else k.person end)
  from public.marks k where mentee in (k.person, k.other) and k.mark = 'blocked'
    and exists (select from public.mentees m where m.person = mentee and m.desks && private.my_desks())
$$;
grant execute on function private.apart_from to authenticated;

-- Whom I have blocked, the latest first: whoever is out of my sight has no card to be found by.
create function private.my_blocked() returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('person', p.id, 'name', p.shown_name, 'since', k.marked_at)
    order by k.marked_at desc), '[]')
  from public.marks k join public.people p on p.id = k.other where k.person = auth.uid() and k.mark = 'blocked'
$$;
grant execute on function private.my_blocked to authenticated;

-- Set or (with null) take away a mark on somebody I can see, or with whom I have had something going. A block holds both
-- ways and from now on: what stands between the two goes its own way.
create function public.mark_person(other uuid, mark text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if mark_person.mark is null then
    delete from public.marks k where k.person = me and k.other = mark_person.other;
    return;
  end if;
  if not (exists (select from public.open_mentors o join public.mentees m on m.programme = o.programme
        where o.person = mark_person.other and m.person = me and m.standing = 'approved')
      or exists (select from public.requests r where r.opened_at is not null
        and (r.mentee, r.mentor) in ((me, mark_person.other), (mark_person.other, me)))) then
    perform private.refuse('person_unknown');
  end if;
  insert into public.marks (person, other, mark) values (me, mark_person.other, mark_person.mark)
  on conflict on constraint marks_pkey do update set mark = excluded.mark, marked_at = now();
end $$;
grant execute on function public.mark_person to authenticated;

-- 39_find_mentors.sql

-- The directory: the best mentors first, a page at a time, each with its reasons. Row security holds on every read.

-- People whose field, specialism, name or place has all the words, forgiving typos and accents. Fields and places are
-- few and searched as such; only what is a person's own is searched among people. Answers ids only, and only from the
-- asker's own programme: trigram operators may not run below row security, so this one looks from above.
create function private.people_by_words(words text, in_programme text) returns uuid[]
  language plpgsql stable security definer
  set search_path = '' set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_generic_plan as $$
declare
  needle text;
  codes text[];
  places text[];
  people uuid[];
begin
  foreach needle in array regexp_split_to_array(private.fold(btrim(words)), '\s+') loop
    codes := array(select f.code from public.fields f where f.words operator(extensions.%>) needle);
    places := array(select l.key from public.places l where l.words operator(extensions.%>) needle);
    people := array(
      select o.person from (
        select m.person from public.open_mentors m where m.programme = in_programme and m.code = any (codes) and m.free > 0
        union
        select m.person from public.open_mentors m where m.programme = in_programme and m.place = any (places)
        union
        select m.person from public.open_mentors m
        where m.programme = in_programme and m.words operator(extensions.%>) needle) o
      where people is null or o.person in (select unnest(people)));
  end loop;
  return people;
end $$;

-- One page of cards with reasons, for a seeker already made.
create function private.page_of_mentors(s private.seeker, f private.sieve, only_codes text[], page_size integer)
  returns json
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  best private.fitting[] := private.fit(s, f, only_codes, page_size + 1);
begin
  return ('{"mentors":[' || coalesce((
      select string_agg(concat(e.opening, ',"score":', e.score / 100, ',"mark":',
        case when e.mentor = any (f.favourites) then '"favourite"' when e.mentor = any (f.hidden) then '"hidden"' else 'null' end,
        ',"reasons":', e.reasons, ',"raise":', coalesce(e.raise, 'null'), '}'),
        ',' order by e.score desc, e.mentor)
      from private.explain(s, best[:page_size]) e), '')
    || '],"next":' || case when cardinality(best) > page_size then
      json_build_object('score', best[page_size].score, 'person', best[page_size].mentor)::text else 'null' end || '}')::json;
end $$;

-- The mentors a mentee may ask, best fit first. `next` of a page is given back as after_score and after_person.
create function public.find_mentors(
  fields text[] default null, language text default null, region text default null, online boolean default null,
  offers text[] default null, hours integer default null, words text default null, shelf text default null,
  after_score integer default null, after_person uuid default null, page_size integer default 12
) returns json
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker := private.my_seeker();
  f private.sieve;
  marked record := private.my_marks();
begin
  if s.person is null then
    perform private.refuse('not_a_mentee');
  end if;
  f.language := 1::bigint << (array_position(private.spoken_languages(), find_mentors.language) - 1);
  if find_mentors.offers is not null then
    f.offers := nullif(private.bits(find_mentors.offers, private.topics()), 0);
  end if;
  f.region := find_mentors.region;
  f.online := find_mentors.online;
  f.hours := find_mentors.hours;
  f.after_score := find_mentors.after_score;
  f.after_person := find_mentors.after_person;
  f.skip := marked.blocked_by;
  f.favourites := marked.favourites;
  f.hidden := marked.hidden;
  if shelf in ('favourite', 'hidden') then
    f.only_people := coalesce(case shelf when 'hidden' then f.hidden else f.favourites end, '{}');
  else
    f.skip := f.skip || marked.aside;
  end if;
  if btrim(find_mentors.words) <> '' then
    f.only_people := array(select p from unnest(private.people_by_words(left(find_mentors.words, 80), s.programme)) as p
      where f.only_people is null or p = any (f.only_people));
  end if;
  return private.page_of_mentors(s, f, find_mentors.fields, least(greatest(page_size, 1), 48));
end $$;
grant execute on function public.find_mentors to authenticated;

-- One mentor with reasons, or a refusal that does not tell whether she exists.
create function public.mentor_card(mentor uuid) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker := private.my_seeker();
  seen jsonb;
begin
  select o.card || jsonb_build_object('open', e.mentor is not null, 'asked_enough', private.is_asked_enough(o.person), 'score', e.score / 100, 'mark', k.mark,
      'reasons', e.reasons::jsonb, 'raise', e.raise::jsonb)
  into seen
  from public.open_mentors o
    left join private.explain(s, private.fitting_of(s, mentor_card.mentor)) e on true
    left join public.marks k on k.person = s.person and k.other = o.person
  where o.person = mentor_card.mentor and k.mark is distinct from 'blocked';
  if seen is null then
    perform private.refuse('mentor_unknown');
  end if;
  return seen || jsonb_build_object('living_request', (select r.id from public.requests r
    where r.mentee = s.person and r.mentor = mentor_card.mentor and r.status in ('proposed', 'open', 'asked')),
    'draft', (select d.content from public.drafts d
      where d.person = s.person and d.form = 'request/' || mentor_card.mentor));
end $$;
grant execute on function public.mentor_card to authenticated;

-- For a coordinator: the best mentors for one of her mentees, as far as neither wants to be kept from the other.
create function public.suggest_mentors(mentee uuid, page_size integer default 5) returns json
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker := private.seeker(mentee);
  f private.sieve;
begin
  if s.person is null or s.person = private.me() then
    perform private.refuse('mentee_unknown');
  elsif not exists (select from public.mentees m where m.person = suggest_mentors.mentee and m.standing = 'approved') then
    -- She gets ready, or is not let in yet.
    perform private.refuse('not_approved_yet');
  end if;
  f.skip := private.apart_from(mentee);
  return private.page_of_mentors(s, f, null, least(greatest(page_size, 1), 20));
end $$;
grant execute on function public.suggest_mentors to authenticated;

grant execute on function private.seeker, private.my_seeker, private.fit, private.people_by_words,
  private.page_of_mentors, private.explain, private.fitting_of, private.bits,
  private.spoken_languages, private.levels, private.topics, private.interests, private.codes, private.formats to authenticated;

-- 40_requests.sql

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

-- 41_asking.sql

-- A mentee asks, and may take it back. Table and locks: 40_requests.sql.

-- Refuses unless this mentee may open one more request to this mentor now. The pair is locked.
create function private.check_may_ask(mentee_is uuid, mentor_is uuid, living_id uuid default null) returns void
  language plpgsql set search_path = '' as $$
declare
  mentee_row public.mentees;
  mentor_row public.mentors;
  rules public.programmes;
begin
  select * into mentee_row from public.mentees where person = mentee_is;
  select * into mentor_row from public.mentors where person = mentor_is;
  select * into rules from public.programmes where key = mentee_row.programme;
  if mentee_row.standing is distinct from 'approved' then
    perform private.refuse('not_approved_yet');
  elsif mentee_is = mentor_is then
    perform private.refuse('not_oneself');
  elsif mentor_row.standing is distinct from 'approved' or mentor_row.programme <> mentee_row.programme
    or private.are_apart(mentee_is, mentor_is)
    or current_date between mentor_row.paused_from and coalesce(mentor_row.paused_until, 'infinity') then
    perform private.refuse('mentor_unknown');
  elsif mentor_row.taken >= mentor_row.capacity then
    perform private.refuse('mentor_full');
  elsif exists (select from public.trials t where t.mentee = mentee_is and t.standing) then
    perform private.refuse('trial_stands');
  elsif exists (select from public.matches t where t.mentee = mentee_is and t.living) then
    perform private.refuse('match_stands');
  elsif exists (select from public.requests q where q.mentee = mentee_is and q.mentor = mentor_is
      and q.id is distinct from living_id and not private.never_met(q.id)
      and (q.ended_at is null or q.opened_at > now() - make_interval(days => rules.again_days))) then
    perform private.refuse('asked_recently');
  elsif mentee_row.asking >= rules.open_requests then
    perform private.refuse('too_many_open_requests');
  -- Counted while the mentor is locked, as whatever asks her is: two who ask at once count one after the other.
  elsif private.is_asked_enough(mentor_is) then
    perform private.refuse('mentor_asked_enough');
  end if;
end $$;

-- Ask a mentor. Answers the request.
create function public.send_request(mentor uuid, message text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  rules public.programmes;
  fit record;
  request uuid;
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  perform private.hold_pair(me, mentor);
  perform private.check_may_ask(me, mentor);
  select p.* into rules from public.programmes p join public.mentees m on m.programme = p.key where m.person = me;
  if not 'self' = any (rules.modes) then
    perform private.refuse('coordinator_matches_here');
  end if;
  select * into fit from private.fit_of(me, mentor);
  -- The hard rules (language, place) hold here too, whatever the browser shows.
  if fit.score is null then
    perform private.refuse('mentor_unknown');
  end if;
  insert into public.requests (programme, mentee, mentor, status, score, reasons, desks, opened_at, expires_at)
  select rules.key, me, send_request.mentor, 'open', fit.score, fit.reasons,
    private.desks(rules.key, mentee_row.region, mentor_row.region), now(), now() + make_interval(days => rules.expiry_days)
  from public.mentees mentee_row, public.mentors mentor_row where mentee_row.person = me and mentor_row.person = send_request.mentor
  returning id into request;
  insert into public.letters (request, message) values (request, btrim(send_request.message));
  perform private.note('send_request', 'request', request, me, mentor,
    (select r.desks from public.requests r where r.id = request));
  perform private.queue_mail('request-sent:' || request, 'request-sent', mentor,
    jsonb_build_object('name', private.name_of(me), 'days', rules.expiry_days));
  delete from public.drafts d where d.person = me and d.form = 'request/' || mentor;
  return request;
end $$;
grant execute on function public.send_request to authenticated;

-- Take back a request that has no answer yet.
create function public.withdraw_request(request uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed', 'open', 'asked');
begin
  perform private.move_request(r, 'withdraw_request', 'withdrawn', now());
  if r.status <> 'proposed' then
    perform private.queue_mail('request-withdrawn:' || r.id, 'request-withdrawn', r.mentor,
      jsonb_build_object('name', private.name_of(r.mentee)));
  end if;
end $$;
grant execute on function public.withdraw_request to authenticated;

-- 42_answers.sql

-- A mentor's three answers: yes, no with a reason, or a question. Table and locks: 40_requests.sql.

-- Yes: a trial begins, and her other open requests close. Answers the trial.
create function public.accept_request(request uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentor', 'open', 'asked');
  other public.requests;
  trial uuid;
begin
  if exists (select from public.mentors m where m.person = r.mentor and m.taken >= m.capacity) then
    perform private.refuse('mentor_full');
  elsif exists (select from public.trials t where t.mentee = r.mentee and t.standing) then
    perform private.refuse('trial_stands');
  elsif exists (select from public.matches t where t.mentee = r.mentee and t.living) then
    perform private.refuse('match_stands');
  end if;
  update public.requests set answered_at = coalesce(answered_at, now()) where id = r.id;
  perform private.move_request(r, 'accept_request', 'accepted', now());
  trial := private.open_trial(r);
  -- A yes closes her other open requests, kindly.
  for other in
    select * from public.requests q
    where q.mentee = r.mentee and q.id <> r.id and q.status in ('proposed', 'open', 'asked') order by q.id for update
  loop
    perform private.move_request(other, 'close_request', 'closed', now());
    if other.status <> 'proposed' then
      perform private.queue_mail('request-closed:' || other.id, 'request-closed', other.mentor,
        jsonb_build_object('name', private.name_of(r.mentee)));
    end if;
  end loop;
  return trial;
end $$;
grant execute on function public.accept_request to authenticated;

-- No, with a coded reason that the mentee never reads; with `block` she is not to ask again, which she is not told either.
create function public.decline_request(request uuid, reason text, block boolean default false) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentor', 'open', 'asked');
begin
  insert into public.declines (request, person, reason) values (r.id, r.mentor, decline_request.reason);
  update public.requests q set answered_at = coalesce(q.answered_at, now()) where q.id = r.id;
  perform private.move_request(r, 'decline_request', 'declined', now());
  if block then
    perform public.mark_person(r.mentee, 'blocked');
  end if;
  perform private.queue_mail('request-declined:' || r.id, 'request-declined', r.mentee,
    jsonb_build_object('name', private.name_of(r.mentor), 'next', private.next_best(r.mentee)));
end $$;
grant execute on function public.decline_request to authenticated;

-- A question stops the nudges; the days until expiry start anew with it and with the reply.
create function public.ask_about_request(request uuid, question text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentor', 'open');
begin
  if exists (select from public.letters l where l.request = r.id and l.question is not null) then
    perform private.refuse('asked_once_already');
  end if;
  if btrim(coalesce(question, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  update public.letters l set question = btrim(ask_about_request.question) where l.request = r.id;
  update public.requests q set
    answered_at = coalesce(q.answered_at, now()), expires_at = now() + (q.expires_at - q.sent_at)
  where q.id = r.id;
  perform private.move_request(r, 'ask_about_request', 'asked', now());
  perform private.queue_mail('request-question:' || r.id, 'request-question', r.mentee,
    jsonb_build_object('name', private.name_of(r.mentor)));
  delete from public.drafts d where d.person = r.mentor and d.form = 'question/' || r.id;
end $$;
grant execute on function public.ask_about_request to authenticated;

-- Answer the mentor's question; the request is open again.
create function public.reply_to_request(request uuid, reply text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'asked');
begin
  if btrim(coalesce(reply, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  update public.letters l set reply = btrim(reply_to_request.reply) where l.request = r.id;
  update public.requests q set nudged_at = null,
    expires_at = now() + make_interval(days => p.expiry_days)
  from public.programmes p where q.id = r.id and p.key = q.programme;
  perform private.move_request(r, 'reply_to_request', 'open', now());
  perform private.queue_mail('request-reply:' || r.id, 'request-reply', r.mentor,
    jsonb_build_object('name', private.name_of(r.mentee)));
  delete from public.drafts d where d.person = r.mentee and d.form = 'reply/' || r.id;
end $$;
grant execute on function public.reply_to_request to authenticated;

-- A coordinator proposes; the mentee says yes first, then the mentor is asked as by any request.

-- Propose a mentor to a mentee, with a message to her. Answers the request.
create function public.propose_match(mentee uuid, mentor uuid, message text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mentee_row public.mentees;
  mentor_row public.mentors;
  fit record;
  request uuid;
begin
  select * into mentee_row from public.mentees m where m.person = propose_match.mentee and m.desks && private.my_desks();
  select * into mentor_row from public.mentors m where m.person = propose_match.mentor and m.programme = mentee_row.programme;
  if mentee_row.person is null or me in (propose_match.mentee, propose_match.mentor) then
    perform private.refuse('mentee_unknown');
  elsif mentor_row.person is null then
    perform private.refuse('mentor_unknown');
  end if;
  perform private.hold_pair(mentee_row.person, mentor_row.person);
  perform private.check_may_ask(mentee_row.person, mentor_row.person);
  if exists (select from public.requests q join public.programmes p on p.key = q.programme
      where q.mentee = mentee_row.person and q.mentor = mentor_row.person and q.opened_at is null
        and q.status in ('declined', 'withdrawn') and q.ended_at > now() - make_interval(days => p.again_days)) then
    perform private.refuse('proposed_recently');
  end if;
  select * into fit from private.fit_of(mentee_row.person, mentor_row.person);
  if fit.score is null then
    perform private.refuse('mentor_unknown');
  end if;
  insert into public.requests (programme, mentee, mentor, status, proposed_by, score, reasons, desks, expires_at)
  select mentee_row.programme, mentee_row.person, mentor_row.person, 'proposed', me, fit.score, fit.reasons,
    private.desks(mentee_row.programme, mentee_row.region, mentor_row.region), now() + make_interval(days => p.expiry_days)
  from public.programmes p where p.key = mentee_row.programme
  returning id into request;
  insert into public.letters (request, message) values (request, nullif(btrim(propose_match.message), ''));
  perform private.note('propose_match', 'request', request, mentee_row.person, null,
    (select r.desks from public.requests r where r.id = request));
  perform private.queue_mail('match-proposed:' || request, 'match-proposed', mentee_row.person,
    jsonb_build_object('name', private.name_of(mentor_row.person)));
  delete from public.drafts d where d.person = me and d.form = 'propose/' || mentee_row.person;
  return request;
end $$;
grant execute on function public.propose_match to authenticated;

-- Yes to a coordinator's proposal, with words of her own: now the mentor is asked, as by any request.
create function public.accept_proposal(request uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed');
begin
  perform private.check_may_ask(r.mentee, r.mentor, r.id);
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  update public.letters l set message = btrim(accept_proposal.message) where l.request = r.id;
  update public.requests q set sent_at = now(),
    expires_at = now() + make_interval(days => p.expiry_days)
  from public.programmes p where q.id = r.id and p.key = q.programme;
  perform private.move_request(r, 'accept_proposal', 'open', now());
  perform private.queue_mail('request-sent:' || r.id, 'request-sent', r.mentor,
    jsonb_build_object('name', private.name_of(r.mentee), 'days', (r.expires_at::date - r.sent_at::date)));
  delete from public.drafts d where d.person = r.mentee and d.form = 'proposal/' || r.id;
end $$;
grant execute on function public.accept_proposal to authenticated;

-- No to a coordinator's proposal. The mentor never hears of it.
create function public.decline_proposal(request uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed');
begin
  perform private.move_request(r, 'decline_proposal', 'declined', now());
end $$;
grant execute on function public.decline_proposal to authenticated;

-- 43_applications.sql

-- A person applies to a programme, as mentee or mentor. A draft is hers alone; what is sent stands in a line, and a
-- human decides.

create type public.application_status as enum ('draft', 'sent', 'asked', 'interview', 'waiting', 'preparing',
  'accepted', 'redirected', 'declined', 'withdrawn', 'expired');

create table public.applications (
  id uuid primary key default gen_random_uuid(),
  -- She may have no name here yet: that comes with sending.
  person uuid not null references auth.users on delete cascade,
  programme text not null references public.programmes on delete restrict,
  part text not null,
  -- The language she applies in: her mails and her letter have it.
  locale text not null,
  form_version integer not null,
  answers jsonb not null default '{}',
  -- Counts saves, so that two windows do not write over each other.
  revision integer not null default 0,
  status public.application_status not null default 'draft',
  -- In which line it stands, whatever is asked or talked about on the way: to be read, for a mentor, or beside them while
  -- she prepares.
  line public.application_status not null default 'sent',
  -- Where it goes back to when a question is answered.
  asked_from public.application_status,
  eligibility jsonb,
  region text references public.places on delete restrict,
  -- The coordinator who writes it down with her, until it is sent or she takes it over.
  assisted_by uuid references public.people on delete set null,
  taken_over_at timestamptz,
  -- The day on which her round opens; null where there are none, and for mentors.
  round date,
  begun_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  sent_at timestamptz,
  due_on date,
  -- When it last moved, and when she was last told that she is still in line.
  moved_at timestamptz not null default now(),
  told_at timestamptz,
  -- When her coordinators heard that the promised day has passed; null while none has.
  late_told_at timestamptz,
  times timestamptz[] not null default '{}',
  minutes smallint,
  how text,
  meet_at text,
  interview_at timestamptz,
  invited_by uuid references public.people on delete set null,
  decided_at timestamptz,
  reason text,
  -- When she said that she has done what came first; null once it is decided anew.
  prepared_at timestamptz,
  in_line boolean not null
    generated always as (status in ('sent', 'asked', 'interview', 'waiting', 'preparing')) stored,
  -- The day by which she is promised an answer. Whoever was put on the waiting list, or told to prepare, has hers and is never
  -- late, whatever she is asked afterwards.
  promised_on date
    generated always as (case when status in ('sent', 'asked', 'interview') and line = 'sent' then due_on end) stored,
  desks text[] not null
    generated always as (case when status = 'draft' then '{}' else private.desks(programme, region) end) stored,
  foreign key (part, form_version) references public.forms (key, version) on delete restrict,
  constraint application_part_is_known check (part in ('mentee', 'mentor')),
  constraint application_locale_is_known check (locale = any (private.locales())),
  constraint application_answers_are_small check (pg_column_size(answers) <= 32768),
  constraint application_line_is_its_own
    check (line in ('sent', 'waiting', 'preparing') and (status not in ('sent', 'waiting', 'preparing') or status = line)),
  constraint application_reason_is_a_key check (reason ~ '^[a-z-]{2,40}$'),
  constraint application_how_is_known check (how in ('online', 'phone', 'in-person')),
  constraint application_minutes_range check (minutes between 10 and 180),
  constraint application_meet_at_length check (char_length(meet_at) between 3 and 300 and private.is_visible(meet_at)),
  constraint application_sent_has_a_day check (status = 'draft' or (sent_at is not null and due_on is not null)),
  constraint application_end_has_a_time
    check ((decided_at is not null) = (status in ('accepted', 'redirected', 'declined', 'withdrawn', 'expired')))
);
create index applications_person on public.applications (person);
create index applications_form on public.applications (part, form_version);
create index applications_region on public.applications (region);
create index applications_invited_by on public.applications (invited_by);
create index applications_assisted_by on public.applications (assisted_by);
-- How many there are of each state, read from the index alone.
create index applications_counts on public.applications (programme, status, region) include (person);
-- The queue, and how many stand before one in the same line.
create index applications_queue on public.applications (in_line, due_on, id);
create index applications_line on public.applications (programme, part, sent_at) where in_line;
-- One at a time for each programme and part; what is over may be begun anew.
create unique index one_living_application on public.applications (person, programme, part)
  where status in ('draft', 'sent', 'asked', 'interview', 'waiting', 'preparing');

-- Question, answer and letter: between the desk and the applicant.
create table public.application_messages (
  id bigint generated always as identity primary key,
  application uuid not null references public.applications on delete cascade,
  kind text not null,
  message text not null,
  -- Null is the applicant herself.
  written_by uuid references public.people on delete set null,
  at timestamptz not null default now(),
  constraint application_message_kind_is_known check (kind in ('question', 'answer', 'letter')),
  constraint application_message_length
    check (char_length(message) between 2 and 2000 and private.is_visible(message) or kind = 'letter'),
  constraint application_letter_length
    check (char_length(message) between 20 and 4000 and private.is_visible(message) or kind <> 'letter')
);
create index application_messages_application on public.application_messages (application, at);
create index application_messages_written_by on public.application_messages (written_by);

-- What the coordinator notes in the talk. Never shown to the applicant, never part of any score.
create table public.application_notes (
  application uuid primary key references public.applications on delete cascade,
  impression text,
  parts jsonb not null default '{}',
  competences jsonb not null default '{}',
  -- Parts of the guide that were talked about, with nothing to write down.
  talked text[] not null default '{}',
  clarity smallint,
  readiness smallint,
  written_by uuid references public.people on delete set null,
  noted_at timestamptz not null default now(),
  constraint application_talked_are_few check (cardinality(talked) <= 20),
  constraint application_clarity_range check (clarity between 1 and 5),
  constraint application_readiness_range check (readiness between 1 and 5)
);
create index application_notes_written_by on public.application_notes (written_by);

-- A rule a coordinator counts as met, and why; said anew, what was said before stays.
create table public.application_overrides (
  application uuid not null references public.applications on delete cascade,
  rule text not null,
  reason text not null,
  written_by uuid references public.people on delete set null,
  at timestamptz not null default now(),
  primary key (application, rule, at),
  constraint application_override_reason_length check (char_length(reason) between 5 and 1000)
);
create index application_overrides_written_by on public.application_overrides (written_by);

-- A worry that needs somebody else's help. Only who wrote it and coordinators of the whole programme read it.
create table private.application_concerns (
  application uuid primary key references public.applications on delete cascade,
  concern text not null,
  written_by uuid references public.people on delete set null,
  at timestamptz not null default now(),
  constraint application_concern_length check (char_length(concern) between 5 and 1000)
);
create index application_concerns_written_by on private.application_concerns (written_by);

alter table public.applications enable row level security;
alter table public.application_messages enable row level security;
alter table public.application_notes enable row level security;
alter table public.application_overrides enable row level security;
alter table private.application_concerns enable row level security;
grant select on public.applications, public.application_messages, public.application_notes,
  public.application_overrides to authenticated;
create policy "a person sees her applications, a coordinator what was sent to her desks" on public.applications
  for select to authenticated using (person = (select auth.uid()) or desks && (select private.my_desks()));
-- These ask for the application, and so only of what one may see of it.
create policy "the applicant and her desks read what they write each other" on public.application_messages
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and (a.person = (select auth.uid()) or a.desks && (select private.my_desks()))));
create policy "coordinators read notes at their desks, and never about themselves" on public.application_notes
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and a.desks && (select private.my_desks()) and a.person <> (select auth.uid())));
create policy "coordinators read what was counted as met, and never for themselves" on public.application_overrides
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and a.desks && (select private.my_desks()) and a.person <> (select auth.uid())));

-- The application, locked, if it is my `part` ('own', or 'desk' for what others sent to my desks) and it stands in one
-- of `states`.
create function private.hold_application(application uuid, part text, variadic states public.application_status[])
  returns public.applications
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x where x.id = application
    and case hold_application.part when 'desk' then x.desks && private.my_desks() and x.person <> me else x.person = me end
  for update;
  if not found then
    perform private.refuse('application_unknown');
  elsif a.status <> all (states) then
    perform private.refuse('application_not_open');
  end if;
  return a;
end $$;

-- Did a coordinator write it down, and has the person not taken it over?
create function private.is_assisted(a public.applications) returns boolean
  language sql immutable set search_path = '' as $$
  select a.assisted_by is not null and a.taken_over_at is null
$$;

-- An event of an application: the applicant may know unless it is the desk's own.
create function private.note_application(a public.applications, verb text, hers boolean default true,
  detail jsonb default '{}') returns void
  language sql set search_path = '' as $$
  select private.note(verb, 'application', a.id, case when hers and a.part = 'mentee' then a.person end,
    case when hers and a.part = 'mentor' then a.person end,
    case when a.status = 'draft' then '{}' else private.desks(a.programme, a.region) end, detail)
$$;

-- 44_trials.sql

-- One hour before anyone commits. `awaiting` waits for a coordinator where the programme says so; `undecided` is
-- silence that a coordinator now decides about.

create type public.trial_status as enum
  ('awaiting', 'planning', 'agreed', 'undecided', 'matched', 'not_us', 'stopped');
create type public.verdict as enum ('go_on', 'not_us');

create table public.trials (
  id uuid primary key default gen_random_uuid(),
  request uuid not null unique references public.requests on delete cascade,
  programme text not null references public.programmes on delete restrict,
  mentee uuid not null references public.mentees on delete cascade,
  mentor uuid not null references public.mentors on delete cascade,
  status public.trial_status not null,
  standing boolean not null generated always as (status in ('awaiting', 'planning', 'agreed', 'undecided')) stored,
  starts_at timestamptz,
  format text,
  -- Where: a place or a link, as the two agree.
  meet_at text,
  proposed_by uuid references public.people on delete set null,
  -- Which plan this is: another time, form, place or proposer is the next one. Each is told, and agreed to, by its number.
  plan integer not null default 0,
  -- What each chose to show the other, while the trial stands or its match lives.
  mentee_contact text,
  mentor_contact text,
  desks text[] not null,
  created_at timestamptz not null default now(),
  -- The day by which they are to meet, and on which their coordinator calls where they have no time (50_countdown.sql).
  agree_by timestamptz not null,
  decide_by timestamptz,
  asked_at timestamptz,
  ended_at timestamptz,
  constraint trial_format_is_known check (format = any (private.formats())),
  constraint trial_meet_at_length check (char_length(meet_at) between 3 and 300 and private.is_visible(meet_at)),
  constraint agreed_means_a_date check (status <> 'agreed' or (starts_at is not null and decide_by is not null))
);
-- What each says afterwards is her own row: the other never reads it.
create table public.verdicts (
  trial uuid not null references public.trials on delete cascade,
  person uuid not null references public.people on delete cascade,
  says public.verdict not null,
  reason text,
  said_at timestamptz not null default now(),
  primary key (trial, person),
  constraint verdict_reason_is_known check (reason in ('goals', 'language', 'time', 'chemistry', 'found-job', 'other'))
);
create index verdicts_person on public.verdicts (person);
create unique index one_trial_at_a_time on public.trials (mentee) where standing;
create index trials_programme on public.trials (programme);
create index trials_mentee on public.trials (mentee);
create index trials_mentor on public.trials (mentor);
create index trials_proposed_by on public.trials (proposed_by);
create index trials_desks on public.trials using gin (desks) where standing;

alter table public.trials enable row level security;
grant select on public.trials to authenticated;
create policy "the two see their trial, a coordinator her desks'" on public.trials
  for select to authenticated
  using ((select auth.uid()) in (mentee, mentor) or desks && (select private.my_desks()));

-- Whether the other has spoken, not what she said.
create function private.other_has_said(trial_is uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from public.verdicts v join public.trials t on t.id = v.trial
    where t.id = trial_is and auth.uid() in (t.mentee, t.mentor) and v.person <> auth.uid())
$$;
grant execute on function private.other_has_said to authenticated;

alter table public.verdicts enable row level security;
grant select on public.verdicts to authenticated;
create policy "a person sees her own verdict, a coordinator those at her desks, but about herself" on public.verdicts
  for select to authenticated
  using (person = (select auth.uid())
    or trial in (select t.id from public.trials t
      where t.desks && (select private.my_desks()) and (select auth.uid()) not in (t.mentee, t.mentor)));

-- A standing trial and a living match each hold one of the mentor's places. Counted here and nowhere else.
create function private.hold_place() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  held integer := 0;
  holds integer := 0;
begin
  if tg_table_name = 'trials' then
    if tg_op <> 'INSERT' then held := old.standing::integer; end if;
    if tg_op <> 'DELETE' then holds := new.standing::integer; end if;
  else
    if tg_op <> 'INSERT' then held := old.living::integer; end if;
    if tg_op <> 'DELETE' then holds := new.living::integer; end if;
  end if;
  if held <> holds then
    update public.mentors set taken = taken + holds - held where person = coalesce(new.mentor, old.mentor);
  end if;
  return null;
end $$;
create trigger hold_place after insert or delete or update of status on public.trials
  for each row execute function private.hold_place();

-- What each chose to show: nothing, a mail address or a phone number.
create function private.contact_of(person_is uuid) returns text
  language sql stable set search_path = '' as $$
  select case x.contact when 'mail' then u.email when 'phone' then x.phone end
  from public.people_private x join auth.users u on u.id = x.person where x.person = person_is
$$;

create function private.open_trial(r public.requests) returns uuid
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  trial uuid;
begin
  select * into rules from public.programmes where key = r.programme;
  insert into public.trials (request, programme, mentee, mentor, status, mentee_contact, mentor_contact, desks, agree_by)
  values (r.id, r.programme, r.mentee, r.mentor,
    case when rules.approval = 'before-trial' then 'awaiting'::public.trial_status else 'planning' end,
    case when rules.approval <> 'before-trial' then private.contact_of(r.mentee) end,
    case when rules.approval <> 'before-trial' then private.contact_of(r.mentor) end, r.desks,
    now() + make_interval(days => rules.never_met_days[2]))
  returning id into trial;
  perform private.note('open_trial', 'trial', trial, r.mentee, r.mentor, r.desks);
  perform private.queue_mail('request-accepted:' || r.id, 'request-accepted', r.mentee,
    jsonb_build_object('name', private.name_of(r.mentor), 'days', rules.never_met_days[2]));
  return trial;
end $$;

-- The trial, locked, if I am one of the two (or, for `desk`, its coordinator) and it stands in one of `states`.
create function private.hold_trial(trial uuid, part text, variadic states public.trial_status[]) returns public.trials
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  t public.trials;
begin
  select * into t from public.trials s where s.id = trial
    and case part when 'desk' then s.desks && private.my_desks() and me not in (s.mentee, s.mentor)
      else me in (s.mentee, s.mentor) end;
  if not found then
    perform private.refuse('trial_unknown');
  end if;
  perform private.hold_pair(t.mentee, t.mentor);
  select * into t from public.trials s where s.id = trial for update;
  -- Gone meanwhile, with an account: not there is not open.
  if not found or t.status <> all (states) then
    perform private.refuse('trial_not_open');
  end if;
  return t;
end $$;

-- A request that was answered yes and came to nothing: they had named an hour or were asked for one, neither has said how it
-- was, and a coordinator has ended it. It is nobody's no, so they may ask anew.
create function private.never_met(request_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.trials t
    where t.request = request_is and t.status = 'stopped' and (t.starts_at is not null or t.asked_at is not null)
      and not exists (select from public.verdicts v where v.trial = t.id))
$$;

create function private.other_of(t public.trials) returns uuid
  language sql stable set search_path = '' as $$
  select case when auth.uid() = t.mentee then t.mentor else t.mentee end
$$;

create function private.end_trial(t public.trials, verb text, to_status public.trial_status) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.trials s set status = to_status, ended_at = now(),
    mentee_contact = case when to_status = 'matched' then s.mentee_contact end,
    mentor_contact = case when to_status = 'matched' then s.mentor_contact end
  where s.id = t.id;
  perform private.note(verb, 'trial', t.id, t.mentee, t.mentor, t.desks);
end $$;

-- 45_trial_verbs.sql

-- What can happen to a trial: agree on a time, meet, and say go on or not us. Table and locks: 44_trials.sql.

-- Either proposes a time and a place (or changes it, also after an hour that did not take place, while neither has said
-- how it was); the other agrees. What is proposed or agreed already changes nothing.
create function public.propose_trial(trial uuid, starts_at timestamptz, format text, meet_at text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'planning', 'agreed');
  place text := btrim(meet_at);
begin
  delete from public.drafts d where d.person = private.me() and d.form = 'trial/' || t.id;
  if propose_trial.starts_at is null or format is null or place is null then
    perform private.refuse('something_missing');
  elsif propose_trial.starts_at <= now() then
    perform private.refuse('time_has_passed');
  elsif propose_trial.starts_at > private.plan_by(t) + interval '1 day' then
    perform private.refuse('trial_too_late');
  elsif t.status = 'agreed' and t.starts_at <= now() and exists (select from public.verdicts v where v.trial = t.id) then
    perform private.refuse('trial_not_open');
  elsif (t.starts_at, t.format, t.meet_at) is not distinct from (propose_trial.starts_at, propose_trial.format, place)
    and (t.status = 'agreed' or t.proposed_by = private.me()) then
    return;
  end if;
  update public.trials s set starts_at = propose_trial.starts_at, format = propose_trial.format, meet_at = place,
    proposed_by = private.me(), plan = t.plan + 1, status = 'planning', decide_by = null
  where s.id = t.id;
  perform private.note('propose_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
  perform private.queue_mail('trial-proposed:' || t.id || ':' || t.plan + 1, 'trial-proposed', private.other_of(t),
    jsonb_build_object('name', private.name_of(private.me()), 'at', propose_trial.starts_at, 'where', place));
end $$;
grant execute on function public.propose_trial to authenticated;

-- Agree to exactly the plan I saw: had time or place changed meanwhile, I am told.
create function public.agree_trial(trial uuid, plan integer) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'planning');
  -- True, or null where the two are alone: then its line in the mail is left out.
  comes boolean;
begin
  if t.plan is distinct from agree_trial.plan or t.proposed_by is null or t.proposed_by = private.me() then
    perform private.refuse('time_has_changed');
  elsif t.starts_at <= now() then
    perform private.refuse('time_has_passed');
  end if;
  update public.trials s set status = 'agreed', asked_at = null, decide_by = s.starts_at + make_interval(days => p.answer_days)
  from public.programmes p where s.id = t.id and p.key = s.programme
  returning nullif(p.coordinator_at_first_meeting, false) into comes;
  perform private.note('agree_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
  perform private.queue_mail('trial-agreed:' || t.id || ':' || t.plan || ':mentee', 'trial-agreed', t.mentee,
    jsonb_build_object('name', private.name_of(t.mentor), 'at', t.starts_at, 'where', t.meet_at, 'coordinator', comes));
  perform private.queue_mail('trial-agreed:' || t.id || ':' || t.plan || ':mentor', 'trial-agreed', t.mentor,
    jsonb_build_object('name', private.name_of(t.mentee), 'at', t.starts_at, 'where', t.meet_at, 'coordinator', comes));
end $$;
grant execute on function public.agree_trial to authenticated;

-- Show the other what I choose now: 'mail', 'phone' or 'platform' (nothing). Also in the match that came of the trial.
create function public.share_contact(trial uuid, contact text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'planning', 'agreed', 'undecided', 'matched');
  me uuid := private.me();
begin
  if t.status = 'matched' and not exists (select from public.matches m where m.trial = t.id and m.living) then
    perform private.refuse('trial_not_open');
  end if;
  if share_contact.contact = 'phone' and not exists
      (select from public.people_private x where x.person = me and x.phone is not null) then
    perform private.refuse('phone_is_there_when_shared');
  end if;
  update public.people_private x set contact = share_contact.contact where x.person = me;
  update public.trials s set
    mentee_contact = case when s.mentee = me then private.contact_of(me) else s.mentee_contact end,
    mentor_contact = case when s.mentor = me then private.contact_of(me) else s.mentor_contact end
  where s.id = t.id;
end $$;
grant execute on function public.share_contact to authenticated;

-- Only two "go on" make a match, and the row lock makes it one. Answers the match, or null while the other is silent.
create function public.say_go_on(trial uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'agreed', 'undecided');
begin
  -- `decide_by` is set when a time is agreed; a date only one of them named does not count.
  if t.decide_by is null or t.starts_at > now() then
    perform private.refuse('trial_not_yet');
  end if;
  insert into public.verdicts (trial, person, says) values (t.id, private.me(), 'go_on') on conflict do nothing;
  -- Named without the other, who may not know yet, and without desks: one of them may be hers. They read the verdict.
  perform private.note('say_go_on', 'trial', t.id, nullif(t.mentee, private.other_of(t)),
    nullif(t.mentor, private.other_of(t)));
  if (select count(*) from public.verdicts v where v.trial = t.id and v.says = 'go_on') = 2 then
    perform private.end_trial(t, 'match_trial', 'matched');
    return private.open_match(t);
  end if;
  perform private.queue_mail('trial-other-said:' || t.id, 'trial-answer-waits', private.other_of(t),
    jsonb_build_object('name', private.name_of(private.me())));
  return null;
end $$;
grant execute on function public.say_go_on to authenticated;

-- Not us, without fault. The reason is for the coordinator, never for the other.
create function public.say_not_us(trial uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'awaiting', 'planning', 'agreed', 'undecided');
begin
  insert into public.verdicts (trial, person, says, reason) values (t.id, private.me(), 'not_us', say_not_us.reason)
  on conflict on constraint verdicts_pkey do update set says = 'not_us', reason = excluded.reason, said_at = now();
  perform private.end_trial(t, 'say_not_us', 'not_us');
  perform private.queue_mail('trial-not-us:' || t.id, 'trial-not-us', private.other_of(t),
    jsonb_build_object('name', private.name_of(private.me())));
end $$;
grant execute on function public.say_not_us to authenticated;

-- A coordinator lets a trial begin, gives the two more time, or stops it.

-- Let a trial begin that waits for a coordinator. Only now do the two see what each chose to show.
create function public.approve_trial(trial uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'desk', 'awaiting');
begin
  update public.trials s set status = 'planning', agree_by = now() + make_interval(days => p.never_met_days[2]),
    mentee_contact = private.contact_of(s.mentee), mentor_contact = private.contact_of(s.mentor)
  from public.programmes p where s.id = t.id and p.key = s.programme;
  perform private.note('approve_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
  perform private.queue_mail('trial-approved:' || t.id || ':mentee', 'trial-approved', t.mentee,
    jsonb_build_object('name', private.name_of(t.mentor)));
  perform private.queue_mail('trial-approved:' || t.id || ':mentor', 'trial-approved', t.mentor,
    jsonb_build_object('name', private.name_of(t.mentee)));
end $$;
grant execute on function public.approve_trial to authenticated;

-- Give the two more days to agree or to answer, also after silence: their days are counted anew.
create function public.extend_trial(trial uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'desk', 'planning', 'agreed', 'undecided');
begin
  update public.trials s set asked_at = null,
    status = case when s.status = 'undecided' then case when s.decide_by is null then 'planning'::public.trial_status else 'agreed' end
      else s.status end,
    agree_by = greatest(s.agree_by, now() + make_interval(days => p.never_met_days[2])),
    decide_by = case when s.decide_by is not null
      then greatest(s.decide_by, now() + make_interval(days => p.answer_days)) end
  from public.programmes p where s.id = t.id and p.key = s.programme;
  perform private.note('extend_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
end $$;
grant execute on function public.extend_trial to authenticated;

-- End a trial as its coordinator.
create function public.stop_trial(trial uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'desk', 'awaiting', 'planning', 'agreed', 'undecided');
begin
  perform private.end_trial(t, 'stop_trial', 'stopped');
  perform private.queue_mail('trial-stopped:' || t.id || ':mentee', 'trial-stopped', t.mentee,
    jsonb_build_object('name', private.name_of(t.mentor)));
  perform private.queue_mail('trial-stopped:' || t.id || ':mentor', 'trial-stopped', t.mentor,
    jsonb_build_object('name', private.name_of(t.mentee)));
end $$;
grant execute on function public.stop_trial to authenticated;

-- 46_matches.sql

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

-- 47_applying.sql

-- What an applicant can do with her application. Table: 43_applications.sql.

-- Begin to apply, as 'mentee' or 'mentor', in the language of the page; or go on where I was. What is known of me already
-- is filled in. Answers the application.
create function public.begin_application(programme text, part text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  newest public.forms;
  a public.applications;
begin
  if not exists (select from public.programmes p where p.key = programme) then
    perform private.refuse('programme_unknown');
  end if;
  select * into newest from public.forms f where f.key = part order by f.version desc limit 1;
  if not found then
    perform private.refuse('form_unknown');
  end if;
  select * into a from public.applications x where x.person = me and x.programme = begin_application.programme
    and x.part = begin_application.part and (x.status = 'draft' or x.in_line) for update;
  if found then
    perform private.follow_form(a, 1);
    return a.id;
  end if;
  if private.has_place(me, part, programme) then
    perform private.refuse('in_programme_already');
  elsif (select count(*) from public.applications x
      where x.person = me and x.begun_at > now() - interval '30 days') >= 30 then
    perform private.refuse('too_many_applications');
  end if;
  insert into public.applications as x (person, programme, part, locale, form_version, answers)
  values (me, programme, part, coalesce(locale, (select p.locale from public.people p where p.id = me), 'en'),
    newest.version, private.fitting_answers(newest.definition, private.known_answers(me)))
  on conflict do nothing returning * into a;
  if found then
    perform private.note_application(a, 'begin_application');
    return a.id;
  end if;
  -- In two windows at once: the one that was first.
  return (select x.id from public.applications x where x.person = me and x.programme = begin_application.programme
    and x.part = begin_application.part and (x.status = 'draft' or x.in_line));
end $$;
grant execute on function public.begin_application to authenticated;

-- A draft follows the newest form; answers that still fit stay. `counts` is 1 where other windows are to be told.
create function private.follow_form(a public.applications, counts integer) returns public.applications
  language plpgsql set search_path = '' as $$
declare
  newest public.forms;
begin
  select * into newest from public.forms f where f.key = a.part order by f.version desc limit 1;
  if a.status = 'draft' and a.form_version < newest.version then
    update public.applications x set form_version = newest.version, revision = x.revision + counts,
      answers = private.fitting_answers(newest.definition, x.answers)
    where x.id = a.id returning * into a;
  end if;
  return a;
end $$;

create function private.has_place(person_is uuid, part text, programme_is text) returns boolean
  language sql stable set search_path = '' as $$
  select case part
    when 'mentee' then exists (select from public.mentees m
      where m.person = person_is and m.programme = programme_is and m.standing in ('preparing', 'approved'))
    else exists (select from public.mentors m
      where m.person = person_is and m.programme = programme_is and m.standing in ('preparing', 'approved')) end
$$;

-- What a person's profiles and her newest application say; but no consent, no promise, and nothing of what was told of her life.
create function private.known_answers(person_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_strip_nulls(
    coalesce((select jsonb_build_object('shown_name', p.shown_name, 'gender', nullif(x.gender, 'undisclosed'))
      from public.people p join public.people_private x on x.person = p.id where p.id = person_is), '{}')
    || coalesce((select to_jsonb(m) - 'programme' || jsonb_build_object('migrated',
        case m.migrated when true then 'yes' when false then 'no' end)
      from public.mentors m where m.person = person_is), '{}')
    || coalesce((select to_jsonb(m) - 'programme' from public.mentees m where m.person = person_is), '{}')
    || private.corrected_since(person_is, '-infinity')
    || coalesce((select a.answers || private.corrected_since(person_is, a.touched_at) from public.applications a where a.person = person_is
      order by a.touched_at desc limit 1), '{}'))
    - '{consent_store,consent_share,commitment,motivation,channel}'::text[] - private.life_answers()
$$;

-- Answers that this form asks for and takes.
create function private.fitting_answers(definition jsonb, answers jsonb) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(q ->> 'key', answers -> (q ->> 'key')), '{}')
  from jsonb_path_query(definition, '$.steps[*].questions[*]') as q
  where answers ? (q ->> 'key') and private.answer_is_sound(q, answers -> (q ->> 'key'))
$$;

-- Keep my answers so far, all of them. `revision` is the one I began from: if another window has saved since, I am told.
-- Answers the new revision, how the programme's rules stand, from when what stands in the way may have changed, and
-- programmes where nothing does.
create function public.save_application(application uuid, answers jsonb, revision integer) returns jsonb
  language plpgsql security definer set search_path = '' as $$
begin
  return private.keep_answers(private.take_over(private.hold_application(application, 'own', 'draft')), answers, revision);
end $$;
grant execute on function public.save_application to authenticated;

-- How the rules stand is kept with the draft: what she has last been shown.
create function private.keep_answers(a public.applications, answers jsonb, revision integer) returns jsonb
  language plpgsql set search_path = '' as $$
declare
  definition jsonb := (select f.definition from public.forms f where f.key = a.part and f.version = a.form_version);
  verdict jsonb;
begin
  if not private.answers_are_sound(definition, answers) then
    perform private.refuse('answers_malformed');
  end if;
  -- The same once more is an answer that was lost on the way.
  if a.answers is distinct from answers then
    if a.revision is distinct from revision then
      perform private.refuse('application_changed');
    end if;
    update public.applications x set answers = keep_answers.answers, revision = x.revision + 1, touched_at = now(),
      region = (select coalesce(p.region, p.key) from public.places p
        where p.key = keep_answers.answers ->> 'place')
    where x.id = a.id returning * into a;
  end if;
  verdict := private.eligibility(a.programme, a.part, a.answers, current_date);
  update public.applications x set eligibility = verdict
  where x.id = a.id and x.eligibility is distinct from verdict;
  return jsonb_build_object('revision', a.revision, 'eligibility', verdict,
    'fits_on', private.may_fit_on(verdict, a.answers, current_date),
    'elsewhere', private.ways_onward(a));
end $$;

-- Programmes where nothing stands in the way, but for those where she applies already, as far as who asks may know of it.
create function private.ways_onward(a public.applications) returns text[]
  language sql stable set search_path = '' as $$
  select array(select way from unnest(private.eligible_elsewhere(a.part, a.answers, current_date, a.programme))
      with ordinality as w (way, nr)
    where not exists (select from public.applications x where x.person = a.person and x.part = a.part and x.programme = w.way
      and (x.status = 'draft' or x.in_line) and (x.person = auth.uid() or x.desks && private.my_desks()))
    order by nr)
$$;
grant execute on function private.ways_onward to authenticated;

-- 47_sending.sql

-- An application is sent: it is judged by the rules of the day, gets its place in line and a day by which it is answered.
-- Table: 43_applications.sql.

-- Send my application. Answers its state, and the questions that still need an answer: while there are any, nothing is
-- sent. A rule that is not met does not hinder; a human reads it. One that was not in the way when I last looked is told
-- first, as `changed`, and sending once more goes through. Sent twice is sent once.
create function public.send_application(application uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'draft', 'sent', 'asked', 'interview',
    'waiting', 'preparing');
begin
  if a.status <> 'draft' then
    return jsonb_build_object('status', a.status, 'missing', '[]'::jsonb);
  end if;
  return private.hand_in(private.take_over(a));
end $$;
grant execute on function public.send_application to authenticated;

-- Sends a draft that the caller holds.
create function private.hand_in(a public.applications) returns jsonb
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  asks jsonb;
  missing text[];
  verdict jsonb := private.eligibility(a.programme, a.part, a.answers, current_date);
  changed text[] := array(select u ->> 'rule' from jsonb_array_elements(verdict -> 'unmet') as u
    where not a.eligibility -> 'unmet' @> jsonb_build_array(jsonb_build_object('rule', u -> 'rule')));
  opens date := private.opening_for(a);
begin
  -- A coordinator may have brought her in since it was begun.
  if private.has_place(a.person, a.part, a.programme) then
    perform private.refuse('in_programme_already');
  end if;
  select * into rules from public.programmes p where p.key = a.programme;
  asks := private.rules_on(a.programme, current_date) || jsonb_build_object('intake', rules.rules -> 'intake');
  -- What she said elsewhere, or before she chose otherwise, and is not asked here goes.
  select private.missing_answers(f.definition, a.programme, asks, rules.asks_gender, a.answers),
    private.asked_answers(f.definition, a.programme, asks, rules.asks_gender, a.answers) into missing, a.answers
  from public.forms f where f.key = a.part and f.version = a.form_version;
  if missing <> '{}' then
    return jsonb_build_object('status', a.status, 'missing', missing);
  elsif opens > current_date and rules.rules #>> '{intake,while_closed}' = 'draft' then
    perform private.refuse('round_closed');
  elsif changed <> '{}' then
    update public.applications x set eligibility = verdict where x.id = a.id;
    return jsonb_build_object('status', a.status, 'missing', missing, 'changed', changed);
  end if;
  -- From now on she has a name here, so that a coordinator knows whom she reads.
  insert into public.people (id, shown_name, locale) values (a.person, btrim(a.answers ->> 'shown_name'), a.locale)
  on conflict do nothing;
  insert into public.people_private (person) values (a.person) on conflict do nothing;
  -- What is sent before a round opens is promised an answer from that day on.
  update public.applications x set status = 'sent', sent_at = now(), moved_at = now(), touched_at = now(), round = opens,
    answers = a.answers, due_on = greatest(current_date, opens) + rules.promise_days,
    eligibility = verdict || '{"overridden": []}'
  where x.id = a.id returning * into a;
  perform private.note_application(a, 'send_application');
  if private.is_assisted(a) then
    perform private.queue_mail('application-sent:' || a.id, 'application-assisted-sent', a.person,
      jsonb_build_object('name', private.name_of(a.assisted_by), 'said', private.said_yes_to(a)));
  elsif opens > current_date then
    perform private.queue_mail('application-sent:' || a.id, 'application-sent-early', a.person,
      jsonb_build_object('day', opens, 'days', rules.promise_days));
  else
    perform private.queue_mail('application-sent:' || a.id, 'application-sent', a.person,
      jsonb_build_object('days', rules.promise_days));
  end if;
  return jsonb_build_object('status', a.status, 'missing', '[]'::jsonb);
end $$;

-- What she said yes to in the form, in its own words and her language, a line each.
create function private.said_yes_to(a public.applications) returns text
  language sql stable set search_path = '' as $$
  select coalesce(string_agg(coalesce(q #>> array['label', a.locale], q ->> 'key'), e'\n' order by nr), '')
  from public.forms f
    cross join jsonb_path_query(f.definition, '$.steps[*].questions[*] ? (@.kind == "consent")')
      with ordinality as t (q, nr)
  where f.key = a.part and f.version = a.form_version and a.answers -> (q ->> 'key') = 'true'
$$;

-- Say that I have done what was to come first, with a line about it if I like. It goes back to be read: the day of sending
-- stays mine, the promise counts from now, or from the day my round opens.
create function public.resume_application(application uuid, message text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'preparing');
  opens date := private.opening_for(a);
begin
  if btrim(coalesce(message, '')) <> '' then
    insert into public.application_messages (application, kind, message) values (a.id, 'answer', btrim(message));
  end if;
  update public.applications x set status = 'sent', line = 'sent', prepared_at = now(), moved_at = now(), touched_at = now(),
    told_at = null, late_told_at = null, round = opens, due_on = greatest(current_date, opens) + p.promise_days
  from public.programmes p where x.id = a.id and p.key = a.programme returning x.* into a;
  perform private.note_application(a, 'resume_application');
  perform private.queue_mail('application-prepared:' || a.id || ':' || a.prepared_at, 'application-prepared', a.person,
    jsonb_build_object('day', a.due_on));
  delete from public.drafts d where d.person = a.person and d.form = 'application/' || a.id;
end $$;
grant execute on function public.resume_application to authenticated;

-- Take back what I told of my life, and the yes to it; the application goes on without.
create function public.take_back_life(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'sent', 'asked', 'interview', 'waiting', 'preparing',
    'accepted', 'redirected', 'declined', 'withdrawn', 'expired');
begin
  if a.answers ?| private.life_answers() then
    update public.applications x set answers = x.answers - private.life_answers(), touched_at = now() where x.id = a.id;
    perform private.note_application(a, 'take_back_life');
  end if;
end $$;
grant execute on function public.take_back_life to authenticated;

-- 47_waiting.sql

-- While an application waits: where it stands, and what an applicant can do meanwhile. Table: 43_applications.sql.

-- Is it on the waiting list? Neither a question nor a talk on the way costs the place.
create function private.is_waiting(a public.applications) returns boolean
  language sql immutable set search_path = '' as $$
  select a.in_line and a.line = 'waiting'
$$;
grant execute on function private.is_waiting to authenticated;

-- Take my application back; a draft is thrown away. Who is about to talk with me hears that the talk is off.
create function public.withdraw_application(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'draft', 'sent', 'asked', 'interview',
    'waiting', 'preparing');
begin
  if a.status = 'draft' then
    delete from public.applications x where x.id = a.id;
  else
    update public.applications x set status = 'withdrawn', decided_at = now(), moved_at = now(), touched_at = now(),
      times = '{}', interview_at = case when a.interview_at <= now() then a.interview_at end
    where x.id = a.id;
    if a.interview_at > now() and a.invited_by is not null then
      perform private.queue_mail('application-interview-off:' || a.id || ':' || now(), 'application-interview-off',
        a.invited_by, jsonb_build_object('at', a.interview_at));
    end if;
  end if;
  perform private.note_application(a, 'withdraw_application');
end $$;
grant execute on function public.withdraw_application to authenticated;

-- Answer what the coordinator asked; the application goes on where it was.
create function public.answer_application(application uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'asked');
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  insert into public.application_messages (application, kind, message) values (a.id, 'answer', btrim(message));
  update public.applications x set status = a.asked_from, asked_from = null, moved_at = now(), touched_at = now()
  where x.id = a.id;
  perform private.note_application(a, 'answer_application');
  delete from public.drafts d where d.person = a.person and d.form = 'application/' || a.id;
end $$;
grant execute on function public.answer_application to authenticated;

-- Choose one of the times for the talk, or another one until it begins.
create function public.choose_interview(application uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'interview');
begin
  if at is null or at <> all (a.times) then
    perform private.refuse('time_not_offered');
  elsif at <= now() or a.interview_at <= now() then
    perform private.refuse('time_has_passed');
  elsif a.interview_at = at then
    return;
  end if;
  update public.applications x set interview_at = choose_interview.at, touched_at = now() where x.id = a.id;
  perform private.note_application(a, 'choose_interview');
  -- Back to a time she had before is news, too.
  perform private.queue_mail('application-interview-chosen:' || a.id || ':' || now() || ':applicant',
    'application-interview-chosen', a.person, jsonb_build_object('at', choose_interview.at, 'where', a.meet_at));
  if a.invited_by is not null then
    perform private.queue_mail('application-interview-chosen:' || a.id || ':' || now() || ':desk',
      'application-interview-chosen', a.invited_by, jsonb_build_object('at', choose_interview.at, 'where', a.meet_at));
  end if;
end $$;
grant execute on function public.choose_interview to authenticated;

-- 48_who_sees_whom.sql

-- Policies on people and cards: they need requests, trials and matches, so they stand after them.

-- Where a mentee may look: she is approved in the programme and it lets mentees ask by themselves. Kept ready in one row,
-- because row security asks at every read of mentors; `whole` while nobody has blocked her. Nobody reads it but the two
-- functions below, as nobody learns who has blocked her.
create table private.directories (
  person uuid primary key references public.mentees on delete cascade,
  programme text not null,
  whole boolean not null
);
alter table private.directories enable row level security;

create function private.refresh_directory(mentee uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  -- One after the other for each mentee: of two who block her at once, neither is forgotten.
  perform from public.mentees m where m.person = mentee for no key update;
  delete from private.directories d where d.person = mentee;
  insert into private.directories (person, programme, whole)
  select m.person, m.programme, not exists (select from public.marks k where k.other = m.person and k.mark = 'blocked')
  from public.mentees m join public.programmes p on p.key = m.programme
  where m.person = mentee and m.standing = 'approved' and 'self' = any (p.modes);
end $$;

create function private.after_place() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_directory(new.person);
  return null;
end $$;
create trigger directory_follows after insert or update of programme, standing on public.mentees
  for each row execute function private.after_place();

create function private.after_mark() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if 'blocked' in (old.mark, new.mark) then
    perform private.refresh_directory(coalesce(new.other, old.other));
  end if;
  return null;
end $$;
create trigger directory_follows after insert or update or delete on public.marks
  for each row execute function private.after_mark();

create function private.after_modes() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_directory(m.person) from public.mentees m where m.programme = new.key order by m.person;
  return null;
end $$;
create trigger directories_follow after update on public.programmes
  for each row when (old.modes is distinct from new.modes) execute function private.after_modes();

-- The programme in whose directory I may look, where nobody there has blocked me: most often the only question asked.
create function private.my_directory() returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select d.programme from private.directories d where d.person = auth.uid() and d.whole);
end $$;
grant execute on function private.my_directory to authenticated;

-- The same where somebody has.
create function private.my_directory_in_part() returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select d.programme from private.directories d where d.person = auth.uid() and not d.whole);
end $$;
grant execute on function private.my_directory_in_part to authenticated;

-- What lives between two is at the desks of both: it follows whoever moves to another region. Whoever changes her place has
-- locked it, and so nobody else changes a row of hers meanwhile.
create function private.after_region() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update public.requests r set desks = private.desks(r.programme, e.region, o.region)
  from public.mentees e, public.mentors o
  where new.person in (r.mentee, r.mentor) and r.status in ('proposed', 'open', 'asked') and e.person = r.mentee and o.person = r.mentor;
  update public.trials t set desks = private.desks(t.programme, e.region, o.region)
  from public.mentees e, public.mentors o
  where new.person in (t.mentee, t.mentor) and t.standing and e.person = t.mentee and o.person = t.mentor;
  update public.matches t set desks = private.desks(t.programme, e.region, o.region)
  from public.mentees e, public.mentors o
  where new.person in (t.mentee, t.mentor) and t.living and e.person = t.mentee and o.person = t.mentor;
  return null;
end $$;
create trigger desks_follow after update of region on public.mentees
  for each row when (old.region <> new.region) execute function private.after_region();
create trigger desks_follow after update of region on public.mentors
  for each row when (old.region <> new.region) execute function private.after_region();

-- Whoever has something going with another sees the other's card while it lives, and each always sees her own. One person may
-- be both mentor and mentee: who knows her in one part sees no card of the other.

-- My mentors and I. For a year a mentee keeps seeing whom she asked besides; who has blocked her is to her as one who has left.
create function private.my_mentors() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select array_agg(mentor) || auth.uid() from (
    select r.mentor from public.requests r
    where r.mentee = auth.uid() and r.sent_at > now() - interval '1 year'
      and r.mentor <> all (private.blocked_by())
    union
    select t.mentor from public.trials t where t.mentee = auth.uid() and t.standing
    union
    select t.mentor from public.matches t where t.mentee = auth.uid() and t.living) as m);
end $$;
grant execute on function private.my_mentors to authenticated;

-- My mentees and I.
create function private.my_mentees() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select array_agg(mentee) || auth.uid() from (
    select r.mentee from public.requests r where r.mentor = auth.uid() and r.status in ('open', 'asked')
    union
    select t.mentee from public.trials t where t.mentor = auth.uid() and t.standing
    union
    select t.mentee from public.matches t where t.mentor = auth.uid() and t.living) as m);
end $$;
grant execute on function private.my_mentees to authenticated;

-- A coordinator sees whoever has a place at her desks or has applied there. Said in the policy and not in a function: a
-- function would be asked once a person, 560 times to open a desk.
create policy "a person sees herself, a coordinator the people at her desks" on public.people
  for select to authenticated using (id = (select auth.uid())
    or exists (select from public.mentors m where m.person = id and m.desks && (select private.my_desks()))
    or exists (select from public.mentees m where m.person = id and m.desks && (select private.my_desks()))
    or exists (select from public.applications a where a.person = people.id and a.desks && (select private.my_desks())));
create policy "a person sees her private part, a coordinator her desks'" on public.people_private
  for select to authenticated using (person = (select auth.uid())
    or exists (select from public.mentors m where m.person = people_private.person and m.desks && (select private.my_desks()))
    or exists (select from public.mentees m where m.person = people_private.person and m.desks && (select private.my_desks()))
    or exists (select from public.applications a where a.person = people_private.person and a.desks && (select private.my_desks())));

create policy "who sees the card sees the picture" on public.pictures
  for select to authenticated using (person = (select auth.uid())
    or exists (select from public.open_mentors o where o.person = pictures.person)
    or exists (select from public.mentee_cards c where c.person = pictures.person));

alter table public.open_mentors enable row level security;
alter table public.mentee_cards enable row level security;
grant select on public.open_mentors, public.mentee_cards to authenticated;

create policy "mentees see open mentors, counterparts each other, desks theirs"
  on public.open_mentors for select to authenticated
  using (
    (free > 0 and (paused_from is null or not current_date between paused_from and coalesce(paused_until, 'infinity'))
      and (programme = (select private.my_directory())
        or (programme = (select private.my_directory_in_part()) and person <> all ((select private.blocked_by())::uuid[]))))
    or person = any ((select private.my_mentors())::uuid[])
    or desks && (select private.my_desks()));

create policy "a mentee, the mentor she asked and her coordinator see her card" on public.mentee_cards
  for select to authenticated
  using (person = any ((select private.my_mentees())::uuid[])
    or desks && (select private.my_desks()));

-- The coordinators I may turn to, for each programme in which I have a place or an application in line: those of my region,
-- or those of the whole programme where it has none, three at most. A place that was left stands as long as what came of it
-- (70_retention.sql), and so long somebody answers for it. Their name and the address they sign in with, as they have no
-- other; no other account learns it.
create function private.my_coordinators() returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  return (
  select coalesce(jsonb_agg(distinct jsonb_build_object('programme', mine.programme, 'name', n.shown_name,
    'address', u.email)), '[]')
  from (
    select m.programme, m.region from public.mentees m where m.person = me
    union select m.programme, m.region from public.mentors m where m.person = me
    union select a.programme, a.region from public.applications a where a.person = me and a.in_line) as mine
  cross join lateral (
    select nearest.* from (
      select c.* from public.coordinators c
      where c.programme = mine.programme and (c.region is null or c.region = mine.region) and c.person <> me
      order by c.region is null fetch first row with ties) as nearest
    order by nearest.id limit 3) as c
  join public.people n on n.id = c.person join auth.users u on u.id = c.person);
end $$;
grant execute on function private.my_coordinators to authenticated;

-- 49_screening.sql

-- What a coordinator does with applications at her desks. Table: 43_applications.sql. Nobody screens herself.

-- Ask the applicant something. She gets a mail and answers on her page.
create function public.ask_applicant(application uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
  question bigint;
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  insert into public.application_messages as m (application, kind, message, written_by)
  values (a.id, 'question', btrim(ask_applicant.message), private.me()) returning m.id into question;
  update public.applications x set status = 'asked', moved_at = now(), touched_at = now(),
    asked_from = case when a.status = 'asked' then a.asked_from else a.status end
  where x.id = a.id;
  perform private.note_application(a, 'ask_applicant');
  perform private.queue_mail('application-question:' || a.id || ':' || question, 'application-question', a.person,
    jsonb_build_object('question', btrim(ask_applicant.message)));
end $$;
grant execute on function public.ask_applicant to authenticated;

-- Propose times for a talk: one to five, all to come. The applicant chooses one. Proposed anew, for a second talk too, the
-- old times and what was chosen are gone, and what was noted stays; the same once more changes nothing. `how` is 'online',
-- 'phone' or 'in-person'; `place` is where, or the link.
create function public.invite_to_interview(application uuid, times timestamptz[], minutes integer, how text, place text)
  returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
  proposed timestamptz[] := array(select distinct t from unnest(times) as t order by t);
  place_is text := nullif(btrim(invite_to_interview.place), '');
begin
  if coalesce(cardinality(times), 0) not between 1 and 5
    or array_position(times, null) is not null
    or exists (select from unnest(times) as t where t <= now() or t > now() + interval '90 days') then
    perform private.refuse('times_unsound');
  elsif minutes is null or how is null then
    perform private.refuse('something_missing');
  elsif a.status = 'interview' and (a.times, a.minutes, a.how, a.meet_at) is not distinct from
      (proposed, invite_to_interview.minutes, invite_to_interview.how, place_is) then
    return;
  end if;
  update public.applications x set status = 'interview', asked_from = null, moved_at = now(), touched_at = now(),
    times = proposed, interview_at = null, minutes = invite_to_interview.minutes, how = invite_to_interview.how,
    meet_at = place_is, invited_by = private.me()
  where x.id = a.id;
  perform private.note_application(a, 'invite_to_interview');
  perform private.queue_mail('application-interview:' || a.id || ':' || now(), 'application-interview', a.person, jsonb_build_object('minutes', invite_to_interview.minutes));
end $$;
grant execute on function public.invite_to_interview to authenticated;

-- Note a worry that needs somebody else's help; an empty text takes it away. Only I and coordinators of the whole
-- programme read it.
create function public.flag_concern(application uuid, concern text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted', 'redirected', 'declined');
begin
  if exists (select from private.application_concerns c where c.application = a.id) and not private.may_read_concern(a) then
    perform private.refuse('concern_of_another');
  end if;
  if btrim(coalesce(concern, '')) = '' then
    delete from private.application_concerns c where c.application = a.id;
  else
    insert into private.application_concerns as c (application, concern, written_by)
    values (a.id, btrim(flag_concern.concern), private.me())
    on conflict on constraint application_concerns_pkey do update set concern = excluded.concern, at = now();
  end if;
  -- That there is one is not for all at her desks.
  perform private.note('flag_concern', 'application', a.id);
end $$;
grant execute on function public.flag_concern to authenticated;

create function private.may_read_concern(a public.applications) returns boolean
  language sql stable set search_path = '' as $$
  select a.programme = any (private.my_desks())
    or exists (select from private.application_concerns c where c.application = a.id and c.written_by = auth.uid())
$$;

-- {"concern": text or null} where I may read it, {} where not.
create function private.concern_of(application_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce((select jsonb_build_object('concern',
      (select c.concern from private.application_concerns c where c.application = a.id))
    from public.applications a where a.id = application_is and a.person <> auth.uid()
      and a.desks && private.my_desks() and private.may_read_concern(a)), '{}')
$$;
grant execute on function private.concern_of to authenticated;

-- Count a rule as met that is not, or is still open; who and why stands in `application_overrides`.
create function public.override_rule(application uuid, rule text, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
begin
  if not coalesce(a.eligibility -> 'open' ? rule
      or a.eligibility -> 'unmet' @> jsonb_build_array(jsonb_build_object('rule', rule)), false) then
    perform private.refuse('rule_unknown');
  end if;
  insert into public.application_overrides (application, rule, reason, written_by)
  values (a.id, override_rule.rule, btrim(coalesce(override_rule.reason, '')), private.me());
  update public.applications x set touched_at = now(), eligibility = a.eligibility || jsonb_build_object(
    'met', (a.eligibility -> 'met') || to_jsonb(rule),
    'unmet', (select coalesce(jsonb_agg(u), '[]') from jsonb_array_elements(a.eligibility -> 'unmet') as u
      where u ->> 'rule' <> override_rule.rule),
    'open', (a.eligibility -> 'open') - rule,
    'overridden', (a.eligibility -> 'overridden') || to_jsonb(rule))
  where x.id = a.id;
  perform private.note_application(a, 'override_rule', false, jsonb_build_object('rule', rule));
end $$;
grant execute on function public.override_rule to authenticated;

-- 49_screening_talk.sql

-- The first talk, by the programme's guide: which parts it has, what is noted, and what is still open. A yes to a mentee and
-- a mentor's step wait for the required parts. Table: 43_applications.sql.

-- Parts of the talk in a programme; none where no talk is held.
create function private.talk_of(programme text, part text) returns text[]
  language sql stable set search_path = '' as $$
  select case part when 'mentee' then p.mentee_talk else p.mentor_talk end
  from public.programmes p where p.key = programme
$$;

-- Was this part talked about? Some have a place of their own among the notes.
create function private.is_talked(n public.application_notes, part text) returns boolean
  language sql immutable set search_path = '' as $$
  select part = any (n.talked) or case part when 'clear' then n.clarity is not null
    when 'ready' then n.readiness is not null
    when 'competences' then exists (select from jsonb_each_text(n.competences) as c where c.value ~ '\S')
    else coalesce(n.parts ->> part ~ '\S', false) end
$$;

-- Required parts that are still open, in their order; none where a coordinator counts the talk as held.
create function private.talk_left(a public.applications) returns text[]
  language sql stable set search_path = '' as $$
  select coalesce(array_agg(t.part order by t.nr), '{}')
  from public.programmes p
    cross join lateral unnest(case a.part when 'mentee' then p.mentee_talk_required else p.mentor_talk_required end)
      with ordinality as t (part, nr)
  where p.key = a.programme
    and not exists (select from public.application_notes n where n.application = a.id and private.is_talked(n, t.part))
    and not exists (select from public.application_overrides o where o.application = a.id and o.rule = 'interview')
$$;
grant execute on function private.talk_of, private.is_talked, private.talk_left to authenticated;

-- What has been noted, as one object; parts that were only talked about are ticked. Null where nothing has been.
create function private.notes_of(application_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object('impression', n.impression, 'parts', n.parts, 'competences', n.competences,
    'talked', (select jsonb_object_agg(t.part, true) from unnest(n.talked) as t (part)), 'clarity', n.clarity,
    'readiness', n.readiness))
  from public.application_notes n where n.application = application_is
$$;
grant execute on function private.notes_of to authenticated;

-- Note something of the talk, and only that: the rest stays as it is, whoever wrote it in which window. `impression`, `clarity`
-- and `readiness` (1 to 5), and by name `parts` of the guide, `competences` and those `talked` about with nothing to write
-- (true or false); null takes something away. Parts that stand there already may have left the guide. Answers all that is noted.
create function public.note_interview(application uuid, notes jsonb) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted', 'redirected', 'declined');
  before jsonb := coalesce(private.notes_of(a.id), '{}');
  whole jsonb;
begin
  if private.notes_are_sound(notes) then
    whole := private.notes_with(before, notes);
  end if;
  if not coalesce(private.notes_are_sound(whole), false) then
    perform private.refuse('notes_malformed');
  elsif exists (
      select jsonb_object_keys(coalesce(whole -> 'parts', '{}') || coalesce(whole -> 'talked', '{}'))
      except select unnest(private.talk_of(a.programme, a.part))
      except select jsonb_object_keys(coalesce(before -> 'parts', '{}') || coalesce(before -> 'talked', '{}'))) then
    perform private.refuse('talk_part_unknown');
  end if;
  insert into public.application_notes as n (application, impression, parts, competences, talked, clarity, readiness, written_by)
  values (a.id, whole ->> 'impression', coalesce(whole -> 'parts', '{}'), coalesce(whole -> 'competences', '{}'),
    array(select t.key from jsonb_each(whole -> 'talked') as t where t.value = 'true'), (whole ->> 'clarity')::smallint,
    (whole ->> 'readiness')::smallint, private.me())
  on conflict on constraint application_notes_pkey do update set impression = excluded.impression,
    parts = excluded.parts, competences = excluded.competences, talked = excluded.talked,
    clarity = excluded.clarity, readiness = excluded.readiness, written_by = excluded.written_by, noted_at = now();
  -- She writes while she talks; that she has begun is enough to know.
  if not exists (select from public.events e where e.subject = a.id and e.verb = 'note_interview'
      and e.actor = private.me()) then
    perform private.note_application(a, 'note_interview', false);
  end if;
  return private.notes_of(a.id);
end $$;
grant execute on function public.note_interview to authenticated;

-- Notes with a change: what it names is as it says, what it does not name stays.
create function private.notes_with(notes jsonb, change jsonb) returns jsonb
  language sql immutable set search_path = '' as $$
  select jsonb_strip_nulls(notes || change || (select jsonb_object_agg(named,
      coalesce(notes -> named, '{}') || coalesce(nullif(change -> named, 'null'), '{}'))
    from unnest('{parts,competences,talked}'::text[]) as named))
$$;

-- At most twenty texts by name.
create function private.are_short_texts(texts jsonb) returns boolean
  language plpgsql immutable set search_path = '' as $$
begin
  if texts is null or texts = 'null' then
    return true;
  elsif jsonb_typeof(texts) <> 'object' then
    return false;
  end if;
  return (select count(*) <= 20 and coalesce(bool_and(t.key ~ '^[a-z-]{2,20}$' and jsonb_typeof(t.value) in ('string', 'null')
      and char_length(coalesce(t.value #>> '{}', '')) <= 1000), true)
    from jsonb_each(texts) as t);
end $$;

-- At most twenty ticks by name.
create function private.are_ticks(ticks jsonb) returns boolean
  language plpgsql immutable set search_path = '' as $$
begin
  if ticks is null or ticks = 'null' then
    return true;
  elsif jsonb_typeof(ticks) <> 'object' then
    return false;
  end if;
  return (select count(*) <= 20 and coalesce(bool_and(t.key ~ '^[a-z-]{2,20}$' and jsonb_typeof(t.value) in ('boolean', 'null')), true)
    from jsonb_each(ticks) as t);
end $$;

create function private.notes_are_sound(notes jsonb) returns boolean
  language sql immutable set search_path = '' as $$
  select coalesce(jsonb_typeof(notes) = 'object', false)
    and notes - '{impression,parts,competences,talked,clarity,readiness}'::text[] = '{}'
    and jsonb_typeof(coalesce(notes -> 'impression', 'null')) in ('string', 'null')
    and char_length(coalesce(notes ->> 'impression', '')) <= 2000
    and jsonb_typeof(coalesce(notes -> 'clarity', 'null')) in ('number', 'null')
    and jsonb_typeof(coalesce(notes -> 'readiness', 'null')) in ('number', 'null')
    and coalesce(notes ->> 'clarity', '1') ~ '^[1-5]$' and coalesce(notes ->> 'readiness', '1') ~ '^[1-5]$'
    and private.are_ticks(notes -> 'talked')
    and private.are_short_texts(notes -> 'parts') and private.are_short_texts(notes -> 'competences')
$$;

-- Count the talk as held although parts of its guide are open; why is kept. After a yes, too: a mentor's talk is a
-- step on the way.
create function public.count_interview(application uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted');
begin
  if private.talk_left(a) = '{}' and not exists (
      select from public.application_overrides o where o.application = a.id and o.rule = 'interview') then
    perform private.refuse('interview_whole');
  end if;
  insert into public.application_overrides (application, rule, reason, written_by)
  values (a.id, 'interview', btrim(coalesce(count_interview.reason, '')), private.me());
  perform private.note_application(a, 'count_interview', false);
end $$;
grant execute on function public.count_interview to authenticated;

-- 50_countdown.sql

-- The countdown of a first hour that has no time: three days of the programme, counted from the yes, from a coordinator's
-- approval, or from when she gave more. On the first both are reminded. The second is `agree_by`, the day by which they are to
-- meet: from then on they stand on the desk, to be called. On the third she decides. A time that both agreed on stops it; an hour
-- that did not take place and is planned anew counts on.

-- By when the two are to meet: `agree_by`, and once that day has come, the one on which a coordinator decides.
create function private.plan_by(t public.trials) returns timestamptz
  language sql stable set search_path = '' as $$
  select case when t.agree_by > now() then t.agree_by
    else t.agree_by + make_interval(days => p.never_met_days[3] - p.never_met_days[2]) end
  from public.programmes p where p.key = t.programme
$$;
grant execute on function private.plan_by to authenticated;

-- What the clock does of it, and after the hour: who has not answered is asked once, then a coordinator decides. An hour
-- proposed for the last day may be agreed to until it begins.
create function private.remind_trials(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  due record;
  t public.trials;
  touched bigint := 0;
begin
  for due in
    select s as trial, d.over from public.trials s join public.programmes p on p.key = s.programme
      cross join lateral (select case s.status
        when 'planning' then greatest(s.agree_by + make_interval(days => p.never_met_days[3] - p.never_met_days[2]), s.starts_at) <= as_of
        else s.decide_by + make_interval(days => p.answer_days) <= as_of end as over) d
    where (s.status = 'planning' and s.asked_at is null and as_of < s.agree_by
        and s.agree_by - make_interval(days => p.never_met_days[2] - p.never_met_days[1]) <= as_of)
      or (s.status = 'agreed' and s.asked_at is null and s.decide_by <= as_of)
      or (s.status in ('planning', 'agreed') and d.over)
    order by s.id for update of s skip locked
  loop
    t := due.trial;
    if due.over then
      update public.trials set status = 'undecided', asked_at = coalesce(asked_at, as_of) where id = t.id;
      perform private.note('leave_trial_undecided', 'trial', t.id, t.mentee, t.mentor, t.desks);
    else
      update public.trials set asked_at = as_of where id = t.id;
      perform private.remind_of_trial(t, t.mentee, 'mentee', t.mentor);
      perform private.remind_of_trial(t, t.mentor, 'mentor', t.mentee);
    end if;
    touched := touched + 1;
  end loop;
  return touched;
end $$;

-- One reminder to one of the two who has not spoken: once for each day that is waited for, whatever is planned anew meanwhile.
create function private.remind_of_trial(t public.trials, person_is uuid, part text, other uuid) returns void
  language plpgsql set search_path = '' as $$
begin
  if t.status = 'planning' then
    perform private.queue_mail('trial-reminder:' || t.id || ':' || t.agree_by || ':' || part, 'trial-plan-reminder', person_is,
      jsonb_build_object('name', private.name_of(other), 'day', t.agree_by::date));
  elsif not exists (select from public.verdicts v where v.trial = t.id and v.person = person_is) then
    perform private.queue_mail('trial-reminder:' || t.id || ':' || t.decide_by || ':' || part, 'trial-answer-reminder', person_is,
      jsonb_build_object('name', private.name_of(other)));
  end if;
end $$;

-- 50_due.sql

-- What the clock does: nudges, expiries, deadlines. Run every minute with the time; running twice does nothing twice.
-- The clock never waits for a person's transaction: what is busy now is done a minute later.

create function private.nudge_requests(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    select r.id from public.requests r join public.programmes p on p.key = r.programme
    where r.status = 'open' and r.nudged_at is null
      and r.expires_at - make_interval(days => p.expiry_days - p.nudge_days) <= as_of
    for update of r skip locked
  ), nudged as (
    update public.requests r set nudged_at = as_of from due where r.id = due.id returning r.*
  ), mailed as (
    select private.queue_mail('request-nudge:' || id || ':' || expires_at, 'request-nudge', mentor,
      jsonb_build_object('name', private.name_of(mentee), 'until', expires_at)) from nudged
  )
  select count(*) from mailed
$$;

-- Silence ends; the mentee hears it with the next best mentor's name. A full mentor's open requests end the same way.
create function private.expire_requests(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  due uuid;
  r public.requests;
  ended bigint := 0;
begin
  for due in
    select q.id from public.requests q join public.mentors m on m.person = q.mentor
    where q.status in ('proposed', 'open', 'asked') and (q.expires_at <= as_of or m.taken >= m.capacity)
    order by q.id
  loop
    select * into r from public.requests q where q.id = due;
    perform from public.mentees m where m.person = r.mentee for no key update skip locked;
    continue when not found;
    perform from public.mentors m where m.person = r.mentor for no key update skip locked;
    continue when not found;
    select * into r from public.requests q
    where q.id = due and q.status in ('proposed', 'open', 'asked') for update skip locked;
    -- Since it was looked for it may have been given more days, or a place may have come free.
    continue when not found or r.expires_at > as_of
      and not exists (select from public.mentors m where m.person = r.mentor and m.taken >= m.capacity);
    if r.expires_at <= as_of then
      perform private.move_request(r, 'expire_request', 'expired', as_of);
    else
      perform private.move_request(r, 'close_request', 'closed', as_of);
    end if;
    ended := ended + 1;
    -- A proposal she did not take up ends quietly: nobody else knew of it.
    continue when r.status = 'proposed';
    perform private.queue_mail('request-over:' || r.id,
      case when r.expires_at <= as_of then case when r.status = 'asked' then 'request-expired-unanswered'
        else 'request-expired' end else 'request-mentor-full' end, r.mentee,
      jsonb_build_object('name', private.name_of(r.mentor), 'next', private.next_best(r.mentee)));
  end loop;
  return ended;
end $$;

-- Whom to suggest after silence or a no: the name of the best mentor not asked before, of the ten best who can be asked now;
-- empty where there is none, or where mentees do not ask by themselves.
create function private.next_best(mentee_is uuid) returns text
  language sql stable set search_path = '' as $$
  select coalesce((
    select private.name_of(best.mentor)
    from private.seeker(mentee_is) s
      cross join lateral unnest(private.fit(s, row(null, null, null, null, null, null,
        array(select r.mentor from public.requests r where r.mentee = mentee_is)
          || array(select k.person from public.marks k where k.other = mentee_is and k.mark = 'blocked')
          || array(select k.other from public.marks k where k.person = mentee_is and k.mark <> 'favourite'),
        null, null, null, null)::private.sieve, null, 10)) with ordinality as best
    where s.person is not null and exists (select from public.mentees m join public.programmes p on p.key = m.programme
        where m.person = mentee_is and 'self' = any (p.modes))
      and not private.is_asked_enough(best.mentor)
    order by best.ordinality limit 1), '')
$$;

-- Cards of mentors whose requests have changed lately, made anew where a verb did not wait for them.
create function private.refresh_cards(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  select count(private.refresh_open_mentor_if_free(t.mentor)) from (
    select distinct r.mentor from public.requests r
    where greatest(r.sent_at, r.answered_at, r.ended_at) > as_of - interval '10 minutes') t
$$;

-- When an application that waits for its applicant is over: sixty days after a question or times for a talk, but not before
-- two weeks after the talk she has chosen or the last time she may choose; six months after something else was to come first.
-- Null where it waits for the desk.
create function private.closes_at(a public.applications) returns timestamptz
  language sql stable set search_path = '' as $$
  select case when a.status = 'preparing' then a.moved_at + interval '6 months'
    when a.status = 'asked' or a.status = 'interview' and a.interview_at is null then greatest(a.moved_at + interval '60 days',
      coalesce(a.interview_at, (select max(t) from unnest(a.times) as t)) + interval '14 days') end
$$;

-- When we write to her next: every fourteen days, that she is not forgotten while it is the desk that she waits for, and that
-- we look forward to hear from her while it waits for her.
create function private.tells_at(a public.applications) returns timestamptz
  language sql stable set search_path = '' as $$
  select t.at from (select greatest(a.told_at, a.moved_at) + interval '14 days' as at) t
  where a.status in ('sent', 'waiting') or t.at < private.closes_at(a)
$$;
grant execute on function private.closes_at, private.tells_at to authenticated;

create function private.tell_in_line(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    select a.id from public.applications a
    where a.in_line and private.tells_at(a) <= as_of
    for update skip locked
  ), told as (
    update public.applications a set told_at = as_of from due where a.id = due.id returning a.*
  ), mailed as (
    select private.queue_mail('application-in-line:' || id || ':' || told_at, 'application-in-line', person)
    from told where status in ('sent', 'waiting')
    union all
    select private.queue_mail('application-in-line:' || t.id || ':' || t.told_at,
      case t.status when 'preparing' then 'application-preparing' else 'application-unanswered' end, t.person,
      jsonb_build_object('day', private.closes_at(t)::date))
    from told as t where t.status not in ('sent', 'waiting')
  )
  select count(*) from mailed
$$;

-- Silence ends an application, as it ends a request: kindly, and she may begin anew.
create function private.expire_applications(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  a public.applications;
  ended bigint := 0;
begin
  for a in select * from public.applications x where x.in_line and x.status in ('asked', 'interview', 'preparing')
      and x.moved_at < as_of - interval '60 days' and private.closes_at(x) <= as_of
    order by x.id for update skip locked
  loop
    update public.applications x set status = 'expired', asked_from = null, decided_at = as_of, moved_at = as_of, touched_at = as_of
    where x.id = a.id;
    perform private.note_application(a, 'expire_application');
    perform private.queue_mail('application-expired:' || a.id, 'application-expired', a.person);
    ended := ended + 1;
  end loop;
  return ended;
end $$;

-- Coordinators hear once of each application that was promised an answer and has none when its day is over: one mail a
-- coordinator a day, with how many, and nobody's name. From seven in the morning, when somebody can do something about it.
create function private.tell_of_late(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with late as (
    select a.id from public.applications a
    where a.in_line and a.due_on < as_of::date and a.promised_on is not null and a.late_told_at is null
      and as_of::time >= '07:00'
    for update skip locked
  ), told as (
    update public.applications a set late_told_at = as_of from late where a.id = late.id returning a.*
  ), desks as (
    select c.person, count(distinct t.id) as late from told t join public.coordinators c
      on c.programme || coalesce('/' || c.region, '') = any (t.desks) and c.person <> t.person
    group by c.person
  ), mailed as (
    select private.queue_mail('applications-late:' || person || ':' || as_of::date, 'applications-late', person,
      jsonb_build_object('count', late)) from desks
  )
  select count(*) from mailed
$$;

-- 51_deciding.sql

-- A coordinator decides about an application, and a yes becomes a place. Table: 43_applications.sql.

-- Decide, with a kind letter: 'accept', 'wait', 'prepare', 'redirect' or 'decline', and a reason's key for the figures.
-- `seen_status` is the state I saw: if a colleague was quicker, I am told. A yes gives the applicant her place in the
-- programme, and waits until every rule is met or counted as met, and for a mentee until nothing that the talk must be about is
-- open: `count_interview`. A mentor's talk is a step after the yes. Where it passes who was sent before and still waits, it
-- needs a reason: `take_out_of_order`.
create function public.decide_application(application uuid, decision text, reason text, letter text,
  seen_status text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications;
  to_status public.application_status := case decision when 'accept' then 'accepted' when 'wait' then 'waiting'
    when 'prepare' then 'preparing' when 'redirect' then 'redirected' when 'decline' then 'declined' end;
  person_is uuid := (select x.person from public.applications x where x.id = application);
begin
  -- A yes changes her place, which is locked before the application, as everywhere.
  perform private.hold_pair(person_is, person_is);
  a := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting', 'preparing', 'accepted',
    'redirected', 'declined', 'withdrawn', 'expired');
  if not a.in_line or a.status = to_status or a.status <> seen_status::public.application_status then
    perform private.refuse('application_decided');
  elsif to_status is null or reason is null then
    perform private.refuse('choice_unknown');
  elsif btrim(coalesce(letter, '')) = '' then
    perform private.refuse('message_missing');
  elsif to_status = 'accepted' and private.has_place(a.person, a.part, a.programme) then
    perform private.refuse('has_place_already');
  elsif to_status = 'accepted' and a.eligibility -> 'unmet' <> '[]' then
    perform private.refuse('rules_unmet');
  elsif to_status = 'accepted' and a.part = 'mentee' and private.talk_left(a) <> '{}' then
    perform private.refuse('interview_incomplete');
  elsif to_status = 'accepted' and private.waiting_before(a.id) > 0 and not exists (
      select from public.application_overrides o where o.application = a.id and o.rule = 'order') then
    perform private.refuse('out_of_order');
  end if;
  if to_status = 'accepted' then
    perform private.give_place(a);
  end if;
  insert into public.application_messages (application, kind, message, written_by)
  values (a.id, 'letter', btrim(letter), private.me());
  update public.applications x set status = to_status, asked_from = null, reason = decide_application.reason,
    line = case when to_status in ('waiting', 'preparing') then to_status else x.line end,
    moved_at = now(), touched_at = now(), told_at = null, prepared_at = null,
    -- She keeps her place in the line when she waits for the round after hers.
    round = case when to_status = 'waiting' and decide_application.reason = 'next-round' then private.opening_after(a) else x.round end,
    decided_at = case when to_status in ('accepted', 'redirected', 'declined') then now() end
  where x.id = a.id;
  perform private.note_application(a, 'decide_application', true, jsonb_strip_nulls(jsonb_build_object('decision', decision,
    -- Whoever wrote it down may decide; the log says that it was she.
    'assisted', case when a.assisted_by = private.me() and a.taken_over_at is null then true end)));
  perform private.queue_mail('application-decided:' || a.id || ':' || now(), 'application-decided', a.person,
    jsonb_build_object('letter', btrim(decide_application.letter)));
end $$;
grant execute on function public.decide_application to authenticated;

-- The applicant's place in the programme, out of her answers; she gets ready before anybody sees her. Her places are
-- locked.
create function private.give_place(a public.applications) returns void
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  formats text[];
  place_is text := a.answers ->> 'place';
  -- An older form asked for it in words.
  likes text[] := private.interests_kept(a.programme, case jsonb_typeof(a.answers -> 'interests') when 'array'
    then private.texts(a.answers -> 'interests') end, '{}');
begin
  select * into rules from public.programmes p where p.key = a.programme;
  -- Where there is but one way to meet, nobody is asked.
  formats := private.texts(coalesce(nullif(a.answers -> 'formats', '[]'), rules.rules #> '{course,formats}'));
  update public.people_private x set gender = a.answers ->> 'gender'
  where x.person = a.person and x.gender = 'undisclosed' and private.answered(a.answers -> 'gender');
  if a.part = 'mentee' then
    perform private.mentee_may_move(a.person, a.programme);
    insert into public.mentees as m (person, programme, standing, field, specialism, languages, goals, formats, place,
      region, hours, prefers, prefers_gender, about, interests, prefers_tongue)
    values (a.person, a.programme, 'preparing', a.answers ->> 'field', nullif(btrim(a.answers ->> 'specialism'), ''),
      private.spoken(a.answers -> 'languages'), private.texts(a.answers -> 'goals'), formats, place_is,
      private.region_of(place_is), (a.answers ->> 'hours')::smallint,
      coalesce(nullif(a.answers ->> 'prefers', ''), 'any'),
      case when rules.asks_gender then coalesce(nullif(a.answers ->> 'prefers_gender', ''), 'any') else 'any' end,
      btrim(a.answers ->> 'about'), likes, coalesce(nullif(a.answers ->> 'prefers_tongue', ''), 'any'))
    on conflict (person) do update set programme = excluded.programme, standing = 'preparing', field = excluded.field,
      specialism = excluded.specialism, languages = excluded.languages, goals = excluded.goals,
      formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
      prefers = excluded.prefers, prefers_gender = excluded.prefers_gender, about = excluded.about,
      interests = excluded.interests, prefers_tongue = excluded.prefers_tongue, saved_at = now(),
      approved_at = null;
  else
    perform private.mentor_may_move(a.person, a.programme);
    insert into public.mentors as m (person, programme, standing, field, specialism, languages, offers, formats, place,
      region, hours, capacity, migrated, about, interests)
    values (a.person, a.programme, 'preparing', a.answers ->> 'field', nullif(btrim(a.answers ->> 'specialism'), ''),
      private.spoken(a.answers -> 'languages'), private.texts(a.answers -> 'offers'), formats, place_is,
      private.region_of(place_is), (a.answers ->> 'hours')::smallint,
      coalesce((rules.rules #>> '{limits,capacity}')::smallint, 1),
      case a.answers ->> 'migrated' when 'yes' then true when 'no' then false end, btrim(a.answers ->> 'about'),
      likes)
    -- How many she meets at once is hers to change, and stays, as far as the programme allows it.
    on conflict (person) do update set programme = excluded.programme, standing = 'preparing', field = excluded.field,
      specialism = excluded.specialism, languages = excluded.languages, offers = excluded.offers,
      formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
      capacity = greatest(m.taken, least(m.capacity, rules.capacity_max)),
      migrated = excluded.migrated, about = excluded.about, interests = excluded.interests, saved_at = now(), approved_at = null;
  end if;
  perform private.keep_background(a.person, a.part, a.answers, a.locale, a.sent_at);
  perform private.begin_preparation(a.person, a.part, a.programme, a.answers -> 'mentored_before' = 'true', a.id);
exception when check_violation or not_null_violation or foreign_key_violation then
  perform private.refuse('application_incomplete');
end $$;

-- 53_referrals.sql

-- A partner is an organisation that tells people about a programme; a referral is one person who said yes to being
-- referred. Who she is and what she does with it is hers: a partner sees what she shares, and no more.

create type public.referral_status as enum ('invited', 'taken', 'ended');

create table public.partners (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete restrict,
  -- Null is the whole programme.
  region text references public.places on delete restrict,
  name text not null,
  kind text not null,
  added_by uuid references public.people on delete set null,
  added_at timestamptz not null default now(),
  link_until timestamptz not null,
  -- When desk and partner last talked about how it fits: what came before is not counted against it.
  talked_on date,
  closed_at timestamptz,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint partner_name_length check (char_length(btrim(name)) between 2 and 80 and private.is_visible(name)),
  -- The same words as the answers to "How did you hear about us?", where there is one.
  constraint partner_kind_is_known check (kind in
    ('job-centre', 'municipality', 'language-school', 'education', 'housing-plan', 'organisation', 'employer', 'other'))
);
create index partners_programme on public.partners (programme);
create index partners_region on public.partners (region);
create index partners_added_by on public.partners (added_by);
create index partners_desks on public.partners using gin (desks);

-- By rule of the programme, how a partner answered.
create function private.self_check_is_sound(answers jsonb) returns boolean
  language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(answers) = 'object' then not exists (
    select from jsonb_each_text(answers) as a
    where a.key not in ('area', 'language', 'commitment', 'gender', 'age', 'status', 'education')
      or coalesce(a.value, '') not in ('yes', 'no', 'unknown')) else false end
$$;

create table public.referrals (
  id uuid primary key default gen_random_uuid(),
  partner uuid not null references public.partners on delete cascade,
  programme text not null references public.programmes on delete restrict,
  -- What partner and coordinator call it when they talk: `K7M-4QD`.
  code text not null,
  status public.referral_status not null default 'invited',
  -- Her account: the one of the address that was given, or the one with which she took over.
  person uuid references auth.users on delete set null,
  application uuid references public.applications on delete set null,
  -- How the partner's look at the rules came out, by rule: `yes`, `no`, `unknown`.
  self_check jsonb not null default '{}',
  -- Asked with her in the room.
  understands text not null,
  wants text not null,
  -- Which sentence she said yes to, and the language it was read in.
  consent text not null,
  consent_locale text not null,
  -- What the partner may see.
  shares text not null default 'nothing',
  reason text,
  referred_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  -- When a coordinator made the text message for her, where she has no mail address.
  texted_at timestamptz,
  reminded_at timestamptz,
  taken_at timestamptz,
  -- When her place opened, and what came of it became a course.
  started_at timestamptz,
  ended_at timestamptz,
  -- Those of the partner.
  desks text[] not null,
  constraint referral_code_once unique (code),
  constraint referral_self_check_is_known check (private.self_check_is_sound(self_check)),
  constraint referral_understands_is_known check (understands in ('yes', 'unsure')),
  constraint referral_wants_is_known check (wants in ('yes', 'unsure')),
  constraint referral_consent_is_known check (consent in ('said-yes-1')),
  constraint referral_consent_locale_is_known check (consent_locale = any (private.locales())),
  constraint referral_shares_is_known check (shares in ('nothing', 'begun', 'decision')),
  -- The last three are of whoever was let in and never began: not ready within a year, did not want to, deleted herself.
  constraint referral_reason_is_known check (reason in ('not-reached', 'said-no', 'other-way', 'not-for-this-programme',
    'moved', 'other', 'never-ready', 'changed-mind', 'left')),
  constraint referral_reason_fits_its_end
    check (reason not in ('never-ready', 'changed-mind', 'left') or taken_at is not null and started_at is null),
  constraint referral_end_has_a_reason
    check ((status = 'ended') = (ended_at is not null) and (status = 'ended') = (reason is not null)),
  constraint referral_is_taken_at_a_time check (status <> 'taken' or taken_at is not null)
);
create index referrals_partner on public.referrals (partner, referred_at);
create index referrals_programme on public.referrals (programme);
create index referrals_person on public.referrals (person);
create index referrals_application on public.referrals (application);
create index referrals_desks on public.referrals using gin (desks);
create index referrals_open on public.referrals (expires_at) where status = 'invited';

-- What the partner told with her. Gone as soon as she says no, nobody answers, or a coordinator has decided.
create table public.referred (
  referral uuid primary key references public.referrals on delete cascade,
  name text not null,
  -- Of her mails.
  locale text not null,
  -- Where she has no mail address.
  phone text,
  comment text,
  constraint referred_name_length check (char_length(btrim(name)) between 1 and 40 and private.is_visible(name)),
  constraint referred_locale_is_known check (locale = any (private.locales())),
  constraint referred_phone_shape check (phone ~ '^\+?[0-9 ()-]{5,20}$'),
  constraint referred_comment_length check (char_length(btrim(comment)) between 1 and 500)
);

alter table public.partners enable row level security;
alter table public.referrals enable row level security;
alter table public.referred enable row level security;
grant select on public.partners, public.referrals, public.referred to authenticated;
create policy "a coordinator sees the partners of her desks" on public.partners
  for select to authenticated using (desks && (select private.my_desks()));
create policy "a person sees her referral, a coordinator those of her desks" on public.referrals
  for select to authenticated using (person = (select auth.uid()) or desks && (select private.my_desks()));
-- This asks for the referral, and so only of what one may see of it.
create policy "the referred person and her desks read what was told" on public.referred
  for select to authenticated using (exists (select from public.referrals r where r.id = referral));

-- 53_referrals_followed.sql

-- What becomes of a referral after it was taken over: it follows the application that came of it, and then the place. Table:
-- 53_referrals.sql.

-- A referral follows the application that came of it: what was told goes when a human has decided, and what ends without
-- a course gives its reason. Of a yes it follows the place.
create function private.referral_follows() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  why text := case old.status when 'accepted' then
    -- A year has gone by, or her account goes and everything with it.
    case when exists (select from auth.users u where u.id = old.person) then 'never-ready' else 'left' end else case
    when tg_op = 'UPDATE' then case new.status when 'withdrawn' then 'said-no' when 'redirected' then 'other-way'
      when 'declined' then 'not-for-this-programme' when 'expired' then 'not-reached' end
    when auth.uid() is null then 'not-reached' else 'said-no' end end;
begin
  delete from public.referred d using public.referrals r where r.id = d.referral and r.application = old.id;
  update public.referrals r set status = 'ended', reason = why, ended_at = now()
  where r.application = old.id and r.status = 'taken' and r.started_at is null and why is not null;
  if tg_op = 'UPDATE' then
    return new;
  end if;
  update public.referrals r set person = null, shares = 'nothing' where r.application = old.id;
  return old;
end $$;
create trigger referral_follows after update of status on public.applications
  for each row when (new.status in ('accepted', 'redirected', 'declined', 'withdrawn', 'expired'))
  execute function private.referral_follows();
create trigger referral_goes before delete on public.applications
  for each row execute function private.referral_follows();

-- And the place that came of the application: once it opens it is a course. Whoever was let in and goes before gives the
-- reason, whether she said so, went to another programme, or the clock gave the place up.
create function private.referral_follows_place() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if new.standing = 'approved' and new.programme = old.programme then
    update public.referrals r set started_at = now()
    where r.person = new.person and r.programme = new.programme and r.status = 'taken';
  else
    update public.referrals r set status = 'ended', ended_at = now(), reason = case
      when new.programme <> old.programme then 'other-way' when auth.uid() is null then 'never-ready'
      else 'changed-mind' end
    where r.person = new.person and r.programme = old.programme and r.status = 'taken' and r.started_at is null
      and exists (select from public.applications a where a.id = r.application and a.status = 'accepted');
  end if;
  return null;
end $$;
create trigger referral_follows_place after update of standing, programme on public.mentees
  for each row when (old.standing = 'preparing' and (new.standing <> 'preparing' or new.programme <> old.programme))
  execute function private.referral_follows_place();

-- 53_referrals_links.sql

-- Links that open something without an account: who has one is known by its secret, and the secret by its hash.

-- Secrets of links, as their hash: 'refer' opens a partner's page, 'referral' that of the referred person, 'status'
-- what the partner may see of one referral. The secret itself is known to whoever has the link. 'again' is none that
-- opens: the secret of a partner's link with an address or a number, by which `refer` knows a referral again.
create table private.links (
  hash bytea primary key,
  opens text not null,
  partner uuid references public.partners on delete cascade,
  referral uuid references public.referrals on delete cascade,
  until timestamptz not null,
  constraint link_opens_is_known check (opens in ('refer', 'referral', 'status', 'again')),
  constraint link_opens_one check ((opens = 'refer') = (partner is not null) and (opens = 'refer') = (referral is null))
);
create index links_partner on private.links (partner);
create index links_referral on private.links (referral);
alter table private.links enable row level security;

-- A new link. Answers its secret, this once.
create function private.new_link(opens text, partner uuid, referral uuid, until timestamptz) returns text
  language plpgsql set search_path = '' as $$
declare
  secret text := private.new_secret();
begin
  insert into private.links (hash, opens, partner, referral, until)
  values (private.hash_of(secret), opens, partner, referral, until);
  return secret;
end $$;

-- Six characters that nobody mistakes for each other on the phone.
create function private.new_code() returns text
  language plpgsql set search_path = '' as $$
declare
  letters text := '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  made text;
begin
  loop
    select string_agg(substr(letters, (get_byte(r.bytes, nr) & 31) + 1, 1), '' order by nr) into made
    from (select sha256(uuid_send(gen_random_uuid())) as bytes) r, generate_series(0, 5) as nr;
    made := left(made, 3) || '-' || right(made, 3);
    exit when not exists (select from public.referrals r where r.code = made);
  end loop;
  return made;
end $$;

-- The partner whose link this is, locked: its referrals come one after the other.
create function private.partner_by(secret text) returns public.partners
  language plpgsql set search_path = '' as $$
declare
  p public.partners;
begin
  select x.* into p from public.partners x join private.links l on l.partner = x.id
  where l.hash = private.hash_of(secret) for no key update of x;
  if not found then
    perform private.refuse('partner_link_unknown');
  elsif p.closed_at is not null then
    perform private.refuse('partner_link_closed');
  elsif p.link_until <= now() then
    perform private.refuse('partner_link_old');
  end if;
  return p;
end $$;

-- The referral whose person has this link, locked, if it still waits for her. Somebody may have looked over her shoulder:
-- whether she has taken over is told to nobody but her, and to read goes on as before.
create function private.referral_by(secret text, reading boolean default false) returns public.referrals
  language plpgsql set search_path = '' as $$
declare
  r public.referrals;
begin
  select x.* into r from public.referrals x join private.links l on l.referral = x.id
  where l.hash = private.hash_of(secret) and l.opens = 'referral' for update of x;
  if not found then
    perform private.refuse('referral_unknown');
  elsif r.status = 'taken' and r.person = auth.uid() then
    perform private.refuse('referral_taken');
  elsif r.status = 'ended' or r.expires_at <= now() or r.status = 'taken' and not reading then
    perform private.refuse('referral_over');
  end if;
  return r;
end $$;

-- A partner at my desks that is not closed, locked.
create function private.hold_partner(partner uuid) returns public.partners
  language plpgsql set search_path = '' as $$
declare
  p public.partners;
begin
  select * into p from public.partners x
  where x.id = partner and x.desks && private.my_desks() and x.closed_at is null for update;
  if not found then
    perform private.refuse('partner_unknown');
  end if;
  return p;
end $$;

-- 53_referrals_made.sql

-- Partners at the desk, and what a partner can do with its link. Table: 53_referrals.sql. A partner has no account, so
-- visitors may call some of these: each asks for the secret of a link.

-- Add an organisation that refers people to a programme, or to one region of it. Answers its id, the secret of its link
-- (this once) and until when the link works.
create function public.add_partner(programme text, region text, name text, kind text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  p public.partners;
begin
  perform private.desk();
  if not private.desks(programme, region) && private.my_desks() then
    perform private.refuse('desk_unknown');
  elsif region is not null and not exists (select from public.programmes x
      where x.key = add_partner.programme and add_partner.region = any (x.regions)) then
    perform private.refuse('place_outside_programme');
  end if;
  insert into public.partners (programme, region, name, kind, added_by, link_until)
  values (programme, region, btrim(name), kind, me, now() + interval '180 days') returning * into p;
  perform private.note('add_partner', 'partner', p.id, null, null, p.desks);
  return jsonb_build_object('id', p.id, 'secret', private.new_link('refer', p.id, null, p.link_until),
    'until', p.link_until);
end $$;
grant execute on function public.add_partner to authenticated;

-- A new link for a partner; the one before stops working. Answers its secret, this once, and until when it works.
create function public.renew_partner_link(partner uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.hold_partner(partner);
  until timestamptz := now() + interval '180 days';
begin
  delete from private.links l where l.partner = p.id;
  update public.partners x set link_until = until where x.id = p.id;
  perform private.note('renew_partner_link', 'partner', p.id, null, null, p.desks);
  return jsonb_build_object('secret', private.new_link('refer', p.id, null, until), 'until', until);
end $$;
grant execute on function public.renew_partner_link to authenticated;

-- A partner refers nobody any more. What is under way goes on.
create function public.close_partner(partner uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.hold_partner(partner);
begin
  update public.partners x set closed_at = now() where x.id = p.id;
  perform private.note('close_partner', 'partner', p.id, null, null, p.desks);
end $$;
grant execute on function public.close_partner to authenticated;

-- We have talked about how it fits, on this day; null takes it back. What was decided until then counts no more against it.
create function public.note_partner_talk(partner uuid, talked_on date) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.hold_partner(partner);
begin
  -- It may be tomorrow already where the coordinator is.
  if talked_on > current_date + 1 or talked_on < current_date - 730 then
    perform private.refuse('day_unsound');
  end if;
  update public.partners x set talked_on = note_partner_talk.talked_on where x.id = p.id;
  perform private.note('note_partner_talk', 'partner', p.id, null, null, p.desks,
    jsonb_build_object('talked_on', talked_on));
end $$;
grant execute on function public.note_partner_talk to authenticated;

-- What a partner's link opens: who refers, and to what. A visitor may ask; the secret is the right to.
create function public.open_partner_link(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.partner_by(secret);
begin
  return jsonb_build_object('partner', p.name, 'programme', p.programme, 'region', p.region, 'until', p.link_until);
end $$;
grant execute on function public.open_partner_link to authenticated;
grant execute on function public.open_partner_link to anon;

-- Refer somebody who has said yes to it: by mail address, or by phone where she has none. Answers the code to talk about
-- it and the secret of the status page. The link is hers: a mail brings it, or a coordinator's text message; whoever refers
-- never has it. The same person again within thirty days and by the same link is the same referral, unless she has said no.
-- Twenty an hour and sixty a day for each partner; nobody gets two invitations to the same programme, or more than three in
-- all, within thirty days, and the answer never tells.
create function public.refer(secret text, name text, locale text, address text, phone text, self_check jsonb,
  understands text, wants text, comment text, consent text, consent_locale text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.partner_by(secret);
  mail text := nullif(lower(btrim(address)), '');
  number text := case when mail is null then nullif(btrim(refer.phone), '') end;
  -- Whom this partner means, known again when account and number have gone: once she has taken over the answer is the same,
  -- whatever she does. Nobody can guess at it, because the secret is not in the database.
  meant bytea := sha256(convert_to(refer.secret || ' ' || coalesce(mail, regexp_replace(number, '\D', '', 'g')), 'UTF8'));
  account uuid;
  r public.referrals;
  key text;
begin
  if mail is null and number is null then
    perform private.refuse('way_to_reach_missing');
  elsif consent is null then
    perform private.refuse('consent_missing');
  elsif (select count(*) from public.referrals x where x.partner = p.id and x.referred_at > now() - interval '1 hour') >= 20
    or (select count(*) from public.referrals x where x.partner = p.id and x.referred_at > now() - interval '1 day') >= 60
  then
    perform private.refuse('too_many_referrals');
  end if;
  select x.* into r from public.referrals x join private.links l on l.referral = x.id
  where l.hash = meant and x.expires_at > now() and (x.status <> 'ended' or x.taken_at is not null);
  if not found then
    if mail is not null then
      account := private.account_of(mail);
    end if;
    insert into public.referrals (partner, programme, code, person, self_check, understands, wants, consent,
      consent_locale, desks)
    values (p.id, p.programme, private.new_code(), account, coalesce(self_check, '{}'), understands, wants, consent,
      consent_locale, p.desks) returning * into r;
    insert into public.referred (referral, name, locale, phone, comment)
    values (r.id, btrim(name), locale, number, nullif(btrim(comment), ''));
    insert into private.links (hash, opens, referral, until) values (meant, 'again', r.id, r.expires_at)
    on conflict on constraint links_pkey do update set referral = excluded.referral, until = excluded.until;
    perform private.note('refer', 'referral', r.id, null, null, r.desks);
    if private.may_invite(account, p.programme) then
      key := private.new_link('referral', null, r.id, r.expires_at);
      perform private.queue_mail('referral-invitation:' || r.id, 'referral-invitation', account,
        jsonb_build_object('partner', p.name, 'secret', key), locale);
    end if;
  elsif (select count(*) from private.links l where l.referral = r.id and l.opens = 'status') >= 20 then
    perform private.refuse('too_many_referrals');
  end if;
  return jsonb_build_object('code', r.code,
    'status_secret', private.new_link('status', null, r.id, r.referred_at + interval '12 months'));
end $$;
grant execute on function public.refer to authenticated;
grant execute on function public.refer to anon;

-- Once to the same programme and three times in all within thirty days, whoever refers her.
create function private.may_invite(account uuid, programme_is text) returns boolean
  language sql stable set search_path = '' as $$
  select account is not null and count(*) < 3 and count(*) filter (where r.programme = programme_is) = 0
  from private.outbox o left join public.referrals r on o.key = 'referral-invitation:' || r.id
  where o.person = account and o.kind = 'referral-invitation' and o.queued_at > now() - interval '30 days'
$$;

-- What a partner may see of one referral: 'open' and 'ended' say nothing about her but that she has said no or not
-- answered, and after thirty days not even that; 'applied' and a decision only while she shares them.
create function public.read_referral(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  select jsonb_build_object('code', r.code, 'partner', p.name, 'programme', r.programme, 'referred_at', r.referred_at,
    'state', case
      when r.shares = 'decision' and a.status in ('accepted', 'redirected', 'declined') then a.status::text
      when r.shares <> 'nothing' and a.sent_at is not null then 'applied'
      when r.expires_at <= now() or (r.status = 'ended' and r.taken_at is null) then 'ended'
      else 'open' end) into answer
  from private.links l join public.referrals r on r.id = l.referral join public.partners p on p.id = r.partner
    left join public.applications a on a.id = r.application
  where l.hash = private.hash_of(secret) and l.opens = 'status' and l.until > now();
  if answer is null then
    perform private.refuse('referral_unknown');
  end if;
  return answer;
end $$;
grant execute on function public.read_referral to authenticated;
grant execute on function public.read_referral to anon;

-- 53_referrals_taken.sql

-- What the referred person does with a referral, and what ends it. Table: 53_referrals.sql. She may have no account yet, so
-- visitors may call two of these: each asks for the secret of her link.

-- A referral that nobody took over is over: everything that tells who she is goes at once, and an account that was made
-- for it and never used goes with it.
create function private.end_referral(r public.referrals, verb text, reason text) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.referrals x set status = 'ended', ended_at = now(), reason = end_referral.reason, person = null
  where x.id = r.id;
  delete from public.referred d where d.referral = r.id;
  delete from private.outbox o
  where o.key in ('referral-invitation:' || r.id, 'referral-reminder:' || r.id) and o.sent_at is null;
  perform private.forget_unused(r.person);
  perform private.note(verb, 'referral', r.id, null, null, r.desks);
end $$;

-- What her link opens: who has referred her, to what, and everything that was written about her.
create function public.open_referral(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  r public.referrals := private.referral_by(secret, true);
  told jsonb;
begin
  select jsonb_build_object('partner', p.name, 'programme', r.programme, 'name', d.name, 'locale', d.locale,
      'phone', d.phone, 'comment', d.comment, 'self_check', r.self_check, 'understands', r.understands,
      'wants', r.wants, 'consent', r.consent, 'consent_locale', r.consent_locale, 'referred_at', r.referred_at,
      'expires_at', r.expires_at) into told
  from public.partners p join public.referred d on d.referral = r.id where p.id = r.partner;
  if told is null then
    perform private.refuse('referral_over');
  end if;
  return told;
end $$;
grant execute on function public.open_referral to authenticated;
grant execute on function public.open_referral to anon;

-- Take my referral over, with whatever account I sign in, and choose what the partner may see: 'nothing', 'begun' or
-- 'decision'. Begins my application, or goes on with it; what was told is filled in where I have said nothing myself.
create function public.take_referral(secret text, shares text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  r public.referrals := private.referral_by(secret);
  told public.referred;
  mine uuid;
  also public.referrals;
begin
  select * into told from public.referred d where d.referral = r.id;
  mine := public.begin_application(r.programme, 'mentee', coalesce(locale, told.locale));
  update public.applications a set revision = a.revision + 1,
    answers = private.fitting_answers(f.definition, jsonb_build_object('shown_name', told.name, 'channel', p.kind)) || a.answers
  from public.forms f, public.partners p
  where a.id = mine and a.status = 'draft' and f.key = a.part and f.version = a.form_version and p.id = r.partner;
  update public.referrals x set status = 'taken', taken_at = now(), person = me, application = mine,
    shares = coalesce(take_referral.shares, 'nothing')
  where x.id = r.id;
  perform private.note('take_referral', 'referral', r.id, me, null, r.desks);
  if r.person <> me then
    perform private.forget_unused(r.person);
  end if;
  -- Whoever else has told her about this programme need not go on asking.
  for also in select * from public.referrals x
    where x.person = me and x.programme = r.programme and x.status = 'invited' for update
  loop
    perform private.end_referral(also, 'close_referral', 'other-way');
  end loop;
  return mine;
end $$;
grant execute on function public.take_referral to authenticated;

-- Say no. Everything that was told goes at once; the partner sees only that it has ended.
create function public.decline_referral(secret text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.end_referral(private.referral_by(secret), 'decline_referral', 'said-no');
end $$;
grant execute on function public.decline_referral to authenticated;
grant execute on function public.decline_referral to anon;

-- What the partner may see of it from now on: 'nothing', 'begun' (that I applied) or 'decision' (also what was decided,
-- never why).
create function public.share_referral(referral uuid, level text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  update public.referrals r set shares = level where r.id = referral and r.person = me and r.taken_at is not null;
  if not found then
    perform private.refuse('referral_unknown');
  end if;
  perform private.note('share_referral', 'referral', referral, me);
end $$;
grant execute on function public.share_referral to authenticated;

-- Make the text message for somebody who was referred by phone. Answers the secret of her link, this once; a text that was
-- made before stops working.
create function public.text_referral(referral uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  r public.referrals;
begin
  update public.referrals x set texted_at = now()
  where x.id = text_referral.referral and x.desks && private.my_desks() and x.status = 'invited' and x.expires_at > now()
    and exists (select from public.referred d where d.referral = x.id and d.phone is not null) returning * into r;
  if not found then
    perform private.refuse('referral_unknown');
  end if;
  delete from private.links l where l.referral = r.id and l.opens = 'referral';
  perform private.note('text_referral', 'referral', r.id, null, null, r.desks);
  return private.new_link('referral', null, r.id, r.expires_at);
end $$;
grant execute on function public.text_referral to authenticated;

-- Close a referral that nobody has taken over: 'not-reached', 'said-no', 'other-way', 'not-for-this-programme', 'moved' or
-- 'other'.
create function public.close_referral(referral uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  r public.referrals;
begin
  select * into r from public.referrals x where x.id = referral and x.desks && private.my_desks()
    and x.status = 'invited' and x.person is distinct from me for update;
  if not found then
    perform private.refuse('referral_unknown');
  elsif reason is null then
    perform private.refuse('choice_unknown');
  end if;
  perform private.end_referral(r, 'close_referral', reason);
end $$;
grant execute on function public.close_referral to authenticated;

-- A week without an answer: one more mail, with a link of its own.
create function private.remind_referrals(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  r record;
  done bigint := 0;
  key text;
begin
  for r in select x.id, x.person, x.expires_at, p.name, d.locale
    from public.referrals x join public.partners p on p.id = x.partner join public.referred d on d.referral = x.id
    where x.status = 'invited' and x.reminded_at is null and x.referred_at <= as_of - interval '7 days'
      and x.expires_at > as_of
      and exists (select from private.outbox o where o.key = 'referral-invitation:' || x.id and o.sent_at is not null)
    for update of x skip locked
  loop
    update public.referrals x set reminded_at = as_of where x.id = r.id;
    key := private.new_link('referral', null, r.id, r.expires_at);
    perform private.queue_mail('referral-reminder:' || r.id, 'referral-reminder', r.person,
      jsonb_build_object('partner', r.name, 'secret', key, 'until', r.expires_at), r.locale);
    done := done + 1;
  end loop;
  return done;
end $$;

-- Thirty days without an answer.
create function private.expire_referrals(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  r public.referrals;
  done bigint := 0;
begin
  for r in select * from public.referrals x where x.status = 'invited' and x.expires_at <= as_of for update skip locked loop
    perform private.end_referral(r, 'expire_referral', 'not-reached');
    done := done + 1;
  end loop;
  return done;
end $$;

-- 54_imports.sql

-- A programme moves in from a spreadsheet: rows wait for a day, are looked at, and become people and places all at once or
-- not at all. Checks: 54_imports_checked.sql, what it does: 54_imports_run.sql.

create type public.import_status as enum ('open', 'run', 'undone');

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete cascade,
  part text not null,
  -- The regions a coordinator of some regions imports into; none is the whole programme.
  regions text[] not null default '{}',
  status public.import_status not null default 'open',
  started_by uuid references public.people on delete set null,
  started_at timestamptz not null default now(),
  -- What she confirmed when she ran it, in the words she read.
  ground text,
  -- Of what went in; the same once more is the same import.
  digest text,
  made integer not null default 0,
  known integer not null default 0,
  ran_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references public.people on delete set null,
  -- Those who could not be taken back, because something has happened since.
  stayed integer not null default 0,
  welcomed_at timestamptz,
  desks text[] not null generated always as (case when regions = '{}' then array[programme]
    else private.desks(programme, variadic regions) end) stored,
  constraint import_part_is_known check (part in ('mentee', 'mentor')),
  constraint import_ground_length check (char_length(ground) between 20 and 2000),
  constraint import_ran_on_a_ground check ((status = 'open') = (ran_at is null)
    and (ran_at is null or (ground is not null and digest is not null))),
  constraint import_undone_has_a_time check ((status = 'undone') = (undone_at is not null))
);
create index imports_started_by on public.imports (started_by);
create index imports_undone_by on public.imports (undone_by);
create index imports_programme on public.imports (programme, started_at);
create index imports_desks on public.imports using gin (desks);
create unique index import_once on public.imports (programme, part, digest) where status = 'run';

-- Which column of a spreadsheet is which field: remembered for each programme and part. Headers and values for all, no people.
create table public.import_mappings (
  programme text not null references public.programmes on delete cascade,
  part text not null,
  mapping jsonb not null,
  saved_by uuid references public.people on delete set null,
  saved_at timestamptz not null default now(),
  primary key (programme, part),
  constraint mapping_part_is_known check (part in ('mentee', 'mentor')),
  constraint mapping_is_small check (pg_column_size(mapping) <= 16384)
);
create index import_mappings_saved_by on public.import_mappings (saved_by);

-- Rows on their way in, as the browser or the operator's command read them. Gone when the import has run, or after a day.
create table private.import_rows (
  import uuid not null references public.imports on delete cascade,
  nr integer not null,
  content jsonb not null,
  primary key (import, nr),
  constraint import_row_is_small check (pg_column_size(content) <= 8192)
);

-- Whom an import made, so that it can be taken back, and they be welcomed.
create table private.import_people (
  import uuid not null references public.imports on delete cascade,
  person uuid not null references auth.users on delete cascade,
  nr integer not null,
  -- What was not there before: her account, and her name.
  account_made boolean not null,
  person_made boolean not null,
  primary key (import, person)
);
create index import_people_person on private.import_people (person);

alter table public.imports enable row level security;
alter table public.import_mappings enable row level security;
alter table private.import_rows enable row level security;
alter table private.import_people enable row level security;
grant select on public.imports, public.import_mappings to authenticated;
create policy "coordinators see imports at their desks" on public.imports
  for select to authenticated using (desks && (select private.my_desks()));
-- This asks for the coordinator's own rows, which is all she sees of them.
create policy "coordinators see how columns were read where they work" on public.import_mappings
  for select to authenticated using (exists (select from public.coordinators c
    where c.programme = import_mappings.programme and c.person = (select auth.uid())));

-- Where I may import into this programme: an empty list is all of it, null is nowhere.
create function private.import_regions(programme_is text) returns text[]
  language sql stable set search_path = '' as $$
  select case when bool_or(d = programme_is) then '{}'
    else array_agg(split_part(d, '/', 2) order by d) end
  from unnest(private.my_desks()) as d where split_part(d, '/', 1) = programme_is
$$;

-- May I take part in all of this import? One of two regions is more than a desk of one of them has to decide.
create function private.is_my_import(i public.imports) returns boolean
  language sql stable set search_path = '' as $$
  select i.programme = any (private.my_desks()) or i.regions <> '{}' and i.regions <@ private.import_regions(i.programme)
$$;
grant execute on function private.is_my_import, private.import_regions to authenticated;

-- The import, locked, if it is all mine and stands in one of `states`; one that waits is its beginner's alone.
create function private.hold_import(import uuid, me uuid, variadic states public.import_status[]) returns public.imports
  language plpgsql set search_path = '' as $$
declare
  i public.imports;
begin
  select * into i from public.imports x
  where x.id = import and private.is_my_import(x) and (x.status <> 'open' or x.started_by = me)
  for update;
  if not found then
    perform private.refuse('import_unknown');
  elsif i.status <> all (states) then
    perform private.refuse('import_not_open');
  end if;
  return i;
end $$;

-- What can happen to it

-- Begin to bring in mentors or mentees; what I had begun before is thrown away. Answers the import.
create function public.begin_import(programme text, part text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  regions text[] := private.import_regions(programme);
  import uuid;
begin
  if regions is null then
    perform private.refuse('programme_not_mine');
  end if;
  delete from public.imports i where i.started_by = me and i.status = 'open';
  insert into public.imports as i (programme, part, regions, started_by)
  values (begin_import.programme, begin_import.part, regions, me) returning i.id into import;
  perform private.note('begin_import', 'import', import, null, null, private.desks(programme, variadic regions),
    jsonb_build_object('part', part));
  return import;
end $$;
grant execute on function public.begin_import to authenticated;

-- Hand over some rows: a list of objects, each with its number in the file as `row`. The same row again replaces itself.
-- Answers how many wait; ten thousand at most.
create function public.stage_import(import uuid, rows jsonb) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'open');
  waiting integer;
begin
  if jsonb_typeof(rows) is distinct from 'array' or exists (select from jsonb_array_elements(rows) as r
      where jsonb_typeof(r) <> 'object' or coalesce(r ->> 'row', '') !~ '^[1-9]\d{0,6}$') then
    perform private.refuse('import_rows_malformed');
  end if;
  insert into private.import_rows (import, nr, content)
  select distinct on ((r ->> 'row')::integer) i.id, (r ->> 'row')::integer, r - 'row' from jsonb_array_elements(rows) as r
  on conflict on constraint import_rows_pkey do update set content = excluded.content;
  select count(*) into waiting from private.import_rows r where r.import = i.id;
  if waiting > 10000 then
    perform private.refuse('import_too_many_rows');
  end if;
  return waiting;
end $$;
grant execute on function public.stage_import to authenticated;

-- Remember which column is which field, for the next file of this programme and part.
create function public.save_import_mapping(programme text, part text, mapping jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if private.import_regions(programme) is null then
    perform private.refuse('programme_not_mine');
  elsif jsonb_typeof(mapping -> 'columns') is distinct from 'object'
    or jsonb_typeof(mapping -> 'defaults') is distinct from 'object' or mapping - '{columns,defaults}'::text[] <> '{}' then
    perform private.refuse('mapping_malformed');
  end if;
  insert into public.import_mappings as m (programme, part, mapping, saved_by) values (programme, part, mapping, me)
  on conflict on constraint import_mappings_pkey do update
    set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now();
  perform private.note('save_import_mapping', 'import', null, null, null, array[programme]);
end $$;
grant execute on function public.save_import_mapping to authenticated;

-- Where I may import, how columns were read before, and the imports at my desks, the newest first.
create function public.my_imports() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return jsonb_build_object('desks', mine,
    'mappings', coalesce((select jsonb_object_agg(m.programme || '/' || m.part, m.mapping) from public.import_mappings m), '{}'),
    'imports', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'programme', i.programme, 'part', i.part,
        'regions', i.regions, 'status', i.status, 'made', i.made, 'known', i.known, 'stayed', i.stayed, 'ran_at', i.ran_at,
        'by', (select p.shown_name from public.people p where p.id = i.started_by), 'undone_at', i.undone_at,
        'undo_until', case when i.own and i.status = 'run' and i.ran_at > now() - interval '24 hours' then i.ran_at + interval '24 hours' end,
        'welcomed_at', i.welcomed_at,
        'may_welcome', i.own and i.status = 'run' and i.welcomed_at is null and i.ran_at > now() - interval '90 days' and i.made > 0)
        order by i.ran_at desc)
      from (select x.*, private.is_my_import(x) as own from public.imports x where x.status <> 'open' and x.desks && mine order by x.ran_at desc limit 30) i), '[]'));
end $$;
grant execute on function public.my_imports to authenticated;

-- 54_imports_checked.sql

-- What would come of an import, row by row, before anything is made. Tables: 54_imports.sql.

-- What is wrong with a value, as a key, or null.
create function private.text_problem(value text, at_least integer, at_most integer, needed boolean) returns text
  language sql immutable parallel safe set search_path = '' as $$
  select case when btrim(coalesce(value, '')) = '' then case when needed then 'missing' end
    when char_length(btrim(value)) < at_least or not private.is_visible(value) then 'too-short'
    when char_length(btrim(value)) > at_most then 'too-long' end
$$;

create function private.number_problem(value text, at_most integer, needed boolean) returns text
  language sql immutable parallel safe set search_path = '' as $$
  select case when value is null then case when needed then 'missing' end
    when value !~ '^\d{1,4}$' or value::integer not between 1 and at_most then 'number-unsound' end
$$;

create function private.list_problem(value jsonb, closed_list text[], at_most integer, needed boolean) returns text
  language sql immutable parallel safe set search_path = '' as $$
  select case when coalesce(value, '[]') in ('[]', 'null') then case when needed then 'missing' end
    when jsonb_typeof(value) <> 'array' or not private.texts(value) <@ closed_list then 'unknown'
    when jsonb_array_length(value) > at_most then 'too-many' end
$$;

-- A day of the calendar, as YYYY-MM-DD, that is not to come.
create function private.past_day_problem(value text) returns text
  language sql stable parallel safe set search_path = '' as $$
  select case when value is null then null
    when value !~ '^(19|20)\d\d-(0[1-9]|1[0-2])-\d\d$' or value > current_date::text or substr(value, 9)::integer not between 1
      and extract(day from (substr(value, 1, 7) || '-01')::date + interval '1 month' - interval '1 day') then 'date-unsound' end
$$;

-- Every row with whom it is about, whether she has this place already or has given it up, and what stops it: [{"field", "problem", "row"}],
-- `row` being the other row it is about, where there is one.
create function private.import_findings(i public.imports)
  returns table (nr integer, address text, person uuid, here boolean, problems jsonb)
  language sql stable set search_path = '' set enable_nestloop = off as $$
  with rules as (
    select p.* from public.programmes p where p.key = i.programme
  ), said as materialized (
    select r.nr, v.*, lower(btrim(v.email)) as address,
      right(regexp_replace(v.phone, '\D', '', 'g'), 8) as digits,
      private.fold(btrim(v.shown_name) || ' ' || btrim(coalesce(v.surname, ''))) as whole_name,
      (select coalesce(p.region, p.key) from public.places p where p.key = v.place) as region
    from private.import_rows r cross join lateral jsonb_to_record(r.content) as v (email text, shown_name text, surname text,
      phone text, gender text, locale text, field text, specialism text, languages jsonb, topics jsonb, formats jsonb,
      place text, hours text, capacity text, migrated text, prefers text, prefers_gender text, about text, since text)
    where r.import = i.id
  ), at_my_desks as materialized (
    select m.person from public.mentors m where m.desks && (select private.my_desks())
    union select m.person from public.mentees m where m.desks && (select private.my_desks())
    union select a.person from public.applications a where a.desks && (select private.my_desks())
  ), in_line as materialized (
    select a.person from public.applications a where a.programme = i.programme and a.part = i.part and a.in_line
  ), known as materialized (
    select s.*, u.id as person, m.programme as has_place_in, gone.person is not null as gave_up,
      -- A place would open to this desk what she has told elsewhere.
      exists (select from public.people p where p.id = u.id)
        and not exists (select from at_my_desks d where d.person = u.id) as elsewhere,
      exists (select from in_line l where l.person = u.id) as applies_here,
      first_value(s.nr) over (partition by s.address order by s.nr) as first_address,
      first_value(s.nr) over (partition by s.whole_name, s.digits order by s.nr) as first_phone
    from said s left join auth.users u on u.email = s.address
      left join (
        select m.person, m.programme from public.mentors m where i.part = 'mentor'
        union all select m.person, m.programme from public.mentees m where i.part = 'mentee') m on m.person = u.id
      -- Of a place that was given up only the log is left.
      left join (
        select distinct e.subject as person from public.events e
        where e.verb = 'give_up_place' and e.noun = i.part and e.desks @> array[i.programme]) gone on gone.person = u.id
  ), namesakes as materialized (
    -- People of this programme by name and phone, who may have another address.
    select distinct p.id, private.fold(p.shown_name || ' ' || coalesce(x.surname, '')) as whole_name,
      right(regexp_replace(x.phone, '\D', '', 'g'), 8) as digits
    from public.people p join public.people_private x on x.person = p.id and x.phone is not null
    where exists (select from public.mentors m where m.person = p.id and m.programme = i.programme and i.part = 'mentor')
      or exists (select from public.mentees m where m.person = p.id and m.programme = i.programme and i.part = 'mentee')
  )
  select k.nr, k.address, k.person, coalesce(k.has_place_in = i.programme, k.gave_up),
    (select jsonb_agg(jsonb_build_object('field', c.field, 'problem', c.problem, 'row', c.other) order by c.field, c.problem)
    from (values
      ('email', case when coalesce(k.address, '') = '' then 'missing'
        when not private.is_address(k.address) then 'address-malformed'
        when k.person = auth.uid() then 'own-address'
        when k.has_place_in <> i.programme or k.has_place_in is null and k.elsewhere and not k.gave_up then 'known-elsewhere'
        when k.has_place_in is null and k.applies_here then 'applies-here' end, null),
      ('email', case when k.address <> '' and k.first_address <> k.nr then 'address-twice' end, k.first_address),
      ('phone', case when k.digits <> '' and k.first_phone <> k.nr and k.first_address = k.nr then 'person-twice' end, k.first_phone),
      ('phone', case when k.digits <> '' and exists (select from namesakes n where n.whole_name = k.whole_name
        and n.digits = k.digits and n.id is distinct from k.person) then 'person-here' end, null),
      ('phone', case when btrim(k.phone) <> '' and btrim(k.phone) !~ '^\+?[0-9 ()-]{5,20}$' then 'phone-unsound' end, null),
      ('shown_name', private.text_problem(k.shown_name, 1, 40, true), null),
      ('surname', private.text_problem(k.surname, 1, 80, false), null),
      ('specialism', private.text_problem(k.specialism, 2, 80, false), null),
      ('about', private.text_problem(k.about, 20, 1200, true), null),
      ('gender', case when k.gender <> all ('{woman,man,non-binary,undisclosed}') then 'unknown' end, null),
      ('locale', case when k.locale <> all (private.locales()) then 'unknown' end, null),
      ('field', case when k.field is null then 'missing'
        when not exists (select from public.fields f where f.code = k.field) then 'unknown' end, null),
      ('languages', case when k.languages is null then 'missing'
        when private.languages_are_sound(k.languages) is not true then 'languages-unsound' end, null),
      ('topics', private.list_problem(k.topics, private.topics(), case i.part when 'mentee' then 5 else 11 end, true), null),
      ('formats', private.list_problem(k.formats, private.formats(), 2, false), null),
      ('place', case when k.place is null then 'missing' when k.region is null then 'unknown'
        when i.regions <> '{}' and k.region <> all (i.regions) then 'place-outside-desk'
        when private.works_at(g.areas, g.regions, k.place, k.region) is false and not (g.online_anywhere
          and 'online' = any (private.texts(coalesce(k.formats, g.rules #> '{course,formats}')))) then 'place-outside' end, null),
      ('hours', private.number_problem(k.hours, 40, true), null),
      ('capacity', case when i.part = 'mentor' then private.number_problem(k.capacity, g.capacity_max, false) end, null),
      ('migrated', case when k.migrated <> all ('{true,false}') then 'unknown' end, null),
      ('prefers', case when k.prefers <> all ('{any,migrated,local}') then 'unknown' end, null),
      ('prefers_gender', case when k.prefers_gender <> all ('{any,woman,man}') then 'unknown' end, null),
      ('since', private.past_day_problem(k.since), null)
    ) as c (field, problem, other) where c.problem is not null)
  from known k cross join rules g
  order by k.nr
$$;

-- What would come of it: how many rows, how many would be made, which are here already, and what stops which row as
-- [row, field, problem, other row]. Nothing is made.
create function public.preview_import(import uuid) returns jsonb
  language plpgsql security definer set search_path = '' set statement_timeout = '120s' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'open');
begin
  return (select jsonb_build_object('rows', count(*), 'fresh', count(*) filter (where f.problems is null and not f.here),
      'here', coalesce(jsonb_agg(f.nr order by f.nr) filter (where f.problems is null and f.here), '[]'),
      'problems', coalesce((select jsonb_agg(jsonb_build_array(x.nr, x.p -> 'field', x.p -> 'problem', x.p -> 'row') order by x.nr)
        from (select unnest(array_agg(f.nr)) as nr, unnest(array_agg(f.problems)) as all_problems) y
          cross join lateral (select y.nr, p from jsonb_array_elements(y.all_problems) as p) x), '[]'))
    from private.import_findings(i) as f);
end $$;
grant execute on function public.preview_import to authenticated;

-- 54_imports_run.sql

-- An import becomes people and places, and its people are welcomed. Tables: 54_imports.sql.

-- Thousands of rows take longer than other verbs; PostgREST takes the time a function allows itself.

-- Make a place, approved, for every row but those left out: all or, if anything stops one of them, none. Whoever has this
-- place already keeps it as it is. `ground` is what I confirm, in the words I read. What has been imported before is
-- answered again and makes nothing. No mail is sent. Answers {"import", "again", "made", "known", "undo_until"}.
create function public.run_import(import uuid, left_out integer[], ground text) returns jsonb
  language plpgsql security definer set search_path = '' set statement_timeout = '120s' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'open', 'run');
  earlier public.imports;
  digest_is text;
begin
  -- The answer was lost on the way.
  if i.status = 'run' then
    return private.import_answer(i, false);
  end if;
  if btrim(coalesce(ground, '')) = '' then
    perform private.refuse('ground_missing');
  end if;
  -- One at a time for each programme and part: of two who bring the same file, the second is told.
  perform pg_advisory_xact_lock(hashtextextended('import ' || i.programme || ' ' || i.part, 0));
  delete from private.import_rows r where r.import = i.id and r.nr = any (left_out);
  select encode(sha256(convert_to(string_agg(r.content::text, E'\n' order by r.content::text), 'UTF8')), 'hex')
    into digest_is from private.import_rows r where r.import = i.id;
  if digest_is is null then
    perform private.refuse('import_empty');
  end if;
  select * into earlier from public.imports x
  where x.programme = i.programme and x.part = i.part and x.digest = digest_is and x.status = 'run';
  if found then
    delete from public.imports x where x.id = i.id;
    return private.import_answer(earlier, true);
  end if;
  -- Nobody else makes accounts meanwhile, who might make the same.
  perform pg_advisory_xact_lock(hashtextextended('accounts', 0));
  perform private.make_imported(i);
  delete from private.import_rows r where r.import = i.id;
  update public.imports x set status = 'run', ran_at = now(), ground = btrim(run_import.ground), digest = digest_is
  where x.id = i.id returning * into i;
  update public.imports x set made = (select count(*) from private.import_people p where p.import = i.id)
  where x.id = i.id returning * into i;
  perform private.note('run_import', 'import', i.id, null, null, i.desks, jsonb_build_object('part', i.part, 'made', i.made));
  return private.import_answer(i, false);
end $$;
grant execute on function public.run_import to authenticated;

create function private.import_answer(i public.imports, again boolean) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('import', i.id, 'again', again, 'made', i.made, 'known', i.known,
    'undo_until', i.ran_at + interval '24 hours')
$$;

-- People and places of rows that wait; whatever stops one stops all. Thousands of rows at once: never row by row.
create function private.make_imported(i public.imports) returns void
  language plpgsql set search_path = '' as $$
declare
  fresh jsonb;
  stopped boolean;
  places bigint;
  rules public.programmes;
begin
  select * into rules from public.programmes p where p.key = i.programme;
  select coalesce(bool_or(f.problems is not null), false), coalesce(jsonb_agg(jsonb_build_object('nr', f.nr,
      'address', f.address, 'person', f.person)) filter (where not f.here), '[]')
    into stopped, fresh
  from private.import_findings(i) as f;
  if stopped then
    perform private.refuse('import_rows_unsound');
  end if;
  update public.imports x set known = (select count(*) from private.import_rows r where r.import = i.id)
    - jsonb_array_length(fresh)
  where x.id = i.id;
  perform private.make_accounts(array(select r ->> 'address' from jsonb_array_elements(fresh) as r where r ->> 'person' is null));
  perform private.note_imported(i.id, fresh);
  insert into public.people (id, shown_name, locale)
  select w.person, btrim(w.r ->> 'shown_name'), coalesce(w.r ->> 'locale', rules.rules #>> '{locales,0}', 'en')
  from private.imported_rows(i.id) as w where w.person_made;
  insert into public.people_private (person, surname, phone, gender)
  select w.person, nullif(btrim(w.r ->> 'surname'), ''), nullif(btrim(w.r ->> 'phone'), ''), coalesce(w.r ->> 'gender', 'undisclosed')
  from private.imported_rows(i.id) as w on conflict do nothing;
  if i.part = 'mentor' then
    insert into public.mentors (person, programme, standing, field, specialism, languages, offers, formats, place, region,
      hours, capacity, migrated, about, approved_at)
    select w.person, i.programme, 'approved', w.r ->> 'field', nullif(btrim(w.r ->> 'specialism'), ''), w.r -> 'languages',
      private.texts(w.r -> 'topics'), w.formats, w.r ->> 'place', w.region, (w.r ->> 'hours')::smallint,
      coalesce((w.r ->> 'capacity')::smallint, (rules.rules #>> '{limits,capacity}')::smallint, 1),
      (w.r ->> 'migrated')::boolean, btrim(w.r ->> 'about'), coalesce((w.r ->> 'since')::timestamptz, now())
    from private.imported_rows(i.id) as w on conflict do nothing;
  else
    insert into public.mentees (person, programme, standing, field, specialism, languages, goals, formats, place, region,
      hours, prefers, prefers_gender, about, approved_at)
    select w.person, i.programme, 'approved', w.r ->> 'field', nullif(btrim(w.r ->> 'specialism'), ''), w.r -> 'languages',
      private.texts(w.r -> 'topics'), w.formats, w.r ->> 'place', w.region, (w.r ->> 'hours')::smallint,
      coalesce(w.r ->> 'prefers', 'any'),
      case when rules.asks_gender then coalesce(w.r ->> 'prefers_gender', 'any') else 'any' end, btrim(w.r ->> 'about'),
      coalesce((w.r ->> 'since')::timestamptz, now())
    from private.imported_rows(i.id) as w on conflict do nothing;
  end if;
  get diagnostics places = row_count;
  -- Somebody took a place in the same moment: what was looked at is no longer so.
  if places <> jsonb_array_length(fresh) then
    perform private.refuse('import_changed');
  end if;
end $$;

-- Who they are, found all at once: the planner does not know how many rows a JSON list has, and would look one by one.
create function private.note_imported(import_is uuid, fresh jsonb) returns void
  language sql set search_path = '' set enable_nestloop = off as $$
  insert into private.import_people (import, person, nr, account_made, person_made)
  select import_is, u.id, r.nr, r.person is null, p.id is null
  from jsonb_to_recordset(fresh) as r (nr integer, address text, person uuid) join auth.users u on u.email = r.address
    left join public.people p on p.id = u.id
$$;

-- The rows of an import with whom each is about.
create function private.imported_rows(import_is uuid)
  returns table (person uuid, person_made boolean, r jsonb, formats text[], region text)
  language sql stable set search_path = '' set enable_nestloop = off as $$
  select p.person, p.person_made, w.content,
    private.texts(coalesce(nullif(w.content -> 'formats', '[]'), g.rules #> '{course,formats}', '["in-person"]')),
    coalesce(l.region, l.key)
  from private.import_people p join private.import_rows w on w.import = p.import and w.nr = p.nr
    join public.imports i on i.id = p.import join public.programmes g on g.key = i.programme
    left join public.places l on l.key = w.content ->> 'place'
  where p.import = import_is
$$;

-- Write to everybody an import made, each in her language, once: where her page is and what she can do there.
create function public.welcome_imported(import uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'run');
  mails integer;
begin
  if i.welcomed_at is not null then
    perform private.refuse('import_welcomed');
  elsif i.ran_at < now() - interval '90 days' then
    perform private.refuse('import_forgotten');
  end if;
  perform private.queue_mail('import-welcome:' || i.id || ':' || p.person, 'import-welcome', p.person)
  from private.import_people p where p.import = i.id and private.has_place(p.person, i.part, i.programme);
  select count(*) into mails from private.outbox o where o.key like 'import-welcome:' || i.id || ':%';
  update public.imports x set welcomed_at = now() where x.id = i.id;
  perform private.note('welcome_imported', 'import', i.id, null, null, i.desks, jsonb_build_object('mails', mails));
  return mails;
end $$;
grant execute on function public.welcome_imported to authenticated;

-- What waits, after a day; whom an import made, after ninety days; that it was, after two years.
create function private.forget_imports(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with people as (delete from private.import_people p using public.imports i
      where i.id = p.import and i.ran_at < as_of - interval '90 days'),
    gone as (delete from public.imports i
      where i.status = 'open' and i.started_at < as_of - interval '24 hours' or i.ran_at < as_of - interval '24 months'
      returning 1)
  select count(*) from gone
$$;

-- 54_imports_undone.sql

-- An import is taken back within a day, but for those with whom something has happened since. Tables: 54_imports.sql.

-- Take back what an import made, within a day of it. Who has signed in since, changed her place, or has a request, a trial
-- or a match, stays. Answers {"undone", "stay": [{"row", "name", "why"}]}.
create function public.undo_import(import uuid) returns jsonb
  language plpgsql security definer set search_path = '' set statement_timeout = '120s' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'run');
  stay jsonb;
  gone uuid[];
begin
  if i.ran_at <= now() - interval '24 hours' then
    perform private.refuse('import_undo_over');
  end if;
  -- Nobody asks or is asked while it is decided who stays; mentees first, as everywhere.
  perform from public.mentees m join private.import_people p on p.person = m.person and p.import = i.id order by m.person for update of m;
  perform from public.mentors m join private.import_people p on p.person = m.person and p.import = i.id order by m.person for update of m;
  select coalesce(jsonb_agg(jsonb_build_object('row', p.nr, 'name', n.shown_name, 'why', w.why) order by p.nr)
      filter (where w.why is not null), '[]'), coalesce(array_agg(p.person) filter (where w.why is null), '{}')
    into stay, gone
  from private.import_people p left join public.people n on n.id = p.person
    cross join lateral (select private.why_imported_stays(i, p) as why) w
  where p.import = i.id;
  delete from public.mentors m where i.part = 'mentor' and m.person = any (gone);
  delete from public.mentees m where i.part = 'mentee' and m.person = any (gone);
  -- Where another import gave her another place, that one can now be taken back with all that was made.
  update private.import_people o set account_made = o.account_made or p.account_made, person_made = o.person_made or p.person_made
  from private.import_people p where p.import = i.id and p.person = any (gone) and o.person = p.person and o.import <> i.id;
  delete from public.people n using private.import_people p
  where p.import = i.id and p.person = any (gone) and n.id = p.person and p.person_made and not private.has_any_part(n.id);
  delete from auth.users u using private.import_people p
  where p.import = i.id and p.person = any (gone) and u.id = p.person and p.account_made
    and not exists (select from public.people n where n.id = u.id) and not private.has_anything_here(u.id);
  delete from private.outbox o where o.sent_at is null and o.key like 'import-welcome:' || i.id || ':%' and o.person = any (gone);
  delete from private.import_people p where p.import = i.id;
  update public.imports x set status = 'undone', undone_at = now(), undone_by = private.me(), stayed = jsonb_array_length(stay)
  where x.id = i.id;
  perform private.note('undo_import', 'import', i.id, null, null, i.desks,
    jsonb_build_object('undone', cardinality(gone), 'stayed', jsonb_array_length(stay)));
  return jsonb_build_object('undone', cardinality(gone), 'stay', stay);
end $$;
grant execute on function public.undo_import to authenticated;

-- Null, or why somebody an import made is not taken back: 'signed-in', 'going-on' or 'changed'.
create function private.why_imported_stays(i public.imports, p private.import_people) returns text
  language sql stable set search_path = '' as $$
  select case
    when exists (select from auth.users u where u.id = p.person
      and (u.last_sign_in_at > i.ran_at or p.account_made and u.email_confirmed_at is not null)) then 'signed-in'
    when exists (select from public.requests r where case i.part when 'mentee' then r.mentee else r.mentor end = p.person and r.sent_at >= i.ran_at)
      or exists (select from public.trials t where case i.part when 'mentee' then t.mentee else t.mentor end = p.person and t.created_at >= i.ran_at)
      or exists (select from public.matches t where case i.part when 'mentee' then t.mentee else t.mentor end = p.person and t.created_at >= i.ran_at)
      then 'going-on'
    when not exists (
      select from public.mentors m where i.part = 'mentor' and m.person = p.person and m.programme = i.programme and m.standing = 'approved' and m.saved_at <= i.ran_at
      union all select from public.mentees m where i.part = 'mentee' and m.person = p.person and m.programme = i.programme
        and m.standing = 'approved' and m.saved_at <= i.ran_at) then 'changed' end
$$;

create function private.has_any_part(person_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.mentors m where m.person = person_is)
    or exists (select from public.mentees m where m.person = person_is)
    or exists (select from public.coordinators c where c.person = person_is)
    or exists (select from public.applications a where a.person = person_is)
$$;

-- 55_rounds.sql

-- Rounds: when a programme takes mentees in, by date. Made from its file (`intake`), rolled forward by the clock. Mentors
-- may always apply. While no round is open one may write, and, where the file says so, send: that is the line of the next.

create table public.rounds (
  programme text not null references public.programmes on delete cascade,
  opens_on date not null,
  -- The last day.
  closes_on date not null,
  -- When courses start, at the latest.
  starts_on date not null,
  primary key (programme, opens_on),
  constraint round_days_are_in_order check (opens_on <= closes_on and closes_on <= starts_on)
);
alter table public.applications add foreign key (programme, round) references public.rounds (programme, opens_on)
  on delete set null (round);
create index applications_round on public.applications (programme, round);

-- Whoever wants to be told when a round opens, or when a programme may fit that does not yet; forgotten when she has been.
create table public.round_reminders (
  person uuid not null references auth.users on delete cascade,
  -- Who waits to be told keeps a programme whose file is gone (11_sync.sql).
  programme text not null references public.programmes on delete restrict,
  part text not null default 'mentee',
  locale text not null,
  -- The day on which it may fit; null is the day of the next round.
  fits_on date,
  wanted_at timestamptz not null default now(),
  primary key (person, programme),
  constraint reminder_part_is_known check (part in ('mentee', 'mentor')),
  constraint reminder_locale_is_known check (locale = any (private.locales())),
  -- A wish is not kept for longer than a year.
  constraint reminder_fits_within_a_year check (fits_on <= wanted_at::date + 366)
);
create index round_reminders_programme on public.round_reminders (programme);

alter table public.rounds enable row level security;
alter table public.round_reminders enable row level security;
grant select on public.rounds, public.round_reminders to authenticated;
create policy "whoever is signed in reads when rounds open" on public.rounds for select to authenticated using (true);
create policy "a person sees what she wants to be reminded of" on public.round_reminders
  for select to authenticated using (person = (select auth.uid()));

-- The round that what is sent on this day belongs to: the open one, or the next. All null where there are none.
create function private.round_of(programme text, on_day date) returns public.rounds
  language sql stable set search_path = '' as $$
  select r.* from public.rounds r where r.programme = round_of.programme and r.closes_on >= on_day
  order by r.opens_on limit 1
$$;
grant execute on function private.round_of to authenticated;

-- When the round of a draft opens, were it sent today.
create function private.opening_for(a public.applications) returns date
  language sql stable set search_path = '' as $$
  select (private.round_of(a.programme, current_date)).opens_on where a.part = 'mentee'
$$;

-- When the round after hers opens; hers, if none is known.
create function private.opening_after(a public.applications) returns date
  language sql stable set search_path = '' as $$
  select coalesce((private.round_of(a.programme, greatest(current_date, r.closes_on + 1))).opens_on, r.opens_on)
  from public.rounds r where r.programme = a.programme and r.opens_on = a.round
$$;

-- A round by its days, and whether it is open today; null for none.
create function private.round_told(r public.rounds) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('opens_on', r.opens_on, 'closes_on', r.closes_on, 'starts_on', r.starts_on,
    'open', current_date between r.opens_on and r.closes_on)
  where r.opens_on is not null
$$;
grant execute on function private.round_told to authenticated;

-- The round her page speaks of: hers until its courses have started, then the one to come. Null for mentors, where there
-- are no rounds, and when all is decided.
create function private.round_for(a public.applications) returns jsonb
  language sql stable set search_path = '' as $$
  select private.round_told(coalesce(
    (select own from public.rounds own
      where own.programme = a.programme and own.opens_on = a.round and own.starts_on >= current_date),
    private.round_of(a.programme, current_date)))
  where a.part = 'mentee' and (a.in_line or a.status = 'draft')
$$;
grant execute on function private.round_for to authenticated;

-- What can happen to it

-- Tell me once, by mail, when this programme's next round opens; or tell me nothing of this programme.
create function public.remind_me(programme text, wanted boolean, locale text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  next public.rounds := private.round_of(programme, current_date);
begin
  if wanted is null then
    perform private.refuse('something_missing');
  elsif not wanted then
    delete from public.round_reminders m where m.person = me and m.programme = remind_me.programme;
  elsif next.programme is null then
    perform private.refuse('round_unknown');
  elsif next.opens_on <= current_date then
    perform private.refuse('round_open');
  else
    insert into public.round_reminders (person, programme, locale)
    values (me, programme, coalesce(locale, (select p.locale from public.people p where p.id = me), 'en'))
    on conflict on constraint round_reminders_pkey do update set part = excluded.part, fits_on = null
    where public.round_reminders.fits_on is not null;
  end if;
  if found then
    perform private.note('remind_me', 'programme', null, me, null, '{}',
      jsonb_build_object('programme', programme, 'wanted', wanted));
  end if;
end $$;
grant execute on function public.remind_me to authenticated;

-- What the clock does

-- Rounds as the files have them that open within these days.
create function private.rounds_between(first_day date, last_day date)
  returns table (programme text, opens_on date, closes_on date, starts_on date)
  language sql stable set search_path = '' as $$
  select p.key, day::date, day::date + (i.intake ->> 'open_days')::integer - 1,
    day::date + (i.intake ->> 'open_days')::integer - 1 + (i.intake ->> 'start_after_days')::integer
  from public.programmes p cross join lateral (select p.rules -> 'intake' as intake) i
    cross join generate_series(date_trunc('month', first_day::timestamp), last_day, interval '1 month') as day
  where i.intake ->> 'mode' = 'rounds' and i.intake -> 'rounds' @> to_jsonb(extract(month from day)::integer)
    and day between first_day and last_day
$$;

-- The round that is open and those of the next eighteen months are as the files say; what is over stays. Where a round to
-- come is no more, its line becomes that of the next. Answers how many are new.
create function private.roll_rounds(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  today date := as_of::date;
  added bigint;
begin
  insert into public.rounds as r (programme, opens_on, closes_on, starts_on)
  select * from private.rounds_between(today - 200, today + 550) n where n.closes_on >= today
  on conflict on constraint rounds_pkey do update set closes_on = excluded.closes_on, starts_on = excluded.starts_on
  where (r.closes_on, r.starts_on) is distinct from (excluded.closes_on, excluded.starts_on);
  get diagnostics added = row_count;
  with gone as (
    delete from public.rounds r where r.opens_on > today and not exists (
      select from private.rounds_between(today, r.opens_on) n where n.programme = r.programme and n.opens_on = r.opens_on)
    returning r.programme, r.opens_on
  )
  update public.applications a set round = (select min(n.opens_on) from private.rounds_between(today - 200, today + 550) n
    where n.programme = a.programme and n.closes_on >= today)
  from gone where a.programme = gone.programme and a.round = gone.opens_on;
  -- Where there are no more rounds there is nothing to be reminded of: one may apply every day.
  delete from public.round_reminders m where m.fits_on is null and not exists (
    select from public.rounds r where r.programme = m.programme and r.closes_on >= today);
  return added;
end $$;

-- Whoever wanted to know hears that the round is open, once. Her draft is kept from that day on.
create function private.tell_round_is_open(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    delete from public.round_reminders m using public.rounds r
    where r.programme = m.programme and m.fits_on is null and as_of::date between r.opens_on and r.closes_on
    returning m.person, m.programme, m.locale, r.opens_on, r.closes_on
  ), kept as (
    update public.applications a set touched_at = as_of from due
    where a.person = due.person and a.programme = due.programme and a.status = 'draft'
  ), mailed as (
    select private.queue_mail('round-open:' || due.programme || ':' || due.opens_on || ':' || due.person, 'round-open',
      due.person, jsonb_build_object('day', due.closes_on), due.locale) from due
  )
  select count(*) from mailed
$$;

-- 55_rounds_later.sql

-- What does not fit yet may fit later: one mail on that day, by the same row as for a round. Table: 55_rounds.sql
-- (`round_reminders`).

-- On which day it is worth to look again, where every rule that stands in the way can change within a year: the first of the
-- year in which she is old enough; half a year for a language, a place, an education or the time. Null where one cannot.
create function private.may_fit_on(verdict jsonb, answers jsonb, as_of date) returns date
  language sql immutable set search_path = '' as $$
  select max(day) from (
    select case
        when u ->> 'rule' = 'age' and (u ->> 'have')::integer < (u #>> '{need,from}')::integer
          then make_date((answers ->> 'birth_year')::integer + (u #>> '{need,from}')::integer, 1, 1)
        when u ->> 'rule' in ('language', 'area', 'education', 'commitment') then (as_of + interval '6 months')::date end as day
    from jsonb_array_elements(verdict -> 'unmet') as u) t
  having bool_and(coalesce(day between as_of + 1 and as_of + 366, false))
$$;
grant execute on function private.may_fit_on to authenticated;

-- Tell me once, by mail, when the programme of this application of mine may fit; it has not been sent, or the answer was no.
-- Answers the day.
create function public.remind_when_it_fits(application uuid, locale text default null) returns date
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'draft', 'redirected', 'declined');
  day date := private.may_fit_on(a.eligibility, a.answers, current_date);
begin
  if day is null then
    perform private.refuse('fits_never');
  end if;
  insert into public.round_reminders as m (person, programme, part, locale, fits_on)
  values (a.person, a.programme, a.part, coalesce(locale, a.locale), day)
  on conflict on constraint round_reminders_pkey do update set part = excluded.part, locale = excluded.locale,
    fits_on = excluded.fits_on, wanted_at = now();
  perform private.note('remind_when_it_fits', 'programme', null, a.person, null, '{}',
    jsonb_build_object('programme', a.programme, 'wanted', true));
  return day;
end $$;
grant execute on function public.remind_when_it_fits to authenticated;

-- Whoever wanted to know hears that it may fit now, once, unless she has applied or joined meanwhile.
create function private.tell_it_may_fit(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    delete from public.round_reminders m where m.fits_on <= as_of::date returning m.*
  ), mailed as (
    select private.queue_mail('may-fit:' || d.programme || ':' || d.fits_on || ':' || d.person, 'may-fit', d.person,
      jsonb_build_object('programme', d.programme, 'part', d.part), d.locale)
    from due d where not private.has_place(d.person, d.part, d.programme) and not exists (
      select from public.applications a
      where a.person = d.person and a.programme = d.programme and a.part = d.part and a.in_line)
  )
  select count(*) from mailed
$$;

-- 55_rounds_line.sql

-- The waiting list of a programme: one order, that of sending, for everybody. Table: 43_applications.sql.

-- Choose somebody although others who were sent before her are on the waiting list, whether she is on it, was just sent
-- or prepared. The reason is kept; the yes itself is `decide_application`, which asks for it.
create function public.take_out_of_order(application uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
begin
  if private.waiting_before(a.id) = 0 then
    perform private.refuse('next_in_line');
  end if;
  insert into public.application_overrides (application, rule, reason, written_by)
  values (a.id, 'order', btrim(coalesce(take_out_of_order.reason, '')), private.me());
  perform private.note_application(a, 'take_out_of_order', false);
end $$;
grant execute on function public.take_out_of_order to authenticated;

-- Places on a programme's waiting list, in the order of sending and in no other: of the whole list, told of those at my
-- desks. Mentees and mentors each have theirs.
create function private.places_in_line(programme_is text) returns table (application uuid, nr bigint)
  language sql stable security definer set search_path = '' as $$
  select l.id, l.nr from (
    select a.id, a.desks, a.person, row_number() over (partition by a.part order by a.sent_at, a.id) as nr
    from public.applications a where a.programme = programme_is and private.is_waiting(a)) l
  where l.desks && private.my_desks() and l.person <> auth.uid()
$$;
grant execute on function private.places_in_line to authenticated;

-- The waiting list of a programme, next in line first (`nr` 1), then who prepares. A page of it; `after` is the `next` of
-- the page before. The rest is as in `application_queue`.
create function public.waiting_list(programme text, after jsonb default null, page_size integer default null) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  from_row integer := coalesce((after ->> 'from')::integer, 0);
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  page jsonb;
begin
  if not private.is_my_desk(programme) then
    perform private.refuse('not_a_coordinator');
  end if;
  select coalesce(jsonb_agg(private.queue_item(l.a) || jsonb_build_object('nr', l.nr) order by l.row), '[]') into page
  from (select a, p.nr, row_number() over (order by p.nr is null, a.sent_at, a.id) as row
    from public.applications a left join private.places_in_line(waiting_list.programme) p on p.application = a.id
    where a.programme = waiting_list.programme and a.person <> me and a.in_line
      and (p.nr is not null or a.line = 'preparing')
    order by row offset from_row limit size + 1) l;
  return jsonb_build_object('desks', private.my_desks(),
    'counts', private.application_counts(waiting_list.programme),
    'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
    'next', case when jsonb_array_length(page) > size then jsonb_build_object('from', from_row + size) end);
end $$;
grant execute on function public.waiting_list to authenticated;

-- Do I work at this programme's desk, or at one of its regions'?
create function private.is_my_desk(programme_is text) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from unnest(private.my_desks()) as desk where split_part(desk, '/', 1) = programme_is)
$$;
grant execute on function private.is_my_desk to authenticated;

-- 56_onboarding.sql

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

-- 56_onboarding_steps.sql

-- What somebody does to get ready, and what her coordinator ticks. Table: 56_onboarding.sql.

-- Mine, locked after my places.
create function private.hold_preparation(part text) returns public.preparations
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  p public.preparations;
begin
  perform private.hold_pair(me, me);
  select * into p from public.preparations x where x.person = me and x.part = hold_preparation.part for update;
  if not found then
    perform private.refuse('preparation_unknown');
  end if;
  return p;
end $$;

-- A step of mine is done. Twice is once.
create function private.take_step(p public.preparations, step text) returns public.standing
  language plpgsql set search_path = '' as $$
begin
  insert into public.preparation_steps (person, part, step) values (p.person, p.part, take_step.step) on conflict do nothing;
  if found then
    perform private.note_preparation(p, 'finish_step', jsonb_build_object('step', step));
  end if;
  return private.ready_up(p);
end $$;

-- I am through with a step, as 'mentee' or 'mentor': the course, boundaries, what I get access to, my picture or the look at
-- my card. Answers where my place stands.
create function public.finish_step(part text, step text) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_preparation(part);
begin
  -- The others have verbs of their own.
  if step is null or step <> all (private.steps_of(p.programme, p.part)) or step = any (private.gates() || '{expectations,readiness}') then
    perform private.refuse('step_unknown');
  end if;
  -- Ticks of the course, which nobody but she has read.
  delete from public.drafts d where d.person = p.person and d.form = finish_step.step || '-' || p.part;
  return private.take_step(p, step);
end $$;
grant execute on function public.finish_step to authenticated;

-- Say what I expect: one to four of the sentences, and words of my own. The other reads it from the trial on. Can be said
-- anew at any time.
create function public.say_expectations(part text, chosen text[], words text) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  p public.preparations;
begin
  perform private.hold_pair(me, me);
  if coalesce(private.standing_of(me, part), 'left') not in ('preparing', 'approved') then
    perform private.refuse('preparation_unknown');
  end if;
  insert into public.expectations as e (person, part, chosen, words)
  values (me, say_expectations.part, say_expectations.chosen, nullif(btrim(say_expectations.words), ''))
  on conflict on constraint expectations_pkey do update set chosen = excluded.chosen, words = excluded.words, said_at = now();
  select * into p from public.preparations x where x.person = me and x.part = say_expectations.part for update;
  delete from public.drafts d where d.person = me and d.form = 'expect-' || say_expectations.part;
  if 'expectations' = any (private.steps_left(p)) then
    return private.take_step(p, 'expectations');
  end if;
  perform private.note('say_expectations', part, me);
  return private.standing_of(me, part);
end $$;
grant execute on function public.say_expectations to authenticated;

-- Do I feel ready? Asked when my other steps are done. “Not yet” tells a coordinator, and takes nothing away.
create function public.say_ready(part text, ready boolean) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_preparation(part);
begin
  if ready is null or 'readiness' <> all (private.steps_of(p.programme, p.part)) then
    perform private.refuse('step_unknown');
  elsif array(select unnest(private.steps_left(p)) except select unnest(private.gates() || '{readiness}')) <> '{}' then
    perform private.refuse('steps_first');
  elsif ready then
    update public.preparations x set not_yet_at = null where x.person = p.person and x.part = p.part;
    return private.take_step(p, 'readiness');
  elsif p.ready_at is null then
    delete from public.preparation_steps d where d.person = p.person and d.part = p.part and d.step = 'readiness';
    update public.preparations x set not_yet_at = coalesce(x.not_yet_at, now()), touched_at = now()
    where x.person = p.person and x.part = p.part;
    if p.not_yet_at is null then
      perform private.note_preparation(p, 'say_not_yet', '{}');
    end if;
  end if;
  return private.standing_of(p.person, p.part);
end $$;
grant execute on function public.say_ready to authenticated;

-- I do not want to begin after all, as 'mentee' or 'mentor': a place that is not open yet is given up. What belongs to it
-- goes; what I expect, a picture without another place and the place itself within the minute (68_leaving.sql).
create function public.give_up_place(part text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_preparation(part);
begin
  if p.ready_at is not null then
    perform private.refuse('place_is_open');
  end if;
  perform private.end_preparation(p);
end $$;
grant execute on function public.give_up_place to authenticated;

-- A programme that asks for less than before: whoever has nothing left is ready.
create function private.after_steps() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations;
begin
  for p in select * from public.preparations x where x.programme = new.key and x.ready_at is null order by x.person loop
    perform private.hold_pair(p.person, p.person);
    perform private.ready_up(p) where private.steps_left(p) = '{}';
  end loop;
  return null;
end $$;
create trigger preparations_follow after update on public.programmes
  for each row when (old.mentee_steps is distinct from new.mentee_steps or old.mentor_steps is distinct from new.mentor_steps)
  execute function private.after_steps();

-- A mentor at my desks, locked, to tick something for. Nobody ticks for herself.
create function private.hold_mentor_of_mine(mentor uuid) returns public.preparations
  language plpgsql set search_path = '' as $$
declare
  p public.preparations;
begin
  perform private.hold_pair(mentor, mentor);
  select x.* into p from public.preparations x join public.mentors m on m.person = x.person
  where x.person = mentor and x.part = 'mentor' and m.person <> private.me() and m.desks && private.my_desks() for update of x;
  if not found then
    perform private.refuse('mentor_unknown');
  end if;
  return p;
end $$;

-- Tick a gate for a mentor: 'interview', 'certificate' or 'code-of-conduct', seen on this day; the certificate itself is
-- never kept. The talk is ticked when its guide has nothing open that it must be about. Null takes a tick back while the mentor
-- is still getting ready.
create function public.tick_gate(mentor uuid, gate text, seen_on date) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_mentor_of_mine(mentor);
begin
  if gate is null or gate <> all (private.gates()) or gate <> all (private.steps_of(p.programme, 'mentor')) then
    perform private.refuse('step_unknown');
  elsif p.ready_at is not null then
    perform private.refuse('preparation_over');
  -- It may be tomorrow already where the coordinator is.
  elsif seen_on > current_date + 1 or seen_on < current_date - 730 then
    perform private.refuse('day_unsound');
  elsif gate = 'interview' and seen_on is not null and exists (
      select from private.application_of(p) a where private.talk_left(a) <> '{}') then
    perform private.refuse('interview_incomplete');
  end if;
  delete from public.preparation_steps d where d.person = p.person and d.part = 'mentor' and d.step = gate;
  if seen_on is not null then
    insert into public.preparation_steps (person, part, step, done_on, ticked_by)
    values (p.person, 'mentor', gate, seen_on, private.me());
  end if;
  perform private.note_preparation(p, 'tick_gate', jsonb_build_object('gate', gate, 'seen_on', seen_on));
  return private.ready_up(p);
end $$;
grant execute on function public.tick_gate to authenticated;

-- I have called a mentor who does this for the first time, after her first hour.
create function public.note_first_call(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_mentor_of_mine(mentor);
begin
  if not p.first_time or p.called_at is not null then
    perform private.refuse('mentor_unknown');
  end if;
  update public.preparations x set called_at = now() where x.person = p.person and x.part = p.part;
  perform private.note_preparation(p, 'note_first_call', '{}');
end $$;
grant execute on function public.note_first_call to authenticated;

-- What somebody expects, as far as I may read it: {"chosen", "words"} or null.
create function private.expectations_of(person_is uuid, part_is text) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('chosen', e.chosen, 'words', e.words)
  from public.expectations e where e.person = person_is and e.part = part_is
$$;
grant execute on function private.expectations_of to authenticated;

-- 57_assisted.sql

-- A coordinator fills in with the person on the phone or in the room. Nothing is kept before the person has said yes to a
-- sentence that is read aloud; she gets a mail about it at once, and may take the draft over whenever she likes.
-- Table: 43_applications.sql.

-- What she said yes to: which wording, in which language, when, and who heard it. The words are in `applications.consent`.
create table public.consents (
  application uuid primary key references public.applications on delete cascade,
  person uuid not null references auth.users on delete cascade,
  version smallint not null,
  locale text not null,
  how text not null,
  heard_by uuid references public.people on delete set null,
  said_at timestamptz not null default now(),
  constraint consent_version_range check (version between 1 and 99),
  constraint consent_locale_is_known check (locale = any (private.locales())),
  constraint consent_how_is_known check (how in ('phone', 'in-person'))
);
create index consents_person on public.consents (person);
create index consents_heard_by on public.consents (heard_by);
alter table public.consents enable row level security;
grant select on public.consents to authenticated;
create policy "a person sees what she has said yes to" on public.consents
  for select to authenticated using (person = (select auth.uid()));

-- The wording that is read aloud now. A new wording is a new number.
create function private.spoken_consent() returns integer
  language sql immutable set search_path = '' as $$
  select 1
$$;

-- The draft, locked, if I am the one who writes it down and still work at its programme's desk.
create function private.hold_assisted(application uuid) returns public.applications
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x
  where x.id = application and x.assisted_by = me and private.is_my_desk(x.programme) for update;
  if not found then
    perform private.refuse('application_unknown');
  elsif a.taken_over_at is not null then
    perform private.refuse('application_taken_over');
  elsif a.status <> 'draft' then
    perform private.refuse('application_not_open');
  end if;
  return private.follow_form(a, 0);
end $$;

-- Begin to write down what somebody tells me, after she has said yes to the sentence `consent`; or go on where we were.
-- `how` is 'phone' or 'in-person'. Answers the application. Who applies already, or is known here and not at my desks, goes on
-- by herself.
create function public.begin_assisted(programme text, part text, address text, shown_name text, locale text, how text,
  consent integer) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  account uuid;
  newest public.forms;
  a public.applications;
begin
  select * into newest from public.forms f where f.key = part order by f.version desc limit 1;
  if not private.is_my_desk(programme) then
    perform private.refuse('not_a_coordinator');
  elsif newest is null then
    perform private.refuse('form_unknown');
  elsif char_length(btrim(coalesce(shown_name, ''))) not between 1 and 40 or not private.is_visible(shown_name) then
    perform private.refuse('shown_name_length');
  elsif consent is distinct from private.spoken_consent() then
    perform private.refuse('consent_first');
  elsif (select count(*) from public.applications x
      where x.assisted_by = me and x.begun_at > now() - interval '1 day') >= 40 then
    perform private.refuse('too_many_assisted');
  end if;
  account := private.account_of(address);
  if account = me then
    perform private.refuse('not_for_oneself');
  elsif private.has_place(account, part, programme) then
    perform private.refuse('in_programme_already');
  elsif private.is_known_elsewhere(account) then
    perform private.refuse('known_elsewhere');
  end if;
  -- What she has told so far is hers, so nothing else is filled in.
  insert into public.applications as x (person, programme, part, locale, form_version, answers, assisted_by)
  values (account, programme, part, locale, newest.version,
    private.fitting_answers(newest.definition, jsonb_build_object('shown_name', btrim(shown_name))), me)
  on conflict do nothing returning * into a;
  if not found then
    select * into a from public.applications x where x.person = account and x.programme = begin_assisted.programme
      and x.part = begin_assisted.part and x.assisted_by = me and x.taken_over_at is null and x.status = 'draft';
    if not found then
      perform private.refuse('applies_already');
    end if;
    return a.id;
  end if;
  insert into public.consents (application, person, version, locale, how, heard_by)
  values (a.id, account, consent, begin_assisted.locale, begin_assisted.how, me);
  perform private.note_application(a, 'begin_assisted');
  perform private.queue_mail('application-assisted:' || a.id, 'application-assisted', account,
    jsonb_build_object('name', private.name_of(me)), a.locale);
  return a.id;
end $$;
grant execute on function public.begin_assisted to authenticated;

-- Keep what has been answered so far, as in `save_application`.
create function public.save_assisted(application uuid, answers jsonb, revision integer) returns jsonb
  language plpgsql security definer set search_path = '' as $$
begin
  return private.keep_answers(private.hold_assisted(application), answers, revision);
end $$;
grant execute on function public.save_assisted to authenticated;

-- Send it for her, as in `send_application`. She gets a mail with everything that was said yes to. If she has become known
-- elsewhere meanwhile she takes it over and sends it.
create function public.send_assisted(application uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_assisted(application);
begin
  if private.is_known_elsewhere(a.person) then
    perform private.refuse('known_elsewhere');
  end if;
  return private.hand_in(a);
end $$;
grant execute on function public.send_assisted to authenticated;

-- Throw it away: she has thought better of it.
create function public.drop_assisted(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_assisted(application);
begin
  delete from public.applications x where x.id = a.id;
  perform private.note_application(a, 'drop_assisted');
end $$;
grant execute on function public.drop_assisted to authenticated;

-- Go on by myself with what a coordinator has written down for me; from now on she can neither read nor change it.
create function public.take_over_application(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.take_over(private.hold_application(application, 'own', 'draft'));
end $$;
grant execute on function public.take_over_application to authenticated;

-- Whoever writes in her own draft, or sends it, has taken it over.
create function private.take_over(a public.applications) returns public.applications
  language plpgsql set search_path = '' as $$
begin
  if private.is_assisted(a) then
    update public.applications x set taken_over_at = now(), touched_at = now() where x.id = a.id returning * into a;
    perform private.note_application(a, 'take_over_application');
  end if;
  return a;
end $$;

-- Who writes it down, for the person and for the desk: {"by": name, "mine": whether it is I, "open": whether she still
-- can}. Null where nobody does.
create function private.assisted_of(application_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('by', p.shown_name, 'mine', p.id = auth.uid(),
    'open', a.status = 'draft' and a.taken_over_at is null)
  from public.applications a join public.people p on p.id = a.assisted_by
  where a.id = application_is
    and (a.person = auth.uid() or a.desks && private.my_desks() or a.assisted_by = auth.uid())
$$;
grant execute on function private.assisted_of to authenticated;

-- What I said yes to before anything was written down; nobody else reads it.
create function private.consent_of(application_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('version', c.version, 'locale', c.locale, 'how', c.how, 'at', c.said_at)
  from public.consents c where c.application = application_is
$$;
grant execute on function private.consent_of to authenticated;

-- Drafts that I write down, as long as I may.
create function private.assisted_drafts() returns setof public.applications
  language sql stable security definer set search_path = '' as $$
  select a.* from public.applications a
  where a.assisted_by = auth.uid() and a.taken_over_at is null and a.status = 'draft' and private.is_my_desk(a.programme)
$$;
grant execute on function private.assisted_drafts to authenticated;

-- What I write down with others now, and for which programmes I may.
create function public.my_assisted() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return jsonb_build_object('desks', mine, 'applications', coalesce((
    select jsonb_agg(private.application_for(a) order by a.begun_at desc) from private.assisted_drafts() a), '[]'));
end $$;
grant execute on function public.my_assisted to authenticated;

-- 58_needs.sql

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

-- 59_invitations.sql

-- A company invites its staff: one link, so many places. Each joins alone and by her own wish; the company never learns who.

create table public.companies (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete cascade,
  -- The region of the desk that works with it; null is the whole programme.
  region text references public.places on delete restrict,
  name text not null,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint company_name_length check (char_length(name) between 2 and 80 and private.is_visible(name)),
  constraint company_once unique nulls not distinct (programme, region, name)
);
create index companies_region on public.companies (region);
create index companies_desks on public.companies using gin (desks);

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  company uuid not null references public.companies on delete cascade,
  -- How many may join: whole steps of the number the programme demands, so that the last place tells no more than a step.
  quota smallint not null,
  valid_until date not null,
  made_by uuid references public.people on delete set null,
  made_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint invitation_quota_range check (quota between 3 and 200)
);
create index invitations_company on public.invitations (company);
create index invitations_made_by on public.invitations (made_by);

-- The link's secret is nowhere: only what it hashes to.
create table private.invitation_links (
  invitation uuid primary key references public.invitations on delete cascade,
  hash bytea not null,
  constraint invitation_link_once unique (hash)
);

-- Which application came through which invitation.
create table public.invitation_answers (
  application uuid primary key references public.applications on delete cascade,
  invitation uuid not null references public.invitations on delete cascade
);
create index invitation_answers_invitation on public.invitation_answers (invitation);

alter table public.companies enable row level security;
alter table public.invitations enable row level security;
alter table private.invitation_links enable row level security;
alter table public.invitation_answers enable row level security;
grant select on public.companies, public.invitations, public.invitation_answers to authenticated;
create policy "a coordinator sees companies of her desks and her programme" on public.companies
  for select to authenticated using (desks && (select private.my_desks())
    or region is null and programme in (select c.programme from public.coordinators c where c.person = (select auth.uid())));
-- This asks for the company, and so only of what one may see of it.
create policy "who sees the company sees what it was given" on public.invitations
  for select to authenticated using (exists (select from public.companies c where c.id = company));
-- Of a draft this tells that there is one, and nothing else.
create policy "the applicant and the company's desk see that it came this way" on public.invitation_answers
  for select to authenticated using (
    exists (select from public.applications a where a.id = application and a.person = (select auth.uid()))
    or exists (select from public.invitations i join public.companies c on c.id = i.company
      where i.id = invitation and c.desks && (select private.my_desks())));

-- How many places of an invitation are taken, for whoever sees the invitation: a number, and not by whom.
create function private.places_taken(i public.invitations) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from public.invitation_answers t join public.companies c on c.id = i.company
  where t.invitation = i.id and c.programme in (select d.programme from public.coordinators d where d.person = auth.uid())
    and (c.desks && private.my_desks() or c.region is null)
$$;
grant execute on function private.places_taken to authenticated;

-- What can happen to it

-- A new link in place of the one before. Answers its secret, this once.
create function private.new_invitation_link(invitation uuid) returns text
  language plpgsql set search_path = '' as $$
declare
  secret text := private.new_secret();
begin
  insert into private.invitation_links (invitation, hash)
  values (new_invitation_link.invitation, private.hash_of(secret))
  on conflict on constraint invitation_links_pkey do update set hash = excluded.hash;
  return secret;
end $$;

create function private.check_valid_until(day date) returns void
  language plpgsql stable set search_path = '' as $$
begin
  if day is null or day < current_date or day > current_date + 366 then
    perform private.refuse('valid_until_unsound');
  end if;
end $$;

-- Invite the staff of a company to apply as mentors, so many and until this day. The places are rounded up to whole steps of
-- as many as the programme demands. Answers the link's secret, this once.
create function public.invite_company(programme text, company text, quota integer, valid_until date) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  desk public.coordinators;
  step integer := (select p.least_people from public.programmes p where p.key = invite_company.programme);
  company_is uuid;
  i public.invitations;
begin
  select * into desk from public.coordinators c
  where c.person = private.me() and c.programme = invite_company.programme order by c.region nulls first limit 1;
  if not found then
    perform private.refuse('not_a_coordinator');
  elsif coalesce(quota, 0) not between 3 and 200 then
    perform private.refuse('invitation_quota_range');
  end if;
  perform private.check_valid_until(valid_until);
  insert into public.companies (programme, region, name) values (desk.programme, desk.region, btrim(company))
  on conflict on constraint company_once do update set name = excluded.name returning id into company_is;
  insert into public.invitations (company, quota, valid_until, made_by)
  values (company_is, least((quota + step - 1) / step, 200 / step) * step, valid_until, private.me()) returning * into i;
  perform private.note('invite_company', 'invitation', i.id, null, null, private.desks(desk.programme, desk.region));
  return jsonb_build_object('invitation', i.id, 'secret', private.new_invitation_link(i.id));
end $$;
grant execute on function public.invite_company to authenticated;

-- The invitation, locked, if it is of my desks and was not closed.
create function private.hold_invitation(invitation uuid) returns public.invitations
  language plpgsql set search_path = '' as $$
declare
  i public.invitations;
begin
  select x.* into i from public.invitations x join public.companies c on c.id = x.company
  where x.id = invitation and c.desks && private.my_desks() for update of x;
  if not found then
    perform private.refuse('invitation_unknown');
  elsif i.closed_at is not null then
    perform private.refuse('invitation_closed');
  end if;
  return i;
end $$;

-- A new link until this day; the old one ends at once. Answers the new secret, this once.
create function public.renew_invitation(invitation uuid, valid_until date) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  i public.invitations := private.hold_invitation(invitation);
begin
  perform private.check_valid_until(valid_until);
  update public.invitations x set valid_until = renew_invitation.valid_until where x.id = i.id;
  perform private.note('renew_invitation', 'invitation', i.id, null, null,
    (select c.desks from public.companies c where c.id = i.company));
  return jsonb_build_object('invitation', i.id, 'secret', private.new_invitation_link(i.id));
end $$;
grant execute on function public.renew_invitation to authenticated;

-- Nobody joins through it any more; who has joined stays.
create function public.close_invitation(invitation uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  i public.invitations := private.hold_invitation(invitation);
begin
  update public.invitations x set closed_at = now() where x.id = i.id;
  perform private.note('close_invitation', 'invitation', i.id, null, null,
    (select c.desks from public.companies c where c.id = i.company));
end $$;
grant execute on function public.close_invitation to authenticated;

-- {"needs": [facts], "company": name} of an application at my desks: what it answers and which way it came.
create function private.came_by(application_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'needs', coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'field', n.field, 'language', n.language,
        'region', n.region, 'hours', n.hours, 'format', n.format) order by n.code)
      from public.need_answers r join public.needs n on n.id = r.need where r.application = a.id), '[]'),
    'company', (select c.name from public.invitation_answers t join public.invitations i on i.id = t.invitation
      join public.companies c on c.id = i.company where t.application = a.id))
  from public.applications a
  where a.id = application_is and a.person <> auth.uid() and a.desks && private.my_desks()
$$;
grant execute on function private.came_by to authenticated;

-- 60_screens.sql

-- What a screen needs, in one call. These read with the caller's own rights: row security decides what is in them.

-- Everything that is going on with me.
create function public.my_page() returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'person', (select jsonb_build_object('id', p.id, 'shown_name', p.shown_name, 'locale', p.locale,
        'surname', x.surname, 'phone', x.phone, 'gender', x.gender, 'contact', x.contact)
      from public.people p join public.people_private x on x.person = p.id where p.id = me),
    'mentee', (select to_jsonb(m) - '{desks,slots,spoken,goal_bits,format_bits}'::text[] || jsonb_build_object('promise_days', p.promise_days, 'modes', p.modes,
        'open_requests', p.open_requests)
      from public.mentees m join public.programmes p on p.key = m.programme where m.person = me),
    'mentor', (select to_jsonb(m) - 'desks' from public.mentors m where m.person = me),
    'desks', private.my_desks(),
    'coordinators', private.my_coordinators(),
    'background', (select to_jsonb(b) - '{person,saved_at,corrected_at}'::text[] from public.backgrounds b where b.person = me),
    'requests', coalesce((select jsonb_agg(to_jsonb(r) - 'desks' || jsonb_build_object('card', o.card,
        'message', l.message, 'question', l.question, 'reply', l.reply) order by r.sent_at desc)
      from public.requests r left join public.letters l on l.request = r.id left join public.open_mentors o on o.person = r.mentor
      where r.mentee = me and r.sent_at > now() - interval '1 year'), '[]'),
    'inbox', coalesce((select jsonb_agg(to_jsonb(r) - 'desks' || jsonb_build_object('card', c.card,
        'message', l.message, 'question', l.question, 'reply', l.reply) order by r.expires_at)
      from public.requests r left join public.letters l on l.request = r.id left join public.mentee_cards c on c.person = r.mentee
      where r.mentor = me and r.status in ('open', 'asked')), '[]'),
    'trials', coalesce((select jsonb_agg(private.trial_for(t, me) order by t.created_at desc)
      from public.trials t where me in (t.mentee, t.mentor) and (t.standing or t.ended_at > now() - interval '30 days')), '[]'),
    'matches', coalesce((select jsonb_agg(to_jsonb(t) - 'desks' || jsonb_build_object('card',
        case when t.mentee = me then (select o.card from public.open_mentors o where o.person = t.mentor)
          else (select c.card from public.mentee_cards c where c.person = t.mentee) end,
        'my_contact', case when t.living then case when t.mentee = me then h.mentee_contact else h.mentor_contact end end,
        'other_contact', case when t.living then case when t.mentee = me then h.mentor_contact else h.mentee_contact end end)
        order by t.created_at desc)
      from public.matches t join public.trials h on h.id = t.trial where me in (t.mentee, t.mentor)), '[]'),
    'preparing', private.preparing_of(me),
    'blocked', private.my_blocked(),
    'newsletters_since', private.newsletters_since(),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d where d.person = me), '{}'));
end $$;
grant execute on function public.my_page to authenticated;

-- A trial as one of the two may see it: that the other has spoken, never what she said.
create function private.trial_for(t public.trials, me uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select to_jsonb(t) - 'desks' - 'mentee_contact' - 'mentor_contact'
    || jsonb_build_object('i_say', (select v.says from public.verdicts v where v.trial = t.id and v.person = me),
      'other_has_said', private.other_has_said(t.id), 'plan_by', private.plan_by(t),
      'coordinator_at_first_meeting', (select p.coordinator_at_first_meeting from public.programmes p where p.key = t.programme),
      'mentee_expects', private.expectations_of(t.mentee, 'mentee'),
      'mentor_expects', private.expectations_of(t.mentor, 'mentor'))
    || case when me = t.mentee then jsonb_build_object('i_am', 'mentee',
        'background', private.background_shared(t.mentor, 'mentor'), 'my_contact', t.mentee_contact,
        'other_contact', t.mentor_contact,
        'card', (select o.card from public.open_mentors o where o.person = t.mentor))
      else jsonb_build_object('i_am', 'mentor', 'background', private.background_shared(t.mentee, 'mentee'), 'my_contact', t.mentor_contact, 'other_contact', t.mentee_contact,
        'card', (select c.card from public.mentee_cards c where c.person = t.mentee)) end
$$;
grant execute on function private.trial_for to authenticated;

-- 61_application_screens.sql

-- Applications on the screens of those who apply and of those who read them. Table: 43_applications.sql. These read with
-- the caller's own rights: row security decides what is in them.

-- How many wait for a mentor who were sent before this one, in its round or an earlier one: a yes to it passes them,
-- wherever it stands itself. For the applicant and her desks.
create function private.waiting_before(application_is uuid) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from public.applications a join public.applications x on x.in_line and x.programme = a.programme
    and x.part = a.part and x.line = 'waiting' and (x.sent_at, x.id) < (a.sent_at, a.id)
    and (x.round is not distinct from a.round or coalesce(x.round < a.round, a.round is not null))
  where a.id = application_is and a.in_line and (a.person = auth.uid() or a.desks && private.my_desks())
$$;
grant execute on function private.waiting_before to authenticated;

-- How many were sent before mine and still wait in the same line: to be read in the same round, or for a mentor in this
-- round or longer. Nothing else counts. Null where mine waits in none, as while she prepares.
create function private.ahead_of(application_is uuid) returns bigint
  language plpgsql stable security definer set search_path = '' as $$
declare
  a public.applications;
begin
  select * into a from public.applications x where x.id = application_is and x.in_line
    and x.line <> 'preparing' and (x.person = auth.uid() or x.desks && private.my_desks());
  if not found then
    return null;
  elsif private.is_waiting(a) then
    return private.waiting_before(a.id);
  end if;
  return (select count(*) from public.applications x
    where x.in_line and x.programme = a.programme and x.part = a.part
      and x.line = 'sent' and x.round is not distinct from a.round and (x.sent_at, x.id) < (a.sent_at, a.id));
end $$;
grant execute on function private.ahead_of to authenticated;

-- What applicant and desk have written each other, oldest first; `mine` is what the applicant wrote.
create function private.messages_of(application_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', m.kind, 'text', m.message, 'at', m.at, 'mine', m.kind = 'answer')
    order by m.at, m.id), '[]')
  from public.application_messages m where m.application = application_is
$$;
grant execute on function private.messages_of to authenticated;

-- What both sides see of an application, in one object.
create function private.application_for(a public.applications) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'programme', a.programme, 'part', a.part, 'status', a.status, 'form', a.part,
    'form_version', a.form_version, 'sent_at', a.sent_at, 'due_on', a.promised_on, 'touched_at', a.touched_at,
    'ahead', private.ahead_of(a.id), 'waits', private.is_waiting(a), 'tells_at', private.tells_at(a),
    'closes_at', private.closes_at(a), 'prepared_at', a.prepared_at,
    'round', private.round_for(a), 'assisted', private.assisted_of(a.id),
    'consent', private.consent_of(a.id), 'answers', a.answers, 'revision', a.revision,
    'eligibility', case a.status when 'draft'
      then private.eligibility(a.programme, a.part, a.answers, current_date) else a.eligibility end,
    'elsewhere', private.ways_onward(a),
    'messages', private.messages_of(a.id), 'times', case when a.status = 'interview' then
      (select coalesce(jsonb_agg(t order by t), '[]') from unnest(a.times) as t where t > now()) else '[]' end,
    'interview_at', a.interview_at, 'minutes', a.minutes, 'how', a.how, 'place', a.meet_at,
    'fits_on', private.may_fit_on(a.eligibility, a.answers, current_date),
    'standing', case a.status when 'accepted' then private.standing_in(a) end,
    'decided_at', a.decided_at, 'reason', a.reason, 'letter', (select m.message from public.application_messages m
      where m.application = a.id and m.kind = 'letter' order by m.at desc, m.id desc limit 1))
$$;
grant execute on function private.application_for to authenticated;

-- Everything I have applied for, the newest first, what I have typed and not sent, when rounds open, and of which I want
-- to be told.
create function public.my_applications() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'applications', coalesce((select jsonb_agg(private.application_for(a) order by a.begun_at desc)
      from public.applications a where a.person = me), '[]'),
    'rounds', (select coalesce(jsonb_object_agg(p.key, private.round_told(r)), '{}')
      from public.programmes p cross join lateral private.round_of(p.key, current_date) r where r.opens_on is not null),
    'reminders', array(select m.programme from public.round_reminders m
      where m.person = me and m.fits_on is null order by 1),
    'fits', (select coalesce(jsonb_agg(jsonb_build_object('programme', m.programme, 'part', m.part, 'on', m.fits_on)
      order by m.fits_on, m.programme), '[]')
      from public.round_reminders m where m.person = me and m.fits_on is not null),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d where d.person = me), '{}'));
end $$;
grant execute on function public.my_applications to authenticated;

-- How many at my desks stand in each state, without reading the rows: row security would ask of fifty thousand what the
-- index knows.
create function private.application_counts(programme_is text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  with desks as materialized (
    select split_part(d, '/', 1) as programme, nullif(split_part(d, '/', 2), '') as region
    from private.my_desks() as mine cross join unnest(mine) as d
    -- A region of a programme that is mine as a whole counts once.
    where d not like '%/%' or split_part(d, '/', 1) <> all (mine)
  )
  select coalesce(jsonb_object_agg(c.status, c.count), '{}') from (
    select x.status, sum(x.count) as count
    from desks cross join lateral (
      select a.status, count(*) from public.applications a
      where a.programme = desks.programme and (desks.region is null or a.region = desks.region)
        and a.status <> 'draft' and a.person <> (select auth.uid())
        and (programme_is is null or a.programme = programme_is)
      group by a.status) x
    group by x.status) c
$$;
grant execute on function private.application_counts to authenticated;

-- An application as one line of a list at the desk.
create function private.queue_item(a public.applications) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'person', a.person, 'name', a.answers ->> 'shown_name', 'part', a.part, 'programme', a.programme,
    'status', a.status, 'sent_at', a.sent_at, 'due_on', a.promised_on,
    'unmet', jsonb_path_query_array(a.eligibility, '$.unmet[*].rule'), 'field', a.answers -> 'field',
    'place', a.answers -> 'place', 'since', a.moved_at, 'prepared_at', a.prepared_at, 'came_by', private.came_by(a.id), 'round', a.round)
$$;
grant execute on function private.queue_item to authenticated;

-- Applications at my desks, a page of them, those first whose promise ends first: of these states (null is all that wait
-- for somebody), of one programme or of all, and where `due_within` is given only those whose promise has ended or ends within
-- so many days. `after` is the `next` of the page before. With how many there are by state.
create function public.application_queue(status text[], programme text, after jsonb default null,
  page_size integer default null, due_within integer default null) returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.me();
  mine text[] := private.desk();
  last_day date := coalesce(current_date + due_within, 'infinity');
  -- A promise runs only for those who have no answer yet. Said as lists: with a test of `promised_on` in its place, a page of
  -- 30,000 took three times as long.
  states public.application_status[] := array(select s from unnest(coalesce(application_queue.status,
    array['sent', 'asked', 'interview', 'waiting', 'preparing'])::public.application_status[]) as s
    where due_within is null or s in ('sent', 'asked', 'interview'));
  standing public.application_status[] := case when due_within is null then '{sent,waiting,preparing}' else '{sent}' end;
  -- In line or over: each is read in the order of its own index.
  lines boolean[] := array(select distinct s in ('sent', 'asked', 'interview', 'waiting', 'preparing')
    from unnest(states) as s);
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  page jsonb;
begin
  select coalesce(jsonb_agg(private.queue_item(a) order by a.due_on, a.id), '[]') into page
  from (select b.* from unnest(lines) as waits cross join lateral (
      select * from public.applications x
      where x.in_line = waits and x.due_on <= last_day and x.line = any (standing) and x.person <> me
        and x.status = any (states) and (application_queue.programme is null or x.programme = application_queue.programme)
        and (x.due_on, x.id) > (coalesce((after ->> 'due_on')::date, '-infinity'),
          coalesce((after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'))
      order by x.due_on, x.id limit size + 1) b
    order by b.due_on, b.id limit size + 1) a;
  return jsonb_build_object('desks', mine,
    'counts', private.application_counts(application_queue.programme),
    'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
    'next', case when jsonb_array_length(page) > size then (select jsonb_build_object('due_on', x.due_on, 'id', x.id)
      from public.applications x where x.id = (page -> (size - 1) ->> 'id')::uuid) end);
end $$;
grant execute on function public.application_queue to authenticated;

-- All of an application that I may see as its coordinator, with the form it answers.
create function public.read_application(application uuid) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x
  where x.id = application and x.desks && private.my_desks() and x.person <> me;
  if not found then
    perform private.refuse('application_unknown');
  end if;
  return private.application_for(a) || private.concern_of(a.id) || jsonb_build_object('person', a.person,
    'came_by', private.came_by(a.id), 'passes', private.waiting_before(a.id),
    'name', a.answers ->> 'shown_name', 'locale', coalesce((select p.locale from public.people p where p.id = a.person),
      a.locale), 'phone', (select x.phone from public.people_private x where x.person = a.person),
    'times', a.times, 'definition', (select f.definition from public.forms f
      where f.key = a.part and f.version = a.form_version),
    'overrides', (select coalesce(jsonb_agg(jsonb_build_object('rule', o.rule, 'reason', o.reason, 'at', o.at)
      order by o.at), '[]') from public.application_overrides o where o.application = a.id),
    'notes', private.notes_of(a.id),
    'noted_at', (select n.noted_at from public.application_notes n where n.application = a.id));
end $$;
grant execute on function public.read_application to authenticated;

-- 62_desk.sql

-- The coordinator's desk, in one call, and what she can do about a mail that could not be delivered.

-- Does this person have a place at one of my desks, or has she applied there?
create function private.at_my_desks(person_is uuid) returns boolean
  language plpgsql stable security definer set search_path = '' as $$
declare
  mine text[] := private.my_desks();
begin
  return exists (select from public.mentors m where m.person = person_is and m.desks && mine)
    or exists (select from public.mentees m where m.person = person_is and m.desks && mine)
    or exists (select from public.applications a where a.person = person_is and a.desks && mine);
end $$;

-- Does she have a name here, and nothing at my desks? What she told elsewhere is not mine to read, so she comes by herself.
create function private.is_known_elsewhere(person_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.people p where p.id = person_is) and not private.at_my_desks(person_is)
$$;

-- The desks whose affair a mail is: those of the request, trial, match or application that its key names, or of the place that is
-- ready or was brought in, or of what a coordinator wrote. Any other, as of a wish for a programme, is no desk's.
create function private.mail_desks(mail private.outbox) returns text[]
  language sql stable set search_path = '' as $$
  select x.desks
  from (select substring(mail.key from ':([0-9a-f]{8}-[0-9a-f-]{27})')::uuid as id) about
    cross join lateral (
      select r.desks from public.requests r where r.id = about.id
      union all select t.desks from public.trials t where t.id = about.id
      union all select m.desks from public.matches m where m.id = about.id
      union all select a.desks from public.applications a where a.id = about.id
      union all select e.desks from public.enquiries e where e.id = about.id
      union all select v.desks from public.events v
      where mail.kind in ('desk-message', 'introduction-stopped') and mail.person in (v.mentee, v.mentor) and v.subject = about.id
      union all select p.desks
      from (select 'mentee' as part, m.person, m.programme, m.desks from public.mentees m
        union all select 'mentor', m.person, m.programme, m.desks from public.mentors m) p
      where p.person = mail.person and (mail.kind = p.part || '-ready' or exists (
        select from public.imports i where i.id = about.id and i.part = p.part and i.programme = p.programme))) x
$$;

-- Mails at my desks that could not be delivered: kind and time, never the address. An invitation stands at the desk of its
-- referral alone, and one about a draft where it is written: both go to people who often have no name here, so with them comes
-- what the partner, or I, called her.
create function private.mails_given_up()
  returns table (id bigint, person uuid, kind text, given_up_at timestamptz, name text, referral uuid, draft jsonb)
  language sql stable security definer set search_path = '' as $$
  select o.id, o.person, o.kind, o.given_up_at, coalesce(d.name, a.answers ->> 'shown_name'), r.id,
    case when a.id is not null then jsonb_build_object('application', a.id, 'part', a.part) end
  from private.outbox o
    cross join lateral (select case when o.kind in ('referral-invitation', 'referral-reminder', 'application-assisted')
      then split_part(o.key, ':', 2)::uuid end as id) about
    left join public.referrals r on r.id = about.id and r.status = 'invited' and r.desks && private.my_desks()
    left join public.referred d on d.referral = r.id
    left join public.applications a on a.id = about.id and a.status = 'draft' and a.assisted_by = auth.uid()
      and a.taken_over_at is null and private.is_my_desk(a.programme)
  where o.given_up_at is not null and o.aside_at is null and o.person is distinct from auth.uid()
    and (r.id is not null or a.id is not null
      or private.mail_desks(o) && private.my_desks() and (o.person is null or private.at_my_desks(o.person)))
$$;
grant execute on function private.mails_given_up to authenticated;

-- Try a mail again that was given up: the address has been mended, or the mail server is back.
create function public.send_mail_again(mail bigint) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o set attempts = 0, given_up_at = null, next_at = now()
  where o.id = mail and exists (select from private.mails_given_up() g where g.id = o.id);
  if not found then
    perform private.refuse('mail_unknown');
  end if;
  perform pg_notify('mail', '');
end $$;
grant execute on function public.send_mail_again to authenticated;

-- Take a mail off the desk: the person has been told another way.
create function public.put_mail_aside(mail bigint) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update private.outbox o set aside_at = now()
  where o.id = mail and exists (select from private.mails_given_up() g where g.id = o.id);
  if not found then
    perform private.refuse('mail_unknown');
  end if;
end $$;
grant execute on function public.put_mail_aside to authenticated;

-- Mentees who wait for a mentor: from the first day where only a coordinator can propose one, elsewhere after the days the
-- programme promises. These, and those for whom nothing is under way, need somebody, and stand first.
create function private.waiting_at(mine text[]) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select private.first_fifty(x.list) || jsonb_build_object('needs', coalesce(x.needs, 0)) from (
    select count(*) filter (where s.late or s.idle) as needs, jsonb_agg(jsonb_build_object('mentee', s.card, 'since', s.since,
      'promise_days', s.promise_days, 'late', s.late, 'asking', s.asking, 'background', s.told, 'proposed', s.proposed)
      order by s.late desc, s.idle desc, s.since, s.person) as list
    from (
      select m.person, m.asking, p.promise_days, c.card, b.told, w.since, w.late, r.proposed,
        m.asking = 0 and r.proposed is null as idle
      from public.mentees m join public.programmes p on p.key = m.programme
        join public.mentee_cards c on c.person = m.person left join private.backgrounds_at_desk('mentee') b on b.person = m.person
        -- Who has had a match waits anew from its end.
        cross join lateral (select a.since, a.since < now() - make_interval(days => p.promise_days) as late
          from (select greatest(m.approved_at, (
            select max(t.ended_at) from public.matches t where t.mentee = m.person)) as since) a) w
        left join lateral (select jsonb_build_object('name', o.card ->> 'name', 'until', q.expires_at) as proposed
          from public.requests q left join public.open_mentors o on o.person = q.mentor
          where q.mentee = m.person and q.status = 'proposed' order by q.expires_at limit 1) r on true
      where m.desks && mine and m.standing = 'approved' and m.person <> (select auth.uid())
        and (w.late or not 'self' = any (p.modes))
        and not exists (select from public.trials t where t.mentee = m.person and t.standing)
        and not exists (select from public.matches t where t.mentee = m.person and t.living)) s) x);
end $$;
grant execute on function private.waiting_at to authenticated;

-- The desk: what needs a human today, most urgent first in each list, at most fifty each with the whole count.
create function public.desk() returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  mine text[] := private.desk();
begin
  return jsonb_build_object(
    'desks', mine,
    'counts', jsonb_build_object(
      'free_mentors', (select count(*) from public.open_mentors o where o.desks && mine and o.free > 0),
      'mentees', (select count(*) from public.mentees m where m.desks && mine and m.standing = 'approved'),
      'open_requests', (select count(*) from public.requests r where r.desks && mine and r.status in ('proposed', 'open', 'asked')),
      'trials', (select count(*) from public.trials t where t.desks && mine and t.standing),
      'matches', (select count(*) from public.matches t where t.desks && mine and t.living)),
    -- How many need somebody; of how many the promised day has passed, and of how many it comes within a week.
    'applications', (select jsonb_build_object('count', count(*), 'late', count(*) filter (where a.promised_on < current_date),
        'soon', count(*) filter (where a.promised_on between current_date and current_date + 7))
      from public.applications a
      where a.desks && mine and a.in_line and a.status in ('sent', 'asked', 'interview') and a.person <> (select auth.uid())),
    'texts', (select count(*) from public.referrals r join public.referred d on d.referral = r.id
      where r.desks && mine and r.status = 'invited' and r.texted_at is null and d.phone is not null),
    'talks', private.talks_due(),
    'enquiries', (select count(*) from public.enquiries e where e.desks && mine and e.answered_at is null),
    'requests', private.first_fifty((select jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'mentee', c.card,
        'mentor', o.card, 'sent_at', r.sent_at, 'nudged_at', r.nudged_at, 'expires_at', r.expires_at, 'score', r.score / 100)
        order by r.expires_at)
      from public.requests r left join public.mentee_cards c on c.person = r.mentee
        left join public.open_mentors o on o.person = r.mentor
      where r.desks && mine and (r.status = 'asked' or (r.status = 'open' and r.nudged_at is not null)))),
    'trials', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'mentee', c.card,
        'mentor', o.card, 'starts_at', t.starts_at, 'plan_by', private.plan_by(t), 'decide_by', t.decide_by, 'asked_at', t.asked_at,
        'silent', 2 - (select count(*) from public.verdicts v where v.trial = t.id) - private.other_has_said(t.id)::integer,
        'since', t.created_at, 'own', (select auth.uid()) in (t.mentee, t.mentor), 'mentee_contact', reach.mentee,
        'mentor_contact', reach.mentor)
        order by t.status = 'undecided' desc, t.created_at)
      from public.trials t left join public.mentee_cards c on c.person = t.mentee
        left join public.open_mentors o on o.person = t.mentor
        -- How those are reached whom a coordinator is to call; nothing of a first hour of her own.
        left join lateral (select
            (select coalesce(x.phone, t.mentee_contact) from public.people_private x where x.person = t.mentee) as mentee,
            (select coalesce(x.phone, t.mentor_contact) from public.people_private x where x.person = t.mentor) as mentor
          where t.status in ('planning', 'undecided') and (select auth.uid()) not in (t.mentee, t.mentor)) reach on true
      where t.desks && mine and (t.status in ('awaiting', 'undecided') or (t.status = 'agreed' and t.asked_at is not null)
        or (t.status = 'planning' and t.agree_by <= now())))),
    -- First hours at which a coordinator is there, until they are over.
    'coming', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'mentee', c.card, 'mentor', o.card,
        'starts_at', t.starts_at, 'meet_at', t.meet_at) order by t.starts_at)
      from public.trials t join public.programmes p on p.key = t.programme and p.coordinator_at_first_meeting
        left join public.mentee_cards c on c.person = t.mentee left join public.open_mentors o on o.person = t.mentor
      where t.desks && mine and t.standing and t.status = 'agreed' and t.starts_at > now() - interval '1 hour'
        and (select auth.uid()) not in (t.mentee, t.mentor))),
    'matches', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'mentee', c.card,
        'mentor', o.card, 'since', t.created_at, 'ends_on', t.ends_on, 'own', (select auth.uid()) in (t.mentee, t.mentor))
        order by t.created_at)
      from public.matches t left join public.mentee_cards c on c.person = t.mentee
        left join public.open_mentors o on o.person = t.mentor
      where t.desks && mine and (t.status = 'awaiting' or (t.status = 'active' and t.ends_on < current_date)))),
    'waiting', private.waiting_at(mine),
    'preparing', private.preparing_at(mine),
    'calls', private.first_calls_at(mine),
    'mails', private.first_fifty((select jsonb_agg(jsonb_build_object('id', g.id, 'person', g.person,
        'name', coalesce(p.shown_name, g.name), 'phone', x.phone, 'kind', g.kind, 'since', g.given_up_at,
        'referral', g.referral, 'partner', t.name, 'draft', g.draft) order by g.given_up_at)
      from private.mails_given_up() g left join public.people p on p.id = g.person
        left join public.people_private x on x.person = p.id
        left join public.referrals r on r.id = g.referral left join public.partners t on t.id = r.partner)),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
      where d.person = private.me() and split_part(d.form, '/', 1) in ('propose', 'write')), '{}'));
end $$;
grant execute on function public.desk to authenticated;

create function private.first_fifty(list jsonb) returns jsonb
  language sql immutable set search_path = '' as $$
  select jsonb_build_object('count', coalesce(jsonb_array_length(list), 0),
    'items', coalesce(jsonb_path_query_array(list, '$[0 to 49]'), '[]'))
$$;
grant execute on function private.first_fifty to authenticated;

-- 62_desk_introductions.sql

-- A coordinator takes a mentor's introduction out of what visitors see, and lets it be shown again. Table: 35_introductions.sql.

-- What visitors read of her, or what was stopped; null where there is neither, or she is not at my desks. What she has written
-- and does not show is hers.
create function private.introduction_at_desk(person_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('words', i.words, 'stopped', i.stopped_at is not null)
  from public.introductions i join public.mentors m on m.person = i.person
  where i.person = person_is and m.desks && private.my_desks() and (i.shown or i.stopped_at is not null)
$$;
grant execute on function private.introduction_at_desk to authenticated;

-- The mentor, if she is at my desks and not I, with her introduction locked; refused where that is not shown, or not stopped.
create function private.hold_introduction(person_is uuid, stopped boolean) returns public.mentors
  language plpgsql set search_path = '' as $$
declare
  mine text[] := private.desk();
  held public.mentors;
begin
  select m.* into held from public.mentors m join public.introductions i on i.person = m.person
  where m.person = person_is and m.person <> private.me() and m.desks && mine
    and case when stopped then i.stopped_at is not null else i.shown end
  for update of i;
  if not found then
    perform private.refuse('introduction_unknown');
  end if;
  return held;
end $$;

-- Take it out at once; she is mailed why, in the words I write.
create function public.stop_introduction(person uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  held public.mentors := private.hold_introduction(person, false);
  said text := btrim(message, E' \t\r\n');
  mail uuid := gen_random_uuid();
begin
  -- As long as what a desk writes (62_desk_writing.sql).
  if (char_length(said) between 10 and 2000 and private.is_visible(said)) is not true then
    perform private.refuse('written_length');
  end if;
  update public.introductions i set shown = false, with_photo = false, stopped_at = now() where i.person = held.person;
  perform private.queue_mail('introduction-stopped:' || mail, 'introduction-stopped', held.person,
    jsonb_build_object('name', coalesce(n.shown_name, u.email), 'words', said, 'address', u.email, 'programme', held.programme))
  from auth.users u left join public.people n on n.id = u.id where u.id = private.me();
  perform private.note('stop_introduction', 'mail', mail, null, held.person, held.desks);
end $$;
grant execute on function public.stop_introduction to authenticated;

-- Let her show it again, if she likes: it is hers to say yes anew.
create function public.allow_introduction(person uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  held public.mentors := private.hold_introduction(person, true);
begin
  update public.introductions i set stopped_at = null where i.person = held.person;
  perform private.note('allow_introduction', 'mentor', held.person, null, held.person, held.desks);
end $$;
grant execute on function public.allow_introduction to authenticated;

-- 62_desk_people.sql

-- Everybody at a coordinator's desks, to be found by name and by what they are in. Written with the caller's own rights:
-- row security decides who is in it, and whoever looks is never in it herself.

-- The places at these desks and what each is in: getting ready or left, a match, a first hour, a request, a mentee who waits
-- for a mentor, a mentor who has paused or has a place free. Of a pair with the coordinator herself only `own` is told: it
-- stands on her page. Found by the indexes on `desks`: it costs one's own people, not the database. One row a fact, put
-- together by person: the planner guesses a few at a desk, and where they were joined it compared each of thousands with each.
create function private.places_at(mine text[], only_person uuid default null)
  returns table (person uuid, part text, programme text, region text, standing public.standing, since timestamptz,
    paused_until date, free integer, doing text[])
  language plpgsql stable set search_path = '' rows 5000 as $$
declare
  me uuid := auth.uid();
begin
  return query
  with pairs as materialized (
    select 'match' as kind, t.mentee, t.mentor from public.matches t where t.living and t.desks && mine
    union all select 'trial', t.mentee, t.mentor from public.trials t where t.standing and t.desks && mine
    union all select 'request', r.mentee, r.mentor from public.requests r
    where r.status in ('proposed', 'open', 'asked') and r.desks && mine and me not in (r.mentee, r.mentor)
  ), facts as (
    select m.person, 'mentee' as part, m.programme, m.region, m.standing, m.approved_at as since, null::date as paused_until,
      null::integer as free, null as kind
    from public.mentees m where m.desks && mine and m.person <> me
    union all
    select m.person, 'mentor', m.programme, m.region, m.standing, m.approved_at, m.paused_until, m.capacity - m.taken,
      case when current_date between m.paused_from and coalesce(m.paused_until, 'infinity') then 'paused' end
    from public.mentors m where m.desks && mine and m.person <> me
    union all select p.mentee, 'mentee', null, null, null, null, null, null, case p.mentor when me then 'own' else p.kind end from pairs p
    union all select p.mentor, 'mentor', null, null, null, null, null, null, case p.mentee when me then 'own' else p.kind end from pairs p
    -- Who has had a match waits anew from its end.
    union all select t.mentee, 'mentee', null, null, null, t.ended_at, null, null, null
    from public.matches t where t.ended_at is not null and t.desks && mine
  )
  select x.person, x.part, x.programme, x.region, x.standing, x.since, x.paused_until, x.free,
    x.kinds || case when x.standing <> 'approved' then array[x.standing::text]
      when x.part = 'mentee' and not x.kinds && '{match,trial,own}' then '{waiting}'
      when x.part = 'mentor' and x.free > 0 and not x.kinds && '{paused}' then '{free}' else '{}' end
  from (
    select f.person, f.part, max(f.programme) as programme, max(f.region) as region, max(f.standing) as standing,
      max(f.since) as since, max(f.paused_until) as paused_until, max(f.free) as free,
      coalesce(array_agg(distinct f.kind) filter (where f.kind is not null), '{}') as kinds
    from facts f where only_person is null or f.person = only_person group by f.person, f.part) x
  where x.programme is not null;
end $$;

-- What these people are in with whom, since when and until when, but nothing with me: until is the end of a match, the hour
-- both agreed on or the day they have to agree, and the end of a request. Somebody of another desk has no name here.
create function private.affairs_at(mine text[], people uuid[]) returns table (person uuid, part text, affairs jsonb)
  language plpgsql stable set search_path = '' as $$
begin
  return query
  with pairs as materialized (
    select 'match' as kind, t.id, t.status::text, coalesce(t.started_at, t.created_at) as since, to_jsonb(t.ends_on) as until,
      t.mentee, t.mentor
    from public.matches t where t.living and t.desks && mine and (t.mentee = any (people) or t.mentor = any (people))
    union all
    select 'trial', t.id, t.status::text, t.created_at, case t.status when 'agreed' then to_jsonb(t.starts_at)
      when 'planning' then to_jsonb(t.agree_by) end, t.mentee, t.mentor
    from public.trials t where t.standing and t.desks && mine and (t.mentee = any (people) or t.mentor = any (people))
    union all
    select 'request', r.id, r.status::text, r.sent_at, to_jsonb(r.expires_at), r.mentee, r.mentor
    from public.requests r where r.status in ('proposed', 'open', 'asked') and r.desks && mine
      and (r.mentee = any (people) or r.mentor = any (people))
  )
  select x.person, x.part, jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'status', x.status, 'since', x.since,
    'until', x.until, 'other', x.other, 'with', x.card ->> 'name')
    order by array_position('{match,trial,request}', x.kind), x.since, x.id)
  from (
    select p.mentee as person, 'mentee' as part, p.*, o.person as other, o.card
    from pairs p left join public.open_mentors o on o.person = p.mentor and o.desks && mine
    union all
    select p.mentor, 'mentor', p.*, c.person, c.card
    from pairs p left join public.mentee_cards c on c.person = p.mentee and c.desks && mine) x
  where x.person = any (people) and auth.uid() not in (x.mentee, x.mentor)
  group by x.person, x.part;
end $$;

-- What they are called, all at once: row security would ask for each of thousands what is asked here once.
create function private.names_at_desk() returns table (person uuid, name text, surname text, folded text)
  language sql stable security definer set search_path = '' rows 5000 as $$
  select n.id, n.shown_name, x.surname, private.fold(concat_ws(' ', n.shown_name, x.surname))
  from public.people n join public.people_private x on x.person = n.id
  where n.id in (select m.person from public.mentees m where m.desks && (select private.my_desks())
    union select m.person from public.mentors m where m.desks && (select private.my_desks()))
$$;
grant execute on function private.places_at, private.affairs_at, private.names_at_desk to authenticated;

-- People at my desks with what they are in, fifty a page at most and their whole count: by name, or the likest first where
-- `words` is given, which forgives accents and typing errors; `doing` keeps those who are in it. `after` is the `next` of the
-- page before. No phone number, no address.
create function public.desk_people(words text default null, doing text default null, after jsonb default null,
  page_size integer default 50) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
  needle text := nullif(private.fold(btrim(left(words, 80))), '');
  size integer := least(greatest(coalesce(page_size, 50), 1), 50);
begin
  return (
  with named as materialized (
    select s.*, n.name, n.surname, n.folded
    from private.places_at(mine) s join private.names_at_desk() n on n.person = s.person
    where desk_people.doing is null or desk_people.doing = any (s.doing)
  ), found as materialized (
    -- A part of a name counts, and a whole one more. Names are shorter than the words of the directory: one wrong letter in
    -- five leaves less than half of it alike, so the bar is low, and the order does the rest.
    select * from (select d.*, coalesce((500 * (extensions.word_similarity(needle, d.folded)
        + extensions.strict_word_similarity(needle, d.folded)))::integer, 0) as alike from named d) a
    where needle is null or a.alike >= 300
  ), page as (
    select f.*, row_number() over (order by -f.alike, f.folded collate "C", f.person, f.part) as nr
    from found f
    where after is null or (-f.alike, f.folded collate "C", f.person, f.part)
      > (-(after ->> 'alike')::integer, after ->> 'name', (after ->> 'person')::uuid, after ->> 'part')
    order by nr limit size + 1
  )
  select jsonb_build_object('desks', mine, 'count', (select count(distinct f.person) from found f),
    'items', coalesce(jsonb_agg(to_jsonb(b) - '{folded,alike,nr}'::text[]
      || jsonb_build_object('affairs', coalesce(a.affairs, '[]')) order by b.nr)
      filter (where b.nr <= size), '[]'),
    'next', case when count(*) > size then (jsonb_agg(jsonb_build_object('alike', b.alike, 'name', b.folded,
      'person', b.person, 'part', b.part)) filter (where b.nr = size)) -> 0 end)
  from page b left join private.affairs_at(mine, array(select g.person from page g)) a on a.person = b.person and a.part = b.part);
end $$;
grant execute on function public.desk_people to authenticated;

-- One of them: each place she has at my desks with its card, what she is in, how to reach her as the desk does, and what I
-- began to write to her or for a proposal.
create function public.desk_person(person uuid) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
  seen jsonb;
begin
  -- Of whoever is in a pair with me I see here no more than the pair shows me.
  select jsonb_build_object('person', n.id, 'name', n.shown_name,
    'surname', case when not bool_or('own' = any (s.doing)) then x.surname end,
    'phone', case when not bool_or('own' = any (s.doing)) then x.phone end,
    'places', jsonb_agg(to_jsonb(s) || jsonb_build_object(
      'affairs', case when 'own' = any (s.doing) then '[]' else coalesce(a.affairs, '[]') end,
      'background', case s.part when 'mentee' then (select b.told from private.backgrounds_at_desk('mentee') b where b.person = s.person)
        else (select b.told from private.backgrounds_at_desk('mentor') b where b.person = s.person) end,
      'card', case s.part when 'mentee' then (select c.card from public.mentee_cards c where c.person = s.person)
        else (select private.card_of(m, n.shown_name) from public.mentors m where m.person = s.person) end,
      'introduction', case s.part when 'mentor' then private.introduction_at_desk(s.person) end) order by s.part),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d where d.person = private.me()
      and d.form in ('propose/' || desk_person.person, 'write/' || desk_person.person)), '{}'))
  into seen
  from private.places_at(mine, desk_person.person) s join public.people n on n.id = s.person
    left join public.people_private x on x.person = s.person
    left join private.affairs_at(mine, array[desk_person.person]) a on a.part = s.part
  group by n.id, x.person;
  if seen is null then
    perform private.refuse('person_unknown');
  end if;
  return seen;
end $$;
grant execute on function public.desk_person to authenticated;

-- 62_desk_writing.sql

-- A coordinator writes a few words to somebody at her desks, and they are mailed: she learns no address, and the reader
-- learns hers, as on My page, to answer to. The words are in the mail alone and leave with it.

-- Write to somebody who takes part at my desks: 20 mails a day, 3 to one person from all of us, and one a minute from me, as
-- a button is pressed twice.
create function public.write_to_person(person uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mine text[] := private.desk();
  said text := btrim(message, E' \t\r\n');
  day timestamptz := now() - interval '1 day';
  mail uuid := gen_random_uuid();
  place record;
begin
  select p.* into place from (
    select m.person, m.programme, m.desks, m.standing, 'mentee' as part from public.mentees m
    union all select m.person, m.programme, m.desks, m.standing, 'mentor' from public.mentors m) p
  where p.person = write_to_person.person and p.person <> me and p.desks && mine and p.standing <> 'left'
  order by p.standing = 'approved' desc, p.part limit 1;
  if not found then
    perform private.refuse('person_unknown');
  elsif (char_length(said) between 10 and 2000 and private.is_visible(said)) is not true then
    perform private.refuse('written_length');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('write_to_person', 0));
  if exists (select from public.events e where e.actor = me and e.verb = 'write_to_person'
      and place.person in (e.mentee, e.mentor) and e.at > now() - interval '1 minute') then
    perform private.refuse('written_just_now');
  elsif (select count(*) from public.events e where e.actor = me and e.verb = 'write_to_person' and e.at > day) >= 20 then
    perform private.refuse('written_enough');
  elsif (select count(*) from public.events e where place.person in (e.mentee, e.mentor) and e.verb = 'write_to_person'
      and e.at > day) >= 3 then
    perform private.refuse('person_written_enough');
  end if;
  perform private.queue_mail('desk-message:' || mail, 'desk-message', place.person,
    jsonb_build_object('name', coalesce(n.shown_name, u.email), 'words', said, 'address', u.email, 'programme', place.programme))
  from auth.users u left join public.people n on n.id = u.id where u.id = me;
  perform private.note('write_to_person', 'mail', mail, case place.part when 'mentee' then place.person end,
    case place.part when 'mentor' then place.person end, place.desks);
  delete from public.drafts d where d.person = me and d.form = 'write/' || place.person;
end $$;
grant execute on function public.write_to_person to authenticated;

-- 63_onboarding_screens.sql

-- Getting ready on the screens of whoever does it and of her coordinator. Table: 56_onboarding.sql. These read with the
-- caller's own rights: row security decides what is in them.

-- How far I am, for my page: what is left for me, and what for a coordinator.
create function private.preparing_of(me uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('part', p.part, 'mine', cardinality(l.steps) - l.gates, 'gates', l.gates,
    'not_yet', p.not_yet_at is not null) order by p.part), '[]')
  from public.preparations p
    cross join lateral (select private.steps_left(p) as steps, (select count(*) from unnest(private.steps_left(p)) as step
      where step = any (private.gates())) as gates) l
  where p.person = me and p.ready_at is null and private.standing_of(me, p.part) = 'preparing'
$$;
grant execute on function private.preparing_of to authenticated;

-- Everything I do to get ready, for each part I am let in for, with the card as others will see it.
create function public.my_preparations() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'preparations', coalesce((select jsonb_agg(jsonb_build_object('part', p.part, 'programme', p.programme,
        'standing', private.standing_of(me, p.part), 'begun_at', p.begun_at, 'not_yet', p.not_yet_at is not null,
        'steps', private.steps_of(p.programme, p.part), 'done', coalesce((select jsonb_object_agg(d.step, d.done_on)
          from public.preparation_steps d where d.person = me and d.part = p.part), '{}'),
        'expects', private.expectations_of(me, p.part),
        'card', case p.part when 'mentee' then (select c.card from public.mentee_cards c where c.person = me)
          else (select private.card_of(m, n.shown_name)
            from public.mentors m join public.people n on n.id = m.person where m.person = me) end)
        order by p.ready_at is not null, p.part)
      from public.preparations p
      where p.person = me and private.standing_of(me, p.part) in ('preparing', 'approved')), '[]'),
    'picture', public.pictures_of(array[me]) -> me::text,
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
      where d.person = me and d.form ~ '^(course|expect)-'), '{}'));
end $$;
grant execute on function public.my_preparations to authenticated;

-- For the desk: who is getting ready, how far and since when; first those for whom somebody has to do something: a gate,
-- a “not yet”, or two weeks without a step.
create function private.preparing_at(mine text[]) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select private.first_fifty(x.list) || jsonb_build_object('needs', coalesce(x.needs, 0)) from (
    select count(*) filter (where s.needs) as needs, jsonb_agg(jsonb_build_object('person', s.person, 'part', s.part,
      'name', s.name, 'programme', s.programme, 'since', s.begun_at, 'touched_at', s.touched_at, 'not_yet', s.not_yet,
      'needs', s.needs, 'first_time', s.first_time, 'phone', s.phone, 'steps', s.steps, 'done', s.done,
      'background', s.background, 'talk', s.talk)
      order by s.needs desc, s.begun_at, s.person) as list
    from (
      select p.*, n.shown_name as name, x.phone, p.not_yet_at is not null as not_yet,
        b.told as background, o.steps, d.done,
        -- Where the talk is to be noted, and how much of it is open before it can be ticked.
        (select jsonb_build_object('application', a.id, 'left', cardinality(private.talk_left(a)))
          from private.application_of(p) a where p.part = 'mentor' and 'interview' = any (l.steps)) as talk,
        p.not_yet_at is not null or p.touched_at < now() - interval '14 days'
          or l.steps && private.gates() as needs
      from public.preparations p join public.people n on n.id = p.person join public.people_private x on x.person = p.person
        left join (select 'mentee' as part, m.* from private.backgrounds_at_desk('mentee') m
          union all select 'mentor', m.* from private.backgrounds_at_desk('mentor') m) b on b.person = p.person and b.part = p.part
        cross join lateral (select private.steps_of(p.programme, p.part) as steps offset 0) o
        cross join lateral (select coalesce(jsonb_object_agg(x.step, x.done_on), '{}') as done
          from public.preparation_steps x where x.person = p.person and x.part = p.part) d
        -- What `private.steps_left` says, of what has been read already: it would ask row security for each of them anew.
        cross join lateral (select array(select step from unnest(o.steps) as step where not d.done ? step) as steps offset 0) l
      where p.ready_at is null and p.person <> (select auth.uid()) and exists (
        select from public.mentees m where m.person = p.person and p.part = 'mentee' and m.standing = 'preparing' and m.desks && mine
        union all
        select from public.mentors m where m.person = p.person and p.part = 'mentor' and m.standing = 'preparing' and m.desks && mine)) s) x);
end $$;
grant execute on function private.preparing_at to authenticated;

-- For the desk: mentors who have just had their very first hour with somebody, to be called once.
create function private.first_calls_at(mine text[]) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select private.first_fifty(jsonb_agg(jsonb_build_object('person', p.person, 'name', n.shown_name, 'phone', x.phone,
    'mentee', (select c.card ->> 'name' from public.mentee_cards c where c.person = t.mentee), 'met_at', t.starts_at)
    order by t.starts_at))
  from public.preparations p join public.people n on n.id = p.person join public.people_private x on x.person = p.person
    join public.mentors m on m.person = p.person and m.desks && mine
    -- `decide_by` stands once both agreed on a time.
    cross join lateral (select s.mentee, s.starts_at from public.trials s
      where s.mentor = p.person and s.decide_by is not null and s.starts_at < now() and s.created_at > p.begun_at
      order by s.starts_at limit 1) t
  where p.part = 'mentor' and p.first_time and p.called_at is null and p.person <> (select auth.uid()));
end $$;
grant execute on function private.first_calls_at to authenticated;

-- 63_referral_screens.sql

-- Referrals on the screens of who was referred and of the desk. Table: 53_referrals.sql. These read with the caller's own
-- rights.

-- The partner of a referral of mine: I may know who told about me, and nothing else of partners.
create function private.referrer_of(referral_is uuid) returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select p.name from public.referrals r join public.partners p on p.id = r.partner
    where r.id = referral_is and r.person = auth.uid());
end $$;
grant execute on function private.referrer_of to authenticated;

-- Referrals I have taken over, the newest first, and what of each the partner may see.
create function public.my_referrals() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'partner', private.referrer_of(r.id),
      'programme', r.programme, 'shares', r.shares, 'taken_at', r.taken_at) order by r.taken_at desc)
    from public.referrals r where r.person = me and r.taken_at is not null), '[]');
end $$;
grant execute on function public.my_referrals to authenticated;

-- How well a partner's referrals fitted in the twelve months before now: counts, reasons, and the same by month, the newest
-- first. `never_began` was let in and did not begin, `never_met` had a mentor and no first hour, `ended_early` ended a match
-- before its day, and not because the goal was reached. It is time for a talk `about` 'decisions' where fewer than half of
-- at least four decided were let in, and about 'courses' where at least four of those let in, and more than half, broke
-- off in one of these ways; what came before the last talk is left out.
create function private.partner_fit(partner_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  with r as (
    select r.referred_at, r.taken_at, r.reason, a.decided_at, m.found, m.early_at is not null as early, m.endings,
      coalesce(a.status in ('accepted', 'redirected', 'declined'), false) as decided,
      coalesce(a.status = 'accepted', false) as accepted,
      t.missed_at is not null and not t.met and not m.found as never_met,
      coalesce(a.status = 'accepted' and r.status = 'ended', false) as never_began,
      coalesce(m.early_at, case when r.status = 'ended' and a.status = 'accepted' then r.ended_at
        when not t.met and not m.found then t.missed_at end) as broken_at, p.talked_on,
      p.closed_at is not null as closed
    from public.referrals r join public.partners p on p.id = r.partner
      left join public.applications a on a.id = r.application
      cross join lateral (select count(*) > 0 as found, max(x.ended_at) filter (where x.early) as early_at,
          array_agg(x.reason) filter (where x.early and x.reason is not null) as endings
        -- Why a match of her own was ended a coordinator does not read, and it counts for nothing.
        from (select m.ended_at, e.reason, not m.living and m.ended_at::date < m.ends_on
            and e.reason <> 'goal-reached' as early
          from public.matches m left join public.endings e on e.match = m.id
          where m.mentee = r.person and m.created_at >= r.taken_at) x) m
      cross join lateral (select coalesce(bool_or(t.starts_at <= coalesce(t.ended_at, now())), false) as met,
          max(t.ended_at) filter (where not t.standing) as missed_at
        from public.trials t where t.mentee = r.person and t.created_at >= r.taken_at) t
    where r.partner = partner_is and r.referred_at > now() - interval '12 months'),
  fit as (
    select count(*) as referred, count(*) filter (where taken_at is not null) as taken,
      count(*) filter (where decided) as decided, count(*) filter (where accepted) as accepted,
      count(*) filter (where never_began) as never_began, count(*) filter (where found) as matched,
      count(*) filter (where never_met) as never_met, count(*) filter (where early) as ended_early
    from r),
  since as (
    select count(*) filter (where decided) as decided, count(*) filter (where accepted) as accepted
    from r where talked_on is null or decided_at::date > talked_on),
  broken as (select count(*) as count from r where broken_at is not null and (talked_on is null or broken_at::date > talked_on)),
  talk as (
    select case when (select bool_or(closed) from r) then null when since.decided >= 4 and since.accepted * 2 < since.decided then 'decisions'
      when broken.count >= 4 and broken.count * 2 > fit.accepted then 'courses' end as about
    from fit, since, broken)
  select to_jsonb(fit) || jsonb_build_object('talk', talk.about is not null, 'about', talk.about,
    'reasons', coalesce((select jsonb_object_agg(x.reason, x.count) from (
      select r.reason, count(*) from r where r.reason is not null group by r.reason) x), '{}'),
    'endings', coalesce((select jsonb_object_agg(x.reason, x.count) from (
      select e.reason, count(*) from r cross join lateral unnest(r.endings) as e (reason) group by e.reason) x), '{}'),
    'months', (select jsonb_agg(jsonb_build_object('month', to_char(first, 'YYYY-MM'),
        'referred', (select count(*) from r where date_trunc('month', r.referred_at) = first),
        'decided', (select count(*) from r where r.decided and date_trunc('month', r.decided_at) = first),
        'accepted', (select count(*) from r where r.accepted and date_trunc('month', r.decided_at) = first),
        'broken', (select count(*) from r where date_trunc('month', r.broken_at) = first)) order by first desc)
      from generate_series(date_trunc('month', now()) - interval '11 months', date_trunc('month', now()),
        interval '1 month') as first))
  from fit, talk
$$;
grant execute on function private.partner_fit to authenticated;

-- With how many partners at my desks it is time for a talk. They are few, and so is what each has referred in a year.
create function private.talks_due() returns bigint
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select count(*) from public.partners p
  where p.desks && (select private.my_desks()) and p.closed_at is null
    and (private.partner_fit(p.id) ->> 'talk')::boolean);
end $$;
grant execute on function private.talks_due to authenticated;

-- Partners of my desks, each with how its referrals went, and referrals under way, the oldest first: a page of them.
-- `after` is the `next` of the page before.
create function public.partner_desk(after jsonb default null, page_size integer default null) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  mine text[] := private.desk();
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  under_way integer;
  page jsonb;
begin
  -- What a human has decided, and a place that came of it, stand elsewhere.
  with r as materialized (
    select x.* from public.referrals x left join public.referred d on d.referral = x.id
    where x.desks && mine and x.person is distinct from me
      and (x.status = 'invited' or x.status = 'taken' and d.referral is not null)
  ), paged as (
    select * from r
    where (r.referred_at, r.id) > (coalesce((after ->> 'referred_at')::timestamptz, '-infinity'),
      coalesce((after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'))
    order by r.referred_at, r.id limit size + 1
  )
  select (select count(*) from r), coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'partner', p.name,
      'programme', r.programme, 'status', r.status, 'referred_at', r.referred_at, 'expires_at', r.expires_at,
      'texted_at', r.texted_at, 'reminded_at', r.reminded_at, 'self_check', r.self_check, 'understands', r.understands, 'wants', r.wants,
      'name', d.name, 'locale', d.locale, 'phone', d.phone, 'comment', d.comment,
      'application', case when a.in_line then a.id end) order by r.referred_at, r.id), '[]')
    into under_way, page
  from paged r join public.partners p on p.id = r.partner
    left join public.referred d on d.referral = r.id left join public.applications a on a.id = r.application;
  return jsonb_build_object('desks', mine,
    'partners', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'kind', p.kind,
        'programme', p.programme, 'region', p.region, 'until', p.link_until, 'closed_at', p.closed_at,
        'talked_on', p.talked_on, 'fit', private.partner_fit(p.id)) order by p.closed_at is not null, p.name, p.id)
      from public.partners p
      where p.desks && mine and (p.closed_at is null or p.closed_at > now() - interval '12 months')), '[]'),
    'referrals', jsonb_build_object('count', under_way,
      'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
      'next', case when jsonb_array_length(page) > size then jsonb_build_object('referred_at',
        page -> (size - 1) -> 'referred_at', 'id', page -> (size - 1) -> 'id') end));
end $$;
grant execute on function public.partner_desk to authenticated;

-- 63_supply_and_demand.sql

-- Who waits and who is free, for the desk. These read with the caller's own rights: a desk of one region sees its own. Only
-- whether a call is shown is asked past them.

-- What is missing of what, the largest gap first: [{"key", "waiting", "accepted", "places"}] out of pairs of keys.
create function private.gaps(waiting jsonb, accepted jsonb, places jsonb) returns jsonb
  language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('key', g.key, 'waiting', g.waiting, 'accepted', g.accepted,
    'places', g.places) order by g.waiting - g.places desc, g.waiting desc, g.key), '[]')
  from (select key, coalesce((waiting ->> key)::integer, 0) as waiting,
      coalesce((accepted ->> key)::integer, 0) as accepted, coalesce((places ->> key)::integer, 0) as places
    from (select jsonb_object_keys(waiting) as key union select jsonb_object_keys(places)) k) g
$$;
grant execute on function private.gaps to authenticated;

-- Who waits for a mentor against free places of mentors at my desks of one programme (null is my first): by field of work
-- (two digits), by language from the programme's level, and by region, the largest gap first. `accepted` are those of them
-- who have been let in; the others stand on the waiting list because nobody fits yet. With the needs of that desk, which
-- are `own`, and those of the whole programme, which a desk of one region reads and leaves alone.
create function public.supply_and_demand(programme text) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.my_desks();
  key_is text := coalesce(programme, split_part((select min(d) from unnest(private.my_desks()) as d), '/', 1));
  rules public.programmes;
  answer jsonb;
begin
  select * into rules from public.programmes p
  where p.key = key_is and private.desks(p.key, variadic p.regions) && mine;
  if not found then
    perform private.refuse('not_a_coordinator');
  end if;
  with everybody as (
    select m.field, m.region, m.languages, true as accepted from public.mentees m
    where m.programme = rules.key and m.desks && mine and private.waits(m)
    union all
    select a.answers ->> 'field', a.region, private.spoken(a.answers -> 'languages'), false
    from private.unmatched(rules.key) as a where a.desks && mine
  ), waiting as materialized (
    select left(e.field, 2) as field, e.region, e.accepted, s.language
    from everybody e cross join lateral (select jsonb_agg(l ->> 'language') as language
      from jsonb_array_elements(e.languages) as l
      where array_position(private.levels(), l ->> 'level')
        >= array_position(private.levels(), coalesce(rules.language_level, 'B1'))) s
  ), free as materialized (
    select left(o.code, 2) as field, o.region, o.free as places, s.language
    from public.open_mentors o cross join lateral (select jsonb_agg(l ->> 'language') as language
      from jsonb_array_elements(o.card -> 'languages') as l
      where array_position(private.levels(), l ->> 'level')
        >= array_position(private.levels(), coalesce(rules.language_level, 'B1'))) s
    where o.programme = rules.key and o.desks && mine and o.free > 0
      and (o.paused_from is null or not current_date between o.paused_from and coalesce(o.paused_until, 'infinity'))
  )
  select jsonb_build_object(
    'waiting', (select count(*) from waiting), 'accepted', (select count(*) from waiting where accepted),
    'places', (select coalesce(sum(places), 0) from free),
    'fields', private.gaps(
      (select jsonb_object_agg(field, n) from (select field, count(*) as n from waiting group by field) x),
      (select jsonb_object_agg(field, n) from (select field, count(*) as n from waiting where accepted group by field) x),
      (select jsonb_object_agg(field, n) from (select field, sum(places) as n from free group by field) x)),
    'languages', private.gaps(
      (select jsonb_object_agg(l, n) from (select l, count(*) as n
        from waiting cross join lateral jsonb_array_elements_text(language) as l group by l) x),
      (select jsonb_object_agg(l, n) from (select l, count(*) as n
        from waiting cross join lateral jsonb_array_elements_text(language) as l where accepted group by l) x),
      (select jsonb_object_agg(l, n) from (select l, sum(places) as n
        from free cross join lateral jsonb_array_elements_text(language) as l group by l) x)),
    'regions', private.gaps(
      (select jsonb_object_agg(region, n) from (select region, count(*) as n from waiting group by region) x),
      (select jsonb_object_agg(region, n) from (select region, count(*) as n from waiting where accepted group by region) x),
      (select jsonb_object_agg(region, n) from (select region, sum(places) as n from free group by region) x)))
    into answer;
  return answer || jsonb_build_object('desks', mine, 'programme', rules.key, 'country', rules.rules -> 'country',
    'whole', rules.key = any (mine),
    'own_regions', (select coalesce(jsonb_agg(r), '[]') from unnest(rules.regions) as r
      where private.desks(rules.key, r) && mine),
    'needs', (select coalesce(jsonb_agg(private.need_for(n) || jsonb_build_object('own', n.desks && mine)
        order by n.closed_at is not null, n.raised_at desc), '[]')
      from public.needs n where n.programme = rules.key
        and (n.closed_at is null or n.closed_at > now() - interval '90 days')));
end $$;
grant execute on function public.supply_and_demand to authenticated;

-- Is this need, which the caller may see, shown to everybody? It counts those who wait anywhere, as `open_needs` does: with
-- the caller's rights a desk of one region would count its own, and take a call of the whole programme for ended.
create function private.is_shown(need uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select n.closed_at is null and private.is_covered(n) from public.needs n
  where n.id = need and (n.desks && private.my_desks() or n.region is null
    and n.programme in (select c.programme from public.coordinators c where c.person = auth.uid()))
$$;
grant execute on function private.is_shown to authenticated;

-- A need as its desk sees it, with who has answered it.
create function private.need_for(n public.needs) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('id', n.id, 'code', n.code, 'field', n.field, 'language', n.language, 'region', n.region,
    'hours', n.hours, 'format', n.format, 'expires_on', n.expires_on, 'reason', n.reason,
    'covered', private.is_shown(n.id),
    'answers', (select coalesce(jsonb_agg(jsonb_build_object('application', a.id, 'name', a.answers ->> 'shown_name',
        'status', a.status) order by a.sent_at), '[]')
      from public.need_answers r join public.applications a on a.id = r.application
      where r.need = n.id and a.status <> 'draft' and a.person <> (select auth.uid())))
$$;
grant execute on function private.need_for to authenticated;

-- How many could be meant by these facts, how many the programme demands, and which single facts could be left out to
-- reach that many.
create function public.weigh_need(programme text, field text, language text, region text, hours integer, format text)
  returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  least integer := (select p.least_people from public.programmes p where p.key = programme
    and private.desks(p.key, variadic p.regions) && private.my_desks());
begin
  if least is null then
    perform private.refuse('not_a_coordinator');
  end if;
  return jsonb_build_object('least', least,
    'meant', private.could_be_meant(programme, field, language, region, hours, format),
    'leave_out', (select coalesce(jsonb_agg(fact order by nr), '[]') from (values
        (1, 'language', language is not null
          and private.could_be_meant(programme, field, null, region, hours, format) >= least),
        (2, 'region', region is not null and programme = any (private.my_desks())
          and private.could_be_meant(programme, field, language, null, hours, format) >= least),
        (3, 'hours', hours is not null
          and private.could_be_meant(programme, field, language, region, null, format) >= least),
        (4, 'format', format is not null
          and private.could_be_meant(programme, field, language, region, hours, null) >= least)) as f (nr, fact, helps)
      where helps));
end $$;
grant execute on function public.weigh_need to authenticated;

-- Invitations of companies at my desks of one programme, the newest first, with how many of the places are taken. Those of
-- the whole programme are `own` to its desk alone; a desk of one region reads them.
create function public.company_invitations(programme text) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'company', c.name, 'quota', i.quota,
      'taken', private.places_taken(i), 'valid_until', i.valid_until, 'closed', i.closed_at is not null,
      'own', c.desks && mine) order by i.made_at desc), '[]')
    from public.invitations i join public.companies c on c.id = i.company
    where c.programme = company_invitations.programme);
end $$;
grant execute on function public.company_invitations to authenticated;

-- 64_answering_needs.sql

-- Needs as anybody reads and answers them, and their end by the clock. Table: 58_needs.sql.

-- Answer a need by its code: begin to apply as a mentor, or go on where I was, linked to the need. Answers the application.
create function public.answer_need(need text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  n public.needs;
  begun uuid;
begin
  select * into n from public.needs x
  where x.code = need and x.closed_at is null and x.expires_on >= current_date for update;
  if not found or not private.is_covered(n) then
    perform private.refuse('need_filled');
  end if;
  begun := public.begin_application(n.programme, 'mentor', answer_need.locale);
  insert into public.need_answers (need, application) values (n.id, begun) on conflict do nothing;
  if found then
    -- Who answers is hers alone until she sends.
    perform private.note('answer_need', 'need', n.id, null, me);
  end if;
  return begun;
end $$;
grant execute on function public.answer_need to authenticated;

-- Needs that stand open, for anybody: coarse facts, no dates, no numbers, in an order that tells nothing. What is not
-- among them has been answered.
create function public.open_needs() returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'programme', n.programme, 'country',
    p.rules ->> 'country', 'field', n.field, 'language', n.language, 'region', n.region, 'hours', n.hours,
    'format', n.format) order by n.code), '[]')
  from public.needs n join public.programmes p on p.key = n.programme
  where n.closed_at is null and n.expires_on >= current_date and private.is_covered(n)
$$;
grant execute on function public.open_needs to anon, authenticated;

-- What is out of date ends, and so does what has become too few: for good, so that nobody follows it up and down.
create function private.end_needs(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    select n.id, n.expires_on < as_of::date as late from public.needs n
    where n.closed_at is null and (n.expires_on < as_of::date or not private.is_covered(n))
    for update skip locked
  ), ended as (
    update public.needs n set closed_at = as_of, reason = case when due.late then 'expired' else 'filled' end
    from due where n.id = due.id returning n.*
  ), noted as (
    select private.note('end_need', 'need', id, null, null, desks, jsonb_build_object('reason', reason)) from ended
  )
  select count(*) from noted
$$;

-- 65_joining.sql

-- What the link of a company's invitation opens, and joining through it. Table: 59_invitations.sql.

-- The invitation behind a secret, as long as it stands.
create function private.invitation_behind(secret text) returns public.invitations
  language plpgsql stable set search_path = '' as $$
declare
  i public.invitations;
begin
  select x.* into i from private.invitation_links l join public.invitations x on x.id = l.invitation
  where l.hash = private.hash_of(secret);
  if not found then
    perform private.refuse('invitation_unknown');
  elsif i.closed_at is not null then
    perform private.refuse('invitation_closed');
  elsif i.valid_until < current_date then
    perform private.refuse('invitation_expired');
  end if;
  return i;
end $$;

-- What the link of an invitation says to whoever holds it, which may be the employer: the company, the programme, until when,
-- and coarsely how many have joined: in steps of as many as the programme demands, so that nobody sees one person come.
-- Whether there is room is told to whoever joins, and to nobody else.
create function public.open_invitation(secret text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  i public.invitations := private.invitation_behind(secret);
begin
  return (select jsonb_build_object('company', c.name, 'programme', c.programme, 'valid_until', i.valid_until,
    'at_least', n.sent / p.least_people * p.least_people)
  from public.companies c join public.programmes p on p.key = c.programme
    cross join lateral (select count(*) as sent
      from public.invitation_answers t join public.applications a on a.id = t.application
      where t.invitation = i.id and a.status <> 'draft') n
  where c.id = i.company);
end $$;
grant execute on function public.open_invitation to anon, authenticated;

-- Join through the link of my company: begin to apply as a mentor, or go on where I was. Answers the application.
create function public.take_invitation(secret text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  i public.invitations := private.invitation_behind(secret);
  begun uuid;
begin
  -- One after the other, so that the last place is taken once; and it may have been closed meanwhile.
  perform from public.invitations x where x.id = i.id for update;
  i := private.invitation_behind(secret);
  begun := public.begin_application((select c.programme from public.companies c where c.id = i.company), 'mentor',
    take_invitation.locale);
  if exists (select from public.invitation_answers t where t.application = begun) then
    return begun;
  elsif (select count(*) from public.invitation_answers t where t.invitation = i.id) >= i.quota then
    perform private.refuse('invitation_full');
  end if;
  insert into public.invitation_answers (application, invitation) values (begun, i.id);
  perform private.note('take_invitation', 'invitation', i.id, null, me);
  return begun;
end $$;
grant execute on function public.take_invitation to authenticated;

-- 68_leaving.sql

-- Somebody leaves: what goes with her place, and then with the last that was known of her. Run with the clock, which waits
-- for nobody's transaction: who is busy just now goes a minute later. The figures are those of the privacy page.

-- Everything of one person, at her wish; the operator calls it. No sweep runs meanwhile, and like every verb it begins
-- with mentees and then mentors, each by id.
create function private.erase_person(person_is uuid) returns void
  language plpgsql set search_path = '' as $$
declare
  told public.referrals;
begin
  perform pg_advisory_xact_lock(hashtextextended('sweep', 0));
  -- What partners told about her; before her places, as when she takes one over.
  for told in select * from public.referrals x where x.person = person_is and x.status = 'invited' order by x.id for update loop
    perform private.end_referral(told, 'close_referral', 'said-no');
  end loop;
  perform from public.mentees m
  where m.person = person_is or m.person in (select r.mentee from public.requests r where r.mentor = person_is)
  order by m.person for no key update;
  perform from public.mentors m
  where m.person = person_is or m.person in (select r.mentor from public.requests r where r.mentee = person_is)
  order by m.person for no key update;
  -- What others have begun to write to her or about her.
  delete from public.drafts d where split_part(d.form, '/', 2) in (select person_is::text
    union all select q.id::text from public.requests q where person_is in (q.mentee, q.mentor)
    union all select t.id::text from public.trials t where person_is in (t.mentee, t.mentor));
  perform private.erase_enquiries((select u.email from auth.users u where u.id = person_is));
  delete from auth.users u where u.id = person_is;
end $$;

-- A place that was never open is given up, by her or by the clock. Her places are locked.
create function private.end_preparation(p public.preparations) returns void
  language plpgsql set search_path = '' as $$
begin
  perform private.note_preparation(p, 'give_up_place', '{}');
  if p.part = 'mentee' then
    update public.mentees m set standing = 'left' where m.person = p.person and m.standing = 'preparing';
  else
    update public.mentors m set standing = 'left' where m.person = p.person and m.standing = 'preparing';
  end if;
  delete from public.drafts d where d.person = p.person and d.form in ('course-' || p.part, 'expect-' || p.part);
  delete from public.preparations x where x.person = p.person and x.part = p.part;
end $$;

-- Whoever was let in and did nothing more to get ready for twelve months: the place is given up.
create function private.forget_preparations(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' set lock_timeout = '100ms' as $$
declare
  p public.preparations;
  gone bigint := 0;
begin
  for p in select * from public.preparations x where x.ready_at is null and x.touched_at < as_of - interval '12 months'
    order by x.person, x.part
  loop
    begin
      perform private.hold_pair(p.person, p.person);
      -- She may have taken a step while it was looked for.
      if exists (select from public.preparations x where x.person = p.person and x.part = p.part and x.begun_at = p.begun_at
          and x.touched_at = p.touched_at) then
        perform private.end_preparation(p);
        gone := gone + 1;
      end if;
    exception when lock_not_available then null;
    end;
  end loop;
  return gone;
end $$;

-- A place that somebody has left, and all that is there for it. Where she met or asked somebody in an earlier one, it stays
-- until that is forgotten, because the other has a part in it.
create function private.forget_places() returns bigint
  language plpgsql set search_path = '' as $$
declare
  mentees uuid[] := array(select m.person from public.mentees m where m.standing = 'left' and not exists (
    select from public.requests r where r.mentee = m.person) order by m.person for update skip locked);
  mentors uuid[] := array(select m.person from public.mentors m where m.standing = 'left' and not exists (
    select from public.requests r where r.mentor = m.person) order by m.person for update skip locked);
  one bigint;
  other bigint;
begin
  -- Asked again now that nobody can change it: she may have been let in anew.
  delete from public.mentees m where m.person = any (mentees) and m.standing = 'left' and not exists (
    select from public.requests r where r.mentee = m.person);
  get diagnostics one = row_count;
  delete from public.mentors m where m.person = any (mentors) and m.standing = 'left' and not exists (
    select from public.requests r where r.mentor = m.person);
  get diagnostics other = row_count;
  delete from public.expectations e where coalesce(private.standing_of(e.person, e.part), 'left') = 'left';
  delete from public.pictures p where not private.takes_part(p.person);
  return one + other;
end $$;

create function private.takes_part(person_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.mentees m where m.person = person_is and m.standing <> 'left')
    or exists (select from public.mentors m where m.person = person_is and m.standing <> 'left')
$$;

-- A background goes with its person's last place.
create function private.forget_backgrounds() returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from public.backgrounds b where not private.takes_part(b.person) returning 1)
  select count(*) from gone
$$;

-- Name, contact details and account of who has nothing here any more and has not signed in for twelve months; a few at a time.
create function private.forget_people(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' set lock_timeout = '100ms' as $$
declare
  account uuid;
  -- Most have a place, so only the others are looked at one by one.
  accounts uuid[] := array(select u.id from auth.users u
    where greatest(u.created_at, u.email_confirmed_at, u.last_sign_in_at) < as_of - interval '12 months'
      and not exists (select from public.mentees m where m.person = u.id)
      and not exists (select from public.mentors m where m.person = u.id)
      and not private.has_anything_here(u.id)
    order by u.id limit 200 for update of u skip locked);
  gone bigint := 0;
begin
  -- Asked again now that nothing more can be added.
  for account in select a from unnest(accounts) as a where not private.has_anything_here(a) loop
    begin
      delete from auth.users u where u.id = account;
      gone := gone + 1;
    exception when lock_not_available then null;
    end;
  end loop;
  return gone;
end $$;

-- A part, a desk, a referral, or something that was begun or wished for.
create function private.has_anything_here(account uuid) returns boolean
  language sql stable set search_path = '' as $$
  select private.has_any_part(account)
    or exists (select from public.referrals r where r.person = account)
    or exists (select from public.round_reminders m where m.person = account)
    or exists (select from public.drafts d where d.person = account)
$$;

-- 69_newsletters.sql

-- A newsletter: what a programme tells its mentors, its mentees or both, by mail and in an archive. Nobody is mailed one who
-- has not said yes, and to whom one went stands nowhere but in the outbox, for as long as that keeps it.

-- Who has said yes, and when. The row goes with the no. No desk learns of it.
create table private.newsletter_readers (
  person uuid primary key references public.people on delete cascade,
  said_at timestamptz not null default now(),
  -- Stands in the link below each mail, and opens nothing but the no. Not only as a hash: the next mail has to carry it
  -- again, and a link for each mail would tell how many she was sent.
  secret text not null default private.new_secret(),
  constraint newsletter_secret_once unique (secret)
);

create table public.newsletters (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete cascade,
  audience text not null,
  -- Rises with every change: one changes and sends only what one has read.
  version integer not null default 1,
  saved_at timestamptz not null default now(),
  sent_at timestamptz,
  -- How many it was mailed to, not to whom.
  receivers integer,
  constraint newsletter_audience_is_known check (audience in ('mentors', 'mentees', 'both')),
  constraint newsletter_sent_has_a_count check ((sent_at is null) = (receivers is null))
);
create index newsletters_programme on public.newsletters (programme);

-- What it says, in each language its coordinator writes.
create table public.newsletter_texts (
  newsletter uuid not null references public.newsletters on delete cascade,
  locale text not null,
  title text not null,
  words text not null,
  primary key (newsletter, locale),
  constraint newsletter_locale_is_known check (locale = any (private.locales())),
  constraint newsletter_title_length check (char_length(title) between 3 and 100 and private.is_visible(title)),
  constraint newsletter_words_length check (char_length(words) between 20 and 3000 and private.is_visible(words))
);

-- Whose newsletters I read once they are sent, as `programme/audience`: those of my places, and as a coordinator all of my
-- programmes, also where I answer for one region.
create function private.my_newsletters() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(mine.programme || '/' || mine.audience), '{}') from (
    select m.programme, unnest(array['mentors', 'both']) as audience from public.mentors m
    where m.person = auth.uid() and m.standing <> 'left'
    union all
    select m.programme, unnest(array['mentees', 'both']) from public.mentees m
    where m.person = auth.uid() and m.standing <> 'left'
    union all
    select c.programme, unnest(array['mentors', 'mentees', 'both']) from public.coordinators c
    where c.person = auth.uid()) mine);
end $$;
grant execute on function private.my_newsletters to authenticated;

alter table private.newsletter_readers enable row level security;
alter table public.newsletters enable row level security;
alter table public.newsletter_texts enable row level security;
grant select on public.newsletters, public.newsletter_texts to authenticated;
create policy "who is meant reads what was sent, who coordinates the whole programme the drafts" on public.newsletters
  for select to authenticated using (programme = any ((select private.my_desks())::text[])
    or (sent_at is not null and programme || '/' || audience = any ((select private.my_newsletters())::text[])));
-- This asks for the newsletter, and so only of what one may see of it.
create policy "who sees the newsletter reads it" on public.newsletter_texts
  for select to authenticated using (exists (select from public.newsletters n where n.id = newsletter));

-- Since when I have said yes; null is no.
create function private.newsletters_since() returns timestamptz
  language sql stable security definer set search_path = '' as $$
  select r.said_at from private.newsletter_readers r where r.person = auth.uid()
$$;
grant execute on function private.newsletters_since to authenticated;

-- What somebody reads of it: in her language, or else in the first of its programme's that was written.
create function private.newsletter_text(n public.newsletters, wanted text) returns public.newsletter_texts
  language sql stable set search_path = '' as $$
  select t from public.newsletter_texts t join public.programmes p on p.key = n.programme
  where t.newsletter = n.id
  order by t.locale = wanted desc, array_position(private.texts(p.rules -> 'locales'), t.locale),
    array_position(private.locales(), t.locale)
  limit 1
$$;
grant execute on function private.newsletter_text to authenticated;

-- Who has said yes and takes part in the programme just now, as whom it is for.
create function private.newsletter_reach(programme_is text, audience text) returns setof uuid
  language sql stable set search_path = '' as $$
  select r.person from private.newsletter_readers r
  where (audience in ('mentors', 'both') and exists (select from public.mentors m
      where m.person = r.person and m.programme = programme_is and m.standing <> 'left'))
    or (audience in ('mentees', 'both') and exists (select from public.mentees m
      where m.person = r.person and m.programme = programme_is and m.standing <> 'left'))
$$;

-- How many that are, for whoever may send it.
create function private.newsletter_count(n public.newsletters) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from private.newsletter_reach(n.programme, n.audience) where n.programme = any (private.my_desks())
$$;
grant execute on function private.newsletter_count to authenticated;

-- The page of my desks: for which programmes I write, what is begun, what was sent, and what I typed and did not save.
create function public.newsletter_desk() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return (select jsonb_build_object(
      'programmes', array(select p.key from public.programmes p where p.key = any (mine) order by p.key),
      'begun', coalesce(jsonb_agg(x.told || jsonb_build_object('version', x.version, 'receivers', private.newsletter_count(x.n))
        order by x.saved_at desc) filter (where x.sent_at is null), '[]'),
      'sent', private.first_fifty(jsonb_agg(x.told || jsonb_build_object('sent_at', x.sent_at, 'receivers', x.receivers)
        order by x.sent_at desc) filter (where x.sent_at is not null)),
      'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
        where d.person = private.me() and d.form like 'newsletter-%'), '{}'))
    from (select n, n.version, n.saved_at, n.sent_at, n.receivers, jsonb_build_object('id', n.id, 'programme', n.programme,
        'audience', n.audience, 'first', (private.newsletter_text(n, null)).locale,
        'texts', coalesce((select jsonb_object_agg(t.locale, jsonb_build_object('title', t.title, 'words', t.words))
          from public.newsletter_texts t where t.newsletter = n.id), '{}')) as told
      from public.newsletters n where private.is_my_desk(n.programme)) x);
end $$;
grant execute on function public.newsletter_desk to authenticated;

-- What was sent in my programmes to people like me, the newest first, in this language where it was written.
create function public.my_newsletters(locale text) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  perform private.me();
  return (select private.first_fifty(jsonb_agg(jsonb_build_object('id', n.id, 'programme', n.programme, 'sent_at', n.sent_at,
      'locale', t.locale, 'title', t.title, 'words', t.words) order by n.sent_at desc))
    from public.newsletters n cross join lateral private.newsletter_text(n, my_newsletters.locale) t
    where n.sent_at is not null);
end $$;
grant execute on function public.my_newsletters to authenticated;

-- 69_newsletters_sent.sql

-- What can happen to a newsletter: it is begun, written and sent once; and somebody says yes to them, or no.

-- Yes or no to newsletters by mail, while I take part in a programme.
create function public.choose_newsletters(wants boolean) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if wants is null then
    perform private.refuse('something_missing');
  elsif not wants then
    delete from private.newsletter_readers r where r.person = me;
  elsif not private.takes_part(me) then
    perform private.refuse('not_in_a_programme');
  else
    insert into private.newsletter_readers (person) values (me) on conflict do nothing;
  end if;
  if found then
    perform private.note('choose_newsletters', 'person', me, null, null, '{}', jsonb_build_object('wants', wants));
  end if;
end $$;
grant execute on function public.choose_newsletters to authenticated;

-- The no of whoever has the link below a mail; nobody has to sign in for it.
create function public.stop_newsletters(secret text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  reader uuid;
begin
  delete from private.newsletter_readers r where r.secret = stop_newsletters.secret returning r.person into reader;
  if not found then
    perform private.refuse('newsletter_link_unknown');
  end if;
  -- Said with her link, and so in her name: whoever happens to be signed in learns nothing of her.
  insert into public.events (actor, verb, noun, subject) values (reader, 'stop_newsletters', 'person', reader);
end $$;
grant execute on function public.stop_newsletters to anon, authenticated;

-- What has not left yet, never does.
create function private.drop_newsletter_mails() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from private.outbox o where o.person = old.person and o.kind = 'newsletter-sent' and o.sent_at is null;
  return null;
end $$;
create trigger drop_mails after delete on private.newsletter_readers
  for each row execute function private.drop_newsletter_mails();

-- What was typed and not saved goes when it is sent or gone.
create function private.drop_newsletter_drafts() returns trigger
  language plpgsql set search_path = '' as $$
begin
  delete from public.drafts d where d.form like 'newsletter-__/' || old.id;
  return null;
end $$;
create trigger drop_drafts after delete or update of sent_at on public.newsletters
  for each row execute function private.drop_newsletter_drafts();

-- Begin one for a programme for all of which I answer. Answers its id; ten that are not sent are enough.
create function public.begin_newsletter(programme text, audience text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  begun uuid;
begin
  perform private.me();
  if programme = any (private.my_desks()) is not true then
    perform private.refuse('not_a_coordinator');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('newsletters ' || programme, 0));
  if (select count(*) from public.newsletters n where n.programme = begin_newsletter.programme and n.sent_at is null) >= 10 then
    perform private.refuse('newsletters_begun_enough');
  end if;
  insert into public.newsletters (programme, audience) values (programme, audience) returning id into begun;
  perform private.note('begin_newsletter', 'newsletter', begun, null, null, array[programme]);
  return begun;
end $$;
grant execute on function public.begin_newsletter to authenticated;

-- The newsletter, locked, if I may change it, it was not sent, and it is as I have read it.
create function private.hold_newsletter(newsletter uuid, version integer) returns public.newsletters
  language plpgsql set search_path = '' as $$
declare
  n public.newsletters;
begin
  select * into n from public.newsletters x where x.id = newsletter and x.programme = any (private.my_desks()) for update;
  if not found then
    perform private.refuse('newsletter_unknown');
  elsif n.sent_at is not null then
    perform private.refuse('newsletter_sent');
  elsif n.version is distinct from version then
    perform private.refuse('newsletter_changed');
  end if;
  return n;
end $$;

-- For whom it is.
create function public.address_newsletter(newsletter uuid, version integer, audience text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
begin
  update public.newsletters x set audience = address_newsletter.audience, version = n.version + 1, saved_at = now()
  where x.id = n.id;
end $$;
grant execute on function public.address_newsletter to authenticated;

-- What it says in a language; without words it no longer has that language.
create function public.write_newsletter(newsletter uuid, version integer, locale text, title text, words text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
begin
  if words is null then
    delete from public.newsletter_texts t where t.newsletter = n.id and t.locale = write_newsletter.locale;
  elsif title is null then
    perform private.refuse('something_missing');
  else
    insert into public.newsletter_texts (newsletter, locale, title, words)
    values (n.id, locale, btrim(title, E' \t\r\n'), btrim(words, E' \t\r\n'))
    on conflict on constraint newsletter_texts_pkey do update set title = excluded.title, words = excluded.words;
  end if;
  update public.newsletters x set version = n.version + 1, saved_at = now() where x.id = n.id;
end $$;
grant execute on function public.write_newsletter to authenticated;

-- Throw one away that was not sent.
create function public.drop_newsletter(newsletter uuid, version integer) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
begin
  delete from public.newsletters x where x.id = n.id;
  perform private.note('drop_newsletter', 'newsletter', n.id, null, null, array[n.programme]);
end $$;
grant execute on function public.drop_newsletter to authenticated;

-- Send it: once, to whoever has said yes and takes part at this moment; two of a programme in seven days at most. Answers
-- how many it goes to. Accounts are locked before their yes, as where somebody is erased.
create function public.send_newsletter(newsletter uuid, version integer) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
  meant uuid[];
  mailed integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('newsletters ' || n.programme, 0));
  if not exists (select from public.newsletter_texts t where t.newsletter = n.id) then
    perform private.refuse('newsletter_empty');
  elsif (select count(*) from public.newsletters x
      where x.programme = n.programme and x.sent_at > now() - interval '7 days') >= 2 then
    perform private.refuse('newsletters_enough');
  end if;
  meant := array(select private.newsletter_reach(n.programme, n.audience));
  perform from auth.users u where u.id = any (meant) order by u.id for key share;
  perform from private.newsletter_readers r where r.person = any (meant) order by r.person for share;
  -- Who says no meanwhile has said it before this, or waits and then takes her mail back.
  perform private.queue_mail('newsletter:' || n.id || ':' || r.person, 'newsletter-sent', r.person,
    jsonb_build_object('title', t.title, 'words', t.words, 'programme', n.programme, 'secret', r.secret))
  from private.newsletter_readers r join public.people p on p.id = r.person
    cross join lateral private.newsletter_text(n, p.locale) t
  where r.person = any (meant);
  get diagnostics mailed = row_count;
  update public.newsletters x set sent_at = now(), receivers = mailed where x.id = n.id;
  perform private.note('send_newsletter', 'newsletter', n.id, null, null, array[n.programme]);
  return mailed;
end $$;
grant execute on function public.send_newsletter to authenticated;

-- A yes goes with its reader's last place; a newsletter that was not sent after ninety days, one that was after two years.
create function private.forget_newsletters(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with unread as (delete from private.newsletter_readers r where not private.takes_part(r.person)),
  gone as (
    delete from public.newsletters
    where coalesce(sent_at, saved_at) < as_of - case when sent_at is null then interval '90 days' else interval '24 months' end
    returning 1)
  select count(*) from gone
$$;

-- 70_retention.sql

-- What is forgotten, and when; people and their places: 68_leaving.sql. Run with the clock; the figures are those of the
-- privacy page and docs/data.md.

-- Whoever never confirmed a sign-in, a day after asking for a code; not those whom a coordinator has written down.
create function private.forget_unconfirmed(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from auth.users u
    where u.email_confirmed_at is null and u.created_at < as_of - interval '24 hours'
      and not exists (select from public.people p where p.id = u.id)
      and not exists (select from public.applications a where a.person = u.id)
      and not exists (select from public.referrals r where r.person = u.id)
    returning 1)
  select count(*) from gone
$$;

-- An account that was made for somebody who has never used it and whom nobody waits for: at once.
create function private.forget_unused(account uuid) returns void
  language plpgsql set search_path = '' as $$
begin
  -- Not while somebody else is just writing her down: private.account_of holds the same lock.
  perform pg_advisory_xact_lock(hashtextextended('account ' || u.email, 0))
  from auth.users u where u.id = account and u.email_confirmed_at is null;
  delete from auth.users u
  where u.id = account and u.email_confirmed_at is null
    and not exists (select from public.people p where p.id = u.id)
    and not exists (select from public.applications a where a.person = u.id)
    and not exists (select from public.referrals r where r.person = u.id);
end $$;

-- What the two wrote and agreed, twelve months after it ended; a request stays while its trial or match is younger.
create function private.forget_ended(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.requests r
    where r.ended_at < as_of - interval '12 months'
      and not exists (select from public.trials t
        where t.request = r.id and (t.standing or t.ended_at >= as_of - interval '12 months'))
      and not exists (select from public.matches m join public.trials t on t.id = m.trial
        where t.request = r.id and (m.living or m.ended_at >= as_of - interval '12 months'))
    returning 1),
  notes as (delete from public.events where at < as_of - interval '24 months'),
  mails as (delete from private.outbox where coalesce(sent_at, given_up_at) < as_of - interval '30 days')
  select count(*) from gone
$$;

-- An application that was never sent, ninety days after she last wrote, unless she waits for its round to open; one that
-- a coordinator writes down with her, thirty days after. A decided one, twelve months after.
create function private.forget_applications(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.applications a
    where (a.status = 'draft' and a.touched_at < as_of - interval '90 days' and not exists (
        select from public.round_reminders m
        where m.person = a.person and m.programme = a.programme and m.fits_on is null))
      or (a.status = 'draft' and private.is_assisted(a) and a.touched_at < as_of - interval '30 days')
      or a.decided_at < as_of - interval '12 months'
    returning 1)
  select count(*) from gone
$$;

-- What was told of a life, thirty days after it was decided or taken back: it has done its work.
create function private.forget_lives(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    update public.applications a set answers = a.answers - private.life_answers()
    where a.decided_at < as_of - interval '30 days' and a.answers ?| private.life_answers()
    returning 1)
  select count(*) from gone
$$;

-- A referral, two years after it was made, unless its application lives on; a closed partner when it has none left.
create function private.forget_referrals(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.referrals r
    where r.referred_at < as_of - interval '24 months'
      and not exists (select from public.applications a where a.id = r.application and (a.in_line or a.status = 'draft'))
    returning 1),
  partners as (
    delete from public.partners p
    where p.closed_at < as_of - interval '24 months' and not exists (select from public.referrals r where r.partner = p.id))
  select count(*) from gone
$$;

-- A need and a company's invitation, twelve months after they are over; a company with its last invitation.
create function private.forget_needs(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with needs as (delete from public.needs where closed_at < as_of - interval '12 months' returning 1),
  invitations as (
    delete from public.invitations
    where least(closed_at, valid_until::timestamptz) < as_of - interval '12 months' returning id),
  companies as (
    delete from public.companies c where not exists (select from public.invitations i
      where i.company = c.id and i.id not in (select id from invitations)) returning 1)
  select (select count(*) from needs) + (select count(*) from invitations)
$$;

create function private.forget(as_of timestamptz) returns jsonb
  language sql set search_path = '' as $$
  select jsonb_build_object(
    'unconfirmed', private.forget_unconfirmed(as_of),
    'ended', private.forget_ended(as_of),
    'applications', private.forget_applications(as_of),
    'lives', private.forget_lives(as_of),
    'imports', private.forget_imports(as_of),
    'referrals', private.forget_referrals(as_of),
    'preparations', private.forget_preparations(as_of),
    'places', private.forget_places(),
    'backgrounds', private.forget_backgrounds(),
    'drafts', private.drop_old_drafts(as_of),
    'people', private.forget_people(as_of),
    'needs', private.forget_needs(as_of),
    'enquiries', private.forget_enquiries(as_of),
    'newsletters', private.forget_newsletters(as_of),
    'barriers', private.forget_barriers(as_of),
    'page_answers', private.forget_page_answers(as_of))
$$;

-- 72_run_due.sql

-- Everything that is due at `as_of`, and how much of each was done. Run every minute, one at a time.
create function private.run_due(as_of timestamptz default now()) returns jsonb
  language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('sweep', 0));
  select jsonb_build_object(
    'nudged', private.nudge_requests(as_of),
    'expired', private.expire_requests(as_of),
    'reminded', private.remind_trials(as_of),
    'rounds', private.roll_rounds(as_of),
    'opened', private.tell_round_is_open(as_of),
    'may_fit', private.tell_it_may_fit(as_of),
    'closed', private.expire_applications(as_of),
    'in_line', private.tell_in_line(as_of),
    'late', private.tell_of_late(as_of),
    'referrals', private.remind_referrals(as_of) + private.expire_referrals(as_of),
    'needs', private.end_needs(as_of),
    'cards', private.refresh_cards(as_of),
    'forgotten', private.forget(as_of))
$$;
