import { act } from '../../lib/api/client.ts';

/** Proposes (or changes) when and where. `starts_at` is an instant. @throws Refusal */
export const proposeTrial = (trial: string, starts_at: string, format: string, meet_at: string) =>
  act('propose_trial', { trial, starts_at, format, meet_at });

/** Says yes to exactly the plan that was on the screen. */
export const agreeTrial = (trial: string, plan: number) => act('agree_trial', { trial, plan });
/** Until it is over between the two: also in the match that came of the trial. */
export const shareContact = (trial: string, contact: string) => act('share_contact', { trial, contact });

/** Answers the match's id once both have said it. */
export const sayGoOn = (trial: string) => act<string | null>('say_go_on', { trial });
export const sayNotUs = (trial: string, reason: string) => act('say_not_us', { trial, reason });

/** A coordinator's three. */
export const approveTrial = (trial: string) => act('approve_trial', { trial });
export const extendTrial = (trial: string) => act('extend_trial', { trial });
export const stopTrial = (trial: string) => act('stop_trial', { trial });
