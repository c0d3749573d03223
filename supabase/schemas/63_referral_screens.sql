-- Referrals on the screens of who was referred and of the desk. Table: 53_referrals.sql. These read with the caller's own
-- rights.

-- The partner of a referral of mine: I may know who told about me, and nothing else of partners.
create function private.referrer_of(referral_is uuid) returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select p.name from public.referrals r join public.partners p on p.id = r.partner
    where r.id = referral_is and r.person = auth.uid());
end $$;
grant execute on function private.referrer_of to authenticated;

-- Referrals I have taken over, the newest first, and what of each the partner may see.
create function public.my_referrals() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'partner', private.referrer_of(r.id),
      'programme', r.programme, 'shares', r.shares, 'taken_at', r.taken_at) order by r.taken_at desc)
    from public.referrals r where r.person = me and r.taken_at is not null), '[]');
end $$;
grant execute on function public.my_referrals to authenticated;

-- How well a partner's referrals fitted in the twelve months before now: counts, reasons, and the same by month, the newest
-- first. `never_began` was let in and did not begin, `never_met` had a mentor and no first hour, `ended_early` ended a match
-- before its day, and not because the goal was reached. It is time for a talk `about` 'decisions' where fewer than half of
-- at least four decided were let in, and about 'courses' where at least four of those let in, and more than half, broke
-- off in one of these ways; what came before the last talk is left out.
create function private.partner_fit(partner_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  with r as (
    select r.referred_at, r.taken_at, r.reason, a.decided_at, m.found, m.early_at is not null as early, m.endings,
      coalesce(a.status in ('accepted', 'redirected', 'declined'), false) as decided,
      coalesce(a.status = 'accepted', false) as accepted,
      t.missed_at is not null and not t.met and not m.found as never_met,
      coalesce(a.status = 'accepted' and r.status = 'ended', false) as never_began,
      coalesce(m.early_at, case when r.status = 'ended' and a.status = 'accepted' then r.ended_at
        when not t.met and not m.found then t.missed_at end) as broken_at, p.talked_on,
      p.closed_at is not null as closed
    from public.referrals r join public.partners p on p.id = r.partner
      left join public.applications a on a.id = r.application
      cross join lateral (select count(*) > 0 as found, max(x.ended_at) filter (where x.early) as early_at,
          array_agg(x.reason) filter (where x.early and x.reason is not null) as endings
        -- Why a match of her own was ended a coordinator does not read, and it counts for nothing.
        from (select m.ended_at, e.reason, not m.living and m.ended_at::date < m.ends_on
            and e.reason <> 'goal-reached' as early
          from public.matches m left join public.endings e on e.match = m.id
          where m.mentee = r.person and m.created_at >= r.taken_at) x) m
      cross join lateral (select coalesce(bool_or(t.starts_at <= coalesce(t.ended_at, now())), false) as met,
          max(t.ended_at) filter (where not t.standing) as missed_at
        from public.trials t where t.mentee = r.person and t.created_at >= r.taken_at) t
    where r.partner = partner_is and r.referred_at > now() - interval '12 months'),
  fit as (
    select count(*) as referred, count(*) filter (where taken_at is not null) as taken,
      count(*) filter (where decided) as decided, count(*) filter (where accepted) as accepted,
      count(*) filter (where never_began) as never_began, count(*) filter (where found) as matched,
      count(*) filter (where never_met) as never_met, count(*) filter (where early) as ended_early
    from r),
  since as (
    select count(*) filter (where decided) as decided, count(*) filter (where accepted) as accepted
    from r where talked_on is null or decided_at::date > talked_on),
  broken as (select count(*) as count from r where broken_at is not null and (talked_on is null or broken_at::date > talked_on)),
  talk as (
    select case when (select bool_or(closed) from r) then null when since.decided >= 4 and since.accepted * 2 < since.decided then 'decisions'
      when broken.count >= 4 and broken.count * 2 > fit.accepted then 'courses' end as about
    from fit, since, broken)
  select to_jsonb(fit) || jsonb_build_object('talk', talk.about is not null, 'about', talk.about,
    'reasons', coalesce((select jsonb_object_agg(x.reason, x.count) from (
      select r.reason, count(*) from r where r.reason is not null group by r.reason) x), '{}'),
    'endings', coalesce((select jsonb_object_agg(x.reason, x.count) from (
      select e.reason, count(*) from r cross join lateral unnest(r.endings) as e (reason) group by e.reason) x), '{}'),
    'months', (select jsonb_agg(jsonb_build_object('month', to_char(first, 'YYYY-MM'),
        'referred', (select count(*) from r where date_trunc('month', r.referred_at) = first),
        'decided', (select count(*) from r where r.decided and date_trunc('month', r.decided_at) = first),
        'accepted', (select count(*) from r where r.accepted and date_trunc('month', r.decided_at) = first),
        'broken', (select count(*) from r where date_trunc('month', r.broken_at) = first)) order by first desc)
      from generate_series(date_trunc('month', now()) - interval '11 months', date_trunc('month', now()),
        interval '1 month') as first))
  from fit, talk
$$;
grant execute on function private.partner_fit to authenticated;

-- With how many partners at my desks it is time for a talk. They are few, and so is what each has referred in a year.
create function private.talks_due() returns bigint
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select count(*) from public.partners p
  where p.desks && (select private.my_desks()) and p.closed_at is null
    and (private.partner_fit(p.id) ->> 'talk')::boolean);
