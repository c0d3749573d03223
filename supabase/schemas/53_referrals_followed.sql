-- What becomes of a referral after it was taken over: it follows the application that came of it, and then the place. Table:
-- 53_referrals.sql.

-- A referral follows the application that came of it: what was told goes when a human has decided, and what ends without
-- a course gives its reason. Of a yes it follows the place.
create function private.referral_follows() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  why text := case old.status when 'accepted' then
    -- A year has gone by, or her account goes and everything with it.
    case when exists (select from auth.users u where u.id = old.person) then 'never-ready' else 'left' end else case
    when tg_op = 'UPDATE' then case new.status when 'withdrawn' then 'said-no' when 'redirected' then 'other-way'
      when 'declined' then 'not-for-this-programme' when 'expired' then 'not-reached' end
    when auth.uid() is null then 'not-reached' else 'said-no' end end;
begin
  delete from public.referred d using public.referrals r where r.id = d.referral and r.application = old.id;
  update public.referrals r set status = 'ended', reason = why, ended_at = now()
  where r.application = old.id and r.status = 'taken' and r.started_at is null and why is not null;
  if tg_op = 'UPDATE' then
    return new;
  end if;
  update public.referrals r set person = null, shares = 'nothing' where r.application = old.id;
  return old;
end $$;
create trigger referral_follows after update of status on public.applications
  for each row when (new.status in ('accepted', 'redirected', 'declined', 'withdrawn', 'expired'))
  execute function private.referral_follows();
create trigger referral_goes before delete on public.applications
  for each row execute function private.referral_follows();

-- And the place that came of the application: once it opens it is a course. Whoever was let in and goes before gives the
-- reason, whether she said so, went to another programme, or the clock gave the place up.
create function private.referral_follows_place() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if new.standing = 'approved' and new.programme = old.programme then
    update public.referrals r set started_at = now()
    where r.person = new.person and r.programme = new.programme and r.status = 'taken';
  else
    update public.referrals r set status = 'ended', ended_at = now(), reason = case
      when new.programme <> old.programme then 'other-way' when auth.uid() is null then 'never-ready'
      else 'changed-mind' end
    where r.person = new.person and r.programme = old.programme and r.status = 'taken' and r.started_at is null
      and exists (select from public.applications a where a.id = r.application and a.status = 'accepted');
  end if;
  return null;
end $$;
create trigger referral_follows_place after update of standing, programme on public.mentees
  for each row when (old.standing = 'preparing' and (new.standing <> 'preparing' or new.programme <> old.programme))
  execute function private.referral_follows_place();
