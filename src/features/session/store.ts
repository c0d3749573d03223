import { atom, onMount } from 'nanostores';
import { storedSession, type Session } from '../../lib/api/session.ts';

/** Who is signed in here; follows what other tabs do. */
export const $session = atom<Session | null>(null);

onMount($session, () => {
  if (import.meta.env.SSR) return;
  const follow = () => {
    $session.set(storedSession());
    if (!isSignedIn()) forgetPlace();
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

/** Signed out, or the session has run out. */
export function forgetPlace(): void {
  try {
    localStorage.removeItem(placeKey);
  } catch {
    // A browser that keeps nothing.
  }
}
