import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Keeps the keyboard's place in a list of rows (`data-row`), each with a heading that can take the focus. When what
 * somebody worked at is gone, the heading of its row gets the focus; without that row the next one, else one before,
 * else the list's own first heading.
 */
export function useKeptPlace(list: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let order = rowsIn(element).map(nameOf);
    let at: { place: HTMLElement; row: string | undefined } | null = null;
    // A click as well: not every browser focuses the button one clicks.
    const follow = (event: Event) => {
      const place = event.target as HTMLElement;
      // A dialog belongs to the row it was opened from.
      if (!place.closest('dialog'))
        at = { place, row: place.closest<HTMLElement>('[data-row]')?.dataset['row'] };
    };
    const changed = () => {
      const rows = rowsIn(element);
      const before = order;
      order = rows.map(nameOf);
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (!lost || !at || at.place.isConnected) return;
      const was = before.indexOf(at.row ?? '');
      at = null;
      const near = was < 0 ? [] : [...before.slice(was), ...before.slice(0, was).reverse()];
      const places = near.map((name) => rows[order.indexOf(name)]);
      [...places, element].some(takesFocus);
    };
    const watch = new MutationObserver(changed);
    watch.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', follow);
    element.addEventListener('click', follow);
    return () => {
      watch.disconnect();
      element.removeEventListener('focusin', follow);
      element.removeEventListener('click', follow);
    };
  }, []);
}

const rowsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-row]')];
const nameOf = (row: HTMLElement) => row.dataset['row'] ?? '';

/** Whether the first heading in there has taken the focus; one that is folded away cannot. */
function takesFocus(place: HTMLElement | undefined): boolean {
  const heading = place?.querySelector<HTMLElement>('[tabindex="-1"]');
  heading?.focus();
  return heading !== undefined && document.activeElement === heading;
}
