-- Everything that is due at `as_of`, and how much of each was done. Run every minute, one at a time.
create function private.run_due(as_of timestamptz default now()) returns jsonb
  language sql set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('sweep', 0));
  select jsonb_build_object(
    'nudged', private.nudge_requests(as_of),
    'expired', private.expire_requests(as_of),
    'reminded', private.remind_trials(as_of),
    'rounds', private.roll_rounds(as_of),
    'opened', private.tell_round_is_open(as_of),
    'may_fit', private.tell_it_may_fit(as_of),
    'closed', private.expire_applications(as_of),
    'in_line', private.tell_in_line(as_of),
    'late', private.tell_of_late(as_of),
    'referrals', private.remind_referrals(as_of) + private.expire_referrals(as_of),
    'needs', private.end_needs(as_of),
    'cards', private.refresh_cards(as_of),
    'forgotten', private.forget(as_of))
$$;
