import * as z from 'zod/mini';
import { ownSteps, type Gate, type OwnStep } from '../../schemas/onboarding-steps.ts';
import { expectedThings } from '../../schemas/expected-things.ts';
import type { Part } from '../../schemas/form.ts';
import type { Preparation, Step } from './rows.ts';

/** Lengths, as the constraints in `56_onboarding.sql` have them. */
export const limits = { chosen: { min: 1, max: 4 }, words: { min: 2, max: 500 } };

/** The words of `say_expectations`; whose part it is, the page knows. */
export const sayExpectations = z.object({
  chosen: z.array(z.enum(expectedThings)).check(z.minLength(limits.chosen.min), z.maxLength(limits.chosen.max)),
  words: z.string().check(
    z.trim(),
    z.refine((words) => words.length !== 1, { params: { key: 'ready.expectations.words.short' } }),
    z.maxLength(limits.words.max),
  ),
}); // prettier-ignore

const isOwn = (step: Step): step is OwnStep => (ownSteps as readonly Step[]).includes(step);

/** The steps somebody takes herself, in order. */
export const ownStepsOf = ({ steps }: Preparation): OwnStep[] => steps.filter(isOwn);

/** What a coordinator ticks, in order. */
export const gatesOf = ({ steps }: Preparation): Gate[] => steps.filter((step): step is Gate => !isOwn(step));

/** Her own steps that are left. */
export const openSteps = (preparation: Preparation): OwnStep[] =>
  ownStepsOf(preparation).filter((step) => !preparation.done[step]);

/** The step to go to after this one: the next open one, from the beginning again, or none. */
export function stepAfter(preparation: Preparation, step: OwnStep): OwnStep | undefined {
  const own = ownStepsOf(preparation);
  const open = openSteps(preparation).filter((one) => one !== step);
  return open.find((one) => own.indexOf(one) > own.indexOf(step)) ?? open[0];
}

/** What the address names when nothing of a part is left: whoever is let in twice comes to two ends. */
export const endOf = (part: Part) => `end-${part}`;

/** The step that the address names, or the first that is left; none at the end. */
export function stepAt(preparation: Preparation, asked: string): OwnStep | undefined {
  const named = ownStepsOf(preparation).find((step) => step === asked);
  return named ?? (asked === endOf(preparation.part) ? undefined : openSteps(preparation)[0]);
}

/** Where I am let in twice: the part whose end the address names, else the first in which something is left. */
export const preparationAt = (preparations: readonly Preparation[], asked: string): Preparation | undefined =>
  preparations.find(({ part }) => asked === endOf(part)) ??
  preparations.find((one) => openSteps(one).length > 0) ??
  preparations[0];
