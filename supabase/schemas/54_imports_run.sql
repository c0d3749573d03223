-- An import becomes people and places, and its people are welcomed. Tables: 54_imports.sql.

-- Thousands of rows take longer than other verbs; PostgREST takes the time a function allows itself.

-- Make a place, approved, for every row but those left out: all or, if anything stops one of them, none. Whoever has this
-- place already keeps it as it is. `ground` is what I confirm, in the words I read. What has been imported before is
-- answered again and makes nothing. No mail is sent. Answers {"import", "again", "made", "known", "undo_until"}.
create function public.run_import(import uuid, left_out integer[], ground text) returns jsonb
  language plpgsql security definer set search_path = '' set statement_timeout = '120s' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'open', 'run');
  earlier public.imports;
  digest_is text;
begin
  -- The answer was lost on the way.
  if i.status = 'run' then
    return private.import_answer(i, false);
  end if;
  if btrim(coalesce(ground, '')) = '' then
    perform private.refuse('ground_missing');
  end if;
  -- One at a time for each programme and part: of two who bring the same file, the second is told.
  perform pg_advisory_xact_lock(hashtextextended('import ' || i.programme || ' ' || i.part, 0));
  delete from private.import_rows r where r.import = i.id and r.nr = any (left_out);
  select encode(sha256(convert_to(string_agg(r.content::text, E'\n' order by r.content::text), 'UTF8')), 'hex')
    into digest_is from private.import_rows r where r.import = i.id;
  if digest_is is null then
    perform private.refuse('import_empty');
  end if;
  select * into earlier from public.imports x
  where x.programme = i.programme and x.part = i.part and x.digest = digest_is and x.status = 'run';
  if found then
    delete from public.imports x where x.id = i.id;
    return private.import_answer(earlier, true);
  end if;
  -- Nobody else makes accounts meanwhile, who might make the same.
  perform pg_advisory_xact_lock(hashtextextended('accounts', 0));
  perform private.make_imported(i);
  delete from private.import_rows r where r.import = i.id;
  update public.imports x set status = 'run', ran_at = now(), ground = btrim(run_import.ground), digest = digest_is
  where x.id = i.id returning * into i;
  update public.imports x set made = (select count(*) from private.import_people p where p.import = i.id)
  where x.id = i.id returning * into i;
  perform private.note('run_import', 'import', i.id, null, null, i.desks, jsonb_build_object('part', i.part, 'made', i.made));
  return private.import_answer(i, false);
end $$;
grant execute on function public.run_import to authenticated;

create function private.import_answer(i public.imports, again boolean) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('import', i.id, 'again', again, 'made', i.made, 'known', i.known,
    'undo_until', i.ran_at + interval '24 hours')
$$;

-- People and places of rows that wait; whatever stops one stops all. Thousands of rows at once: never row by row.
create function private.make_imported(i public.imports) returns void
  language plpgsql set search_path = '' as $$
declare
  fresh jsonb;
  stopped boolean;
  places bigint;
  rules public.programmes;
