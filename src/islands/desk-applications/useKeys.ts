import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { isOpen, stepFrom } from '../../features/applications/queue.ts';
import { $doing, $opened, opened, order, type Doing } from '../../features/applications/desk-store.ts';

/** What one letter opens. Notes are in the page itself: `n` goes there. */
const dialogs: Record<string, Doing> = { a: 'ask', i: 'invite', d: 'decide', c: 'concern', '?': 'keys' };

/**
 * The keyboard at this desk: j and k (or the arrows, in the list) go on and back, Enter opens, Escape goes back to the
 * list, letters begin what can be done, Ctrl+Enter sends a form. Nothing of it while somebody types.
 */
export function useKeys(root: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = root.current;
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event, target);
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest('dialog')) return;
      if (target.closest('input, textarea, select')) {
        if (event.key === 'Escape') readingTitle()?.focus();
        return;
      }
      if (obey(event.key, target)) event.preventDefault();
    };
    element?.addEventListener('keydown', pressed);
    return () => element?.removeEventListener('keydown', pressed);
  }, []);
}

/** Whether the key meant something here. */
function obey(key: string, target: HTMLElement): boolean {
  const row = target.closest<HTMLElement>('[data-row]');
  const arrow = row !== null && (key === 'ArrowDown' || key === 'ArrowUp');
  if (key === 'j' || key === 'k' || arrow) {
    step(key === 'j' || key === 'ArrowDown' ? 1 : -1, row);
    return true;
  }
  if (key === 'Escape' && $opened.get()) {
    go(null);
    return true;
  }
  if (key === 'n' && $opened.get()) {
    toNotes();
    return true;
  }
  const dialog = dialogs[key];
  if (!dialog || !mayDo(dialog)) return false;
  $doing.set(dialog);
  return true;
}

/** In the list the focus moves; with an application open the next one opens. */
function step(by: 1 | -1, row: HTMLElement | null): void {
  const from = row?.dataset['row'] ?? $opened.get();
  const next = stepFrom(order(), from, by);
  if (!next) return;
  if (!row && $opened.get()) return go(next);
  document.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus();
}

function mayDo(dialog: Doing): boolean {
  if (dialog === 'keys') return true;
  const seen = opened.$seen.get();
  const one = seen.at === 'ready' ? seen.data : null;
  if (one === null || one.id !== $opened.get()) return false;
  return isOpen(one.status);
}

function send(event: KeyboardEvent, target: HTMLElement): void {
  const form = target.closest('form');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

/** Opens an application through the address, so that “back” works; none closes the open one. */
export function go(id: string | null): void {
  if (id) location.hash = id;
  else {
    history.pushState(null, '', location.pathname + location.search);
    dispatchEvent(new PopStateEvent('popstate'));
  }
}

/** To the first of the notes that is still to be written, else to the first. */
export function toNotes(): void {
  const fields = '#notes textarea, #notes input[type=radio]';
  const open = document.querySelector<HTMLElement>('#notes [data-open] :is(textarea, input[type=radio])');
  (open ?? document.querySelector<HTMLElement>(fields))?.focus();
}

export const readingTitle = () => document.getElementById('reading-title');
