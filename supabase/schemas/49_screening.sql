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
  perform private.queue_mail('application-question:' || a.id || ':' || question, 'application-question', a.person,
    jsonb_build_object('question', btrim(ask_applicant.message)));
end $$;
grant execute on function public.ask_applicant to authenticated;

-- Propose times for a talk: one to five, all to come. The applicant chooses one. Proposed anew, for a second talk too, the
-- old times and what was chosen are gone, and what was noted stays; the same once more changes nothing. `how` is 'online',
-- 'phone' or 'in-person'; `place` is where, or the link.
create function public.invite_to_interview(application uuid, times timestamptz[], minutes integer, how text, place text)
  returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
  proposed timestamptz[] := array(select distinct t from unnest(times) as t order by t);
  place_is text := nullif(btrim(invite_to_interview.place), '');
begin
  if coalesce(cardinality(times), 0) not between 1 and 5
    or array_position(times, null) is not null
    or exists (select from unnest(times) as t where t <= now() or t > now() + interval '90 days') then
    perform private.refuse('times_unsound');
  elsif minutes is null or how is null then
    perform private.refuse('something_missing');
  elsif a.status = 'interview' and (a.times, a.minutes, a.how, a.meet_at) is not distinct from
      (proposed, invite_to_interview.minutes, invite_to_interview.how, place_is) then
    return;
  end if;
  update public.applications x set status = 'interview', asked_from = null, moved_at = now(), touched_at = now(),
    times = proposed, interview_at = null, minutes = invite_to_interview.minutes, how = invite_to_interview.how,
    meet_at = place_is, invited_by = private.me()
  where x.id = a.id;
  perform private.note_application(a, 'invite_to_interview');
  perform private.queue_mail('application-interview:' || a.id || ':' || now(), 'application-interview', a.person, jsonb_build_object('minutes', invite_to_interview.minutes));
end $$;
grant execute on function public.invite_to_interview to authenticated;

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

-- Count a rule as met that is not, or is still open; who and why stands in `application_overrides`.
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
  perform private.note_application(a, 'override_rule', false, jsonb_build_object('rule', rule));
end $$;
grant execute on function public.override_rule to authenticated;
