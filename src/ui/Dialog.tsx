import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useSay, type Key } from './words.tsx';

interface Props {
  title: string;
  close: () => void;
  /** What its last button says: that one leaves without doing it, unless it is done. */
  leave?: Key;
  children: ComponentChildren;
}

/**
 * A native dialog, open as long as it is rendered: focus, Escape and the page behind are the browser's work. It says
 * `close` only with the next frame, when on a busy machine somebody may have moved on already: it is left once, as soon as
 * Escape is pressed, and by then takes the focus from nobody.
 */
export function Dialog({ title, close, leave = 'form.cancel', children }: Props) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const left = useRef(false);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    const element = dialog.current;
    element?.showModal();
    return () => {
      left.current = true;
      // As long as it is open, nothing behind it can take the focus.
      element?.close();
      if (document.activeElement === document.body) opener?.focus();
    };
  }, []);
  function leaveOnce() {
    if (left.current) return;
    left.current = true;
    close();
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      // A file field in it says `cancel` too, and that bubbles.
      onCancel={(event) => event.target === dialog.current && leaveOnce()}
      onClose={leaveOnce}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <button type="button" class="link" onClick={leaveOnce}>
        {say(leave)}
      </button>
    </dialog>
  );
}
