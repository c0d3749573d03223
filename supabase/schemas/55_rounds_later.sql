-- What does not fit yet may fit later: one mail on that day, by the same row as for a round. Table: 55_rounds.sql
-- (`round_reminders`).

-- On which day it is worth to look again, where every rule that stands in the way can change within a year: the first of the
-- year in which she is old enough; half a year for a language, a place, an education or the time. Null where one cannot.
create function private.may_fit_on(verdict jsonb, answers jsonb, as_of date) returns date
  language sql immutable set search_path = '' as $$
  select max(day) from (
    select case
        when u ->> 'rule' = 'age' and (u ->> 'have')::integer < (u #>> '{need,from}')::integer
          then make_date((answers ->> 'birth_year')::integer + (u #>> '{need,from}')::integer, 1, 1)
        when u ->> 'rule' in ('language', 'area', 'education', 'commitment') then (as_of + interval '6 months')::date end as day
    from jsonb_array_elements(verdict -> 'unmet') as u) t
  having bool_and(coalesce(day between as_of + 1 and as_of + 366, false))
$$;
grant execute on function private.may_fit_on to authenticated;

-- Tell me once, by mail, when the programme of this application of mine may fit; it has not been sent, or the answer was no.
-- Answers the day.
create function public.remind_when_it_fits(application uuid, locale text default null) returns date
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'own', 'draft', 'redirected', 'declined');
  day date := private.may_fit_on(a.eligibility, a.answers, current_date);
begin
  if day is null then
    perform private.refuse('fits_never');
  end if;
  insert into public.round_reminders as m (person, programme, part, locale, fits_on)
  values (a.person, a.programme, a.part, coalesce(locale, a.locale), day)
  on conflict on constraint round_reminders_pkey do update set part = excluded.part, locale = excluded.locale,
    fits_on = excluded.fits_on, wanted_at = now();
  perform private.note('remind_when_it_fits', 'programme', null, a.person, null, '{}',
    jsonb_build_object('programme', a.programme, 'wanted', true));
  return day;
end $$;
grant execute on function public.remind_when_it_fits to authenticated;

-- Whoever wanted to know hears that it may fit now, once, unless she has applied or joined meanwhile.
create function private.tell_it_may_fit(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    delete from public.round_reminders m where m.fits_on <= as_of::date returning m.*
  ), mailed as (
    select private.queue_mail('may-fit:' || d.programme || ':' || d.fits_on || ':' || d.person, 'may-fit', d.person,
      jsonb_build_object('programme', d.programme, 'part', d.part), d.locale)
    from due d where not private.has_place(d.person, d.part, d.programme) and not exists (
      select from public.applications a
      where a.person = d.person and a.programme = d.programme and a.part = d.part and a.in_line)
  )
  select count(*) from mailed
$$;
