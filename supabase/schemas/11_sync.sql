-- Files in git to rows of 10_programmes.sql. Only the operator's connection may call these.

create function private.sync_programme(rules jsonb) returns void
  language sql set search_path = '' as $$
  insert into public.programmes (key, rules) values (rules ->> 'key', rules)
  on conflict (key) do update set rules = excluded.rules where programmes.rules is distinct from excluded.rules;
  insert into public.programme_rules as r (programme, since, rules)
  select rules ->> 'key', (dated ->> 'since')::date, jsonb_build_object('who', dated -> 'who',
    'language', dated -> 'language', 'regions', dated -> 'regions', 'municipalities', dated -> 'municipalities',
    'online_anywhere', dated -> 'online_anywhere')
  from jsonb_array_elements(coalesce(rules -> 'earlier', '[]') || rules) as dated
  on conflict on constraint programme_rules_pkey do update set rules = excluded.rules
  where r.rules is distinct from excluded.rules;
  -- A day that was put right is not a second set of rules: from its first day on the file tells all, and the same rules
  -- from an earlier day are those. Others from before it stay, also where nobody has moved them to `earlier`.
  delete from public.programme_rules r
  using (select array_agg((dated ->> 'since')::date) as told
    from jsonb_array_elements(coalesce(sync_programme.rules -> 'earlier', '[]') || sync_programme.rules) as dated) as f,
    public.programme_rules first
  where r.programme = sync_programme.rules ->> 'key' and r.since <> all (f.told)
    and first.programme = r.programme and first.since = (select min(day) from unnest(f.told) as day)
    and (r.since > first.since or r.rules = first.rules)
$$;

-- A programme whose file is gone goes too, where nobody is in it, has been or wants to be. Answers with those that stay.
create function private.keep_programmes(keys text[]) returns text[]
  language plpgsql set search_path = '' as $$
declare
  gone text;
  held text[] := '{}';
begin
  for gone in select p.key from public.programmes p where p.key <> all (keys) order by p.key loop
    begin
      delete from public.partners p
      where p.programme = gone and not exists (select from public.referrals r where r.partner = p.id);
      delete from public.programme_rules r where r.programme = gone;
      delete from public.programmes p where p.key = gone;
    exception when foreign_key_violation or restrict_violation then
      held := held || gone;
    end;
  end loop;
  return held;
end $$;

create function private.sync_field(code text, generalist boolean, neighbours text[], labels jsonb, words text[])
  returns void
  language sql set search_path = '' as $$
  insert into public.fields (code, generalist, neighbours, labels, words)
  values (code, generalist, neighbours, labels, private.fold(array_to_string(words, ' · ')))
  on conflict (code) do update set generalist = excluded.generalist, neighbours = excluded.neighbours,
    labels = excluded.labels, words = excluded.words
$$;

create function private.sync_field_tiers() returns void
  language sql set search_path = '' as $$
  delete from public.field_tiers;
  insert into public.field_tiers (code, near, codes)
  select mine.code, near.share, array_agg(theirs.code order by theirs.code)
  from public.fields mine cross join public.fields theirs
    cross join lateral (select case when theirs.code = mine.code then 100
      when left(theirs.code, 3) = left(mine.code, 3)
        or theirs.code = any (mine.neighbours) or mine.code = any (theirs.neighbours) then 75
      when left(theirs.code, 2) = left(mine.code, 2) or theirs.generalist then 50 else 0 end as share) near
  group by mine.code, near.share
$$;

create function private.sync_place(key text, region text, label text) returns void
  language sql set search_path = '' as $$
  insert into public.places (key, region, label) values (key, region, label)
  on conflict (key) do update set region = excluded.region, label = excluded.label
$$;
