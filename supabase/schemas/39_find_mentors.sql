-- The directory: the best mentors first, a page at a time, each with its reasons. Row security holds on every read.

-- People whose field, specialism, name or place has all the words, forgiving typos and accents. Fields and places are
-- few and searched as such; only what is a person's own is searched among people. Answers ids only, and only from the
-- asker's own programme: trigram operators may not run below row security, so this one looks from above.
create function private.people_by_words(words text, in_programme text) returns uuid[]
  language plpgsql stable security definer
  set search_path = '' set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_generic_plan as $$
declare
  needle text;
  codes text[];
  places text[];
  people uuid[];
begin
  foreach needle in array regexp_split_to_array(private.fold(btrim(words)), '\s+') loop
    codes := array(select f.code from public.fields f where f.words operator(extensions.%>) needle);
    places := array(select l.key from public.places l where l.words operator(extensions.%>) needle);
    people := array(
      select o.person from (
        select m.person from public.open_mentors m where m.programme = in_programme and m.code = any (codes) and m.free > 0
        union
        select m.person from public.open_mentors m where m.programme = in_programme and m.place = any (places)
        union
        select m.person from public.open_mentors m
        where m.programme = in_programme and m.words operator(extensions.%>) needle) o
      where people is null or o.person in (select unnest(people)));
  end loop;
  return people;
end $$;

-- One page of cards with reasons, for a seeker already made.
create function private.page_of_mentors(s private.seeker, f private.sieve, only_codes text[], page_size integer)
  returns json
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  best private.fitting[] := private.fit(s, f, only_codes, page_size + 1);
begin
  return ('{"mentors":[' || coalesce((
      select string_agg(concat(e.opening, ',"score":', e.score / 100, ',"mark":',
        case when e.mentor = any (f.favourites) then '"favourite"' when e.mentor = any (f.hidden) then '"hidden"' else 'null' end,
        ',"reasons":', e.reasons, ',"raise":', coalesce(e.raise, 'null'), '}'),
        ',' order by e.score desc, e.mentor)
      from private.explain(s, best[:page_size]) e), '')
    || '],"next":' || case when cardinality(best) > page_size then
      json_build_object('score', best[page_size].score, 'person', best[page_size].mentor)::text else 'null' end || '}')::json;
end $$;

-- The mentors a mentee may ask, best fit first. `next` of a page is given back as after_score and after_person.
create function public.find_mentors(
  fields text[] default null, language text default null, region text default null, online boolean default null,
  offers text[] default null, hours integer default null, words text default null, shelf text default null,
  after_score integer default null, after_person uuid default null, page_size integer default 12
) returns json
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker := private.my_seeker();
  f private.sieve;
  marked record := private.my_marks();
begin
  if s.person is null then
    perform private.refuse('not_a_mentee');
  end if;
  f.language := 1::bigint << (array_position(private.spoken_languages(), find_mentors.language) - 1);
  if find_mentors.offers is not null then
    f.offers := nullif(private.bits(find_mentors.offers, private.topics()), 0);
  end if;
  f.region := find_mentors.region;
  f.online := find_mentors.online;
  f.hours := find_mentors.hours;
  f.after_score := find_mentors.after_score;
  f.after_person := find_mentors.after_person;
  f.skip := marked.blocked_by;
  f.favourites := marked.favourites;
  f.hidden := marked.hidden;
  if shelf in ('favourite', 'hidden') then
    f.only_people := coalesce(case shelf when 'hidden' then f.hidden else f.favourites end, '{}');
  else
    f.skip := f.skip || marked.aside;
  end if;
  if btrim(find_mentors.words) <> '' then
    f.only_people := array(select p from unnest(private.people_by_words(left(find_mentors.words, 80), s.programme)) as p
      where f.only_people is null or p = any (f.only_people));
  end if;
  return private.page_of_mentors(s, f, find_mentors.fields, least(greatest(page_size, 1), 48));
end $$;
grant execute on function public.find_mentors to authenticated;

-- One mentor with reasons, or a refusal that does not tell whether she exists.
create function public.mentor_card(mentor uuid) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker := private.my_seeker();
  seen jsonb;
begin
  select o.card || jsonb_build_object('open', e.mentor is not null, 'asked_enough', private.is_asked_enough(o.person), 'score', e.score / 100, 'mark', k.mark,
      'reasons', e.reasons::jsonb, 'raise', e.raise::jsonb)
  into seen
  from public.open_mentors o
    left join private.explain(s, private.fitting_of(s, mentor_card.mentor)) e on true
    left join public.marks k on k.person = s.person and k.other = o.person
  where o.person = mentor_card.mentor and k.mark is distinct from 'blocked';
  if seen is null then
    perform private.refuse('mentor_unknown');
  end if;
  return seen || jsonb_build_object('living_request', (select r.id from public.requests r
    where r.mentee = s.person and r.mentor = mentor_card.mentor and r.status in ('proposed', 'open', 'asked')),
    'draft', (select d.content from public.drafts d
      where d.person = s.person and d.form = 'request/' || mentor_card.mentor));
end $$;
grant execute on function public.mentor_card to authenticated;

-- For a coordinator: the best mentors for one of her mentees, as far as neither wants to be kept from the other.
create function public.suggest_mentors(mentee uuid, page_size integer default 5) returns json
  language plpgsql stable set search_path = '' as $$
declare
  s private.seeker := private.seeker(mentee);
  f private.sieve;
begin
  if s.person is null or s.person = private.me() then
    perform private.refuse('mentee_unknown');
  elsif not exists (select from public.mentees m where m.person = suggest_mentors.mentee and m.standing = 'approved') then
    -- She gets ready, or is not let in yet.
    perform private.refuse('not_approved_yet');
  end if;
  f.skip := private.apart_from(mentee);
  return private.page_of_mentors(s, f, null, least(greatest(page_size, 1), 20));
end $$;
grant execute on function public.suggest_mentors to authenticated;

grant execute on function private.seeker, private.my_seeker, private.fit, private.people_by_words,
  private.page_of_mentors, private.explain, private.fitting_of, private.bits,
  private.spoken_languages, private.levels, private.topics, private.interests, private.codes, private.formats to authenticated;
