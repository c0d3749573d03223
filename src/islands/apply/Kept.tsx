import { useSay } from '../../ui/words.tsx';
import type { Keeping } from './useKeeping.ts';

/** Quietly, that what is written is kept; loudly, if it is not. */
export function Kept({ kept, refusal }: Pick<Keeping, 'kept' | 'refusal'>) {
  const say = useSay();
  if (kept === 'no') return null;
  const words =
    kept !== 'failed'
      ? say(`apply.${kept}`)
      : say(refusal?.key === 'offline' ? 'apply.offline' : 'apply.not-saved');
  return (
    <p class={`kept ${kept}`} role={kept === 'failed' ? 'alert' : undefined}>
      {words}
    </p>
  );
}
