import type { Context, Handler } from 'hono';
import { z } from 'zod';
import { isLocale } from '../src/i18n/locales.ts';
import type { Backend } from './backend.ts';
import { senderOf } from './sender.ts';
import type { Refusal, SignInCodes, Taken } from './sign-in-codes.ts';
import { perSender, type SignInLimits } from './sign-in-limits.ts';

/** What asks for a code and what checks it, in place of the backend's own. */
export interface Guard {
  askForCode: Handler;
  verify: Handler;
}

/** Sends the code; resolves when it is on its way or given up. */
export type SendCode = (mail: {
  id: string;
  address: string;
  locale: string;
  code: string;
  link: string;
}) => void;

const address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/);
const asking = z.object({ email: address, data: z.object({ locale: z.string().optional() }).nullish() });
const byCode = z.object({ email: address, token: z.string().regex(/^\s*(\d\s*){8}$/) });
const byLink = z.object({ token_hash: z.string().min(20).max(100) });

/** Guards sign-in: the backend hears of an address only when its owner has shown a right code. */
export function createGuard(
  codes: SignInCodes,
  backend: Backend,
  publishableKey: string,
  sendCode: SendCode,
  limits: SignInLimits,
): Guard {
  const mayTry = perSender(limits.triesPerSender, 300);

  return {
    async askForCode(c) {
      const body = asking.safeParse(await json(c));
      if (!body.success) return refuse(c, 400, 'address_invalid');
      const { email, data } = body.data;
      const made = await codes.ask(email, senderOf(c));
      if (made.key !== 'ok') return refuseTaking(c, made);
      // Rendering and sending come after the answer, so that its time tells nothing.
      sendCode({ ...made, address: email, locale: isLocale(data?.locale) ? data.locale : 'en' });
      return c.json({});
    },

    async verify(c) {
      if (!mayTry(senderOf(c))) return refuseTaking(c, { key: 'too_many', seconds: 300 });
      const body = z.union([byLink, byCode]).safeParse(await json(c));
      if (!body.success) return refuse(c, 400, 'code_malformed');
      const taken = await ('token_hash' in body.data
        ? codes.takeLink(body.data.token_hash)
        : codes.takeCode(body.data.email, body.data.token.replace(/\s/g, '')));
      return taken.key === 'ok' ? signIn(c, taken) : refuseTaking(c, taken);
    },
  };

  /** Lets the backend make a token for the address and exchanges it at once for a session. */
  async function signIn(c: Context, taken: Taken) {
    const post = (path: string, body: object) =>
      backend.fetch(
        new Request(new URL(path, c.req.url), {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', apikey: publishableKey },
          body: JSON.stringify(body),
        }),
      );
    try {
      const token = await backend.caught.tokenFor(taken.address, () =>
        post('/auth/v1/otp', { email: taken.address, create_user: true }),
      );
      const answer = await post('/auth/v1/verify', { type: 'magiclink', token_hash: token });
      if (!answer.ok) throw new Error(`The backend answered ${answer.status}.`);
      return c.json((await answer.json()) as object);
    } catch (error) {
      await taken.giveBack();
      throw error;
    }
  }
}

async function json(c: Context): Promise<unknown> {
  return c.req.json<unknown>().catch(() => null);
}

function refuseTaking(c: Context, refusal: Refusal) {
  if (refusal.key === 'code_wrong') return refuse(c, 403, refusal.key, refusal.left);
  if (refusal.key === 'too_soon' || refusal.key === 'too_many') {
    c.header('Retry-After', String(refusal.seconds));
    return refuse(c, 429, refusal.key, refusal.seconds);
  }
  return refuse(c, 403, refusal.key);
}

/**
 * The shape auth-js reads: the key in `error.code`; in `error.message` again, with a number after a colon where one
 * belongs to it (`code_wrong:4` tries left, `too_soon:42` seconds to wait).
 */
function refuse(c: Context, status: 400 | 403 | 429, key: string, number?: number) {
  const msg = number === undefined ? key : `${key}:${number}`;
  return c.json({ code: status, error_code: key, msg }, status);
}
