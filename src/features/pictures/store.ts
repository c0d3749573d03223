import { atom } from 'nanostores';
import { picturesOf, type Picture } from './api.ts';

/** Pictures known so far, by person. */
export const $pictures = atom<Readonly<Record<string, Picture>>>({});

/** At most so many in one call, as the database answers. */
const batch = 50;
const asked = new Set<string>();
let waiting: string[] = [];

/**
 * Asks for somebody's picture, once and later: cards are drawn first, then the pictures of all of them come in one call.
 * Without an answer the drawn stone stays.
 */
export function wantPicture(person: string): void {
  if (!person || asked.has(person)) return;
  asked.add(person);
  if (waiting.push(person) === 1) whenIdle(fetchWaiting);
}

async function fetchWaiting(): Promise<void> {
  const people = waiting;
  waiting = [];
  for (let from = 0; from < people.length; from += batch) {
    const some = people.slice(from, from + batch);
    await picturesOf(some).then(
      (found) => $pictures.set({ ...$pictures.get(), ...found }),
      () => some.forEach((person) => asked.delete(person)),
    );
  }
}

function whenIdle(work: () => Promise<void>): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void work(), { timeout: 2000 });
  else setTimeout(() => void work(), 300);
}
