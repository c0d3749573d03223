import { AuthClient } from '@supabase/auth-js';
import { backend, publicKey } from './backend.ts';
import { sessionKey } from './session.ts';
import { signInRefusal } from './sign-in-answer.ts';

/** Loaded only to sign in: it is larger than the rest of a page together. */
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
