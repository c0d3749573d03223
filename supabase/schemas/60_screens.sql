-- What a screen needs, in one call. These read with the caller's own rights: row security decides what is in them.

-- Everything that is going on with me.
create function public.my_page() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return jsonb_build_object(
    'person', (select jsonb_build_object('id', p.id, 'shown_name', p.shown_name, 'locale', p.locale,
        'surname', x.surname, 'phone', x.phone, 'gender', x.gender, 'contact', x.contact)
      from public.people p join public.people_private x on x.person = p.id where p.id = me),
    'mentee', (select to_jsonb(m) - '{desks,slots,goal_bits,format_bits}'::text[] || jsonb_build_object('promise_days', p.promise_days, 'modes', p.modes,
        'open_requests', p.open_requests)
      from public.mentees m join public.programmes p on p.key = m.programme where m.person = me),
    'mentor', (select to_jsonb(m) - 'desks' from public.mentors m where m.person = me),
    'desks', private.my_desks(),
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
          else (select c.card from public.mentee_cards c where c.person = t.mentee) end) order by t.created_at desc)
      from public.matches t where me in (t.mentee, t.mentor)), '[]'),
    'drafts', coalesce((select jsonb_object_agg(d.form, d.content) from public.drafts d where d.person = me), '{}'));
end $$;
grant execute on function public.my_page to authenticated;

-- A trial as one of the two may see it: that the other has spoken, never what she said.
create function private.trial_for(t public.trials, me uuid) returns jsonb
  language sql stable set search_path = '' as $$
  select to_jsonb(t) - 'desks' - 'mentee_contact' - 'mentor_contact'
    || jsonb_build_object('i_say', (select v.says from public.verdicts v where v.trial = t.id and v.person = me),
      'other_has_said', private.other_has_said(t.id))
    || case when me = t.mentee then jsonb_build_object('i_am', 'mentee', 'my_contact', t.mentee_contact,
        'other_contact', t.mentor_contact,
        'card', (select o.card from public.open_mentors o where o.person = t.mentor))
      else jsonb_build_object('i_am', 'mentor', 'my_contact', t.mentor_contact, 'other_contact', t.mentee_contact,
        'card', (select c.card from public.mentee_cards c where c.person = t.mentee)) end
$$;
grant execute on function private.trial_for to authenticated;

-- Mails at my desks that could not be delivered: kind and time, never the address.
create function private.mails_given_up() returns table (person uuid, kind text, given_up_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select o.person, o.kind, o.given_up_at from private.outbox o
  where o.given_up_at is not null and o.person <> auth.uid() and private.at_my_desks(o.person)
$$;
grant execute on function private.mails_given_up to authenticated;

-- The desk: what needs a human today, most urgent first in each list, at most fifty each with the whole count.
create function public.desk() returns jsonb
  language plpgsql stable set search_path = '' as $$
declare
  mine text[] := private.my_desks();
begin
  if mine = '{}' then
    perform private.refuse('not_a_coordinator');
  end if;
  return jsonb_build_object(
    'desks', mine,
    'counts', jsonb_build_object(
      'free_mentors', (select count(*) from public.open_mentors o where o.desks && mine and o.free > 0),
      'mentees', (select count(*) from public.mentees m where m.desks && mine and m.standing = 'approved'),
      'open_requests', (select count(*) from public.requests r where r.desks && mine and r.status in ('proposed', 'open', 'asked')),
      'trials', (select count(*) from public.trials t where t.desks && mine and t.standing),
      'matches', (select count(*) from public.matches t where t.desks && mine and t.living)),
    'to_approve', private.first_fifty((select jsonb_agg(x order by x ->> 'since') from (
        select jsonb_build_object('person', m.person, 'part', 'mentor', 'name', p.shown_name, 'field', m.field,
          'programme', m.programme, 'about', m.about, 'languages', m.languages, 'place', m.place, 'since', m.saved_at) as x
        from public.mentors m join public.people p on p.id = m.person where m.standing = 'waiting' and m.desks && mine
        union all
        select jsonb_build_object('person', m.person, 'part', 'mentee', 'name', p.shown_name, 'field', m.field,
          'programme', m.programme, 'about', m.about, 'languages', m.languages, 'place', m.place, 'since', m.saved_at)
        from public.mentees m join public.people p on p.id = m.person where m.standing = 'waiting' and m.desks && mine) s)),
    'requests', private.first_fifty((select jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'mentee', c.card,
        'mentor', o.card, 'sent_at', r.sent_at, 'nudged_at', r.nudged_at, 'expires_at', r.expires_at, 'score', r.score / 100)
        order by r.expires_at)
      from public.requests r left join public.mentee_cards c on c.person = r.mentee
        left join public.open_mentors o on o.person = r.mentor
      where r.desks && mine and (r.status = 'asked' or (r.status = 'open' and r.nudged_at is not null)))),
    'trials', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'mentee', c.card,
        'mentor', o.card, 'starts_at', t.starts_at, 'agree_by', t.agree_by, 'decide_by', t.decide_by,
        'silent', 2 - (select count(*) from public.verdicts v where v.trial = t.id), 'since', t.created_at)
        order by t.status = 'undecided' desc, t.created_at)
      from public.trials t left join public.mentee_cards c on c.person = t.mentee
        left join public.open_mentors o on o.person = t.mentor
      where t.desks && mine and (t.status in ('awaiting', 'undecided') or (t.standing and t.asked_at is not null)))),
    'matches', private.first_fifty((select jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'mentee', c.card,
        'mentor', o.card, 'since', t.created_at, 'ends_on', t.ends_on) order by t.created_at)
      from public.matches t left join public.mentee_cards c on c.person = t.mentee
        left join public.open_mentors o on o.person = t.mentor
      where t.desks && mine and (t.status = 'awaiting' or (t.status = 'active' and t.ends_on < current_date)))),
    'waiting', private.first_fifty((select jsonb_agg(jsonb_build_object('mentee', c.card, 'since', m.approved_at,
        'promise_days', p.promise_days, 'asking', m.asking) order by m.approved_at)
      from public.mentees m join public.programmes p on p.key = m.programme
        join public.mentee_cards c on c.person = m.person
      where m.desks && mine and m.standing = 'approved' and m.approved_at < now() - make_interval(days => p.promise_days)
        and not exists (select from public.trials t where t.mentee = m.person and t.standing)
        and not exists (select from public.matches t where t.mentee = m.person and t.living))),
    'mails', private.first_fifty((select jsonb_agg(jsonb_build_object('person', g.person, 'name', p.shown_name,
        'kind', g.kind, 'since', g.given_up_at) order by g.given_up_at)
      from private.mails_given_up() g join public.people p on p.id = g.person)));
end $$;
grant execute on function public.desk to authenticated;

create function private.first_fifty(list jsonb) returns jsonb
  language sql immutable set search_path = '' as $$
  select jsonb_build_object('count', coalesce(jsonb_array_length(list), 0),
    'items', coalesce(jsonb_path_query_array(list, '$[0 to 49]'), '[]'))
$$;
grant execute on function private.first_fifty to authenticated;
