-- A partner is an organisation that tells people about a programme; a referral is one person who said yes to being
-- referred. Who she is and what she does with it is hers: a partner sees what she shares, and no more.

create type public.referral_status as enum ('invited', 'taken', 'ended');

create table public.partners (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete restrict,
  -- Null is the whole programme.
  region text references public.places on delete restrict,
  name text not null,
  kind text not null,
  added_by uuid references public.people on delete set null,
  added_at timestamptz not null default now(),
  link_until timestamptz not null,
  closed_at timestamptz,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint partner_name_length check (char_length(btrim(name)) between 2 and 80),
  -- The same words as the answers to "How did you hear about us?", where there is one.
  constraint partner_kind_is_known check (kind in
    ('job-centre', 'municipality', 'language-school', 'education', 'housing-plan', 'organisation', 'employer', 'other'))
);
create index partners_programme on public.partners (programme);
create index partners_region on public.partners (region);
create index partners_added_by on public.partners (added_by);
create index partners_desks on public.partners using gin (desks);

-- By rule of the programme, how a partner answered.
create function private.self_check_is_sound(answers jsonb) returns boolean
  language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(answers) = 'object' then not exists (
    select from jsonb_each_text(answers) as a
    where a.key not in ('area', 'language', 'commitment', 'gender', 'age', 'status', 'education')
      or coalesce(a.value, '') not in ('yes', 'no', 'unknown')) else false end
$$;

create table public.referrals (
  id uuid primary key default gen_random_uuid(),
  partner uuid not null references public.partners on delete cascade,
  programme text not null references public.programmes on delete restrict,
  -- What partner and coordinator call it when they talk: `K7M-4QD`.
  code text not null,
  status public.referral_status not null default 'invited',
  -- Her account: the one of the address that was given, or the one with which she took over.
  person uuid references auth.users on delete set null,
  application uuid references public.applications on delete set null,
  -- How the partner's look at the rules came out, by rule: `yes`, `no`, `unknown`.
  self_check jsonb not null default '{}',
  -- Asked with her in the room.
  understands text not null,
  wants text not null,
  -- Which sentence she said yes to, and the language it was read in.
  consent text not null,
  consent_locale text not null,
  -- What the partner may see.
  shares text not null default 'nothing',
  reason text,
  referred_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  reminded_at timestamptz,
  taken_at timestamptz,
  ended_at timestamptz,
  -- Those of the partner.
  desks text[] not null,
  constraint referral_code_once unique (code),
  constraint referral_self_check_is_known check (private.self_check_is_sound(self_check)),
  constraint referral_understands_is_known check (understands in ('yes', 'unsure')),
  constraint referral_wants_is_known check (wants in ('yes', 'unsure')),
  constraint referral_consent_is_known check (consent in ('said-yes-1')),
  constraint referral_consent_locale_is_known check (consent_locale = any (private.locales())),
  constraint referral_shares_is_known check (shares in ('nothing', 'begun', 'decision')),
  constraint referral_reason_is_known check (reason in
    ('not-reached', 'said-no', 'other-way', 'not-for-this-programme', 'moved', 'other')),
  constraint referral_end_has_a_reason
    check ((status = 'ended') = (ended_at is not null) and (status = 'ended') = (reason is not null)),
  constraint referral_is_taken_at_a_time check (status <> 'taken' or taken_at is not null)
);
create index referrals_partner on public.referrals (partner, referred_at);
create index referrals_programme on public.referrals (programme);
create index referrals_person on public.referrals (person);
create index referrals_application on public.referrals (application);
create index referrals_desks on public.referrals using gin (desks);
create index referrals_open on public.referrals (expires_at) where status = 'invited';

-- What the partner told with her. Gone as soon as she says no, nobody answers, or a coordinator has decided.
create table public.referred (
  referral uuid primary key references public.referrals on delete cascade,
  name text not null,
  -- Of her mails.
  locale text not null,
  -- Where she has no mail address.
  phone text,
  comment text,
  constraint referred_name_length check (char_length(btrim(name)) between 1 and 40),
  constraint referred_locale_is_known check (locale = any (private.locales())),
  constraint referred_phone_shape check (phone ~ '^\+?[0-9 ()-]{5,20}$'),
  constraint referred_comment_length check (char_length(btrim(comment)) between 1 and 500)
);

-- Secrets of links, as their hash: 'refer' opens a partner's page, 'referral' that of the referred person, 'status'
-- what the partner may see of one referral. The secret itself is known to whoever has the link.
create table private.links (
  hash bytea primary key,
  opens text not null,
  partner uuid references public.partners on delete cascade,
  referral uuid references public.referrals on delete cascade,
  until timestamptz not null,
  constraint link_opens_is_known check (opens in ('refer', 'referral', 'status')),
  constraint link_opens_one check ((opens = 'refer') = (partner is not null) and (opens = 'refer') = (referral is null))
);
create index links_partner on private.links (partner);
create index links_referral on private.links (referral);

