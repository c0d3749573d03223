-- A mentor's three answers: yes, no with a reason, or a question. Table and locks: 40_requests.sql.

-- Yes: a trial begins, and her other open requests close. Answers the trial.
create function public.accept_request(request uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentor', 'open', 'asked');
  other public.requests;
  trial uuid;
begin
  if exists (select from public.mentors m where m.person = r.mentor and m.taken >= m.capacity) then
    perform private.refuse('mentor_full');
  elsif exists (select from public.trials t where t.mentee = r.mentee and t.standing) then
    perform private.refuse('trial_stands');
  elsif exists (select from public.matches t where t.mentee = r.mentee and t.living) then
    perform private.refuse('match_stands');
  end if;
  update public.requests set answered_at = coalesce(answered_at, now()) where id = r.id;
  perform private.move_request(r, 'accept_request', 'accepted', now());
  trial := private.open_trial(r);
  -- A yes closes her other open requests, kindly.
  for other in
    select * from public.requests q
    where q.mentee = r.mentee and q.id <> r.id and q.status in ('proposed', 'open', 'asked') order by q.id for update
  loop
    perform private.move_request(other, 'close_request', 'closed', now());
    if other.status <> 'proposed' then
      perform private.queue_mail('request-closed:' || other.id, 'request-closed', other.mentor,
        jsonb_build_object('name', private.name_of(r.mentee)));
    end if;
  end loop;
  return trial;
end $$;
grant execute on function public.accept_request to authenticated;

-- No, with a coded reason that the mentee never reads; with `block` she is not to ask again, which she is not told either.
create function public.decline_request(request uuid, reason text, block boolean default false) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentor', 'open', 'asked');
begin
  insert into public.declines (request, person, reason) values (r.id, r.mentor, decline_request.reason);
  update public.requests q set answered_at = coalesce(q.answered_at, now()) where q.id = r.id;
  perform private.move_request(r, 'decline_request', 'declined', now());
  if block then
    perform public.mark_person(r.mentee, 'blocked');
  end if;
  perform private.queue_mail('request-declined:' || r.id, 'request-declined', r.mentee,
    jsonb_build_object('name', private.name_of(r.mentor), 'next', private.next_best(r.mentee)));
end $$;
grant execute on function public.decline_request to authenticated;

-- A question stops the nudges; the days until expiry start anew with it and with the reply.
create function public.ask_about_request(request uuid, question text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentor', 'open');
begin
  if exists (select from public.letters l where l.request = r.id and l.question is not null) then
    perform private.refuse('asked_once_already');
  end if;
  if btrim(coalesce(question, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  update public.letters l set question = btrim(ask_about_request.question) where l.request = r.id;
  update public.requests q set
    answered_at = coalesce(q.answered_at, now()), expires_at = now() + (q.expires_at - q.sent_at)
  where q.id = r.id;
  perform private.move_request(r, 'ask_about_request', 'asked', now());
  perform private.queue_mail('request-question:' || r.id, 'request-question', r.mentee,
    jsonb_build_object('name', private.name_of(r.mentor)));
  delete from public.drafts d where d.person = r.mentor and d.form = 'question/' || r.id;
end $$;
grant execute on function public.ask_about_request to authenticated;

-- Answer the mentor's question; the request is open again.
create function public.reply_to_request(request uuid, reply text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'asked');
begin
  if btrim(coalesce(reply, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  update public.letters l set reply = btrim(reply_to_request.reply) where l.request = r.id;
  update public.requests q set nudged_at = null,
    expires_at = now() + make_interval(days => p.expiry_days)
  from public.programmes p where q.id = r.id and p.key = q.programme;
  perform private.move_request(r, 'reply_to_request', 'open', now());
  perform private.queue_mail('request-reply:' || r.id, 'request-reply', r.mentor,
    jsonb_build_object('name', private.name_of(r.mentee)));
  delete from public.drafts d where d.person = r.mentee and d.form = 'reply/' || r.id;
end $$;
grant execute on function public.reply_to_request to authenticated;

-- A coordinator proposes; the mentee says yes first, then the mentor is asked as by any request.

-- Propose a mentor to a mentee, with a message to her. Answers the request.
create function public.propose_match(mentee uuid, mentor uuid, message text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mentee_row public.mentees;
  mentor_row public.mentors;
  fit record;
  request uuid;
begin
  select * into mentee_row from public.mentees m where m.person = propose_match.mentee and m.desks && private.my_desks();
  select * into mentor_row from public.mentors m where m.person = propose_match.mentor and m.programme = mentee_row.programme;
  if mentee_row.person is null or me in (propose_match.mentee, propose_match.mentor) then
    perform private.refuse('mentee_unknown');
  elsif mentor_row.person is null then
    perform private.refuse('mentor_unknown');
  end if;
  perform private.hold_pair(mentee_row.person, mentor_row.person);
  perform private.check_may_ask(mentee_row.person, mentor_row.person);
  if exists (select from public.requests q join public.programmes p on p.key = q.programme
      where q.mentee = mentee_row.person and q.mentor = mentor_row.person and q.opened_at is null
        and q.status in ('declined', 'withdrawn') and q.ended_at > now() - make_interval(days => p.again_days)) then
    perform private.refuse('proposed_recently');
  end if;
  select * into fit from private.fit_of(mentee_row.person, mentor_row.person);
  if fit.score is null then
    perform private.refuse('mentor_unknown');
  end if;
  insert into public.requests (programme, mentee, mentor, status, proposed_by, score, reasons, desks, expires_at)
  select mentee_row.programme, mentee_row.person, mentor_row.person, 'proposed', me, fit.score, fit.reasons,
    private.desks(mentee_row.programme, mentee_row.region, mentor_row.region), now() + make_interval(days => p.expiry_days)
  from public.programmes p where p.key = mentee_row.programme
  returning id into request;
  insert into public.letters (request, message) values (request, nullif(btrim(propose_match.message), ''));
  perform private.note('propose_match', 'request', request, mentee_row.person, null,
    (select r.desks from public.requests r where r.id = request));
  perform private.queue_mail('match-proposed:' || request, 'match-proposed', mentee_row.person,
    jsonb_build_object('name', private.name_of(mentor_row.person)));
  delete from public.drafts d where d.person = me and d.form = 'propose/' || mentee_row.person;
  return request;
end $$;
grant execute on function public.propose_match to authenticated;

-- Yes to a coordinator's proposal, with words of her own: now the mentor is asked, as by any request.
create function public.accept_proposal(request uuid, message text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed');
begin
  perform private.check_may_ask(r.mentee, r.mentor, r.id);
  if btrim(coalesce(message, '')) = '' then
    perform private.refuse('message_missing');
  end if;
  update public.letters l set message = btrim(accept_proposal.message) where l.request = r.id;
  update public.requests q set sent_at = now(),
    expires_at = now() + make_interval(days => p.expiry_days)
  from public.programmes p where q.id = r.id and p.key = q.programme;
  perform private.move_request(r, 'accept_proposal', 'open', now());
  perform private.queue_mail('request-sent:' || r.id, 'request-sent', r.mentor,
    jsonb_build_object('name', private.name_of(r.mentee), 'days', (r.expires_at::date - r.sent_at::date)));
  delete from public.drafts d where d.person = r.mentee and d.form = 'proposal/' || r.id;
end $$;
grant execute on function public.accept_proposal to authenticated;

-- No to a coordinator's proposal. The mentor never hears of it.
create function public.decline_proposal(request uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  r public.requests := private.hold_request(request, 'mentee', 'proposed');
begin
  perform private.move_request(r, 'decline_proposal', 'declined', now());
end $$;
grant execute on function public.decline_proposal to authenticated;
