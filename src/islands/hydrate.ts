import { h, hydrate, options, type ComponentType } from 'preact';

// What follows from a click has happened before the next one: effects that wait for a frame undo it on a busy machine.
options.requestAnimationFrame = queueMicrotask;

/**
 * Wakes an island. Astro's own way also carries slots (which need HTML strings, and Trusted Types refuse those) and
 * signals; our islands have neither, and the directory may weigh 16 kB in all. What was typed before it woke stays.
 */
export default (island: HTMLElement) => (Component: ComponentType<object>, props: object) => {
  const typed = [...island.querySelectorAll('input')].map((field) => [field, field.value] as const);
  if (island.hasAttribute('ssr')) hydrate(h(Component, props), island);
  for (const [field, value] of typed) {
    if (field.value === value) continue;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
};
