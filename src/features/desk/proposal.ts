import { atom } from 'nanostores';
import { Refusal } from '../../lib/api/answer.ts';
import type { Found, MenteeCard } from '../../lib/api/rows.ts';
import type { Seen } from '../../lib/api/screen.ts';
import { suggestMentors } from './api.ts';
import type { Proposing } from './model.ts';

/** The proposal under way: for whom, and who fits. Not a screen: it reads when it is opened, not after every change. */
export interface Proposal {
  mentee: MenteeCard;
  seen: Seen<Found>;
}
export const $proposal = atom<Proposal | null>(null);

/** What was typed for each mentee, until it is sent: closing the dialog throws nothing away. */
const typed = new Map<string, Proposing>();

export const typedFor = (mentee: string): Proposing | undefined => typed.get(mentee);
export const keepTyped = (mentee: string, values: Proposing): void => void typed.set(mentee, values);
export const forgetTyped = (mentee: string): void => void typed.delete(mentee);

export function openProposal(mentee: MenteeCard): void {
  $proposal.set({ mentee, seen: { at: 'loading' } });
  void suggestAnew();
}

export function closeProposal(): void {
  $proposal.set(null);
}

/** Asks again who fits; what is on the screen stays there meanwhile. */
export async function suggestAnew(): Promise<void> {
  const proposal = $proposal.get();
  if (!proposal) return;
  const seen = await suggestMentors(proposal.mentee.person).then(
    (data): Seen<Found> => ({ at: 'ready', data }),
    (error): Seen<Found> => ({
      at: 'refused',
      refusal: error instanceof Refusal ? error : new Refusal('something_failed'),
    }),
  );
  // Meanwhile it may have been closed, or opened for somebody else.
  const now = $proposal.get();
  if (now?.mentee.person === proposal.mentee.person) $proposal.set({ ...now, seen });
}
