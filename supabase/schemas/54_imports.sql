-- A programme moves in from a spreadsheet: rows wait for a day, are looked at, and become people and places all at once or
-- not at all. Checks: 54_imports_checked.sql, what it does: 54_imports_run.sql.

create type public.import_status as enum ('open', 'run', 'undone');

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete cascade,
  part text not null,
  -- The regions a coordinator of some regions imports into; none is the whole programme.
  regions text[] not null default '{}',
  status public.import_status not null default 'open',
  started_by uuid references public.people on delete set null,
  started_at timestamptz not null default now(),
  -- What she confirmed when she ran it, in the words she read.
  ground text,
  -- Of what went in; the same once more is the same import.
  digest text,
  made integer not null default 0,
  known integer not null default 0,
  ran_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references public.people on delete set null,
  -- Those who could not be taken back, because something has happened since.
  stayed integer not null default 0,
  welcomed_at timestamptz,
  desks text[] not null generated always as (case when regions = '{}' then array[programme]
    else private.desks(programme, variadic regions) end) stored,
  constraint import_part_is_known check (part in ('mentee', 'mentor')),
  constraint import_ground_length check (char_length(ground) between 20 and 2000),
  constraint import_ran_on_a_ground check ((status = 'open') = (ran_at is null)
    and (ran_at is null or (ground is not null and digest is not null))),
  constraint import_undone_has_a_time check ((status = 'undone') = (undone_at is not null))
);
create index imports_started_by on public.imports (started_by);
create index imports_undone_by on public.imports (undone_by);
create index imports_programme on public.imports (programme, started_at);
create index imports_desks on public.imports using gin (desks);
create unique index import_once on public.imports (programme, part, digest) where status = 'run';

-- Which column of a spreadsheet is which field: remembered for each programme and part. Headers and values for all, no people.
create table public.import_mappings (
  programme text not null references public.programmes on delete cascade,
  part text not null,
  mapping jsonb not null,
  saved_by uuid references public.people on delete set null,
  saved_at timestamptz not null default now(),
  primary key (programme, part),
  constraint mapping_part_is_known check (part in ('mentee', 'mentor')),
  constraint mapping_is_small check (pg_column_size(mapping) <= 16384)
);
create index import_mappings_saved_by on public.import_mappings (saved_by);

-- Rows on their way in, as the browser or the operator's command read them. Gone when the import has run, or after a day.
create table private.import_rows (
  import uuid not null references public.imports on delete cascade,
  nr integer not null,
  content jsonb not null,
  primary key (import, nr),
  constraint import_row_is_small check (pg_column_size(content) <= 8192)
);

-- Whom an import made, so that it can be taken back, and they be welcomed.
create table private.import_people (
  import uuid not null references public.imports on delete cascade,
  person uuid not null references auth.users on delete cascade,
  nr integer not null,
  -- What was not there before: her account, and her name.
  account_made boolean not null,
  person_made boolean not null,
  primary key (import, person)
);
create index import_people_person on private.import_people (person);

alter table public.imports enable row level security;
alter table public.import_mappings enable row level security;
alter table private.import_rows enable row level security;
alter table private.import_people enable row level security;
grant select on public.imports, public.import_mappings to authenticated;
create policy "coordinators see imports at their desks" on public.imports
  for select to authenticated using (desks && (select private.my_desks()));
-- This asks for the coordinator's own rows, which is all she sees of them.
create policy "coordinators see how columns were read where they work" on public.import_mappings
  for select to authenticated using (exists (select from public.coordinators c
    where c.programme = import_mappings.programme and c.person = (select auth.uid())));

-- Where I may import into this programme: an empty list is all of it, null is nowhere.
create function private.import_regions(programme_is text) returns text[]
  language sql stable set search_path = '' as $$
  select case when bool_or(d = programme_is) then '{}'
    else array_agg(split_part(d, '/', 2) order by d) end
  from unnest(private.my_desks()) as d where split_part(d, '/', 1) = programme_is
$$;

-- May I take part in all of this import? One of two regions is more than a desk of one of them has to decide.
create function private.is_my_import(i public.imports) returns boolean
  language sql stable set search_path = '' as $$
  select i.programme = any (private.my_desks()) or i.regions <> '{}' and i.regions <@ private.import_regions(i.programme)
$$;
grant execute on function private.is_my_import, private.import_regions to authenticated;

