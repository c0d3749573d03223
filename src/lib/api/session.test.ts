import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const key = 'fotfeste-session';
const kept = new Map<string, string>();
const now = () => Date.now() / 1000;
const calls: string[] = [];
let answers: (() => Response)[];
let reload: ReturnType<typeof vi.fn>;
let listeners: EventTarget;

/** A browser as far as a session needs one; its backend answers one after the other. */
beforeEach(() => {
  kept.clear();
  calls.length = 0;
  answers = [];
  reload = vi.fn();
  listeners = new EventTarget();
  vi.resetModules();
  vi.stubGlobal('window', {});
  vi.stubGlobal('location', { origin: 'https://here.example', reload });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('StorageEvent', Event);
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners));
  vi.stubGlobal('dispatchEvent', listeners.dispatchEvent.bind(listeners));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('fetch', (url: string, { headers }: { headers: Record<string, string> }) => {
    const said = headers['Authorization']?.replace('Bearer ', ' as ') ?? '';
    calls.push(url.replace(/^.*\/v1\//, '') + said);
    return Promise.resolve(answers.shift()!());
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const enter = (token: string, over: object = {}) =>
  kept.set(
    key,
    JSON.stringify({
      ...{
        access_token: token,
        refresh_token: `${token}-r`,
        expires_at: now() + 3600,
        user: { id: 'amina' },
      },
      ...over,
    }),
  );
const session = () => JSON.parse(kept.get(key) ?? 'null') as { access_token: string; expires_at: number };
const answer =
  (status: number, body: object | null = null) =>
  () =>
    Response.json(body, { status });
const over = answer(401, { code: 'PGRST301', message: 'session_over' });
const renewed = (token: string) =>
  answer(200, {
    ...{ access_token: token, refresh_token: `${token}-r`, expires_in: 3600, user: { id: 'amina' } },
    // By a clock that is an hour behind the device's.
    expires_at: now(),
  });
const client = () => import('./client.ts');
const verbs = () => import('./session-verbs.ts');

test('a token the backend refuses is renewed whatever the clock says, and the call is made again', async () => {
  enter('first');
  answers = [over, renewed('second'), answer(200, { told: true })];
  expect(await (await client()).read('my_page')).toEqual({ told: true });
  expect(calls).toEqual(['rpc/my_page as first', 'token?grant_type=refresh_token', 'rpc/my_page as second']);
});

test('after a renewal the device’s own clock counts: a fast one does not renew at each call', async () => {
  enter('first', { expires_at: now() - 1 });
  answers = [renewed('second'), answer(200, {}), answer(200, {})];
  const { read } = await client();
  await read('one');
  await read('two');
  expect(calls).toEqual(['token?grant_type=refresh_token', 'rpc/one as second', 'rpc/two as second']);
  expect(session().expires_at).toBeGreaterThan(now() + 3500);
});

test('a session that is not renewed is gone, and this tab hears of it too', async () => {
  enter('first');
  answers = [over, answer(400, { error_code: 'refresh_token_not_found' })];
  const heard = vi.fn();
  addEventListener('storage', heard);
  await expect((await client()).read('my_page')).rejects.toMatchObject({ key: 'session_over' });
  expect(kept.has(key)).toBe(false);
  expect(heard).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
});

test.each([
  [429, { error_code: 'too_many', msg: 'too_many:300' }, { key: 'too_many', params: { minutes: 5 } }],
  [500, {}, { key: 'something_failed' }],
  [200, {}, { key: 'something_failed' }],
])('a renewal that is answered with %i %j keeps the session', async (status, body, refusal) => {
  enter('first', { expires_at: 1000 });
  answers = [answer(status, body)];
  await expect((await client()).read('my_page')).rejects.toMatchObject(refusal);
  expect(session().access_token).toBe('first');
});

test('who signs out during a renewal stays signed out', async () => {
  enter('first', { expires_at: 1000 });
  answers = [() => (kept.delete(key), renewed('second')())];
  await expect((await client()).read('my_page')).rejects.toMatchObject({ key: 'session_over' });
  expect(kept.has(key)).toBe(false);
});

test('signing out everywhere with a token that is not taken renews first', async () => {
  enter('first');
  answers = [answer(403), renewed('second'), answer(200)];
  await (await verbs()).signOut(true);
  expect(calls).toEqual([
    'logout?scope=global as first',
    'token?grant_type=refresh_token',
    'logout?scope=global as second',
  ]);
  expect(kept.has(key)).toBe(false);
});

test.each([500, 429])(
  'signing out everywhere that is answered with %i says so, and here it works',
  async (status) => {
    enter('first');
    answers = [answer(status), answer(status)];
    const { signOut } = await verbs();
    await expect(signOut(true)).rejects.toMatchObject({ key: 'something_failed' });
    expect(session().access_token).toBe('first');
    await signOut(false);
    expect(kept.has(key)).toBe(false);
  },
);

/** What happens to an open page, and to one that comes back out of the browser's memory. */
const happens = (name: 'storage' | 'pageshow') =>
  dispatchEvent(Object.assign(new Event(name), { persisted: name === 'pageshow', key, newValue }));
/** What the event tells of a change; when it comes, there may have been another. */
let newValue: string | null;
const leaves = () => ((newValue = 'null'), kept.delete(key));
const runsOut = () => ((newValue = null), kept.delete(key));
const enters = (token: string, id = 'amina') => (enter(token, { user: { id } }), (newValue = kept.get(key)!));
const otherEnters = () => enters('other', 'dawit');

test.each([
  ['storage', 'she has signed out', leaves, 1],
  ['storage', 'her session has run out', runsOut, 0],
  ['storage', 'somebody else is in', otherEnters, 1],
  ['storage', 'her token is a new one', () => enters('second'), 0],
  ['pageshow', 'she has signed out', leaves, 1],
  ['pageshow', 'her session has run out', runsOut, 1],
  ['pageshow', 'somebody else is in', otherEnters, 1],
  ['pageshow', 'her token is a new one', () => enters('second'), 0],
] as const)('%s, and %s', async (event, _, change, times) => {
  enter('first');
  answers = [answer(200, {})];
  await (await client()).read('my_page');
  change();
  happens(event);
  expect(reload).toHaveBeenCalledTimes(times);
});

test('what is written in one’s page is never sent as somebody else', async () => {
  enter('first');
  answers = [answer(200, {})];
  const { read, keep } = await client();
  await read('my_page');
  otherEnters();
  vi.stubGlobal('sessionStorage', { setItem: () => 0, removeItem: () => 0 });
  await expect(keep('save_draft')).rejects.toMatchObject({ key: 'session_over' });
  expect(calls).toHaveLength(1);
});

test('a page that has shown nothing of anybody stays as it is', async () => {
  await client();
  otherEnters();
  happens('storage');
  happens('pageshow');
  expect(reload).not.toHaveBeenCalled();
});
