import { h, hydrate, type ComponentType } from 'preact';

/**
 * Wakes an island. Astro's own way also carries slots (which need HTML strings, and Trusted Types refuse those) and
 * signals; our islands have neither, and the directory may weigh 16 kB in all.
 */
export default (island: HTMLElement) => (Component: ComponentType<object>, props: object) => {
  if (island.hasAttribute('ssr')) hydrate(h(Component, props), island);
};
