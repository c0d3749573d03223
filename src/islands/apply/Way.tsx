import { stoneOf, type Next } from '../../features/applications/next.ts';
import { useSay } from '../../ui/words.tsx';

const stones = ['sent', 'read', 'talk', 'answer'] as const;

/** Sent, read, talked, answered: the four stones of the way, and on which of them the application is. */
export function Way({ next }: { next: Next }) {
  const say = useSay();
  const at = stoneOf(next);
  return (
    <ol class="way-of plain" aria-label={say('applications.path')}>
      {stones.map((stone, nr) => (
        <li
          key={stone}
          class={nr < at ? 'done' : nr === at ? 'now' : undefined}
          aria-current={nr === at ? 'step' : undefined}
        >
          {say(`applications.path.${stone}`)}
          {nr <= at && <small>{say(nr < at ? 'applications.path.done' : 'applications.path.now')}</small>}
        </li>
      ))}
    </ol>
  );
}
