import type { Empty } from '../../features/mentors/store.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';

interface Props {
  why: Empty;
  shelf: '' | 'favourite' | 'hidden';
  clear: () => void;
}

/** Why there is nobody, and what to do about it. */
export function EmptyDirectory({ why, shelf, clear }: Props) {
  const say = useSay();
  const what = why === 'no-one' && shelf ? (`shelf-${shelf}` as const) : why;
  return (
    <div class="state" role="status">
      <h3>{say(`directory.empty.${what}`)}</h3>
      <p>{say(`directory.empty.${what}.text`)}</p>
      {why === 'no-one' ? (
        <button type="button" class="button quiet" onClick={clear}>
          {say('directory.clear')}
        </button>
      ) : why === 'preparing' ? (
        <a class="button" href={path(say.lang, 'my', 'ready')}>
          {say('directory.get-ready')}
        </a>
      ) : why === 'left' ? (
        <a class="button" href={path(say.lang, 'apply', 'mentee')}>
          {say('directory.apply')}
        </a>
      ) : (
        <a class="button quiet" href={path(say.lang, 'my')}>
          {say('directory.to-my-page')}
        </a>
      )}
    </div>
  );
}
