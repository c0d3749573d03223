-- What others may see of a person, and nothing else: made from her place by triggers, never written by anybody.
-- `open_mentors` is also what the fit reads; its index by field holds all the fit needs, so that cards are read only
-- for those who are shown.

create table public.open_mentors (
  person uuid primary key references public.mentors on delete cascade,
  programme text not null references public.programmes on delete cascade,
  code text collate "C" not null,
  levels bytea not null,
  offers integer not null,
  interests integer not null,
  formats integer not null,
  place text not null,
  region text not null,
  hours smallint not null,
  migrated boolean,
  -- Only where the programme asks, and only what one may wish for there: whoever wishes learns it from the fit.
  gender text,
  -- Free places now; 0 hides her from the directory.
  free smallint not null,
  paused_from date,
  paused_until date,
  -- How much is on her already, 0–100; and how she has answered, 0–100 with a kind start.
  busy smallint not null,
  answers smallint not null,
  -- Days she usually takes to answer; null while nobody knows.
  answer_days smallint,
  desks text[] not null,
  words text not null,
  card jsonb not null,
  -- The card as JSON text but for its last brace: a page adds the fit of the two to it.
  opening text not null generated always as (left(card::text, -1)) stored,
  -- The languages she speaks at each level or better, one bit each; `native` is a mother tongue.
  a1 bigint not null generated always as (private.spoken_from(card -> 'languages', 1)) stored,
  a2 bigint not null generated always as (private.spoken_from(card -> 'languages', 2)) stored,
  b1 bigint not null generated always as (private.spoken_from(card -> 'languages', 3)) stored,
  b2 bigint not null generated always as (private.spoken_from(card -> 'languages', 4)) stored,
  c1 bigint not null generated always as (private.spoken_from(card -> 'languages', 5)) stored,
  c2 bigint not null generated always as (private.spoken_from(card -> 'languages', 6)) stored,
  native bigint not null generated always as (private.spoken_from(card -> 'languages', 7)) stored
);
create index open_mentors_by_field on public.open_mentors (programme, code)
  include (person, a1, a2, b1, b2, c1, c2, native, offers, interests, formats, hours, migrated, free, busy, answers,
    paused_from, paused_until, place, region, gender, desks)
  where free > 0;
create index open_mentors_by_place on public.open_mentors (programme, place) include (person);
create index open_mentors_words on public.open_mentors using gin (words extensions.gin_trgm_ops);
create index open_mentors_desks on public.open_mentors using gin (desks);

create table public.mentee_cards (
  person uuid primary key references public.mentees on delete cascade,
  desks text[] not null,
  card jsonb not null
);
create index mentee_cards_desks on public.mentee_cards using gin (desks);

-- What can happen to it: only that its sources changed

-- The card of a mentor as mentees read it, and as she looks at it before anybody else does.
create function private.card_of(m public.mentors, name text) returns jsonb
  language sql immutable parallel safe set search_path = '' as $$
  select jsonb_build_object('person', m.person, 'name', name, 'field', m.field, 'specialism', m.specialism,
    'languages', m.languages, 'offers', m.offers, 'formats', m.formats, 'place', m.place, 'region', m.region,
    'hours', m.hours, 'about', m.about)
$$;
grant execute on function private.card_of to authenticated;

