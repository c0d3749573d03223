-- A mentee asks, and may take it back. Table and locks: 40_requests.sql.

-- Refuses unless this mentee may open one more request to this mentor now. The pair is locked.
create function private.check_may_ask(mentee_is uuid, mentor_is uuid, living_id uuid default null) returns void
  language plpgsql set search_path = '' as $$
declare
  mentee_row public.mentees;
  mentor_row public.mentors;
  rules public.programmes;
begin
  select * into mentee_row from public.mentees where person = mentee_is;
  select * into mentor_row from public.mentors where person = mentor_is;
  select * into rules from public.programmes where key = mentee_row.programme;
  if mentee_row.standing is distinct from 'approved' then
    perform private.refuse('not_approved_yet');
  elsif mentee_is = mentor_is then
    perform private.refuse('not_oneself');
  elsif mentor_row.standing is distinct from 'approved' or mentor_row.programme <> mentee_row.programme
    or private.are_apart(mentee_is, mentor_is)
    or current_date between mentor_row.paused_from and coalesce(mentor_row.paused_until, 'infinity') then
    perform private.refuse('mentor_unknown');
  elsif mentor_row.taken >= mentor_row.capacity then
    perform private.refuse('mentor_full');
  elsif exists (select from public.trials t where t.mentee = mentee_is and t.standing) then
    perform private.refuse('trial_stands');
  elsif exists (select from public.matches t where t.mentee = mentee_is and t.living) then
    perform private.refuse('match_stands');
  elsif exists (select from public.requests q where q.mentee = mentee_is and q.mentor = mentor_is
      and q.id is distinct from living_id and not private.never_met(q.id)
      and (q.ended_at is null or q.opened_at > now() - make_interval(days => rules.again_days))) then
    perform private.refuse('asked_recently');
  elsif mentee_row.asking >= rules.open_requests then
    perform private.refuse('too_many_open_requests');
  -- Counted while the mentor is locked, as whatever asks her is: two who ask at once count one after the other.
  elsif private.is_asked_enough(mentor_is) then
    perform private.refuse('mentor_asked_enough');
  end if;
end $$;

-- Ask a mentor. Answers the request.
create function public.send_request(mentor uuid, message text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  rules public.programmes;
  fit record;
  request uuid;
begin
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  perform private.hold_pair(me, mentor);
  perform private.check_may_ask(me, mentor);
  select p.* into rules from public.programmes p join public.mentees m on m.programme = p.key where m.person = me;
  if not 'self' = any (rules.modes) then
    perform private.refuse('coordinator_matches_here');
  end if;
  select * into fit from private.fit_of(me, mentor);
  -- The hard rules (language, place) hold here too, whatever the browser shows.
  if fit.score is null then
    perform private.refuse('mentor_unknown');
  end if;
  insert into public.requests (programme, mentee, mentor, status, score, reasons, desks, opened_at, expires_at)
  select rules.key, me, send_request.mentor, 'open', fit.score, fit.reasons,
    private.desks(rules.key, mentee_row.region, mentor_row.region), now(), now() + make_interval(days => rules.expiry_days)
  from public.mentees mentee_row, public.mentors mentor_row where mentee_row.person = me and mentor_row.person = send_request.mentor
  returning id into request;
  insert into public.letters (request, message) values (request, btrim(send_request.message));
  perform private.note('send_request', 'request', request, me, mentor,
    (select r.desks from public.requests r where r.id = request));
  perform private.queue_mail('request-sent:' || request, 'request-sent', mentor,
    jsonb_build_object('name', private.name_of(me), 'days', rules.expiry_days));
  delete from public.drafts d where d.person = me and d.form = 'request/' || mentor;
  return request;
end $$;
grant execute on function public.send_request to authenticated;

-- Take back a request that has no answer yet.
create function public.withdraw_request(request uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed', 'open', 'asked');
begin
  perform private.move_request(r, 'withdraw_request', 'withdrawn', now());
  if r.status <> 'proposed' then
    perform private.queue_mail('request-withdrawn:' || r.id, 'request-withdrawn', r.mentor,
      jsonb_build_object('name', private.name_of(r.mentee)));
  end if;
end $$;
grant execute on function public.withdraw_request to authenticated;
