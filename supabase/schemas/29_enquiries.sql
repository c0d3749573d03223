-- An enquiry: somebody without an account asks us something and is answered by mail. Who she is nobody at a desk learns:
-- her address stands apart, leaves with the answer, and what stays in the end is a number.

create table public.enquiries (
  id uuid primary key default gen_random_uuid(),
  topic text not null,
  -- In which the answer shall be.
  locale text not null,
  words text not null,
  programme text references public.programmes on delete set null,
  region text references public.places on delete set null,
  asked_at timestamptz not null default now(),
  answer text,
  answered_at timestamptz,
  desks text[] not null,
  constraint enquiry_topic_is_known check (topic in ('find-mentor', 'be-mentor', 'apply', 'language', 'rights', 'other')),
  constraint enquiry_locale_is_known check (locale = any (private.locales())),
  constraint enquiry_words_length check (char_length(btrim(words)) between 10 and 1000 and private.is_visible(words)),
  constraint enquiry_answer_length check (char_length(btrim(answer)) between 20 and 2000 and private.is_visible(answer)),
  constraint enquiry_answer_has_a_time check ((answer is null) = (answered_at is null))
);
create index enquiries_programme on public.enquiries (programme);
create index enquiries_region on public.enquiries (region);
create index enquiries_desks on public.enquiries using gin (desks);

-- Where the answer goes; no longer here once it is on its way.
create table private.enquiry_addresses (
  enquiry uuid primary key references public.enquiries on delete cascade,
  address text not null
);
create index enquiry_addresses_address on private.enquiry_addresses (address);

-- How many asked, by month, topic and language.
create table private.enquiry_counts (
  month date not null,
  topic text not null,
  locale text not null,
  asked integer not null,
  primary key (month, topic, locale)
);

alter table public.enquiries enable row level security;
alter table private.enquiry_addresses enable row level security;
alter table private.enquiry_counts enable row level security;
grant select on public.enquiries to authenticated;
create policy "a coordinator sees enquiries that come to her desks" on public.enquiries
  for select to authenticated using (desks && (select private.my_desks()));

-- To whom a question comes: the desks of the programme and the region it names, and where it names none, every desk; of
-- these the ones at which somebody works.
create function private.enquiry_desks(programme_is text, region_is text) returns text[]
  language sql stable set search_path = '' as $$
  select array_agg(distinct desk order by desk)
  from public.programmes p,
    unnest(private.desks(p.key, variadic case when region_is is null then p.regions else array[region_is] end)) as desk
  where (programme_is is null or p.key = programme_is) and (region_is is null or region_is = any (p.regions))
    and exists (select from public.coordinators c
      where c.programme = p.key and desk = p.key || coalesce('/' || c.region, ''))
$$;

-- What can happen to it

-- Ask us: a visitor may, two hundred a day in all. What is known of an address neither changes the answer nor what is kept:
-- whoever types somebody's address learns nothing of her and takes nothing from her.
create function public.ask_us(topic text, locale text, words text, address text, programme text default null,
  region text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  normal text := lower(btrim(address));
  asked uuid;
begin
  if private.is_address(normal) is not true then
    perform private.refuse('address_malformed');
  elsif programme is not null and not exists (select from public.programmes p where p.key = ask_us.programme) then
    perform private.refuse('programme_unknown');
  elsif region is not null and not exists (select from public.places p where p.key = ask_us.region) then
    perform private.refuse('place_unknown');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('ask_us', 0));
  if (select count(*) from public.enquiries e where e.asked_at > now() - interval '1 day') >= 200 then
    perform private.refuse('too_many_enquiries');
  end if;
  insert into public.enquiries (topic, locale, words, programme, region, desks)
  values (topic, locale, btrim(words), programme, region,
    -- Where nobody works, somebody answers all the same.
    coalesce(private.enquiry_desks(programme, region), private.enquiry_desks(programme, null),
      private.enquiry_desks(null, null), '{}')) returning id into asked;
  insert into private.enquiry_addresses (enquiry, address) values (asked, normal);
  insert into private.enquiry_counts as c (month, topic, locale, asked)
  values (date_trunc('month', now())::date, topic, locale, 1)
  on conflict on constraint enquiry_counts_pkey do update set asked = c.asked + 1;
end $$;
grant execute on function public.ask_us to authenticated;
grant execute on function public.ask_us to anon;

-- Answers that were begun, by whomever, go when it is answered or gone.
create function private.drop_enquiry_drafts() returns trigger
  language plpgsql set search_path = '' as $$
