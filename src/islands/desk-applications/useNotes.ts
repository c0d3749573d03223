import { useEffect, useRef, useState } from 'preact/hooks';
import type { Application, InterviewNotes } from '../../features/applications/desk-model.ts';
import { keepNotes } from '../../features/applications/desk-store.ts';

const pause = 1000;

/** The notes of one application while somebody writes them: kept a second after the last key, and when she goes on. */
export function useNotes({ id, notes: start }: Application) {
  const [notes, setNotes] = useState<InterviewNotes>(start ?? {});
  const [kept, setKept] = useState<'no' | 'saving' | 'saved' | 'failed'>('no');
  const latest = useRef(notes);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());

  function write(change: Partial<InterviewNotes>) {
    latest.current = { ...latest.current, ...change };
    setNotes(latest.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pause);
  }

  function save() {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    const now = latest.current;
    setKept('saving');
    // One after the other, so that older notes never land on newer ones.
    saving.current = saving.current
      .then(() => keepNotes(id, now))
      .then(
        () => setKept('saved'),
        () => setKept('failed'),
      );
  }

  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && save();
    addEventListener('pagehide', save);
    addEventListener('beforeunload', save);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', save);
      removeEventListener('beforeunload', save);
      document.removeEventListener('visibilitychange', hide);
      save();
    };
  }, []);

  return { notes, write, save, kept };
}
