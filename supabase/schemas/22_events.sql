-- Every transition writes who, what, when. Nothing is ever changed or removed here but by retention.

create table public.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- Who did it; null is the clock.
  actor uuid,
  verb text not null,
  noun text not null,
  subject uuid,
  -- Those of the two who may know.
  mentee uuid,
  mentor uuid,
  desks text[] not null default '{}',
  detail jsonb not null default '{}'
);
create index events_mentee on public.events (mentee);
create index events_mentor on public.events (mentor);
create index events_actor on public.events (actor);
create index events_desks on public.events using gin (desks);
create index events_at on public.events using brin (at);

alter table public.events enable row level security;
grant select on public.events to authenticated;
create policy "a person sees her own events, a coordinator those of her desks" on public.events
  for select to authenticated
  using ((select auth.uid()) in (actor, mentee, mentor) or desks && (select private.my_desks()));

create function private.note(
  verb text, noun text, subject uuid, mentee uuid default null, mentor uuid default null,
  desks text[] default '{}', detail jsonb default '{}'
) returns void
  language sql set search_path = '' as $$
  insert into public.events (actor, verb, noun, subject, mentee, mentor, desks, detail)
  values (auth.uid(), verb, noun, subject, mentee, mentor, desks, detail)
$$;
