-- The countdown of a first hour that has no time: three days of the programme, counted from the yes, from a coordinator's
-- approval, or from when she gave more. On the first both are reminded. The second is `agree_by`, the day by which they are to
-- meet: from then on they stand on the desk, to be called. On the third she decides. A time that both agreed on stops it; an hour
-- that did not take place and is planned anew counts on.

-- By when the two are to meet: `agree_by`, and once that day has come, the one on which a coordinator decides.
create function private.plan_by(t public.trials) returns timestamptz
  language sql stable set search_path = '' as $$
  select case when t.agree_by > now() then t.agree_by
    else t.agree_by + make_interval(days => p.never_met_days[3] - p.never_met_days[2]) end
  from public.programmes p where p.key = t.programme
$$;
grant execute on function private.plan_by to authenticated;

-- What the clock does of it, and after the hour: who has not answered is asked once, then a coordinator decides. An hour
-- proposed for the last day may be agreed to until it begins.
create function private.remind_trials(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  due record;
  t public.trials;
  touched bigint := 0;
begin
  for due in
    select s as trial, d.over from public.trials s join public.programmes p on p.key = s.programme
      cross join lateral (select case s.status
        when 'planning' then greatest(s.agree_by + make_interval(days => p.never_met_days[3] - p.never_met_days[2]), s.starts_at) <= as_of
        else s.decide_by + make_interval(days => p.answer_days) <= as_of end as over) d
    where (s.status = 'planning' and s.asked_at is null and as_of < s.agree_by
        and s.agree_by - make_interval(days => p.never_met_days[2] - p.never_met_days[1]) <= as_of)
      or (s.status = 'agreed' and s.asked_at is null and s.decide_by <= as_of)
      or (s.status in ('planning', 'agreed') and d.over)
    order by s.id for update of s skip locked
  loop
    t := due.trial;
    if due.over then
      update public.trials set status = 'undecided', asked_at = coalesce(asked_at, as_of) where id = t.id;
      perform private.note('leave_trial_undecided', 'trial', t.id, t.mentee, t.mentor, t.desks);
    else
      update public.trials set asked_at = as_of where id = t.id;
      perform private.remind_of_trial(t, t.mentee, 'mentee', t.mentor);
      perform private.remind_of_trial(t, t.mentor, 'mentor', t.mentee);
    end if;
    touched := touched + 1;
  end loop;
  return touched;
end $$;

-- One reminder to one of the two who has not spoken: once for each day that is waited for, whatever is planned anew meanwhile.
create function private.remind_of_trial(t public.trials, person_is uuid, part text, other uuid) returns void
  language plpgsql set search_path = '' as $$
begin
  if t.status = 'planning' then
    perform private.queue_mail('trial-reminder:' || t.id || ':' || t.agree_by || ':' || part, 'trial-plan-reminder', person_is,
      jsonb_build_object('name', private.name_of(other), 'day', t.agree_by::date));
  elsif not exists (select from public.verdicts v where v.trial = t.id and v.person = person_is) then
    perform private.queue_mail('trial-reminder:' || t.id || ':' || t.decide_by || ':' || part, 'trial-answer-reminder', person_is,
      jsonb_build_object('name', private.name_of(other)));
  end if;
end $$;
