-- Rounds: when a programme takes mentees in, by date. Made from its file (`intake`), rolled forward by the clock. Mentors
-- may always apply. While no round is open one may write, and, where the file says so, send: that is the line of the next.

create table public.rounds (
  programme text not null references public.programmes on delete cascade,
  opens_on date not null,
  -- The last day.
  closes_on date not null,
  -- When courses start, at the latest.
  starts_on date not null,
  primary key (programme, opens_on),
  constraint round_days_are_in_order check (opens_on <= closes_on and closes_on <= starts_on)
);
alter table public.applications add foreign key (programme, round) references public.rounds (programme, opens_on)
  on delete set null (round);
create index applications_round on public.applications (programme, round);

-- Whoever wants to be told when a round opens, or when a programme may fit that does not yet; forgotten when she has been.
create table public.round_reminders (
  person uuid not null references auth.users on delete cascade,
  -- Who waits to be told keeps a programme whose file is gone (11_sync.sql).
  programme text not null references public.programmes on delete restrict,
  part text not null default 'mentee',
  locale text not null,
  -- The day on which it may fit; null is the day of the next round.
  fits_on date,
  wanted_at timestamptz not null default now(),
  primary key (person, programme),
  constraint reminder_part_is_known check (part in ('mentee', 'mentor')),
  constraint reminder_locale_is_known check (locale = any (private.locales())),
  -- A wish is not kept for longer than a year.
  constraint reminder_fits_within_a_year check (fits_on <= wanted_at::date + 366)
);
create index round_reminders_programme on public.round_reminders (programme);

alter table public.rounds enable row level security;
alter table public.round_reminders enable row level security;
grant select on public.rounds, public.round_reminders to authenticated;
create policy "whoever is signed in reads when rounds open" on public.rounds for select to authenticated using (true);
create policy "a person sees what she wants to be reminded of" on public.round_reminders
  for select to authenticated using (person = (select auth.uid()));

-- The round that what is sent on this day belongs to: the open one, or the next. All null where there are none.
create function private.round_of(programme text, on_day date) returns public.rounds
  language sql stable set search_path = '' as $$
  select r.* from public.rounds r where r.programme = round_of.programme and r.closes_on >= on_day
  order by r.opens_on limit 1
$$;
grant execute on function private.round_of to authenticated;

-- When the round of a draft opens, were it sent today.
create function private.opening_for(a public.applications) returns date
  language sql stable set search_path = '' as $$
  select (private.round_of(a.programme, current_date)).opens_on where a.part = 'mentee'
$$;

-- When the round after hers opens; hers, if none is known.
create function private.opening_after(a public.applications) returns date
  language sql stable set search_path = '' as $$
  select coalesce((private.round_of(a.programme, greatest(current_date, r.closes_on + 1))).opens_on, r.opens_on)
  from public.rounds r where r.programme = a.programme and r.opens_on = a.round
$$;

-- A round by its days, and whether it is open today; null for none.
create function private.round_told(r public.rounds) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('opens_on', r.opens_on, 'closes_on', r.closes_on, 'starts_on', r.starts_on,
    'open', current_date between r.opens_on and r.closes_on)
  where r.opens_on is not null
$$;
grant execute on function private.round_told to authenticated;

-- The round her page speaks of: hers until its courses have started, then the one to come. Null for mentors, where there
-- are no rounds, and when all is decided.
create function private.round_for(a public.applications) returns jsonb
  language sql stable set search_path = '' as $$
  select private.round_told(coalesce(
    (select own from public.rounds own
      where own.programme = a.programme and own.opens_on = a.round and own.starts_on >= current_date),
    private.round_of(a.programme, current_date)))
  where a.part = 'mentee' and (a.in_line or a.status = 'draft')
$$;
grant execute on function private.round_for to authenticated;

-- What can happen to it

