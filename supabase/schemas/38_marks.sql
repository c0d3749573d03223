-- Favourites, hidden and blocked: what one person keeps about another. Only she sees it.

create table public.marks (
  person uuid not null references public.people on delete cascade,
  other uuid not null references public.people on delete cascade,
  mark text not null,
  marked_at timestamptz not null default now(),
  primary key (person, other),
  constraint mark_is_known check (mark in ('favourite', 'hidden', 'blocked')),
  constraint nobody_marks_herself check (person <> other)
);
create index marks_other on public.marks (other);

alter table public.marks enable row level security;
grant select on public.marks to authenticated;
create policy "a person sees her own marks" on public.marks
  for select to authenticated using (person = (select auth.uid()));

-- Who has blocked me: the database may act on it, nobody may read it.
create function private.blocked_by() returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(person), '{}') from public.marks where other = auth.uid() and mark = 'blocked');
end $$;
grant execute on function private.blocked_by to authenticated;

-- All marks that decide what I find, in one question: mine, `aside` for those I do not want to meet, and who blocked me.
create function private.my_marks(out favourites uuid[], out hidden uuid[], out aside uuid[], out blocked_by uuid[])
  language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  select array_agg(k.other) filter (where k.person = me and k.mark = 'favourite'),
    array_agg(k.other) filter (where k.person = me and k.mark = 'hidden'),
    array_agg(k.other) filter (where k.person = me and k.mark <> 'favourite'),
    array_agg(k.person) filter (where k.other = me)
  into favourites, hidden, aside, blocked_by
  from public.marks k where k.person = me or (k.other = me and k.mark = 'blocked');
end $$;
grant execute on function private.my_marks to authenticated;

-- Have these two been kept apart? One of them has blocked the other; which of them is nobody's to know.
create function private.are_apart(mentee uuid, mentor uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.marks k
    where (k.person, k.other) in ((mentee, mentor), (mentor, mentee)) and k.mark = 'blocked')
$$;

-- All whom a block keeps from a mentee of my desks, so that I am not shown what I could not propose.
create function private.apart_from(mentee uuid) returns uuid[]
  language sql stable security definer set search_path = '' as $$
  select array_agg(case when k.person = mentee then k.other else k.person end)
  from public.marks k where mentee in (k.person, k.other) and k.mark = 'blocked'
    and exists (select from public.mentees m where m.person = mentee and m.desks && private.my_desks())
$$;
grant execute on function private.apart_from to authenticated;

-- Whom I have blocked, the latest first: whoever is out of my sight has no card to be found by.
create function private.my_blocked() returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('person', p.id, 'name', p.shown_name, 'since', k.marked_at)
    order by k.marked_at desc), '[]')
  from public.marks k join public.people p on p.id = k.other where k.person = auth.uid() and k.mark = 'blocked'
$$;
grant execute on function private.my_blocked to authenticated;

-- Set or (with null) take away a mark on somebody I can see, or with whom I have had something going. A block holds both
-- ways and from now on: what stands between the two goes its own way.
create function public.mark_person(other uuid, mark text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if mark_person.mark is null then
    delete from public.marks k where k.person = me and k.other = mark_person.other;
    return;
  end if;
  if not (exists (select from public.open_mentors o join public.mentees m on m.programme = o.programme
        where o.person = mark_person.other and m.person = me and m.standing = 'approved')
      or exists (select from public.requests r where r.opened_at is not null
        and (r.mentee, r.mentor) in ((me, mark_person.other), (mark_person.other, me)))) then
    perform private.refuse('person_unknown');
  end if;
  insert into public.marks (person, other, mark) values (me, mark_person.other, mark_person.mark)
  on conflict on constraint marks_pkey do update set mark = excluded.mark, marked_at = now();
end $$;
grant execute on function public.mark_person to authenticated;
