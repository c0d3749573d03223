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
  -- When desk and partner last talked about how it fits: what came before is not counted against it.
  talked_on date,
  closed_at timestamptz,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint partner_name_length check (char_length(btrim(name)) between 2 and 80 and private.is_visible(name)),
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
  -- When a coordinator made the text message for her, where she has no mail address.
  texted_at timestamptz,
  reminded_at timestamptz,
  taken_at timestamptz,
  -- When her place opened, and what came of it became a course.
  started_at timestamptz,
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
  -- The last three are of whoever was let in and never began: not ready within a year, did not want to, deleted herself.
  constraint referral_reason_is_known check (reason in ('not-reached', 'said-no', 'other-way', 'not-for-this-programme',
    'moved', 'other', 'never-ready', 'changed-mind', 'left')),
  constraint referral_reason_fits_its_end
    check (reason not in ('never-ready', 'changed-mind', 'left') or taken_at is not null and started_at is null),
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
  constraint referred_name_length check (char_length(btrim(name)) between 1 and 40 and private.is_visible(name)),
  constraint referred_locale_is_known check (locale = any (private.locales())),
  constraint referred_phone_shape check (phone ~ '^\+?[0-9 ()-]{5,20}$'),
  constraint referred_comment_length check (char_length(btrim(comment)) between 1 and 500)
);

alter table public.partners enable row level security;
alter table public.referrals enable row level security;
alter table public.referred enable row level security;
grant select on public.partners, public.referrals, public.referred to authenticated;
create policy "a coordinator sees the partners of her desks" on public.partners
  for select to authenticated using (desks && (select private.my_desks()));
create policy "a person sees her referral, a coordinator those of her desks" on public.referrals
  for select to authenticated using (person = (select auth.uid()) or desks && (select private.my_desks()));
-- This asks for the referral, and so only of what one may see of it.
create policy "the referred person and her desks read what was told" on public.referred
  for select to authenticated using (exists (select from public.referrals r where r.id = referral));
