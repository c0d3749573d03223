-- Partners at the desk, and what a partner can do with its link. Table: 53_referrals.sql. A partner has no account, so
-- visitors may call some of these: each asks for the secret of a link.

-- Add an organisation that refers people to a programme, or to one region of it. Answers its id, the secret of its link
-- (this once) and until when the link works.
create function public.add_partner(programme text, region text, name text, kind text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  p public.partners;
begin
  perform private.desk();
  if not private.desks(programme, region) && private.my_desks() then
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

-- We have talked about how it fits, on this day; null takes it back. What was decided until then counts no more against it.
create function public.note_partner_talk(partner uuid, talked_on date) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.hold_partner(partner);
begin
  -- It may be tomorrow already where the coordinator is.
  if talked_on > current_date + 1 or talked_on < current_date - 730 then
    perform private.refuse('day_unsound');
  end if;
  update public.partners x set talked_on = note_partner_talk.talked_on where x.id = p.id;
  perform private.note('note_partner_talk', 'partner', p.id, null, null, p.desks,
    jsonb_build_object('talked_on', talked_on));
end $$;
grant execute on function public.note_partner_talk to authenticated;

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
-- it and the secret of the status page. The link is hers: a mail brings it, or a coordinator's text message; whoever refers
-- never has it. The same person again within thirty days and by the same link is the same referral, unless she has said no.
-- Twenty an hour and sixty a day for each partner; nobody gets two invitations to the same programme, or more than three in
-- all, within thirty days, and the answer never tells.
create function public.refer(secret text, name text, locale text, address text, phone text, self_check jsonb,
  understands text, wants text, comment text, consent text, consent_locale text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  p public.partners := private.partner_by(secret);
  mail text := nullif(lower(btrim(address)), '');
  number text := case when mail is null then nullif(btrim(refer.phone), '') end;
  -- Whom this partner means, known again when account and number have gone: once she has taken over the answer is the same,
  -- whatever she does. Nobody can guess at it, because the secret is not in the database.
  meant bytea := sha256(convert_to(refer.secret || ' ' || coalesce(mail, regexp_replace(number, '\D', '', 'g')), 'UTF8'));
  account uuid;
  r public.referrals;
  key text;
begin
  if mail is null and number is null then
    perform private.refuse('way_to_reach_missing');
  elsif consent is null then
    perform private.refuse('consent_missing');
  elsif (select count(*) from public.referrals x where x.partner = p.id and x.referred_at > now() - interval '1 hour') >= 20
    or (select count(*) from public.referrals x where x.partner = p.id and x.referred_at > now() - interval '1 day') >= 60
  then
    perform private.refuse('too_many_referrals');
  end if;
  select x.* into r from public.referrals x join private.links l on l.referral = x.id
  where l.hash = meant and x.expires_at > now() and (x.status <> 'ended' or x.taken_at is not null);
  if not found then
    if mail is not null then
      account := private.account_of(mail);
    end if;
    insert into public.referrals (partner, programme, code, person, self_check, understands, wants, consent,
      consent_locale, desks)
    values (p.id, p.programme, private.new_code(), account, coalesce(self_check, '{}'), understands, wants, consent,
      consent_locale, p.desks) returning * into r;
    insert into public.referred (referral, name, locale, phone, comment)
    values (r.id, btrim(name), locale, number, nullif(btrim(comment), ''));
    insert into private.links (hash, opens, referral, until) values (meant, 'again', r.id, r.expires_at)
    on conflict on constraint links_pkey do update set referral = excluded.referral, until = excluded.until;
    perform private.note('refer', 'referral', r.id, null, null, r.desks);
    if private.may_invite(account, p.programme) then
      key := private.new_link('referral', null, r.id, r.expires_at);
      perform private.queue_mail('referral-invitation:' || r.id, 'referral-invitation', account,
        jsonb_build_object('partner', p.name, 'secret', key), locale);
    end if;
  elsif (select count(*) from private.links l where l.referral = r.id and l.opens = 'status') >= 20 then
    perform private.refuse('too_many_referrals');
  end if;
  return jsonb_build_object('code', r.code,
    'status_secret', private.new_link('status', null, r.id, r.referred_at + interval '12 months'));
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
