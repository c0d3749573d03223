-- What a screen needs, in one call. These read with the caller's own rights: row security decides what is in them.

-- Everything that is going on with me.
create function public.my_page() returns jsonb
  language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'person', (select jsonb_build_object('id', p.id, 'shown_name', p.shown_name, 'locale', p.locale,
        'surname', x.surname, 'phone', x.phone, 'gender', x.gender, 'contact', x.contact)
      from public.people p join public.people_private x on x.person = p.id where p.id = me),
    'mentee', (select to_jsonb(m) - '{desks,slots,spoken,goal_bits,format_bits}'::text[] || jsonb_build_object('promise_days', p.promise_days, 'modes', p.modes,
        'open_requests', p.open_requests)
      from public.mentees m join public.programmes p on p.key = m.programme where m.person = me),
    'mentor', (select to_jsonb(m) - 'desks' from public.mentors m where m.person = me),
    'desks', private.my_desks(),
    'coordinators', private.my_coordinators(),
    'background', (select to_jsonb(b) - '{person,saved_at,corrected_at}'::text[] from public.backgrounds b where b.person = me),
    'requests', coalesce((select jsonb_agg(to_jsonb(r) - 'desks' || jsonb_build_object('card', o.card,
        'message', l.message, 'question', l.question, 'reply', l.reply) order by r.sent_at desc)
      from public.requests r left join public.letters l on l.request = r.id left join public.open_mentors o on o.person = r.mentor
      where r.mentee = me and r.sent_at > now() - interval '1 year'), '[]'),
    'inbox', coalesce((select jsonb_agg(to_jsonb(r) - 'desks' || jsonb_build_object('card', c.card,
        'message', l.message, 'question', l.question, 'reply', l.reply) order by r.expires_at)
      from public.requests r left join public.letters l on l.request = r.id left join public.mentee_cards c on c.person = r.mentee
      where r.mentor = me and r.status in ('open', 'asked')), '[]'),
    'trials', coalesce((select jsonb_agg(private.trial_for(t, me) order by t.created_at desc)
      from public.trials t where me in (t.mentee, t.mentor) and (t.standing or t.ended_at > now() - interval '30 days')), '[]'),
    'matches', coalesce((select jsonb_agg(to_jsonb(t) - 'desks' || jsonb_build_object('card',
        case when t.mentee = me then (select o.card from public.open_mentors o where o.person = t.mentor)
          else (select c.card from public.mentee_cards c where c.person = t.mentee) end,
        'my_contact', case when t.living then case when t.mentee = me then h.mentee_contact else h.mentor_contact end end,
        'other_contact', case when t.living then case when t.mentee = me then h.mentor_contact else h.mentee_contact end end)
        order by t.created_at desc)
      from public.matches t join public.trials h on h.id = t.trial where me in (t.mentee, t.mentor)), '[]'),
    'preparing', private.preparing_of(me),
    'blocked', private.my_blocked(),
    'newsletters_since', private.newsletters_since(),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d where d.person = me), '{}'));
end $$;
grant execute on function public.my_page to authenticated;

-- A trial as one of the two may see it: that the other has spoken, never what she said.
create function private.trial_for(t public.trials, me uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select to_jsonb(t) - 'desks' - 'mentee_contact' - 'mentor_contact'
    || jsonb_build_object('i_say', (select v.says from public.verdicts v where v.trial = t.id and v.person = me),
      'other_has_said', private.other_has_said(t.id), 'plan_by', private.plan_by(t),
      'coordinator_at_first_meeting', (select p.coordinator_at_first_meeting from public.programmes p where p.key = t.programme),
      'mentee_expects', private.expectations_of(t.mentee, 'mentee'),
      'mentor_expects', private.expectations_of(t.mentor, 'mentor'))
    || case when me = t.mentee then jsonb_build_object('i_am', 'mentee',
        'background', private.background_shared(t.mentor, 'mentor'), 'my_contact', t.mentee_contact,
        'other_contact', t.mentor_contact,
        'card', (select o.card from public.open_mentors o where o.person = t.mentor))
      else jsonb_build_object('i_am', 'mentor', 'background', private.background_shared(t.mentee, 'mentee'), 'my_contact', t.mentor_contact, 'other_contact', t.mentee_contact,
        'card', (select c.card from public.mentee_cards c where c.person = t.mentee)) end
$$;
grant execute on function private.trial_for to authenticated;
