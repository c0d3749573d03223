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
