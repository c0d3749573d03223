import { wayOn, type Way } from './model.ts';

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
