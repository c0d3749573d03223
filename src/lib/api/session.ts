import { Refusal } from './answer.ts';

/** What the backend gives and auth-js keeps; read here without it, so that only signing in loads it. */
export interface Session {
  access_token: string;
  refresh_token: string;
  /** Seconds since 1970: by the backend's clock after signing in, by the device's own after a renewal. */
  expires_at: number;
  user: { id: string; email?: string };
}

export const sessionKey = 'fotfeste-session';
const spareSeconds = 30;

/** Whose page this is: hers whose token it used first. */
let person: string | undefined;

/** The session of this browser, or null. */
export function storedSession(): Session | null {
  try {
    const session = JSON.parse(localStorage.getItem(sessionKey) ?? 'null') as Session | null;
    return session?.access_token && session.refresh_token ? session : null;
  } catch {
    return null;
  }
}

/**
 * A token that is good for the next call, renewed if need be.
 * @param refused the token the backend has just refused: it is renewed whatever the clock says
 * @throws Refusal `sign_in_first` without a session, `session_over` if it cannot be renewed or is somebody else's by now,
 * `too_many`, `offline`
 */
export async function accessToken(refused?: string): Promise<string> {
  let session = storedSession();
  if (!session) throw new Refusal('sign_in_first');
  if (!isGood(session, refused)) session = await (await import('./session-verbs.ts')).renewSession(refused);
  // Another one's words are never kept as hers.
  if (session.user.id !== (person ??= session.user.id)) throw new Refusal('session_over');
  return session.access_token;
}

/** Whether its token may be used: not run out by the clock, and not the one that was refused. */
export function isGood(session: Session, refused?: string): boolean {
  return session.access_token !== refused && session.expires_at - spareSeconds > Date.now() / 1000;
}

/**
 * Nobody sees or sends what is another's. A page that comes back out of the browser's memory has heard nothing meanwhile;
 * one that is open stays where the session has only run out, because the words in its forms are to be rescued.
 * @param meant that it came back, or that the session was changed by hand
 */
function look(meant: boolean): void {
  if (!meant || !person || storedSession()?.user.id === person) return;
  document.documentElement.hidden = true;
  location.reload();
}

// Not where pages are built.
if (typeof window !== 'undefined') {
  addEventListener('storage', ({ key, newValue }) => look(key === sessionKey && newValue !== null));
  addEventListener('pageshow', ({ persisted }) => look(persisted));
}
