/** What has happened in the demo world, row by row, until it is written into the database at once. */
import type { Row } from './insert-rows.ts';
import type { Resident } from './people.ts';

/** The days and yeses of a programme that the stories keep to. */
export interface Rules {
  approval: string;
  expiry_days: number;
  nudge_days: number;
  /** A first hour without a time: both are reminded, a coordinator calls, she decides. */
  never_met_days: [number, number, number];
  answer_days: number;
  promise_days: number;
  open_requests: number;
  pending_requests: number;
  months: number;
  self: boolean;
}

export interface Request extends Row {
  id: string;
  status: string;
  mentee: string;
  mentor: string;
  sent_at: Date;
  expires_at: Date;
}

export interface Trial extends Row {
  id: string;
  status: string;
  created_at: Date;
  starts_at: Date | null;
  plan: number;
}

export interface Event extends Row {
  at: Date;
  mentee: string | null;
  mentor: string | null;
}

export interface Mail extends Row {
  key: string;
  kind: string;
  person: string;
  queued_at: Date;
}

export interface Match extends Row {
  id: string;
  status: string;
}

/** Who a story is about. */
export interface Pair {
  mentee: Resident;
  mentor: Resident;
  /** The programme's coordinator. */
  desk: string;
  desks: string[];
  rules: Rules;
}

export type Ledger = ReturnType<typeof openLedger>;

/** @param uuid makes the ids, the same ones every time */
export function openLedger(uuid: () => string) {
  const events: Event[] = [];
  const mails: Mail[] = [];
  return {
    uuid,
    requests: [] as Request[],
    /** What the two write to each other, by request. */
    letters: new Map<string, Row>(),
    /** Why mentors said no. */
    declines: [] as Row[],
    trials: [] as Trial[],
    verdicts: [] as Row[],
    matches: [] as Match[],
    endings: [] as Row[],
    events,
    mails,
    /** Who did what, when. */
    note(at: Date, actor: string | null, verb: string, noun: string, subject: string, pair: Pair) {
      const { mentee, mentor, desks } = pair;
      events.push({
        at,
        actor,
        verb,
        noun,
        subject,
        mentee: mentee.id,
        mentor: mentor.id,
        desks,
        detail: {},
      });
    },
    /** A mail that has been sent long since. */
    mail(at: Date, key: string, kind: string, person: string) {
      const sent_at = new Date(at.getTime() + 3000);
      mails.push({
        key, kind, person, params: {}, queued_at: at, next_at: at, attempts: 1, sent_at, given_up_at: null, last_error: null,
      }); // prettier-ignore
    },
  };
}

const day = 86_400_000;

/** A moment some days after another (before it where `days` is negative). */
export const later = (at: Date, days: number) => new Date(at.getTime() + days * day);

/** The same day at a full hour, for appointments. */
export function onTheHour(at: Date, hour: number): Date {
  const moment = new Date(at);
  moment.setUTCHours(hour, 0, 0, 0);
  return moment;
}

/** The desks a pair belongs to, as `private.desks` gives them. */
export const desksOf = (programme: string, ...regions: string[]) => [
  programme,
  ...[...new Set(regions)].sort().map((region) => `${programme}/${region}`),
];
