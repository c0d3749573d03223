-- Needs as anybody reads and answers them, and their end by the clock. Table: 58_needs.sql.

-- Answer a need by its code: begin to apply as a mentor, or go on where I was, linked to the need. Answers the application.
create function public.answer_need(need text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  n public.needs;
  begun uuid;
begin
  select * into n from public.needs x
  where x.code = need and x.closed_at is null and x.expires_on >= current_date for update;
  if not found or not private.is_covered(n) then
    perform private.refuse('need_filled');
  end if;
  begun := public.begin_application(n.programme, 'mentor', answer_need.locale);
  insert into public.need_answers (need, application) values (n.id, begun) on conflict do nothing;
  if found then
    -- Who answers is hers alone until she sends.
    perform private.note('answer_need', 'need', n.id, null, me);
  end if;
  return begun;
end $$;
grant execute on function public.answer_need to authenticated;

-- Needs that stand open, for anybody: coarse facts, no dates, no numbers, in an order that tells nothing. What is not
-- among them has been answered.
create function public.open_needs() returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'programme', n.programme, 'country',
    p.rules ->> 'country', 'field', n.field, 'language', n.language, 'region', n.region, 'hours', n.hours,
    'format', n.format) order by n.code), '[]')
  from public.needs n join public.programmes p on p.key = n.programme
  where n.closed_at is null and n.expires_on >= current_date and private.is_covered(n)
$$;
grant execute on function public.open_needs to anon, authenticated;

-- What is out of date ends, and so does what has become too few: for good, so that nobody follows it up and down.
create function private.end_needs(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    select n.id, n.expires_on < as_of::date as late from public.needs n
    where n.closed_at is null and (n.expires_on < as_of::date or not private.is_covered(n))
    for update skip locked
  ), ended as (
    update public.needs n set closed_at = as_of, reason = case when due.late then 'expired' else 'filled' end
    from due where n.id = due.id returning n.*
  ), noted as (
    select private.note('end_need', 'need', id, null, null, desks, jsonb_build_object('reason', reason)) from ended
  )
  select count(*) from noted
$$;
