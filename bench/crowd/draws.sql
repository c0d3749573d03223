-- How a crowd is drawn: the same every time, as each draw is a hash of the person's number and a salt.

create function pg_temp.chance(nr bigint, salt integer) returns float8
  language sql immutable as $$
  select (hashint8extended(nr, salt) & 2147483647) / 2147483648.0
$$;

-- One of a list, each as likely as its weight says; `edges` are the running sums, the last left out.
create function pg_temp.one_of(list text[], edges float8[], chance float8) returns text
  language sql immutable as $$
  select list[1 + width_bucket(chance * edges[cardinality(edges)], edges[:cardinality(edges) - 1])]
$$;

-- Three fifths are in the programme that lets mentees ask by themselves on the largest scale, the rest in the other eight.
create temp table programme_draw as
select array_agg(key order by key) as keys,
  array_agg(edge order by key) as edges
from (select key, sum(case when key = 'highly-skilled' then 12.0 else 1.0 end) over (order by key)::float8 as edge
  from public.programmes) p;

-- Fields: long-tailed (the commonest about forty times the rarest); highly skilled people are mostly professionals.
create temp table field_draw as
select programme, array_agg(code order by code) as codes, array_agg(edge order by code) as edges
from (
  select p.key as programme, f.code, sum(w.weight) over (partition by p.key order by f.code)::float8 as edge
  from public.programmes p cross join public.fields f
    cross join lateral (select (case when p.key <> 'highly-skilled' then 1.0 when f.code like '2%' then 8.0
        when f.code like '1%' then 3.0 when f.code like '3%' then 2.0 else 0.3 end)
      / (0.025 + pg_temp.chance(f.code::bigint, 1)) as weight) w) x
group by programme;

-- Places: the programme's regions, the first named most; in each a few towns hold most of the people. Where online
-- suffices, one in ten lives elsewhere in the country.
create temp table place_draw as
select programme, array_agg(place order by place) as places, array_agg(edge order by place) as edges
from (
  select p.key as programme, l.key as place,
    sum(w.weight) over (partition by p.key order by l.key)::float8 as edge
  from public.programmes p join public.places l on left(l.key, 2) = left(p.regions[1], 2)
    cross join lateral (select case
        when coalesce(l.region, l.key) = any (p.regions)
          then 1.0 / array_position(p.regions, coalesce(l.region, l.key))
            / (1 + row_number() over (partition by p.key, coalesce(l.region, l.key)
              order by hashtextextended(l.key, 2)))
        when p.online_anywhere then 0.1 / 60 end as weight) w
  where (l.region is not null or not exists (select from public.places c where c.region = l.key))
    and w.weight > 0) x
group by programme;

create function pg_temp.home_tongue(programme text) returns text
  language sql immutable as $$
  select case when programme = 'highly-skilled' then 'no' when programme = 'settle-in' then 'fi' else 'da' end
$$;

create function pg_temp.third_tongue(chance float8) returns text
  language sql immutable as $$
  select (array['ar','fa','uk','ru','ti','so','tr','ku','ur','es','fr','de','pl','pt','it','zh','hi','ta','vi','tl','sw',
    'am','ro','lt','sv'])[1 + floor(25 * chance * chance)::integer]
$$;

-- A mentor who grew up here, one who came, and a mentee: languages they could believably have.
create function pg_temp.tongues(programme text, nr bigint, came boolean, newly boolean) returns jsonb
  language sql immutable as $$
  select case when not came then
      jsonb_build_array(
        jsonb_build_object('language', pg_temp.home_tongue(programme), 'level', 'N'),
        jsonb_build_object('language', 'en', 'level', (array['B2','C1','C1','C2'])[1 + floor(4 * pg_temp.chance(nr, 11))::integer]))
      || case when pg_temp.chance(nr, 12) < 0.3 then jsonb_build_array(jsonb_build_object(
        'language', pg_temp.third_tongue(pg_temp.chance(nr, 13)),
        'level', (array['A2','B1','B2','C1'])[1 + floor(4 * pg_temp.chance(nr, 14))::integer])) else '[]' end
    else
      jsonb_build_array(
        jsonb_build_object('language', pg_temp.third_tongue(pg_temp.chance(nr, 13)), 'level', 'N'),
        jsonb_build_object('language', pg_temp.home_tongue(programme), 'level',
          (case when newly then array['A2','B1','B1','B2'] else array['B1','B2','C1','C2'] end)
            [1 + floor(4 * pg_temp.chance(nr, 14))::integer]),
        jsonb_build_object('language', 'en', 'level',
          (array['B1','B2','C1','C2'])[1 + floor(4 * pg_temp.chance(nr, 11))::integer])) end
$$;

-- Some of the topics, in their order: about `share` of them, never none.
create function pg_temp.some_topics(nr bigint, salt integer, share float8, most integer) returns text[]
  language sql immutable as $$
  select coalesce((array_agg(topic order by pg_temp.chance(nr + place * 7919, salt)) filter (
      where pg_temp.chance(nr + place * 104729, salt) < share * 1.6 / (1 + place * 0.12)))[:most],
    array['network'])
  from unnest(private.topics()) with ordinality as t (topic, place)
$$;

create function pg_temp.meeting(chance float8) returns text[]
  language sql immutable as $$
  select case when chance < 0.55 then array['in-person','online'] when chance < 0.8 then array['in-person']
    else array['online'] end
$$;

create function pg_temp.first_name(nr bigint) returns text
  language sql immutable as $$
  select (array['Anne','Bjørn','Camilla','Dag','Elin','Farid','Grete','Hamid','Ida','Jan','Kari','Lars','Maria','Nils',
    'Olga','Per','Reza','Siv','Tone','Ulrik','Vera','Yusuf','Åse','Øyvind','Zoë','Mette','Søren','Astrid','Leila','Marek'])
    [1 + floor(30 * pg_temp.chance(nr, 21))::integer]
$$;

create function pg_temp.self_told(nr bigint) returns text
  language sql immutable as $$
  select left(repeat('I have worked in my field for some years and like to show how a day at work looks here. ',
    1 + floor(9 * pg_temp.chance(nr, 22))::integer), 1100)
$$;
