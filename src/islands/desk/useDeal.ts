import { isOvertaken } from '../../features/desk/model.ts';
import { desk, thenReadAnew } from '../../features/desk/store.ts';
import { Refusal } from '../../lib/api/answer.ts';
import { announce } from '../../ui/status.tsx';
import { useSay } from '../../ui/words.tsx';

/**
 * Deals with one row: does it, reads the desk anew, says it once. Where somebody else was quicker, the desk is read
 * anew too and says so. Any other refusal goes on to the button, and the row stays.
 */
export function useDeal() {
  const say = useSay();
  return async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await thenReadAnew(work);
      announce(done);
    } catch (error) {
      if (!(error instanceof Refusal && isOvertaken(error.key))) throw error;
      await desk.reload();
      announce(say('desk.overtaken'));
    }
  };
}
