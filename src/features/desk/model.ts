import * as z from 'zod/mini';
import type { BackgroundAtDesk } from '../../lib/api/background-rows.ts';
import type { MenteeCard, MentorCard, RequestStatus, TrialStatus } from '../../lib/api/rows.ts';
import { isVisible } from '../../lib/bidi.ts';
import { daysUntil } from '../../lib/dates.ts';
import type { Gate, OwnStep } from '../../schemas/onboarding-steps.ts';

/** At most fifty of a kind, and how many there are in all. */
export interface Few<T> {
  count: number;
  items: T[];
}
interface Pair {
  id: string;
  mentee: MenteeCard | null;
  mentor: MentorCard | null;
}
export interface DeskRequest extends Pair {
  status: RequestStatus;
  sent_at: string;
  nudged_at: string | null;
  expires_at: string;
  score: number | null;
}
export interface DeskTrial extends Pair {
  status: TrialStatus;
  starts_at: string | null;
  /** By when they are to meet, or once that day has come, on which a coordinator decides. */
  plan_by: string;
  decide_by: string | null;
  silent: number;
  asked_at: string | null;
  since: string;
  /** I am one of the two. */
  own: boolean;
  /** Where the two are to be called: a phone, or what each shows the other. Null where there is neither. */
  mentee_contact: string | null;
  mentor_contact: string | null;
}
/** A first hour to which a coordinator comes along. */
export interface Coming extends Pair {
  starts_at: string;
  meet_at: string;
}
export interface DeskMatch extends Pair {
  status: 'awaiting' | 'active';
  since: string;
  ends_on: string | null;
  /** Whether it is the coordinator's own: she writes to nobody of it from here. */
  own: boolean;
}
/** A mentee who waits for a mentor. */
export interface Waiting {
  mentee: MenteeCard;
  since: string;
  promise_days: number;
  /** Waits longer than that. */
  late: boolean;
  asking: number;
  /** A colleague's or my own proposal that the mentee has not answered. */
  proposed: { name: string | null; until: string } | null;
  background: BackgroundAtDesk | null;
}
/** Somebody who is let in and gets ready. */
export interface Preparing {
  person: string;
  part: 'mentor' | 'mentee';
  name: string;
  phone: string | null;
  programme: string;
  since: string;
  touched_at: string;
  not_yet: boolean;
  /** Whether a coordinator has to do something. */
  needs: boolean;
  first_time: boolean;
  steps: (OwnStep | Gate)[];
  /** The day each was done. */
  done: Partial<Record<OwnStep | Gate, string>>;
  background: BackgroundAtDesk | null;
  /** Where a mentor's talk is noted, and how much that it must be about is open; null once it is ticked. */
  talk: { application: string; left: number } | null;
}
/** A mentor after her very first hour. */
export interface FirstCall {
  person: string;
  name: string;
  phone: string | null;
  mentee: string | null;
  met_at: string;
}
export interface LostMail {
  id: number;
  phone: string | null;
  /** Null of a visitor, whose question was answered. */
  person: string | null;
  name: string | null;
  kind: string;
  since: string;
  /** The invitation of somebody who was referred, and by whom. */
  referral: string | null;
  partner: string | null;
  /** What I write down with her and have not sent. */
  draft: { application: string; part: 'mentor' | 'mentee' } | null;
}
/** What I typed and did not send: `propose/<mentee>`, and `write/<person>`, which is a message alone. */
export type DeskDrafts = Record<string, Partial<Proposing>>;
export interface Desk {
  desks: string[];
  counts: Record<'free_mentors' | 'mentees' | 'open_requests' | 'trials' | 'matches', number>;
  requests: Few<DeskRequest>;
  trials: Few<DeskTrial>;
  /** The next first. Those of today need somebody. */
  coming: Few<Coming>;
  matches: Few<DeskMatch>;
  /** Those who wait for a proposal, or longer than promised, need somebody. */
  waiting: Few<Waiting> & { needs: number };
  preparing: Few<Preparing> & { needs: number };
  calls: Few<FirstCall>;
  mails: Few<LostMail>;
  /** Applications at my desks that need somebody, how many of them are late, and how many due within a week; they have a page
   * of their own. */
  applications: { count: number; late: number; soon: number };
  /** People referred by phone who have no text message yet; they stand on the partners' page. */
  texts: number;
  /** Partners with whom it is time for a talk. */
  talks: number;
  /** What visitors ask and nobody has answered. */
  enquiries: number;
  drafts: DeskDrafts;
}

/** What a proposal is made of: whom, and a few words to the mentee. */
export interface Proposing {
  mentor: string;
  message: string;
}

export const words = { min: 20, max: 1000 };

/** The shape of `propose_match`; the message has a request's length. */
export const proposeMatch = z.object({
  mentor: z.string().check(z.minLength(1)),
  message: z.string().check(z.trim(), z.minLength(words.min), z.maxLength(words.max)),
});

/** Lengths, as `write_to_person` has them. */
export const written = { min: 10, max: 2000 };

/** The form of `write_to_person`. */
export const writeToPerson = z.object({
  message: z
    .string()
    .check(
      z.trim(),
      z.minLength(written.min, { abort: true }),
      z.maxLength(written.max),
      z.refine(isVisible, { params: { key: 'form.missing' } }),
    ),
});

/** How many things need somebody, counting those the lists do not show. */
export function thingsToDo(desk: Desk): number {
  const { trials, coming, matches, requests, waiting, calls, mails, preparing } = desk;
  const lists = [trials, matches, requests, calls, mails];
  return lists.reduce(
    (sum, few) => sum + few.count,
    coming.items.filter(isToday).length +
      preparing.needs +
      waiting.needs +
      desk.applications.count +
      desk.texts +
      desk.talks +
      desk.enquiries,
  );
}

/** Whether a first hour is today, as the reader's clock has it. */
export const isToday = ({ starts_at }: Coming): boolean => daysUntil(starts_at) === 0;

/** Whether a refusal only says that somebody else was quicker: then the desk is read again. */
export function isOvertaken(key: string): boolean {
  return /^(mentor|mentee|mail|introduction)_unknown$|^(trial|match)_(unknown|not_open)$|^enquiry_(unknown|answered)$/.test(
    key,
  );
}

/** Whether a refused proposal means that another mentor must be chosen. */
export function asksForAnother(key: string): boolean {
  return [
    'mentor_unknown',
    'mentor_full',
    'mentor_asked_enough',
    'asked_recently',
    'one_living_request_a_pair',
    'no_place_twice',
  ].includes(key);
}
