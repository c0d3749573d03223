/** Functions nobody can call over the API, which those who have signed in may yet run inside something else. */
export const privateAndCallable = {
  'policies ask them about the caller':
    'my_newsletters my_desks my_directory my_directory_in_part my_mentors my_mentees blocked_by beside_me',
  "reading verbs run with the caller's rights, and these are their parts":
    'me refuse desk seeker fit fitting_of explain page_of_mentors people_by_words trial_for first_fifty application_for messages_of queue_item partner_fit talks_due waits unmatched hours_band could_be_meant need_for gaps is_my_desk consent_of card_of steps_of steps_left standing_of standing_in expectations_of preparing_of preparing_at first_calls_at waiting_at places_at affairs_at is_talked talk_left notes_of application_of ways_onward age_on is_my_import import_regions plan_by picture_told introduction_card newsletter_text',
  "they look past row security to answer one small thing about the caller's own affairs":
    'other_has_said mails_given_up my_marks my_blocked apart_from my_seeker ahead_of waiting_before concern_of application_counts referrer_of came_by places_in_line places_taken assisted_of assisted_drafts background_shared backgrounds_at_desk introduction_at_desk names_at_desk is_shown my_coordinators is_asked_enough newsletters_since newsletter_count',
  'they look past row security for sums that name nobody': 'page_answers_in enquiry_counts_in barriers_by',
  'arithmetic over closed lists and texts':
    'is_waiting closes_at tells_at bits codes spoken_from desks fold texts locales spoken_languages levels topics interests formats gates',
  'who may take part, by rules and lists everybody may read':
    'eligibility eligible_elsewhere eligible_in may_fit_on spoken round_of round_for round_told talk_of',
};
