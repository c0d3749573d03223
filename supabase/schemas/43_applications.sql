-- A person applies to a programme, as mentee or mentor. A draft is hers alone; what is sent stands in a line, and a
-- human decides.

create type public.application_status as enum ('draft', 'sent', 'asked', 'interview', 'waiting', 'preparing',
  'accepted', 'redirected', 'declined', 'withdrawn', 'expired');

create table public.applications (
  id uuid primary key default gen_random_uuid(),
  -- She may have no name here yet: that comes with sending.
  person uuid not null references auth.users on delete cascade,
  programme text not null references public.programmes on delete restrict,
  part text not null,
  -- The language she applies in: her mails and her letter have it.
  locale text not null,
  form_version integer not null,
  answers jsonb not null default '{}',
  -- Counts saves, so that two windows do not write over each other.
  revision integer not null default 0,
  status public.application_status not null default 'draft',
  -- In which line it stands, whatever is asked or talked about on the way: to be read, for a mentor, or beside them while
  -- she prepares.
  line public.application_status not null default 'sent',
  -- Where it goes back to when a question is answered.
  asked_from public.application_status,
  eligibility jsonb,
  region text references public.places on delete restrict,
  -- The coordinator who writes it down with her, until it is sent or she takes it over.
  assisted_by uuid references public.people on delete set null,
  taken_over_at timestamptz,
  -- The day on which her round opens; null where there are none, and for mentors.
  round date,
  begun_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  sent_at timestamptz,
  due_on date,
  -- When it last moved, and when she was last told that she is still in line.
  moved_at timestamptz not null default now(),
  told_at timestamptz,
  -- When her coordinators heard that the promised day has passed; null while none has.
  late_told_at timestamptz,
  times timestamptz[] not null default '{}',
  minutes smallint,
  how text,
  meet_at text,
  interview_at timestamptz,
  invited_by uuid references public.people on delete set null,
  decided_at timestamptz,
  reason text,
  -- When she said that she has done what came first; null once it is decided anew.
  prepared_at timestamptz,
  in_line boolean not null
    generated always as (status in ('sent', 'asked', 'interview', 'waiting', 'preparing')) stored,
  -- The day by which she is promised an answer. Whoever was put on the waiting list, or told to prepare, has hers and is never
  -- late, whatever she is asked afterwards.
  promised_on date
    generated always as (case when status in ('sent', 'asked', 'interview') and line = 'sent' then due_on end) stored,
  desks text[] not null
    generated always as (case when status = 'draft' then '{}' else private.desks(programme, region) end) stored,
  foreign key (part, form_version) references public.forms (key, version) on delete restrict,
  constraint application_part_is_known check (part in ('mentee', 'mentor')),
  constraint application_locale_is_known check (locale = any (private.locales())),
  constraint application_answers_are_small check (pg_column_size(answers) <= 32768),
  constraint application_line_is_its_own
    check (line in ('sent', 'waiting', 'preparing') and (status not in ('sent', 'waiting', 'preparing') or status = line)),
  constraint application_reason_is_a_key check (reason ~ '^[a-z-]{2,40}$'),
  constraint application_how_is_known check (how in ('online', 'phone', 'in-person')),
  constraint application_minutes_range check (minutes between 10 and 180),
  constraint application_meet_at_length check (char_length(meet_at) between 3 and 300 and private.is_visible(meet_at)),
  constraint application_sent_has_a_day check (status = 'draft' or (sent_at is not null and due_on is not null)),
  constraint application_end_has_a_time
    check ((decided_at is not null) = (status in ('accepted', 'redirected', 'declined', 'withdrawn', 'expired')))
);
create index applications_person on public.applications (person);
create index applications_form on public.applications (part, form_version);
create index applications_region on public.applications (region);
create index applications_invited_by on public.applications (invited_by);
create index applications_assisted_by on public.applications (assisted_by);
-- How many there are of each state, read from the index alone.
create index applications_counts on public.applications (programme, status, region) include (person);
-- The queue, and how many stand before one in the same line.
create index applications_queue on public.applications (in_line, due_on, id);
create index applications_line on public.applications (programme, part, sent_at) where in_line;
-- One at a time for each programme and part; what is over may be begun anew.
create unique index one_living_application on public.applications (person, programme, part)
  where status in ('draft', 'sent', 'asked', 'interview', 'waiting', 'preparing');

