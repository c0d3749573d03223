import { wayFrom } from './model.ts';
import { forgetPlace, rememberPlace } from './store.ts';
import { forgetWay, rememberWay } from './way.ts';

/** The client for signing in is large, so it comes when it is needed. */
const auth = () => import('../../lib/api/auth.ts');

/** Begins to fetch what signing in needs, while the person is still typing. */
export function prepareToSignIn(): void {
  void auth();
}

/**
 * Mails a code to this address; where she is going is kept until she is in.
 * @throws Refusal `too_soon`, `too_many`, `address_invalid`, `offline`
 */
export async function askForCode(address: string, locale: string): Promise<void> {
  rememberWay(wayFrom(location, locale));
  return (await auth()).askForCode(address.trim(), locale);
}

/** @throws Refusal `code_wrong` (count), `code_used`, `code_old`, `code_void` */
export async function takeCode(address: string, code: string): Promise<void> {
  await (await auth()).takeCode(address.trim(), code.replace(/\D/g, ''));
  forgetWay();
  rememberPlace('my');
}

/** @throws Refusal as {@link takeCode} */
export async function takeLink(secret: string): Promise<void> {
  await (await auth()).takeLink(secret);
  rememberPlace('my');
}

/** Here, or on every device. @throws Refusal only where it was to be on every device, and may not be */
export async function signOut(everywhere: boolean): Promise<void> {
  const verbs = await import('../../lib/api/session-verbs.ts');
  await verbs.signOut(everywhere);
  forgetPlace();
}
