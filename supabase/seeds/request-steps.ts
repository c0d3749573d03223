/** What can happen to a request, as rows: the same steps as the verbs in `40_requests.sql` and `42_answers.sql`. */
import { later, type Ledger, type Pair, type Request } from './ledger.ts';
import { sure } from './sure.ts';

/** A mentee asks; the score and its reasons are filled in once everybody is in the database. */
export function ask(ledger: Ledger, pair: Pair, at: Date, message: string): Request {
  const request = newRequest(ledger, pair, at, 'open', message, null);
  ledger.note(at, pair.mentee.id, 'send_request', 'request', request.id, pair);
  ledger.mail(at, `request-sent:${request.id}`, 'request-sent', pair.mentor.id);
  return request;
}

/** A coordinator proposes; the mentee has not decided. */
export function propose(ledger: Ledger, pair: Pair, at: Date, message: string): Request {
  const request = newRequest(ledger, pair, at, 'proposed', message, pair.desk);
  ledger.note(at, pair.desk, 'propose_match', 'request', request.id, pair);
  ledger.mail(at, `match-proposed:${request.id}`, 'match-proposed', pair.mentee.id);
  return request;
}

function newRequest(
  ledger: Ledger,
  { mentee, mentor, desks, rules }: Pair,
  at: Date,
  status: string,
  message: string,
  proposed_by: string | null,
): Request {
  const request: Request = {
    id: ledger.uuid(),
    programme: mentee.town.programme,
    mentee: mentee.id,
    mentor: mentor.id,
    status,
    proposed_by,
    score: null,
    reasons: [],
    desks,
    sent_at: at,
    opened_at: proposed_by ? null : at,
    nudged_at: null,
    answered_at: null,
    ended_at: null,
    expires_at: later(at, rules.expiry_days),
  };
  ledger.requests.push(request);
  ledger.letters.set(request.id, { request: request.id, message, question: null, reply: null });
  return request;
}

/** The mentee says yes to a proposal: now the mentor is asked. */
export function acceptProposal(
  ledger: Ledger,
  pair: Pair,
  request: Request,
  at: Date,
  message: string,
): void {
  Object.assign(request, {
    status: 'open',
    sent_at: at,
    opened_at: at,
    expires_at: later(at, pair.rules.expiry_days),
  });
  sure(ledger.letters.get(request.id)).message = message;
  ledger.note(at, pair.mentee.id, 'accept_proposal', 'request', request.id, pair);
  ledger.mail(at, `request-sent:${request.id}`, 'request-sent', pair.mentor.id);
}

export function nudge(ledger: Ledger, pair: Pair, request: Request): void {
  const at = later(request.sent_at, pair.rules.nudge_days);
  request.nudged_at = at;
  ledger.mail(at, `request-nudge:${request.id}`, 'request-nudge', pair.mentor.id);
}

export function askBack(ledger: Ledger, pair: Pair, request: Request, at: Date, question: string): void {
  const expires_at = later(at, pair.rules.expiry_days);
  Object.assign(request, { status: 'asked', answered_at: at, expires_at });
  sure(ledger.letters.get(request.id)).question = question;
  ledger.note(at, pair.mentor.id, 'ask_about_request', 'request', request.id, pair);
  ledger.mail(at, `request-question:${request.id}`, 'request-question', pair.mentee.id);
}

export function reply(ledger: Ledger, pair: Pair, request: Request, at: Date, words: string): void {
  const expires_at = later(at, pair.rules.expiry_days);
  Object.assign(request, { status: 'open', nudged_at: null, expires_at });
  sure(ledger.letters.get(request.id)).reply = words;
  ledger.note(at, pair.mentee.id, 'reply_to_request', 'request', request.id, pair);
  ledger.mail(at, `request-reply:${request.id}`, 'request-reply', pair.mentor.id);
}

export function decline(ledger: Ledger, pair: Pair, request: Request, at: Date, reason: string): void {
  Object.assign(request, {
    status: 'declined',
    answered_at: request.answered_at ?? at,
    ended_at: at,
  });
  ledger.declines.push({ request: request.id, person: pair.mentor.id, reason });
  ledger.note(at, pair.mentor.id, 'decline_request', 'request', request.id, pair);
  ledger.mail(at, `request-declined:${request.id}`, 'request-declined', pair.mentee.id);
}

export function withdraw(ledger: Ledger, pair: Pair, request: Request, at: Date): void {
  Object.assign(request, { status: 'withdrawn', ended_at: at });
  ledger.note(at, pair.mentee.id, 'withdraw_request', 'request', request.id, pair);
  ledger.mail(at, `request-withdrawn:${request.id}`, 'request-withdrawn', pair.mentor.id);
}

/** Silence ends it on the last day. */
export function expire(ledger: Ledger, pair: Pair, request: Request): void {
  const at = request.expires_at;
  Object.assign(request, { status: 'expired', ended_at: at });
  ledger.note(at, null, 'expire_request', 'request', request.id, pair);
  ledger.mail(at, `request-over:${request.id}`, 'request-expired', pair.mentee.id);
}

/** Another mentor has said yes. */
export function close(ledger: Ledger, pair: Pair, request: Request, at: Date): void {
  Object.assign(request, { status: 'closed', ended_at: at });
  ledger.note(at, null, 'close_request', 'request', request.id, pair);
  ledger.mail(at, `request-closed:${request.id}`, 'request-closed', pair.mentor.id);
}
