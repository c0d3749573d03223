-- A newsletter: what a programme tells its mentors, its mentees or both, by mail and in an archive. Nobody is mailed one who
-- has not said yes, and to whom one went stands nowhere but in the outbox, for as long as that keeps it.

-- Who has said yes, and when. The row goes with the no. No desk learns of it.
create table private.newsletter_readers (
  person uuid primary key references public.people on delete cascade,
  said_at timestamptz not null default now(),
  -- Stands in the link below each mail, and opens nothing but the no. Not only as a hash: the next mail has to carry it
  -- again, and a link for each mail would tell how many she was sent.
  secret text not null default private.new_secret(),
  constraint newsletter_secret_once unique (secret)
);

create table public.newsletters (
  id uuid primary key default gen_random_uuid(),
  programme text not null references public.programmes on delete cascade,
  audience text not null,
  -- Rises with every change: one changes and sends only what one has read.
  version integer not null default 1,
  saved_at timestamptz not null default now(),
  sent_at timestamptz,
  -- How many it was mailed to, not to whom.
  receivers integer,
  constraint newsletter_audience_is_known check (audience in ('mentors', 'mentees', 'both')),
  constraint newsletter_sent_has_a_count check ((sent_at is null) = (receivers is null))
);
create index newsletters_programme on public.newsletters (programme);

-- What it says, in each language its coordinator writes.
create table public.newsletter_texts (
  newsletter uuid not null references public.newsletters on delete cascade,
  locale text not null,
  title text not null,
  words text not null,
  primary key (newsletter, locale),
  constraint newsletter_locale_is_known check (locale = any (private.locales())),
  constraint newsletter_title_length check (char_length(title) between 3 and 100 and private.is_visible(title)),
  constraint newsletter_words_length check (char_length(words) between 20 and 3000 and private.is_visible(words))
);

-- Whose newsletters I read once they are sent, as `programme/audience`: those of my places, and as a coordinator all of my
-- programmes, also where I answer for one region.
create function private.my_newsletters() returns text[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return (
  select coalesce(array_agg(mine.programme || '/' || mine.audience), '{}') from (
    select m.programme, unnest(array['mentors', 'both']) as audience from public.mentors m
    where m.person = auth.uid() and m.standing <> 'left'
    union all
    select m.programme, unnest(array['mentees', 'both']) from public.mentees m
    where m.person = auth.uid() and m.standing <> 'left'
    union all
    select c.programme, unnest(array['mentors', 'mentees', 'both']) from public.coordinators c
    where c.person = auth.uid()) mine);
end $$;
grant execute on function private.my_newsletters to authenticated;

alter table private.newsletter_readers enable row level security;
alter table public.newsletters enable row level security;
alter table public.newsletter_texts enable row level security;
grant select on public.newsletters, public.newsletter_texts to authenticated;
create policy "who is meant reads what was sent, who coordinates the whole programme the drafts" on public.newsletters
  for select to authenticated using (programme = any ((select private.my_desks())::text[])
    or (sent_at is not null and programme || '/' || audience = any ((select private.my_newsletters())::text[])));
-- This asks for the newsletter, and so only of what one may see of it.
create policy "who sees the newsletter reads it" on public.newsletter_texts
  for select to authenticated using (exists (select from public.newsletters n where n.id = newsletter));

-- Since when I have said yes; null is no.
create function private.newsletters_since() returns timestamptz
  language sql stable security definer set search_path = '' as $$
  select r.said_at from private.newsletter_readers r where r.person = auth.uid()
$$;
grant execute on function private.newsletters_since to authenticated;

-- What somebody reads of it: in her language, or else in the first of its programme's that was written.
create function private.newsletter_text(n public.newsletters, wanted text) returns public.newsletter_texts
  language sql stable set search_path = '' as $$
  select t from public.newsletter_texts t join public.programmes p on p.key = n.programme
  where t.newsletter = n.id
  order by t.locale = wanted desc, array_position(private.texts(p.rules -> 'locales'), t.locale),
    array_position(private.locales(), t.locale)
  limit 1
$$;
grant execute on function private.newsletter_text to authenticated;

-- Who has said yes and takes part in the programme just now, as whom it is for.
create function private.newsletter_reach(programme_is text, audience text) returns setof uuid
  language sql stable set search_path = '' as $$
  select r.person from private.newsletter_readers r
  where (audience in ('mentors', 'both') and exists (select from public.mentors m
      where m.person = r.person and m.programme = programme_is and m.standing <> 'left'))
    or (audience in ('mentees', 'both') and exists (select from public.mentees m
      where m.person = r.person and m.programme = programme_is and m.standing <> 'left'))
$$;

-- How many that are, for whoever may send it.
create function private.newsletter_count(n public.newsletters) returns bigint
  language sql stable security definer set search_path = '' as $$
  select count(*) from private.newsletter_reach(n.programme, n.audience) where n.programme = any (private.my_desks())
$$;
grant execute on function private.newsletter_count to authenticated;

-- The page of my desks: for which programmes I write, what is begun, what was sent, and what I typed and did not save.
create function public.newsletter_desk() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return (select jsonb_build_object(
      'programmes', array(select p.key from public.programmes p where p.key = any (mine) order by p.key),
      'begun', coalesce(jsonb_agg(x.told || jsonb_build_object('version', x.version, 'receivers', private.newsletter_count(x.n))
        order by x.saved_at desc) filter (where x.sent_at is null), '[]'),
      'sent', private.first_fifty(jsonb_agg(x.told || jsonb_build_object('sent_at', x.sent_at, 'receivers', x.receivers)
        order by x.sent_at desc) filter (where x.sent_at is not null)),
      'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
        where d.person = private.me() and d.form like 'newsletter-%'), '{}'))
    from (select n, n.version, n.saved_at, n.sent_at, n.receivers, jsonb_build_object('id', n.id, 'programme', n.programme,
        'audience', n.audience, 'first', (private.newsletter_text(n, null)).locale,
        'texts', coalesce((select jsonb_object_agg(t.locale, jsonb_build_object('title', t.title, 'words', t.words))
          from public.newsletter_texts t where t.newsletter = n.id), '{}')) as told
      from public.newsletters n where private.is_my_desk(n.programme)) x);
end $$;
grant execute on function public.newsletter_desk to authenticated;

-- What was sent in my programmes to people like me, the newest first, in this language where it was written.
create function public.my_newsletters(locale text) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  perform private.me();
  return (select private.first_fifty(jsonb_agg(jsonb_build_object('id', n.id, 'programme', n.programme, 'sent_at', n.sent_at,
      'locale', t.locale, 'title', t.title, 'words', t.words) order by n.sent_at desc))
    from public.newsletters n cross join lateral private.newsletter_text(n, my_newsletters.locale) t
    where n.sent_at is not null);
end $$;
grant execute on function public.my_newsletters to authenticated;
