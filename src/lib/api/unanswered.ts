/*
 * Whoever types and opens the page anew at once has two calls on their way: her last words, and the page's question what
 * they were. Nothing keeps the two in order, so a page that follows one left without an answer asks a moment later.
 */

const key = 'fotfeste-unanswered';
const moment = 1000;
let calls = 0;

/**
 * Notes that something is being stored.
 * @returns what to call once it is stored or refused; not where no answer comes, as a page sees it that is being left
 */
export function unanswered(): () => void {
  calls++;
  sessionStorage.setItem(key, '');
  return () => {
    if (--calls === 0) sessionStorage.removeItem(key);
  };
}

/** Resolves at once, or a moment after the page before was left. */
export const settled = wasLeft()
  ? new Promise((resolve) => setTimeout(resolve, moment - performance.now()))
  : undefined;

function wasLeft(): boolean {
  try {
    const left = sessionStorage.getItem(key) !== null;
    sessionStorage.removeItem(key);
    return left;
  } catch {
    // A browser that keeps nothing.
    return false;
  }
}
