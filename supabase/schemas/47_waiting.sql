-- While an application waits: where it stands, and what an applicant can do meanwhile. Table: 43_applications.sql.

-- Is it on the waiting list? Neither a question nor a talk on the way costs the place.
create function private.is_waiting(a public.applications) returns boolean
  language sql immutable set search_path = '' as $$
  select a.in_line and a.line = 'waiting'
$$;
grant execute on function private.is_waiting to authenticated;

-- Take my application back; a draft is thrown away. Who is about to talk with me hears that the talk is off.
create function public.withdraw_application(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'draft', 'sent', 'asked', 'interview',
    'waiting', 'preparing');
begin
  if a.status = 'draft' then
    delete from public.applications x where x.id = a.id;
  else
    update public.applications x set status = 'withdrawn', decided_at = now(), moved_at = now(), touched_at = now(),
      times = '{}', interview_at = case when a.interview_at <= now() then a.interview_at end
    where x.id = a.id;
    if a.interview_at > now() and a.invited_by is not null then
      perform private.queue_mail('application-interview-off:' || a.id || ':' || now(), 'application-interview-off',
        a.invited_by, jsonb_build_object('at', a.interview_at));
    end if;
  end if;
  perform private.note_application(a, 'withdraw_application');
end $$;
grant execute on function public.withdraw_application to authenticated;

-- Answer what the coordinator asked; the application goes on where it was.
create function public.answer_application(application uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'asked');
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  insert into public.application_messages (application, kind, message) values (a.id, 'answer', btrim(message));
  update public.applications x set status = a.asked_from, asked_from = null, moved_at = now(), touched_at = now()
  where x.id = a.id;
  perform private.note_application(a, 'answer_application');
  delete from public.drafts d where d.person = a.person and d.form = 'application/' || a.id;
end $$;
grant execute on function public.answer_application to authenticated;

-- Choose one of the times for the talk, or another one until it begins.
create function public.choose_interview(application uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'interview');
begin
  if at is null or at <> all (a.times) then
    perform private.refuse('time_not_offered');
  elsif at <= now() or a.interview_at <= now() then
    perform private.refuse('time_has_passed');
  elsif a.interview_at = at then
    return;
  end if;
  update public.applications x set interview_at = choose_interview.at, touched_at = now() where x.id = a.id;
  perform private.note_application(a, 'choose_interview');
  -- Back to a time she had before is news, too.
  perform private.queue_mail('application-interview-chosen:' || a.id || ':' || now() || ':applicant',
    'application-interview-chosen', a.person, jsonb_build_object('at', choose_interview.at, 'where', a.meet_at));
  if a.invited_by is not null then
    perform private.queue_mail('application-interview-chosen:' || a.id || ':' || now() || ':desk',
      'application-interview-chosen', a.invited_by, jsonb_build_object('at', choose_interview.at, 'where', a.meet_at));
  end if;
end $$;
grant execute on function public.choose_interview to authenticated;
