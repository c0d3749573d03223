// Made from the database by scripts/make-types.ts; change supabase/schemas and run it again.

export type Json = string | number | boolean | null | { [key: string]: Json } | Json[];

/** The states of what has a life of its own, in their order. */
export const enums = {
  application_status: [
    'draft',
    'sent',
    'asked',
    'interview',
    'waiting',
    'preparing',
    'accepted',
    'redirected',
    'declined',
    'withdrawn',
    'expired',
  ],
  import_status: ['open', 'run', 'undone'],
  match_status: ['awaiting', 'active', 'ended', 'stopped'],
  referral_status: ['invited', 'taken', 'ended'],
  request_status: ['proposed', 'open', 'asked', 'accepted', 'declined', 'withdrawn', 'expired', 'closed'],
  standing: ['preparing', 'approved', 'left'],
  trial_status: ['awaiting', 'planning', 'agreed', 'undecided', 'matched', 'not_us', 'stopped'],
  verdict: ['go_on', 'not_us'],
} as const;
type Enums = { [Name in keyof typeof enums]: (typeof enums)[Name][number] };

/** The arguments of every verb, in their order. */
export const verbs = {
  accept_proposal: ['request', 'message'],
  accept_request: ['request'],
  add_partner: ['programme', 'region', 'name', 'kind'],
  address_newsletter: ['newsletter', 'version', 'audience'],
  agree_trial: ['trial', 'plan'],
  allow_introduction: ['person'],
  answer_application: ['application', 'message'],
  answer_enquiry: ['enquiry', 'answer'],
  answer_need: ['need', 'locale'],
  application_queue: ['status', 'programme', 'after', 'page_size', 'due_within'],
  approve_match: ['match'],
  approve_trial: ['trial'],
  ask_about_request: ['request', 'question'],
  ask_applicant: ['application', 'message'],
  ask_us: ['topic', 'locale', 'words', 'address', 'programme', 'region'],
  barriers: [],
  begin_application: ['programme', 'part', 'locale'],
  begin_assisted: ['programme', 'part', 'address', 'shown_name', 'locale', 'how', 'consent'],
  begin_import: ['programme', 'part'],
  begin_newsletter: ['programme', 'audience'],
  choose_interview: ['application', 'at'],
  choose_locale: ['locale'],
  choose_newsletters: ['wants'],
  choose_shape: ['shape'],
  close_invitation: ['invitation'],
  close_need: ['need', 'reason'],
  close_partner: ['partner'],
  close_referral: ['referral', 'reason'],
  company_invitations: ['programme'],
  count_interview: ['application', 'reason'],
  decide_application: ['application', 'decision', 'reason', 'letter', 'seen_status'],
  decline_proposal: ['request'],
  decline_referral: ['secret'],
  decline_request: ['request', 'reason', 'block'],
  desk: [],
  desk_people: ['words', 'doing', 'after', 'page_size'],
  desk_person: ['person'],
  drop_assisted: ['application'],
  drop_draft: ['form'],
  drop_enquiry: ['enquiry'],
  drop_newsletter: ['newsletter', 'version'],
  end_match: ['match', 'reason'],
  enquiry_desk: [],
  extend_match: ['match'],
  extend_trial: ['trial'],
  find_mentors: [
    'fields',
    'language',
    'region',
    'online',
    'offers',
    'hours',
    'words',
    'shelf',
    'after_score',
    'after_person',
    'page_size',
  ],
  finish_step: ['part', 'step'],
  flag_concern: ['application', 'concern'],
  give_up_place: ['part'],
  hide_introduction: ['locale'],
  invite_company: ['programme', 'company', 'quota', 'valid_until'],
  invite_to_interview: ['application', 'times', 'minutes', 'how', 'place'],
  mark_person: ['other', 'mark'],
  meet_mentors: ['programme'],
  mentor_card: ['mentor'],
  my_applications: [],
  my_assisted: [],
  my_imports: [],
  my_introduction: [],
  my_newsletters: ['locale'],
  my_page: [],
  my_preparations: [],
  my_referrals: [],
  newsletter_desk: [],
  note_first_call: ['mentor'],
  note_interview: ['application', 'notes'],
  note_partner_talk: ['partner', 'talked_on'],
  open_invitation: ['secret'],
  open_needs: [],
  open_partner_link: ['secret'],
  open_referral: ['secret'],
  override_rule: ['application', 'rule', 'reason'],
  page_answers: ['lang'],
  partner_desk: ['after', 'page_size'],
  pause: ['starts_on', 'ends_on'],
  pictures_of: ['people'],
  preview_import: ['import'],
  prolong_need: ['need'],
  propose_match: ['mentee', 'mentor', 'message'],
  propose_trial: ['trial', 'starts_at', 'format', 'meet_at'],
  put_mail_aside: ['mail'],
  raise_need: ['programme', 'field', 'language', 'region', 'hours', 'format'],
  read_application: ['application'],
  read_referral: ['secret'],
  refer: [
    'secret',
    'name',
    'locale',
    'address',
    'phone',
    'self_check',
    'understands',
    'wants',
    'comment',
    'consent',
    'consent_locale',
  ],
  remind_me: ['programme', 'wanted', 'locale'],
  remind_when_it_fits: ['application', 'locale'],
  renew_invitation: ['invitation', 'valid_until'],
  renew_partner_link: ['partner'],
  reply_to_request: ['request', 'reply'],
  resume: [],
  resume_application: ['application', 'message'],
  run_import: ['import', 'left_out', 'ground'],
  save_application: ['application', 'answers', 'revision'],
  save_assisted: ['application', 'answers', 'revision'],
  save_background: [
    'birth_year',
    'country',
    'came_as',
    'arrival_year',
    'education',
    'experience',
    'seniority',
    'employer',
    'sector',
    'size_band',
    'motivation',
    'shares',
    'locale',
  ],
  save_contact: ['surname', 'phone', 'gender', 'contact'],
  save_draft: ['form', 'content'],
  save_import_mapping: ['programme', 'part', 'mapping'],
  save_mentee_profile: [
    'shown_name',
    'field',
    'specialism',
    'languages',
    'goals',
    'formats',
    'place',
    'hours',
    'prefers',
    'prefers_gender',
    'about',
    'interests',
    'prefers_tongue',
  ],
  save_mentor_profile: [
    'shown_name',
    'field',
    'specialism',
    'languages',
    'offers',
    'formats',
    'place',
    'hours',
    'capacity',
    'migrated',
    'about',
    'interests',
  ],
  save_picture: ['photo'],
  say_expectations: ['part', 'chosen', 'words'],
  say_go_on: ['trial'],
  say_not_us: ['trial', 'reason'],
  say_ready: ['part', 'ready'],
  send_application: ['application'],
  send_assisted: ['application'],
  send_mail_again: ['mail'],
  send_newsletter: ['newsletter', 'version'],
  send_request: ['mentor', 'message'],
  share_contact: ['trial', 'contact'],
  share_referral: ['referral', 'level'],
  show_introduction: ['words', 'with_photo', 'locale'],
  stage_import: ['import', 'rows'],
  stop_introduction: ['person', 'message'],
  stop_match: ['match', 'reason'],
  stop_newsletters: ['secret'],
  stop_trial: ['trial'],
  suggest_mentors: ['mentee', 'page_size'],
  supply_and_demand: ['programme'],
  take_back_life: ['application'],
  take_invitation: ['secret', 'locale'],
  take_out_of_order: ['application', 'reason'],
  take_over_application: ['application'],
  take_referral: ['secret', 'shares', 'locale'],
  tell_barrier: ['kind', 'stage', 'country', 'year', 'field'],
  text_referral: ['referral'],
  tick_gate: ['mentor', 'gate', 'seen_on'],
  undo_import: ['import'],
  waiting_list: ['programme', 'after', 'page_size'],
  weigh_need: ['programme', 'field', 'language', 'region', 'hours', 'format'],
  welcome_imported: ['import'],
  withdraw_application: ['application'],
  withdraw_request: ['request'],
  write_newsletter: ['newsletter', 'version', 'locale', 'title', 'words'],
  write_to_person: ['person', 'message'],
} as const;

