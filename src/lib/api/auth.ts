import { AuthClient } from '@supabase/auth-js';
import { Refusal } from './answer.ts';
import { backend, publicKey } from './backend.ts';
import { sessionKey, type Session } from './session.ts';
import { signInRefusal } from './sign-in-answer.ts';

/** Loaded only to sign in, renew and sign out: it is larger than the rest of a page together. */
const auth = new AuthClient({
  url: backend('auth/v1'),
  headers: { apikey: publicKey },
  storageKey: sessionKey,
  autoRefreshToken: false,
  detectSessionInUrl: false,
});

/** Mails a code and a link. @throws Refusal */
export async function askForCode(email: string, locale: string): Promise<void> {
  const { error } = await auth.signInWithOtp({ email, options: { data: { locale } } });
  if (error) throw signInRefusal(error);
}

/** Signs in with the code from the mail. @throws Refusal */
export async function takeCode(email: string, token: string): Promise<void> {
  const { error } = await auth.verifyOtp({ email, token, type: 'email' });
  if (error) throw signInRefusal(error);
}

/** Signs in with the secret of the mail's link. @throws Refusal */
export async function takeLink(secret: string): Promise<void> {
  const { error } = await auth.verifyOtp({ token_hash: secret, type: 'email' });
  if (error) throw signInRefusal(error);
}

/**
 * Renews the session that is kept, once: `refreshSession` would do it twice for a session that has run out already.
 * @throws Refusal `session_over` where the backend will not renew, `offline` where it cannot be reached
 */
export async function renewSession(): Promise<Session> {
  const { data, error } = await auth.getSession();
  if (data.session) return data.session as Session;
  if (error?.name === 'AuthRetryableFetchError') throw new Refusal('offline');
  localStorage.removeItem(sessionKey);
  throw new Refusal('session_over');
}

/** Signs out in this browser, or everywhere. This browser forgets the session whatever the backend says. */
export async function signOut(everywhere: boolean): Promise<void> {
  const { error } = await auth.signOut({ scope: everywhere ? 'global' : 'local' });
  if (everywhere && error && error.name === 'AuthRetryableFetchError') throw new Refusal('offline');
  localStorage.removeItem(sessionKey);
}
