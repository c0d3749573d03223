-- What somebody does to get ready, and what her coordinator ticks. Table: 56_onboarding.sql.

-- Mine, locked after my places.
create function private.hold_preparation(part text) returns public.preparations
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  p public.preparations;
begin
  perform private.hold_pair(me, me);
  select * into p from public.preparations x where x.person = me and x.part = hold_preparation.part for update;
  if not found then
    perform private.refuse('preparation_unknown');
  end if;
  return p;
end $$;

-- A step of mine is done. Twice is once.
create function private.take_step(p public.preparations, step text) returns public.standing
  language plpgsql set search_path = '' as $$
begin
  insert into public.preparation_steps (person, part, step) values (p.person, p.part, take_step.step) on conflict do nothing;
  if found then
    perform private.note_preparation(p, 'finish_step', jsonb_build_object('step', step));
  end if;
  return private.ready_up(p);
end $$;

-- I am through with a step, as 'mentee' or 'mentor': the course, boundaries, what I get access to, my picture or the look at
-- my card. Answers where my place stands.
create function public.finish_step(part text, step text) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_preparation(part);
begin
  -- The others have verbs of their own.
  if step is null or step <> all (private.steps_of(p.programme, p.part)) or step = any (private.gates() || '{expectations,readiness}') then
    perform private.refuse('step_unknown');
  end if;
  -- Ticks of the course, which nobody but she has read.
  delete from public.drafts d where d.person = p.person and d.form = finish_step.step || '-' || p.part;
  return private.take_step(p, step);
end $$;
grant execute on function public.finish_step to authenticated;

-- Say what I expect: one to four of the sentences, and words of my own. The other reads it from the trial on. Can be said
-- anew at any time.
create function public.say_expectations(part text, chosen text[], words text) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  p public.preparations;
begin
  perform private.hold_pair(me, me);
  if coalesce(private.standing_of(me, part), 'left') not in ('preparing', 'approved') then
    perform private.refuse('preparation_unknown');
  end if;
  insert into public.expectations as e (person, part, chosen, words)
  values (me, say_expectations.part, say_expectations.chosen, nullif(btrim(say_expectations.words), ''))
  on conflict on constraint expectations_pkey do update set chosen = excluded.chosen, words = excluded.words, said_at = now();
  select * into p from public.preparations x where x.person = me and x.part = say_expectations.part for update;
  delete from public.drafts d where d.person = me and d.form = 'expect-' || say_expectations.part;
  if 'expectations' = any (private.steps_left(p)) then
    return private.take_step(p, 'expectations');
  end if;
  perform private.note('say_expectations', part, me);
  return private.standing_of(me, part);
end $$;
grant execute on function public.say_expectations to authenticated;

-- Do I feel ready? Asked when my other steps are done. “Not yet” tells a coordinator, and takes nothing away.
create function public.say_ready(part text, ready boolean) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_preparation(part);
begin
  if ready is null or 'readiness' <> all (private.steps_of(p.programme, p.part)) then
    perform private.refuse('step_unknown');
  elsif array(select unnest(private.steps_left(p)) except select unnest(private.gates() || '{readiness}')) <> '{}' then
    perform private.refuse('steps_first');
  elsif ready then
    update public.preparations x set not_yet_at = null where x.person = p.person and x.part = p.part;
    return private.take_step(p, 'readiness');
  elsif p.ready_at is null then
    delete from public.preparation_steps d where d.person = p.person and d.part = p.part and d.step = 'readiness';
    update public.preparations x set not_yet_at = coalesce(x.not_yet_at, now()), touched_at = now()
    where x.person = p.person and x.part = p.part;
    if p.not_yet_at is null then
      perform private.note_preparation(p, 'say_not_yet', '{}');
    end if;
  end if;
  return private.standing_of(p.person, p.part);
end $$;
grant execute on function public.say_ready to authenticated;

