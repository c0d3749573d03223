-- The fit between a mentee and mentors: one definition for the directory, suggestions and rounds.
-- Shares are 0–100; the programme's weights add up to 100; so a score is 0–10000, hundredths of a per cent apart.
-- Hard rules (programme, free place, pause, language threshold, a way to meet) stand in `where`: never traded for points.

-- A mentee in the fit's own numbers. Unused language slots point at byte 63, which is always 0.
create type private.seeker as (
  person uuid, programme text, code text, offers integer, goals integer, hours integer, formats integer, place text,
  region text, migrated boolean, gender text,
  n1 integer, v1 integer, n2 integer, v2 integer, n3 integer, v3 integer,
  n4 integer, v4 integer, n5 integer, v5 integer, n6 integer, v6 integer,
  -- Her languages from each level on; those that meet the programme's threshold on her side, and the threshold.
  a1 bigint, a2 bigint, b1 bigint, b2 bigint, c1 bigint, c2 bigint, heard bigint, threshold integer,
  w_field integer, w_goals integer, w_language integer, w_place integer, w_time integer, w_preference integer,
  w_answers integer, w_load integer,
  -- What she likes, and how much of it shared is all there is to share; her mother tongues if she wishes for a mentor who
  -- has one of them; and among how many parts her wishes are counted, 0 where she has none.
  interests integer, liked integer, w_interests integer, tongues bigint, wish_parts integer
);

-- What the reader has chosen to see; null is no choice. `after_*` is the last card of the page before.
create type private.sieve as (
  language bigint, offers integer, region text, online boolean, hours integer,
  only_people uuid[], skip uuid[], after_score integer, after_person uuid,
  -- What she has marked, for her cards.
  favourites uuid[], hidden uuid[]
);

create type private.fitting as (
  mentor uuid, score integer, field smallint, goals smallint, language smallint, place smallint, "time" smallint,
  preference smallint, answers smallint, load smallint,
  interests smallint
);

create function private.seeker(mentee uuid) returns private.seeker
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  s private.seeker;
begin
  select m.person, m.programme, m.field, m.goal_bits, bit_count(m.goal_bits::bit(16))::integer, m.hours::integer,
    m.format_bits, m.place, m.region,
    case m.prefers when 'migrated' then true when 'local' then false end,
    case when p.asks_gender then nullif(m.prefers_gender, 'any') end,
    m.slots[1], m.slots[2], m.slots[3], m.slots[4], m.slots[5], m.slots[6], m.slots[7], m.slots[8], m.slots[9],
    m.slots[10], m.slots[11], m.slots[12],
    m.spoken[1], m.spoken[2], m.spoken[3], m.spoken[4], m.spoken[5], m.spoken[6], m.spoken[l.threshold] & c.counted,
    l.threshold,
    p.weights[1], p.weights[2], p.weights[3], p.weights[4], p.weights[5], p.weights[6], p.weights[7], p.weights[8],
    m.interest_bits, least(2, bit_count(m.interest_bits::bit(32)))::integer, p.weights[9], t.tongues,
    -- A mother tongue counts as much as the other two together: who wishes for it may be unable to talk freely without.
    case when t.tongues <> 0 then 4 when m.prefers <> 'any' or (p.asks_gender and m.prefers_gender <> 'any') then 2 else 0 end
  into s
  from public.mentees m
    join public.programmes p on p.key = m.programme
    -- Without a fixed demand two people can talk from A2, in any language.
    cross join lateral (select coalesce(array_position(private.levels(), p.language_level), 2) as threshold offset 0) l
    cross join lateral (select case m.prefers_tongue when 'own' then m.spoken[7] else 0 end as tongues offset 0) t
    cross join lateral (select case when p.language_level is null then -1 else (
        select bit_or(1::bigint << (array_position(private.spoken_languages(), any_of) - 1))
        from unnest(p.language_any) as any_of) end as counted offset 0) c
  where m.person = mentee;
  return case when found then s end;
end $$;

-- I myself as a seeker; it is my own row, so nobody is asked whether I may read it.
create function private.my_seeker() returns private.seeker
  language plpgsql stable security definer set search_path = '' as $$
begin
  return private.seeker(private.me());
end $$;

