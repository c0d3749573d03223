-- Secrets of links that open something: known to whoever has the link, and here as a hash only.

create function private.hash_of(secret text) returns bytea
  language sql immutable set search_path = '' as $$
  select sha256(convert_to(left(secret, 100), 'UTF8'))
$$;

-- A new secret: 32 bytes out of 366 random bits, so that no extension is needed, as they stand in an address.
create function private.new_secret() returns text
  language sql set search_path = '' as $$
  select rtrim(translate(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    || uuid_send(gen_random_uuid())), 'base64'), '+/', '-_'), '=')
$$;
