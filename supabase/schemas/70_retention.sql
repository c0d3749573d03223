-- What is forgotten, and when. Run with the clock; the figures are those of the privacy page and docs/data.md.

-- Whoever never confirmed a sign-in, a day after asking for a code; not those whom a coordinator has written down.
create function private.forget_unconfirmed(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from auth.users u
    where u.email_confirmed_at is null and u.created_at < as_of - interval '24 hours'
      and not exists (select from public.people p where p.id = u.id)
      and not exists (select from public.applications a where a.person = u.id)
    returning 1)
  select count(*) from gone
$$;

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

-- An application that was never sent, ninety days after she last wrote; a decided one, twelve months after.
create function private.forget_applications(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.applications a
    where (a.status = 'draft' and a.touched_at < as_of - interval '90 days')
      or a.decided_at < as_of - interval '12 months'
    returning 1)
  select count(*) from gone
$$;

-- Whoever was let in and did nothing more to get ready for twelve months: the place is given up, and what belongs to it
-- goes. A picture goes with the last place.
create function private.forget_preparations(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  gone bigint;
begin
  update public.mentees m set standing = 'left' from public.preparations p where p.person = m.person and p.part = 'mentee'
    and p.ready_at is null and p.touched_at < as_of - interval '12 months' and m.standing = 'preparing';
  update public.mentors m set standing = 'left' from public.preparations p where p.person = m.person and p.part = 'mentor'
    and p.ready_at is null and p.touched_at < as_of - interval '12 months' and m.standing = 'preparing';
  delete from public.preparations p where p.ready_at is null and p.touched_at < as_of - interval '12 months';
  get diagnostics gone = row_count;
  delete from public.expectations e where coalesce(private.standing_of(e.person, e.part), 'left') = 'left';
  delete from public.pictures p where coalesce(private.standing_of(p.person, 'mentee'), 'left') = 'left'
    and coalesce(private.standing_of(p.person, 'mentor'), 'left') = 'left';
  return gone;
end $$;

create function private.forget(as_of timestamptz) returns jsonb
  language sql set search_path = '' as $$
  select jsonb_build_object('unconfirmed', private.forget_unconfirmed(as_of), 'ended', private.forget_ended(as_of),
    'applications', private.forget_applications(as_of), 'preparations', private.forget_preparations(as_of), 'drafts', private.drop_old_drafts(as_of), 'page_answers', private.forget_page_answers(as_of))
$$;