-- The best `take` mentors in order, of all fields or of `only_codes`. Nearest fields first: the cursor reads the mentors
-- of one nearness at each fetch, and nobody reads on when no mentor of a further field could still reach the last place.
-- One statement for all, so that row security asks who I am once.
create function private.fit(s private.seeker, f private.sieve, only_codes text[], take integer)
  returns private.fitting[]
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  -- Most often nothing is chosen, and then no mentor is asked for each of the choices.
  unsifted boolean := f.language is null and f.offers is null and f.region is null and f.online is not true
    and f.hours is null and f.only_people is null and f.skip is null;
  tiers no scroll cursor for
    select array(
      select row(y.person, y.score, t.near, y.goals, y.language, y.place, y.time, y.preference, y.answers,
          y.load, y.interests)::private.fitting
      from (
        select x.* from (
          select r.*, s.w_field * t.near + s.w_goals * r.goals + s.w_language * r.language
            + s.w_place * r.place + s.w_time * r.time + s.w_preference * r.preference + s.w_answers * r.answers
            + s.w_load * r.load + s.w_interests * r.interests as score
          from (
            select m.person, m.answers, 100 - m.busy as load,
              (100 * bit_count((m.offers & s.offers)::bit(16)) / s.goals)::integer as goals,
              -- The best level in a language both speak, at the lower of the two.
              case when m.c2 & s.c2 <> 0 then 100 when m.c1 & s.c1 <> 0 then 90 when m.b2 & s.b2 <> 0 then 75
                when m.b1 & s.b1 <> 0 then 50 when m.a2 & s.a2 <> 0 then 25 else 10 end as language,
              case when m.formats & s.formats & 1 = 0 then 60 when m.place = s.place then 100
                when m.region = s.region then 80 else 60 end as place,
              least(100, 100 * m.hours / s.hours) as time,
              -- Two things both like are enough to begin with; where one has not said, half.
              case when s.w_interests = 0 then 0 when s.interests = 0 or m.interests = 0 then 50
                else least(100, 100 * bit_count((m.interests & s.interests)::bit(32))::integer / s.liked) end as interests,
              case when s.wish_parts = 0 then 100
                else (case when s.migrated is null then 100 when m.migrated is null then 50
                    when m.migrated = s.migrated then 100 else 0 end
                  + case when s.gender is null or m.gender = s.gender then 100 else 0 end
                  + case when m.native & s.tongues <> 0 then 200 else 0 end) / s.wish_parts end as preference
            from public.open_mentors m
            where m.programme = s.programme and m.code = any (t.codes) and m.free > 0 and m.person <> s.person
              -- Comparisons only: they give nothing away, so row security lets them go first and need not ask who else I know.
              and (m.paused_from is null or current_date < m.paused_from or m.paused_until < current_date)
              and case s.threshold when 1 then m.a1 when 2 then m.a2 when 3 then m.b1 when 4 then m.b2 when 5 then m.c1
                when 6 then m.c2 else m.native end & s.heard <> 0
              and (m.formats & s.formats & 2 = 2 or (m.formats & s.formats & 1 = 1 and m.region = s.region))
              and (unsifted
                or ((f.language is null or m.a1 & f.language <> 0)
                  and (f.offers is null or m.offers & f.offers = f.offers)
                  and (f.region is null or m.region = f.region)
                  and (f.online is not true or m.formats & 2 = 2)
                  and (f.hours is null or m.hours >= f.hours)
                  and (f.only_people is null or m.person in (select unnest(f.only_people)))
                  and (f.skip is null or m.person <> all (f.skip))))
            offset 0) r) x
        where f.after_score is null or (x.score, f.after_person) < (f.after_score, x.person)
        order by x.score desc, x.person
        limit take) y) as found, t.further
    from (
      select q.near, lead(q.near) over (order by q.near desc) as further, case when only_codes is null then q.codes
          else array(select unnest(q.codes) intersect select unnest(only_codes)) end as codes
      from public.field_tiers q where q.code = s.code order by q.near desc offset 0) t;
  -- The most that everything but the field can give: who meets online only never has the points for a near place, who has
  -- named no interests never more than half of theirs.
  most integer := 100 * (100 - s.w_field) - case when s.formats & 1 = 0 then s.w_place * 40 else 0 end
    - case when s.interests = 0 then s.w_interests * 50 else 0 end;
  best private.fitting[] := '{}';
  found_here private.fitting[];
  further smallint;
begin
  open tiers;
  loop
    fetch tiers into found_here, further;
    best := case when cardinality(best) = 0 then found_here when cardinality(found_here) = 0 then best
      else array(select x from unnest(best || found_here) x order by (x).score desc, (x).mentor limit take) end;
    exit when further is null
      or cardinality(best) = take and best[take].score > s.w_field * further + most;
  end loop;
  close tiers;
  return best;
end $$;
