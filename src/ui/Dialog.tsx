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

/** A native dialog, open as long as it is rendered: focus, Escape and the page behind are the browser's work. */
export function Dialog({ title, close, leave = 'form.cancel', children }: Props) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    const element = dialog.current;
    element?.showModal();
    return () => {
      // As long as it is open, nothing behind it can take the focus.
      element?.close();
      opener?.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
      <button type="button" class="link" onClick={close}>
        {say(leave)}
      </button>
    </dialog>
  );
}
