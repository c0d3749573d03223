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
