-- A coordinator takes a mentor's introduction out of what visitors see, and lets it be shown again. Table: 35_introductions.sql.

-- What visitors read of her, or what was stopped; null where there is neither, or she is not at my desks. What she has written
-- and does not show is hers.
create function private.introduction_at_desk(person_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('words', i.words, 'stopped', i.stopped_at is not null)
  from public.introductions i join public.mentors m on m.person = i.person
  where i.person = person_is and m.desks && private.my_desks() and (i.shown or i.stopped_at is not null)
$$;
grant execute on function private.introduction_at_desk to authenticated;

-- The mentor, if she is at my desks and not I, with her introduction locked; refused where that is not shown, or not stopped.
create function private.hold_introduction(person_is uuid, stopped boolean) returns public.mentors
  language plpgsql set search_path = '' as $$
declare
  mine text[] := private.desk();
  held public.mentors;
begin
  select m.* into held from public.mentors m join public.introductions i on i.person = m.person
  where m.person = person_is and m.person <> private.me() and m.desks && mine
    and case when stopped then i.stopped_at is not null else i.shown end
  for update of i;
  if not found then
    perform private.refuse('introduction_unknown');
  end if;
  return held;
end $$;

-- Take it out at once; she is mailed why, in the words I write.
create function public.stop_introduction(person uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  held public.mentors := private.hold_introduction(person, false);
  said text := btrim(message, E' \t\r\n');
  mail uuid := gen_random_uuid();
begin
  -- As long as what a desk writes (62_desk_writing.sql).
  if (char_length(said) between 10 and 2000 and private.is_visible(said)) is not true then
    perform private.refuse('written_length');
  end if;
  update public.introductions i set shown = false, with_photo = false, stopped_at = now() where i.person = held.person;
  perform private.queue_mail('introduction-stopped:' || mail, 'introduction-stopped', held.person,
    jsonb_build_object('name', coalesce(n.shown_name, u.email), 'words', said, 'address', u.email, 'programme', held.programme))
  from auth.users u left join public.people n on n.id = u.id where u.id = private.me();
  perform private.note('stop_introduction', 'mail', mail, null, held.person, held.desks);
end $$;
grant execute on function public.stop_introduction to authenticated;

-- Let her show it again, if she likes: it is hers to say yes anew.
create function public.allow_introduction(person uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  held public.mentors := private.hold_introduction(person, true);
begin
  update public.introductions i set stopped_at = null where i.person = held.person;
  perform private.note('allow_introduction', 'mentor', held.person, null, held.person, held.desks);
end $$;
grant execute on function public.allow_introduction to authenticated;
