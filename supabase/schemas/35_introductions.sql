-- An introduction: how a mentor shows herself to visitors, who wonder what kind of people mentors are. Nobody is shown before
-- she says yes to that alone, and nobody reads it from the moment she takes it back. The text of her profile is not in it.

create table public.introductions (
  person uuid primary key references public.mentors on delete cascade,
  words text not null,
  shown boolean not null,
  -- A yes of its own, to the photo she has now: another one asks anew.
  with_photo boolean not null,
  -- Since a coordinator has taken it out. Only a desk takes that back, and showing it again is hers.
  stopped_at timestamptz,
  constraint introduction_words_length check (char_length(btrim(words)) between 20 and 280 and private.is_visible(words)),
  -- Whoever wants to reach her applies: no address, no link, no number.
  constraint introduction_words_reach_nobody check (words !~* '@|https?:|www\.|(\d ?){8}'),
  constraint introduction_stopped_is_not_shown check (not shown or stopped_at is null),
  constraint introduction_photo_is_shown check (shown or not with_photo)
);

-- What she said yes to, anew each time; a line that is not shown takes back.
create table public.introduction_consents (
  id bigint generated always as identity primary key,
  person uuid not null references public.introductions on delete cascade,
  shown boolean not null,
  with_photo boolean not null,
  -- Which wording, in which language.
  version smallint not null,
  locale text not null,
  said_at timestamptz not null default now(),
  constraint introduction_consent_version_range check (version between 1 and 99),
  constraint introduction_consent_locale_is_known check (locale = any (private.locales()))
);
create index introduction_consents_person on public.introduction_consents (person);

alter table public.introductions enable row level security;
alter table public.introduction_consents enable row level security;
grant select on public.introductions, public.introduction_consents to authenticated;
create policy "a mentor sees her introduction" on public.introductions
  for select to authenticated using (person = (select auth.uid()));
create policy "a mentor sees what she has said yes to showing visitors" on public.introduction_consents
  for select to authenticated using (person = (select auth.uid()));

-- All that a visitor reads of a mentor, and what she looks at before she says yes: nothing that names her anywhere else, and
-- of where she lives at most a region of the programme.
create function private.introduction_card(m public.mentors, words text, with_photo boolean) returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('name', n.shown_name, 'field', m.field, 'words', words,
    'languages', (select jsonb_agg(l -> 'language' order by nr) from jsonb_array_elements(m.languages) with ordinality as t (l, nr)),
    'region', case when m.region = any (g.regions) then m.region end,
    'picture', (select private.picture_told(p) from public.pictures p where p.person = m.person and (with_photo or p.photo is null)))
  from public.people n join public.programmes g on g.key = m.programme where n.id = m.person
$$;
grant execute on function private.introduction_card to authenticated;

-- Those of a programme who are shown on a day: approved, not paused, and the first twelve in the order of that day.
create function private.introductions_on(programme_is text, as_of date) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(private.introduction_card(d.m, d.words, d.with_photo) order by d.nr), '[]')
  from (
    select m, i.words, i.with_photo, md5(i.person::text || as_of) as nr
    from public.introductions i join public.mentors m on m.person = i.person
    where i.shown and m.programme = programme_is and m.standing = 'approved'
      and (m.paused_from is null or not as_of between m.paused_from and coalesce(m.paused_until, 'infinity'))
    order by nr limit 12) d
$$;

-- What can happen to it

-- Mentors of a programme who show themselves to visitors, for anybody: twelve at most, others each day and the same all day,
-- so that asking again shows nobody more. Who has paused, left or taken it back is not among them.
create function public.meet_mentors(programme text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select private.introductions_on(programme, current_date)
$$;
grant execute on function public.meet_mentors to anon, authenticated;

-- My introduction as I may show it: the card without the photo, the photo I could show, what I wrote and how it stands. Null
-- for who is no approved mentor.
create function public.my_introduction() returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('programme', m.programme, 'card', private.introduction_card(m, coalesce(i.words, ''), false),
    'photo', (select private.picture_told(p) from public.pictures p where p.person = m.person and p.photo is not null),
    'shown', coalesce(i.shown, false), 'with_photo', coalesce(i.with_photo, false), 'stopped', i.stopped_at is not null)
  from public.mentors m left join public.introductions i on i.person = m.person
  where m.person = private.me() and m.standing = 'approved'
$$;
grant execute on function public.my_introduction to authenticated;

-- Show me to visitors from now on, with these words and, if I say so, with my photo; `locale` is the language I read this in.
create function public.show_introduction(words text, with_photo boolean, locale text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
  mine public.mentors;
  photo boolean;
begin
  perform private.hold_pair(me, me);
  select * into mine from public.mentors m where m.person = me and m.standing = 'approved';
  if not found then
    perform private.refuse('not_a_mentor');
  elsif words is null or with_photo is null or locale is null then
    perform private.refuse('something_missing');
  elsif exists (select from public.introductions i where i.person = me and i.stopped_at is not null) then
    perform private.refuse('introduction_stopped');
  end if;
  -- Held, so that it is this one until then.
  perform from public.pictures p where p.person = me and p.photo is not null for share;
  photo := found and show_introduction.with_photo;
  insert into public.introductions as i (person, words, shown, with_photo) values (me, btrim(words), true, photo)
  on conflict on constraint introductions_pkey do update set words = excluded.words, shown = true, with_photo = excluded.with_photo;
  insert into public.introduction_consents (person, shown, with_photo, version, locale) values (me, true, photo, 1, locale);
  perform private.note('show_introduction', 'mentor', me, null, me, mine.desks);
end $$;
grant execute on function public.show_introduction to authenticated;

-- Show me no longer, from this moment on. What I wrote stays mine alone, until I leave.
create function public.hide_introduction(locale text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if locale is null then
    perform private.refuse('something_missing');
  end if;
  update public.introductions i set shown = false, with_photo = false where i.person = me and i.shown;
  if found then
    insert into public.introduction_consents (person, shown, with_photo, version, locale) values (me, false, false, 1, locale);
    perform private.note('hide_introduction', 'mentor', me, null, me);
  end if;
end $$;
grant execute on function public.hide_introduction to authenticated;

-- With her place in the programme it goes, and all she said yes to.
create function private.drop_introduction() returns trigger
  language plpgsql set search_path = '' as $$
begin
  delete from public.introductions i where i.person = new.person;
  return null;
end $$;
create trigger introduction_goes after update of standing, programme on public.mentors
  for each row when (new.standing = 'left' or old.programme <> new.programme) execute function private.drop_introduction();

-- She said yes to the photo that was there.
create function private.forget_photo_yes() returns trigger
  language plpgsql set search_path = '' as $$
begin
  update public.introductions i set with_photo = false where i.person = old.person and i.with_photo;
  return null;
end $$;
create trigger photo_asks_anew after update of photo or delete on public.pictures
  for each row when (old.photo is not null) execute function private.forget_photo_yes();
