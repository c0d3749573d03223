/** Verb × person for applications, as in `matrix-verbs.ts`. */
import type { Verb } from './matrix-verbs.ts';

export const applicationVerbs: Record<string, Verb> = {
  // An application, as the applicant
  begin_application: { call: () => `begin_application('chosen', 'mentee', 'nb')`, may: 'all' },
  my_applications: { call: () => 'my_applications()', may: 'all' },
  save_application: {
    call: (is) => `save_application('${is.begun}', '{}', 1)`,
    may: ['signe'],
    else: 'application_unknown',
  },
  send_application: {
    call: (is) => `send_application('${is.begun}')`,
    may: ['signe'],
    else: 'application_unknown',
  },
  withdraw_application: {
    call: (is) => `withdraw_application('${is.applied}')`,
    may: ['alma'],
    else: 'application_unknown',
  },
  take_back_life: {
    call: (is) => `take_back_life('${is.applied}')`,
    may: ['alma'],
    else: 'application_unknown',
  },
  answer_application: {
    call: (is) => `answer_application('${is.applied}', 'Mondays.')`,
    may: ['alma'],
    else: 'application_unknown',
  },
  resume_application: {
    before: (is) =>
      `update public.applications set status = 'preparing', line = 'preparing', asked_from = null where id = '${is.applied}'`,
    call: (is) => `resume_application('${is.applied}', 'The course is done.')`,
    may: ['alma'],
    else: 'application_unknown',
  },
  choose_interview: {
    before: (is) =>
      `update public.applications set status = 'interview', times = array[current_date + 2] where id = '${is.applied}'`,
    call: (is) => `choose_interview('${is.applied}', current_date + 2)`,
    may: ['alma'],
    else: 'application_unknown',
  },

  // An application, as its coordinator
  application_queue: {
    call: () => 'application_queue(null, null)',
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  read_application: {
    call: (is) => `read_application('${is.applied}')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  ask_applicant: {
    call: (is) => `ask_applicant('${is.applied}', 'Which hours?')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  invite_to_interview: {
    call: (is) => `invite_to_interview('${is.applied}', array[now() + interval '1 day'], 30, 'phone', null)`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  note_interview: {
    call: (is) => `note_interview('${is.applied}', '{"clarity": 3}')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  flag_concern: {
    call: (is) => `flag_concern('${is.applied}', 'Needs a doctor first.')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  override_rule: {
    before: (is) =>
      `update public.applications set eligibility = eligibility || '{"open": ["area"]}' where id = '${is.applied}'`,
    call: (is) => `override_rule('${is.applied}', 'area', 'She moves here.')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  count_interview: {
    before: () =>
      `update public.programmes set rules = jsonb_set(rules, '{talk,mentee,required}', '["work"]') where key = 'free'`,
    call: (is) => `count_interview('${is.applied}', 'We have talked at length.')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  decide_application: {
    call: (is) =>
      `decide_application('${is.applied}', 'accept', 'ready', 'Welcome. We are glad to have you.')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },

  // A round, and the line
  remind_me: {
    before: () =>
      `insert into public.rounds (programme, opens_on, closes_on, starts_on) values ('careful', current_date + 9, current_date + 30, current_date + 60)`,
    call: () => `remind_me('careful', true)`,
    may: 'all',
  },
  remind_when_it_fits: {
    before: (is) =>
      `update public.applications set eligibility = '{"unmet": [{"rule": "area"}]}' where id = '${is.begun}'`,
    call: (is) => `remind_when_it_fits('${is.begun}', 'nb')`,
    may: ['signe'],
    else: 'application_unknown',
  },
  waiting_list: {
    call: () => `waiting_list('free')`,
    may: ['ingrid', 'torstein'],
    else: 'not_a_coordinator',
  },
  take_out_of_order: {
    before: (is) =>
      `update public.applications set status = 'waiting', line = 'waiting', asked_from = null, sent_at = now(), due_on = current_date where id in ('${is.applied}', '${is.begun}');
       update public.applications set sent_at = now() - interval '1 day' where id = '${is.begun}'`,
    call: (is) => `take_out_of_order('${is.applied}', 'A mentor in her field moves away soon.')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },

  // Written down by a coordinator
  my_assisted: {
    call: () => 'my_assisted()',
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  begin_assisted: {
    call: () => `begin_assisted('free', 'mentee', 'somebody@example.org', 'Somebody', 'sv', 'in-person', 1)`,
    may: ['ingrid', 'torstein'],
    else: 'not_a_coordinator',
  },
  save_assisted: {
    call: (is) => `save_assisted('${is.assisted}', '{"shown_name": "Alva"}', 0)`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  send_assisted: {
    call: (is) => `send_assisted('${is.assisted}')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  drop_assisted: {
    call: (is) => `drop_assisted('${is.assisted}')`,
    may: ['ingrid'],
    else: 'application_unknown',
  },
  take_over_application: {
    call: (is) => `take_over_application('${is.assisted}')`,
    may: ['alma'],
    else: 'application_unknown',
  },
};
