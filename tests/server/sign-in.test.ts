import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestCode, startEmbedded, type Embedded } from '../embedded.ts';

let product: Embedded;
/** Moved forward by tests that say "later". */
let clock = Date.now();
const later = (seconds: number) => (clock += seconds * 1000);

beforeAll(async () => {
  product = await startEmbedded({ now: () => new Date(clock) });
}, 60_000);
afterAll(() => product.stop());

const client = () => createClient(product.url, 'sb_publishable_any', { auth: { persistSession: false } });
const ask = (email: string, locale = 'en') =>
  client().auth.signInWithOtp({ email, options: { shouldCreateUser: true, data: { locale } } });
const verify = (email: string, token: string) => client().auth.verifyOtp({ email, token, type: 'email' });
const key = async (answer: PromiseLike<{ error: { code?: string | undefined } | null }>) =>
  (await answer).error?.code;

async function mailsTo(email: string): Promise<number> {
  const [row] = await product.sql`select count(*)::int from mailbox.mails where address = ${email}`;
  return row!['count'] as number;
}

/** Asks for a code and waits for its mail, which comes after the answer. */
async function freshCode(email: string, locale = 'en'): Promise<{ code: string; token: string }> {
  later(61);
  const before = await mailsTo(email);
  expect((await ask(email, locale)).error).toBeNull();
  await expect.poll(() => mailsTo(email)).toBe(before + 1);
  return newestCode(product.sql, email);
}

const wrong = (code: string) => String((Number(code) + 1) % 1e8).padStart(8, '0');

test('a code signs in once, says so when used again, and the session knows who it is', async () => {
  const { code } = await freshCode('once@example.org');
  const { data, error } = await verify('Once@Example.org ', code);
  expect(error).toBeNull();
  expect(data.user?.email).toBe('once@example.org');
  const claims = JSON.parse(atob(data.session!.access_token.split('.')[1]!)) as Record<string, unknown>;
  expect(claims).toMatchObject({ sub: data.user!.id, role: 'authenticated' });
  expect(Number(claims['exp']) - Number(claims['iat'])).toBe(3600);
  expect(await key(verify('once@example.org', code))).toBe('code_used');
});

test('a link signs in once, and its code with it', async () => {
  const { code, token } = await freshCode('link@example.org', 'nb');
  const { data } = await client().auth.verifyOtp({ token_hash: token, type: 'email' });
  expect(data.user?.email).toBe('link@example.org');
  expect(await key(client().auth.verifyOtp({ token_hash: token, type: 'email' }))).toBe('code_used');
  expect(await key(verify('link@example.org', code))).toBe('code_used');
});

test('after ten minutes a code and its link are old', async () => {
  const { code, token } = await freshCode('old@example.org');
  later(601);
  expect(await key(verify('old@example.org', code))).toBe('code_old');
  expect(await key(client().auth.verifyOtp({ token_hash: token, type: 'email' }))).toBe('code_old');
});

test('a newer code makes the one before it old', async () => {
  const first = await freshCode('newer@example.org');
  const second = await freshCode('newer@example.org');
  expect(await key(verify('newer@example.org', first.code))).toBe('code_old');
  expect(await key(client().auth.verifyOtp({ token_hash: first.token, type: 'email' }))).toBe('code_old');
  expect((await verify('newer@example.org', second.code)).error).toBeNull();
});

test('five wrong tries make a code void, the right one included; its link and a new code work', async () => {
  const { code, token } = await freshCode('tries@example.org');
  for (const left of [4, 3, 2, 1]) {
    expect((await verify('tries@example.org', wrong(code))).error).toMatchObject({
      code: 'code_wrong',
      message: `code_wrong:${left}`,
    });
  }
  expect(await key(verify('tries@example.org', wrong(code)))).toBe('code_void');
  expect(await key(verify('tries@example.org', code))).toBe('code_void');
  expect((await client().auth.verifyOtp({ token_hash: token, type: 'email' })).error).toBeNull();
  const next = await freshCode('tries@example.org');
  expect((await verify('tries@example.org', next.code)).error).toBeNull();
});

test('of a hundred tries at once no more than five are checked', async () => {
  const { code } = await freshCode('flood@example.org');
  const keys = await Promise.all(
    Array.from({ length: 100 }, () => key(verify('flood@example.org', wrong(code)))),
  );
  expect(keys.filter((each) => each === 'code_wrong')).toHaveLength(4);
  expect(keys.filter((each) => each === 'code_void')).toHaveLength(96);
});

test('the right code sent twenty times at once signs in once', async () => {
  const { code } = await freshCode('twice@example.org');
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify('twice@example.org', code)));
  expect(answers.filter(({ error }) => !error)).toHaveLength(1);
  expect(answers.filter(({ error }) => error?.code === 'code_used')).toHaveLength(19);
});

