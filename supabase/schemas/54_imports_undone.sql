-- An import is taken back within a day, but for those with whom something has happened since. Tables: 54_imports.sql.

-- Take back what an import made, within a day of it. Who has signed in since, changed her place, or has a request, a trial
-- or a match, stays. Answers {"undone", "stay": [{"row", "name", "why"}]}.
create function public.undo_import(import uuid) returns jsonb
  language plpgsql security definer set search_path = '' set statement_timeout = '120s' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'run');
  stay jsonb;
  gone uuid[];
begin
  if i.ran_at <= now() - interval '24 hours' then
    perform private.refuse('import_undo_over');
  end if;
  -- Nobody asks or is asked while it is decided who stays; mentees first, as everywhere.
  perform from public.mentees m join private.import_people p on p.person = m.person and p.import = i.id order by m.person for update of m;
  perform from public.mentors m join private.import_people p on p.person = m.person and p.import = i.id order by m.person for update of m;
  select coalesce(jsonb_agg(jsonb_build_object('row', p.nr, 'name', n.shown_name, 'why', w.why) order by p.nr)
      filter (where w.why is not null), '[]'), coalesce(array_agg(p.person) filter (where w.why is null), '{}')
    into stay, gone
  from private.import_people p left join public.people n on n.id = p.person
    cross join lateral (select private.why_imported_stays(i, p) as why) w
  where p.import = i.id;
  delete from public.mentors m where i.part = 'mentor' and m.person = any (gone);
  delete from public.mentees m where i.part = 'mentee' and m.person = any (gone);
  -- Where another import gave her another place, that one can now be taken back with all that was made.
  update private.import_people o set account_made = o.account_made or p.account_made, person_made = o.person_made or p.person_made
  from private.import_people p where p.import = i.id and p.person = any (gone) and o.person = p.person and o.import <> i.id;
  delete from public.people n using private.import_people p
  where p.import = i.id and p.person = any (gone) and n.id = p.person and p.person_made and not private.has_any_part(n.id);
  delete from auth.users u using private.import_people p
  where p.import = i.id and p.person = any (gone) and u.id = p.person and p.account_made
    and not exists (select from public.people n where n.id = u.id) and not private.has_anything_here(u.id);
  delete from private.outbox o where o.sent_at is null and o.key like 'import-welcome:' || i.id || ':%' and o.person = any (gone);
  delete from private.import_people p where p.import = i.id;
  update public.imports x set status = 'undone', undone_at = now(), undone_by = private.me(), stayed = jsonb_array_length(stay)
  where x.id = i.id;
  perform private.note('undo_import', 'import', i.id, null, null, i.desks,
    jsonb_build_object('undone', cardinality(gone), 'stayed', jsonb_array_length(stay)));
  return jsonb_build_object('undone', cardinality(gone), 'stay', stay);
end $$;
grant execute on function public.undo_import to authenticated;

-- Null, or why somebody an import made is not taken back: 'signed-in', 'going-on' or 'changed'.
create function private.why_imported_stays(i public.imports, p private.import_people) returns text
  language sql stable set search_path = '' as $$
  select case
    when exists (select from auth.users u where u.id = p.person
      and (u.last_sign_in_at > i.ran_at or p.account_made and u.email_confirmed_at is not null)) then 'signed-in'
    when exists (select from public.requests r where case i.part when 'mentee' then r.mentee else r.mentor end = p.person and r.sent_at >= i.ran_at)
      or exists (select from public.trials t where case i.part when 'mentee' then t.mentee else t.mentor end = p.person and t.created_at >= i.ran_at)
      or exists (select from public.matches t where case i.part when 'mentee' then t.mentee else t.mentor end = p.person and t.created_at >= i.ran_at)
      then 'going-on'
    when not exists (
      select from public.mentors m where i.part = 'mentor' and m.person = p.person and m.programme = i.programme and m.standing = 'approved' and m.saved_at <= i.ran_at
      union all select from public.mentees m where i.part = 'mentee' and m.person = p.person and m.programme = i.programme
        and m.standing = 'approved' and m.saved_at <= i.ran_at) then 'changed' end
$$;

create function private.has_any_part(person_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.mentors m where m.person = person_is)
    or exists (select from public.mentees m where m.person = person_is)
    or exists (select from public.coordinators c where c.person = person_is)
    or exists (select from public.applications a where a.person = person_is)
$$;