-- Requests touch the cards of several mentors in one transaction. Waiting for each would let two such transactions wait
-- for one another, so this one never waits: a card that is busy is made anew by the clock (50_due.sql).
create function private.refresh_open_mentor_if_free(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform from public.mentors m where m.person = mentor for no key update skip locked;
  if found then
    perform private.refresh_open_mentor(mentor);
  end if;
end $$;

create function private.refresh_open_mentor(mentor uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  -- The place before the card, everywhere: two who change the same mentor never wait for each other in a ring.
  perform from public.mentors m where m.person = mentor for no key update;
  delete from public.open_mentors o
  where o.person = mentor and not exists (
    select from public.mentors m where m.person = mentor and m.standing = 'approved');
  insert into public.open_mentors as o (person, programme, code, levels, offers, interests, formats, place, region, hours,
    migrated, gender, free, paused_from, paused_until, busy, answers, answer_days,
    desks, words, card)
  select m.person, m.programme, m.field, private.level_bytes(m.languages), private.bits(m.offers, private.topics()),
    private.bits(m.interests, private.interests()), private.bits(m.formats, private.formats()), m.place, m.region, m.hours, m.migrated,
    case when g.asks_gender and x.gender in ('woman', 'man') then x.gender end,
    m.capacity - m.taken, m.paused_from, m.paused_until,
    least(100, 100 * m.taken / m.capacity + 20 * h.pending), (100 * (h.answered + 2)) / (h.answered + h.silent + 3),
    h.days, m.desks,
    private.fold(coalesce(m.specialism, '') || ' · ' || p.shown_name),
    private.card_of(m, p.shown_name)
  from public.mentors m
    join public.people p on p.id = m.person
    join public.people_private x on x.person = m.person
    join public.programmes g on g.key = m.programme
    cross join lateral (
      select count(*) filter (where r.status in ('open', 'asked')) as pending,
        count(*) filter (where r.answered_at is not null) as answered,
        count(*) filter (where r.status = 'expired' and r.opened_at is not null and r.answered_at is null) as silent,
        ceil(percentile_cont(0.5) within group (order by extract(epoch from r.answered_at - r.sent_at) / 86400)) as days
      from public.requests r
      where r.mentor = m.person and r.sent_at > now() - interval '1 year') h
  where m.person = mentor and m.standing = 'approved'
  on conflict (person) do update set
    programme = excluded.programme, code = excluded.code, levels = excluded.levels, offers = excluded.offers, interests = excluded.interests,
    formats = excluded.formats, place = excluded.place, region = excluded.region, hours = excluded.hours,
    migrated = excluded.migrated, gender = excluded.gender, free = excluded.free,
    paused_from = excluded.paused_from, paused_until = excluded.paused_until, busy = excluded.busy,
    answers = excluded.answers,
    answer_days = excluded.answer_days, desks = excluded.desks, words = excluded.words, card = excluded.card;
end $$;

create function private.refresh_mentee_card(mentee uuid) returns void
  language sql security definer set search_path = '' as $$
  insert into public.mentee_cards (person, desks, card)
  select m.person, m.desks, jsonb_build_object('person', m.person, 'name', p.shown_name, 'field', m.field,
    'specialism', m.specialism, 'languages', m.languages, 'goals', m.goals, 'formats', m.formats, 'place', m.place,
    'region', m.region, 'hours', m.hours, 'about', m.about)
  from public.mentees m join public.people p on p.id = m.person
  where m.person = mentee
  on conflict (person) do update set desks = excluded.desks, card = excluded.card
$$;

create function private.after_mentor() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(new.person);
  return null;
end $$;
create trigger card_follows after insert or update on public.mentors
  for each row execute function private.after_mentor();

create function private.after_mentee() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_mentee_card(new.person);
  return null;
end $$;
create trigger card_follows after insert or update of programme, field, specialism, languages, goals, formats, place,
  hours, about on public.mentees
  for each row execute function private.after_mentee();

create function private.after_person() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(new.id);
  perform private.refresh_mentee_card(new.id);
  return null;
end $$;
create trigger cards_follow after update of shown_name on public.people
  for each row when (old.shown_name is distinct from new.shown_name) execute function private.after_person();

create function private.after_private() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(new.person);
  return null;
end $$;
create trigger card_follows after update of gender on public.people_private
  for each row when (old.gender is distinct from new.gender) execute function private.after_private();

create function private.after_asking() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform private.refresh_open_mentor(m.person) from public.mentors m where m.programme = new.key order by m.person;
  return null;
end $$;
-- Its name comes after `directories_follow`: mentees are locked before mentors.
create trigger genders_follow after update on public.programmes
  for each row when (old.asks_gender is distinct from new.asks_gender) execute function private.after_asking();
