-- Why these two: the fit's shares as codes with parameters, which become sentences in the reader's language.
-- Strongest first. `raise` is the one thing that would raise the fit most, and by how many per cent.

create function private.reasons(s private.seeker, x private.fitting, card jsonb) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_agg(r.reason order by r.points desc, r.nr) filter (where r.reason is not null)
  from (values
    (1, s.w_field * x.field, case x.field
      when 100 then jsonb_build_object('code', 'same-field', 'field', card ->> 'field')
      when 75 then jsonb_build_object('code', 'near-field', 'field', card ->> 'field')
      when 50 then jsonb_build_object('code',
        case when left(card ->> 'field', 2) = left(s.code, 2) then 'related-field' else 'any-field' end,
        'field', card ->> 'field')
      end),
    (2, s.w_goals * x.goals, case when x.helps > 0 then jsonb_build_object('code', 'helps-with', 'topics',
      (select jsonb_agg(topic order by nr) from unnest(private.topics()) with ordinality as t (topic, nr)
        where x.helps & (1 << (nr::integer - 1)) <> 0)) end),
    (3, s.w_language * x.language, jsonb_build_object('code', 'talk-in',
      'language', (private.spoken_languages())[x.best % 64 + 1], 'level', (private.levels())[x.best / 64])),
    (4, s.w_place * x.place, jsonb_build_object('code', case x.place when 100 then 'same-place'
      when 80 then 'same-region' else 'online' end, 'place', card ->> 'place')),
    (5, s.w_time * x.time, case when x.time = 100 then
      jsonb_build_object('code', 'enough-time', 'hours', card -> 'hours') end),
    (6, s.w_preference * x.preference, case when s.migrated is not null and x.preference >= 75 then
      jsonb_build_object('code', case when s.migrated then 'has-migrated' else 'knows-from-childhood' end) end),
    (7, s.w_answers * x.answers, case when card ->> 'answer_days' is not null and x.answers >= 60 then
      jsonb_build_object('code', 'usually-answers', 'days', greatest(1, (card ->> 'answer_days')::integer)) end),
    (8, s.w_load * x.load, case when x.load = 100 then jsonb_build_object('code', 'has-room') end)
  ) as r (nr, points, reason));
end $$;

-- The change on her own side that would help most; null when none would.
create function private.raise(s private.seeker, x private.fitting, card jsonb) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (select jsonb_build_object('code', c.code, 'points', round(c.points / 100.0), 'detail', c.detail)
  from (values
    ('speak-more', s.w_language * (case when x.language < 75 then 75 - x.language else 0 end),
      to_jsonb((private.spoken_languages())[x.best % 64 + 1])),
    ('meet-in-person', s.w_place * (case when x.place = 60 and s.formats & 1 = 0 and card -> 'formats' ? 'in-person'
        and card ->> 'region' = s.region then 20 else 0 end), null),
    ('fewer-hours', s.w_time * (100 - x.time), card -> 'hours'),
    ('open-preference', s.w_preference * (100 - x.preference), null),
    ('fewer-goals', s.w_goals * (case when x.goals between 1 and 99 then 100 - x.goals else 0 end), null)
  ) as c (code, points, detail)
  where c.points >= 100
  order by c.points desc limit 1);
end $$;

-- The fit of one pair with its reasons, or no row where a hard rule forbids it. For verbs, which have checked who asks.
create function private.fit_of(mentee uuid, mentor uuid) returns table (score integer, reasons jsonb)
  language sql stable security definer set search_path = '' as $$
  select x.score, private.reasons(s, x, o.card)
  from private.seeker(mentee) s
    join public.open_mentors o on o.person = mentor
    cross join lateral private.field_tiers(s.code, array[o.code]) t
    cross join lateral private.fit(s, row(null, null, null, null, null, array[mentor], null, null, null)::private.sieve,
      t.codes, t.near, 1) x
$$;
