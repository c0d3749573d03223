-- Groupings of countries are data: files in git (`src/content/groupings`), each version with the day from which it
-- holds and whose term it is. A person's country is stored; in which group it stands is asked for a day.

create table public.country_groups (
  grouping_key text not null,
  since date not null,
  country text not null,
  -- The group this country stands in.
  group_key text not null,
  primary key (grouping_key, since, country),
  constraint country_grouping_is_a_key check (grouping_key ~ '^[a-z0-9-]{2,40}$'),
  constraint country_group_is_a_key check (group_key ~ '^[a-z0-9-]{2,40}$'),
  constraint country_group_country_shape check (country ~ '^[A-Z]{2}$')
);

alter table public.country_groups enable row level security;
grant select on public.country_groups to authenticated;
create policy "whoever is signed in reads groupings of countries" on public.country_groups
  for select to authenticated using (true);

-- Sync: one version of a grouping, whole. Only the operator's connection may call it.
create function private.sync_country_grouping(definition jsonb) returns void
  language sql set search_path = '' as $$
  delete from public.country_groups g
  where g.grouping_key = definition ->> 'key' and g.since = (definition ->> 'since')::date;
  insert into public.country_groups (grouping_key, since, country, group_key)
  select definition ->> 'key', (definition ->> 'since')::date, country, part ->> 'key'
  from jsonb_array_elements(definition -> 'groups') as part, jsonb_array_elements_text(part -> 'countries') as country
$$;

-- The group a country stands in on a day, by the version that held then, and that version: {"group", "since"}. Null where
-- there was none; a country that is in no group of it has the group null.
create function private.country_group(grouping_is text, country_is text, as_of date) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('since', v.since, 'group', (select g.group_key from public.country_groups g
    where g.grouping_key = grouping_is and g.since = v.since and g.country = country_is))
  from (select max(g.since) as since from public.country_groups g
    where g.grouping_key = grouping_is and g.since <= as_of) as v
  where v.since is not null and country_is is not null
$$;
