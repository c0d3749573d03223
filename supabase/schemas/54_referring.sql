-- Referring, and what the referred person does with it. Table: 53_referrals.sql. A partner has no account, and she may
-- have none yet, so visitors may call some of these: each asks for the secret of a link.

-- Add an organisation that refers people to a programme, or to one region of it. Answers its id, the secret of its link
-- (this once) and until when the link works.
create function public.add_partner(programme text, region text, name text, kind text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  p public.partners;
begin
  if private.my_desks() = '{}' then
    perform private.refuse('not_a_coordinator');
  elsif not private.desks(programme, region) && private.my_desks() then
    perform private.refuse('desk_unknown');
  elsif region is not null and not exists (select from public.programmes x
      where x.key = add_partner.programme and add_partner.region = any (x.regions)) then
    perform private.refuse('place_outside_programme');
  end if;
  insert into public.partners (programme, region, name, kind, added_by, link_until)
  values (programme, region, btrim(name), kind, me, now() + interval '180 days') returning * into p;
  perform private.note('add_partner', 'partner', p.id, null, null, p.desks);
  return jsonb_build_object('id', p.id, 'secret', private.new_link('refer', p.id, null, p.link_until),
    'until', p.link_until);
end $$;
grant execute on function public.add_partner to authenticated;

-- A new link for a partner; the one before stops working. Answers its secret, this once, and until when it works.
create function public.renew_partner_link(partner uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.hold_partner(partner);
  until timestamptz := now() + interval '180 days';
begin
  delete from private.links l where l.partner = p.id;
  update public.partners x set link_until = until where x.id = p.id;
  perform private.note('renew_partner_link', 'partner', p.id, null, null, p.desks);
  return jsonb_build_object('secret', private.new_link('refer', p.id, null, until), 'until', until);
end $$;
grant execute on function public.renew_partner_link to authenticated;

-- A partner refers nobody any more. What is under way goes on.
create function public.close_partner(partner uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.hold_partner(partner);
begin
  update public.partners x set closed_at = now() where x.id = p.id;
  perform private.note('close_partner', 'partner', p.id, null, null, p.desks);
end $$;
grant execute on function public.close_partner to authenticated;

-- What a partner's link opens: who refers, and to what. A visitor may ask; the secret is the right to.
create function public.open_partner_link(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.partner_by(secret);
begin
  return jsonb_build_object('partner', p.name, 'programme', p.programme, 'region', p.region, 'until', p.link_until);
end $$;
grant execute on function public.open_partner_link to authenticated;
grant execute on function public.open_partner_link to anon;

-- Refer somebody who has said yes to it: by mail address, or by phone where she has none. Answers the code to talk about
-- it, the secret of the status page, and with a phone number the secret of her link, which the partner sends her. The same
-- person again within thirty days is the same referral. Twenty an hour and sixty a day for each partner; nobody gets two
-- invitations to the same programme, or more than three in all, within thirty days, and the answer never tells.
create function public.refer(secret text, name text, locale text, address text, phone text, self_check jsonb,
  understands text, wants text, comment text, consent text, consent_locale text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.partner_by(secret);
  number text := nullif(btrim(refer.phone), '');
  account uuid;
  r public.referrals;
  key text;
begin
  if nullif(btrim(address), '') is null and number is null then
    perform private.refuse('way_to_reach_missing');
  elsif consent is null then
    perform private.refuse('consent_missing');
  elsif (select count(*) from public.referrals x where x.partner = p.id and x.referred_at > now() - interval '1 hour') >= 20
    or (select count(*) from public.referrals x where x.partner = p.id and x.referred_at > now() - interval '1 day') >= 60
  then
    perform private.refuse('too_many_referrals');
  end if;
  if nullif(btrim(address), '') is not null then
    account := private.account_of(address);
    number := null;
  end if;
  select x.* into r from public.referrals x left join public.referred d on d.referral = x.id
  where x.partner = p.id and x.status <> 'ended' and x.referred_at > now() - interval '30 days'
    and case when account is null then regexp_replace(d.phone, '\D', '', 'g') = regexp_replace(number, '\D', '', 'g')
      else x.person = account end;
  if not found then
    insert into public.referrals (partner, programme, code, person, self_check, understands, wants, consent,
      consent_locale, desks)
    values (p.id, p.programme, private.new_code(), account, coalesce(self_check, '{}'), understands, wants, consent,
      consent_locale, p.desks) returning * into r;
    insert into public.referred (referral, name, locale, phone, comment)
    values (r.id, btrim(name), locale, number, nullif(btrim(comment), ''));
    perform private.note('refer', 'referral', r.id, null, null, r.desks);
    if private.may_invite(account, p.programme) then
      key := private.new_link('referral', null, r.id, r.expires_at);
      perform private.queue_mail('referral-invitation:' || r.id, 'referral-invitation', account,
        jsonb_build_object('partner', p.name, 'secret', key), locale);
    end if;
  elsif (select count(*) from private.links l where l.referral = r.id) >= 20 then
    perform private.refuse('too_many_referrals');
  end if;
  return jsonb_build_object('code', r.code,
    'status_secret', private.new_link('status', null, r.id, r.referred_at + interval '12 months'),
    'secret', case when account is null then private.new_link('referral', null, r.id, r.expires_at) end);
end $$;
grant execute on function public.refer to authenticated;
grant execute on function public.refer to anon;

-- Once to the same programme and three times in all within thirty days, whoever refers her.
create function private.may_invite(account uuid, programme_is text) returns boolean
  language sql stable set search_path = '' as $$
  select account is not null and count(*) < 3 and count(*) filter (where r.programme = programme_is) = 0
  from private.outbox o left join public.referrals r on o.key = 'referral-invitation:' || r.id
  where o.person = account and o.kind = 'referral-invitation' and o.queued_at > now() - interval '30 days'
$$;

-- What her link opens: who has referred her, to what, and everything that was written about her.
create function public.open_referral(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  r public.referrals := private.referral_by(secret);
begin
  return (select jsonb_build_object('partner', p.name, 'programme', r.programme, 'name', d.name, 'locale', d.locale,
      'phone', d.phone, 'comment', d.comment, 'self_check', r.self_check, 'understands', r.understands,
      'wants', r.wants, 'consent', r.consent, 'consent_locale', r.consent_locale, 'referred_at', r.referred_at,
      'expires_at', r.expires_at)
    from public.partners p join public.referred d on d.referral = r.id where p.id = r.partner);
end $$;
grant execute on function public.open_referral to authenticated;
grant execute on function public.open_referral to anon;

-- Take my referral over, with whatever account I sign in, and choose what the partner may see: 'nothing', 'begun' or
-- 'decision'. Begins my application, or goes on with it; what was told is filled in where I have said nothing myself.
create function public.take_referral(secret text, shares text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  r public.referrals := private.referral_by(secret);
  told public.referred;
  mine uuid;
  also public.referrals;
begin
  select * into told from public.referred d where d.referral = r.id;
  mine := public.begin_application(r.programme, 'mentee', coalesce(locale, told.locale));
  update public.applications a set revision = a.revision + 1,
    answers = private.fitting_answers(f.definition, jsonb_build_object('shown_name', told.name, 'channel', p.kind)) || a.answers
  from public.forms f, public.partners p
  where a.id = mine and a.status = 'draft' and f.key = a.part and f.version = a.form_version and p.id = r.partner;
  update public.referrals x set status = 'taken', taken_at = now(), person = me, application = mine,
    shares = coalesce(take_referral.shares, 'nothing')
  where x.id = r.id;
  perform private.note('take_referral', 'referral', r.id, me, null, r.desks);
  if r.person <> me then
    perform private.forget_unused(r.person);
  end if;
  -- Whoever else has told her about this programme need not go on asking.
  for also in select * from public.referrals x
    where x.person = me and x.programme = r.programme and x.status = 'invited' for update
  loop
    perform private.end_referral(also, 'close_referral', 'other-way');
  end loop;
  return mine;
end $$;
grant execute on function public.take_referral to authenticated;

-- Say no. Everything that was told goes at once; the partner sees only that it has ended.
create function public.decline_referral(secret text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.end_referral(private.referral_by(secret), 'decline_referral', 'said-no');
end $$;
grant execute on function public.decline_referral to authenticated;
grant execute on function public.decline_referral to anon;

-- What the partner may see of it from now on: 'nothing', 'begun' (that I applied) or 'decision' (also what was decided,
-- never why).
create function public.share_referral(referral uuid, level text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  update public.referrals r set shares = level where r.id = referral and r.person = me and r.taken_at is not null;
  if not found then
    perform private.refuse('referral_unknown');
  end if;
  perform private.note('share_referral', 'referral', referral, me);
end $$;
grant execute on function public.share_referral to authenticated;

-- What a partner may see of one referral: 'open' and 'ended' say nothing about her but that she has said no or not
-- answered, and after thirty days not even that; 'applied' and a decision only while she shares them.
create function public.read_referral(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  select jsonb_build_object('code', r.code, 'partner', p.name, 'programme', r.programme, 'referred_at', r.referred_at,
    'state', case
      when r.shares = 'decision' and a.status in ('accepted', 'redirected', 'declined') then a.status::text
      when r.shares <> 'nothing' and a.sent_at is not null then 'applied'
      when r.expires_at <= now() or (r.status = 'ended' and r.taken_at is null) then 'ended'
      else 'open' end) into answer
  from private.links l join public.referrals r on r.id = l.referral join public.partners p on p.id = r.partner
    left join public.applications a on a.id = r.application
  where l.hash = private.hash_of(secret) and l.opens = 'status' and l.until > now();
  if answer is null then
    perform private.refuse('referral_unknown');
  end if;
  return answer;
end $$;
grant execute on function public.read_referral to authenticated;
grant execute on function public.read_referral to anon;

-- Close a referral that nobody has taken over: 'not-reached', 'said-no', 'other-way', 'not-for-this-programme', 'moved' or
-- 'other'.
create function public.close_referral(referral uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  r public.referrals;
begin
  select * into r from public.referrals x where x.id = referral and x.desks && private.my_desks()
    and x.status = 'invited' and x.person is distinct from me for update;
  if not found then
    perform private.refuse('referral_unknown');
  elsif reason is null then
    perform private.refuse('choice_unknown');
  end if;
  perform private.end_referral(r, 'close_referral', reason);
end $$;
grant execute on function public.close_referral to authenticated;

-- A week without an answer: one more mail, with a link of its own.
create function private.remind_referrals(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  r record;
  done bigint := 0;
  key text;
begin
  for r in select x.id, x.person, x.expires_at, p.name, d.locale
    from public.referrals x join public.partners p on p.id = x.partner join public.referred d on d.referral = x.id
    where x.status = 'invited' and x.reminded_at is null and x.referred_at <= as_of - interval '7 days'
      and x.expires_at > as_of
      and exists (select from private.outbox o where o.key = 'referral-invitation:' || x.id and o.sent_at is not null)
    for update of x skip locked
  loop
    update public.referrals x set reminded_at = as_of where x.id = r.id;
    key := private.new_link('referral', null, r.id, r.expires_at);
    perform private.queue_mail('referral-reminder:' || r.id, 'referral-reminder', r.person,
      jsonb_build_object('partner', r.name, 'secret', key, 'until', r.expires_at), r.locale);
    done := done + 1;
  end loop;
  return done;
end $$;

-- Thirty days without an answer.
create function private.expire_referrals(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  r public.referrals;
  done bigint := 0;
begin
  for r in select * from public.referrals x where x.status = 'invited' and x.expires_at <= as_of for update skip locked loop
    perform private.end_referral(r, 'expire_referral', 'not-reached');
    done := done + 1;
  end loop;
  return done;
end $$;
