-- The fit between a mentee and mentors: one definition for the directory, suggestions and rounds.
-- Shares are 0–100; the programme's weights add up to 100; so a score is 0–10000, hundredths of a per cent apart.
-- Hard rules (programme, free place, pause, language threshold, a way to meet) stand in `where`: never traded for points.

-- A mentee in the fit's own numbers. Unused language slots point at byte 63, which is always 0.
create type private.seeker as (
  person uuid, programme text, code text, offers integer, hours integer, formats integer, place text, region text,
  migrated boolean, gender text,
  n1 integer, v1 integer, n2 integer, v2 integer, n3 integer, v3 integer,
  n4 integer, v4 integer, n5 integer, v5 integer, n6 integer, v6 integer,
  -- The languages that meet the programme's threshold on her side, and the threshold.
  h1 integer, h2 integer, h3 integer, h4 integer, h5 integer, h6 integer, threshold integer,
  w_field integer, w_goals integer, w_language integer, w_place integer, w_time integer, w_preference integer,
  w_answers integer, w_load integer
);

-- What the reader has chosen to see; null is no choice. `after_*` is the last card of the page before.
create type private.sieve as (
  language integer, offers integer, region text, online boolean, hours integer,
  only_people uuid[], skip uuid[], after_score integer, after_person uuid
);

create type private.fitting as (
  mentor uuid, score integer, field smallint, goals smallint, language smallint, place smallint, "time" smallint,
  preference smallint, answers smallint, load smallint, best integer, helps integer
);

create function private.seeker(mentee uuid) returns private.seeker
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker;
begin
  select m.person, m.programme, m.field, private.bits(m.goals, private.topics()), m.hours,
    private.bits(m.formats, private.formats()), m.place, m.region,
    case m.prefers when 'migrated' then true when 'local' then false end, nullif(m.prefers_gender, 'any'),
    l.n[1], l.v[1], coalesce(l.n[2], 63), coalesce(l.v[2], 0), coalesce(l.n[3], 63), coalesce(l.v[3], 0),
    coalesce(l.n[4], 63), coalesce(l.v[4], 0), coalesce(l.n[5], 63), coalesce(l.v[5], 0),
    coalesce(l.n[6], 63), coalesce(l.v[6], 0),
    coalesce(l.h[1], 63), coalesce(l.h[2], 63), coalesce(l.h[3], 63), coalesce(l.h[4], 63), coalesce(l.h[5], 63),
    coalesce(l.h[6], 63), l.threshold,
    w.field, w.goals, w.language, w.place, w.time, w.preference, w.answers, w.load
  into s
  from public.mentees m
    join public.programmes p on p.key = m.programme
    cross join lateral jsonb_to_record(p.rules -> 'weights') as w (field integer, goals integer, language integer,
      place integer, "time" integer, preference integer, answers integer, load integer)
    cross join lateral (
      select array_agg(s.n order by s.v desc, s.n) as n, array_agg(s.v order by s.v desc, s.n) as v, t.threshold,
        array_agg(s.n) filter (where s.v >= t.threshold
          and (p.language_level is null or s.language = any (p.language_any))) as h
      from (select spoken ->> 'language' as language,
          array_position(private.spoken_languages(), spoken ->> 'language') - 1 as n,
          array_position(private.levels(), spoken ->> 'level') as v
        from jsonb_array_elements(m.languages) as spoken) s
        -- Without a fixed demand, two people can talk from A2.
        cross join (select coalesce(array_position(private.levels(), p.language_level), 2) as threshold) t
      group by t.threshold) l
  where m.person = mentee;
  return s;
end $$;

-- The best `take` mentors whose field is one of `codes`, all of which lie `near` (0–100) to hers.
create function private.fit(s private.seeker, f private.sieve, codes text[], near integer, take integer)
  returns setof private.fitting
  language plpgsql stable set search_path = '' as $$
