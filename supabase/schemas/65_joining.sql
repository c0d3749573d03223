-- What the link of a company's invitation opens, and joining through it. Table: 59_invitations.sql.

-- The invitation behind a secret, as long as it stands.
create function private.invitation_behind(secret text) returns public.invitations
  language plpgsql stable set search_path = '' as $$
declare
  i public.invitations;
begin
  select x.* into i from private.invitation_links l join public.invitations x on x.id = l.invitation
  where l.hash = private.hash_of(secret);
  if not found then
    perform private.refuse('invitation_unknown');
  elsif i.closed_at is not null then
    perform private.refuse('invitation_closed');
  elsif i.valid_until < current_date then
    perform private.refuse('invitation_expired');
  end if;
  return i;
end $$;

-- What the link of an invitation says to whoever holds it, which may be the employer: the company, the programme, until when,
-- and coarsely how many have joined: in steps of as many as the programme demands, so that nobody sees one person come.
-- Whether there is room is told to whoever joins, and to nobody else.
create function public.open_invitation(secret text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
declare
  i public.invitations := private.invitation_behind(secret);
begin
  return (select jsonb_build_object('company', c.name, 'programme', c.programme, 'valid_until', i.valid_until,
    'at_least', n.sent / p.least_people * p.least_people)
  from public.companies c join public.programmes p on p.key = c.programme
    cross join lateral (select count(*) as sent
      from public.invitation_answers t join public.applications a on a.id = t.application
      where t.invitation = i.id and a.status <> 'draft') n
  where c.id = i.company);
end $$;
grant execute on function public.open_invitation to anon, authenticated;

-- Join through the link of my company: begin to apply as a mentor, or go on where I was. Answers the application.
create function public.take_invitation(secret text, locale text default null) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  i public.invitations := private.invitation_behind(secret);
  begun uuid;
begin
  -- One after the other, so that the last place is taken once; and it may have been closed meanwhile.
  perform from public.invitations x where x.id = i.id for update;
  i := private.invitation_behind(secret);
  begun := public.begin_application((select c.programme from public.companies c where c.id = i.company), 'mentor',
    take_invitation.locale);
  if exists (select from public.invitation_answers t where t.application = begun) then
    return begun;
  elsif (select count(*) from public.invitation_answers t where t.invitation = i.id) >= i.quota then
    perform private.refuse('invitation_full');
  end if;
  insert into public.invitation_answers (application, invitation) values (begun, i.id);
  perform private.note('take_invitation', 'invitation', i.id, null, me);
  return begun;
end $$;
grant execute on function public.take_invitation to authenticated;