test('one mail a minute and five an hour per address, also when asked at once', async () => {
  later(3601);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('often@example.org')));
  expect(answers.filter(({ error }) => !error)).toHaveLength(1);
  expect(await key(ask('often@example.org'))).toBe('too_soon');
  for (let mail = 2; mail <= 5; mail++) {
    later(61);
    expect((await ask('often@example.org')).error).toBeNull();
  }
  later(61);
  expect((await ask('often@example.org')).error).toMatchObject({ code: 'too_many', status: 429 });
});

test('an address that never signed in is answered like one that did', async () => {
  const { code } = await freshCode('known@example.org');
  await verify('known@example.org', code);
  later(3601);
  const raw = async (path: string, body: object) => {
    const answer = await fetch(`${product.url}/auth/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const headers = [...answer.headers].filter(([name]) => name !== 'date');
    return { status: answer.status, headers, body: await answer.text() };
  };
  for (const [path, more] of [
    ['otp', {}],
    ['otp', {}],
    ['verify', { token: '12345678', type: 'email' }],
    ['verify', { token: '12345678', type: 'email' }],
  ] as const) {
    const known = await raw(path, { email: 'known@example.org', ...more });
    expect(await raw(path, { email: 'nobody@example.org', ...more })).toEqual(known);
  }
  // No code asked for: five tries are counted all the same.
  later(3601);
  for (const left of [4, 3, 2, 1]) {
    for (const email of ['known@example.org', 'nobody@example.org']) {
      expect((await verify(email, '87654321')).error?.message).toBe(`code_wrong:${left}`);
    }
  }
});

test('nobody gets an account by being asked about', async () => {
  later(61);
  await ask('asked@example.org');
  expect(await product.sql`select from auth.users where email = 'asked@example.org'`).toHaveLength(0);
});

test('the tables of sign-in hold neither addresses nor codes in clear', async () => {
  const { code } = await freshCode('sealed@example.org');
  const rows = await product.sql<{ text: string }[]>`select c::text as text from sign_in.codes c`;
  const all = rows.map(({ text }) => text).join('\n');
  for (const word of [code, 'sealed@example.org', Buffer.from('sealed@example.org').toString('hex')]) {
    expect(all).not.toContain(word);
  }
});

test('a session is renewed, and the token before it ends the session when it comes back', async () => {
  const { code } = await freshCode('renew@example.org');
  const { data } = await verify('renew@example.org', code);
  const first = data.session!.refresh_token;
  const second = await client().auth.refreshSession({ refresh_token: first });
  const third = await client().auth.refreshSession({ refresh_token: second.data.session!.refresh_token });
  expect(third.error).toBeNull();
  expect((await client().auth.refreshSession({ refresh_token: first })).error).not.toBeNull();
  expect(
    (await client().auth.refreshSession({ refresh_token: third.data.session!.refresh_token })).error,
  ).not.toBeNull();
});

test('sign out here ends this session at once, sign out everywhere ends all', async () => {
  const signIn = async () => {
    const browser = client();
    const { code } = await freshCode('out@example.org');
    const { data } = await browser.auth.verifyOtp({ email: 'out@example.org', token: code, type: 'email' });
    return { browser, access: data.session!.access_token, refresh: data.session!.refresh_token };
  };
  type Session = Awaited<ReturnType<typeof signIn>>;
  const works = async ({ access, refresh }: Session) => {
    const headers = { Authorization: `Bearer ${access}` };
    const answer = await fetch(`${product.url}/rest/v1/programmes?select=key`, { headers });
    const renewal = await client().auth.refreshSession({ refresh_token: refresh });
    return [answer.status !== 401, !renewal.error];
  };
  const [phone, library, home] = [await signIn(), await signIn(), await signIn()];
  expect(await works(library)).toEqual([true, true]);
  await library.browser.auth.signOut({ scope: 'local' });
  expect(await works(library)).toEqual([false, false]);
  expect(await works(phone)).toEqual([true, true]);
  await home.browser.auth.signOut({ scope: 'global' });
  expect(await works(home)).toEqual([false, false]);
  expect(await works(phone)).toEqual([false, false]);
});

test.each(['', 'no address', 'a@b', 'a@example.org\nbcc: b@example.org', `${'a'.repeat(250)}@example.org`])(
  'an address that is none is refused: %j',
  async (email) => {
    const answer = await fetch(`${product.url}/auth/v1/otp`, {
      method: 'POST',
      body: JSON.stringify({ email }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error_code: 'address_invalid' });
  },
);