-- I do not want to begin after all, as 'mentee' or 'mentor': a place that is not open yet is given up. What belongs to it
-- goes; what I expect, a picture without another place and the place itself within the minute (68_leaving.sql).
create function public.give_up_place(part text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_preparation(part);
begin
  if p.ready_at is not null then
    perform private.refuse('place_is_open');
  end if;
  perform private.end_preparation(p);
end $$;
grant execute on function public.give_up_place to authenticated;

-- A programme that asks for less than before: whoever has nothing left is ready.
create function private.after_steps() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations;
begin
  for p in select * from public.preparations x where x.programme = new.key and x.ready_at is null order by x.person loop
    perform private.hold_pair(p.person, p.person);
    perform private.ready_up(p) where private.steps_left(p) = '{}';
  end loop;
  return null;
end $$;
create trigger preparations_follow after update on public.programmes
  for each row when (old.mentee_steps is distinct from new.mentee_steps or old.mentor_steps is distinct from new.mentor_steps)
  execute function private.after_steps();

-- A mentor at my desks, locked, to tick something for. Nobody ticks for herself.
create function private.hold_mentor_of_mine(mentor uuid) returns public.preparations
  language plpgsql set search_path = '' as $$
declare
  p public.preparations;
begin
  perform private.hold_pair(mentor, mentor);
  select x.* into p from public.preparations x join public.mentors m on m.person = x.person
  where x.person = mentor and x.part = 'mentor' and m.person <> private.me() and m.desks && private.my_desks() for update of x;
  if not found then
    perform private.refuse('mentor_unknown');
  end if;
  return p;
end $$;

-- Tick a gate for a mentor: 'interview', 'certificate' or 'code-of-conduct', seen on this day; the certificate itself is
-- never kept. The talk is ticked when its guide has nothing open that it must be about. Null takes a tick back while the mentor
-- is still getting ready.
create function public.tick_gate(mentor uuid, gate text, seen_on date) returns public.standing
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_mentor_of_mine(mentor);
begin
  if gate is null or gate <> all (private.gates()) or gate <> all (private.steps_of(p.programme, 'mentor')) then
    perform private.refuse('step_unknown');
  elsif p.ready_at is not null then
    perform private.refuse('preparation_over');
  -- It may be tomorrow already where the coordinator is.
  elsif seen_on > current_date + 1 or seen_on < current_date - 730 then
    perform private.refuse('day_unsound');
  elsif gate = 'interview' and seen_on is not null and exists (
      select from private.application_of(p) a where private.talk_left(a) <> '{}') then
    perform private.refuse('interview_incomplete');
  end if;
  delete from public.preparation_steps d where d.person = p.person and d.part = 'mentor' and d.step = gate;
  if seen_on is not null then
    insert into public.preparation_steps (person, part, step, done_on, ticked_by)
    values (p.person, 'mentor', gate, seen_on, private.me());
  end if;
  perform private.note_preparation(p, 'tick_gate', jsonb_build_object('gate', gate, 'seen_on', seen_on));
  return private.ready_up(p);
end $$;
grant execute on function public.tick_gate to authenticated;

-- I have called a mentor who does this for the first time, after her first hour.
create function public.note_first_call(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  p public.preparations := private.hold_mentor_of_mine(mentor);
begin
  if not p.first_time or p.called_at is not null then
    perform private.refuse('mentor_unknown');
  end if;
  update public.preparations x set called_at = now() where x.person = p.person and x.part = p.part;
  perform private.note_preparation(p, 'note_first_call', '{}');
end $$;
grant execute on function public.note_first_call to authenticated;

-- What somebody expects, as far as I may read it: {"chosen", "words"} or null.
create function private.expectations_of(person_is uuid, part_is text) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('chosen', e.chosen, 'words', e.words)
  from public.expectations e where e.person = person_is and e.part = part_is
$$;
grant execute on function private.expectations_of to authenticated;
