import { useEffect, useRef, useState } from 'preact/hooks';
import type { Application, InterviewNotes } from '../../features/applications/desk-model.ts';
import { keepNotes } from '../../features/applications/desk-store.ts';
import { notesWith } from '../../features/applications/notes.ts';

const pause = 1000;
const nothing: InterviewNotes = {};

/**
 * The notes of one application while somebody writes them: what is kept, wherever it was written, and over it what was
 * written here since. Only that is sent: a second after the last key, and when she goes on.
 */
export function useNotes({ id, notes: there }: Application) {
  const [written, setWritten] = useState(nothing);
  const [kept, setKept] = useState<'no' | 'saving' | 'saved' | 'failed'>('no');
  const unsent = useRef(nothing);
  const underway = useRef(nothing);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());

  const show = () => setWritten(notesWith(underway.current, unsent.current));

  function write(change: InterviewNotes) {
    unsent.current = notesWith(unsent.current, change);
    show();
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pause);
  }

  /** One after the other, so that older words never land on newer ones. */
  function save() {
    clearTimeout(timer.current);
    if (unsent.current === nothing) return;
    saving.current = saving.current.then(send);
  }

  async function send() {
    if (unsent.current === nothing) return;
    underway.current = unsent.current;
    unsent.current = nothing;
    setKept('saving');
    try {
      await keepNotes(id, underway.current);
      setKept('saved');
    } catch {
      // It goes along with what is written next, or once the network is back.
      unsent.current = notesWith(underway.current, unsent.current);
      setKept('failed');
    }
    underway.current = nothing;
    show();
  }

  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && save();
    addEventListener('pagehide', save);
    addEventListener('beforeunload', save);
    addEventListener('online', save);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', save);
      removeEventListener('beforeunload', save);
      removeEventListener('online', save);
      document.removeEventListener('visibilitychange', hide);
      save();
    };
  }, []);

  return { notes: notesWith(there ?? nothing, written), write, save, kept };
}