-- Question, answer and letter: between the desk and the applicant.
create table public.application_messages (
  id bigint generated always as identity primary key,
  application uuid not null references public.applications on delete cascade,
  kind text not null,
  message text not null,
  -- Null is the applicant herself.
  written_by uuid references public.people on delete set null,
  at timestamptz not null default now(),
  constraint application_message_kind_is_known check (kind in ('question', 'answer', 'letter')),
  constraint application_message_length
    check (char_length(message) between 2 and 2000 and private.is_visible(message) or kind = 'letter'),
  constraint application_letter_length
    check (char_length(message) between 20 and 4000 and private.is_visible(message) or kind <> 'letter')
);
create index application_messages_application on public.application_messages (application, at);
create index application_messages_written_by on public.application_messages (written_by);

-- What the coordinator notes in the talk. Never shown to the applicant, never part of any score.
create table public.application_notes (
  application uuid primary key references public.applications on delete cascade,
  impression text,
  parts jsonb not null default '{}',
  competences jsonb not null default '{}',
  -- Parts of the guide that were talked about, with nothing to write down.
  talked text[] not null default '{}',
  clarity smallint,
  readiness smallint,
  written_by uuid references public.people on delete set null,
  noted_at timestamptz not null default now(),
  constraint application_talked_are_few check (cardinality(talked) <= 20),
  constraint application_clarity_range check (clarity between 1 and 5),
  constraint application_readiness_range check (readiness between 1 and 5)
);
create index application_notes_written_by on public.application_notes (written_by);

-- A rule a coordinator counts as met, and why; said anew, what was said before stays.
create table public.application_overrides (
  application uuid not null references public.applications on delete cascade,
  rule text not null,
  reason text not null,
  written_by uuid references public.people on delete set null,
  at timestamptz not null default now(),
  primary key (application, rule, at),
  constraint application_override_reason_length check (char_length(reason) between 5 and 1000)
);
create index application_overrides_written_by on public.application_overrides (written_by);

-- A worry that needs somebody else's help. Only who wrote it and coordinators of the whole programme read it.
create table private.application_concerns (
  application uuid primary key references public.applications on delete cascade,
  concern text not null,
  written_by uuid references public.people on delete set null,
  at timestamptz not null default now(),
  constraint application_concern_length check (char_length(concern) between 5 and 1000)
);
create index application_concerns_written_by on private.application_concerns (written_by);

alter table public.applications enable row level security;
alter table public.application_messages enable row level security;
alter table public.application_notes enable row level security;
alter table public.application_overrides enable row level security;
alter table private.application_concerns enable row level security;
grant select on public.applications, public.application_messages, public.application_notes,
  public.application_overrides to authenticated;
create policy "a person sees her applications, a coordinator what was sent to her desks" on public.applications
  for select to authenticated using (person = (select auth.uid()) or desks && (select private.my_desks()));
-- These ask for the application, and so only of what one may see of it.
create policy "the applicant and her desks read what they write each other" on public.application_messages
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and (a.person = (select auth.uid()) or a.desks && (select private.my_desks()))));
create policy "coordinators read notes at their desks, and never about themselves" on public.application_notes
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and a.desks && (select private.my_desks()) and a.person <> (select auth.uid())));
create policy "coordinators read what was counted as met, and never for themselves" on public.application_overrides
  for select to authenticated using (exists (select from public.applications a
    where a.id = application and a.desks && (select private.my_desks()) and a.person <> (select auth.uid())));

-- The application, locked, if it is my `part` ('own', or 'desk' for what others sent to my desks) and it stands in one
-- of `states`.
create function private.hold_application(application uuid, part text, variadic states public.application_status[])
  returns public.applications
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x where x.id = application
    and case hold_application.part when 'desk' then x.desks && private.my_desks() and x.person <> me else x.person = me end
  for update;
  if not found then
    perform private.refuse('application_unknown');
  elsif a.status <> all (states) then
    perform private.refuse('application_not_open');
  end if;
  return a;
end $$;

-- Did a coordinator write it down, and has the person not taken it over?
create function private.is_assisted(a public.applications) returns boolean
  language sql immutable set search_path = '' as $$
  select a.assisted_by is not null and a.taken_over_at is null
$$;

-- An event of an application: the applicant may know unless it is the desk's own.
create function private.note_application(a public.applications, verb text, hers boolean default true,
  detail jsonb default '{}') returns void
  language sql set search_path = '' as $$
  select private.note(verb, 'application', a.id, case when hers and a.part = 'mentee' then a.person end,
    case when hers and a.part = 'mentor' then a.person end,
    case when a.status = 'draft' then '{}' else private.desks(a.programme, a.region) end, detail)
$$;
