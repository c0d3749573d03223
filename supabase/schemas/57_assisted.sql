-- A coordinator fills in with the person on the phone or in the room. Nothing is kept before the person has said yes to a
-- sentence that is read aloud; she gets a mail about it at once, and may take the draft over whenever she likes.
-- Table: 43_applications.sql.

-- What she said yes to: which wording, in which language, when, and who heard it. The words are in `applications.consent`.
create table public.consents (
  application uuid primary key references public.applications on delete cascade,
  person uuid not null references auth.users on delete cascade,
  version smallint not null,
  locale text not null,
  how text not null,
  heard_by uuid references public.people on delete set null,
  said_at timestamptz not null default now(),
  constraint consent_version_range check (version between 1 and 99),
  constraint consent_locale_is_known check (locale = any (private.locales())),
  constraint consent_how_is_known check (how in ('phone', 'in-person'))
);
create index consents_person on public.consents (person);
create index consents_heard_by on public.consents (heard_by);
alter table public.consents enable row level security;
grant select on public.consents to authenticated;
create policy "a person sees what she has said yes to" on public.consents
  for select to authenticated using (person = (select auth.uid()));

-- The wording that is read aloud now. A new wording is a new number.
create function private.spoken_consent() returns integer
  language sql immutable set search_path = '' as $$
  select 1
$$;

-- The draft, locked, if I am the one who writes it down and still work at its programme's desk.
create function private.hold_assisted(application uuid) returns public.applications
  language plpgsql set search_path = '' as $$
declare
  me uuid := private.me();
  a public.applications;
begin
  select * into a from public.applications x
  where x.id = application and x.assisted_by = me and private.is_my_desk(x.programme) for update;
  if not found then
    perform private.refuse('application_unknown');
  elsif a.taken_over_at is not null then
    perform private.refuse('application_taken_over');
  elsif a.status <> 'draft' then
    perform private.refuse('application_not_open');
  end if;
  return private.follow_form(a, 0);
end $$;

-- Begin to write down what somebody tells me, after she has said yes to the sentence `consent`; or go on where we were.
-- `how` is 'phone' or 'in-person'. Answers the application. Who applies already, or is known here and not at my desks, goes on
-- by herself.
create function public.begin_assisted(programme text, part text, address text, shown_name text, locale text, how text,
  consent integer) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  account uuid;
  newest public.forms;
  a public.applications;
begin
  select * into newest from public.forms f where f.key = part order by f.version desc limit 1;
  if not private.is_my_desk(programme) then
    perform private.refuse('not_a_coordinator');
  elsif newest is null then
    perform private.refuse('form_unknown');
  elsif char_length(btrim(coalesce(shown_name, ''))) not between 1 and 40 or not private.is_visible(shown_name) then
    perform private.refuse('shown_name_length');
  elsif consent is distinct from private.spoken_consent() then
    perform private.refuse('consent_first');
  elsif (select count(*) from public.applications x
      where x.assisted_by = me and x.begun_at > now() - interval '1 day') >= 40 then
    perform private.refuse('too_many_assisted');
  end if;
  account := private.account_of(address);
  if account = me then
    perform private.refuse('not_for_oneself');
  elsif private.has_place(account, part, programme) then
    perform private.refuse('in_programme_already');
  elsif private.is_known_elsewhere(account) then
    perform private.refuse('known_elsewhere');
  end if;
  -- What she has told so far is hers, so nothing else is filled in.
  insert into public.applications as x (person, programme, part, locale, form_version, answers, assisted_by)
  values (account, programme, part, locale, newest.version,
    private.fitting_answers(newest.definition, jsonb_build_object('shown_name', btrim(shown_name))), me)
  on conflict do nothing returning * into a;
  if not found then
    select * into a from public.applications x where x.person = account and x.programme = begin_assisted.programme
      and x.part = begin_assisted.part and x.assisted_by = me and x.taken_over_at is null and x.status = 'draft';
    if not found then
      perform private.refuse('applies_already');
    end if;
    return a.id;
  end if;
  insert into public.consents (application, person, version, locale, how, heard_by)
  values (a.id, account, consent, begin_assisted.locale, begin_assisted.how, me);
  perform private.note_application(a, 'begin_assisted');
  perform private.queue_mail('application-assisted:' || a.id, 'application-assisted', account,
    jsonb_build_object('name', private.name_of(me)), a.locale);
  return a.id;
end $$;
grant execute on function public.begin_assisted to authenticated;

-- Keep what has been answered so far, as in `save_application`.
create function public.save_assisted(application uuid, answers jsonb, revision integer) returns jsonb
  language plpgsql security definer set search_path = '' as $$
begin
  return private.keep_answers(private.hold_assisted(application), answers, revision);
end $$;
grant execute on function public.save_assisted to authenticated;

-- Send it for her, as in `send_application`. She gets a mail with everything that was said yes to. If she has become known
-- elsewhere meanwhile she takes it over and sends it.
create function public.send_assisted(application uuid) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_assisted(application);
begin
  if private.is_known_elsewhere(a.person) then
    perform private.refuse('known_elsewhere');
  end if;
  return private.hand_in(a);
end $$;
grant execute on function public.send_assisted to authenticated;

-- Throw it away: she has thought better of it.
create function public.drop_assisted(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_assisted(application);
begin
  delete from public.applications x where x.id = a.id;
  perform private.note_application(a, 'drop_assisted');
end $$;
grant execute on function public.drop_assisted to authenticated;

-- Go on by myself with what a coordinator has written down for me; from now on she can neither read nor change it.
create function public.take_over_application(application uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.take_over(private.hold_application(application, 'own', 'draft'));
end $$;
grant execute on function public.take_over_application to authenticated;

-- Whoever writes in her own draft, or sends it, has taken it over.
create function private.take_over(a public.applications) returns public.applications
  language plpgsql set search_path = '' as $$
begin
  if private.is_assisted(a) then
    update public.applications x set taken_over_at = now(), touched_at = now() where x.id = a.id returning * into a;
    perform private.note_application(a, 'take_over_application');
  end if;
  return a;
end $$;

-- Who writes it down, for the person and for the desk: {"by": name, "mine": whether it is I, "open": whether she still
-- can}. Null where nobody does.
create function private.assisted_of(application_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('by', p.shown_name, 'mine', p.id = auth.uid(),
    'open', a.status = 'draft' and a.taken_over_at is null)
  from public.applications a join public.people p on p.id = a.assisted_by
  where a.id = application_is
    and (a.person = auth.uid() or a.desks && private.my_desks() or a.assisted_by = auth.uid())
$$;
grant execute on function private.assisted_of to authenticated;

-- What I said yes to before anything was written down; nobody else reads it.
create function private.consent_of(application_is uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('version', c.version, 'locale', c.locale, 'how', c.how, 'at', c.said_at)
  from public.consents c where c.application = application_is
$$;
grant execute on function private.consent_of to authenticated;

-- Drafts that I write down, as long as I may.
create function private.assisted_drafts() returns setof public.applications
  language sql stable security definer set search_path = '' as $$
  select a.* from public.applications a
  where a.assisted_by = auth.uid() and a.taken_over_at is null and a.status = 'draft' and private.is_my_desk(a.programme)
$$;
grant execute on function private.assisted_drafts to authenticated;

-- What I write down with others now, and for which programmes I may.
create function public.my_assisted() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return jsonb_build_object('desks', mine, 'applications', coalesce((
    select jsonb_agg(private.application_for(a) order by a.begun_at desc) from private.assisted_drafts() a), '[]'));
end $$;
grant execute on function public.my_assisted to authenticated;
