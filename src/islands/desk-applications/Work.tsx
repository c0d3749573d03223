import { useStore } from '../../ui/useStore.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { $doing, $opened, opened, queue } from '../../features/applications/desk-store.ts';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSay } from '../../ui/words.tsx';
import { Heaps } from './Heaps.tsx';
import { Keys } from './Keys.tsx';
import { Queue } from './Queue.tsx';
import { Reading } from './Reading.tsx';
import { useKeys } from './useKeys.ts';

/** The queue, and beside it the application that is open. On a small screen one of the two. */
export function Work() {
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const id = useStore($opened);
  const doing = useStore($doing);
  useKeys(root);
  useWayBack(id);
  return (
    // Inside it, and only there, single letters are commands; a click anywhere in it gives it the focus.
    <div class={id ? 'applications reading' : 'applications'} ref={root} tabIndex={-1}>
      <Heaps />
      <section class="applications-queue" aria-labelledby="queue-title">
        <ScreenOf of={queue} lines={8}>
          {(data) => <Queue queue={data} />}
        </ScreenOf>
      </section>
      <section class="applications-reading" aria-label={say('application-desk.reading')}>
        {id ? (
          <ScreenOf of={opened} lines={10}>
            {(data) => (data?.id === id ? <Reading key={id} one={data} /> : <Skeleton lines={10} />)}
          </ScreenOf>
        ) : (
          <p class="state applications-none">{say('application-desk.none-open')}</p>
        )}
      </section>
      {doing === 'keys' && <Keys />}
    </div>
  );
}

/** When the open one is closed, the keyboard goes to its row; by then the list is in sight again, also on a phone. */
function useWayBack(id: string | null): void {
  const last = useRef(id);
  useLayoutEffect(() => {
    const closed = id === null ? last.current : null;
    last.current = id;
    if (!closed) return;
    const row = document.querySelector<HTMLElement>(`[data-row="${closed}"] a`);
    (row ?? document.getElementById('queue-title'))?.focus();
  }, [id]);
}
