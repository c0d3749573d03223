-- What was typed survives a reload, on the server: browser storage holds the session and nothing else.

create table public.drafts (
  person uuid not null references auth.users on delete cascade,
  -- `mentor`, `mentee`, or `request/<mentor>`, `question/<request>` …
  form text not null,
  content jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (person, form),
  constraint draft_form_shape check (form ~ '^[a-z-]{3,20}(/[0-9a-f-]{36})?$'),
  constraint draft_is_small check (pg_column_size(content) <= 8192)
);

alter table public.drafts enable row level security;
grant select on public.drafts to authenticated;
create policy "a person sees her own drafts" on public.drafts
  for select to authenticated using (person = (select auth.uid()));

-- Keep what I have typed so far in a form; twenty drafts at most.
create function public.save_draft(form text, content jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if (select count(*) from public.drafts d where d.person = me and d.form <> save_draft.form) >= 20 then
    perform private.refuse('too_many_drafts');
  end if;
  insert into public.drafts (person, form, content) values (me, form, content)
  on conflict on constraint drafts_pkey do update set content = excluded.content, saved_at = now();
end $$;
grant execute on function public.save_draft to authenticated;

-- Throw away what I had begun.
create function public.drop_draft(form text) returns void
  language sql security definer set search_path = '' as $$
  delete from public.drafts d where d.person = auth.uid() and d.form = drop_draft.form
$$;
grant execute on function public.drop_draft to authenticated;

-- Drafts live 90 days.
create function private.drop_old_drafts(as_of timestamptz) returns bigint
  language sql set search_path = '' as $$
  with gone as (delete from public.drafts where saved_at < as_of - interval '90 days' returning 1)
  select count(*) from gone
$$;
