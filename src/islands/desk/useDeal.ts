import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isOvertaken } from '../../features/desk/model.ts';
import { desk, readAnew, thenReadAnew, type Readable } from '../../features/desk/store.ts';
import { Refusal } from '../../lib/api/answer.ts';
import { announce } from '../../ui/status.tsx';
import { useSay } from '../../ui/words.tsx';

/** The screen on which one deals with something: the desk, or one person's page. */
export const DealtOn = createContext<Readable>(desk);

/** How long a hand may still be clicking at what was there before. */
const grace = 500;
let dealtAt = -grace;

/**
 * The second half of a double click must not hit the row that moved up. Only a pointer's: `detail` is 0 where the keyboard
 * pressed, and there the focus has moved to a heading.
 */
export function dropSecondClick(event: MouseEvent): void {
  if (event.detail > 0 && performance.now() - dealtAt < grace) event.stopPropagation();
}

/**
 * Deals with one row: does it, reads the screen anew, says it once. Where somebody else was quicker, it is read
 * anew too and says so. Any other refusal goes on to the button, and the row stays.
 */
export function useDeal() {
  const say = useSay();
  const screen = useContext(DealtOn);
  return async (work: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await thenReadAnew(work, screen);
      dealtAt = performance.now();
      announce(done);
    } catch (error) {
      if (!(error instanceof Refusal && isOvertaken(error.key))) throw error;
      await readAnew(screen);
      dealtAt = performance.now();
      announce(say('desk.overtaken'));
    }
  };
}
