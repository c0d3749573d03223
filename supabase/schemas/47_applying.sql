-- What an applicant can do with her application. Table: 43_applications.sql.

-- Begin to apply, as 'mentee' or 'mentor', in the language of the page; or go on where I was. What is known of me already
-- is filled in. Answers the application.
create function public.begin_application(programme text, part text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  newest public.forms;
  a public.applications;
begin
  if not exists (select from public.programmes p where p.key = programme) then
    perform private.refuse('programme_unknown');
  end if;
  select * into newest from public.forms f where f.key = part order by f.version desc limit 1;
  if not found then
    perform private.refuse('form_unknown');
  end if;
  select * into a from public.applications x where x.person = me and x.programme = begin_application.programme
    and x.part = begin_application.part and (x.status = 'draft' or x.in_line) for update;
  if found then
    perform private.follow_form(a, 1);
    return a.id;
  end if;
  if private.has_place(me, part, programme) then
    perform private.refuse('in_programme_already');
  elsif (select count(*) from public.applications x
      where x.person = me and x.begun_at > now() - interval '30 days') >= 30 then
    perform private.refuse('too_many_applications');
  end if;
  insert into public.applications as x (person, programme, part, locale, form_version, answers)
  values (me, programme, part, coalesce(locale, (select p.locale from public.people p where p.id = me), 'en'),
    newest.version, private.fitting_answers(newest.definition, private.known_answers(me)))
  on conflict do nothing returning * into a;
  if found then
    perform private.note_application(a, 'begin_application');
    return a.id;
  end if;
  -- In two windows at once: the one that was first.
  return (select x.id from public.applications x where x.person = me and x.programme = begin_application.programme
    and x.part = begin_application.part and (x.status = 'draft' or x.in_line));
end $$;
grant execute on function public.begin_application to authenticated;

-- A draft follows the newest form; answers that still fit stay. `counts` is 1 where other windows are to be told.
create function private.follow_form(a public.applications, counts integer) returns public.applications
  language plpgsql set search_path = '' as $$
declare
  newest public.forms;
begin
  select * into newest from public.forms f where f.key = a.part order by f.version desc limit 1;
  if a.status = 'draft' and a.form_version < newest.version then
    update public.applications x set form_version = newest.version, revision = x.revision + counts,
      answers = private.fitting_answers(newest.definition, x.answers)
    where x.id = a.id returning * into a;
  end if;
  return a;
end $$;

create function private.has_place(person_is uuid, part text, programme_is text) returns boolean
  language sql stable set search_path = '' as $$
  select case part
    when 'mentee' then exists (select from public.mentees m
      where m.person = person_is and m.programme = programme_is and m.standing in ('preparing', 'approved'))
    else exists (select from public.mentors m
      where m.person = person_is and m.programme = programme_is and m.standing in ('preparing', 'approved')) end
$$;

-- What a person's profiles and her newest application say; but no consent, no promise, and nothing of what was told of her life.
create function private.known_answers(person_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_strip_nulls(
    coalesce((select jsonb_build_object('shown_name', p.shown_name, 'gender', nullif(x.gender, 'undisclosed'))
      from public.people p join public.people_private x on x.person = p.id where p.id = person_is), '{}')
    || coalesce((select to_jsonb(m) - 'programme' || jsonb_build_object('migrated',
        case m.migrated when true then 'yes' when false then 'no' end)
      from public.mentors m where m.person = person_is), '{}')
    || coalesce((select to_jsonb(m) - 'programme' from public.mentees m where m.person = person_is), '{}')
    || private.corrected_since(person_is, '-infinity')
    || coalesce((select a.answers || private.corrected_since(person_is, a.touched_at) from public.applications a where a.person = person_is
      order by a.touched_at desc limit 1), '{}'))
    - '{consent_store,consent_share,commitment,motivation,channel}'::text[] - private.life_answers()
$$;

-- Answers that this form asks for and takes.
create function private.fitting_answers(definition jsonb, answers jsonb) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(q ->> 'key', answers -> (q ->> 'key')), '{}')
  from jsonb_path_query(definition, '$.steps[*].questions[*]') as q
  where answers ? (q ->> 'key') and private.answer_is_sound(q, answers -> (q ->> 'key'))
$$;

-- Keep my answers so far, all of them. `revision` is the one I began from: if another window has saved since, I am told.
-- Answers the new revision, how the programme's rules stand, from when what stands in the way may have changed, and
-- programmes where nothing does.
create function public.save_application(application uuid, answers jsonb, revision integer) returns jsonb
  language plpgsql security definer set search_path = '' as $$
begin
  return private.keep_answers(private.take_over(private.hold_application(application, 'own', 'draft')), answers, revision);
end $$;
grant execute on function public.save_application to authenticated;

-- How the rules stand is kept with the draft: what she has last been shown.
create function private.keep_answers(a public.applications, answers jsonb, revision integer) returns jsonb
  language plpgsql set search_path = '' as $$
declare
  definition jsonb := (select f.definition from public.forms f where f.key = a.part and f.version = a.form_version);
  verdict jsonb;
begin
  if not private.answers_are_sound(definition, answers) then
    perform private.refuse('answers_malformed');
  end if;
  -- The same once more is an answer that was lost on the way.
  if a.answers is distinct from answers then
    if a.revision is distinct from revision then
      perform private.refuse('application_changed');
    end if;
    update public.applications x set answers = keep_answers.answers, revision = x.revision + 1, touched_at = now(),
      region = (select coalesce(p.region, p.key) from public.places p
        where p.key = keep_answers.answers ->> 'place')
    where x.id = a.id returning * into a;
  end if;
  verdict := private.eligibility(a.programme, a.part, a.answers, current_date);
  update public.applications x set eligibility = verdict
  where x.id = a.id and x.eligibility is distinct from verdict;
  return jsonb_build_object('revision', a.revision, 'eligibility', verdict,
    'fits_on', private.may_fit_on(verdict, a.answers, current_date),
    'elsewhere', private.ways_onward(a));
end $$;

-- Programmes where nothing stands in the way, but for those where she applies already, as far as who asks may know of it.
create function private.ways_onward(a public.applications) returns text[]
  language sql stable set search_path = '' as $$
  select array(select way from unnest(private.eligible_elsewhere(a.part, a.answers, current_date, a.programme))
      with ordinality as w (way, nr)
    where not exists (select from public.applications x where x.person = a.person and x.part = a.part and x.programme = w.way
      and (x.status = 'draft' or x.in_line) and (x.person = auth.uid() or x.desks && private.my_desks()))
    order by nr)
$$;
grant execute on function private.ways_onward to authenticated;
