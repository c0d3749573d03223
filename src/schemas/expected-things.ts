/** What a mentee and a mentor may expect of each other, the same for both. The database keeps the same list. */
export const expectedThings = [
  'regular', 'mentee-leads', 'prepare', 'honest', 'between', 'network', 'patience', 'private', 'say-so',
] as const; // prettier-ignore
export type ExpectedThing = (typeof expectedThings)[number];
