-- Accounts belong to the sign-in service; a person who signs in by a mailed code makes her own. Where a coordinator
-- writes down somebody who is not there yet, an account waits for her, unconfirmed until her first sign-in.

-- What somebody can sign in with: the guard and the browser ask the same of it.
create function private.is_address(address text) returns boolean
  language sql immutable set search_path = '' as $$
  select char_length(address) <= 254 and address ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$'
$$;

-- The account of this address, made if there is none. Answers its id. Refuses what is no address.
create function private.account_of(address text) returns uuid
  language plpgsql set search_path = '' as $$
declare
  normal text := lower(btrim(address));
  account uuid;
begin
  if private.is_address(normal) is not true then
    perform private.refuse('address_malformed');
  end if;
  -- Two coordinators at once make one account; an import makes many, alone.
  perform pg_advisory_xact_lock_shared(hashtextextended('accounts', 0));
  perform pg_advisory_xact_lock(hashtextextended('account ' || normal, 0));
  select u.id into account from auth.users u where u.email = normal;
  if found then
    return account;
  end if;
  perform private.make_accounts(array[normal]);
  return (select u.id from auth.users u where u.email = normal);
end $$;

-- Accounts for addresses that have none, unconfirmed. The caller has looked, and holds the lock under which she did.
create function private.make_accounts(addresses text[]) returns void
  language plpgsql set search_path = '' as $$
declare
  accounts jsonb := coalesce((select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'email', a)) from unnest(addresses) as a), '[]');
begin
  -- The tables differ between hosted Supabase and the server of one machine: what a table does not have is left out.
  -- Hosted needs the instance, and reads token columns as text, so they are empty and not null.
  perform private.insert_known('auth.users', (select jsonb_agg(jsonb_build_object('id', a -> 'id',
    'instance_id', '00000000-0000-0000-0000-000000000000', 'aud', 'authenticated', 'role', 'authenticated',
    'email', a -> 'email', 'encrypted_password', '', 'raw_app_meta_data', '{"provider": "email", "providers": ["email"]}'::jsonb,
    'raw_user_meta_data', '{}'::jsonb, 'confirmation_token', '', 'recovery_token', '', 'email_change', '',
    'email_change_token_new', '', 'email_change_token_current', '', 'phone_change', '', 'phone_change_token', '',
    'reauthentication_token', '', 'email_change_confirm_status', 0, 'is_sso_user', false, 'is_anonymous', false,
    'created_at', now(), 'updated_at', now())) from jsonb_array_elements(accounts) as a));
  if to_regclass('auth.identities') is not null then
    perform private.insert_known('auth.identities', (select jsonb_agg(jsonb_build_object('id', gen_random_uuid(),
      'provider', 'email', 'provider_id', a -> 'id', 'user_id', a -> 'id', 'created_at', now(), 'updated_at', now(),
      'identity_data', jsonb_build_object('sub', a -> 'id', 'email', a -> 'email', 'email_verified', false)))
      from jsonb_array_elements(accounts) as a));
  end if;
end $$;

-- A list of rows, all of one shape, in those columns the table has and does not compute.
create function private.insert_known(target regclass, contents jsonb) returns void
  language plpgsql set search_path = '' as $$
declare
  columns text := (select string_agg(quote_ident(c.attname), ', ') from pg_catalog.pg_attribute c
    where c.attrelid = target and c.attnum > 0 and not c.attisdropped and c.attgenerated = '' and contents -> 0 ? c.attname::text);
begin
  if contents is null then
    return;
  end if;
  execute format('insert into %s (%s) select %2$s from jsonb_populate_recordset(null::%1$s, $1)', target, columns)
    using contents;
end $$;
