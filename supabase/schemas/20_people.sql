-- A person, apart from any part she plays. What others may see and what only she and a coordinator may see are two tables.

create table public.people (
  id uuid primary key references auth.users on delete cascade,
  -- First name or alias: whatever she wants to be called.
  shown_name text not null,
  locale text not null,
  created_at timestamptz not null default now(),
  constraint shown_name_length check (char_length(btrim(shown_name)) between 1 and 40 and private.is_visible(shown_name)),
  constraint locale_is_known check (locale = any (private.locales()))
);

create table public.people_private (
  person uuid primary key references public.people on delete cascade,
  surname text,
  phone text,
  gender text not null default 'undisclosed',
  -- What the other side sees once there is a trial.
  contact text not null default 'platform',
  constraint surname_length check (char_length(surname) between 1 and 80),
  constraint phone_shape check (phone ~ '^\+?[0-9 ()-]{5,20}$'),
  constraint gender_is_known check (gender in ('woman', 'man', 'non-binary', 'undisclosed')),
  constraint contact_is_known check (contact in ('mail', 'phone', 'platform')),
  constraint phone_is_there_when_shared check (contact <> 'phone' or phone is not null)
);

-- Coordinators, by programme and, where `region` is set, by region only.
create table public.coordinators (
  person uuid not null references public.people on delete cascade,
  programme text not null references public.programmes on delete cascade,
  region text references public.places on delete restrict,
  id bigint generated always as identity primary key,
  constraint one_desk_once unique nulls not distinct (person, programme, region)
);
create index coordinators_programme on public.coordinators (programme);
create index coordinators_region on public.coordinators (region);

-- Every row a coordinator may see carries the desks it belongs to: `programme` and `programme/region`.
create function private.desks(programme text, variadic regions text[]) returns text[]
  language sql immutable parallel safe set search_path = '' as $$
  select array[programme] || coalesce((select array_agg(distinct programme || '/' || region)
    from unnest(regions) as region where region is not null), '{}')
$$;
grant execute on function private.desks to authenticated;

-- The desks where I work. An array, asked once a statement; plpgsql, because it keeps its plan.
create function private.my_desks() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(programme || coalesce('/' || region, '')), '{}')
  from public.coordinators where person = auth.uid());
end $$;
grant execute on function private.my_desks to authenticated;

-- The same for a page of the desk: whoever has none is refused.
create function private.desk() returns text[]
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.my_desks();
begin
  if mine = '{}' then
    perform private.refuse('not_a_coordinator');
  end if;
  return mine;
end $$;
grant execute on function private.desk to authenticated;

-- Policies on people that need participations stand in 48_who_sees_whom.sql.
alter table public.people enable row level security;
alter table public.people_private enable row level security;
alter table public.coordinators enable row level security;
grant select on public.people, public.people_private, public.coordinators to authenticated;

create policy "a coordinator sees where she works" on public.coordinators
  for select to authenticated using (person = (select auth.uid()));

-- What can happen to it

-- Both profile forms begin with the same person. Her language is not in them: choose_locale alone changes it.
create function private.save_person(shown_name text) returns void
  language sql set search_path = '' as $$
  update public.people p set shown_name = btrim(save_person.shown_name) where p.id = private.me()
$$;

-- Save what only I and a coordinator see, and what a mentor or mentee sees of it from the trial on.
create function public.save_contact(surname text, phone text, gender text, contact text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  chose text;
begin
  perform private.hold_pair(private.me(), private.me());
  select p.contact into chose from public.people_private p where p.person = private.me();
  update public.people_private p
  set surname = nullif(btrim(save_contact.surname), ''), phone = nullif(btrim(save_contact.phone), ''),
      gender = save_contact.gender, contact = save_contact.contact
  where p.person = private.me();
  if not found then
    perform private.refuse('apply_first');
  end if;
  perform private.show_contact_anew(private.me(), chose <> save_contact.contact);
  perform private.note('save_contact', 'person', private.me());
end $$;
grant execute on function public.save_contact to authenticated;

-- The language of my mails.
create function public.choose_locale(locale text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update public.people set locale = choose_locale.locale where id = private.me();
end $$;
grant execute on function public.choose_locale to authenticated;
