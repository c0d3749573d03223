import * as z from 'zod/mini';
import { declineReasons } from '../../schemas/reasons.ts';

/** Lengths, as the constraints in `40_requests.sql` have them. */
export const limits = {
  message: { min: 20, max: 1000 },
  question: { min: 5, max: 500 },
  reply: { min: 2, max: 1000 },
};

const text = ({ min, max }: { min: number; max: number }) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max));

/** What a person types; the other arguments of the verbs are ids. */
export const sendRequest = z.object({ message: text(limits.message) });
export const askAboutRequest = z.object({ question: text(limits.question) });
export const replyToRequest = z.object({ reply: text(limits.reply) });
export const declineRequest = z.object({ reason: z.enum(declineReasons) });