begin
  select * into rules from public.programmes p where p.key = i.programme;
  select coalesce(bool_or(f.problems is not null), false), coalesce(jsonb_agg(jsonb_build_object('nr', f.nr,
      'address', f.address, 'person', f.person)) filter (where not f.here), '[]')
    into stopped, fresh
  from private.import_findings(i) as f;
  if stopped then
    perform private.refuse('import_rows_unsound');
  end if;
  update public.imports x set known = (select count(*) from private.import_rows r where r.import = i.id)
    - jsonb_array_length(fresh)
  where x.id = i.id;
  perform private.make_accounts(array(select r ->> 'address' from jsonb_array_elements(fresh) as r where r ->> 'person' is null));
  perform private.note_imported(i.id, fresh);
  insert into public.people (id, shown_name, locale)
  select w.person, btrim(w.r ->> 'shown_name'), coalesce(w.r ->> 'locale', rules.rules #>> '{locales,0}', 'en')
  from private.imported_rows(i.id) as w where w.person_made;
  insert into public.people_private (person, surname, phone, gender)
  select w.person, nullif(btrim(w.r ->> 'surname'), ''), nullif(btrim(w.r ->> 'phone'), ''), coalesce(w.r ->> 'gender', 'undisclosed')
  from private.imported_rows(i.id) as w on conflict do nothing;
  if i.part = 'mentor' then
    insert into public.mentors (person, programme, standing, field, specialism, languages, offers, formats, place, region,
      hours, capacity, migrated, about, approved_at)
    select w.person, i.programme, 'approved', w.r ->> 'field', nullif(btrim(w.r ->> 'specialism'), ''), w.r -> 'languages',
      private.texts(w.r -> 'topics'), w.formats, w.r ->> 'place', w.region, (w.r ->> 'hours')::smallint,
      coalesce((w.r ->> 'capacity')::smallint, (rules.rules #>> '{limits,capacity}')::smallint, 1),
      (w.r ->> 'migrated')::boolean, btrim(w.r ->> 'about'), coalesce((w.r ->> 'since')::timestamptz, now())
    from private.imported_rows(i.id) as w on conflict do nothing;
  else
    insert into public.mentees (person, programme, standing, field, specialism, languages, goals, formats, place, region,
      hours, prefers, prefers_gender, about, approved_at)
    select w.person, i.programme, 'approved', w.r ->> 'field', nullif(btrim(w.r ->> 'specialism'), ''), w.r -> 'languages',
      private.texts(w.r -> 'topics'), w.formats, w.r ->> 'place', w.region, (w.r ->> 'hours')::smallint,
      coalesce(w.r ->> 'prefers', 'any'),
      case when rules.asks_gender then coalesce(w.r ->> 'prefers_gender', 'any') else 'any' end, btrim(w.r ->> 'about'),
      coalesce((w.r ->> 'since')::timestamptz, now())
    from private.imported_rows(i.id) as w on conflict do nothing;
  end if;
  get diagnostics places = row_count;
  -- Somebody took a place in the same moment: what was looked at is no longer so.
  if places <> jsonb_array_length(fresh) then
    perform private.refuse('import_changed');
  end if;
end $$;

-- Who they are, found all at once: the planner does not know how many rows a JSON list has, and would look one by one.
create function private.note_imported(import_is uuid, fresh jsonb) returns void
  language sql set search_path = '' set enable_nestloop = off as $$
  insert into private.import_people (import, person, nr, account_made, person_made)
  select import_is, u.id, r.nr, r.person is null, p.id is null
  from jsonb_to_recordset(fresh) as r (nr integer, address text, person uuid) join auth.users u on u.email = r.address
    left join public.people p on p.id = u.id
$$;

-- The rows of an import with whom each is about.
create function private.imported_rows(import_is uuid)
  returns table (person uuid, person_made boolean, r jsonb, formats text[], region text)
  language sql stable set search_path = '' set enable_nestloop = off as $$
  select p.person, p.person_made, w.content,
    private.texts(coalesce(nullif(w.content -> 'formats', '[]'), g.rules #> '{course,formats}', '["in-person"]')),
    coalesce(l.region, l.key)
  from private.import_people p join private.import_rows w on w.import = p.import and w.nr = p.nr
    join public.imports i on i.id = p.import join public.programmes g on g.key = i.programme
    left join public.places l on l.key = w.content ->> 'place'
  where p.import = import_is
$$;

-- Write to everybody an import made, each in her language, once: where her page is and what she can do there.
create function public.welcome_imported(import uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'run');
  mails integer;
begin
  if i.welcomed_at is not null then
    perform private.refuse('import_welcomed');
  elsif i.ran_at < now() - interval '90 days' then
    perform private.refuse('import_forgotten');
  end if;
  perform private.queue_mail('import-welcome:' || i.id || ':' || p.person, 'import-welcome', p.person)
  from private.import_people p where p.import = i.id and private.has_place(p.person, i.part, i.programme);
  select count(*) into mails from private.outbox o where o.key like 'import-welcome:' || i.id || ':%';
  update public.imports x set welcomed_at = now() where x.id = i.id;
  perform private.note('welcome_imported', 'import', i.id, null, null, i.desks, jsonb_build_object('mails', mails));
  return mails;
end $$;
grant execute on function public.welcome_imported to authenticated;

-- What waits, after a day; whom an import made, after ninety days; that it was, after two years.
create function private.forget_imports(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with people as (delete from private.import_people p using public.imports i
      where i.id = p.import and i.ran_at < as_of - interval '90 days'),
    gone as (delete from public.imports i
      where i.status = 'open' and i.started_at < as_of - interval '24 hours' or i.ran_at < as_of - interval '24 months'
      returning 1)
  select count(*) from gone
$$;
