import { isOvertaken } from '../../features/desk/model.ts';
import { readAnew, thenReadAnew } from '../../features/desk/store.ts';
import { Refusal } from '../../lib/api/answer.ts';
import { announce } from '../../ui/status.tsx';
import { useSay } from '../../ui/words.tsx';

/** How long a hand may still be clicking at what was there before. */
const grace = 500;
let dealtAt = -grace;

/** Whether a row has gone this very moment: the second half of a double click must not hit the row that moved up. */
export const hasJustDealt = () => performance.now() - dealtAt < grace;

/**
 * Deals with one row: does it, reads the desk anew, says it once. Where somebody else was quicker, the desk is read
 * anew too and says so. Any other refusal goes on to the button, and the row stays.
 */
export function useDeal() {
  const say = useSay();
  return async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await thenReadAnew(work);
      dealtAt = performance.now();
      announce(done);
    } catch (error) {
      if (!(error instanceof Refusal && isOvertaken(error.key))) throw error;
      await readAnew();
      dealtAt = performance.now();
      announce(say('desk.overtaken'));
    }
  };
}
