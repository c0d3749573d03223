/** Puts the focus on an element after the next drawing, when it is there. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** The same, but only where the focus has fallen to the page: what had it is gone. */
export function catchFocus(id: string): void {
  requestAnimationFrame(
    () => document.activeElement === document.body && document.getElementById(id)?.focus(),
  );
}
