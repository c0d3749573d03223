import { useStore } from './useStore.ts';
import type { ComponentChildren } from 'preact';
import type { Screen } from '../lib/api/screen.ts';
import { Refused } from './Refused.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useSay } from './words.tsx';

interface Props<T> {
  of: Screen<T>;
  lines?: number;
  children: (data: T) => ComponentChildren;
}

/** Waiting, refused or there: the three faces of every screen that reads. */
export function ScreenOf<T>({ of, lines = 6, children }: Props<T>) {
  const seen = useStore(of.$seen);
  const say = useSay();
  if (seen.at === 'loading') return <Skeleton lines={lines} />;
  if (seen.at === 'refused') return <Refused refusal={seen.refusal} again={of.reload} />;
  return (
    <>
      {seen.late && (
        <p class="notice" role="status">
          {say('form.late')}
        </p>
      )}
      {children(seen.data)}
    </>
  );
}