begin
  return query
  select x.person, s.w_field * near + s.w_goals * x.goals + s.w_language * x.language + s.w_place * x.place
      + s.w_time * x.time + s.w_preference * x.preference + s.w_answers * x.answers + s.w_load * x.load as score,
    near::smallint, x.goals::smallint, x.language::smallint, x.place::smallint, x.time::smallint,
    x.preference::smallint, x.answers, x.load::smallint, x.best, x.helps
  from (
    select m.person, m.answers, 100 - m.busy as load, c.best, m.offers & s.offers as helps,
      100 * bit_count((m.offers & s.offers)::bit(16)) / bit_count(s.offers::bit(16)) as goals,
      (array[0, 10, 25, 50, 75, 90, 100, 100])[c.best / 64 + 1] as language,
      case when m.formats & s.formats & 1 = 1 and m.place = s.place then 100
        when m.formats & s.formats & 1 = 1 and m.region = s.region then 80
        when m.formats & s.formats & 2 = 2 then 60 else 0 end as place,
      least(100, 100 * m.hours / s.hours) as time,
      case when s.migrated is null and s.gender is null then 100
        else (case when s.migrated is null then 100 when m.migrated is null then 50
            when m.migrated = s.migrated then 100 else 0 end
          + case when s.gender is null or m.gender = s.gender then 100 else 0 end) / 2 end as preference
    from public.open_mentors m
      cross join lateral (select greatest(
        least(get_byte(m.levels, s.n1), s.v1) * 64 + s.n1, least(get_byte(m.levels, s.n2), s.v2) * 64 + s.n2,
        least(get_byte(m.levels, s.n3), s.v3) * 64 + s.n3, least(get_byte(m.levels, s.n4), s.v4) * 64 + s.n4,
        least(get_byte(m.levels, s.n5), s.v5) * 64 + s.n5, least(get_byte(m.levels, s.n6), s.v6) * 64 + s.n6) as best) c
    where m.programme = s.programme and m.code = any (codes) and m.free > 0 and m.person <> s.person
      and (m.paused_from is null or not current_date between m.paused_from and coalesce(m.paused_until, 'infinity'))
      and (get_byte(m.levels, s.h1) >= s.threshold or get_byte(m.levels, s.h2) >= s.threshold
        or get_byte(m.levels, s.h3) >= s.threshold or get_byte(m.levels, s.h4) >= s.threshold
        or get_byte(m.levels, s.h5) >= s.threshold or get_byte(m.levels, s.h6) >= s.threshold)
      and (m.formats & s.formats & 2 = 2 or (m.formats & s.formats & 1 = 1 and m.region = s.region))
      and (f.language is null or get_byte(m.levels, f.language) > 0)
      and (f.offers is null or m.offers & f.offers = f.offers)
      and (f.region is null or m.region = f.region)
      and (f.online is not true or m.formats & 2 = 2)
      and (f.hours is null or m.hours >= f.hours)
      and (f.only_people is null or m.person = any (f.only_people))
      and (f.skip is null or m.person <> all (f.skip))
    offset 0) x
  where f.after_score is null
    or (s.w_field * near + s.w_goals * x.goals + s.w_language * x.language + s.w_place * x.place
      + s.w_time * x.time + s.w_preference * x.preference + s.w_answers * x.answers + s.w_load * x.load, f.after_person)
      < (f.after_score, x.person)
  order by score desc, x.person
  limit take;
end $$;

-- Fields of work by nearness to `code`, in shares: the same unit group 100, its minor group 75, its sub-major group and
-- generalists (who help any field partly) 50, the rest 0.
create function private.field_tiers(code text, only_codes text[] default null)
  returns table (near integer, codes text[])
  language plpgsql stable set search_path = '' as $$
begin
  return query
  select t.near, array_agg(t.code)
  from (select f.code, case when f.code = field_tiers.code then 100
      when left(f.code, 3) = left(field_tiers.code, 3) then 75
      when left(f.code, 2) = left(field_tiers.code, 2) or f.generalist then 50 else 0 end as near
    from public.fields f where only_codes is null or f.code = any (only_codes)) t
  group by t.near order by t.near desc;
end $$;
