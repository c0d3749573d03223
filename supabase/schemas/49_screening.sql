-- What a coordinator does with applications at her desks. Table: 43_applications.sql. Nobody screens herself.

-- Ask the applicant something. She gets a mail and answers on her page.
create function public.ask_applicant(application uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
  question bigint;
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  insert into public.application_messages as m (application, kind, message, written_by)
  values (a.id, 'question', btrim(ask_applicant.message), private.me()) returning m.id into question;
  update public.applications x set status = 'asked', moved_at = now(), touched_at = now(),
    asked_from = case when a.status = 'asked' then a.asked_from else a.status end
  where x.id = a.id;
  perform private.note_application(a, 'ask_applicant');
  perform private.queue_mail('application-question:' || question, 'application-question', a.person,
    jsonb_build_object('question', btrim(ask_applicant.message)));
end $$;
grant execute on function public.ask_applicant to authenticated;

-- Propose times for the first talk: one to five, all to come. The applicant chooses one. Proposed anew, the old times and
-- what was chosen are gone. `how` is 'online', 'phone' or 'in-person'; `place` is where, or the link.
create function public.invite_to_interview(application uuid, times timestamptz[], minutes integer, how text, place text)
  returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
begin
  if coalesce(cardinality(times), 0) not between 1 and 5
    or array_position(times, null) is not null
    or exists (select from unnest(times) as t where t <= now() or t > now() + interval '90 days') then
    perform private.refuse('times_unsound');
  end if;
  update public.applications x set status = 'interview', asked_from = null, moved_at = now(), touched_at = now(),
    times = array(select distinct t from unnest(invite_to_interview.times) as t order by t), interview_at = null,
    minutes = invite_to_interview.minutes, how = invite_to_interview.how,
    meet_at = nullif(btrim(invite_to_interview.place), ''), invited_by = private.me()
  where x.id = a.id;
  perform private.note_application(a, 'invite_to_interview');
  perform private.queue_mail('application-interview:' || a.id || ':' || md5(times::text),
    'application-interview', a.person, jsonb_build_object('minutes', invite_to_interview.minutes));
end $$;
grant execute on function public.invite_to_interview to authenticated;

-- Keep what I note in the talk, all of it: impression, parts of the guide, competences, clarity and readiness from 1 to 5.
create function public.note_interview(application uuid, notes jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted', 'redirected', 'declined');
begin
  if not private.notes_are_sound(notes) then
    perform private.refuse('notes_malformed');
  end if;
  insert into public.application_notes as n (application, impression, parts, competences, clarity, readiness, written_by)
  values (a.id, notes ->> 'impression', coalesce(nullif(notes -> 'parts', 'null'), '{}'),
    coalesce(nullif(notes -> 'competences', 'null'), '{}'), (notes ->> 'clarity')::smallint,
    (notes ->> 'readiness')::smallint, private.me())
  on conflict on constraint application_notes_pkey do update set impression = excluded.impression,
    parts = excluded.parts, competences = excluded.competences, clarity = excluded.clarity,
    readiness = excluded.readiness, written_by = excluded.written_by, noted_at = now();
  -- She writes while she talks; that she has begun is enough to know.
  if not exists (select from public.events e where e.subject = a.id and e.verb = 'note_interview'
      and e.actor = private.me()) then
    perform private.note_application(a, 'note_interview', false);
  end if;
end $$;
grant execute on function public.note_interview to authenticated;

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

create function private.notes_are_sound(notes jsonb) returns boolean
  language sql immutable set search_path = '' as $$
  select coalesce(jsonb_typeof(notes) = 'object', false)
    and notes - '{impression,parts,competences,clarity,readiness}'::text[] = '{}'
    and jsonb_typeof(coalesce(notes -> 'impression', 'null')) in ('string', 'null')
    and char_length(coalesce(notes ->> 'impression', '')) <= 2000
    and jsonb_typeof(coalesce(notes -> 'clarity', 'null')) in ('number', 'null')
    and jsonb_typeof(coalesce(notes -> 'readiness', 'null')) in ('number', 'null')
    and coalesce(notes ->> 'clarity', '1') ~ '^[1-5]$' and coalesce(notes ->> 'readiness', '1') ~ '^[1-5]$'
    and private.are_short_texts(notes -> 'parts') and private.are_short_texts(notes -> 'competences')
$$;

-- Note a worry that needs somebody else's help; an empty text takes it away. Only I and coordinators of the whole
-- programme read it.
create function public.flag_concern(application uuid, concern text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing', 'accepted', 'redirected', 'declined');
begin
  if exists (select from private.application_concerns c where c.application = a.id) and not private.may_read_concern(a) then
    perform private.refuse('concern_of_another');
  end if;
  if btrim(coalesce(concern, '')) = '' then
    delete from private.application_concerns c where c.application = a.id;
  else
    insert into private.application_concerns as c (application, concern, written_by)
    values (a.id, btrim(flag_concern.concern), private.me())
    on conflict on constraint application_concerns_pkey do update set concern = excluded.concern, at = now();
  end if;
  -- That there is one is not for all at her desks.
  perform private.note('flag_concern', 'application', a.id);
end $$;
grant execute on function public.flag_concern to authenticated;

create function private.may_read_concern(a public.applications) returns boolean
  language sql stable set search_path = '' as $$
  select a.programme = any (private.my_desks())
    or exists (select from private.application_concerns c where c.application = a.id and c.written_by = auth.uid())
$$;

-- {"concern": text or null} where I may read it, {} where not.
create function private.concern_of(application_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce((select jsonb_build_object('concern',
      (select c.concern from private.application_concerns c where c.application = a.id))
    from public.applications a where a.id = application_is and a.person <> auth.uid()
      and a.desks && private.my_desks() and private.may_read_concern(a)), '{}')
$$;
grant execute on function private.concern_of to authenticated;

-- Count a rule as met that is not, or is still open; the reason is logged.
create function public.override_rule(application uuid, rule text, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
begin
  if not coalesce(a.eligibility -> 'open' ? rule
      or a.eligibility -> 'unmet' @> jsonb_build_array(jsonb_build_object('rule', rule)), false) then
    perform private.refuse('rule_unknown');
  end if;
  insert into public.application_overrides (application, rule, reason, written_by)
  values (a.id, override_rule.rule, btrim(coalesce(override_rule.reason, '')), private.me());
  update public.applications x set touched_at = now(), eligibility = a.eligibility || jsonb_build_object(
    'met', (a.eligibility -> 'met') || to_jsonb(rule),
    'unmet', (select coalesce(jsonb_agg(u), '[]') from jsonb_array_elements(a.eligibility -> 'unmet') as u
      where u ->> 'rule' <> override_rule.rule),
    'open', (a.eligibility -> 'open') - rule,
    'overridden', (a.eligibility -> 'overridden') || to_jsonb(rule))
  where x.id = a.id;
  perform private.note_application(a, 'override_rule', false,
    jsonb_build_object('rule', rule, 'reason', btrim(override_rule.reason)));
end $$;
grant execute on function public.override_rule to authenticated;

-- Decide, with a kind letter: 'accept', 'wait', 'prepare', 'redirect' or 'decline', and a reason's key for the figures.
-- `seen_status` is the state I saw: if a colleague was quicker, I am told. A yes gives the applicant her place in the
-- programme, and waits until every rule is met or counted as met.
create function public.decide_application(application uuid, decision text, reason text, letter text,
  seen_status text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications;
  to_status public.application_status := case decision when 'accept' then 'accepted' when 'wait' then 'waiting'
    when 'prepare' then 'preparing' when 'redirect' then 'redirected' when 'decline' then 'declined' end;
  person_is uuid := (select x.person from public.applications x where x.id = application);
begin
  -- A yes changes her place, which is locked before the application, as everywhere.
  perform private.hold_pair(person_is, person_is);
  a := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting', 'preparing', 'accepted',
    'redirected', 'declined', 'withdrawn');
  if not a.in_line or a.status = to_status or a.status <> seen_status::public.application_status then
    perform private.refuse('application_decided');
  elsif to_status is null or reason is null then
    perform private.refuse('choice_unknown');
  elsif btrim(coalesce(letter, '')) = '' then
    perform private.refuse('message_missing');
  elsif to_status = 'accepted' and a.eligibility -> 'unmet' <> '[]' then
    perform private.refuse('rules_unmet');
  end if;
  if to_status = 'accepted' then
    perform private.give_place(a);
  end if;
  insert into public.application_messages (application, kind, message, written_by)
  values (a.id, 'letter', btrim(letter), private.me());
  update public.applications x set status = to_status, asked_from = null, reason = decide_application.reason,
    moved_at = now(), touched_at = now(), told_at = null,
    decided_at = case when to_status in ('accepted', 'redirected', 'declined') then now() end
  where x.id = a.id;
  perform private.note_application(a, 'decide_application', true, jsonb_build_object('decision', decision));
  perform private.queue_mail('application-decided:' || a.id || ':' || now(), 'application-decided', a.person,
    jsonb_build_object('letter', btrim(decide_application.letter)));
end $$;
grant execute on function public.decide_application to authenticated;

-- The applicant's place in the programme, approved, out of her answers. Her places are locked.
create function private.give_place(a public.applications) returns void
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  formats text[];
  place_is text := a.answers ->> 'place';
begin
  select * into rules from public.programmes p where p.key = a.programme;
  -- Where there is but one way to meet, nobody is asked.
  formats := private.texts(coalesce(nullif(a.answers -> 'formats', '[]'), rules.rules #> '{course,formats}'));
  update public.people_private x set gender = a.answers ->> 'gender'
  where x.person = a.person and x.gender = 'undisclosed' and private.answered(a.answers -> 'gender');
  if a.part = 'mentee' then
    perform private.mentee_may_move(a.person, a.programme);
    insert into public.mentees as m (person, programme, standing, field, specialism, languages, goals, formats, place,
      region, hours, prefers, prefers_gender, about, approved_at)
    values (a.person, a.programme, 'approved', a.answers ->> 'field', nullif(btrim(a.answers ->> 'specialism'), ''),
      private.spoken(a.answers -> 'languages'), private.texts(a.answers -> 'goals'), formats, place_is,
      private.region_of(place_is), (a.answers ->> 'hours')::smallint,
      coalesce(nullif(a.answers ->> 'prefers', ''), 'any'),
      case when rules.asks_gender then coalesce(nullif(a.answers ->> 'prefers_gender', ''), 'any') else 'any' end,
      btrim(a.answers ->> 'about'), now())
    on conflict (person) do update set programme = excluded.programme, standing = 'approved', field = excluded.field,
      specialism = excluded.specialism, languages = excluded.languages, goals = excluded.goals,
      formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
      prefers = excluded.prefers, prefers_gender = excluded.prefers_gender, about = excluded.about, saved_at = now(),
      approved_at = excluded.approved_at;
  else
    perform private.mentor_may_move(a.person, a.programme);
    insert into public.mentors as m (person, programme, standing, field, specialism, languages, offers, formats, place,
      region, hours, capacity, migrated, about, approved_at)
    values (a.person, a.programme, 'approved', a.answers ->> 'field', nullif(btrim(a.answers ->> 'specialism'), ''),
      private.spoken(a.answers -> 'languages'), private.texts(a.answers -> 'offers'), formats, place_is,
      private.region_of(place_is), (a.answers ->> 'hours')::smallint,
      coalesce((rules.rules #>> '{limits,capacity}')::smallint, 1),
      case a.answers ->> 'migrated' when 'yes' then true when 'no' then false end, btrim(a.answers ->> 'about'), now())
    -- How many she meets at once is hers to change, and stays.
    on conflict (person) do update set programme = excluded.programme, standing = 'approved', field = excluded.field,
      specialism = excluded.specialism, languages = excluded.languages, offers = excluded.offers,
      formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
      migrated = excluded.migrated, about = excluded.about, saved_at = now(), approved_at = excluded.approved_at;
  end if;
exception when check_violation or not_null_violation or foreign_key_violation then
  perform private.refuse('application_incomplete');
end $$;

-- Applications at my desks, a page of them, those first whose promise ends first: of these states (null is all that wait
-- for somebody), of one programme or of all. `after` is the `next` of the page before. With how many there are by state.
create function public.application_queue(status text[], programme text, after jsonb default null,
  page_size integer default null) returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.me();
  mine text[] := private.my_desks();
  states public.application_status[] := coalesce(application_queue.status,
    array['sent', 'asked', 'interview', 'waiting', 'preparing'])::public.application_status[];
  -- In line or over: each is read in the order of its own index.
  lines boolean[] := array(select distinct s in ('sent', 'asked', 'interview', 'waiting', 'preparing')
    from unnest(states) as s);
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  page jsonb;
begin
  if mine = '{}' then
    perform private.refuse('not_a_coordinator');
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.answers ->> 'shown_name', 'part', a.part,
      'programme', a.programme, 'status', a.status, 'sent_at', a.sent_at, 'due_on', a.due_on,
      'unmet', jsonb_path_query_array(a.eligibility, '$.unmet[*].rule'), 'field', a.answers -> 'field',
      'place', a.answers -> 'place', 'since', a.moved_at) order by a.due_on, a.id), '[]')
    into page
  from (select b.* from unnest(lines) as line cross join lateral (
      select * from public.applications x
      where x.in_line = line and x.desks && mine and x.person <> me and x.status = any (states)
        and (application_queue.programme is null or x.programme = application_queue.programme)
        and (x.due_on, x.id) > (coalesce((after ->> 'due_on')::date, '-infinity'),
          coalesce((after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'))
      order by x.due_on, x.id limit size + 1) b
    order by b.due_on, b.id limit size + 1) a;
  return jsonb_build_object('desks', mine,
    'counts', (select coalesce(jsonb_object_agg(c.status, c.count), '{}') from (
      select x.status, count(*) from public.applications x
      where x.desks && mine and x.person <> me
        and (application_queue.programme is null or x.programme = application_queue.programme)
      group by x.status) c),
    'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
    'next', case when jsonb_array_length(page) > size then jsonb_build_object('due_on', page -> (size - 1) -> 'due_on',
      'id', page -> (size - 1) -> 'id') end);
end $$;
grant execute on function public.application_queue to authenticated;

-- All of an application that I may see as its coordinator, with the form it answers.
create function public.read_application(application uuid) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x
  where x.id = application and x.desks && private.my_desks() and x.person <> me;
  if not found then
    perform private.refuse('application_unknown');
  end if;
  return private.application_for(a) || private.concern_of(a.id) || jsonb_build_object('person', a.person,
    'name', a.answers ->> 'shown_name', 'locale', coalesce((select p.locale from public.people p where p.id = a.person),
      a.locale), 'phone', (select x.phone from public.people_private x where x.person = a.person),
    'times', a.times, 'definition', (select f.definition from public.forms f
      where f.key = a.part and f.version = a.form_version),
    'overrides', (select coalesce(jsonb_agg(jsonb_build_object('rule', o.rule, 'reason', o.reason, 'at', o.at)
      order by o.at), '[]') from public.application_overrides o where o.application = a.id),
    'notes', (select jsonb_strip_nulls(jsonb_build_object('impression', n.impression, 'parts', n.parts,
      'competences', n.competences, 'clarity', n.clarity, 'readiness', n.readiness))
      from public.application_notes n where n.application = a.id),
    'noted_at', (select n.noted_at from public.application_notes n where n.application = a.id));
end $$;
grant execute on function public.read_application to authenticated;
