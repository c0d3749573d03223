import type { ExpectedThing } from '../../schemas/expected-things.ts';
import type {
  Format,
  Interest,
  LanguageUse,
  Level,
  SpokenLanguage,
  Topic,
} from '../../schemas/vocabulary.ts';
import type { BackgroundRow, SharedBackground } from './background-rows.ts';

/** The JSON the database's screens answer with: `supabase/schemas/34_cards.sql`, `39_find_mentors.sql`, `60_screens.sql`. */

export interface Spoken {
  language: SpokenLanguage;
  level: Level;
  /** What she says of it besides, where she says anything. */
  use?: LanguageUse[];
}

/** A small photo as base64, or the number of a drawn shape. */
export type Picture = { photo: string; shape?: undefined } | { shape: number; photo?: undefined };

interface Card {
  person: string;
  name: string;
  field: string;
  specialism: string | null;
  languages: Spoken[];
  formats: Format[];
  place: string;
  region: string;
  hours: number;
  about: string;
}
export interface MentorCard extends Card {
  offers: Topic[];
  answer_days: number | null;
}
export interface MenteeCard extends Card {
  goals: Topic[];
}
export type AnyCard = MentorCard | MenteeCard;

/** Why two people fit, and how much it counts. */
export interface Reason {
  code: string;
  points: number;
  field?: string;
  topics?: Topic[];
  interests?: Interest[];
  language?: SpokenLanguage;
  level?: Level;
  place?: string;
  hours?: number;
  days?: number;
}
/** The one change on the mentee's side that would help most, and by how many per cent. */
export interface Raise {
  code: string;
  points: number;
  language?: SpokenLanguage;
  hours?: number;
}

export type Mark = 'favourite' | 'hidden' | 'blocked';
export interface FoundMentor extends MentorCard {
  score: number;
  mark: Mark | null;
  reasons: Reason[];
  raise: Raise | null;
}
export interface Found {
  mentors: FoundMentor[];
  next: { score: number; person: string } | null;
}
export interface OneMentor extends MentorCard {
  open: boolean;
  score: number | null;
  mark: Mark | null;
  reasons: Reason[] | null;
  raise: Raise | null;
  /** Has as many requests to answer as the programme lets one mentor have. */
  asked_enough: boolean;
  living_request: string | null;
  draft: { message?: string } | null;
}

export type RequestStatus =
  | 'proposed' | 'open' | 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'closed'; // prettier-ignore
export interface RequestRow {
  id: string;
  mentee: string;
  mentor: string;
  status: RequestStatus;
  proposed_by: string | null;
  message: string | null;
  question: string | null;
  reply: string | null;
  reasons: Reason[];
  sent_at: string;
  /** When the mentor was asked; null where a proposal never came so far. */
  opened_at: string | null;
  answered_at: string | null;
  ended_at: string | null;
  expires_at: string;
  card: AnyCard | null;
}

export type TrialStatus =
  | 'awaiting' | 'planning' | 'agreed' | 'undecided' | 'matched' | 'not_us' | 'stopped'; // prettier-ignore
export interface TrialRow {
  id: string;
  mentee: string;
  mentor: string;
  status: TrialStatus;
  standing: boolean;
  starts_at: string | null;
  format: Format | null;
  meet_at: string | null;
  proposed_by: string | null;
  /** Which plan this is: another time, form, place or proposer is the next one. */
  plan: number;
  agree_by: string;
  /** The same until that day has come, and then the day on which a coordinator decides. */
  plan_by: string;
  decide_by: string | null;
  ended_at: string | null;
  i_am: 'mentee' | 'mentor';
  i_say: 'go_on' | 'not_us' | null;
  other_has_said: boolean;
  /** Whether a coordinator is there, as the programme has it. */
  coordinator_at_first_meeting: boolean;
  my_contact: string | null;
  other_contact: string | null;
  /** Null while nothing was said, or before it is time to read it. */
  mentee_expects: Expects | null;
  mentor_expects: Expects | null;
  /** What the other shares of herself; null where that is nothing. */
  background: SharedBackground | null;
  card: AnyCard | null;
}

/** What somebody expects: sentences of the closed list, and words of her own. */
export interface Expects {
  chosen: ExpectedThing[];
  words: string | null;
}

export interface MatchRow {
  id: string;
  /** The trial it came of. */
  trial: string;
  mentee: string;
  mentor: string;
  status: 'awaiting' | 'active' | 'ended' | 'stopped';
  living: boolean;
  started_at: string | null;
  created_at: string;
  ends_on: string | null;
  ended_at: string | null;
  /** What each chose to show, while the match lives. */
  my_contact: string | null;
  other_contact: string | null;
  card: AnyCard | null;
}

/** `preparing`: let in, and getting ready; not seen yet. */
export type Standing = 'preparing' | 'approved' | 'left';
interface Place {
  person: string;
  programme: string;
  standing: Standing;
  field: string;
  specialism: string | null;
  languages: Spoken[];
  interests: Interest[];
  formats: Format[];
  place: string;
  hours: number;
  about: string;
  saved_at: string;
}
interface MenteeRow extends Place {
  goals: Topic[];
  prefers: 'any' | 'migrated' | 'local';
  prefers_gender: 'any' | 'woman' | 'man';
  prefers_tongue: 'any' | 'own';
  asking: number;
  promise_days: number;
  modes: string[];
  open_requests: number;
}
export interface MentorRow extends Place {
  offers: Topic[];
  capacity: number;
  taken: number;
  migrated: boolean | null;
  paused_from: string | null;
  paused_until: string | null;
}
export interface PersonRow {
  id: string;
  shown_name: string;
  locale: string;
  surname: string | null;
  phone: string | null;
  gender: string;
  contact: 'mail' | 'phone' | 'platform';
}

export interface MyPage {
  person: PersonRow | null;
  mentee: MenteeRow | null;
  mentor: MentorRow | null;
  desks: string[];
  /** Whom I may turn to; the address is what she signs in with. */
  coordinators: { programme: string; name: string; address: string }[];
  background: BackgroundRow | null;
  requests: RequestRow[];
  inbox: RequestRow[];
  trials: TrialRow[];
  matches: MatchRow[];
  /** Where I am let in and get ready: how many steps are left for me and for a coordinator. */
  preparing: { part: 'mentee' | 'mentor'; mine: number; gates: number; not_yet: boolean }[];
  /** Whom I do not want to meet again. */
  blocked: { person: string; name: string; since: string }[];
  /** Since when newsletters come by mail; null is no. */
  newsletters_since: string | null;
  drafts: Record<string, Record<string, unknown>>;
}