-- The import, locked, if it is all mine and stands in one of `states`; one that waits is its beginner's alone.
create function private.hold_import(import uuid, me uuid, variadic states public.import_status[]) returns public.imports
  language plpgsql set search_path = '' as $$
declare
  i public.imports;
begin
  select * into i from public.imports x
  where x.id = import and private.is_my_import(x) and (x.status <> 'open' or x.started_by = me)
  for update;
  if not found then
    perform private.refuse('import_unknown');
  elsif i.status <> all (states) then
    perform private.refuse('import_not_open');
  end if;
  return i;
end $$;

-- What can happen to it

-- Begin to bring in mentors or mentees; what I had begun before is thrown away. Answers the import.
create function public.begin_import(programme text, part text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  regions text[] := private.import_regions(programme);
  import uuid;
begin
  if regions is null then
    perform private.refuse('programme_not_mine');
  end if;
  delete from public.imports i where i.started_by = me and i.status = 'open';
  insert into public.imports as i (programme, part, regions, started_by)
  values (begin_import.programme, begin_import.part, regions, me) returning i.id into import;
  perform private.note('begin_import', 'import', import, null, null, private.desks(programme, variadic regions),
    jsonb_build_object('part', part));
  return import;
end $$;
grant execute on function public.begin_import to authenticated;

-- Hand over some rows: a list of objects, each with its number in the file as `row`. The same row again replaces itself.
-- Answers how many wait; ten thousand at most.
create function public.stage_import(import uuid, rows jsonb) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'open');
  waiting integer;
begin
  if jsonb_typeof(rows) is distinct from 'array' or exists (select from jsonb_array_elements(rows) as r
      where jsonb_typeof(r) <> 'object' or coalesce(r ->> 'row', '') !~ '^[1-9]\d{0,6}$') then
    perform private.refuse('import_rows_malformed');
  end if;
  insert into private.import_rows (import, nr, content)
  select distinct on ((r ->> 'row')::integer) i.id, (r ->> 'row')::integer, r - 'row' from jsonb_array_elements(rows) as r
  on conflict on constraint import_rows_pkey do update set content = excluded.content;
  select count(*) into waiting from private.import_rows r where r.import = i.id;
  if waiting > 10000 then
    perform private.refuse('import_too_many_rows');
  end if;
  return waiting;
end $$;
grant execute on function public.stage_import to authenticated;

-- Remember which column is which field, for the next file of this programme and part.
create function public.save_import_mapping(programme text, part text, mapping jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if private.import_regions(programme) is null then
    perform private.refuse('programme_not_mine');
  elsif jsonb_typeof(mapping -> 'columns') is distinct from 'object'
    or jsonb_typeof(mapping -> 'defaults') is distinct from 'object' or mapping - '{columns,defaults}'::text[] <> '{}' then
    perform private.refuse('mapping_malformed');
  end if;
  insert into public.import_mappings as m (programme, part, mapping, saved_by) values (programme, part, mapping, me)
  on conflict on constraint import_mappings_pkey do update
    set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now();
  perform private.note('save_import_mapping', 'import', null, null, null, array[programme]);
end $$;
grant execute on function public.save_import_mapping to authenticated;

-- Where I may import, how columns were read before, and the imports at my desks, the newest first.
create function public.my_imports() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return jsonb_build_object('desks', mine,
    'mappings', coalesce((select jsonb_object_agg(m.programme || '/' || m.part, m.mapping) from public.import_mappings m), '{}'),
    'imports', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'programme', i.programme, 'part', i.part,
        'regions', i.regions, 'status', i.status, 'made', i.made, 'known', i.known, 'stayed', i.stayed, 'ran_at', i.ran_at,
        'by', (select p.shown_name from public.people p where p.id = i.started_by), 'undone_at', i.undone_at,
        'undo_until', case when i.own and i.status = 'run' and i.ran_at > now() - interval '24 hours' then i.ran_at + interval '24 hours' end,
        'welcomed_at', i.welcomed_at,
        'may_welcome', i.own and i.status = 'run' and i.welcomed_at is null and i.ran_at > now() - interval '90 days' and i.made > 0)
        order by i.ran_at desc)
      from (select x.*, private.is_my_import(x) as own from public.imports x where x.status <> 'open' and x.desks && mine order by x.ran_at desc limit 30) i), '[]'));
end $$;
grant execute on function public.my_imports to authenticated;
