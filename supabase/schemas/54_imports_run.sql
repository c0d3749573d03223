-- An import becomes people and places, and its people are welcomed. Tables: 54_imports.sql.

-- Make a place, approved, for every row but those left out: all or, if anything stops one of them, none. Whoever has this
-- place already keeps it as it is. `ground` is what I confirm, in the words I read. What has been imported before is
-- answered again and makes nothing. No mail is sent. Answers {"import", "again", "made", "known", "undo_until"}.
create function public.run_import(import uuid, left_out integer[], ground text) returns jsonb
  language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.hold_import(import, private.me(), 'open');
  earlier public.imports;
  digest_is text;
begin
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

-- People and places of rows that wait; whatever stops one stops all.
create function private.make_imported(i public.imports) returns void
  language plpgsql set search_path = '' as $$
declare
  fresh jsonb;
  expected integer;
  found_problem boolean;
  rules public.programmes;
begin
  select * into rules from public.programmes p where p.key = i.programme;
  select coalesce(bool_or(f.problems is not null), false),
      coalesce(jsonb_agg(f.content || jsonb_build_object('row', f.nr, 'email', f.address, 'had_account', f.person is not null))
        filter (where not f.here), '[]'),
      count(*) filter (where not f.here)
    into found_problem, fresh, expected
  from private.import_findings(i) as f;
  if found_problem then
    perform private.refuse('import_rows_unsound');
  end if;
  update public.imports x set known = (select count(*) from private.import_rows r where r.import = i.id) - expected
  where x.id = i.id;
  perform private.make_accounts(array(select r ->> 'email' from jsonb_array_elements(fresh) as r
    where not (r ->> 'had_account')::boolean));
  insert into private.import_people (import, person, nr, account_made, person_made)
  select i.id, u.id, (r ->> 'row')::integer, not (r ->> 'had_account')::boolean,
    not exists (select from public.people p where p.id = u.id)
  from jsonb_array_elements(fresh) as r join auth.users u on u.email = r ->> 'email';
  insert into public.people (id, shown_name, locale)
  select p.person, btrim(r ->> 'shown_name'), coalesce(r ->> 'locale', rules.rules #>> '{locales,0}', 'en')
  from private.import_people p join jsonb_array_elements(fresh) as r on (r ->> 'row')::integer = p.nr
  where p.import = i.id and p.person_made;
  insert into public.people_private (person, surname, phone, gender)
  select p.person, nullif(btrim(r ->> 'surname'), ''), nullif(btrim(r ->> 'phone'), ''), coalesce(r ->> 'gender', 'undisclosed')
  from private.import_people p join jsonb_array_elements(fresh) as r on (r ->> 'row')::integer = p.nr
  where p.import = i.id on conflict do nothing;
  if i.part = 'mentor' then
    insert into public.mentors (person, programme, standing, field, specialism, languages, offers, formats, place, region,
      hours, capacity, migrated, about, approved_at)
    select p.person, i.programme, 'approved', r ->> 'field', nullif(btrim(r ->> 'specialism'), ''), r -> 'languages',
      private.texts(r -> 'topics'), private.texts(coalesce(nullif(r -> 'formats', '[]'), rules.rules #> '{course,formats}', '["in-person"]')),
      r ->> 'place', private.region_of(r ->> 'place'), (r ->> 'hours')::smallint,
      coalesce((r ->> 'capacity')::smallint, (rules.rules #>> '{limits,capacity}')::smallint, 1),
      (r ->> 'migrated')::boolean, btrim(r ->> 'about'), coalesce((r ->> 'since')::timestamptz, now())
    from private.import_people p join jsonb_array_elements(fresh) as r on (r ->> 'row')::integer = p.nr
    where p.import = i.id on conflict do nothing;
  else
    insert into public.mentees (person, programme, standing, field, specialism, languages, goals, formats, place, region,
      hours, prefers, prefers_gender, about, approved_at)
    select p.person, i.programme, 'approved', r ->> 'field', nullif(btrim(r ->> 'specialism'), ''), r -> 'languages',
      private.texts(r -> 'topics'), private.texts(coalesce(nullif(r -> 'formats', '[]'), rules.rules #> '{course,formats}', '["in-person"]')),
      r ->> 'place', private.region_of(r ->> 'place'), (r ->> 'hours')::smallint, coalesce(r ->> 'prefers', 'any'),
      case when rules.asks_gender then coalesce(r ->> 'prefers_gender', 'any') else 'any' end, btrim(r ->> 'about'),
      coalesce((r ->> 'since')::timestamptz, now())
    from private.import_people p join jsonb_array_elements(fresh) as r on (r ->> 'row')::integer = p.nr
    where p.import = i.id on conflict do nothing;
  end if;
  get diagnostics expected = row_count;
  -- Somebody took a place in the same moment: what was looked at is no longer so.
  if expected <> jsonb_array_length(fresh) then
    perform private.refuse('import_changed');
  end if;
end $$;

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
