import type { Expects, MenteeCard, MentorCard, Picture, Standing } from '../../lib/api/rows.ts';
import type { Gate, OwnStep } from '../../schemas/onboarding-steps.ts';

/** The JSON that `my_preparations` answers with (`supabase/schemas/63_onboarding_screens.sql`). */

export type Step = OwnStep | Gate;
interface About {
  programme: string;
  standing: Standing;
  begun_at: string;
  /** She has said “not yet”, and a coordinator knows. */
  not_yet: boolean;
  /** The programme's steps, in order. */
  steps: Step[];
  /** The day each was done. */
  done: Partial<Record<Step, string>>;
  expects: Expects | null;
}
export type Preparation = About &
  ({ part: 'mentee'; card: MenteeCard } | { part: 'mentor'; card: Omit<MentorCard, 'answer_days'> });
export interface MyPreparations {
  /** Those that are not over first. */
  preparations: Preparation[];
  picture: Picture | null;
  /** What was typed and not sent, by the form's name. */
  drafts: Record<string, Record<string, unknown>>;
}
