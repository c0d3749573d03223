import { Refusal, refusalOf } from './answer.ts';
import { backend, publicKey } from './backend.ts';
import { accessToken, isGood, sessionKey, storedSession, type Session } from './session.ts';

/*
 * What happens to a session that is there: loaded when it does, and without auth-js, which goes by the device's clock,
 * ends a session whose renewal is refused for any reason, and takes a token nobody accepts for one that is signed out.
 */

/**
 * The session with a token that is good. One renewal at a time across all tabs: the second one finds the first one's.
 * @param refused the token the backend does not take, whatever the clock says
 * @throws Refusal `session_over` where the backend will not renew; `too_many`, `offline`, and then the session stays
 */
export function renewSession(refused?: string): Promise<Session> {
  const renew = async () => {
    const session = storedSession();
    if (!session) throw new Refusal('session_over');
    return isGood(session, refused) ? session : renewed(session);
  };
  return 'locks' in navigator ? navigator.locks.request('fotfeste-renewal', renew) : renew();
}

/**
 * Signs out in this browser, or everywhere. This browser forgets the session whatever the backend says.
 * @throws Refusal only where it was to be everywhere, and other devices may still be in
 */
export async function signOut(everywhere: boolean): Promise<void> {
  try {
    await endSession(everywhere ? 'global' : 'local');
  } catch (error) {
    if (everywhere) throw error;
  }
  // Other tabs hear that nobody is here by her own hand, and not that a session has run out.
  localStorage.setItem(sessionKey, 'null');
  localStorage.removeItem(sessionKey);
}

async function endSession(scope: 'global' | 'local', refused?: string): Promise<void> {
  const token = await accessToken(refused);
  const { ok, status } = await call(`logout?scope=${scope}`, {}, token);
  if (ok) return;
  if (refused || !isRefusal(status)) throw new Refusal('something_failed');
  // A token that is not taken ends nothing: once more, with a new one.
  await endSession(scope, token);
}

async function renewed(session: Session): Promise<Session> {
  const { refresh_token } = session;
  const response = await call('token?grant_type=refresh_token', { refresh_token });
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const now = storedSession();
  // Signed out meanwhile, or in anew: that counts.
  if (now?.refresh_token !== refresh_token) {
    if (now) return now;
    throw new Refusal('session_over');
  }
  if (answer.access_token) {
    // By the device's own clock, which `isGood` asks: one that runs fast would renew at every call.
    const fresh = { ...session, ...answer, expires_at: Date.now() / 1000 + answer.expires_in };
    localStorage.setItem(sessionKey, JSON.stringify(fresh));
    return fresh;
  }
  if (response.status === 429) throw new Refusal('too_many', { minutes: renewalsCountFor });
  if (!isRefusal(response.status)) throw new Refusal('something_failed');
  localStorage.removeItem(sessionKey);
  // Other tabs hear of it by themselves.
  dispatchEvent(new StorageEvent('storage', { key: sessionKey }));
  throw new Refusal('session_over');
}

interface Answer extends Session {
  expires_in: number;
}

/** Minutes, as our own server counts them; said here, because a file that loads another along weighs on every page. */
const renewalsCountFor = 5;

/** Too many calls and a backend that is being repaired end no session. */
const isRefusal = (status: number) => [400, 401, 403].includes(status);

async function call(path: string, body: object, token?: string): Promise<Response> {
  const headers = { apikey: publicKey, 'Content-Type': 'application/json' };
  return fetch(`${backend('auth/v1')}/${path}`, {
    method: 'POST',
    headers: token ? { ...headers, Authorization: `Bearer ${token}` } : headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch((error: unknown) => {
    throw refusalOf(error as Error);
  });
}
