-- Whether readers found a page clear: two counters for each page, language and day, and nothing about the reader.
-- Readers have no account, so the server counts for them, and nobody else may. Whoever coordinates reads the sums.

create table private.page_answers (
  page text not null,
  lang text not null,
  day date not null,
  clear integer not null default 0,
  unclear integer not null default 0,
  primary key (page, lang, day)
);

alter table private.page_answers enable row level security;

-- Counts one answer. False, and nothing is counted: no such page or language, the page's 200 of the day are reached, or
-- the day's 2,000 pages, so that nobody fills the table with addresses that do not exist.
create function private.count_clear(page text, lang text, clear boolean, as_of timestamptz default now())
  returns boolean language plpgsql set search_path = '' as $$
declare
  today date := (as_of at time zone 'UTC')::date;
begin
  if (count_clear.page ~ '^[a-z0-9-]{1,40}(/[a-z0-9-]{1,60}){0,2}$' and count_clear.lang = any (private.locales())
      and count_clear.clear is not null) is not true
    or (select count(*) from private.page_answers a where a.day = today and a.page <> count_clear.page) >= 2000
  then
    return false;
  end if;
  insert into private.page_answers as a (page, lang, day, clear, unclear)
  values (count_clear.page, count_clear.lang, today, count_clear.clear::integer, (not count_clear.clear)::integer)
  on conflict on constraint page_answers_pkey do update
    set clear = a.clear + excluded.clear, unclear = a.unclear + excluded.unclear
    where a.clear + a.unclear < 200;
  return found;
end $$;

-- The sums of a language, for whoever has a desk: the table itself is the server's.
create function private.page_answers_in(lang_is text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.desk();
  return coalesce((select jsonb_agg(to_jsonb(p) order by p.unclear desc, p.clear, p.page)
    from (select a.page, sum(a.clear) as clear, sum(a.unclear) as unclear from private.page_answers a
      where a.lang = lang_is and a.day > current_date - 365 group by a.page) as p), '[]');
end $$;
grant execute on function private.page_answers_in to authenticated;

-- What readers of a language said in the twelve months before now, text by text, those that most found unclear first.
-- The texts are everybody's, so every coordinator may ask.
create function public.page_answers(lang text) returns jsonb
  language sql stable set search_path = '' as $$
  select private.page_answers_in(lang)
$$;
grant execute on function public.page_answers to authenticated;

-- Answers are kept for two years: long enough to see whether a new text is clearer than the old one.
create function private.forget_page_answers(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from private.page_answers where day < (as_of - interval '24 months')::date returning 1)
  select count(*) from gone
$$;