alter table public.partners enable row level security;
alter table public.referrals enable row level security;
alter table public.referred enable row level security;
alter table private.links enable row level security;
grant select on public.partners, public.referrals, public.referred to authenticated;
create policy "a coordinator sees the partners of her desks" on public.partners
  for select to authenticated using (desks && (select private.my_desks()));
create policy "a person sees her referral, a coordinator those of her desks" on public.referrals
  for select to authenticated using (person = (select auth.uid()) or desks && (select private.my_desks()));
-- This asks for the referral, and so only of what one may see of it.
create policy "the referred person and her desks read what was told" on public.referred
  for select to authenticated using (exists (select from public.referrals r where r.id = referral));

create function private.hash_of(secret text) returns bytea
  language sql immutable set search_path = '' as $$
  select sha256(convert_to(secret, 'UTF8'))
$$;

-- A new secret for a link: 32 bytes out of 366 random bits, so that no extension is needed. Answers it, this once.
create function private.new_link(opens text, partner uuid, referral uuid, until timestamptz) returns text
  language plpgsql set search_path = '' as $$
declare
  random bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  secret text := rtrim(translate(encode(random, 'base64'), '+/', '-_'), '=');
begin
  insert into private.links (hash, opens, partner, referral, until)
  values (private.hash_of(secret), opens, partner, referral, until);
  return secret;
end $$;

-- Six characters that nobody mistakes for each other on the phone.
create function private.new_code() returns text
  language plpgsql set search_path = '' as $$
declare
  letters text := '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  made text;
begin
  loop
    select string_agg(substr(letters, (get_byte(r.bytes, nr) & 31) + 1, 1), '' order by nr) into made
    from (select sha256(uuid_send(gen_random_uuid())) as bytes) r, generate_series(0, 5) as nr;
    made := left(made, 3) || '-' || right(made, 3);
    exit when not exists (select from public.referrals r where r.code = made);
  end loop;
  return made;
end $$;

-- The partner whose link this is, locked: its referrals come one after the other.
create function private.partner_by(secret text) returns public.partners
  language plpgsql set search_path = '' as $$
declare
  p public.partners;
begin
  select x.* into p from public.partners x join private.links l on l.partner = x.id
  where l.hash = private.hash_of(secret) for no key update of x;
  if not found then
    perform private.refuse('partner_link_unknown');
  elsif p.closed_at is not null then
    perform private.refuse('partner_link_closed');
  elsif p.link_until <= now() then
    perform private.refuse('partner_link_old');
  end if;
  return p;
end $$;

-- The referral whose person has this link, locked, if it still waits for her.
create function private.referral_by(secret text) returns public.referrals
  language plpgsql set search_path = '' as $$
declare
  r public.referrals;
begin
  select x.* into r from public.referrals x join private.links l on l.referral = x.id
  where l.hash = private.hash_of(secret) and l.opens = 'referral' for update of x;
  if not found then
    perform private.refuse('referral_unknown');
  elsif r.status = 'taken' then
    perform private.refuse('referral_taken');
  elsif r.status = 'ended' or r.expires_at <= now() then
    perform private.refuse('referral_over');
  end if;
  return r;
end $$;

-- A partner at my desks that is not closed, locked.
create function private.hold_partner(partner uuid) returns public.partners
  language plpgsql set search_path = '' as $$
declare
  p public.partners;
begin
  select * into p from public.partners x
  where x.id = partner and x.desks && private.my_desks() and x.closed_at is null for update;
  if not found then
    perform private.refuse('partner_unknown');
  end if;
  return p;
end $$;

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

-- A referral follows the application that came of it: what was told goes when a human has decided, and what ends without
-- a course gives its reason.
create function private.referral_follows() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  why text := case old.status when 'accepted' then null else case
    when tg_op = 'UPDATE' then case new.status when 'withdrawn' then 'said-no' when 'redirected' then 'other-way'
      when 'declined' then 'not-for-this-programme' end
    when auth.uid() is null then 'not-reached' else 'said-no' end end;
begin
  delete from public.referred d using public.referrals r where r.id = d.referral and r.application = old.id;
  update public.referrals r set status = 'ended', reason = why, ended_at = now()
  where r.application = old.id and r.status = 'taken' and why is not null;
  if tg_op = 'UPDATE' then
    return new;
  end if;
  update public.referrals r set person = null, shares = 'nothing' where r.application = old.id;
  return old;
end $$;
create trigger referral_follows after update of status on public.applications
  for each row when (new.status in ('accepted', 'redirected', 'declined', 'withdrawn'))
  execute function private.referral_follows();
create trigger referral_goes before delete on public.applications
  for each row execute function private.referral_follows();
