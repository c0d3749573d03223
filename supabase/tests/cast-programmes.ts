/** Programmes, places and their rules for tests: small, fixed, and independent of what coordinators edit in content. */
import type { Sql } from 'postgres';

/** The part of a programme's file that the database reads. */
export interface Rules {
  key: string;
  since: string;
  earlier?: DatedRules[];
  regions: string[];
  municipalities?: Record<string, string[]>;
  online_anywhere: boolean;
  who: {
    gender: string;
    age: { from: number | null; to: number | null };
    education: string;
    trade_certificate_in: string[];
    status: string;
  };
  matching: {
    modes: string[];
    approval: string;
    coordinator_at_first_meeting: boolean;
    ask_gender_preference: boolean;
  };
  language: { level: string; any_of: string[] } | null;
  limits: Record<
    | 'open_requests'
    | 'pending_requests'
    | 'nudge_days'
    | 'expiry_days'
    | 'answer_days'
    | 'capacity_max'
    | 'again_days',
    number
  > & { never_met_days: [number, number, number] };
  intake: { promise_days: number } & Partial<{
    mode: 'rounds';
    rounds: number[];
    open_days: number;
    start_after_days: number;
    while_closed: 'line' | 'draft';
    ask_life_situation: boolean;
  }>;
  course: { months: { to: number } };
  talk: Record<'mentee' | 'mentor', { parts: string[]; required: string[] } | null>;
  weights: Record<
    'field' | 'goals' | 'language' | 'place' | 'time' | 'preference' | 'answers' | 'load',
    number
  > & { interests?: number };
}

/** Rules of who may take part as they were from an earlier day on. */
export type DatedRules = Pick<
  Rules,
  'since' | 'who' | 'language' | 'regions' | 'municipalities' | 'online_anywhere'
>;

/** Open to everybody. */
export const anybody: Rules['who'] = {
  gender: 'any',
  age: { from: null, to: null },
  education: 'none',
  trade_certificate_in: [],
  status: 'any',
};

/** A programme where mentees ask by themselves and nobody has to approve; what is named differs. */
export const rulesOf = (key: string, different: Partial<Rules> = {}): Rules => ({
  key,
  since: '2026-01-01',
  who: anybody,
  regions: ['zz-north', 'zz-south'],
  online_anywhere: false,
  matching: {
    modes: ['self', 'coordinator'],
    approval: 'none',
    coordinator_at_first_meeting: false,
    ask_gender_preference: false,
  },
  language: null,
  limits: {
    open_requests: 3,
    pending_requests: 3,
    nudge_days: 3,
    expiry_days: 7,
    answer_days: 7,
    capacity_max: 5,
    again_days: 90,
    never_met_days: [7, 14, 21],
  },
  intake: { promise_days: 21 },
  course: { months: { to: 6 } },
  talk: {
    mentee: { parts: ['work', 'competences', 'clear', 'life', 'ready'], required: [] },
    mentor: { parts: ['work', 'why'], required: [] },
  },
  weights: { field: 30, goals: 20, language: 15, place: 10, time: 10, preference: 5, answers: 5, load: 5 },
  ...different,
});

const matching = rulesOf('').matching;

/**
 * `free` needs no approval, `careful` one before the match, `guarded` one before the trial and looks at interests; in
 * `chosen` nobody asks by herself.
 */
export const programmes = [
  rulesOf('free'),
  rulesOf('careful', { matching: { ...matching, approval: 'before-match' } }),
  rulesOf('guarded', {
    matching: { ...matching, approval: 'before-trial', ask_gender_preference: true },
    language: { level: 'B1', any_of: ['no', 'sv'] },
    weights: {
      field: 20,
      goals: 20,
      language: 10,
      place: 10,
      time: 10,
      preference: 10,
      answers: 5,
      load: 5,
      interests: 10,
    },
  }),
  rulesOf('chosen', { matching: { ...matching, modes: ['coordinator'] } }),
];

/** Two regions with two municipalities each. */
const places: [key: string, region: string | null, label: string][] = [
  ['zz-north', null, 'North'],
  ['zz-south', null, 'South'],
  ['zz-north-bay', 'zz-north', 'Blåbærvik'],
  ['zz-north-hill', 'zz-north', 'Høyås'],
  ['zz-south-mill', 'zz-south', 'Mølleby'],
  ['zz-south-town', 'zz-south', 'Sørstad'],
];

export async function syncGround(sql: Sql): Promise<void> {
  for (const [key, region, label] of places)
    await sql`select private.sync_place(${key}, ${region}, ${label})`;
  for (const rules of programmes) await sql`select private.sync_programme(${sql.json({ ...rules })})`;
}
