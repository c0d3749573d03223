/** The places where the database decides who may, each made wrong; and the verbs that have to notice. */
export interface VerbMutant {
  where: string;
  from: string;
  to: string;
  noticed: string;
}

const onRequest = 'withdraw_request reply_to_request accept_proposal decline_proposal';
const onAnswer = 'accept_request decline_request ask_about_request';
const onTrial = 'propose_trial share_contact say_go_on say_not_us';
const onTrialDesk = 'approve_trial extend_trial stop_trial';
const onApplication =
  'save_application send_application withdraw_application answer_application choose_interview';
const onApplicationDesk =
  'ask_applicant invite_to_interview note_interview flag_concern override_rule decide_application';

export const verbMutants: VerbMutant[] = [
  { where: 'private.hold_request', from: 'q.mentee = me', to: 'true', noticed: onRequest },
  { where: 'private.hold_request', from: 'q.mentor = me and', to: '', noticed: onAnswer },
  { where: 'private.hold_request', from: 'q.mentee = me', to: 'me in (q.mentee, q.mentor)', noticed: 'withdraw_request reply_to_request' },
  { where: 'private.hold_trial', from: 'else me in (s.mentee, s.mentor)', to: 'else true', noticed: onTrial },
  { where: 'private.hold_trial', from: 's.desks && private.my_desks() and', to: '', noticed: onTrialDesk },
  { where: 'private.hold_match', from: 'else me in (s.mentee, s.mentor)', to: 'else true', noticed: 'end_match' },
  { where: 'private.hold_match', from: 's.desks && private.my_desks() and', to: '', noticed: 'approve_match stop_match' },
  { where: 'private.hold_application', from: 'else x.person = me', to: 'else true', noticed: onApplication },
  { where: 'private.hold_application', from: 'x.desks && private.my_desks() and', to: '', noticed: onApplicationDesk },
  { where: 'private.hold_preparation', from: 'x.person = me and', to: '', noticed: 'finish_step say_ready' },
  { where: 'private.hold_mentor_of_mine', from: 'and m.desks && private.my_desks()', to: '', noticed: 'tick_gate note_first_call' },
  { where: 'public.say_expectations', from: "not in ('preparing', 'approved')", to: 'is null', noticed: 'say_expectations' },
  { where: 'public.application_queue', from: "if mine = '{}' then", to: 'if false then', noticed: 'application_queue' },
  { where: 'public.approve_mentor', from: 'and desks && private.my_desks()', to: '', noticed: 'approve_mentor' },
  { where: 'public.approve_mentee', from: 'and desks && private.my_desks()', to: '', noticed: 'approve_mentee' },
  { where: 'public.propose_match', from: 'and m.desks && private.my_desks()', to: '', noticed: 'propose_match' },
  { where: 'public.desk', from: "if mine = '{}' then", to: 'if false then', noticed: 'desk' },
  { where: 'private.mails_given_up', from: 'and private.at_my_desks(o.person)', to: '', noticed: 'send_mail_again put_mail_aside' },
  { where: 'private.my_desks', from: 'where person = auth.uid()', to: '', noticed: `desk ${onTrialDesk} approve_match approve_mentor` },
  { where: 'public.find_mentors', from: 'if s.person is null then', to: 'if false then', noticed: 'find_mentors' },
  { where: 'public.suggest_mentors', from: 'or s.person = private.me()', to: 'or false', noticed: 'suggest_mentors' },
  { where: 'private.my_directory', from: 'd.person = auth.uid()', to: "d.programme = 'free' and d.person = (select min(person::text)::uuid from private.directories)", noticed: 'mentor_card' },
  { where: 'public.mark_person', from: "and m.standing = 'approved'", to: '', noticed: 'mark_person' },
  { where: 'private.check_may_ask', from: "mentee_row.standing is distinct from 'approved'", to: 'false', noticed: 'send_request' },
]; // prettier-ignore
