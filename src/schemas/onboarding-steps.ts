/** Steps between the yes and the first request. The browser reads these lists, so no schema stands beside them. */

/** Steps somebody takes alone, in the order they make most sense. */
export const ownSteps = [
  'course',
  'boundaries',
  'expectations',
  'access',
  'picture',
  'preview',
  'readiness',
] as const;
export type OwnStep = (typeof ownSteps)[number];

/** What only a coordinator ticks, for mentors; the database has the same list. */
export const gates = ['interview', 'certificate', 'code-of-conduct'] as const;
export type Gate = (typeof gates)[number];
