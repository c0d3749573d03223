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
  'save_application send_application withdraw_application answer_application resume_application choose_interview take_over_application remind_when_it_fits take_back_life';
const onApplicationDesk =
  'ask_applicant invite_to_interview note_interview flag_concern override_rule decide_application take_out_of_order count_interview';

export const verbMutants: VerbMutant[] = [
  { where: 'private.hold_request', from: 'q.mentee = me', to: 'true', noticed: onRequest },
  { where: 'private.hold_request', from: 'q.mentor = me and', to: '', noticed: onAnswer },
  { where: 'private.hold_request', from: 'q.mentee = me', to: 'me in (q.mentee, q.mentor)', noticed: 'withdraw_request reply_to_request' },
  { where: 'private.hold_trial', from: 'else me in (s.mentee, s.mentor)', to: 'else true', noticed: onTrial },
  { where: 'private.hold_trial', from: 's.desks && private.my_desks() and', to: '', noticed: onTrialDesk },
  { where: 'private.hold_match', from: 'else me in (s.mentee, s.mentor)', to: 'else true', noticed: 'end_match' },
  { where: 'private.hold_match', from: 's.desks && private.my_desks() and', to: '', noticed: 'approve_match extend_match stop_match' },
  { where: 'private.hold_application', from: 'else x.person = me', to: 'else true', noticed: onApplication },
  { where: 'private.hold_application', from: 'x.desks && private.my_desks() and', to: '', noticed: onApplicationDesk },
  { where: 'private.hold_partner', from: 'x.desks && private.my_desks() and', to: '', noticed: 'renew_partner_link close_partner note_partner_talk' },
  { where: 'private.partner_by', from: 'l.hash = private.hash_of(secret)', to: 'false', noticed: 'open_partner_link refer' },
  { where: 'private.hold_enquiry', from: 'x.desks && private.my_desks()', to: 'true', noticed: 'answer_enquiry drop_enquiry' },
  { where: 'public.enquiry_desk', from: 'private.desk()', to: 'private.my_desks()', noticed: 'enquiry_desk' },
  { where: 'private.hold_newsletter', from: 'x.programme = any (private.my_desks())', to: 'true', noticed: 'address_newsletter write_newsletter drop_newsletter send_newsletter' },
  { where: 'public.begin_newsletter', from: 'programme = any (private.my_desks()) is not true', to: 'not private.is_my_desk(programme)', noticed: 'begin_newsletter' },
  { where: 'public.newsletter_desk', from: 'private.desk()', to: 'private.my_desks()', noticed: 'newsletter_desk' },
  { where: 'public.choose_newsletters', from: 'not private.takes_part(me)', to: 'false', noticed: 'choose_newsletters' },
  { where: 'public.text_referral', from: 'and x.desks && private.my_desks()', to: '', noticed: 'text_referral' },
  { where: 'public.close_referral', from: 'and x.desks && private.my_desks()', to: '', noticed: 'close_referral' },
  { where: 'public.share_referral', from: 'r.person = me', to: 'true', noticed: 'share_referral' },
  { where: 'public.partner_desk', from: 'private.desk()', to: 'private.my_desks()', noticed: 'partner_desk' },
  { where: 'private.hold_assisted', from: 'x.assisted_by = me and', to: '', noticed: 'save_assisted send_assisted drop_assisted' },
  { where: 'private.is_my_desk', from: "split_part(desk, '/', 1) = programme_is", to: 'true', noticed: 'begin_assisted waiting_list' },
  { where: 'public.my_assisted', from: 'private.desk()', to: 'private.my_desks()', noticed: 'my_assisted' },
  { where: 'private.hold_preparation', from: 'x.person = me and', to: '', noticed: 'finish_step say_ready give_up_place' },
  { where: 'private.hold_mentor_of_mine', from: 'and m.desks && private.my_desks()', to: '', noticed: 'tick_gate note_first_call' },
  { where: 'public.say_expectations', from: "not in ('preparing', 'approved')", to: 'is null', noticed: 'say_expectations' },
  { where: 'public.application_queue', from: 'private.desk()', to: 'private.my_desks()', noticed: 'application_queue' },
  { where: 'private.hold_need', from: 'and x.desks && private.my_desks()', to: '', noticed: 'close_need prolong_need' },
  { where: 'private.hold_invitation', from: 'and c.desks && private.my_desks()', to: '', noticed: 'renew_invitation close_invitation' },
  { where: 'public.raise_need', from: 'and private.desks(p.key, variadic p.regions) && private.my_desks()', to: '', noticed: 'raise_need' },
  { where: 'public.raise_need', from: 'not private.desks(programme, raise_need.region) && private.my_desks()', to: 'false', noticed: 'raise_need' },
  { where: 'public.supply_and_demand', from: 'and private.desks(p.key, variadic p.regions) && mine', to: '', noticed: 'supply_and_demand' },
  { where: 'public.weigh_need', from: 'and private.desks(p.key, variadic p.regions) && private.my_desks()', to: '', noticed: 'weigh_need' },
  { where: 'public.invite_company', from: 'c.person = private.me() and', to: '', noticed: 'invite_company' },
  { where: 'public.company_invitations', from: 'private.desk()', to: 'private.my_desks()', noticed: 'company_invitations' },
  { where: 'public.save_background', from: "= 'left' and", to: '= null and', noticed: 'save_background' },
  { where: 'public.save_mentor_profile', from: 'if not found then', to: 'if false then', noticed: 'save_mentor_profile' },
  { where: 'public.save_mentee_profile', from: 'if not found then', to: 'if false then', noticed: 'save_mentee_profile' },
  { where: 'public.propose_match', from: 'and m.desks && private.my_desks()', to: '', noticed: 'propose_match' },
  { where: 'private.hold_import', from: 'private.is_my_import(x) and', to: '', noticed: 'undo_import welcome_imported' },
  { where: 'private.import_regions', from: "where split_part(d, '/', 1) = programme_is", to: '', noticed: 'begin_import save_import_mapping' },
  { where: 'public.my_imports', from: 'private.desk()', to: 'private.my_desks()', noticed: 'my_imports' },
  { where: 'public.desk', from: 'private.desk()', to: 'private.my_desks()', noticed: 'desk' },
  { where: 'public.desk_people', from: 'private.desk()', to: 'private.my_desks()', noticed: 'desk_people' },
  { where: 'public.desk_person', from: 'private.desk()', to: 'private.my_desks()', noticed: 'desk_person' },
  { where: 'public.write_to_person', from: 'and p.desks && mine', to: '', noticed: 'write_to_person' },
  { where: 'public.write_to_person', from: 'private.desk()', to: 'private.my_desks()', noticed: 'write_to_person' },
  { where: 'private.hold_introduction', from: 'and m.desks && mine', to: '', noticed: 'stop_introduction allow_introduction' },
  { where: 'private.hold_introduction', from: 'private.desk()', to: 'private.my_desks()', noticed: 'stop_introduction allow_introduction' },
  { where: 'public.show_introduction', from: "and m.standing = 'approved'", to: '', noticed: 'show_introduction' },
  { where: 'private.mails_given_up', from: 'and (o.person is null or private.at_my_desks(o.person))', to: '', noticed: 'send_mail_again put_mail_aside' },
  { where: 'private.my_desks', from: 'where person = auth.uid()', to: '', noticed: `desk ${onTrialDesk} approve_match` },
  { where: 'private.desk', from: "if mine = '{}' then", to: 'if false then', noticed: 'desk desk_people desk_person application_queue my_assisted my_imports partner_desk add_partner company_invitations' },
  { where: 'public.find_mentors', from: 'if s.person is null then', to: 'if false then', noticed: 'find_mentors' },
  { where: 'public.suggest_mentors', from: 'or s.person = private.me()', to: 'or false', noticed: 'suggest_mentors' },
  { where: 'private.my_directory', from: 'd.person = auth.uid()', to: "d.programme = 'free' and d.person = (select min(person::text)::uuid from private.directories)", noticed: 'mentor_card' },
  { where: 'public.mark_person', from: "and m.standing = 'approved'", to: '', noticed: 'mark_person' },
  { where: 'private.check_may_ask', from: "mentee_row.standing is distinct from 'approved'", to: 'false', noticed: 'send_request' },
]; // prettier-ignore
