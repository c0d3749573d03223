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

-- How well partners' referrals fitted in the twelve months before now: counts by partner. `never_met` had a mentor and no
-- first hour; `ended_early` ended a match before its day, and not because the goal was reached. It is time for a talk where
-- fewer than half of at least four decided were accepted.
create function private.partner_fit(partner_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  with r as (
    select r.taken_at, r.reason, a.status, m.found, m.early, t.met, t.missed
    from public.referrals r left join public.applications a on a.id = r.application
      cross join lateral (select count(*) > 0 as found, coalesce(bool_or(not m.living and m.ended_at::date < m.ends_on
          and not exists (select from public.endings e where e.match = m.id and e.reason = 'goal-reached')), false) as early
        from public.matches m where m.mentee = r.person and m.created_at >= r.taken_at) m
      cross join lateral (select coalesce(bool_or(t.starts_at <= coalesce(t.ended_at, now())), false) as met,
          coalesce(bool_or(not t.standing), false) as missed
        from public.trials t where t.mentee = r.person and t.created_at >= r.taken_at) t
    where r.partner = partner_is and r.referred_at > now() - interval '12 months'),
  fit as (
    select count(*) as referred, count(*) filter (where taken_at is not null) as taken,
      count(*) filter (where status in ('accepted', 'redirected', 'declined')) as decided,
      count(*) filter (where status = 'accepted') as accepted, count(*) filter (where found) as matched,
      count(*) filter (where missed and not met and not found) as never_met, count(*) filter (where early) as ended_early
    from r)
  select to_jsonb(fit) || jsonb_build_object('talk', fit.decided >= 4 and fit.accepted * 2 < fit.decided,
    'reasons', coalesce((select jsonb_object_agg(x.reason, x.count) from (
      select r.reason, count(*) from r where r.reason is not null group by r.reason) x), '{}'))
  from fit
$$;
grant execute on function private.partner_fit to authenticated;

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
        'fit', private.partner_fit(p.id)) order by p.closed_at is not null, p.name, p.id)
      from public.partners p
      where p.desks && mine and (p.closed_at is null or p.closed_at > now() - interval '12 months')), '[]'),
    'referrals', jsonb_build_object('count', under_way,
      'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
      'next', case when jsonb_array_length(page) > size then jsonb_build_object('referred_at',
        page -> (size - 1) -> 'referred_at', 'id', page -> (size - 1) -> 'id') end));
end $$;
grant execute on function public.partner_desk to authenticated;