/** Every key a verb may be refused with; each has words as `refusal.<key>`. */
export const refusals = [
  'address_malformed',
  'answers_malformed',
  'application_changed',
  'application_decided',
  'application_incomplete',
  'application_not_open',
  'application_taken_over',
  'application_unknown',
  'applies_already',
  'apply_first',
  'asked_once_already',
  'asked_recently',
  'background_arrival_year_range',
  'background_birth_year_range',
  'background_education_is_sound',
  'barrier_year_range',
  'capacity_in_use',
  'capacity_over_programme',
  'choice_unknown',
  'concern_of_another',
  'consent_first',
  'consent_missing',
  'coordinator_matches_here',
  'day_unsound',
  'desk_unknown',
  'enquiry_answered',
  'enquiry_unknown',
  'field_unknown',
  'fits_never',
  'form_unknown',
  'ground_missing',
  'has_place_already',
  'import_changed',
  'import_empty',
  'import_forgotten',
  'import_not_open',
  'import_rows_malformed',
  'import_rows_unsound',
  'import_too_many_rows',
  'import_undo_over',
  'import_unknown',
  'import_welcomed',
  'in_programme_already',
  'input_unsound',
  'interview_incomplete',
  'interview_whole',
  'introduction_stopped',
  'introduction_unknown',
  'invitation_closed',
  'invitation_expired',
  'invitation_full',
  'invitation_quota_range',
  'invitation_unknown',
  'known_elsewhere',
  'languages_unsound',
  'mail_unknown',
  'mapping_malformed',
  'match_not_open',
  'match_stands',
  'match_unknown',
  'mentee_unknown',
  'mentor_asked_enough',
  'mentor_full',
  'mentor_unknown',
  'message_missing',
  'need_closed',
  'need_filled',
  'need_region_not_yours',
  'need_too_narrow',
  'need_unknown',
  'newsletter_changed',
  'newsletter_empty',
  'newsletter_link_unknown',
  'newsletter_sent',
  'newsletter_unknown',
  'newsletters_begun_enough',
  'newsletters_enough',
  'next_in_line',
  'not_a_coordinator',
  'not_a_mentee',
  'not_a_mentor',
  'not_approved_yet',
  'not_for_oneself',
  'not_in_a_programme',
  'not_oneself',
  'notes_malformed',
  'out_of_order',
  'partner_link_closed',
  'partner_link_old',
  'partner_link_unknown',
  'partner_unknown',
  'pause_ends_before_it_starts',
  'person_unknown',
  'person_written_enough',
  'phone_is_there_when_shared',
  'picture_is_small',
  'picture_unsound',
  'place_is_open',
  'place_outside_programme',
  'place_unknown',
  'preparation_over',
  'preparation_unknown',
  'programme_in_use',
  'programme_not_mine',
  'programme_unknown',
  'proposed_recently',
  'referral_over',
  'referral_taken',
  'referral_unknown',
  'request_not_open',
  'request_unknown',
  'round_closed',
  'round_open',
  'round_unknown',
  'rule_unknown',
  'rules_unmet',
  'shown_name_length',
  'sign_in_first',
  'something_missing',
  'step_unknown',
  'steps_first',
  'talk_part_unknown',
  'time_has_changed',
  'time_has_passed',
  'time_not_offered',
  'times_unsound',
  'too_many_applications',
  'too_many_assisted',
  'too_many_barriers',
  'too_many_drafts',
  'too_many_enquiries',
  'too_many_open_requests',
  'too_many_referrals',
  'trial_not_open',
  'trial_not_yet',
  'trial_stands',
  'trial_too_late',
  'trial_unknown',
  'valid_until_unsound',
  'way_to_reach_missing',
  'written_enough',
  'written_just_now',
  'written_length',
] as const;

