-- Policies on people and cards: they need requests, trials and matches, so they stand after them.

-- Where a mentee may look: she is approved in the programme and it lets mentees ask by themselves. Kept ready in one row,
-- because row security asks at every read of mentors; `whole` while nobody has blocked her. Nobody reads it but the two
-- functions below, as nobody learns who has blocked her.
create table private.directories (
  person uuid primary key references public.mentees on delete cascade,
  programme text not null,
  whole boolean not null
);
alter table private.directories enable row level security;

create function private.refresh_directory(mentee uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  -- One after the other for each mentee: of two who block her at once, neither is forgotten.
  perform from public.mentees m where m.person = mentee for no key update;
  delete from private.directories d where d.person = mentee;
  insert into private.directories (person, programme, whole)
  select m.person, m.programme, not exists (select from public.marks k where k.other = m.person and k.mark = 'blocked')
  from public.mentees m join public.programmes p on p.key = m.programme
  where m.person = mentee and m.standing = 'approved' and 'self' = any (p.modes);
end $$;

create function private.after_place() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_directory(new.person);
  return null;
end $$;
create trigger directory_follows after insert or update of programme, standing on public.mentees
  for each row execute function private.after_place();

create function private.after_mark() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if 'blocked' in (old.mark, new.mark) then
    perform private.refresh_directory(coalesce(new.other, old.other));
  end if;
  return null;
end $$;
create trigger directory_follows after insert or update or delete on public.marks
  for each row execute function private.after_mark();

create function private.after_modes() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_directory(m.person) from public.mentees m where m.programme = new.key order by m.person;
  return null;
end $$;
create trigger directories_follow after update on public.programmes
  for each row when (old.modes is distinct from new.modes) execute function private.after_modes();

-- The programme in whose directory I may look, where nobody there has blocked me: most often the only question asked.
create function private.my_directory() returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select d.programme from private.directories d where d.person = auth.uid() and d.whole);
end $$;
grant execute on function private.my_directory to authenticated;

-- The same where somebody has.
create function private.my_directory_in_part() returns text
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (select d.programme from private.directories d where d.person = auth.uid() and not d.whole);
end $$;
grant execute on function private.my_directory_in_part to authenticated;

-- What lives between two is at the desks of both: it follows whoever moves to another region. Whoever changes her place has
-- locked it, and so nobody else changes a row of hers meanwhile.
create function private.after_region() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update public.requests r set desks = private.desks(r.programme, e.region, o.region)
  from public.mentees e, public.mentors o
  where new.person in (r.mentee, r.mentor) and r.status in ('proposed', 'open', 'asked') and e.person = r.mentee and o.person = r.mentor;
  update public.trials t set desks = private.desks(t.programme, e.region, o.region)
  from public.mentees e, public.mentors o
  where new.person in (t.mentee, t.mentor) and t.standing and e.person = t.mentee and o.person = t.mentor;
  update public.matches t set desks = private.desks(t.programme, e.region, o.region)
  from public.mentees e, public.mentors o
  where new.person in (t.mentee, t.mentor) and t.living and e.person = t.mentee and o.person = t.mentor;
  return null;
end $$;
create trigger desks_follow after update of region on public.mentees
  for each row when (old.region <> new.region) execute function private.after_region();
create trigger desks_follow after update of region on public.mentors
  for each row when (old.region <> new.region) execute function private.after_region();

-- Whoever has something going with another sees the other's card while it lives, and each always sees her own. One person may
-- be both mentor and mentee: who knows her in one part sees no card of the other.

-- My mentors and I. For a year a mentee keeps seeing whom she asked besides; who has blocked her is to her as one who has left.
create function private.my_mentors() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select array_agg(mentor) || auth.uid() from (
    select r.mentor from public.requests r
    where r.mentee = auth.uid() and r.sent_at > now() - interval '1 year'
      and r.mentor <> all (private.blocked_by())
    union
    select t.mentor from public.trials t where t.mentee = auth.uid() and t.standing
    union
    select t.mentor from public.matches t where t.mentee = auth.uid() and t.living) as m);
