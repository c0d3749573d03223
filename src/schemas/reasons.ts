/** Why something does not begin or does not go on; the same lists stand in named constraints. */

/** Why a mentor says no; none of them is a fault. */
export const declineReasons = [
  'no-time',
  'wrong-field',
  'too-far',
  'language',
  'know-each-other',
  'other',
] as const;

/** Why a person says "not us" after the trial. */
export const notUsReasons = ['goals', 'language', 'time', 'chemistry', 'found-job', 'other'] as const;

/** Why a match ends. */
export const endReasons = [
  'goal-reached',
  'time-is-up',
  'no-time',
  'no-contact',
  'not-working',
  'moved',
  'other',
] as const;
