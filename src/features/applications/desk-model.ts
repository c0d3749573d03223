import type { Form, Part } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { ApplicationStatus, Assisted, Message } from './rows.ts';

/** What the desk reads of applications: the screens of `supabase/schemas/49_screening.sql`. */

/** Drafts are nobody's but their writer's, so a desk never sees that state. */
export type DeskStatus = Exclude<ApplicationStatus, 'draft'>;

export const decisions = ['accept', 'wait', 'prepare', 'redirect', 'decline'] as const;
export type Decision = (typeof decisions)[number];

/** Which calls an application answers, and the company through which it came. */
export interface CameBy {
  needs: { code: string; field: string }[];
  company: string | null;
}
export interface QueueItem {
  id: string;
  person: string;
  name: string;
  part: Part;
  programme: string;
  status: DeskStatus;
  sent_at: string;
  /** The day by which she is promised an answer; null once she has one. */
  due_on: string | null;
  /** Keys of the rules that are not met. */
  unmet: string[];
  field: string | null;
  place: string | null;
  since: string;
  /** When she said that she has prepared and would like to be read again. */
  prepared_at: string | null;
  came_by: CameBy;
  /** The day on which its round opens. */
  round: string | null;
  /** Its place on the waiting list; only there, and not while she prepares. */
  nr?: number | null;
}
/** Where the next page begins; only the database reads what is in it. */
export type QueuePlace = Record<string, string | number>;

export interface Queue {
  desks: string[];
  counts: Partial<Record<DeskStatus, number>>;
  items: QueueItem[];
  next: QueuePlace | null;
}

export interface RuleUnmet {
  rule: string;
  need?: unknown;
  have?: unknown;
}
interface Eligibility {
  since: string;
  met: string[];
  unmet: RuleUnmet[];
  /** Not answered, or answered so that a human asks. */
  open: string[];
  /** Those of `met` that a coordinator let count. */
  overridden: string[];
}
interface Override {
  rule: string;
  reason: string;
  at: string;
}
/** What the coordinator writes during and after the talk, or a part of it. Nobody who applies ever reads it. */
export interface InterviewNotes {
  impression?: string;
  /** By the parts of the interview guide. */
  parts?: Record<string, string>;
  competences?: Partial<Record<Competence, string>>;
  /** Parts that were talked about, with nothing to write. */
  talked?: Record<string, boolean>;
  clarity?: number;
  readiness?: number;
}
/** Where somebody can have learned what she can. */
export const competences = ['formal', 'informal', 'home'] as const;
type Competence = (typeof competences)[number];

export interface Application {
  id: string;
  person: string;
  name: string;
  locale: Locale;
  phone: string | null;
  programme: string;
  part: Part;
  status: DeskStatus;
  form_version: number;
  /** The form as it was when she wrote it: what the answers are answers to. */
  definition: Form;
  answers: Record<string, unknown>;
  eligibility: Eligibility;
  /** Each reason that was given, the newest last. */
  overrides: Override[];
  sent_at: string;
  due_on: string | null;
  prepared_at: string | null;
  /** How many on the waiting list were sent before it: a yes passes them. */
  passes: number;
  assisted: Assisted | null;
  messages: Message[];
  times: string[];
  interview_at: string | null;
  minutes: number | null;
  how: InterviewWay | null;
  place: string | null;
  notes: InterviewNotes | null;
  noted_at: string | null;
  /** Absent where I may not read it. */
  concern?: string | null;
  decided_at: string | null;
  reason: string | null;
  letter: string | null;
  elsewhere: string[];
  came_by: CameBy;
}

export const interviewWays = ['online', 'phone', 'in-person'] as const;
export type InterviewWay = (typeof interviewWays)[number];

/** A part of an interview sheet, in words. */
export interface SheetPart {
  id: string;
  heading: string;
  text: string | undefined;
  prompts: string[];
}
/** A part of the programme's talk; what is required is talked about before a yes, or before a mentor's step. */
export interface GuidePart extends SheetPart {
  required: boolean;
}
/** What a programme's talk is about, by the names of the sheet's parts. */
export interface Talk {
  parts: string[];
  required: string[];
}
