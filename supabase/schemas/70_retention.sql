-- What is forgotten, and when; people and their places: 68_leaving.sql. Run with the clock; the figures are those of the
-- privacy page and docs/data.md.

-- Whoever never confirmed a sign-in, a day after asking for a code; not those whom a coordinator has written down.
create function private.forget_unconfirmed(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from auth.users u
    where u.email_confirmed_at is null and u.created_at < as_of - interval '24 hours'
      and not exists (select from public.people p where p.id = u.id)
      and not exists (select from public.applications a where a.person = u.id)
      and not exists (select from public.referrals r where r.person = u.id)
    returning 1)
  select count(*) from gone
$$;

-- An account that was made for somebody who has never used it and whom nobody waits for: at once.
create function private.forget_unused(account uuid) returns void
  language plpgsql set search_path = '' as $$
begin
  -- Not while somebody else is just writing her down: private.account_of holds the same lock.
  perform pg_advisory_xact_lock(hashtextextended('account ' || u.email, 0))
  from auth.users u where u.id = account and u.email_confirmed_at is null;
  delete from auth.users u
  where u.id = account and u.email_confirmed_at is null
    and not exists (select from public.people p where p.id = u.id)
    and not exists (select from public.applications a where a.person = u.id)
    and not exists (select from public.referrals r where r.person = u.id);
end $$;

-- What the two wrote and agreed, twelve months after it ended; a request stays while its trial or match is younger.
create function private.forget_ended(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.requests r
    where r.ended_at < as_of - interval '12 months'
      and not exists (select from public.trials t
        where t.request = r.id and (t.standing or t.ended_at >= as_of - interval '12 months'))
      and not exists (select from public.matches m join public.trials t on t.id = m.trial
        where t.request = r.id and (m.living or m.ended_at >= as_of - interval '12 months'))
    returning 1),
  notes as (delete from public.events where at < as_of - interval '24 months'),
  mails as (delete from private.outbox where coalesce(sent_at, given_up_at) < as_of - interval '30 days')
  select count(*) from gone
$$;

-- An application that was never sent, ninety days after she last wrote, unless she waits for its round to open; one that
-- a coordinator writes down with her, thirty days after. A decided one, twelve months after.
create function private.forget_applications(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.applications a
    where (a.status = 'draft' and a.touched_at < as_of - interval '90 days' and not exists (
        select from public.round_reminders m
        where m.person = a.person and m.programme = a.programme and m.fits_on is null))
      or (a.status = 'draft' and private.is_assisted(a) and a.touched_at < as_of - interval '30 days')
      or a.decided_at < as_of - interval '12 months'
    returning 1)
  select count(*) from gone
$$;

-- What was told of a life, thirty days after it was decided or taken back: it has done its work.
create function private.forget_lives(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    update public.applications a set answers = a.answers - private.life_answers()
    where a.decided_at < as_of - interval '30 days' and a.answers ?| private.life_answers()
    returning 1)
  select count(*) from gone
$$;

-- A referral, two years after it was made, unless its application lives on; a closed partner when it has none left.
create function private.forget_referrals(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.referrals r
    where r.referred_at < as_of - interval '24 months'
      and not exists (select from public.applications a where a.id = r.application and (a.in_line or a.status = 'draft'))
    returning 1),
  partners as (
    delete from public.partners p
    where p.closed_at < as_of - interval '24 months' and not exists (select from public.referrals r where r.partner = p.id))
  select count(*) from gone
$$;

-- A need and a company's invitation, twelve months after they are over; a company with its last invitation.
create function private.forget_needs(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with needs as (delete from public.needs where closed_at < as_of - interval '12 months' returning 1),
  invitations as (
    delete from public.invitations
    where least(closed_at, valid_until::timestamptz) < as_of - interval '12 months' returning id),
  companies as (
    delete from public.companies c where not exists (select from public.invitations i
      where i.company = c.id and i.id not in (select id from invitations)) returning 1)
  select (select count(*) from needs) + (select count(*) from invitations)
$$;

create function private.forget(as_of timestamptz) returns jsonb
  language sql set search_path = '' as $$
  select jsonb_build_object(
    'unconfirmed', private.forget_unconfirmed(as_of),
    'ended', private.forget_ended(as_of),
    'applications', private.forget_applications(as_of),
    'lives', private.forget_lives(as_of),
    'imports', private.forget_imports(as_of),
    'referrals', private.forget_referrals(as_of),
    'preparations', private.forget_preparations(as_of),
    'places', private.forget_places(),
    'backgrounds', private.forget_backgrounds(),
    'drafts', private.drop_old_drafts(as_of),
    'people', private.forget_people(as_of),
    'needs', private.forget_needs(as_of),
    'enquiries', private.forget_enquiries(as_of),
    'newsletters', private.forget_newsletters(as_of),
    'barriers', private.forget_barriers(as_of),
    'page_answers', private.forget_page_answers(as_of))
$$;
