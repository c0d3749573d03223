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
  ],
  import_status: ['open', 'run', 'undone'],
  match_status: ['awaiting', 'active', 'ended', 'stopped'],
  request_status: ['proposed', 'open', 'asked', 'accepted', 'declined', 'withdrawn', 'expired', 'closed'],
  standing: ['waiting', 'approved', 'left'],
  trial_status: ['awaiting', 'planning', 'agreed', 'undecided', 'matched', 'not_us', 'stopped'],
  verdict: ['go_on', 'not_us'],
} as const;
type Enums = { [Name in keyof typeof enums]: (typeof enums)[Name][number] };

/** The arguments of every verb, in their order. */
export const verbs = {
  accept_proposal: ['request', 'message'],
  accept_request: ['request'],
  agree_trial: ['trial', 'starts_at'],
  answer_application: ['application', 'message'],
  application_queue: ['status', 'programme', 'after', 'page_size'],
  approve_match: ['match'],
  approve_mentee: ['mentee'],
  approve_mentor: ['mentor'],
  approve_trial: ['trial'],
  ask_about_request: ['request', 'question'],
  ask_applicant: ['application', 'message'],
  begin_application: ['programme', 'part', 'locale'],
  begin_import: ['programme', 'part'],
  choose_interview: ['application', 'at'],
  choose_locale: ['locale'],
  decide_application: ['application', 'decision', 'reason', 'letter', 'seen_status'],
  decline_proposal: ['request'],
  decline_request: ['request', 'reason'],
  desk: [],
  drop_draft: ['form'],
  end_match: ['match', 'reason'],
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
  flag_concern: ['application', 'concern'],
  invite_to_interview: ['application', 'times', 'minutes', 'how', 'place'],
  mark_person: ['other', 'mark'],
  mentor_card: ['mentor'],
  my_applications: [],
  my_imports: [],
  my_page: [],
  note_interview: ['application', 'notes'],
  override_rule: ['application', 'rule', 'reason'],
  pause: ['starts_on', 'ends_on'],
  preview_import: ['import'],
  propose_match: ['mentee', 'mentor', 'message'],
  propose_trial: ['trial', 'starts_at', 'format', 'meet_at'],
  put_mail_aside: ['mail'],
  read_application: ['application'],
  reply_to_request: ['request', 'reply'],
  resume: [],
  run_import: ['import', 'left_out', 'ground'],
  save_application: ['application', 'answers', 'revision'],
  save_contact: ['surname', 'phone', 'gender', 'contact'],
  save_draft: ['form', 'content'],
  save_import_mapping: ['programme', 'part', 'mapping'],
  save_mentee_profile: [
    'shown_name',
    'locale',
    'programme',
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
  ],
  save_mentor_profile: [
    'shown_name',
    'locale',
    'programme',
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
  ],
  say_go_on: ['trial'],
  say_not_us: ['trial', 'reason'],
  send_application: ['application'],
  send_mail_again: ['mail'],
  send_request: ['mentor', 'message'],
  share_contact: ['trial', 'contact'],
  stage_import: ['import', 'rows'],
  stop_match: ['match', 'reason'],
  stop_trial: ['trial'],
  suggest_mentors: ['mentee', 'page_size'],
  undo_import: ['import'],
  welcome_imported: ['import'],
  withdraw_application: ['application'],
  withdraw_request: ['request'],
} as const;

