/** What visitors ask about, the same as in `29_enquiries.sql`. */
export const enquiryTopics = ['find-mentor', 'be-mentor', 'apply', 'language', 'rights', 'other'] as const;
export type EnquiryTopic = (typeof enquiryTopics)[number];
