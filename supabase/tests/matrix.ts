/** Table × person × verb: who reads which rows of the busy town. Nobody writes any table directly. */
import type { Affairs } from './busy-town.ts';
import { id, type Name } from './cast.ts';
import { referralTables } from './matrix-referral-tables.ts';
import { recruitingTables } from './matrix-recruiting.ts';
import { requestTables } from './matrix-request-tables.ts';
import { roundTables } from './matrix-round-tables.ts';
import { importTables } from './matrix-imports.ts';
import { newsletterTables } from './matrix-newsletters.ts';
import { onboardingTables } from './matrix-onboarding-tables.ts';

export const actors = ['visitor', ...(Object.keys(id) as Name[])] as const;
export type Actor = (typeof actors)[number];

export interface Table {
  /** Every column there is: a new one has to be thought about, here. */
  columns: string;
  /** What names a row: an expression over the table. */
  row: string;
  /** Rows by person. Whoever is not named sees none; `visitor` may never even ask. */
  sees: Partial<Record<Exclude<Actor, 'visitor'>, string>> | 'everything';
}

const everybody = 'amina dawit kari jonas nils mette sol tove pia lin wanda walid';

export const tables: Record<string, Table> = {
  programmes: {
    columns:
      'key rules regions areas online_anywhere modes approval coordinator_at_first_meeting asks_gender language_level language_any open_requests pending_requests nudge_days expiry_days never_met_days answer_days capacity_max again_days promise_days least_people mentee_steps mentor_steps mentee_talk mentee_talk_required mentor_talk mentor_talk_required months weights asks_interests',
    row: 'key',
    sees: 'everything',
  },
  programme_rules: {
    columns:
      'programme since rules women age_from age_to education trade_certificate_in status language language_asks regions areas online_anywhere area',
    row: `programme || ' ' || since`,
    sees: 'everything',
  },
  forms: { columns: 'key version definition', row: `key || ' ' || version`, sees: 'everything' },
  fields: { columns: 'code generalist neighbours labels words', row: 'code', sees: 'everything' },
  field_tiers: { columns: 'code near codes', row: `code || '/' || near`, sees: 'everything' },
  places: { columns: 'key region label words', row: 'key', sees: 'everything' },
  people: { columns: 'id shown_name locale created_at', row: 'id', sees: desksSeePeople() },
  people_private: {
    columns: 'person surname phone gender contact',
    row: 'person',
    sees: desksSeePeople(),
  },
  coordinators: {
    columns: 'person programme region id',
    row: 'person',
    sees: { ingrid: 'ingrid', torstein: 'torstein', birthe: 'birthe' },
  },
  mentors: {
    columns:
      'person programme standing field specialism languages offers interests formats place region hours capacity taken migrated about paused_from paused_until saved_at approved_at desks',
    row: 'person',
    sees: each('kari jonas lin mette tove pia wanda', {
      ingrid: 'jonas kari lin wanda',
      torstein: 'jonas',
      birthe: 'mette pia tove',
    }),
  },
  mentees: {
    columns:
      'person programme standing field specialism languages goals interests formats place region hours prefers prefers_gender prefers_tongue about saved_at approved_at asking desks goal_bits interest_bits format_bits slots spoken',
    row: 'person',
    sees: each('amina dawit nils sol walid', {
      ingrid: 'amina dawit walid',
      torstein: 'dawit',
      birthe: 'nils sol',
    }),
  },
  open_mentors: {
    columns:
      'person programme code levels offers interests formats place region hours migrated gender free paused_from paused_until busy answers answer_days desks words card opening a1 a2 b1 b2 c1 c2 native',
    row: 'person',
    // Approved mentees see the free mentors of their own programme and whom they have asked, as Nils has asked Mette, who
    // has no place left, and Tove, who said no and has blocked him. Pia has paused; Lin has blocked Dawit. Walid is not approved yet, nor is Wanda.
    sees: each('kari jonas lin mette tove pia', {
      amina: 'jonas kari lin',
      dawit: 'jonas kari',
      nils: 'mette',
      sol: 'tove',
      ingrid: 'jonas kari lin',
      torstein: 'jonas',
      birthe: 'mette pia tove',
    }),
  },
  mentee_cards: {
    columns: 'person desks card',
    row: 'person',
    // Kari has Amina's request; Jonas, to whom Amina is only proposed, sees Dawit alone; Tove's match is over.
    sees: each('amina dawit nils sol walid', {
      kari: 'amina',
      jonas: 'dawit',
      mette: 'nils',
      ingrid: 'amina dawit walid',
      torstein: 'dawit',
      birthe: 'nils sol',
    }),
  },
  ...requestTables,
  trials: {
    columns:
      'id request programme mentee mentor status standing starts_at format meet_at proposed_by plan mentee_contact mentor_contact desks created_at agree_by decide_by asked_at ended_at',
    row: 'id',
    sees: {
      dawit: 'planning',
      jonas: 'planning',
      ingrid: 'planning',
      torstein: 'planning',
      nils: 'met',
      mette: 'met',
      sol: 'overTrial',
      tove: 'overTrial',
      birthe: 'met overTrial',
    },
  },
  verdicts: {
    columns: 'trial person says reason said_at',
    row: 'person',
    sees: each('nils mette sol tove', { birthe: 'mette nils sol tove' }),
  },
  matches: {
    columns: 'id trial programme mentee mentor status living created_at started_at ends_on ended_at desks',
    row: 'id',
    sees: { nils: 'match', mette: 'match', sol: 'over', tove: 'over', birthe: 'match over' },
  },
  // Why Sol ended it is not Tove's to read.
  endings: { columns: 'match person reason ended_at', row: 'match', sees: { sol: 'over', birthe: 'over' } },
  marks: {
    columns: 'person other mark marked_at',
    row: 'other',
    sees: { amina: 'kari', tove: 'nils', lin: 'dawit' },
  },
  ...roundTables,
  // Signe's draft is nobody else's; Alma's application belongs to the north. What Ingrid writes down with her is read
  // through `my_assisted` alone.
  applications: {
    columns:
      'id person programme part locale form_version answers revision status line asked_from eligibility region assisted_by taken_over_at round begun_at touched_at sent_at due_on moved_at told_at late_told_at times minutes how meet_at interview_at invited_by decided_at reason prepared_at in_line promised_on desks',
    row: 'id',
    sees: { alma: 'applied assisted', signe: 'begun', ingrid: 'applied' },
  },
  application_messages: {
    columns: 'id application kind message written_by at',
    row: `kind || ':' || application`,
    sees: { alma: 'question:applied', ingrid: 'question:applied' },
  },
  // Notes are never the applicant's to read.
  application_notes: {
    columns: 'application impression parts competences talked clarity readiness written_by noted_at',
    row: 'application',
    sees: { ingrid: 'applied' },
  },
  application_overrides: {
    columns: 'application rule reason written_by at',
    row: `rule || ':' || application`,
    sees: { ingrid: 'age:applied' },
  },
  ...importTables,
  ...referralTables,
  ...recruitingTables,
  ...onboardingTables,
  ...newsletterTables,
  drafts: { columns: 'person form content saved_at', row: 'person', sees: each('signe amina', {}) },
  events: {
    columns: 'id at actor verb noun subject mentee mentor desks detail',
    row: `verb || ':' || subject`,
    sees: eventsSeen(),
  },
};