end $$;
grant execute on function private.talks_due to authenticated;

-- Partners of my desks, each with how its referrals went, and referrals under way, the oldest first: a page of them.
-- `after` is the `next` of the page before.
create function public.partner_desk(after jsonb default null, page_size integer default null) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  mine text[] := private.desk();
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  under_way integer;
  page jsonb;
begin
  -- What a human has decided, and a place that came of it, stand elsewhere.
  with r as materialized (
    select x.* from public.referrals x left join public.referred d on d.referral = x.id
    where x.desks && mine and x.person is distinct from me
      and (x.status = 'invited' or x.status = 'taken' and d.referral is not null)
  ), paged as (
    select * from r
    where (r.referred_at, r.id) > (coalesce((after ->> 'referred_at')::timestamptz, '-infinity'),
      coalesce((after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'))
    order by r.referred_at, r.id limit size + 1
  )
  select (select count(*) from r), coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'partner', p.name,
      'programme', r.programme, 'status', r.status, 'referred_at', r.referred_at, 'expires_at', r.expires_at,
      'texted_at', r.texted_at, 'reminded_at', r.reminded_at, 'self_check', r.self_check, 'understands', r.understands, 'wants', r.wants,
      'name', d.name, 'locale', d.locale, 'phone', d.phone, 'comment', d.comment,
      'application', case when a.in_line then a.id end) order by r.referred_at, r.id), '[]')
    into under_way, page
  from paged r join public.partners p on p.id = r.partner
    left join public.referred d on d.referral = r.id left join public.applications a on a.id = r.application;
  return jsonb_build_object('desks', mine,
    'partners', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'kind', p.kind,
        'programme', p.programme, 'region', p.region, 'until', p.link_until, 'closed_at', p.closed_at,
        'talked_on', p.talked_on, 'fit', private.partner_fit(p.id)) order by p.closed_at is not null, p.name, p.id)
      from public.partners p
      where p.desks && mine and (p.closed_at is null or p.closed_at > now() - interval '12 months')), '[]'),
    'referrals', jsonb_build_object('count', under_way,
      'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
      'next', case when jsonb_array_length(page) > size then jsonb_build_object('referred_at',
        page -> (size - 1) -> 'referred_at', 'id', page -> (size - 1) -> 'id') end));
end $$;
grant execute on function public.partner_desk to authenticated;
