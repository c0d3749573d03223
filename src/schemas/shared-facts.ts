/** What one may read of the other before they first meet, if she shares it; `private.shared_facts` has the same lists. */
export const sharedFacts = {
  mentee: ['country', 'years-here', 'education', 'experience'],
  mentor: ['employer', 'sector', 'seniority'],
} as const;
export type SharedFact = (typeof sharedFacts)['mentee' | 'mentor'][number];
