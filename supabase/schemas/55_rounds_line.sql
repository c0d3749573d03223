-- The waiting list of a programme: one order, that of sending, for everybody. Table: 43_applications.sql.

-- Choose somebody although others who were sent before her are on the waiting list, whether she is on it, was just sent
-- or prepared. The reason is kept; the yes itself is `decide_application`, which asks for it.
create function public.take_out_of_order(application uuid, reason text) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  a public.applications := private.hold_application(application, 'desk', 'sent', 'asked', 'interview', 'waiting',
    'preparing');
begin
  if private.waiting_before(a.id) = 0 then
    perform private.refuse('next_in_line');
  end if;
  insert into public.application_overrides (application, rule, reason, written_by)
  values (a.id, 'order', btrim(coalesce(take_out_of_order.reason, '')), private.me());
  perform private.note_application(a, 'take_out_of_order', false);
end $$;
grant execute on function public.take_out_of_order to authenticated;

-- Places on a programme's waiting list, in the order of sending and in no other: of the whole list, told of those at my
-- desks. Mentees and mentors each have theirs.
create function private.places_in_line(programme_is text) returns table (application uuid, nr bigint)
  language sql stable security definer set search_path = '' as $$
  select l.id, l.nr from (
    select a.id, a.desks, a.person, row_number() over (partition by a.part order by a.sent_at, a.id) as nr
    from public.applications a where a.programme = programme_is and private.is_waiting(a)) l
  where l.desks && private.my_desks() and l.person <> auth.uid()
$$;
grant execute on function private.places_in_line to authenticated;

-- The waiting list of a programme, next in line first (`nr` 1), then who prepares. A page of it; `after` is the `next` of
-- the page before. The rest is as in `application_queue`.
create function public.waiting_list(programme text, after jsonb default null, page_size integer default null) returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
  from_row integer := coalesce((after ->> 'from')::integer, 0);
  size integer := least(greatest(coalesce(page_size, 25), 1), 100);
  page jsonb;
begin
  if not private.is_my_desk(programme) then
    perform private.refuse('not_a_coordinator');
  end if;
  select coalesce(jsonb_agg(private.queue_item(l.a) || jsonb_build_object('nr', l.nr) order by l.row), '[]') into page
  from (select a, p.nr, row_number() over (order by p.nr is null, a.sent_at, a.id) as row
    from public.applications a left join private.places_in_line(waiting_list.programme) p on p.application = a.id
    where a.programme = waiting_list.programme and a.person <> me and a.in_line
      and (p.nr is not null or a.line = 'preparing')
    order by row offset from_row limit size + 1) l;
  return jsonb_build_object('desks', private.my_desks(),
    'counts', private.application_counts(waiting_list.programme),
    'items', jsonb_path_query_array(page, '$[0 to $last]', jsonb_build_object('last', size - 1)),
    'next', case when jsonb_array_length(page) > size then jsonb_build_object('from', from_row + size) end);
end $$;
grant execute on function public.waiting_list to authenticated;

-- Do I work at this programme's desk, or at one of its regions'?
create function private.is_my_desk(programme_is text) returns boolean
  language sql stable set search_path = '' as $$
  select exists (select from unnest(private.my_desks()) as desk where split_part(desk, '/', 1) = programme_is)
$$;
grant execute on function private.is_my_desk to authenticated;