begin
  delete from public.drafts d where d.form = 'enquiry/' || old.id;
  return null;
end $$;
create trigger drop_drafts after delete or update of answered_at on public.enquiries
  for each row execute function private.drop_enquiry_drafts();

-- The enquiry, locked, if it is of my desks and waits for an answer.
create function private.hold_enquiry(enquiry uuid) returns public.enquiries
  language plpgsql set search_path = '' as $$
declare
  e public.enquiries;
begin
  select * into e from public.enquiries x where x.id = enquiry and x.desks && private.my_desks() for update;
  if not found then
    perform private.refuse('enquiry_unknown');
  elsif e.answered_at is not null then
    perform private.refuse('enquiry_answered');
  end if;
  return e;
end $$;

-- Answer it: the mail takes the address along.
create function public.answer_enquiry(enquiry uuid, answer text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  e public.enquiries := private.hold_enquiry(enquiry);
  goes_to text;
begin
  if answer is null then
    perform private.refuse('something_missing');
  end if;
  update public.enquiries x set answer = btrim(answer_enquiry.answer), answered_at = now() where x.id = e.id;
  delete from private.enquiry_addresses a where a.enquiry = e.id returning a.address into goes_to;
  perform private.queue_mail('enquiry-answered:' || e.id, 'enquiry-answered', null,
    jsonb_build_object('question', e.words, 'answer', btrim(answer_enquiry.answer)), e.locale, goes_to);
  perform private.note('answer_enquiry', 'enquiry', e.id, null, null, e.desks);
end $$;
grant execute on function public.answer_enquiry to authenticated;

-- Delete what is no question, address and all.
create function public.drop_enquiry(enquiry uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  e public.enquiries := private.hold_enquiry(enquiry);
begin
  delete from public.enquiries x where x.id = e.id;
  perform private.note('drop_enquiry', 'enquiry', e.id, null, null, e.desks);
end $$;
grant execute on function public.drop_enquiry to authenticated;

-- How many asked in a year, by topic and language; fewer than five are null. There are no sums to work them out from.
create function private.enquiry_counts_in(as_of date) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('topic', s.topic, 'locale', s.locale,
    'asked', case when s.asked >= 5 then s.asked end) order by s.topic, s.locale), '[]')
  from (select c.topic, c.locale, sum(c.asked) as asked from private.enquiry_counts c
    where c.month > as_of - 365 group by c.topic, c.locale) s
$$;
grant execute on function private.enquiry_counts_in to authenticated;

-- The page of my desks: questions that wait, the longest first; those answered in the last days; the counts of a year; and
-- what I have begun to answer.
create function public.enquiry_desk() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.desk();
begin
  return (select jsonb_build_object(
      'open', private.first_fifty(jsonb_agg(x.told order by x.asked_at) filter (where x.answered_at is null)),
      'answered', private.first_fifty(jsonb_agg(x.told order by x.answered_at desc) filter (where x.answered_at is not null)),
      'counts', private.enquiry_counts_in(current_date),
      'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
        where d.person = private.me() and d.form like 'enquiry/%'), '{}'))
    from (select e.asked_at, e.answered_at, jsonb_build_object('id', e.id, 'topic', e.topic, 'locale', e.locale,
        'words', e.words, 'programme', e.programme, 'region', e.region, 'asked_at', e.asked_at, 'answer', e.answer,
        'answered_at', e.answered_at) as told
      from public.enquiries e where e.desks && mine) x);
end $$;
grant execute on function public.enquiry_desk to authenticated;

-- A week after the answer, or sixty days after the question where none came. An answer that could not be delivered goes
-- with it; the numbers stay for two years.
create function private.forget_enquiries(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (
    delete from public.enquiries
    where answered_at < as_of - interval '7 days' or (answered_at is null and asked_at < as_of - interval '60 days')
    returning 1),
  mails as (delete from private.outbox where address is not null and queued_at < as_of - interval '7 days'),
  counts as (delete from private.enquiry_counts where month < (as_of - interval '24 months')::date)
  select count(*) from gone
$$;

-- Everything somebody has asked from this address and is not answered yet.
create function private.erase_enquiries(address_is text) returns void
  language sql set search_path = '' as $$
  delete from private.outbox o where o.address = lower(btrim(address_is));
  delete from public.enquiries e using private.enquiry_addresses a
  where a.enquiry = e.id and a.address = lower(btrim(address_is))
$$;
