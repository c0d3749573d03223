-- Policies on people and cards: they need requests, trials and matches, so they stand after them.

-- The programme in whose directory I may look: I am approved there and it lets mentees ask by themselves.
create function private.my_directory() returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select m.programme from public.mentees m join public.programmes p on p.key = m.programme
  where m.person = auth.uid() and m.standing = 'approved' and 'self' = any (p.modes));
end $$;
grant execute on function private.my_directory to authenticated;

-- People I have something going with. A mentee keeps seeing whom she asked; a mentor sees a mentee only while it lives.
create function private.my_counterparts() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(other), '{}') from (
    select r.mentor as other from public.requests r
    where r.mentee = auth.uid() and r.sent_at > now() - interval '1 year'
    union
    select r.mentee from public.requests r where r.mentor = auth.uid() and r.status in ('open', 'asked')
    union
    select t.mentee from public.trials t where t.mentor = auth.uid() and t.standing
    union
    select t.mentee from public.matches t where t.mentor = auth.uid() and t.living) as o);
end $$;
grant execute on function private.my_counterparts to authenticated;

-- A coordinator sees whoever has a place at her desks. Said in the policy and not in a function: a function would be asked
-- once a person, 560 times to open a desk.
create policy "a person sees herself, a coordinator the people at her desks" on public.people
  for select to authenticated using (id = (select auth.uid())
    or exists (select from public.mentors m where m.person = id and m.desks && (select private.my_desks()))
    or exists (select from public.mentees m where m.person = id and m.desks && (select private.my_desks())));
create policy "a person sees her private part, a coordinator her desks'" on public.people_private
  for select to authenticated using (person = (select auth.uid())
    or exists (select from public.mentors m where m.person = people_private.person and m.desks && (select private.my_desks()))
    or exists (select from public.mentees m where m.person = people_private.person and m.desks && (select private.my_desks())));

alter table public.open_mentors enable row level security;
alter table public.mentee_cards enable row level security;
grant select on public.open_mentors, public.mentee_cards to authenticated;

create policy "mentees see open mentors, counterparts each other, desks theirs"
  on public.open_mentors for select to authenticated
  using (
    (programme = (select private.my_directory()) and free > 0
      and (paused_from is null or not current_date between paused_from and coalesce(paused_until, 'infinity'))
      and person <> all ((select private.blocked_by())::uuid[]))
    or person = (select auth.uid())
    or person = any ((select private.my_counterparts())::uuid[])
    or desks && (select private.my_desks()));

create policy "a mentee, the mentor she asked and her coordinator see her card" on public.mentee_cards
  for select to authenticated
  using (person = (select auth.uid())
    or person = any ((select private.my_counterparts())::uuid[])
    or desks && (select private.my_desks()));