function desksSeePeople() {
  return each(`${everybody} alma`, {
    ingrid: 'alma amina dawit ingrid jonas kari lin walid wanda',
    torstein: 'dawit jonas torstein',
    birthe: 'birthe mette nils pia sol tove',
  });
}

function eventsSeen() {
  const trial = 'accept_request:accepted open_trial:planning';
  const met = 'accept_request:wonOver match_trial:met open_match:match open_trial:met';
  const over =
    'accept_request:overRequest end_match:over match_trial:overTrial open_match:over open_trial:overTrial';
  const application = 'send_application:applied ask_applicant:applied';
  const sent = (request: string) => `send_request:${request}`;
  const no = 'send_request:declined decline_request:declined';
  const sorted = (...parts: string[]) => parts.join(' ').split(' ').sort().join(' ');
  return {
    amina: sorted('propose_match:proposed', 'save_contact:amina', sent('asked')),
    kari: sent('asked'),
    dawit: sorted(trial, sent('accepted')),
    // Jonas learns of the proposal when Amina says yes to it.
    jonas: sorted(trial, sent('accepted')),
    // Each sees her own `say_go_on`, and not the other's; the desk reads the verdict.
    nils: sorted(met, sent('wonOver'), 'say_go_on:met', no),
    mette: sorted(met, sent('wonOver'), 'say_go_on:met'),
    sol: sorted(over, sent('overRequest'), 'say_go_on:overTrial start_match:over'),
    tove: sorted(over, sent('overRequest'), 'say_go_on:overTrial start_match:over', no),
    birthe: sorted(met, sent('wonOver'), over, sent('overRequest'), 'start_match:over', no),
    // What she noted is her desk's; that Alma had begun was not.
    ingrid: sorted(trial, sent('accepted'), 'propose_match:proposed', sent('asked'), application, 'note_interview:applied', 'add_partner:school refer:told begin_assisted:assisted'), // prettier-ignore
    alma: sorted('begin_application:applied', application, 'begin_assisted:assisted'),
    signe: 'begin_application:begun',
    torstein: sorted(trial, sent('accepted'), 'propose_match:proposed'),
  };
}

/** Each sees herself, and some see more. */
function each(names: string, more: Partial<Record<Name, string>>): Partial<Record<Name, string>> {
  return { ...Object.fromEntries(names.split(' ').map((name) => [name, name])), ...more };
}

/** Ids of affairs by id, so that rows read as words. */
export const affairNames = (is: Affairs): Map<string, string> =>
  new Map(Object.entries(is).map(([name, uuid]) => [uuid as string, name]));
