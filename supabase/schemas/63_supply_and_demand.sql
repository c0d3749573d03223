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
