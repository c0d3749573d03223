-- What the referred person does with a referral, and what ends it. Table: 53_referrals.sql. She may have no account yet, so
-- visitors may call two of these: each asks for the secret of her link.

-- A referral that nobody took over is over: everything that tells who she is goes at once, and an account that was made
-- for it and never used goes with it.
create function private.end_referral(r public.referrals, verb text, reason text) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.referrals x set status = 'ended', ended_at = now(), reason = end_referral.reason, person = null
  where x.id = r.id;
  delete from public.referred d where d.referral = r.id;
  delete from private.outbox o
  where o.key in ('referral-invitation:' || r.id, 'referral-reminder:' || r.id) and o.sent_at is null;
  perform private.forget_unused(r.person);
  perform private.note(verb, 'referral', r.id, null, null, r.desks);
end $$;

-- What her link opens: who has referred her, to what, and everything that was written about her.
create function public.open_referral(secret text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  r public.referrals := private.referral_by(secret, true);
  told jsonb;
begin
  select jsonb_build_object('partner', p.name, 'programme', r.programme, 'name', d.name, 'locale', d.locale,
      'phone', d.phone, 'comment', d.comment, 'self_check', r.self_check, 'understands', r.understands,
      'wants', r.wants, 'consent', r.consent, 'consent_locale', r.consent_locale, 'referred_at', r.referred_at,
      'expires_at', r.expires_at) into told
  from public.partners p join public.referred d on d.referral = r.id where p.id = r.partner;
  if told is null then
    perform private.refuse('referral_over');
  end if;
  return told;
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

-- Make the text message for somebody who was referred by phone. Answers the secret of her link, this once; a text that was
-- made before stops working.
create function public.text_referral(referral uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  r public.referrals;
begin
  update public.referrals x set texted_at = now()
  where x.id = text_referral.referral and x.desks && private.my_desks() and x.status = 'invited' and x.expires_at > now()
    and exists (select from public.referred d where d.referral = x.id and d.phone is not null) returning * into r;
  if not found then
    perform private.refuse('referral_unknown');
  end if;
  delete from private.links l where l.referral = r.id and l.opens = 'referral';
  perform private.note('text_referral', 'referral', r.id, null, null, r.desks);
  return private.new_link('referral', null, r.id, r.expires_at);
end $$;
grant execute on function public.text_referral to authenticated;

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
