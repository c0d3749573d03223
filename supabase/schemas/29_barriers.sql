-- What stands in people's way when they look for work: they may tell us in codes, without an account. Nothing is kept but
-- counts: no person, no words, no address and no day.

create table private.barriers (
  -- When it was told; when it happened is a year.
  month date not null,
  kind text not null,
  stage text not null,
  country text not null,
  year integer not null,
  -- A sub-major group of ISCO-08: two digits; empty is not said.
  field text not null,
  told integer not null,
  primary key (month, kind, stage, country, year, field),
  constraint barrier_kind_is_known check (kind in ('no-answer', 'asked-about-me', 'degree', 'language', 'pay', 'other')),
  constraint barrier_stage_is_known check (stage in ('application', 'interview', 'workplace', 'office')),
  constraint barrier_country_is_known check (country in ('NO', 'DK', 'SE', 'FI')),
  constraint barrier_field_is_a_group check (field = '' or field ~ '^\d{2}$')
);
alter table private.barriers enable row level security;

-- Tell of a barrier: a visitor may. It answers nothing. A year within the last ten; two thousand a month in all.
create function public.tell_barrier(kind text, stage text, country text, year integer, field text default null) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  this_month date := date_trunc('month', now())::date;
begin
  if year > extract(year from now()) or year < extract(year from now()) - 10 then
    perform private.refuse('barrier_year_range');
  elsif field is not null and not exists (select from public.fields f where left(f.code, 2) = tell_barrier.field) then
    perform private.refuse('field_unknown');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('tell_barrier', 0));
  if (select coalesce(sum(b.told), 0) from private.barriers b where b.month = this_month) >= 2000 then
    perform private.refuse('too_many_barriers');
  end if;
  insert into private.barriers as b (month, kind, stage, country, year, field, told)
  values (this_month, kind, stage, country, year, coalesce(field, ''), 1)
  on conflict on constraint barriers_pkey do update set told = b.told + 1;
end $$;
grant execute on function public.tell_barrier to authenticated;
grant execute on function public.tell_barrier to anon;

-- How many told of each kind, by stage, country, year or field, in months that are over. Every number is rounded down to a
-- step of five, so that a number under five is nought, and that no small one can be worked out from the sums of several
-- tables; nor by telling until a number moves, for what is told today is not in it.
create function private.barriers_by(split text) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'of', s.part, 'told', s.told / 5 * 5) order by s.kind, s.part), '[]')
  from (select b.kind, case split when 'stage' then b.stage when 'country' then b.country when 'year' then b.year::text
      else b.field end as part, sum(b.told)::integer as told
    from private.barriers b where b.month < date_trunc('month', now()) group by 1, 2) s
  where s.told >= 5
$$;
grant execute on function private.barriers_by to authenticated;

-- What has been told, for whoever has a desk: by 'stage', 'country', 'year' and 'field'.
create function public.barriers() returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  perform private.desk();
  return (select jsonb_object_agg(split, private.barriers_by(split)) from unnest(array['stage', 'country', 'year', 'field']) as split);
end $$;
grant execute on function public.barriers to authenticated;

-- Five years after they were told.
create function private.forget_barriers(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from private.barriers where month < (as_of - interval '5 years')::date returning 1)
  select count(*) from gone
$$;
