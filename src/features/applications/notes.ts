import type { InterviewNotes } from './desk-model.ts';

/**
 * Notes with a change, as `private.notes_with` in `supabase/schemas/49_screening_talk.sql` has it: what the change names is as
 * it says, part by part and tick by tick; what it does not name stays.
 */
export const notesWith = (notes: InterviewNotes, change: InterviewNotes): InterviewNotes => ({
  ...notes,
  ...change,
  ...(change.parts && { parts: { ...notes.parts, ...change.parts } }),
  ...(change.competences && { competences: { ...notes.competences, ...change.competences } }),
  ...(change.talked && { talked: { ...notes.talked, ...change.talked } }),
});
