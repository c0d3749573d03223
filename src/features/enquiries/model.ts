import * as z from 'zod/mini';
import { looksLikeAddress } from '../../lib/address.ts';
import { isVisible } from '../../lib/bidi.ts';
import { enquiryTopics, type EnquiryTopic } from '../../schemas/enquiry.ts';
import { locales, type Locale } from '../../schemas/vocabulary.ts';

/** Lengths, as the constraints in `29_enquiries.sql` have them. */
export const limits = { enquiry_words: { min: 10, max: 1000 }, enquiry_answer: { min: 20, max: 2000 } };

/** What a visitor fills in; an empty programme or region is none. */
export interface Asking {
  topic: string;
  locale: string;
  words: string;
  programme: string;
  region: string;
  address: string;
}

const text = ({ min, max }: { min: number; max: number }) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min, { abort: true }),
      z.maxLength(max),
      z.refine(isVisible, { params: { key: 'form.missing' } }),
    );

/** The form of `ask_us`. */
export const askUs = z.object({
  topic: z.enum(enquiryTopics),
  locale: z.enum(locales),
  words: text(limits.enquiry_words),
  address: z.string().check(z.refine(looksLikeAddress, { params: { key: 'refusal.address_invalid' } })),
});

/** The form of `answer_enquiry`. */
export const answerEnquiry = z.object({ answer: text(limits.enquiry_answer) });

/** A question as a desk reads it: whose it is nobody learns. */
export interface Enquiry {
  id: string;
  topic: EnquiryTopic;
  /** In which the answer shall be. */
  locale: Locale;
  words: string;
  programme: string | null;
  region: string | null;
  asked_at: string;
  /** Null while it waits. */
  answer: string | null;
  answered_at: string | null;
}
interface Few {
  count: number;
  items: Enquiry[];
}
/** How many asked in a year; null is fewer than five. */
export interface Asked {
  topic: EnquiryTopic;
  locale: Locale;
  asked: number | null;
}
export interface EnquiryDesk {
  open: Few;
  answered: Few;
  counts: Asked[];
  /** Answers I typed and did not send: `enquiry/<id>`. */
  drafts: Record<string, { answer?: string }>;
}
