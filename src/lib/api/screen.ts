import { atom, onMount, type ReadableAtom } from 'nanostores';
import { Refusal } from './answer.ts';
import { $changes } from './client.ts';

/** What a screen shows: nothing yet, its data, or why there is none. `late` is a failed reading behind data still shown. */
export type Seen<T> =
  { at: 'loading' } | { at: 'ready'; data: T; late?: Refusal } | { at: 'refused'; refusal: Refusal };

export interface Screen<T> {
  $seen: ReadableAtom<Seen<T>>;
  reload: () => Promise<void>;
  /** Shows this without reading anew, unless it is being read: that may have begun before this was so. */
  put: (data: T) => void;
}

/** A store that reads when it is first looked at, after every change, and when the network or the reader comes back. */
export function screen<T>(load: () => Promise<T>): Screen<T> {
  const $seen = atom<Seen<T>>({ at: 'loading' });
  let latest = 0;
  let readAt = 0;
  let reading = false;

  async function reload(): Promise<void> {
    const mine = ++latest;
    readAt = Date.now();
    reading = true;
    try {
      const data = await load();
      if (mine !== latest) return;
      reading = false;
      $seen.set({ at: 'ready', data });
    } catch (error) {
      if (mine !== latest) return;
      reading = false;
      const refusal = error instanceof Refusal ? error : new Refusal('something_failed');
      const seen = $seen.get();
      // What was read stays readable while the network is away, or too much was asked of it.
      const keeps = seen.at === 'ready' && /^(offline|something_failed|too_many)$/.test(refusal.key);
      $seen.set(keeps ? { ...seen, late: refusal } : { at: 'refused', refusal });
    }
  }

  onMount($seen, () => {
    // While pages are built there is nobody to read for.
    if (import.meta.env.SSR) return;
    void reload();
    const again = () => void reload();
    const back = () => {
      if (document.visibilityState === 'visible' && Date.now() - readAt > 60_000) void reload();
    };
    const stopListening = $changes.listen(again);
    addEventListener('online', again);
    document.addEventListener('visibilitychange', back);
    return () => {
      stopListening();
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', back);
    };
  });
  function put(data: T) {
    $seen.set({ at: 'ready', data });
    if (reading) void reload();
  }
  return { $seen, reload, put };
}

/**
 * A screen that is read until it is there, and then never again: nothing that happens elsewhere may take away a form that
 * somebody is writing in.
 */
export function screenOnce<T>(load: () => Promise<T>): Screen<T> {
  let start: Promise<T> | null = null;
  return screen(() => {
    start ??= load().catch((error: unknown) => {
      start = null;
      throw error;
    });
    return start;
  });
}
