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
