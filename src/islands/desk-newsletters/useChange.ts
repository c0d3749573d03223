import { thenReadAnew } from '../../features/desk/store.ts';
import { newsletterDesk } from '../../features/newsletters/store.ts';
import { Refusal } from '../../lib/api/answer.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { announce } from '../../ui/status.tsx';
import { useSay } from '../../ui/words.tsx';

/**
 * Changes a newsletter, reads the page anew and says it. Where a colleague was quicker it is read anew, too: one that is
 * sent or gone says so, and one that was changed stays open with what was typed.
 */
export function useChange() {
  const say = useSay();
  return async <T>(work: () => Promise<T>, done: (answer: T) => string): Promise<void> => {
    let answer: T | undefined;
    try {
      await thenReadAnew(async () => {
        answer = await work();
      }, newsletterDesk);
      announce(done(answer as T));
    } catch (error) {
      if (!(error instanceof Refusal && /^newsletter_(unknown|sent|changed)$/.test(error.key))) throw error;
      await newsletterDesk.reload();
      if (error.key === 'newsletter_changed') throw error;
      announce(refusalWords(say, error));
    }
  };
}
