import { Refusal } from './answer.ts';

/** What auth-js keeps; read here without it, so that only signing in and renewing load it. */
export interface Session {
  access_token: string;
  refresh_token: string;
  /** Seconds since 1970. */
  expires_at: number;
  user: { id: string; email?: string };
}

export const sessionKey = 'fotfeste-session';
const spareSeconds = 30;

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
 * @throws Refusal `sign_in_first` without a session, `session_over` if it cannot be renewed, `offline`
 */
export async function accessToken(): Promise<string> {
  const session = storedSession();
  if (!session) throw new Refusal('sign_in_first');
  if (isFresh(session)) return session.access_token;
  return (await renewOnce()).access_token;
}

/** One renewal at a time across all tabs: the second one finds the first one's session. */
function renewOnce(): Promise<Session> {
  const renew = async () => {
    const session = storedSession();
    if (!session) throw new Refusal('session_over');
    if (isFresh(session)) return session;
    const { renewSession } = await import('./auth.ts');
    return renewSession();
  };
  return 'locks' in navigator ? navigator.locks.request('fotfeste-renewal', renew) : renew();
}

function isFresh(session: Session): boolean {
  return session.expires_at - spareSeconds > Date.now() / 1000;
}
