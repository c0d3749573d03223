-- Links that open something without an account: who has one is known by its secret, and the secret by its hash.

-- Secrets of links, as their hash: 'refer' opens a partner's page, 'referral' that of the referred person, 'status'
-- what the partner may see of one referral. The secret itself is known to whoever has the link. 'again' is none that
-- opens: the secret of a partner's link with an address or a number, by which `refer` knows a referral again.
create table private.links (
  hash bytea primary key,
  opens text not null,
  partner uuid references public.partners on delete cascade,
  referral uuid references public.referrals on delete cascade,
  until timestamptz not null,
  constraint link_opens_is_known check (opens in ('refer', 'referral', 'status', 'again')),
  constraint link_opens_one check ((opens = 'refer') = (partner is not null) and (opens = 'refer') = (referral is null))
);
create index links_partner on private.links (partner);
create index links_referral on private.links (referral);
alter table private.links enable row level security;

-- A new link. Answers its secret, this once.
create function private.new_link(opens text, partner uuid, referral uuid, until timestamptz) returns text
  language plpgsql set search_path = '' as $$
declare
  secret text := private.new_secret();
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

-- The referral whose person has this link, locked, if it still waits for her. Somebody may have looked over her shoulder:
-- whether she has taken over is told to nobody but her, and to read goes on as before.
create function private.referral_by(secret text, reading boolean default false) returns public.referrals
  language plpgsql set search_path = '' as $$
declare
  r public.referrals;
begin
  select x.* into r from public.referrals x join private.links l on l.referral = x.id
  where l.hash = private.hash_of(secret) and l.opens = 'referral' for update of x;
  if not found then
    perform private.refuse('referral_unknown');
  elsif r.status = 'taken' and r.person = auth.uid() then
    perform private.refuse('referral_taken');
  elsif r.status = 'ended' or r.expires_at <= now() or r.status = 'taken' and not reading then
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
