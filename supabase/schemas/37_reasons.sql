-- Why these two: the fit's shares as codes with parameters, which become sentences in the reader's language. Each reason
-- carries its points (per cent of the whole score), so that a page shows the strongest first.
-- `raise` is the one change on her own side that would help most. All plain expressions: a page of them costs little.

-- Cards (their opening) and reasons for fittings the caller may see. Reasons are JSON text, which joins to a page without
-- being taken apart and put together at each step, as jsonb is; it holds numbers, codes of closed lists and place keys.
create function private.explain(s private.seeker, best private.fitting[])
  returns table (mentor uuid, score integer, opening text, reasons text, raise text)
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select x.mentor, x.score, o.opening,
    '[' || concat_ws(',',
      case when x.field > 0 then concat('{"points":', s.w_field * x.field / 100, ',"field":"', o.code, '","code":"',
        case x.field when 100 then 'same-field' when 75 then 'near-field' else
          case when left(o.code, 2) = left(s.code, 2) then 'related-field' else 'any-field' end end, '"}') end,
      case when b.helps > 0 then concat('{"points":', s.w_goals * x.goals / 100, ',"code":"helps-with","topics":["',
        concat_ws('","',
          case when b.helps & 1 <> 0 then (private.topics())[1] end, case when b.helps & 2 <> 0 then (private.topics())[2] end,
          case when b.helps & 4 <> 0 then (private.topics())[3] end, case when b.helps & 8 <> 0 then (private.topics())[4] end,
          case when b.helps & 16 <> 0 then (private.topics())[5] end, case when b.helps & 32 <> 0 then (private.topics())[6] end,
          case when b.helps & 64 <> 0 then (private.topics())[7] end, case when b.helps & 128 <> 0 then (private.topics())[8] end,
          case when b.helps & 256 <> 0 then (private.topics())[9] end, case when b.helps & 512 <> 0 then (private.topics())[10] end,
          case when b.helps & 1024 <> 0 then (private.topics())[11] end), '"]}') end,
      concat('{"points":', s.w_language * x.language / 100, ',"code":"talk-in","language":"',
        (private.spoken_languages())[b.best % 64 + 1], '","level":"', (private.levels())[b.best / 64], '"}'),
      concat('{"points":', s.w_place * x.place / 100, ',"place":', to_json(o.place), ',"code":"',
        case x.place when 100 then 'same-place' when 80 then 'same-region' else 'online' end, '"}'),
      case when x.time = 100 then
        concat('{"points":', s.w_time, ',"code":"enough-time","hours":', o.hours, '}') end,
      case when s.migrated is not null and o.migrated = s.migrated then
        concat('{"points":', s.w_preference * (x.preference - greatest(0, b.tongue)) / 100, ',"code":"',
          case when s.migrated then 'has-migrated' else 'knows-from-childhood' end, '"}') end,
      case when b.tongue > 0 then concat('{"points":', s.w_preference * b.tongue / 100, ',"code":"mother-tongue"}') end,
      -- Only what both have named is told.
      case when s.w_interests > 0 and o.interests & s.interests <> 0 then
        concat('{"points":', s.w_interests * x.interests / 100, ',"code":"both-like","interests":["',
          array_to_string(private.codes(o.interests & s.interests, private.interests()), '","'), '"]}') end,
      case when o.answer_days is not null and x.answers >= 60 then
        concat('{"points":', s.w_answers * x.answers / 100, ',"code":"usually-answers","days":', greatest(1, o.answer_days), '}') end,
      case when x.load = 100 then concat('{"points":', s.w_load, ',"code":"has-room"}') end
    ) || ']',
    case when c.most >= 100 then concat('{"points":', c.most / 100, ',"code":', case
      when c.most = c.language then concat('"speak-more","language":"', (private.spoken_languages())[b.best % 64 + 1], '"')
      when c.most = c.place then '"meet-in-person"'
      when c.most = c.time then concat('"fewer-hours","hours":', o.hours)
      when c.most = c.tongue then '"any-tongue"'
      when c.most = c.preference then '"open-preference"'
      else '"fewer-goals"' end, '}') end
  from unnest(best) x
    join public.open_mentors o on o.person = x.mentor
    -- The best language the two share, as its level and number in one.
    cross join lateral (select o.offers & s.offers as helps,
      -- Her wish for her mother tongue, as its half of all wishes: won or lost.
      case when s.tongues = 0 then 0 when o.native & s.tongues <> 0 then 50 else -50 end as tongue,
      greatest(least(get_byte(o.levels, s.n1), s.v1) * 64 + s.n1, least(get_byte(o.levels, s.n2), s.v2) * 64 + s.n2,
        least(get_byte(o.levels, s.n3), s.v3) * 64 + s.n3, least(get_byte(o.levels, s.n4), s.v4) * 64 + s.n4,
        least(get_byte(o.levels, s.n5), s.v5) * 64 + s.n5, least(get_byte(o.levels, s.n6), s.v6) * 64 + s.n6) as best
      offset 0) b
    cross join lateral (select s.w_language * greatest(0, 75 - x.language) as language,
      case when x.place = 60 and s.formats & 1 = 0 and o.formats & 1 = 1 and o.region = s.region
        then s.w_place * 20 else 0 end as place,
      s.w_time * (100 - x.time) as time, s.w_preference * greatest(0, -b.tongue) as tongue,
      s.w_preference * (100 - x.preference - greatest(0, -b.tongue)) as preference,
      case when x.goals > 0 then s.w_goals * (100 - x.goals) else 0 end as goals offset 0) g
    cross join lateral (select g.*, greatest(g.language, g.place, g.time, g.preference, g.tongue, g.goals) as most offset 0) c;
end $$;

-- One pair: its fitting, or nothing where a hard rule forbids it or the caller may not see the mentor.
create function private.fitting_of(s private.seeker, mentor_is uuid) returns private.fitting[]
  language plpgsql stable set search_path = '' as $$
begin
  return private.fit(s, row(null, null, null, null, null, array[mentor_is], null, null, null, null, null)::private.sieve,
    array(select o.code from public.open_mentors o where o.person = mentor_is), 1);
end $$;

-- The score of one pair with its reasons, as verbs keep it with a request. They have checked who asks.
create function private.fit_of(mentee uuid, mentor uuid) returns table (score integer, reasons jsonb)
  language plpgsql stable security definer set search_path = '' as $$
declare
  s private.seeker := private.seeker(mentee);
begin
  return query
  select e.score, e.reasons::jsonb from private.explain(s, private.fitting_of(s, mentor)) e;
end $$;
