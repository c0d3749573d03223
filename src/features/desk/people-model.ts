import type { BackgroundAtDesk } from '../../lib/api/background-rows.ts';
import type { MenteeCard, MentorCard, RequestStatus, Standing } from '../../lib/api/rows.ts';
import type { DeskDrafts } from './model.ts';

/** What the list can be narrowed to: what somebody is in. */
export const doings = ['match', 'trial', 'request', 'waiting', 'free', 'paused', 'preparing'] as const;
export type Doing = (typeof doings)[number];

interface Between {
  id: string;
  since: string;
  /** The other of the two, where her name is known at my desks. */
  other: string | null;
  with: string | null;
}
/** Something that lives between her and somebody else. */
export type Affair = Between &
  (
    | { kind: 'match'; status: 'awaiting' | 'active'; until: string | null }
    | { kind: 'trial'; status: 'awaiting' | 'planning' | 'agreed' | 'undecided'; until: string | null }
    | { kind: 'request'; status: Extract<RequestStatus, 'proposed' | 'open' | 'asked'>; until: string }
  );

/** A place at my desks, and what she who has it is in. `own` is a pair with me: it stands on my page. */
export interface PlaceAtDesk {
  person: string;
  part: 'mentee' | 'mentor';
  programme: string;
  region: string;
  standing: Standing;
  since: string | null;
  paused_until: string | null;
  /** A mentor's free places. */
  free: number | null;
  doing: (Doing | 'own' | 'left')[];
  affairs: Affair[];
}

export interface FoundPerson extends PlaceAtDesk {
  name: string;
  surname: string | null;
}
/** Where the next page begins; only the database looks into it. */
export type PageStart = Record<string, unknown>;
export interface FoundPeople {
  desks: string[];
  count: number;
  items: FoundPerson[];
  next: PageStart | null;
}

/** What visitors read of a mentor, or what has been taken out of that. */
export interface ShownIntroduction {
  words: string;
  stopped: boolean;
}

export type OnePlace = PlaceAtDesk & { background: BackgroundAtDesk | null } & (
    | { part: 'mentee'; card: MenteeCard | null }
    | {
        part: 'mentor';
        card: Omit<MentorCard, 'answer_days'> | null;
        introduction: ShownIntroduction | null;
      }
  );
export interface OnePerson {
  person: string;
  name: string;
  surname: string | null;
  phone: string | null;
  places: OnePlace[];
  /** What I began to write to her, or to propose somebody to her. */
  drafts: DeskDrafts;
}
