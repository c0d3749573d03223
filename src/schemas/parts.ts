/** Parts one can apply for; each has one form. The browser reads the list, so no schema stands beside it. */
export const parts = ['mentee', 'mentor'] as const;
