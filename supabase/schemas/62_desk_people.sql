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
