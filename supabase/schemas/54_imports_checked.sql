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
