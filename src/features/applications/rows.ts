import type { Part } from '../../schemas/form.ts';
import type { Standing as PlaceStanding } from '../../lib/api/rows.ts';
import type { Answers } from './model.ts';

/** The JSON that `my_applications` and `save_application` answer with (`supabase/schemas/47_applying.sql`). */

export type ApplicationStatus =
  | 'draft' | 'sent' | 'asked' | 'interview' | 'waiting' | 'preparing' | 'accepted' | 'redirected' | 'declined' | 'withdrawn' | 'expired'; // prettier-ignore

/** How the programme's rules stand against the answers. Only rules the programme has are named. */
export interface Standing {
  since: string;
  met: string[];
  unmet: { rule: string }[];
  open: string[];
}
export interface Message {
  kind: 'question' | 'answer' | 'letter';
  text: string;
  at: string;
  mine: boolean;
}
/** A round as a page speaks of it, by its days. */
export interface Round {
  opens_on: string;
  closes_on: string;
  starts_on: string;
  open: boolean;
}
/** Who writes it down with the person, and whether she still can. */
export interface Assisted {
  by: string;
  mine: boolean;
  open: boolean;
}
/** What was said yes to before anything was written down. */
interface Consent {
  version: number;
  locale: string;
  how: 'phone' | 'in-person';
  at: string;
}
export interface MyApplication {
  id: string;
  programme: string;
  part: Part;
  status: ApplicationStatus;
  form_version: number;
  sent_at: string | null;
  /** The day by which she is promised an answer; null before she has sent it, and once she has one. */
  due_on: string | null;
  /** How many were sent before this one and wait in the same line. */
  ahead: number | null;
  /** Whether it stands on the waiting list. */
  waits: boolean;
  /** When we write next that she is not forgotten; null where nothing is waited for. */
  tells_at: string | null;
  /** Until when it waits for the applicant; null where it does not. */
  closes_at: string | null;
  /** The round it belongs to, or would if it were sent now; null where there are none. */
  round: Round | null;
  assisted: Assisted | null;
  consent: Consent | null;
  answers: Answers;
  revision: number;
  eligibility: Standing | null;
  elsewhere: string[];
  /** When what stands in the way may have changed; null where waiting changes nothing. */
  fits_on: string | null;
  /** Of an accepted one: where the place stands that came of it. */
  standing: PlaceStanding | null;
  messages: Message[];
  /** Times proposed for the first talk. */
  times: string[];
  interview_at: string | null;
  minutes: number | null;
  how: 'online' | 'phone' | 'in-person' | null;
  place: string | null;
  decided_at: string | null;
  letter: string | null;
}
export interface MyApplications {
  applications: MyApplication[];
  /** By programme, where there are rounds: the open one, or the next. */
  rounds: Record<string, Round>;
  /** Programmes whose next round I want to be told of. */
  reminders: string[];
  /** Programmes of which I want to be told when they may fit. */
  fits: ToldLater[];
  /** What was typed and not sent, by the form's name. */
  drafts: Record<string, Record<string, unknown>>;
}
/** We write to her about this programme on that day. */
export interface ToldLater {
  programme: string;
  part: Part;
  on: string;
}
export interface Saved {
  revision: number;
  eligibility: Standing;
  fits_on: string | null;
  elsewhere: string[];
}
export interface Sent {
  status: ApplicationStatus;
  /** Keys of questions that still want an answer; empty when it has been sent. */
  missing: string[];
  /** Rules that have come in the way since she last looked. She is told once. */
  changed?: string[];
}
/** What a coordinator writes down with others (`supabase/schemas/57_assisted.sql`). */
export interface MyAssisted {
  desks: string[];
  applications: MyApplication[];
}
