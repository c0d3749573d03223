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
