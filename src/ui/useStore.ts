import type { ReadableAtom } from 'nanostores';
import { useEffect, useState } from 'preact/hooks';

/** A store's value, followed. The library's own hook can do more than we ask, and weighs as much as the directory has left. */
export function useStore<T>(store: ReadableAtom<T>): T {
  const [, draw] = useState({});
  const drawn = store.get();
  useEffect(() => {
    const again = () => draw({});
    const stop = store.listen(again);
    if (store.get() !== drawn) again();
    return stop;
  }, [store]);
  return store.get();
}
