import { useSay } from '../../ui/words.tsx';

/** “Step 2 of 7”, and the stones of the path so far. */
export function Stones({ at, all }: { at: number; all: number }) {
  const say = useSay();
  return (
    <div class="progress">
      <p>{say('apply.step', { nr: at + 1, all })}</p>
      <span aria-hidden="true">
        {Array.from({ length: all }, (_, nr) => (
          <i key={nr} class={nr < at ? 'done' : nr === at ? 'now' : undefined} />
        ))}
      </span>
    </div>
  );
}
