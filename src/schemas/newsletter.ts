/** Whom a newsletter is for; a contract test compares with `69_newsletters.sql`. */
export const newsletterAudiences = ['mentors', 'mentees', 'both'] as const;
export type NewsletterAudience = (typeof newsletterAudiences)[number];
