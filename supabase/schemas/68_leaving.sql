-- Somebody leaves: what goes with her place, and then with the last that was known of her. Run with the clock, which waits
-- for nobody's transaction: who is busy just now goes a minute later. The figures are those of the privacy page.

-- Everything of one person, at her wish; the operator calls it. No sweep runs meanwhile, and like every verb it begins
-- with mentees and then mentors, each by id.
create function private.erase_person(person_is uuid) returns void
  language plpgsql set search_path = '' as $$
declare
  told public.referrals;
begin
  perform pg_advisory_xact_lock(hashtextextended('sweep', 0));
  -- What partners told about her; before her places, as when she takes one over.
  for told in select * from public.referrals x where x.person = person_is and x.status = 'invited' order by x.id for update loop
    perform private.end_referral(told, 'close_referral', 'said-no');
  end loop;
  perform from public.mentees m
  where m.person = person_is or m.person in (select r.mentee from public.requests r where r.mentor = person_is)
  order by m.person for no key update;
  perform from public.mentors m
  where m.person = person_is or m.person in (select r.mentor from public.requests r where r.mentee = person_is)
  order by m.person for no key update;
  -- What others have begun to write to her or about her.
  delete from public.drafts d where split_part(d.form, '/', 2) in (select person_is::text
    union all select q.id::text from public.requests q where person_is in (q.mentee, q.mentor)
    union all select t.id::text from public.trials t where person_is in (t.mentee, t.mentor));
  perform private.erase_enquiries((select u.email from auth.users u where u.id = person_is));
  delete from auth.users u where u.id = person_is;
end $$;

-- A place that was never open is given up, by her or by the clock. Her places are locked.
create function private.end_preparation(p public.preparations) returns void
  language plpgsql set search_path = '' as $$
begin
  perform private.note_preparation(p, 'give_up_place', '{}');
  if p.part = 'mentee' then
    update public.mentees m set standing = 'left' where m.person = p.person and m.standing = 'preparing';
  else
    update public.mentors m set standing = 'left' where m.person = p.person and m.standing = 'preparing';
  end if;
  delete from public.drafts d where d.person = p.person and d.form in ('course-' || p.part, 'expect-' || p.part);
  delete from public.preparations x where x.person = p.person and x.part = p.part;
end $$;

-- Whoever was let in and did nothing more to get ready for twelve months: the place is given up.
create function private.forget_preparations(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' set lock_timeout = '100ms' as $$
declare
  p public.preparations;
  gone bigint := 0;
begin
  for p in select * from public.preparations x where x.ready_at is null and x.touched_at < as_of - interval '12 months'
    order by x.person, x.part
  loop
    begin
      perform private.hold_pair(p.person, p.person);
      -- She may have taken a step while it was looked for.
      if exists (select from public.preparations x where x.person = p.person and x.part = p.part and x.begun_at = p.begun_at
          and x.touched_at = p.touched_at) then
        perform private.end_preparation(p);
        gone := gone + 1;
      end if;
    exception when lock_not_available then null;
    end;
  end loop;
  return gone;
end $$;

-- A place that somebody has left, and all that is there for it. Where she met or asked somebody in an earlier one, it stays
-- until that is forgotten, because the other has a part in it.
create function private.forget_places() returns bigint
  language plpgsql set search_path = '' as $$
declare
  mentees uuid[] := array(select m.person from public.mentees m where m.standing = 'left' and not exists (
    select from public.requests r where r.mentee = m.person) order by m.person for update skip locked);
  mentors uuid[] := array(select m.person from public.mentors m where m.standing = 'left' and not exists (
    select from public.requests r where r.mentor = m.person) order by m.person for update skip locked);
  one bigint;
  other bigint;
begin
  -- Asked again now that nobody can change it: she may have been let in anew.
  delete from public.mentees m where m.person = any (mentees) and m.standing = 'left' and not exists (
    select from public.requests r where r.mentee = m.person);
  get diagnostics one = row_count;
  delete from public.mentors m where m.person = any (mentors) and m.standing = 'left' and not exists (
    select from public.requests r where r.mentor = m.person);
  get diagnostics other = row_count;
  delete from public.expectations e where coalesce(private.standing_of(e.person, e.part), 'left') = 'left';
  delete from public.pictures p where not private.takes_part(p.person);
  return one + other;
end $$;

create function private.takes_part(person_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.mentees m where m.person = person_is and m.standing <> 'left')
    or exists (select from public.mentors m where m.person = person_is and m.standing <> 'left')
$$;

-- A background goes with its person's last place.
create function private.forget_backgrounds() returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from public.backgrounds b where not private.takes_part(b.person) returning 1)
  select count(*) from gone
$$;

-- Name, contact details and account of who has nothing here any more and has not signed in for twelve months; a few at a time.
create function private.forget_people(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' set lock_timeout = '100ms' as $$
declare
  account uuid;
  -- Most have a place, so only the others are looked at one by one.
  accounts uuid[] := array(select u.id from auth.users u
    where greatest(u.created_at, u.email_confirmed_at, u.last_sign_in_at) < as_of - interval '12 months'
      and not exists (select from public.mentees m where m.person = u.id)
      and not exists (select from public.mentors m where m.person = u.id)
      and not private.has_anything_here(u.id)
    order by u.id limit 200 for update of u skip locked);
  gone bigint := 0;
begin
  -- Asked again now that nothing more can be added.
  for account in select a from unnest(accounts) as a where not private.has_anything_here(a) loop
    begin
      delete from auth.users u where u.id = account;
      gone := gone + 1;
    exception when lock_not_available then null;
    end;
  end loop;
  return gone;
end $$;

-- A part, a desk, a referral, or something that was begun or wished for.
create function private.has_anything_here(account uuid) returns boolean
  language sql stable set search_path = '' as $$
  select private.has_any_part(account)
    or exists (select from public.referrals r where r.person = account)
    or exists (select from public.round_reminders m where m.person = account)
    or exists (select from public.drafts d where d.person = account)
$$;
