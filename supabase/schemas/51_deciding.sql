-- A coordinator decides about an application, and a yes becomes a place. Table: 43_applications.sql.

-- Decide, with a kind letter: 'accept', 'wait', 'prepare', 'redirect' or 'decline', and a reason's key for the figures.
-- `seen_status` is the state I saw: if a colleague was quicker, I am told. A yes gives the applicant her place in the
-- programme, and waits until every rule is met or counted as met, and for a mentee until nothing that the talk must be about is
-- open: `count_interview`. A mentor's talk is a step after the yes. Where it passes who was sent before and still waits, it
-- needs a reason: `take_out_of_order`.
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
    'redirected', 'declined', 'withdrawn', 'expired');
  if not a.in_line or a.status = to_status or a.status <> seen_status::public.application_status then
    perform private.refuse('application_decided');
  elsif to_status is null or reason is null then
    perform private.refuse('choice_unknown');
  elsif btrim(coalesce(letter, '')) = '' then
    perform private.refuse('message_missing');
  elsif to_status = 'accepted' and private.has_place(a.person, a.part, a.programme) then
    perform private.refuse('has_place_already');
  elsif to_status = 'accepted' and a.eligibility -> 'unmet' <> '[]' then
    perform private.refuse('rules_unmet');
  elsif to_status = 'accepted' and a.part = 'mentee' and private.talk_left(a) <> '{}' then
    perform private.refuse('interview_incomplete');
  elsif to_status = 'accepted' and private.waiting_before(a.id) > 0 and not exists (
      select from public.application_overrides o where o.application = a.id and o.rule = 'order') then
    perform private.refuse('out_of_order');
  end if;
  if to_status = 'accepted' then
    perform private.give_place(a);
  end if;
  insert into public.application_messages (application, kind, message, written_by)
  values (a.id, 'letter', btrim(letter), private.me());
  update public.applications x set status = to_status, asked_from = null, reason = decide_application.reason,
    line = case when to_status in ('waiting', 'preparing') then to_status else x.line end,
    moved_at = now(), touched_at = now(), told_at = null, prepared_at = null,
    -- She keeps her place in the line when she waits for the round after hers.
    round = case when to_status = 'waiting' and decide_application.reason = 'next-round' then private.opening_after(a) else x.round end,
    decided_at = case when to_status in ('accepted', 'redirected', 'declined') then now() end
  where x.id = a.id;
  perform private.note_application(a, 'decide_application', true, jsonb_strip_nulls(jsonb_build_object('decision', decision,
    -- Whoever wrote it down may decide; the log says that it was she.
    'assisted', case when a.assisted_by = private.me() and a.taken_over_at is null then true end)));
  perform private.queue_mail('application-decided:' || a.id || ':' || now(), 'application-decided', a.person,
    jsonb_build_object('letter', btrim(decide_application.letter)));
end $$;
grant execute on function public.decide_application to authenticated;

-- The applicant's place in the programme, out of her answers; she gets ready before anybody sees her. Her places are
-- locked.
create function private.give_place(a public.applications) returns void
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  formats text[];
  place_is text := a.answers ->> 'place';
  -- An older form asked for it in words.
  likes text[] := private.interests_kept(a.programme, case jsonb_typeof(a.answers -> 'interests') when 'array'
    then private.texts(a.answers -> 'interests') end, '{}');
begin
  select * into rules from public.programmes p where p.key = a.programme;
  -- Where there is but one way to meet, nobody is asked.
  formats := private.texts(coalesce(nullif(a.answers -> 'formats', '[]'), rules.rules #> '{course,formats}'));
  update public.people_private x set gender = a.answers ->> 'gender'
  where x.person = a.person and x.gender = 'undisclosed' and private.answered(a.answers -> 'gender');
  if a.part = 'mentee' then
    perform private.mentee_may_move(a.person, a.programme);
    insert into public.mentees as m (person, programme, standing, field, specialism, languages, goals, formats, place,
      region, hours, prefers, prefers_gender, about, interests, prefers_tongue)
    values (a.person, a.programme, 'preparing', a.answers ->> 'field', nullif(btrim(a.answers ->> 'specialism'), ''),
      private.spoken(a.answers -> 'languages'), private.texts(a.answers -> 'goals'), formats, place_is,
      private.region_of(place_is), (a.answers ->> 'hours')::smallint,
      coalesce(nullif(a.answers ->> 'prefers', ''), 'any'),
      case when rules.asks_gender then coalesce(nullif(a.answers ->> 'prefers_gender', ''), 'any') else 'any' end,
      btrim(a.answers ->> 'about'), likes, coalesce(nullif(a.answers ->> 'prefers_tongue', ''), 'any'))
    on conflict (person) do update set programme = excluded.programme, standing = 'preparing', field = excluded.field,
      specialism = excluded.specialism, languages = excluded.languages, goals = excluded.goals,
      formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
      prefers = excluded.prefers, prefers_gender = excluded.prefers_gender, about = excluded.about,
      interests = excluded.interests, prefers_tongue = excluded.prefers_tongue, saved_at = now(),
      approved_at = null;
  else
    perform private.mentor_may_move(a.person, a.programme);
    insert into public.mentors as m (person, programme, standing, field, specialism, languages, offers, formats, place,
      region, hours, capacity, migrated, about, interests)
    values (a.person, a.programme, 'preparing', a.answers ->> 'field', nullif(btrim(a.answers ->> 'specialism'), ''),
      private.spoken(a.answers -> 'languages'), private.texts(a.answers -> 'offers'), formats, place_is,
      private.region_of(place_is), (a.answers ->> 'hours')::smallint,
      coalesce((rules.rules #>> '{limits,capacity}')::smallint, 1),
      case a.answers ->> 'migrated' when 'yes' then true when 'no' then false end, btrim(a.answers ->> 'about'),
      likes)
    -- How many she meets at once is hers to change, and stays, as far as the programme allows it.
    on conflict (person) do update set programme = excluded.programme, standing = 'preparing', field = excluded.field,
      specialism = excluded.specialism, languages = excluded.languages, offers = excluded.offers,
      formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
      capacity = greatest(m.taken, least(m.capacity, rules.capacity_max)),
      migrated = excluded.migrated, about = excluded.about, interests = excluded.interests, saved_at = now(), approved_at = null;
  end if;
  perform private.keep_background(a.person, a.part, a.answers, a.locale, a.sent_at);
  perform private.begin_preparation(a.person, a.part, a.programme, a.answers -> 'mentored_before' = 'true', a.id);
exception when check_violation or not_null_violation or foreign_key_violation then
  perform private.refuse('application_incomplete');
end $$;
