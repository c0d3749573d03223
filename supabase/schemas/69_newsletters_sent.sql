-- What can happen to a newsletter: it is begun, written and sent once; and somebody says yes to them, or no.

-- Yes or no to newsletters by mail, while I take part in a programme.
create function public.choose_newsletters(wants boolean) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if wants is null then
    perform private.refuse('something_missing');
  elsif not wants then
    delete from private.newsletter_readers r where r.person = me;
  elsif not private.takes_part(me) then
    perform private.refuse('not_in_a_programme');
  else
    insert into private.newsletter_readers (person) values (me) on conflict do nothing;
  end if;
  if found then
    perform private.note('choose_newsletters', 'person', me, null, null, '{}', jsonb_build_object('wants', wants));
  end if;
end $$;
grant execute on function public.choose_newsletters to authenticated;

-- The no of whoever has the link below a mail; nobody has to sign in for it.
create function public.stop_newsletters(secret text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  reader uuid;
begin
  delete from private.newsletter_readers r where r.secret = stop_newsletters.secret returning r.person into reader;
  if not found then
    perform private.refuse('newsletter_link_unknown');
  end if;
  -- Said with her link, and so in her name: whoever happens to be signed in learns nothing of her.
  insert into public.events (actor, verb, noun, subject) values (reader, 'stop_newsletters', 'person', reader);
end $$;
grant execute on function public.stop_newsletters to anon, authenticated;

-- What has not left yet, never does.
create function private.drop_newsletter_mails() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from private.outbox o where o.person = old.person and o.kind = 'newsletter-sent' and o.sent_at is null;
  return null;
end $$;
create trigger drop_mails after delete on private.newsletter_readers
  for each row execute function private.drop_newsletter_mails();

-- What was typed and not saved goes when it is sent or gone.
create function private.drop_newsletter_drafts() returns trigger
  language plpgsql set search_path = '' as $$
begin
  delete from public.drafts d where d.form like 'newsletter-__/' || old.id;
  return null;
end $$;
create trigger drop_drafts after delete or update of sent_at on public.newsletters
  for each row execute function private.drop_newsletter_drafts();

-- Begin one for a programme for all of which I answer. Answers its id; ten that are not sent are enough.
create function public.begin_newsletter(programme text, audience text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  begun uuid;
begin
  perform private.me();
  if programme = any (private.my_desks()) is not true then
    perform private.refuse('not_a_coordinator');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('newsletters ' || programme, 0));
  if (select count(*) from public.newsletters n where n.programme = begin_newsletter.programme and n.sent_at is null) >= 10 then
    perform private.refuse('newsletters_begun_enough');
  end if;
  insert into public.newsletters (programme, audience) values (programme, audience) returning id into begun;
  perform private.note('begin_newsletter', 'newsletter', begun, null, null, array[programme]);
  return begun;
end $$;
grant execute on function public.begin_newsletter to authenticated;

-- The newsletter, locked, if I may change it, it was not sent, and it is as I have read it.
create function private.hold_newsletter(newsletter uuid, version integer) returns public.newsletters
  language plpgsql set search_path = '' as $$
declare
  n public.newsletters;
begin
  select * into n from public.newsletters x where x.id = newsletter and x.programme = any (private.my_desks()) for update;
  if not found then
    perform private.refuse('newsletter_unknown');
  elsif n.sent_at is not null then
    perform private.refuse('newsletter_sent');
  elsif n.version is distinct from version then
    perform private.refuse('newsletter_changed');
  end if;
  return n;
end $$;

-- For whom it is.
create function public.address_newsletter(newsletter uuid, version integer, audience text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
begin
  update public.newsletters x set audience = address_newsletter.audience, version = n.version + 1, saved_at = now()
  where x.id = n.id;
end $$;
grant execute on function public.address_newsletter to authenticated;

-- What it says in a language; without words it no longer has that language.
create function public.write_newsletter(newsletter uuid, version integer, locale text, title text, words text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
begin
  if words is null then
    delete from public.newsletter_texts t where t.newsletter = n.id and t.locale = write_newsletter.locale;
  elsif title is null then
    perform private.refuse('something_missing');
  else
    insert into public.newsletter_texts (newsletter, locale, title, words)
    values (n.id, locale, btrim(title, E' \t\r\n'), btrim(words, E' \t\r\n'))
    on conflict on constraint newsletter_texts_pkey do update set title = excluded.title, words = excluded.words;
  end if;
  update public.newsletters x set version = n.version + 1, saved_at = now() where x.id = n.id;
end $$;
grant execute on function public.write_newsletter to authenticated;

-- Throw one away that was not sent.
create function public.drop_newsletter(newsletter uuid, version integer) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
begin
  delete from public.newsletters x where x.id = n.id;
  perform private.note('drop_newsletter', 'newsletter', n.id, null, null, array[n.programme]);
end $$;
grant execute on function public.drop_newsletter to authenticated;

-- Send it: once, to whoever has said yes and takes part at this moment; two of a programme in seven days at most. Answers
-- how many it goes to. Accounts are locked before their yes, as where somebody is erased.
create function public.send_newsletter(newsletter uuid, version integer) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  n public.newsletters := private.hold_newsletter(newsletter, version);
  meant uuid[];
  mailed integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('newsletters ' || n.programme, 0));
  if not exists (select from public.newsletter_texts t where t.newsletter = n.id) then
    perform private.refuse('newsletter_empty');
  elsif (select count(*) from public.newsletters x
      where x.programme = n.programme and x.sent_at > now() - interval '7 days') >= 2 then
    perform private.refuse('newsletters_enough');
  end if;
  meant := array(select private.newsletter_reach(n.programme, n.audience));
  perform from auth.users u where u.id = any (meant) order by u.id for key share;
  perform from private.newsletter_readers r where r.person = any (meant) order by r.person for share;
  -- Who says no meanwhile has said it before this, or waits and then takes her mail back.
  perform private.queue_mail('newsletter:' || n.id || ':' || r.person, 'newsletter-sent', r.person,
    jsonb_build_object('title', t.title, 'words', t.words, 'programme', n.programme, 'secret', r.secret))
  from private.newsletter_readers r join public.people p on p.id = r.person
    cross join lateral private.newsletter_text(n, p.locale) t
  where r.person = any (meant);
  get diagnostics mailed = row_count;
  update public.newsletters x set sent_at = now(), receivers = mailed where x.id = n.id;
  perform private.note('send_newsletter', 'newsletter', n.id, null, null, array[n.programme]);
  return mailed;
end $$;
grant execute on function public.send_newsletter to authenticated;

-- A yes goes with its reader's last place; a newsletter that was not sent after ninety days, one that was after two years.
create function private.forget_newsletters(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with unread as (delete from private.newsletter_readers r where not private.takes_part(r.person)),
  gone as (
    delete from public.newsletters
    where coalesce(sent_at, saved_at) < as_of - case when sent_at is null then interval '90 days' else interval '24 months' end
    returning 1)
  select count(*) from gone
$$;
