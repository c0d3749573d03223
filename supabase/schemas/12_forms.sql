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
