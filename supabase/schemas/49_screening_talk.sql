-- The first talk, by the programme's guide: which parts it has, what is noted, and what is still open. A yes to a mentee and
-- a mentor's step wait for the required parts. Table: 43_applications.sql.

-- Parts of the talk in a programme; none where no talk is held.
create function private.talk_of(programme text, part text) returns text[]
  language sql stable set search_path = '' as $$
  select case part when 'mentee' then p.mentee_talk else p.mentor_talk end
  from public.programmes p where p.key = programme
$$;

-- Was this part talked about? Some have a place of their own among the notes.
create function private.is_talked(n public.application_notes, part text) returns boolean
  language sql immutable set search_path = '' as $$
  select part = any (n.talked) or case part when 'clear' then n.clarity is not null
    when 'ready' then n.readiness is not null
    when 'competences' then exists (select from jsonb_each_text(n.competences) as c where c.value ~ '\S')
    else coalesce(n.parts ->> part ~ '\S', false) end
$$;

-- Required parts that are still open, in their order; none where a coordinator counts the talk as held.
create function private.talk_left(a public.applications) returns text[]
  language sql stable set search_path = '' as $$
  select coalesce(array_agg(t.part order by t.nr), '{}')
  from public.programmes p
    cross join lateral unnest(case a.part when 'mentee' then p.mentee_talk_required else p.mentor_talk_required end)
      with ordinality as t (part, nr)
  where p.key = a.programme
    and not exists (select from public.application_notes n where n.application = a.id and private.is_talked(n, t.part))
    and not exists (select from public.application_overrides o where o.application = a.id and o.rule = 'interview')
$$;
grant execute on function private.talk_of, private.is_talked, private.talk_left to authenticated;

-- What has been noted, as one object; parts that were only talked about are ticked. Null where nothing has been.
create function private.notes_of(application_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object('impression', n.impression, 'parts', n.parts, 'competences', n.competences,
    'talked', (select jsonb_object_agg(t.part, true) from unnest(n.talked) as t (part)), 'clarity', n.clarity,
    'readiness', n.readiness))
  from public.application_notes n where n.application = application_is
$$;
grant execute on function private.notes_of to authenticated;

-- Note something of the talk, and only that: the rest stays as it is, whoever wrote it in which window. `impression`, `clarity`
-- and `readiness` (1 to 5), and by name `parts` of the guide, `competences` and those `talked` about with nothing to write
-- (true or false); null takes something away. Parts that stand there already may have left the guide. Answers all that is noted.
create function public.note_interview(application uuid, notes jsonb) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted', 'redirected', 'declined');
  before jsonb := coalesce(private.notes_of(a.id), '{}');
  whole jsonb;
begin
  if private.notes_are_sound(notes) then
    whole := private.notes_with(before, notes);
  end if;
  if not coalesce(private.notes_are_sound(whole), false) then
    perform private.refuse('notes_malformed');
  elsif exists (
      select jsonb_object_keys(coalesce(whole -> 'parts', '{}') || coalesce(whole -> 'talked', '{}'))
      except select unnest(private.talk_of(a.programme, a.part))
      except select jsonb_object_keys(coalesce(before -> 'parts', '{}') || coalesce(before -> 'talked', '{}'))) then
    perform private.refuse('talk_part_unknown');
  end if;
  insert into public.application_notes as n (application, impression, parts, competences, talked, clarity, readiness, written_by)
  values (a.id, whole ->> 'impression', coalesce(whole -> 'parts', '{}'), coalesce(whole -> 'competences', '{}'),
    array(select t.key from jsonb_each(whole -> 'talked') as t where t.value = 'true'), (whole ->> 'clarity')::smallint,
    (whole ->> 'readiness')::smallint, private.me())
  on conflict on constraint application_notes_pkey do update set impression = excluded.impression,
    parts = excluded.parts, competences = excluded.competences, talked = excluded.talked,
    clarity = excluded.clarity, readiness = excluded.readiness, written_by = excluded.written_by, noted_at = now();
  -- She writes while she talks; that she has begun is enough to know.
  if not exists (select from public.events e where e.subject = a.id and e.verb = 'note_interview'
      and e.actor = private.me()) then
    perform private.note_application(a, 'note_interview', false);
  end if;
  return private.notes_of(a.id);
end $$;
grant execute on function public.note_interview to authenticated;

-- Notes with a change: what it names is as it says, what it does not name stays.
create function private.notes_with(notes jsonb, change jsonb) returns jsonb
  language sql immutable set search_path = '' as $$
  select jsonb_strip_nulls(notes || change || (select jsonb_object_agg(named,
      coalesce(notes -> named, '{}') || coalesce(nullif(change -> named, 'null'), '{}'))
    from unnest('{parts,competences,talked}'::text[]) as named))
$$;

-- At most twenty texts by name.
create function private.are_short_texts(texts jsonb) returns boolean
  language plpgsql immutable set search_path = '' as $$
begin
  if texts is null or texts = 'null' then
    return true;
  elsif jsonb_typeof(texts) <> 'object' then
    return false;
  end if;
  return (select count(*) <= 20 and coalesce(bool_and(t.key ~ '^[a-z-]{2,20}$' and jsonb_typeof(t.value) in ('string', 'null')
      and char_length(coalesce(t.value #>> '{}', '')) <= 1000), true)
    from jsonb_each(texts) as t);
end $$;

-- At most twenty ticks by name.
create function private.are_ticks(ticks jsonb) returns boolean
  language plpgsql immutable set search_path = '' as $$
begin
  if ticks is null or ticks = 'null' then
    return true;
  elsif jsonb_typeof(ticks) <> 'object' then
    return false;
  end if;
  return (select count(*) <= 20 and coalesce(bool_and(t.key ~ '^[a-z-]{2,20}$' and jsonb_typeof(t.value) in ('boolean', 'null')), true)
    from jsonb_each(ticks) as t);
end $$;

create function private.notes_are_sound(notes jsonb) returns boolean
  language sql immutable set search_path = '' as $$
  select coalesce(jsonb_typeof(notes) = 'object', false)
    and notes - '{impression,parts,competences,talked,clarity,readiness}'::text[] = '{}'
    and jsonb_typeof(coalesce(notes -> 'impression', 'null')) in ('string', 'null')
    and char_length(coalesce(notes ->> 'impression', '')) <= 2000
    and jsonb_typeof(coalesce(notes -> 'clarity', 'null')) in ('number', 'null')
    and jsonb_typeof(coalesce(notes -> 'readiness', 'null')) in ('number', 'null')
    and coalesce(notes ->> 'clarity', '1') ~ '^[1-5]$' and coalesce(notes ->> 'readiness', '1') ~ '^[1-5]$'
    and private.are_ticks(notes -> 'talked')
    and private.are_short_texts(notes -> 'parts') and private.are_short_texts(notes -> 'competences')
$$;

-- Count the talk as held although parts of its guide are open; why is kept. After a yes, too: a mentor's talk is a
-- step on the way.
create function public.count_interview(application uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted');
begin
  if private.talk_left(a) = '{}' and not exists (
      select from public.application_overrides o where o.application = a.id and o.rule = 'interview') then
    perform private.refuse('interview_whole');
  end if;
  insert into public.application_overrides (application, rule, reason, written_by)
  values (a.id, 'interview', btrim(coalesce(count_interview.reason, '')), private.me());
  perform private.note_application(a, 'count_interview', false);
end $$;
grant execute on function public.count_interview to authenticated;
