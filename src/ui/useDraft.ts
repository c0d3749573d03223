import { useEffect, useRef, useState } from 'preact/hooks';
import { saveDraft } from '../features/drafts/api.ts';

const pause = 700;

/** Keeps what was typed on the server, a moment after the last key, and at the latest when the page is left. */
export function useDraft(name: string | undefined) {
  const [kept, setKept] = useState<'no' | 'saving' | 'saved' | 'failed'>('no');
  const waiting = useRef<{ content: object; timer: ReturnType<typeof setTimeout> } | null>(null);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const sending = useRef(false);

  function keep(content: object) {
    if (!name || sending.current) return;
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { content, timer: setTimeout(save, pause) };
  }

  function save() {
    const { content } = waiting.current ?? {};
    drop();
    if (!name || !content) return;
    setKept('saving');
    // One after the other, so that an older text never lands on a newer one.
    saving.current = saving.current
      .then(() => saveDraft(name, content))
      .then(
        () => setKept('saved'),
        () => setKept('failed'),
      );
  }

  function drop() {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  }

  /** Sends what was typed. Nothing is saved meanwhile: it would come back as the draft of something that is done. */
  async function sendWith(verb: () => Promise<unknown>) {
    sending.current = true;
    drop();
    await saving.current;
    try {
      await verb();
    } finally {
      sending.current = false;
    }
  }

  useEffect(() => {
    const leave = () => save();
    const hide = () => document.visibilityState === 'hidden' && save();
    // Already when the next page is asked for: saved only at `pagehide`, the same page opened anew could read first.
    addEventListener('beforeunload', leave);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('beforeunload', leave);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      // A form that is closed keeps its last words too; one that was sent has nothing waiting.
      save();
    };
  }, [name]);

  return { kept, keep, sendWith };
}
