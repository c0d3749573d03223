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