-- Tell me once, by mail, when this programme's next round opens; or tell me nothing of this programme.
create function public.remind_me(programme text, wanted boolean, locale text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  next public.rounds := private.round_of(programme, current_date);
begin
  if wanted is null then
    perform private.refuse('something_missing');
  elsif not wanted then
    delete from public.round_reminders m where m.person = me and m.programme = remind_me.programme;
  elsif next.programme is null then
    perform private.refuse('round_unknown');
  elsif next.opens_on <= current_date then
    perform private.refuse('round_open');
  else
    insert into public.round_reminders (person, programme, locale)
    values (me, programme, coalesce(locale, (select p.locale from public.people p where p.id = me), 'en'))
    on conflict on constraint round_reminders_pkey do update set part = excluded.part, fits_on = null
    where public.round_reminders.fits_on is not null;
  end if;
  if found then
    perform private.note('remind_me', 'programme', null, me, null, '{}',
      jsonb_build_object('programme', programme, 'wanted', wanted));
  end if;
end $$;
grant execute on function public.remind_me to authenticated;

-- What the clock does

-- Rounds as the files have them that open within these days.
create function private.rounds_between(first_day date, last_day date)
  returns table (programme text, opens_on date, closes_on date, starts_on date)
  language sql stable set search_path = '' as $$
  select p.key, day::date, day::date + (i.intake ->> 'open_days')::integer - 1,
    day::date + (i.intake ->> 'open_days')::integer - 1 + (i.intake ->> 'start_after_days')::integer
  from public.programmes p cross join lateral (select p.rules -> 'intake' as intake) i
    cross join generate_series(date_trunc('month', first_day::timestamp), last_day, interval '1 month') as day
  where i.intake ->> 'mode' = 'rounds' and i.intake -> 'rounds' @> to_jsonb(extract(month from day)::integer)
    and day between first_day and last_day
$$;

-- The round that is open and those of the next eighteen months are as the files say; what is over stays. Where a round to
-- come is no more, its line becomes that of the next. Answers how many are new.
create function private.roll_rounds(as_of timestamptz) returns bigint
  language plpgsql set search_path = '' as $$
declare
  today date := as_of::date;
  added bigint;
begin
  insert into public.rounds as r (programme, opens_on, closes_on, starts_on)
  select * from private.rounds_between(today - 200, today + 550) n where n.closes_on >= today
  on conflict on constraint rounds_pkey do update set closes_on = excluded.closes_on, starts_on = excluded.starts_on
  where (r.closes_on, r.starts_on) is distinct from (excluded.closes_on, excluded.starts_on);
  get diagnostics added = row_count;
  with gone as (
    delete from public.rounds r where r.opens_on > today and not exists (
      select from private.rounds_between(today, r.opens_on) n where n.programme = r.programme and n.opens_on = r.opens_on)
    returning r.programme, r.opens_on
  )
  update public.applications a set round = (select min(n.opens_on) from private.rounds_between(today - 200, today + 550) n
    where n.programme = a.programme and n.closes_on >= today)
  from gone where a.programme = gone.programme and a.round = gone.opens_on;
  -- Where there are no more rounds there is nothing to be reminded of: one may apply every day.
  delete from public.round_reminders m where m.fits_on is null and not exists (
    select from public.rounds r where r.programme = m.programme and r.closes_on >= today);
  return added;
end $$;

-- Whoever wanted to know hears that the round is open, once. Her draft is kept from that day on.
create function private.tell_round_is_open(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with due as (
    delete from public.round_reminders m using public.rounds r
    where r.programme = m.programme and m.fits_on is null and as_of::date between r.opens_on and r.closes_on
    returning m.person, m.programme, m.locale, r.opens_on, r.closes_on
  ), kept as (
    update public.applications a set touched_at = as_of from due
    where a.person = due.person and a.programme = due.programme and a.status = 'draft'
  ), mailed as (
    select private.queue_mail('round-open:' || due.programme || ':' || due.opens_on || ':' || due.person, 'round-open',
      due.person, jsonb_build_object('day', due.closes_on), due.locale) from due
  )
  select count(*) from mailed
$$;
