-- An application is sent: it is judged by the rules of the day, gets its place in line and a day by which it is answered.
-- Table: 43_applications.sql.

-- Send my application. Answers its state, and the questions that still need an answer: while there are any, nothing is
-- sent. A rule that is not met does not hinder; a human reads it. One that was not in the way when I last looked is told
-- first, as `changed`, and sending once more goes through. Sent twice is sent once.
create function public.send_application(application uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'draft', 'sent', 'asked', 'interview',
    'waiting', 'preparing');
begin
  if a.status <> 'draft' then
    return jsonb_build_object('status', a.status, 'missing', '[]'::jsonb);
  end if;
  return private.hand_in(private.take_over(a));
end $$;
grant execute on function public.send_application to authenticated;

-- Sends a draft that the caller holds.
create function private.hand_in(a public.applications) returns jsonb
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  asks jsonb;
  missing text[];
  verdict jsonb := private.eligibility(a.programme, a.part, a.answers, current_date);
  changed text[] := array(select u ->> 'rule' from jsonb_array_elements(verdict -> 'unmet') as u
    where not a.eligibility -> 'unmet' @> jsonb_build_array(jsonb_build_object('rule', u -> 'rule')));
  opens date := private.opening_for(a);
begin
  -- A coordinator may have brought her in since it was begun.
  if private.has_place(a.person, a.part, a.programme) then
    perform private.refuse('in_programme_already');
  end if;
  select * into rules from public.programmes p where p.key = a.programme;
  asks := private.rules_on(a.programme, current_date) || jsonb_build_object('intake', rules.rules -> 'intake');
  -- What she said elsewhere, or before she chose otherwise, and is not asked here goes.
  select private.missing_answers(f.definition, a.programme, asks, rules.asks_gender, a.answers),
    private.asked_answers(f.definition, a.programme, asks, rules.asks_gender, a.answers) into missing, a.answers
  from public.forms f where f.key = a.part and f.version = a.form_version;
  if missing <> '{}' then
    return jsonb_build_object('status', a.status, 'missing', missing);
  elsif opens > current_date and rules.rules #>> '{intake,while_closed}' = 'draft' then
    perform private.refuse('round_closed');
  elsif changed <> '{}' then
    update public.applications x set eligibility = verdict where x.id = a.id;
    return jsonb_build_object('status', a.status, 'missing', missing, 'changed', changed);
  end if;
  -- From now on she has a name here, so that a coordinator knows whom she reads.
  insert into public.people (id, shown_name, locale) values (a.person, btrim(a.answers ->> 'shown_name'), a.locale)
  on conflict do nothing;
  insert into public.people_private (person) values (a.person) on conflict do nothing;
  -- What is sent before a round opens is promised an answer from that day on.
  update public.applications x set status = 'sent', sent_at = now(), moved_at = now(), touched_at = now(), round = opens,
    answers = a.answers, due_on = greatest(current_date, opens) + rules.promise_days,
    eligibility = verdict || '{"overridden": []}'
  where x.id = a.id returning * into a;
  perform private.note_application(a, 'send_application');
  if private.is_assisted(a) then
    perform private.queue_mail('application-sent:' || a.id, 'application-assisted-sent', a.person,
      jsonb_build_object('name', private.name_of(a.assisted_by), 'said', private.said_yes_to(a)));
  elsif opens > current_date then
    perform private.queue_mail('application-sent:' || a.id, 'application-sent-early', a.person,
      jsonb_build_object('day', opens, 'days', rules.promise_days));
  else
    perform private.queue_mail('application-sent:' || a.id, 'application-sent', a.person,
      jsonb_build_object('days', rules.promise_days));
  end if;
  return jsonb_build_object('status', a.status, 'missing', '[]'::jsonb);
end $$;

-- What she said yes to in the form, in its own words and her language, a line each.
create function private.said_yes_to(a public.applications) returns text
  language sql stable set search_path = '' as $$
  select coalesce(string_agg(coalesce(q #>> array['label', a.locale], q ->> 'key'), e'\n' order by nr), '')
  from public.forms f
    cross join jsonb_path_query(f.definition, '$.steps[*].questions[*] ? (@.kind == "consent")')
      with ordinality as t (q, nr)
  where f.key = a.part and f.version = a.form_version and a.answers -> (q ->> 'key') = 'true'
$$;

-- Say that I have done what was to come first, with a line about it if I like. It goes back to be read: the day of sending
-- stays mine, the promise counts from now, or from the day my round opens.
create function public.resume_application(application uuid, message text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'preparing');
  opens date := private.opening_for(a);
begin
  if btrim(coalesce(message, '')) <> '' then
    insert into public.application_messages (application, kind, message) values (a.id, 'answer', btrim(message));
  end if;
  update public.applications x set status = 'sent', line = 'sent', prepared_at = now(), moved_at = now(), touched_at = now(),
    told_at = null, late_told_at = null, round = opens, due_on = greatest(current_date, opens) + p.promise_days
  from public.programmes p where x.id = a.id and p.key = a.programme returning x.* into a;
  perform private.note_application(a, 'resume_application');
  perform private.queue_mail('application-prepared:' || a.id || ':' || a.prepared_at, 'application-prepared', a.person,
    jsonb_build_object('day', a.due_on));
  delete from public.drafts d where d.person = a.person and d.form = 'application/' || a.id;
end $$;
grant execute on function public.resume_application to authenticated;

-- Take back what I told of my life, and the yes to it; the application goes on without.
create function public.take_back_life(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'sent', 'asked', 'interview', 'waiting', 'preparing',
    'accepted', 'redirected', 'declined', 'withdrawn', 'expired');
begin
  if a.answers ?| private.life_answers() then
    update public.applications x set answers = x.answers - private.life_answers(), touched_at = now() where x.id = a.id;
    perform private.note_application(a, 'take_back_life');
  end if;
end $$;
grant execute on function public.take_back_life to authenticated;
