-- A coordinator writes a few words to somebody at her desks, and they are mailed: she learns no address, and the reader
-- learns hers, as on My page, to answer to. The words are in the mail alone and leave with it.

-- Write to somebody who takes part at my desks: 20 mails a day, 3 to one person from all of us, and one a minute from me, as
-- a button is pressed twice.
create function public.write_to_person(person uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mine text[] := private.desk();
  said text := btrim(message, E' \t\r\n');
  day timestamptz := now() - interval '1 day';
  mail uuid := gen_random_uuid();
  place record;
begin
  select p.* into place from (
    select m.person, m.programme, m.desks, m.standing, 'mentee' as part from public.mentees m
    union all select m.person, m.programme, m.desks, m.standing, 'mentor' from public.mentors m) p
  where p.person = write_to_person.person and p.person <> me and p.desks && mine and p.standing <> 'left'
  order by p.standing = 'approved' desc, p.part limit 1;
  if not found then
    perform private.refuse('person_unknown');
  elsif (char_length(said) between 10 and 2000 and private.is_visible(said)) is not true then
    perform private.refuse('written_length');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('write_to_person', 0));
  if exists (select from public.events e where e.actor = me and e.verb = 'write_to_person'
      and place.person in (e.mentee, e.mentor) and e.at > now() - interval '1 minute') then
    perform private.refuse('written_just_now');
  elsif (select count(*) from public.events e where e.actor = me and e.verb = 'write_to_person' and e.at > day) >= 20 then
    perform private.refuse('written_enough');
  elsif (select count(*) from public.events e where place.person in (e.mentee, e.mentor) and e.verb = 'write_to_person'
      and e.at > day) >= 3 then
    perform private.refuse('person_written_enough');
  end if;
  perform private.queue_mail('desk-message:' || mail, 'desk-message', place.person,
    jsonb_build_object('name', coalesce(n.shown_name, u.email), 'words', said, 'address', u.email, 'programme', place.programme))
  from auth.users u left join public.people n on n.id = u.id where u.id = me;
  perform private.note('write_to_person', 'mail', mail, case place.part when 'mentee' then place.person end,
    case place.part when 'mentor' then place.person end, place.desks);
  delete from public.drafts d where d.person = me and d.form = 'write/' || place.person;
end $$;
grant execute on function public.write_to_person to authenticated;
