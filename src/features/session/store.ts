import { atom, onMount } from 'nanostores';
import { sessionKey, storedSession, type Session } from '../../lib/api/session.ts';
import { wayOn, type Way } from './model.ts';

/** Who is signed in here; follows what other tabs do. */
export const $session = atom<Session | null>(null);

onMount($session, () => {
  if (import.meta.env.SSR) return;
  const follow = (event?: StorageEvent) => {
    if (!event || event.key === null || event.key === sessionKey) $session.set(storedSession());
  };
  follow();
  addEventListener('storage', follow);
  return () => removeEventListener('storage', follow);
});

/** Whether this browser holds a session now, also where this tab itself has just lost it. */
export const isSignedIn = (): boolean => storedSession() !== null;

const placeKey = 'fotfeste-place';

/** Tells the header of every page where this person belongs. */
export function rememberPlace(place: 'my' | 'desk'): void {
  localStorage.setItem(placeKey, place);
}

export function forgetPlace(): void {
  localStorage.removeItem(placeKey);
}

const wayKey = 'fotfeste-way';
/** As long as a code lives. */
const wayLasts = 10 * 60_000;

/**
 * Keeps where somebody was going while she fetches her code: the button in the mail opens a page of its own, which would
 * not know. Gone with signing in.
 */
export function rememberWay(to: string): void {
  localStorage.setItem(wayKey, JSON.stringify({ to, until: Date.now() + wayLasts } satisfies Way));
}

/** Where she was going, this once; my page where nothing is kept. */
export function takeWay(lang: string): string {
  const kept = localStorage.getItem(wayKey);
  localStorage.removeItem(wayKey);
  return wayOn(kept, lang, Date.now());
}

export function forgetWay(): void {
  localStorage.removeItem(wayKey);
}
