-- What can happen to a trial: agree on a time, meet, and say go on or not us. Table and locks: 44_trials.sql.

-- Either proposes a time and a place (or changes it, also after an hour that did not take place, while neither has said
-- how it was); the other agrees. What is proposed or agreed already changes nothing.
create function public.propose_trial(trial uuid, starts_at timestamptz, format text, meet_at text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'planning', 'agreed');
  place text := btrim(meet_at);
begin
  delete from public.drafts d where d.person = private.me() and d.form = 'trial/' || t.id;
  if propose_trial.starts_at is null or format is null or place is null then
    perform private.refuse('something_missing');
  elsif propose_trial.starts_at <= now() then
    perform private.refuse('time_has_passed');
  elsif propose_trial.starts_at > private.plan_by(t) + interval '1 day' then
    perform private.refuse('trial_too_late');
  elsif t.status = 'agreed' and t.starts_at <= now() and exists (select from public.verdicts v where v.trial = t.id) then
    perform private.refuse('trial_not_open');
  elsif (t.starts_at, t.format, t.meet_at) is not distinct from (propose_trial.starts_at, propose_trial.format, place)
    and (t.status = 'agreed' or t.proposed_by = private.me()) then
    return;
  end if;
  update public.trials s set starts_at = propose_trial.starts_at, format = propose_trial.format, meet_at = place,
    proposed_by = private.me(), plan = t.plan + 1, status = 'planning', decide_by = null
  where s.id = t.id;
  perform private.note('propose_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
  perform private.queue_mail('trial-proposed:' || t.id || ':' || t.plan + 1, 'trial-proposed', private.other_of(t),
    jsonb_build_object('name', private.name_of(private.me()), 'at', propose_trial.starts_at, 'where', place));
end $$;
grant execute on function public.propose_trial to authenticated;

-- Agree to exactly the plan I saw: had time or place changed meanwhile, I am told.
create function public.agree_trial(trial uuid, plan integer) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'planning');
  -- True, or null where the two are alone: then its line in the mail is left out.
  comes boolean;