/** Every key a verb may be refused with; each has words as `refusal.<key>`. */
export const refusals = [
  'answers_malformed',
  'application_changed',
  'application_decided',
  'application_incomplete',
  'application_not_open',
  'application_unknown',
  'asked_once_already',
  'asked_recently',
  'capacity_in_use',
  'capacity_over_programme',
  'choice_unknown',
  'concern_of_another',
  'coordinator_matches_here',
  'field_unknown',
  'form_unknown',
  'ground_missing',
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
  'languages_unsound',
  'mail_unknown',
  'mapping_malformed',
  'match_not_open',
  'match_stands',
  'match_unknown',
  'mentee_unknown',
  'mentor_full',
  'mentor_unknown',
  'message_missing',
  'not_a_coordinator',
  'not_a_mentee',
  'not_a_mentor',
  'not_approved_yet',
  'not_oneself',
  'notes_malformed',
  'pause_ends_before_it_starts',
  'person_unknown',
  'phone_is_there_when_shared',
  'place_outside_programme',
  'place_unknown',
  'profile_first',
  'programme_in_use',
  'programme_not_mine',
  'programme_unknown',
  'request_not_open',
  'request_unknown',
  'rule_unknown',
  'rules_unmet',
  'sign_in_first',
  'time_has_changed',
  'time_has_passed',
  'time_not_offered',
  'times_unsound',
  'too_many_applications',
  'too_many_drafts',
  'too_many_open_requests',
  'trial_not_open',
  'trial_not_yet',
  'trial_stands',
  'trial_too_late',
  'trial_unknown',
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
          asked_from: Enums['application_status'] | null;
          eligibility: Json | null;
          region: string | null;
          begun_at: string;
          touched_at: string;
          sent_at: string | null;
          due_on: string | null;
          moved_at: string;
          told_at: string | null;
          times: string[];
          minutes: number | null;
          how: string | null;
          meet_at: string | null;
          interview_at: string | null;
          invited_by: string | null;
          decided_at: string | null;
          reason: string | null;
          in_line: boolean;
          desks: string[];
        };
      };
      coordinators: { Row: { person: string; programme: string; region: string | null; id: number } };
      drafts: { Row: { person: string; form: string; content: Json; saved_at: string } };
      endings: { Row: { match: string; person: string; reason: string; ended_at: string } };
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
          formats: string[];
          place: string;
          region: string;
          hours: number;
          prefers: string;
          prefers_gender: string;
          about: string;
          saved_at: string;
          approved_at: string | null;
          asking: number;
          desks: string[];
          goal_bits: number;
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
      open_mentors: {
        Row: {
          person: string;
          programme: string;
          code: string;
          levels: string;
          offers: number;
          formats: number;
          place: string;
          region: string;
          hours: number;
          migrated: boolean | null;
          gender: string;
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
      places: { Row: { key: string; region: string | null; label: string; words: string } };
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
          online_anywhere: boolean;
          area: Json;
        };
      };
      programmes: {
        Row: {
          key: string;
          rules: Json;
          regions: string[];
          online_anywhere: boolean;
          modes: string[];
          approval: string;
          asks_gender: boolean;
          language_level: string | null;
          language_any: string[];
          weights: number[];
          open_requests: number;
          nudge_days: number;
          expiry_days: number;
          trial_days: number;
          answer_days: number;
          capacity_max: number;
          again_days: number;
          promise_days: number;
          months: number;
        };
      };
      requests: {
        Row: {
          id: string;
          programme: string;
          mentee: string;
          mentor: string;
          status: Enums['request_status'];
          proposed_by: string | null;
          reason: string | null;
          score: number | null;
          reasons: Json;
          desks: string[];
          sent_at: string;
          nudged_at: string | null;
          answered_at: string | null;
          ended_at: string | null;
          expires_at: string;
        };
      };
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
      agree_trial: { Args: { trial: string | null; starts_at: string | null }; Returns: undefined };
      answer_application: {
        Args: { application: string | null; message: string | null };
        Returns: undefined;
      };
      application_queue: {
        Args: {
          status: string[] | null;
          programme: string | null;
          after?: Json | null;
          page_size?: number | null;
        };
        Returns: Json;
      };
      approve_match: { Args: { match: string | null }; Returns: undefined };
      approve_mentee: { Args: { mentee: string | null }; Returns: undefined };
      approve_mentor: { Args: { mentor: string | null }; Returns: undefined };
      approve_trial: { Args: { trial: string | null }; Returns: undefined };
      ask_about_request: { Args: { request: string | null; question: string | null }; Returns: undefined };
      ask_applicant: { Args: { application: string | null; message: string | null }; Returns: undefined };
      begin_application: {
        Args: { programme: string | null; part: string | null; locale?: string | null };
        Returns: string;
      };
      begin_import: { Args: { programme: string | null; part: string | null }; Returns: string };
      choose_interview: { Args: { application: string | null; at: string | null }; Returns: undefined };
      choose_locale: { Args: { locale: string | null }; Returns: undefined };
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
      decline_request: { Args: { request: string | null; reason: string | null }; Returns: undefined };
      desk: { Args: Record<string, never>; Returns: Json };
      drop_draft: { Args: { form: string | null }; Returns: undefined };
      end_match: { Args: { match: string | null; reason: string | null }; Returns: undefined };
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
      flag_concern: { Args: { application: string | null; concern: string | null }; Returns: undefined };
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
      mentor_card: { Args: { mentor: string | null }; Returns: Json };
      my_applications: { Args: Record<string, never>; Returns: Json };
      my_imports: { Args: Record<string, never>; Returns: Json };
      my_page: { Args: Record<string, never>; Returns: Json };
      note_interview: { Args: { application: string | null; notes: Json | null }; Returns: undefined };
      override_rule: {
        Args: { application: string | null; rule: string | null; reason: string | null };
        Returns: undefined;
      };
      pause: { Args: { starts_on: string | null; ends_on: string | null }; Returns: undefined };
      preview_import: { Args: { import: string | null }; Returns: Json };
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
      read_application: { Args: { application: string | null }; Returns: Json };
      reply_to_request: { Args: { request: string | null; reply: string | null }; Returns: undefined };
      resume: { Args: Record<string, never>; Returns: undefined };
      run_import: {
        Args: { import: string | null; left_out: number[] | null; ground: string | null };
        Returns: Json;
      };
      save_application: {
        Args: { application: string | null; answers: Json | null; revision: number | null };
        Returns: Json;
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
          locale: string | null;
          programme: string | null;
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
        };
        Returns: Enums['standing'];
      };
      save_mentor_profile: {
        Args: {
          shown_name: string | null;
          locale: string | null;
          programme: string | null;
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
        };
        Returns: Enums['standing'];
      };
      say_go_on: { Args: { trial: string | null }; Returns: string };
      say_not_us: { Args: { trial: string | null; reason: string | null }; Returns: undefined };
      send_application: { Args: { application: string | null }; Returns: Json };
      send_mail_again: { Args: { mail: number | null }; Returns: undefined };
      send_request: { Args: { mentor: string | null; message: string | null }; Returns: string };
      share_contact: { Args: { trial: string | null; contact: string | null }; Returns: undefined };
      stage_import: { Args: { import: string | null; rows: Json | null }; Returns: number };
      stop_match: { Args: { match: string | null; reason: string | null }; Returns: undefined };
      stop_trial: { Args: { trial: string | null }; Returns: undefined };
      suggest_mentors: { Args: { mentee: string | null; page_size?: number | null }; Returns: string };
      undo_import: { Args: { import: string | null }; Returns: Json };
      welcome_imported: { Args: { import: string | null }; Returns: number };
      withdraw_application: { Args: { application: string | null }; Returns: undefined };
      withdraw_request: { Args: { request: string | null }; Returns: undefined };
    };
    Enums: Enums;
    CompositeTypes: Record<string, never>;
  };
}
