/** Puts the focus on an element once it is drawn, if it is there. */
export function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}

/** The same, but only where the focus has fallen to the page: what had it is gone. */
export function catchFocus(id: string): void {
  setTimeout(() => document.activeElement === document.body && document.getElementById(id)?.focus());
}