begin
  if t.plan is distinct from agree_trial.plan or t.proposed_by is null or t.proposed_by = private.me() then
    perform private.refuse('time_has_changed');
  elsif t.starts_at <= now() then
    perform private.refuse('time_has_passed');
  end if;
  update public.trials s set status = 'agreed', asked_at = null, decide_by = s.starts_at + make_interval(days => p.answer_days)
  from public.programmes p where s.id = t.id and p.key = s.programme
  returning nullif(p.coordinator_at_first_meeting, false) into comes;
  perform private.note('agree_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
  perform private.queue_mail('trial-agreed:' || t.id || ':' || t.plan || ':mentee', 'trial-agreed', t.mentee,
    jsonb_build_object('name', private.name_of(t.mentor), 'at', t.starts_at, 'where', t.meet_at, 'coordinator', comes));
  perform private.queue_mail('trial-agreed:' || t.id || ':' || t.plan || ':mentor', 'trial-agreed', t.mentor,
    jsonb_build_object('name', private.name_of(t.mentee), 'at', t.starts_at, 'where', t.meet_at, 'coordinator', comes));
end $$;
grant execute on function public.agree_trial to authenticated;

-- Show the other what I choose now: 'mail', 'phone' or 'platform' (nothing). Also in the match that came of the trial.
create function public.share_contact(trial uuid, contact text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'planning', 'agreed', 'undecided', 'matched');
  me uuid := private.me();
begin
  if t.status = 'matched' and not exists (select from public.matches m where m.trial = t.id and m.living) then
    perform private.refuse('trial_not_open');
  end if;
  if share_contact.contact = 'phone' and not exists
      (select from public.people_private x where x.person = me and x.phone is not null) then
    perform private.refuse('phone_is_there_when_shared');
  end if;
  update public.people_private x set contact = share_contact.contact where x.person = me;
  update public.trials s set
    mentee_contact = case when s.mentee = me then private.contact_of(me) else s.mentee_contact end,
    mentor_contact = case when s.mentor = me then private.contact_of(me) else s.mentor_contact end
  where s.id = t.id;
end $$;
grant execute on function public.share_contact to authenticated;

-- Only two "go on" make a match, and the row lock makes it one. Answers the match, or null while the other is silent.
create function public.say_go_on(trial uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'agreed', 'undecided');
begin
  -- `decide_by` is set when a time is agreed; a date only one of them named does not count.
  if t.decide_by is null or t.starts_at > now() then
    perform private.refuse('trial_not_yet');
  end if;
  insert into public.verdicts (trial, person, says) values (t.id, private.me(), 'go_on') on conflict do nothing;
  -- Named without the other, who may not know yet, and without desks: one of them may be hers. They read the verdict.
  perform private.note('say_go_on', 'trial', t.id, nullif(t.mentee, private.other_of(t)),
    nullif(t.mentor, private.other_of(t)));
  if (select count(*) from public.verdicts v where v.trial = t.id and v.says = 'go_on') = 2 then
    perform private.end_trial(t, 'match_trial', 'matched');
    return private.open_match(t);
  end if;
  perform private.queue_mail('trial-other-said:' || t.id, 'trial-answer-waits', private.other_of(t),
    jsonb_build_object('name', private.name_of(private.me())));
  return null;
end $$;
grant execute on function public.say_go_on to authenticated;

-- Not us, without fault. The reason is for the coordinator, never for the other.
create function public.say_not_us(trial uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'pair', 'awaiting', 'planning', 'agreed', 'undecided');
begin
  insert into public.verdicts (trial, person, says, reason) values (t.id, private.me(), 'not_us', say_not_us.reason)
  on conflict on constraint verdicts_pkey do update set says = 'not_us', reason = excluded.reason, said_at = now();
  perform private.end_trial(t, 'say_not_us', 'not_us');
  perform private.queue_mail('trial-not-us:' || t.id, 'trial-not-us', private.other_of(t),
    jsonb_build_object('name', private.name_of(private.me())));
end $$;
grant execute on function public.say_not_us to authenticated;

-- A coordinator lets a trial begin, gives the two more time, or stops it.

-- Let a trial begin that waits for a coordinator. Only now do the two see what each chose to show.
create function public.approve_trial(trial uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'desk', 'awaiting');
begin
  update public.trials s set status = 'planning', agree_by = now() + make_interval(days => p.never_met_days[2]),
    mentee_contact = private.contact_of(s.mentee), mentor_contact = private.contact_of(s.mentor)
  from public.programmes p where s.id = t.id and p.key = s.programme;
  perform private.note('approve_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
  perform private.queue_mail('trial-approved:' || t.id || ':mentee', 'trial-approved', t.mentee,
    jsonb_build_object('name', private.name_of(t.mentor)));
  perform private.queue_mail('trial-approved:' || t.id || ':mentor', 'trial-approved', t.mentor,
    jsonb_build_object('name', private.name_of(t.mentee)));
end $$;
grant execute on function public.approve_trial to authenticated;

-- Give the two more days to agree or to answer, also after silence: their days are counted anew.
create function public.extend_trial(trial uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'desk', 'planning', 'agreed', 'undecided');
begin
  update public.trials s set asked_at = null,
    status = case when s.status = 'undecided' then case when s.decide_by is null then 'planning'::public.trial_status else 'agreed' end
      else s.status end,
    agree_by = greatest(s.agree_by, now() + make_interval(days => p.never_met_days[2])),
    decide_by = case when s.decide_by is not null
      then greatest(s.decide_by, now() + make_interval(days => p.answer_days)) end
  from public.programmes p where s.id = t.id and p.key = s.programme;
  perform private.note('extend_trial', 'trial', t.id, t.mentee, t.mentor, t.desks);
end $$;
grant execute on function public.extend_trial to authenticated;

-- End a trial as its coordinator.
create function public.stop_trial(trial uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  t public.trials := private.hold_trial(trial, 'desk', 'awaiting', 'planning', 'agreed', 'undecided');
begin
  perform private.end_trial(t, 'stop_trial', 'stopped');
  perform private.queue_mail('trial-stopped:' || t.id || ':mentee', 'trial-stopped', t.mentee,
    jsonb_build_object('name', private.name_of(t.mentor)));
  perform private.queue_mail('trial-stopped:' || t.id || ':mentor', 'trial-stopped', t.mentor,
    jsonb_build_object('name', private.name_of(t.mentee)));
end $$;
grant execute on function public.stop_trial to authenticated;
