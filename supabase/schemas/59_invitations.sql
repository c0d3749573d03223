-- A company invites its staff: one link, so many places. Each joins alone and by her own wish; the company never learns who.

create table public.companies (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete cascade,
  -- The region of the desk that works with it; null is the whole programme.
  region text references public.places on delete restrict,
  name text not null,
  desks text[] not null generated always as (private.desks(programme, region)) stored,
  constraint company_name_length check (char_length(name) between 2 and 80 and private.is_visible(name)),
  constraint company_once unique nulls not distinct (programme, region, name)
);
create index companies_region on public.companies (region);
create index companies_desks on public.companies using gin (desks);

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  company uuid not null references public.companies on delete cascade,
  -- How many may join: whole steps of the number the programme demands, so that the last place tells no more than a step.
  quota smallint not null,
  valid_until date not null,
  made_by uuid references public.people on delete set null,
  made_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint invitation_quota_range check (quota between 3 and 200)
);
create index invitations_company on public.invitations (company);
create index invitations_made_by on public.invitations (made_by);

-- The link's secret is nowhere: only what it hashes to.
create table private.invitation_links (
  invitation uuid primary key references public.invitations on delete cascade,
  hash bytea not null,
  constraint invitation_link_once unique (hash)
);

-- Which application came through which invitation.
create table public.invitation_answers (
  application uuid primary key references public.applications on delete cascade,
  invitation uuid not null references public.invitations on delete cascade
);
create index invitation_answers_invitation on public.invitation_answers (invitation);

alter table public.companies enable row level security;
alter table public.invitations enable row level security;
alter table private.invitation_links enable row level security;
alter table public.invitation_answers enable row level security;
grant select on public.companies, public.invitations, public.invitation_answers to authenticated;
create policy "a coordinator sees companies of her desks and her programme" on public.companies
  for select to authenticated using (desks && (select private.my_desks())
    or region is null and programme in (select c.programme from public.coordinators c where c.person = (select auth.uid())));
-- This asks for the company, and so only of what one may see of it.
create policy "who sees the company sees what it was given" on public.invitations
  for select to authenticated using (exists (select from public.companies c where c.id = company));
-- Of a draft this tells that there is one, and nothing else.
create policy "the applicant and the company's desk see that it came this way" on public.invitation_answers
  for select to authenticated using (
    exists (select from public.applications a where a.id = application and a.person = (select auth.uid()))
    or exists (select from public.invitations i join public.companies c on c.id = i.company
      where i.id = invitation and c.desks && (select private.my_desks())));

-- How many places of an invitation are taken, for whoever sees the invitation: a number, and not by whom.
create function private.places_taken(i public.invitations) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from public.invitation_answers t join public.companies c on c.id = i.company
  where t.invitation = i.id and c.programme in (select d.programme from public.coordinators d where d.person = auth.uid())
    and (c.desks && private.my_desks() or c.region is null)
$$;
grant execute on function private.places_taken to authenticated;

-- What can happen to it

-- A new link in place of the one before. Answers its secret, this once.
create function private.new_invitation_link(invitation uuid) returns text
  language plpgsql set search_path = '' as $$
declare
  secret text := private.new_secret();
begin
  insert into private.invitation_links (invitation, hash)
  values (new_invitation_link.invitation, private.hash_of(secret))
  on conflict on constraint invitation_links_pkey do update set hash = excluded.hash;
  return secret;
end $$;

create function private.check_valid_until(day date) returns void
  language plpgsql stable set search_path = '' as $$
begin
  if day is null or day < current_date or day > current_date + 366 then
    perform private.refuse('valid_until_unsound');
  end if;
end $$;

-- Invite the staff of a company to apply as mentors, so many and until this day. The places are rounded up to whole steps of
-- as many as the programme demands. Answers the link's secret, this once.
create function public.invite_company(programme text, company text, quota integer, valid_until date) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  desk public.coordinators;
  step integer := (select p.least_people from public.programmes p where p.key = invite_company.programme);
  company_is uuid;
  i public.invitations;
begin
  select * into desk from public.coordinators c
  where c.person = private.me() and c.programme = invite_company.programme order by c.region nulls first limit 1;
  if not found then
    perform private.refuse('not_a_coordinator');
  elsif coalesce(quota, 0) not between 3 and 200 then
    perform private.refuse('invitation_quota_range');
  end if;
  perform private.check_valid_until(valid_until);
  insert into public.companies (programme, region, name) values (desk.programme, desk.region, btrim(company))
  on conflict on constraint company_once do update set name = excluded.name returning id into company_is;
  insert into public.invitations (company, quota, valid_until, made_by)
  values (company_is, least((quota + step - 1) / step, 200 / step) * step, valid_until, private.me()) returning * into i;
  perform private.note('invite_company', 'invitation', i.id, null, null, private.desks(desk.programme, desk.region));
  return jsonb_build_object('invitation', i.id, 'secret', private.new_invitation_link(i.id));
end $$;
grant execute on function public.invite_company to authenticated;

-- The invitation, locked, if it is of my desks and was not closed.
create function private.hold_invitation(invitation uuid) returns public.invitations
  language plpgsql set search_path = '' as $$
declare
  i public.invitations;
begin
  select x.* into i from public.invitations x join public.companies c on c.id = x.company
  where x.id = invitation and c.desks && private.my_desks() for update of x;
  if not found then
    perform private.refuse('invitation_unknown');
  elsif i.closed_at is not null then
    perform private.refuse('invitation_closed');
  end if;
  return i;
end $$;

-- A new link until this day; the old one ends at once. Answers the new secret, this once.
create function public.renew_invitation(invitation uuid, valid_until date) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  i public.invitations := private.hold_invitation(invitation);
begin
  perform private.check_valid_until(valid_until);
  update public.invitations x set valid_until = renew_invitation.valid_until where x.id = i.id;
  perform private.note('renew_invitation', 'invitation', i.id, null, null,
    (select c.desks from public.companies c where c.id = i.company));
  return jsonb_build_object('invitation', i.id, 'secret', private.new_invitation_link(i.id));
end $$;
grant execute on function public.renew_invitation to authenticated;

-- Nobody joins through it any more; who has joined stays.
create function public.close_invitation(invitation uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  i public.invitations := private.hold_invitation(invitation);
begin
  update public.invitations x set closed_at = now() where x.id = i.id;
  perform private.note('close_invitation', 'invitation', i.id, null, null,
    (select c.desks from public.companies c where c.id = i.company));
end $$;
grant execute on function public.close_invitation to authenticated;

-- {"needs": [facts], "company": name} of an application at my desks: what it answers and which way it came.
create function private.came_by(application_is uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'needs', coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'field', n.field, 'language', n.language,
        'region', n.region, 'hours', n.hours, 'format', n.format) order by n.code)
      from public.need_answers r join public.needs n on n.id = r.need where r.application = a.id), '[]'),
    'company', (select c.name from public.invitation_answers t join public.invitations i on i.id = t.invitation
      join public.companies c on c.id = i.company where t.application = a.id))
  from public.applications a
  where a.id = application_is and a.person <> auth.uid() and a.desks && private.my_desks()
$$;
grant execute on function private.came_by to authenticated;
