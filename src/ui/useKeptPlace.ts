import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard's place in the list. When the row somebody worked at is gone, the next row that is still there
 * gets the focus, else the one before, else whatever says that nothing is left.
 */
export function useKeptPlace(list: RefObject<HTMLElement>): void {
  const order = useRef<string[]>([]);
  const at = useRef<string | null>(null);

  useEffect(() => {
    const element = list.current;
    // A click as well: not every browser focuses the button one clicks.
    const follow = (event: Event) => {
      const target = event.target as HTMLElement;
      // A dialog belongs to the row it was opened from.
      if (!target.closest('dialog')) at.current = rowOf(target)?.dataset['row'] ?? null;
    };
    element?.addEventListener('focusin', follow);
    element?.addEventListener('click', follow);
    return () => {
      element?.removeEventListener('focusin', follow);
      element?.removeEventListener('click', follow);
    };
  }, []);

  useLayoutEffect(() => {
    const before = order.current;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    order.current = rows.map((row) => row.dataset['row'] ?? '');
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (!lost || at.current === null || order.current.includes(at.current)) return;
    const was = before.indexOf(at.current);
    const near = [...before.slice(was + 1), ...before.slice(0, was).reverse()];
    const next = near.find((row) => order.current.includes(row));
    const row = rows.find((row) => row.dataset['row'] === next);
    (row?.querySelector<HTMLElement>('h4') ?? list.current?.querySelector<HTMLElement>('h2'))?.focus();
  });
}

function rowOf(element: HTMLElement): HTMLElement | null {
  return element.closest('[data-row]');
}
