import { z } from 'zod';

const talkWith = (whom: 'mentee' | 'mentor') =>
  z
    .strictObject({
      parts: z
        .array(z.string())
        .min(1)
        .describe(
          `Which parts of the sheet \`tools/${whom}-interview-guide\` belong to the talk, in the order in which one asks.`,
        ),
      required: z
        .array(z.string())
        .describe('Those of them about which something must have been noted or talked.'),
    })
    .refine(
      ({ parts, required }) =>
        new Set(parts).size === parts.length && required.every((part) => parts.includes(part)),
      'talk: each part once, and required are some of them',
    )
    .nullable();

/** The first talk with a mentee and with a mentor: what it is about, and what it must not leave out. */
export const talk = z
  .strictObject({
    mentee: talkWith('mentee').describe(
      'The talk with a mentee; a yes waits for its required parts. `null` where `interview_minutes` is.',
    ),
    mentor: talkWith('mentor').describe(
      'The talk with a mentor; the step `interview` waits for its required parts. `null` where no mentor takes that step.',
    ),
  })
  .describe('What the first talk is about.');

interface Talking {
  intake: { interview_minutes: number | null };
  onboarding: { mentor: { steps: readonly string[] } };
  talk: { mentee: object | null; mentor: object | null };
}

/** A guide where there is a talk, and none where there is none. */
export const isTalkedOf = ({ intake, onboarding, talk: { mentee, mentor } }: Talking): boolean =>
  (mentee === null) === (intake.interview_minutes === null) &&
  (mentor === null) === !onboarding.mentor.steps.includes('interview');
export const talkedOf =
  'talk: for mentees just where interview_minutes is set, for mentors just where interview is a step';
