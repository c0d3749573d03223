import * as z from 'zod/mini';

/** Lengths, as `answer_application` has them. */
export const replyLimits = { message: { min: 2, max: 2000 } };

/** What an applicant answers a coordinator. */
export const answerMessage = z.object({
  message: z
    .string()
    .check(z.trim(), z.minLength(replyLimits.message.min), z.maxLength(replyLimits.message.max)),
});
