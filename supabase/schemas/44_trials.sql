-- One hour before anyone commits. `awaiting` waits for a coordinator where the programme says so; `undecided` is
-- silence that a coordinator now decides about.

create type public.trial_status as enum
  ('awaiting', 'planning', 'agreed', 'undecided', 'matched', 'not_us', 'stopped');
create type public.verdict as enum ('go_on', 'not_us');

create table public.trials (
  id uuid primary key default gen_random_uuid(),
  request uuid not null unique references public.requests on delete cascade,
  programme text not null references public.programmes on delete restrict,
  mentee uuid not null references public.mentees on delete cascade,
  mentor uuid not null references public.mentors on delete cascade,
  status public.trial_status not null,
  standing boolean not null generated always as (status in ('awaiting', 'planning', 'agreed', 'undecided')) stored,
  starts_at timestamptz,
  format text,
  -- Where: a place or a link, as the two agree.
  meet_at text,
  proposed_by uuid references public.people on delete set null,
  -- Which plan this is: another time, form, place or proposer is the next one. Each is told, and agreed to, by its number.
  plan integer not null default 0,
  -- What each chose to show the other, while the trial stands or its match lives.
  mentee_contact text,
  mentor_contact text,
  desks text[] not null,
  created_at timestamptz not null default now(),
  -- The day by which they are to meet, and on which their coordinator calls where they have no time (50_countdown.sql).
  agree_by timestamptz not null,
  decide_by timestamptz,
  asked_at timestamptz,
  ended_at timestamptz,
  constraint trial_format_is_known check (format = any (private.formats())),
  constraint trial_meet_at_length check (char_length(meet_at) between 3 and 300 and private.is_visible(meet_at)),
  constraint agreed_means_a_date check (status <> 'agreed' or (starts_at is not null and decide_by is not null))
);
-- What each says afterwards is her own row: the other never reads it.
create table public.verdicts (
  trial uuid not null references public.trials on delete cascade,
  person uuid not null references public.people on delete cascade,
  says public.verdict not null,
  reason text,
  said_at timestamptz not null default now(),
  primary key (trial, person),
  constraint verdict_reason_is_known check (reason in ('goals', 'language', 'time', 'chemistry', 'found-job', 'other'))
);
create index verdicts_person on public.verdicts (person);
create unique index one_trial_at_a_time on public.trials (mentee) where standing;
create index trials_programme on public.trials (programme);
create index trials_mentee on public.trials (mentee);
create index trials_mentor on public.trials (mentor);
create index trials_proposed_by on public.trials (proposed_by);
create index trials_desks on public.trials using gin (desks) where standing;

alter table public.trials enable row level security;
grant select on public.trials to authenticated;
create policy "the two see their trial, a coordinator her desks'" on public.trials
  for select to authenticated
  using ((select auth.uid()) in (mentee, mentor) or desks && (select private.my_desks()));

-- Whether the other has spoken, not what she said.
create function private.other_has_said(trial_is uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from public.verdicts v join public.trials t on t.id = v.trial
    where t.id = trial_is and auth.uid() in (t.mentee, t.mentor) and v.person <> auth.uid())
$$;
grant execute on function private.other_has_said to authenticated;

alter table public.verdicts enable row level security;
grant select on public.verdicts to authenticated;
create policy "a person sees her own verdict, a coordinator those at her desks, but about herself" on public.verdicts
  for select to authenticated
  using (person = (select auth.uid())
    or trial in (select t.id from public.trials t
      where t.desks && (select private.my_desks()) and (select auth.uid()) not in (t.mentee, t.mentor)));

-- A standing trial and a living match each hold one of the mentor's places. Counted here and nowhere else.
create function private.hold_place() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  held integer := 0;
  holds integer := 0;
begin
  if tg_table_name = 'trials' then
    if tg_op <> 'INSERT' then held := old.standing::integer; end if;
    if tg_op <> 'DELETE' then holds := new.standing::integer; end if;
  else
    if tg_op <> 'INSERT' then held := old.living::integer; end if;
    if tg_op <> 'DELETE' then holds := new.living::integer; end if;
  end if;
  if held <> holds then
    update public.mentors set taken = taken + holds - held where person = coalesce(new.mentor, old.mentor);
  end if;
  return null;
end $$;
create trigger hold_place after insert or delete or update of status on public.trials
  for each row execute function private.hold_place();

-- What each chose to show: nothing, a mail address or a phone number.
create function private.contact_of(person_is uuid) returns text
  language sql stable set search_path = '' as $$
  select case x.contact when 'mail' then u.email when 'phone' then x.phone end
  from public.people_private x join auth.users u on u.id = x.person where x.person = person_is
$$;

create function private.open_trial(r public.requests) returns uuid
  language plpgsql set search_path = '' as $$
declare
  rules public.programmes;
  trial uuid;
begin
  select * into rules from public.programmes where key = r.programme;
  insert into public.trials (request, programme, mentee, mentor, status, mentee_contact, mentor_contact, desks, agree_by)
  values (r.id, r.programme, r.mentee, r.mentor,
    case when rules.approval = 'before-trial' then 'awaiting'::public.trial_status else 'planning' end,
    case when rules.approval <> 'before-trial' then private.contact_of(r.mentee) end,
    case when rules.approval <> 'before-trial' then private.contact_of(r.mentor) end, r.desks,
    now() + make_interval(days => rules.never_met_days[2]))
  returning id into trial;
  perform private.note('open_trial', 'trial', trial, r.mentee, r.mentor, r.desks);
  perform private.queue_mail('request-accepted:' || r.id, 'request-accepted', r.mentee,
    jsonb_build_object('name', private.name_of(r.mentor), 'days', rules.never_met_days[2]));
  return trial;
end $$;

-- The trial, locked, if I am one of the two (or, for `desk`, its coordinator) and it stands in one of `states`.
create function private.hold_trial(trial uuid, part text, variadic states public.trial_status[]) returns public.trials
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  t public.trials;
begin
  select * into t from public.trials s where s.id = trial
    and case part when 'desk' then s.desks && private.my_desks() and me not in (s.mentee, s.mentor)
      else me in (s.mentee, s.mentor) end;
  if not found then
    perform private.refuse('trial_unknown');
  end if;
  perform private.hold_pair(t.mentee, t.mentor);
  select * into t from public.trials s where s.id = trial for update;
  -- Gone meanwhile, with an account: not there is not open.
  if not found or t.status <> all (states) then
    perform private.refuse('trial_not_open');
  end if;
  return t;
end $$;

-- A request that was answered yes and came to nothing: they had named an hour or were asked for one, neither has said how it
-- was, and a coordinator has ended it. It is nobody's no, so they may ask anew.
create function private.never_met(request_is uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from public.trials t
    where t.request = request_is and t.status = 'stopped' and (t.starts_at is not null or t.asked_at is not null)
      and not exists (select from public.verdicts v where v.trial = t.id))
$$;

create function private.other_of(t public.trials) returns uuid
  language sql stable set search_path = '' as $$
  select case when auth.uid() = t.mentee then t.mentor else t.mentee end
$$;

create function private.end_trial(t public.trials, verb text, to_status public.trial_status) returns void
  language plpgsql set search_path = '' as $$
begin
  update public.trials s set status = to_status, ended_at = now(),
    mentee_contact = case when to_status = 'matched' then s.mentee_contact end,
    mentor_contact = case when to_status = 'matched' then s.mentor_contact end
  where s.id = t.id;
  perform private.note(verb, 'trial', t.id, t.mentee, t.mentor, t.desks);
end $$;
