-- Getting ready on the screens of whoever does it and of her coordinator. Table: 56_onboarding.sql. These read with the
-- caller's own rights: row security decides what is in them.

-- How far I am, for my page: what is left for me, and what for a coordinator.
create function private.preparing_of(me uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('part', p.part, 'mine', cardinality(l.steps) - l.gates, 'gates', l.gates,
    'not_yet', p.not_yet_at is not null) order by p.part), '[]')
  from public.preparations p
    cross join lateral (select private.steps_left(p) as steps, (select count(*) from unnest(private.steps_left(p)) as step
      where step = any (private.gates())) as gates) l
  where p.person = me and p.ready_at is null and private.standing_of(me, p.part) = 'preparing'
$$;
grant execute on function private.preparing_of to authenticated;

-- Everything I do to get ready, for each part I am let in for, with the card as others will see it.
create function public.my_preparations() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'preparations', coalesce((select jsonb_agg(jsonb_build_object('part', p.part, 'programme', p.programme,
        'standing', private.standing_of(me, p.part), 'begun_at', p.begun_at, 'not_yet', p.not_yet_at is not null,
        'steps', private.steps_of(p.programme, p.part), 'done', coalesce((select jsonb_object_agg(d.step, d.done_on)
          from public.preparation_steps d where d.person = me and d.part = p.part), '{}'),
        'expects', private.expectations_of(me, p.part),
        'card', case p.part when 'mentee' then (select c.card from public.mentee_cards c where c.person = me)
          else (select private.card_of(m, n.shown_name)
            from public.mentors m join public.people n on n.id = m.person where m.person = me) end)
        order by p.ready_at is not null, p.part)
      from public.preparations p
      where p.person = me and private.standing_of(me, p.part) in ('preparing', 'approved')), '[]'),
    'picture', public.pictures_of(array[me]) -> me::text,
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d
      where d.person = me and d.form ~ '^(course|expect)-'), '{}'));
end $$;
grant execute on function public.my_preparations to authenticated;

-- For the desk: who is getting ready, how far and since when; first those for whom somebody has to do something: a gate,
-- a “not yet”, or two weeks without a step.
create function private.preparing_at(mine text[]) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select private.first_fifty(x.list) || jsonb_build_object('needs', coalesce(x.needs, 0)) from (
    select count(*) filter (where s.needs) as needs, jsonb_agg(jsonb_build_object('person', s.person, 'part', s.part,
      'name', s.name, 'programme', s.programme, 'since', s.begun_at, 'touched_at', s.touched_at, 'not_yet', s.not_yet,
      'needs', s.needs, 'first_time', s.first_time, 'phone', s.phone, 'steps', s.steps, 'done', s.done,
      'background', s.background, 'talk', s.talk)
      order by s.needs desc, s.begun_at, s.person) as list
    from (
      select p.*, n.shown_name as name, x.phone, p.not_yet_at is not null as not_yet,
        b.told as background, o.steps, d.done,
        -- Where the talk is to be noted, and how much of it is open before it can be ticked.
        (select jsonb_build_object('application', a.id, 'left', cardinality(private.talk_left(a)))
          from private.application_of(p) a where p.part = 'mentor' and 'interview' = any (l.steps)) as talk,
        p.not_yet_at is not null or p.touched_at < now() - interval '14 days'
          or l.steps && private.gates() as needs
      from public.preparations p join public.people n on n.id = p.person join public.people_private x on x.person = p.person
        left join (select 'mentee' as part, m.* from private.backgrounds_at_desk('mentee') m
          union all select 'mentor', m.* from private.backgrounds_at_desk('mentor') m) b on b.person = p.person and b.part = p.part
        cross join lateral (select private.steps_of(p.programme, p.part) as steps offset 0) o
        cross join lateral (select coalesce(jsonb_object_agg(x.step, x.done_on), '{}') as done
          from public.preparation_steps x where x.person = p.person and x.part = p.part) d
        -- What `private.steps_left` says, of what has been read already: it would ask row security for each of them anew.
        cross join lateral (select array(select step from unnest(o.steps) as step where not d.done ? step) as steps offset 0) l
      where p.ready_at is null and p.person <> (select auth.uid()) and exists (
        select from public.mentees m where m.person = p.person and p.part = 'mentee' and m.standing = 'preparing' and m.desks && mine
        union all
        select from public.mentors m where m.person = p.person and p.part = 'mentor' and m.standing = 'preparing' and m.desks && mine)) s) x);
end $$;
grant execute on function private.preparing_at to authenticated;

-- For the desk: mentors who have just had their very first hour with somebody, to be called once.
create function private.first_calls_at(mine text[]) returns jsonb
  language plpgsql stable set search_path = '' as $$
begin
  return (
  select private.first_fifty(jsonb_agg(jsonb_build_object('person', p.person, 'name', n.shown_name, 'phone', x.phone,
    'mentee', (select c.card ->> 'name' from public.mentee_cards c where c.person = t.mentee), 'met_at', t.starts_at)
    order by t.starts_at))
  from public.preparations p join public.people n on n.id = p.person join public.people_private x on x.person = p.person
    join public.mentors m on m.person = p.person and m.desks && mine
    -- `decide_by` stands once both agreed on a time.
    cross join lateral (select s.mentee, s.starts_at from public.trials s
      where s.mentor = p.person and s.decide_by is not null and s.starts_at < now() and s.created_at > p.begun_at
      order by s.starts_at limit 1) t
  where p.part = 'mentor' and p.first_time and p.called_at is null and p.person <> (select auth.uid()));
end $$;
grant execute on function private.first_calls_at to authenticated;
