/** From a mentor's yes to a match and its end, as rows: the same steps as `44_trials.sql` to `46_matches.sql`. */
import { later, type Ledger, type Match, type Pair, type Request, type Trial } from './ledger.ts';
import type { Resident } from './people.ts';
import { sure } from './sure.ts';

/** What each chose to show goes with the trial, or with the match that came of it. */
const shownNoMore = { mentee_contact: null, mentor_contact: null };
const shown = (person: Resident) => (person.contact === 'mail' ? person.address : null);

export function accept(ledger: Ledger, pair: Pair, request: Request, at: Date): Trial {
  Object.assign(request, { status: 'accepted', answered_at: request.answered_at ?? at, ended_at: at });
  const trial: Trial = {
    id: ledger.uuid(),
    request: request.id,
    programme: request.programme,
    mentee: pair.mentee.id,
    mentor: pair.mentor.id,
    status: pair.rules.approval === 'before-trial' ? 'awaiting' : 'planning',
    starts_at: null,
    format: null,
    meet_at: null,
    proposed_by: null,
    plan: 0,
    mentee_contact: shown(pair.mentee),
    mentor_contact: shown(pair.mentor),
    desks: pair.desks,
    created_at: at,
    agree_by: later(at, pair.rules.never_met_days[1]),
    decide_by: null,
    asked_at: null,
    ended_at: null,
  };
  ledger.trials.push(trial);
  ledger.note(at, pair.mentor.id, 'accept_request', 'request', request.id, pair);
  ledger.note(at, pair.mentor.id, 'open_trial', 'trial', trial.id, pair);
  ledger.mail(at, `request-accepted:${request.id}`, 'request-accepted', pair.mentee.id);
  return trial;
}

/** One of the two names a time and a place. */
export function suggestTime(
  ledger: Ledger,
  pair: Pair,
  trial: Trial,
  at: Date,
  starts_at: Date,
  meet_at: string,
): void {
  const format = meet_at.startsWith('https:') ? 'online' : 'in-person';
  Object.assign(trial, { starts_at, format, meet_at, proposed_by: pair.mentee.id, plan: trial.plan + 1 });
  ledger.note(at, pair.mentee.id, 'propose_trial', 'trial', trial.id, pair);
  ledger.mail(at, `trial-proposed:${trial.id}`, 'trial-proposed', pair.mentor.id);
}

/** The other agrees. */
export function agree(ledger: Ledger, pair: Pair, trial: Trial, at: Date): void {
  Object.assign(trial, { status: 'agreed', decide_by: later(sure(trial.starts_at), pair.rules.answer_days) });
  ledger.note(at, pair.mentor.id, 'agree_trial', 'trial', trial.id, pair);
  ledger.mail(at, `trial-agreed:${trial.id}:mentee`, 'trial-agreed', pair.mentee.id);
  ledger.mail(at, `trial-agreed:${trial.id}:mentor`, 'trial-agreed', pair.mentor.id);
}

/** Both are asked once for what is missing. */
export function remind(ledger: Ledger, pair: Pair, trial: Trial, at: Date): void {
  const kind = trial.status === 'planning' ? 'trial-plan-reminder' : 'trial-answer-reminder';
  trial.asked_at = at;
  for (const [part, person] of Object.entries({ mentee: pair.mentee, mentor: pair.mentor })) {
    ledger.mail(at, `trial-reminder:${trial.id}:${trial.status}:${part}`, kind, person.id);
  }
}

export function leaveUndecided(ledger: Ledger, pair: Pair, trial: Trial, at: Date): void {
  trial.status = 'undecided';
  ledger.note(at, null, 'leave_trial_undecided', 'trial', trial.id, pair);
}

export function goOn(ledger: Ledger, pair: Pair, trial: Trial, person: Resident, at: Date): void {
  ledger.verdicts.push({ trial: trial.id, person: person.id, says: 'go_on', reason: null, said_at: at });
  ledger.note(at, person.id, 'say_go_on', 'trial', trial.id, pair);
}

export function notUs(
  ledger: Ledger,
  pair: Pair,
  trial: Trial,
  person: Resident,
  at: Date,
  reason: string,
): void {
  ledger.verdicts.push({ trial: trial.id, person: person.id, says: 'not_us', reason, said_at: at });
  Object.assign(trial, { status: 'not_us', ended_at: at, ...shownNoMore });
  ledger.note(at, person.id, 'say_not_us', 'trial', trial.id, pair);
  const other = person === pair.mentee ? pair.mentor : pair.mentee;
  ledger.mail(at, `trial-not-us:${trial.id}`, 'trial-not-us', other.id);
}

export function stopTrial(ledger: Ledger, pair: Pair, trial: Trial, at: Date): void {
  Object.assign(trial, { status: 'stopped', ended_at: at, ...shownNoMore });
  ledger.note(at, pair.desk, 'stop_trial', 'trial', trial.id, pair);
  ledger.mail(at, `trial-stopped:${trial.id}:mentee`, 'trial-stopped', pair.mentee.id);
  ledger.mail(at, `trial-stopped:${trial.id}:mentor`, 'trial-stopped', pair.mentor.id);
}

/** Both have said go on: a match, which waits for the coordinator where the programme says so. */
export function openMatch(ledger: Ledger, pair: Pair, trial: Trial, at: Date): Match {
  Object.assign(trial, { status: 'matched', ended_at: at });
  const match: Match = {
    id: ledger.uuid(),
    trial: trial.id,
    programme: trial.programme,
    mentee: pair.mentee.id,
    mentor: pair.mentor.id,
    status: 'awaiting',
    created_at: at,
    started_at: null,
    ends_on: null,
    ended_at: null,
    desks: pair.desks,
  };
  ledger.matches.push(match);
  ledger.note(at, pair.mentor.id, 'match_trial', 'trial', trial.id, pair);
  if (pair.rules.approval === 'before-match')
    ledger.note(at, pair.mentor.id, 'open_match', 'match', match.id, pair);
  else startMatch(ledger, pair, match, at, pair.mentor.id);
  return match;
}

export function startMatch(ledger: Ledger, pair: Pair, match: Match, at: Date, actor = pair.desk): void {
  const ends = new Date(at);
  ends.setUTCMonth(ends.getUTCMonth() + Math.ceil(pair.rules.months));
  Object.assign(match, { status: 'active', started_at: at, ends_on: ends.toISOString().slice(0, 10) });
  ledger.note(at, actor, 'start_match', 'match', match.id, pair);
  ledger.mail(at, `match-started:${match.id}:mentee`, 'match-started', pair.mentee.id);
  ledger.mail(at, `match-started:${match.id}:mentor`, 'match-started', pair.mentor.id);
}

/** One of the two ends it, or the coordinator stops it. */
export function endMatch(
  ledger: Ledger,
  pair: Pair,
  match: Match,
  at: Date,
  by: string,
  reason: string,
): void {
  const stopped = by === pair.desk;
  Object.assign(match, { status: stopped ? 'stopped' : 'ended', ended_at: at });
  Object.assign(sure(ledger.trials.find(({ id }) => id === match.trial)), shownNoMore);
  ledger.endings.push({ match: match.id, person: by, reason, ended_at: at });
  ledger.note(at, by, stopped ? 'stop_match' : 'end_match', 'match', match.id, pair);
  ledger.mail(at, `match-ended:${match.id}:mentee`, 'match-ended', pair.mentee.id);
  ledger.mail(at, `match-ended:${match.id}:mentor`, 'match-ended', pair.mentor.id);
}
