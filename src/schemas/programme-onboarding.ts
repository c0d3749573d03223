import { z } from 'zod';
import { gates, ownSteps } from './onboarding-steps.ts';

const courses = z
  .array(z.string())
  .max(4)
  .default([])
  .describe('One to four files of `courses/`, in their order, where `course` is one of the steps.');

const sound = <S extends string>({ steps, course }: { steps: S[]; course: string[] }) =>
  new Set(steps).size === steps.length &&
  steps.some((step) => step === 'course') === course.length > 0 &&
  steps.indexOf('readiness' as S) >=
    (steps.includes('readiness' as S)
      ? Math.max(...steps.map((step, nr) => (gates.some((gate) => gate === step) ? -1 : nr)))
      : -1);
const repair =
  'onboarding: each step once, course with its files and only with them, readiness after all she does herself';

/** What a mentee and a mentor do between the yes and the first request. */
export const onboarding = z
  .strictObject({
    mentee: z
      .strictObject({
        steps: z.array(z.enum(ownSteps)).describe('What a mentee does, in order.'),
        course: courses,
      })
      .refine(sound, repair)
      .describe('What a mentee does.'),
    mentor: z
      .strictObject({
        steps: z
          .array(z.enum([...gates, ...ownSteps]))
          .describe(
            'What a mentor does, in order; `interview`, `certificate` and `code-of-conduct` are ticked by a coordinator.',
          ),
        course: courses,
      })
      .refine(sound, repair)
      .describe('What a mentor does.'),
  })
  .describe(
    'Steps between the yes and the first request. Only with the last one is the person visible for matching; an empty list means at once.',
  );
