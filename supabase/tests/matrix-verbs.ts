/** Verb × person: who may, and with which key everybody else is refused. Always in the busy town. */
import type { Affairs } from './busy-town.ts';
import { id, type Name } from './cast.ts';
import { applicationVerbs } from './matrix-application-verbs.ts';
import { importVerbs } from './matrix-imports.ts';
import { referralVerbs } from './matrix-referral-verbs.ts';
import { recruitingVerbs } from './matrix-recruiting.ts';
import { backgroundVerbs } from './matrix-backgrounds.ts';
import { introductionVerbs } from './matrix-introductions.ts';
import { newsletterVerbs } from './matrix-newsletters.ts';
import { onboardingVerbs } from './matrix-onboarding-verbs.ts';

export interface Verb {
  call: (is: Affairs) => string;
  /** What the operator changes first, so that the verb has something to do. */
  before?: (is: Affairs) => string;
  /** Who may; `all` is everybody who has signed in. */
  may: 'all' | Name[];
  /** The key for everybody else; a visitor is let in nowhere but where `visitors` says so. */
  else?: string;
  /** Visitors may too. */
  visitors?: true;
  /** Those refused with another key. */
  but?: Partial<Record<Name, string>>;
}

const text = `'I would like to ask you about finding work here.'`;
const english = `'[{"language":"en","level":"C1"}]'`;
const profile = (list: string) =>
  `'Name', '2512', null, ${english}, '{cv}', '{online}', 'zz-north-bay', 4, ${list}, 'Somebody who was made up for a test.'`;
const desks: Name[] = ['ingrid', 'torstein', 'birthe'];
const mentors: Name[] = ['kari', 'jonas', 'lin', 'mette', 'tove', 'pia', 'wanda'];
const mentees: Name[] = ['amina', 'dawit', 'nils', 'sol', 'walid'];
const status = (table: string, row: string, to: string) =>
  `update public.${table} set status = '${to}' where id = '${row}'`;
const meeting = (row: string) =>
  `update public.trials set status = 'agreed', starts_at = now() - interval '1 day', decide_by = now(), proposed_by = mentor where id = '${row}'`;

/** About a proposal that is at both desks, to one who is only at the northern. */
const lostMail = ({ proposed }: Affairs) => `
  insert into private.outbox (id, key, kind, person, given_up_at) overriding system value
  values (4711, 'match-proposed:${proposed}:lost', 'match-proposed', '${id.amina}', now())`;