export interface Database {
  public: {
    Tables: {
      application_messages: {
        Row: {
          id: number;
          application: string;
          kind: string;
          message: string;
          written_by: string | null;
          at: string;
        };
      };
      application_notes: {
        Row: {
          application: string;
          impression: string | null;
          parts: Json;
          competences: Json;
          talked: string[];
          clarity: number | null;
          readiness: number | null;
          written_by: string | null;
          noted_at: string;
        };
      };
      application_overrides: {
        Row: { application: string; rule: string; reason: string; written_by: string | null; at: string };
      };
      applications: {
        Row: {
          id: string;
          person: string;
          programme: string;
          part: string;
          locale: string;
          form_version: number;
          answers: Json;
          revision: number;
          status: Enums['application_status'];
          line: Enums['application_status'];
          asked_from: Enums['application_status'] | null;
          eligibility: Json | null;
          region: string | null;
          assisted_by: string | null;
          taken_over_at: string | null;
          round: string | null;
          begun_at: string;
          touched_at: string;
          sent_at: string | null;
          due_on: string | null;
          moved_at: string;
          told_at: string | null;
          late_told_at: string | null;
          times: string[];
          minutes: number | null;
          how: string | null;
          meet_at: string | null;
          interview_at: string | null;
          invited_by: string | null;
          decided_at: string | null;
          reason: string | null;
          prepared_at: string | null;
          in_line: boolean;
          promised_on: string | null;
          desks: string[];
        };
      };
      background_consents: {
        Row: {
          id: number;
          person: string;
          shares: string[];
          version: number;
          locale: string;
          how: string;
          said_at: string;
        };
      };
      backgrounds: {
        Row: {
          person: string;
          birth_year: number | null;
          country: string | null;
          came_as: string | null;
          arrival_year: number | null;
          education: Json | null;
          experience: Json | null;
          seniority: string | null;
          employer: string | null;
          sector: string | null;
          size_band: string | null;
          motivation: string[];
          shares: string[];
          saved_at: string;
          corrected_at: string | null;
        };
      };
      companies: {
        Row: { id: string; programme: string; region: string | null; name: string; desks: string[] };
      };
      consents: {
        Row: {
          application: string;
          person: string;
          version: number;
          locale: string;
          how: string;
          heard_by: string | null;
          said_at: string;
        };
      };
      coordinators: { Row: { person: string; programme: string; region: string | null; id: number } };
      country_groups: { Row: { grouping_key: string; since: string; country: string; group_key: string } };
      declines: { Row: { request: string; person: string; reason: string | null } };
      drafts: { Row: { person: string; form: string; content: Json; saved_at: string } };
      endings: { Row: { match: string; person: string | null; reason: string; ended_at: string } };
      enquiries: {
        Row: {
          id: string;
          topic: string;
          locale: string;
          words: string;
          programme: string | null;
          region: string | null;
          asked_at: string;
          answer: string | null;
          answered_at: string | null;
          desks: string[];
        };
      };
      events: {
        Row: {
          id: number;
          at: string;
          actor: string | null;
          verb: string;
          noun: string;
          subject: string | null;
          mentee: string | null;
          mentor: string | null;
          desks: string[];
          detail: Json;
        };
      };
      expectations: {
        Row: { person: string; part: string; chosen: string[]; words: string | null; said_at: string };
      };
      field_tiers: { Row: { code: string; near: number; codes: string[] } };
      fields: {
        Row: { code: string; generalist: boolean; neighbours: string[]; labels: Json; words: string };
      };
      forms: { Row: { key: string; version: number; definition: Json } };
      import_mappings: {
        Row: { programme: string; part: string; mapping: Json; saved_by: string | null; saved_at: string };
      };
      imports: {
        Row: {
          id: string;
          programme: string;
          part: string;
          regions: string[];
          status: Enums['import_status'];
          started_by: string | null;
          started_at: string;
          ground: string | null;
          digest: string | null;
          made: number;
          known: number;
          ran_at: string | null;
          undone_at: string | null;
          undone_by: string | null;
          stayed: number;
          welcomed_at: string | null;
          desks: string[];
        };
      };
      introduction_consents: {
        Row: {
          id: number;
          person: string;
          shown: boolean;
          with_photo: boolean;
          version: number;
          locale: string;
          said_at: string;
        };
      };
      introductions: {
        Row: {
          person: string;
          words: string;
          shown: boolean;
          with_photo: boolean;
          stopped_at: string | null;
        };
      };
      invitation_answers: { Row: { application: string; invitation: string } };
      invitations: {
        Row: {
          id: string;
          company: string;
          quota: number;
          valid_until: string;
          made_by: string | null;
          made_at: string;
          closed_at: string | null;
        };
      };
      letters: {
        Row: { request: string; message: string | null; question: string | null; reply: string | null };
      };
      marks: { Row: { person: string; other: string; mark: string; marked_at: string } };
      matches: {
        Row: {
          id: string;
          trial: string;
          programme: string;
          mentee: string;
          mentor: string;
          status: Enums['match_status'];
          living: boolean;
          created_at: string;
          started_at: string | null;
          ends_on: string | null;
          ended_at: string | null;
          desks: string[];
        };
      };
      mentee_cards: { Row: { person: string; desks: string[]; card: Json } };
      mentees: {
        Row: {
          person: string;
          programme: string;
          standing: Enums['standing'];
          field: string;
          specialism: string | null;
          languages: Json;
          goals: string[];
          interests: string[];
          formats: string[];
          place: string;
          region: string;
          hours: number;
          prefers: string;
          prefers_gender: string;
          prefers_tongue: string;
          about: string;
          saved_at: string;
          approved_at: string | null;
          asking: number;
          desks: string[];
          goal_bits: number;
          interest_bits: number;
          format_bits: number;
          slots: number[];
          spoken: number[];
        };
      };
      mentors: {
        Row: {
          person: string;
          programme: string;
          standing: Enums['standing'];
          field: string;
          specialism: string | null;
          languages: Json;
          offers: string[];
          interests: string[];
          formats: string[];
          place: string;
          region: string;
          hours: number;
          capacity: number;
          taken: number;
          migrated: boolean | null;
          about: string;
          paused_from: string | null;
          paused_until: string | null;
          saved_at: string;
          approved_at: string | null;
          desks: string[];
        };
      };
      need_answers: { Row: { need: string; application: string } };
      needs: {
        Row: {
          id: string;
          code: string;
          programme: string;
          field: string;
          language: string | null;
          region: string | null;
          hours: number | null;
          format: string | null;
          raised_by: string | null;
          raised_at: string;
          expires_on: string;
          closed_at: string | null;
          reason: string | null;
          desks: string[];
        };
      };
      newsletter_texts: { Row: { newsletter: string; locale: string; title: string; words: string } };
      newsletters: {
        Row: {
          id: string;
          programme: string;
          audience: string;
          version: number;
          saved_at: string;
          sent_at: string | null;
          receivers: number | null;
        };
      };
      open_mentors: {
        Row: {
          person: string;
          programme: string;
          code: string;
          levels: string;
          offers: number;
          interests: number;
          formats: number;
          place: string;
          region: string;
          hours: number;
          migrated: boolean | null;
          gender: string | null;
          free: number;
          paused_from: string | null;
          paused_until: string | null;
          busy: number;
          answers: number;
          answer_days: number | null;
          desks: string[];
          words: string;
          card: Json;
          opening: string;
          a1: number;
          a2: number;
          b1: number;
          b2: number;
          c1: number;
          c2: number;
          native: number;
        };
      };
      partners: {
        Row: {
          id: string;
          programme: string;
          region: string | null;
          name: string;
          kind: string;
          added_by: string | null;
          added_at: string;
          link_until: string;
          talked_on: string | null;
          closed_at: string | null;
          desks: string[];
        };
      };
      people: { Row: { id: string; shown_name: string; locale: string; created_at: string } };
      people_private: {
        Row: {
          person: string;
          surname: string | null;
          phone: string | null;
          gender: string;
          contact: string;
        };
      };
      pictures: { Row: { person: string; photo: string | null; shape: number | null; saved_at: string } };
      places: { Row: { key: string; region: string | null; label: string; words: string } };
      preparation_steps: {
        Row: { person: string; part: string; step: string; done_on: string; ticked_by: string | null };
      };
      preparations: {
        Row: {
          person: string;
          part: string;
          programme: string;
          first_time: boolean;
          called_at: string | null;
          not_yet_at: string | null;
          begun_at: string;
          touched_at: string;
          ready_at: string | null;
        };
      };
      programme_rules: {
        Row: {
          programme: string;
          since: string;
          rules: Json;
          women: boolean;
          age_from: number | null;
          age_to: number | null;
          education: string;
          trade_certificate_in: string[];
          status: string;
          language: Json | null;
          language_asks: Json[] | null;
          regions: string[];
          areas: string[];
          online_anywhere: boolean;
          area: Json;
        };
      };
      programmes: {
        Row: {
          key: string;
          rules: Json;
          regions: string[];
          areas: string[];
          online_anywhere: boolean;
          modes: string[];
          approval: string;
          coordinator_at_first_meeting: boolean;
          asks_gender: boolean;
          language_level: string | null;
          language_any: string[];
          weights: number[];
          asks_interests: boolean;
          open_requests: number;
          pending_requests: number;
          nudge_days: number;
          expiry_days: number;
          never_met_days: number[];
          answer_days: number;
          capacity_max: number;
          again_days: number;
          promise_days: number;
          least_people: number;
          mentee_steps: string[];
          mentor_steps: string[];
          mentee_talk: string[];
          mentee_talk_required: string[];
          mentor_talk: string[];
          mentor_talk_required: string[];
          months: number;
        };
      };
      referrals: {
        Row: {
          id: string;
          partner: string;
          programme: string;
          code: string;
          status: Enums['referral_status'];
          person: string | null;
          application: string | null;
          self_check: Json;
          understands: string;
          wants: string;
          consent: string;
          consent_locale: string;
          shares: string;
          reason: string | null;
          referred_at: string;
          expires_at: string;
          texted_at: string | null;
          reminded_at: string | null;
          taken_at: string | null;
          started_at: string | null;
          ended_at: string | null;
          desks: string[];
        };
      };
      referred: {
        Row: { referral: string; name: string; locale: string; phone: string | null; comment: string | null };
      };
      requests: {
        Row: {
          id: string;
          programme: string;
          mentee: string;
          mentor: string;
          status: Enums['request_status'];
          proposed_by: string | null;
          score: number | null;
          reasons: Json;
          desks: string[];
          sent_at: string;
          opened_at: string | null;
          nudged_at: string | null;
          answered_at: string | null;
          ended_at: string | null;
          expires_at: string;
        };
      };
      round_reminders: {
        Row: {
          person: string;
          programme: string;
          part: string;
          locale: string;
          fits_on: string | null;
          wanted_at: string;
        };
      };
      rounds: { Row: { programme: string; opens_on: string; closes_on: string; starts_on: string } };
      trials: {
        Row: {
          id: string;
          request: string;
          programme: string;
          mentee: string;
          mentor: string;
          status: Enums['trial_status'];
          standing: boolean;
          starts_at: string | null;
          format: string | null;
          meet_at: string | null;
          proposed_by: string | null;
          plan: number;
          mentee_contact: string | null;
          mentor_contact: string | null;
          desks: string[];
          created_at: string;
          agree_by: string;
          decide_by: string | null;
          asked_at: string | null;
          ended_at: string | null;
        };
      };
      verdicts: {
        Row: {
          trial: string;
          person: string;
          says: Enums['verdict'];
          reason: string | null;
          said_at: string;
        };
      };
    };
    Views: Record<string, never>;
    Functions: {
      accept_proposal: { Args: { request: string | null; message: string | null }; Returns: undefined };
      accept_request: { Args: { request: string | null }; Returns: string };
      add_partner: {
        Args: { programme: string | null; region: string | null; name: string | null; kind: string | null };
        Returns: Json;
      };
      address_newsletter: {
        Args: { newsletter: string | null; version: number | null; audience: string | null };
        Returns: undefined;
      };
      agree_trial: { Args: { trial: string | null; plan: number | null }; Returns: undefined };
      allow_introduction: { Args: { person: string | null }; Returns: undefined };
      answer_application: {
        Args: { application: string | null; message: string | null };
        Returns: undefined;
      };
      answer_enquiry: { Args: { enquiry: string | null; answer: string | null }; Returns: undefined };
      answer_need: { Args: { need: string | null; locale?: string | null }; Returns: string };
      application_queue: {
        Args: {
          status: string[] | null;
          programme: string | null;
          after?: Json | null;
          page_size?: number | null;
          due_within?: number | null;
        };
        Returns: Json;
      };
      approve_match: { Args: { match: string | null }; Returns: undefined };
      approve_trial: { Args: { trial: string | null }; Returns: undefined };
      ask_about_request: { Args: { request: string | null; question: string | null }; Returns: undefined };
      ask_applicant: { Args: { application: string | null; message: string | null }; Returns: undefined };
      ask_us: {
        Args: {
          topic: string | null;
          locale: string | null;
          words: string | null;
          address: string | null;
          programme?: string | null;
          region?: string | null;
        };
        Returns: undefined;
      };
      barriers: { Args: Record<string, never>; Returns: Json };
      begin_application: {
        Args: { programme: string | null; part: string | null; locale?: string | null };
        Returns: string;
      };
      begin_assisted: {
        Args: {
          programme: string | null;
          part: string | null;
          address: string | null;
          shown_name: string | null;
          locale: string | null;
          how: string | null;
          consent: number | null;
        };
        Returns: string;
      };
      begin_import: { Args: { programme: string | null; part: string | null }; Returns: string };
      begin_newsletter: { Args: { programme: string | null; audience: string | null }; Returns: string };
      choose_interview: { Args: { application: string | null; at: string | null }; Returns: undefined };
      choose_locale: { Args: { locale: string | null }; Returns: undefined };
      choose_newsletters: { Args: { wants: boolean | null }; Returns: undefined };
      choose_shape: { Args: { shape: number | null }; Returns: undefined };
      close_invitation: { Args: { invitation: string | null }; Returns: undefined };
      close_need: { Args: { need: string | null; reason: string | null }; Returns: undefined };
      close_partner: { Args: { partner: string | null }; Returns: undefined };
      close_referral: { Args: { referral: string | null; reason: string | null }; Returns: undefined };
      company_invitations: { Args: { programme: string | null }; Returns: Json };
      count_interview: { Args: { application: string | null; reason: string | null }; Returns: undefined };
      decide_application: {
        Args: {
          application: string | null;
          decision: string | null;
          reason: string | null;
          letter: string | null;
          seen_status?: string | null;
        };
        Returns: undefined;
      };
      decline_proposal: { Args: { request: string | null }; Returns: undefined };
      decline_referral: { Args: { secret: string | null }; Returns: undefined };
      decline_request: {
        Args: { request: string | null; reason: string | null; block?: boolean | null };
        Returns: undefined;
      };
      desk: { Args: Record<string, never>; Returns: Json };
      desk_people: {
        Args: {
          words?: string | null;
          doing?: string | null;
          after?: Json | null;
          page_size?: number | null;
        };
        Returns: Json;
      };
      desk_person: { Args: { person: string | null }; Returns: Json };
      drop_assisted: { Args: { application: string | null }; Returns: undefined };
      drop_draft: { Args: { form: string | null }; Returns: undefined };
      drop_enquiry: { Args: { enquiry: string | null }; Returns: undefined };
      drop_newsletter: { Args: { newsletter: string | null; version: number | null }; Returns: undefined };
      end_match: { Args: { match: string | null; reason: string | null }; Returns: undefined };
      enquiry_desk: { Args: Record<string, never>; Returns: Json };
      extend_match: { Args: { match: string | null }; Returns: undefined };
      extend_trial: { Args: { trial: string | null }; Returns: undefined };
      find_mentors: {
        Args: {
          fields?: string[] | null;
          language?: string | null;
          region?: string | null;
          online?: boolean | null;
          offers?: string[] | null;
          hours?: number | null;
          words?: string | null;
          shelf?: string | null;
          after_score?: number | null;
          after_person?: string | null;
          page_size?: number | null;
        };
        Returns: string;
      };
      finish_step: { Args: { part: string | null; step: string | null }; Returns: Enums['standing'] };
      flag_concern: { Args: { application: string | null; concern: string | null }; Returns: undefined };
      give_up_place: { Args: { part: string | null }; Returns: undefined };
      hide_introduction: { Args: { locale: string | null }; Returns: undefined };
      invite_company: {
        Args: {
          programme: string | null;
          company: string | null;
          quota: number | null;
          valid_until: string | null;
        };
        Returns: Json;
      };
      invite_to_interview: {
        Args: {
          application: string | null;
          times: string[] | null;
          minutes: number | null;
          how: string | null;
          place: string | null;
        };
        Returns: undefined;
      };
      mark_person: { Args: { other: string | null; mark: string | null }; Returns: undefined };
      meet_mentors: { Args: { programme: string | null }; Returns: Json };
      mentor_card: { Args: { mentor: string | null }; Returns: Json };
      my_applications: { Args: Record<string, never>; Returns: Json };
      my_assisted: { Args: Record<string, never>; Returns: Json };
      my_imports: { Args: Record<string, never>; Returns: Json };
      my_introduction: { Args: Record<string, never>; Returns: Json };
      my_newsletters: { Args: { locale: string | null }; Returns: Json };
      my_page: { Args: Record<string, never>; Returns: Json };
      my_preparations: { Args: Record<string, never>; Returns: Json };
      my_referrals: { Args: Record<string, never>; Returns: Json };
      newsletter_desk: { Args: Record<string, never>; Returns: Json };
      note_first_call: { Args: { mentor: string | null }; Returns: undefined };
      note_interview: { Args: { application: string | null; notes: Json | null }; Returns: Json };
      note_partner_talk: { Args: { partner: string | null; talked_on: string | null }; Returns: undefined };
      open_invitation: { Args: { secret: string | null }; Returns: Json };
      open_needs: { Args: Record<string, never>; Returns: Json };
      open_partner_link: { Args: { secret: string | null }; Returns: Json };
      open_referral: { Args: { secret: string | null }; Returns: Json };
      override_rule: {
        Args: { application: string | null; rule: string | null; reason: string | null };
        Returns: undefined;
      };
      page_answers: { Args: { lang: string | null }; Returns: Json };
      partner_desk: { Args: { after?: Json | null; page_size?: number | null }; Returns: Json };
      pause: { Args: { starts_on: string | null; ends_on: string | null }; Returns: undefined };
      pictures_of: { Args: { people: string[] | null }; Returns: Json };
      preview_import: { Args: { import: string | null }; Returns: Json };
      prolong_need: { Args: { need: string | null }; Returns: undefined };
      propose_match: {
        Args: { mentee: string | null; mentor: string | null; message: string | null };
        Returns: string;
      };
      propose_trial: {
        Args: {
          trial: string | null;
          starts_at: string | null;
          format: string | null;
          meet_at: string | null;
        };
        Returns: undefined;
      };
      put_mail_aside: { Args: { mail: number | null }; Returns: undefined };
      raise_need: {
        Args: {
          programme: string | null;
          field: string | null;
          language: string | null;
          region: string | null;
          hours: number | null;
          format: string | null;
        };
        Returns: string;
      };
      read_application: { Args: { application: string | null }; Returns: Json };
      read_referral: { Args: { secret: string | null }; Returns: Json };
      refer: {
        Args: {
          secret: string | null;
          name: string | null;
          locale: string | null;
          address: string | null;
          phone: string | null;
          self_check: Json | null;
          understands: string | null;
          wants: string | null;
          comment: string | null;
          consent: string | null;
          consent_locale: string | null;
        };
        Returns: Json;
      };
      remind_me: {
        Args: { programme: string | null; wanted: boolean | null; locale?: string | null };
        Returns: undefined;
      };
      remind_when_it_fits: { Args: { application: string | null; locale?: string | null }; Returns: string };
      renew_invitation: { Args: { invitation: string | null; valid_until: string | null }; Returns: Json };
      renew_partner_link: { Args: { partner: string | null }; Returns: Json };
      reply_to_request: { Args: { request: string | null; reply: string | null }; Returns: undefined };
      resume: { Args: Record<string, never>; Returns: undefined };
      resume_application: {
        Args: { application: string | null; message?: string | null };
        Returns: undefined;
      };
      run_import: {
        Args: { import: string | null; left_out: number[] | null; ground: string | null };
        Returns: Json;
      };
      save_application: {
        Args: { application: string | null; answers: Json | null; revision: number | null };
        Returns: Json;
      };
      save_assisted: {
        Args: { application: string | null; answers: Json | null; revision: number | null };
        Returns: Json;
      };
      save_background: {
        Args: {
          birth_year: number | null;
          country: string | null;
          came_as: string | null;
          arrival_year: number | null;
          education: Json | null;
          experience: Json | null;
          seniority: string | null;
          employer: string | null;
          sector: string | null;
          size_band: string | null;
          motivation: string[] | null;
          shares: string[] | null;
          locale: string | null;
        };
        Returns: undefined;
      };
      save_contact: {
        Args: { surname: string | null; phone: string | null; gender: string | null; contact: string | null };
        Returns: undefined;
      };
      save_draft: { Args: { form: string | null; content: Json | null }; Returns: undefined };
      save_import_mapping: {
        Args: { programme: string | null; part: string | null; mapping: Json | null };
        Returns: undefined;
      };
      save_mentee_profile: {
        Args: {
          shown_name: string | null;
          field: string | null;
          specialism: string | null;
          languages: Json | null;
          goals: string[] | null;
          formats: string[] | null;
          place: string | null;
          hours: number | null;
          prefers: string | null;
          prefers_gender: string | null;
          about: string | null;
          interests?: string[] | null;
          prefers_tongue?: string | null;
        };
        Returns: Enums['standing'];
      };
      save_mentor_profile: {
        Args: {
          shown_name: string | null;
          field: string | null;
          specialism: string | null;
          languages: Json | null;
          offers: string[] | null;
          formats: string[] | null;
          place: string | null;
          hours: number | null;
          capacity: number | null;
          migrated: boolean | null;
          about: string | null;
          interests?: string[] | null;
        };
        Returns: Enums['standing'];
      };
      save_picture: { Args: { photo: string | null }; Returns: undefined };
      say_expectations: {
        Args: { part: string | null; chosen: string[] | null; words: string | null };
        Returns: Enums['standing'];
      };
      say_go_on: { Args: { trial: string | null }; Returns: string };
      say_not_us: { Args: { trial: string | null; reason: string | null }; Returns: undefined };
      say_ready: { Args: { part: string | null; ready: boolean | null }; Returns: Enums['standing'] };
      send_application: { Args: { application: string | null }; Returns: Json };
      send_assisted: { Args: { application: string | null }; Returns: Json };
      send_mail_again: { Args: { mail: number | null }; Returns: undefined };
      send_newsletter: { Args: { newsletter: string | null; version: number | null }; Returns: number };
      send_request: { Args: { mentor: string | null; message: string | null }; Returns: string };
      share_contact: { Args: { trial: string | null; contact: string | null }; Returns: undefined };
      share_referral: { Args: { referral: string | null; level: string | null }; Returns: undefined };
      show_introduction: {
        Args: { words: string | null; with_photo: boolean | null; locale: string | null };
        Returns: undefined;
      };
      stage_import: { Args: { import: string | null; rows: Json | null }; Returns: number };
      stop_introduction: { Args: { person: string | null; message: string | null }; Returns: undefined };
      stop_match: { Args: { match: string | null; reason: string | null }; Returns: undefined };
      stop_newsletters: { Args: { secret: string | null }; Returns: undefined };
      stop_trial: { Args: { trial: string | null }; Returns: undefined };
      suggest_mentors: { Args: { mentee: string | null; page_size?: number | null }; Returns: string };
      supply_and_demand: { Args: { programme: string | null }; Returns: Json };
      take_back_life: { Args: { application: string | null }; Returns: undefined };
      take_invitation: { Args: { secret: string | null; locale?: string | null }; Returns: string };
      take_out_of_order: { Args: { application: string | null; reason: string | null }; Returns: undefined };
      take_over_application: { Args: { application: string | null }; Returns: undefined };
      take_referral: {
        Args: { secret: string | null; shares: string | null; locale?: string | null };
        Returns: string;
      };
      tell_barrier: {
        Args: {
          kind: string | null;
          stage: string | null;
          country: string | null;
          year: number | null;
          field?: string | null;
        };
        Returns: undefined;
      };
      text_referral: { Args: { referral: string | null }; Returns: string };
      tick_gate: {
        Args: { mentor: string | null; gate: string | null; seen_on: string | null };
        Returns: Enums['standing'];
      };
      undo_import: { Args: { import: string | null }; Returns: Json };
      waiting_list: {
        Args: { programme: string | null; after?: Json | null; page_size?: number | null };
        Returns: Json;
      };
      weigh_need: {
        Args: {
          programme: string | null;
          field: string | null;
          language: string | null;
          region: string | null;
          hours: number | null;
          format: string | null;
        };
        Returns: Json;
      };
      welcome_imported: { Args: { import: string | null }; Returns: number };
      withdraw_application: { Args: { application: string | null }; Returns: undefined };
      withdraw_request: { Args: { request: string | null }; Returns: undefined };
      write_newsletter: {
        Args: {
          newsletter: string | null;
          version: number | null;
          locale: string | null;
          title: string | null;
          words: string | null;
        };
        Returns: undefined;
      };
      write_to_person: { Args: { person: string | null; message: string | null }; Returns: undefined };
    };
    Enums: Enums;
    CompositeTypes: Record<string, never>;
  };
}
