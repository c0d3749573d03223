-- Mails wait here, written in the transaction of their cause. The key says what the mail is about: twice the same
-- cause is one mail.

create table private.outbox (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null,
  person uuid references auth.users on delete cascade,
  -- Of whoever has no account, until the mail has left.
  address text,
  params jsonb not null default '{}',
  -- For whoever has no name here yet, and so no language either.
  locale text,
  queued_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  attempts smallint not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- A coordinator has dealt with it.
  aside_at timestamptz,
  last_error text,
  constraint outbox_goes_somewhere check (num_nonnulls(person, address) = 1 or sent_at is not null)
);
create index outbox_person on private.outbox (person);
create index outbox_due on private.outbox (next_at) where sent_at is null and given_up_at is null;
alter table private.outbox enable row level security;

create function private.queue_mail(key text, kind text, person uuid, params jsonb default '{}', locale text default null,
  address text default null) returns void
  language plpgsql set search_path = '' as $$
begin
  insert into private.outbox (key, kind, person, params, locale, address) values (key, kind, person, params, locale, address)
  on conflict do nothing;
  if found then
    perform pg_notify('mail', '');
  end if;
end $$;

-- The clock a person lives by: her country's.
create function private.zone_of(person_is uuid) returns text
  language plpgsql stable set search_path = '' as $$
begin
  return case when exists (select from public.mentors m where m.person = person_is and m.region like 'fi-%')
      or exists (select from public.mentees m where m.person = person_is and m.region like 'fi-%')
      or exists (select from public.applications a where a.person = person_is and a.in_line and a.region like 'fi-%')
    then 'Europe/Helsinki' else 'Europe/Oslo' end;
end $$;

-- A worker takes a few mails for two minutes; if it dies, they come back by themselves.
create function private.take_mail(batch integer, as_of timestamptz default now())
  returns table (id bigint, key text, kind text, locale text, address text, name text, params jsonb, attempts smallint,
    zone text)
  language sql set search_path = '' as $$
  with taken as (
    update private.outbox o
    set next_at = as_of + interval '2 minutes', attempts = o.attempts + 1
    where o.id in (
      select d.id from private.outbox d
      where d.sent_at is null and d.given_up_at is null and d.next_at <= as_of
      order by d.next_at limit batch for update skip locked)
    returning o.*
  )
  select t.id, t.key, t.kind, coalesce(p.locale, t.locale, 'en'), coalesce(u.email, t.address)::text, p.shown_name, t.params, t.attempts,
    private.zone_of(t.person)
  from taken t left join auth.users u on u.id = t.person left join public.people p on p.id = t.person
$$;

-- It is still on its way out, with a mail server that takes its time: two minutes more, so that nobody else takes it.
create function private.keep_mail(id bigint, as_of timestamptz default now()) returns void
  language sql set search_path = '' as $$
  update private.outbox o set next_at = as_of + interval '2 minutes'
  where o.id = keep_mail.id and o.sent_at is null and o.given_up_at is null
$$;

create function private.mail_sent(id bigint) returns void
  language sql set search_path = '' as $$
  update private.outbox o set sent_at = now(), last_error = null, params = '{}', address = null where o.id = mail_sent.id
$$;

-- Two minutes, four, eight … up to four hours; after eight tries a coordinator sees it on the desk.
create function private.mail_failed(id bigint, reason text, as_of timestamptz default now()) returns void
  language sql set search_path = '' as $$
  update private.outbox o
  set last_error = left(reason, 200),
      next_at = as_of + least(interval '4 hours', interval '1 minute' * power(2, o.attempts)),
      given_up_at = case when o.attempts >= 8 then as_of end
  where o.id = mail_failed.id and o.sent_at is null
$$;
