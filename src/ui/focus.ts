/** Puts the focus on an element after the next drawing, when it is there. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