end $$;
grant execute on function private.my_mentors to authenticated;

-- My mentees and I.
create function private.my_mentees() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select array_agg(mentee) || auth.uid() from (
    select r.mentee from public.requests r where r.mentor = auth.uid() and r.status in ('open', 'asked')
    union
    select t.mentee from public.trials t where t.mentor = auth.uid() and t.standing
    union
    select t.mentee from public.matches t where t.mentor = auth.uid() and t.living) as m);
end $$;
grant execute on function private.my_mentees to authenticated;

-- A coordinator sees whoever has a place at her desks or has applied there. Said in the policy and not in a function: a
-- function would be asked once a person, 560 times to open a desk.
create policy "a person sees herself, a coordinator the people at her desks" on public.people
  for select to authenticated using (id = (select auth.uid())
    or exists (select from public.mentors m where m.person = id and m.desks && (select private.my_desks()))
    or exists (select from public.mentees m where m.person = id and m.desks && (select private.my_desks()))
    or exists (select from public.applications a where a.person = people.id and a.desks && (select private.my_desks())));
create policy "a person sees her private part, a coordinator her desks'" on public.people_private
  for select to authenticated using (person = (select auth.uid())
    or exists (select from public.mentors m where m.person = people_private.person and m.desks && (select private.my_desks()))
    or exists (select from public.mentees m where m.person = people_private.person and m.desks && (select private.my_desks()))
    or exists (select from public.applications a where a.person = people_private.person and a.desks && (select private.my_desks())));

create policy "who sees the card sees the picture" on public.pictures
  for select to authenticated using (person = (select auth.uid())
    or exists (select from public.open_mentors o where o.person = pictures.person)
    or exists (select from public.mentee_cards c where c.person = pictures.person));

alter table public.open_mentors enable row level security;
alter table public.mentee_cards enable row level security;
grant select on public.open_mentors, public.mentee_cards to authenticated;

create policy "mentees see open mentors, counterparts each other, desks theirs"
  on public.open_mentors for select to authenticated
  using (
    (free > 0 and (paused_from is null or not current_date between paused_from and coalesce(paused_until, 'infinity'))
      and (programme = (select private.my_directory())
        or (programme = (select private.my_directory_in_part()) and person <> all ((select private.blocked_by())::uuid[]))))
    or person = any ((select private.my_mentors())::uuid[])
    or desks && (select private.my_desks()));

create policy "a mentee, the mentor she asked and her coordinator see her card" on public.mentee_cards
  for select to authenticated
  using (person = any ((select private.my_mentees())::uuid[])
    or desks && (select private.my_desks()));

-- The coordinators I may turn to, for each programme in which I have a place or an application in line: those of my region,
-- or those of the whole programme where it has none, three at most. A place that was left stands as long as what came of it
-- (70_retention.sql), and so long somebody answers for it. Their name and the address they sign in with, as they have no
-- other; no other account learns it.
create function private.my_coordinators() returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  return (
  select coalesce(jsonb_agg(distinct jsonb_build_object('programme', mine.programme, 'name', n.shown_name,
    'address', u.email)), '[]')
  from (
    select m.programme, m.region from public.mentees m where m.person = me
    union select m.programme, m.region from public.mentors m where m.person = me
    union select a.programme, a.region from public.applications a where a.person = me and a.in_line) as mine
  cross join lateral (
    select nearest.* from (
      select c.* from public.coordinators c
      where c.programme = mine.programme and (c.region is null or c.region = mine.region) and c.person <> me
      order by c.region is null fetch first row with ties) as nearest
    order by nearest.id limit 3) as c
  join public.people n on n.id = c.person join auth.users u on u.id = c.person);
end $$;
grant execute on function private.my_coordinators to authenticated;
