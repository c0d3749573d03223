/*
 * Apart from the other lists (`vocabulary.ts`), because the directory needs this one alone and
 * may weigh 16 kB in all.
 */

/** What a mentee wants help with (goals) and what a mentor can give (offers). The order is the bit number: append, never reorder. */
export const topics = [
  'job-search', 'cv', 'interview', 'network', 'workplace-visit', 'sector', 'work-culture', 'language', 'education', 'own-business', 'direction',
] as const; // prettier-ignore
export type Topic = (typeof topics)[number];