export const verbs: Record<string, Verb> = {
  // Herself
  choose_locale: { call: () => `choose_locale('sv')`, may: 'all' },
  my_page: { call: () => 'my_page()', may: 'all' },
  save_draft: { call: () => `save_draft('mentor', '{}')`, may: 'all' },
  drop_draft: { call: () => `drop_draft('mentor')`, may: 'all' },
  save_contact: {
    call: () => `save_contact('Berg', '+47 900 00 000', 'woman', 'phone')`,
    may: [...mentors, ...mentees, ...desks, 'alma'],
    else: 'apply_first',
  },

  // A mentor's place
  save_mentor_profile: {
    call: () => `save_mentor_profile(${profile('2, null')})`,
    may: mentors,
    else: 'not_a_mentor',
  },
  pause: { call: () => `pause(current_date, null)`, may: mentors, else: 'not_a_mentor' },
  resume: { call: () => `resume()`, may: mentors, else: 'not_a_mentor' },

  // A mentee's place
  save_mentee_profile: {
    call: () => `save_mentee_profile(${profile(`'any', 'any'`)})`,
    may: mentees,
    else: 'not_a_mentee',
  },

  // The directory
  find_mentors: { call: () => 'find_mentors()', may: mentees, else: 'not_a_mentee' },
  mentor_card: {
    call: () => `mentor_card('${id.kari}')`,
    may: ['amina', 'dawit', 'kari', 'ingrid'],
    else: 'mentor_unknown',
  },
  mark_person: {
    call: () => `mark_person('${id.kari}', 'favourite')`,
    may: ['amina', 'dawit'],
    else: 'person_unknown',
  },
  suggest_mentors: {
    call: () => `suggest_mentors('${id.dawit}')`,
    may: ['ingrid', 'torstein'],
    else: 'mentee_unknown',
  },

  // A request
  send_request: {
    call: () => `send_request('${id.lin}', ${text})`,
    may: ['amina'],
    else: 'not_approved_yet',
    but: { dawit: 'mentor_unknown', nils: 'mentor_unknown', sol: 'mentor_unknown' },
  },
  withdraw_request: {
    call: (is) => `withdraw_request('${is.asked}')`,
    may: ['amina'],
    else: 'request_unknown',
  },
  accept_request: { call: (is) => `accept_request('${is.asked}')`, may: ['kari'], else: 'request_unknown' },
  decline_request: {
    call: (is) => `decline_request('${is.asked}', 'no-time')`,
    may: ['kari'],
    else: 'request_unknown',
  },
  ask_about_request: {
    call: (is) => `ask_about_request('${is.asked}', 'Which tools?')`,
    may: ['kari'],
    else: 'request_unknown',
  },
  reply_to_request: {
    before: (is) => status('requests', is.asked, 'asked'),
    call: (is) => `reply_to_request('${is.asked}', 'These ones.')`,
    may: ['amina'],
    else: 'request_unknown',
  },
  propose_match: {
    call: () => `propose_match('${id.amina}', '${id.lin}', ${text})`,
    may: ['ingrid'],
    else: 'mentee_unknown',
  },
  accept_proposal: {
    call: (is) => `accept_proposal('${is.proposed}', ${text})`,
    may: ['amina'],
    else: 'request_unknown',
  },
  decline_proposal: {
    call: (is) => `decline_proposal('${is.proposed}')`,
    may: ['amina'],
    else: 'request_unknown',
  },

  // A trial
  propose_trial: {
    call: (is) => `propose_trial('${is.planning}', now() + interval '2 days', 'online', 'https://x.example')`,
    may: ['dawit', 'jonas'],
    else: 'trial_unknown',
  },
  agree_trial: {
    before: (is) =>
      `update public.trials set starts_at = current_date + 2, proposed_by = mentor, plan = 1 where id = '${is.planning}'`,
    call: (is) => `agree_trial('${is.planning}', 1)`,
    may: ['dawit'],
    else: 'trial_unknown',
    // Who proposed a time does not agree to it.
    but: { jonas: 'time_has_changed' },
  },
  share_contact: {
    call: (is) => `share_contact('${is.planning}', 'mail')`,
    may: ['dawit', 'jonas'],
    else: 'trial_unknown',
  },
  say_go_on: {
    before: (is) => meeting(is.planning),
    call: (is) => `say_go_on('${is.planning}')`,
    may: ['dawit', 'jonas'],
    else: 'trial_unknown',
  },
  say_not_us: {
    call: (is) => `say_not_us('${is.planning}', 'time')`,
    may: ['dawit', 'jonas'],
    else: 'trial_unknown',
  },
  approve_trial: {
    before: (is) => status('trials', is.planning, 'awaiting'),
    call: (is) => `approve_trial('${is.planning}')`,
    may: ['ingrid', 'torstein'],
    else: 'trial_unknown',
  },
  extend_trial: {
    call: (is) => `extend_trial('${is.planning}')`,
    may: ['ingrid', 'torstein'],
    else: 'trial_unknown',
  },
  stop_trial: {
    call: (is) => `stop_trial('${is.planning}')`,
    may: ['ingrid', 'torstein'],
    else: 'trial_unknown',
  },

  // A match
  end_match: {
    call: (is) => `end_match('${is.match}', 'moved')`,
    may: ['nils', 'mette'],
    else: 'match_unknown',
  },
  approve_match: { call: (is) => `approve_match('${is.match}')`, may: ['birthe'], else: 'match_unknown' },
  extend_match: {
    before: (is) =>
      `update public.matches set status = 'active', started_at = now(), ends_on = current_date - 1 where id = '${is.match}'`,
    call: (is) => `extend_match('${is.match}')`,
    may: ['birthe'],
    else: 'match_unknown',
  },
  stop_match: { call: (is) => `stop_match('${is.match}', 'other')`, may: ['birthe'], else: 'match_unknown' },

  ...applicationVerbs,
  ...importVerbs,
  ...referralVerbs,
  ...recruitingVerbs,
  ...onboardingVerbs,
  ...newsletterVerbs,
  ...backgroundVerbs,
  ...introductionVerbs,

  // The desk
  desk: { call: () => 'desk()', may: desks, else: 'not_a_coordinator' },
  desk_people: { call: () => 'desk_people()', may: desks, else: 'not_a_coordinator' },
  desk_person: {
    call: () => `desk_person('${id.amina}')`,
    may: ['ingrid'],
    else: 'not_a_coordinator',
    but: { torstein: 'person_unknown', birthe: 'person_unknown' },
  },
  write_to_person: {
    call: () => `write_to_person('${id.amina}', 'Can I call you on Monday?')`,
    may: ['ingrid'],
    else: 'not_a_coordinator',
    but: { torstein: 'person_unknown', birthe: 'person_unknown' },
  },
  send_mail_again: {
    before: lostMail,
    call: () => 'send_mail_again(4711)',
    may: ['ingrid'],
    else: 'mail_unknown',
  },
  put_mail_aside: {
    before: lostMail,
    call: () => 'put_mail_aside(4711)',
    may: ['ingrid'],
    else: 'mail_unknown',
  },
};
