import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInLimits } from '../../server/sign-in-limits.ts';
import { startEmbedded, type Embedded } from '../embedded.ts';

let product: Embedded;
beforeAll(async () => {
  product = await startEmbedded({
    limits: {
      mailsPerSender: 30,
      triesPerSender: 30,
      renewalsPerSender: 5,
      visitsPerSender: 10,
      questionsPerSender: 3,
      barriersPerSender: 2,
    },
  });
}, 60_000);
afterAll(() => product.stop());

const post = async (path: string, body: object, headers = {}) =>
  fetch(`${product.url}/auth/v1/${path}`, { method: 'POST', body: JSON.stringify(body), headers });
const statuses = (answers: Response[]) => answers.map(({ status }) => status).sort();
const first = (many: number, few: number) => [
  ...Array<number>(many).fill(200),
  ...Array<number>(few).fill(429),
];

test('a sender causes thirty mails an hour, to however many addresses, and cannot pretend to be another', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      post('otp', { email: `person${n}@example.org` }, { 'X-Forwarded-For': `203.0.113.${n}` }),
    ),
  );
  expect(statuses(answers)).toEqual(first(30, 10));
});

test('a sender tries thirty codes in five minutes', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => post('verify', { email: `p${n}@example.org`, token: '12345678' })),
  );
  expect(statuses(answers)).toEqual([...Array<number>(30).fill(403), ...Array<number>(10).fill(429)]);
});

test('a sender renews sessions only so often', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => post('token?grant_type=refresh_token', { refresh_token: 'made up' })),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
});

/** What a visitor may send without a session, each time pretending to be somebody else. */
const call = (verb: string, body: object, nr: number) =>
  fetch(`${product.url}/rest/v1/rpc/${verb}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${nr}`,
      'X-Forwarded-For': `203.0.113.${nr}`,
    },
  });
const refusedToday = async (answers: Response[]) => {
  const refused = answers.filter(({ status }) => status === 429);
  return Promise.all(refused.map(async (answer) => ((await answer.json()) as { message: string }).message));
};

test('a sender asks us only so often a day, to be answered at however many addresses', async () => {
  const question = (nr: number) => ({
    topic: 'other',
    locale: 'en',
    words: `Question number ${nr}`,
    address: `nr${nr}@example.org`,
  });
  const answers = await Promise.all(Array.from({ length: 8 }, (_, nr) => call('ask_us', question(nr), nr)));
  expect(await refusedToday(answers)).toEqual(Array<string>(5).fill('too_many_today'));
});

test('and tells of only so many barriers a day, whatever it has asked', async () => {
  const barrier = { kind: 'other', stage: 'office', country: 'NO', year: new Date().getFullYear() };
  const answers = await Promise.all(Array.from({ length: 3 }, (_, nr) => call('tell_barrier', barrier, nr)));
  expect(await refusedToday(answers)).toEqual(['too_many_today']);
});

test('one sender comes nowhere near what the database takes in all', () => {
  expect(signInLimits.questionsPerSender).toBeLessThanOrEqual(200 / 10);
  expect(signInLimits.barriersPerSender * 31).toBeLessThanOrEqual(2000 / 3);
});

test('a sender without a session opens only so many links, whatever it shows instead', async () => {
  // Five of its ten visits were questions and barriers.
  const open = (authorization: object) =>
    fetch(`${product.url}/rest/v1/rpc/open_partner_link`, {
      method: 'POST',
      body: JSON.stringify({ secret: 'x'.repeat(43) }),
      headers: { 'Content-Type': 'application/json', ...authorization },
    });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, nr) => open(nr % 2 ? { Authorization: `Bearer ${nr}` } : {})),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(await Promise.all(refused.map((answer) => answer.json()))).toEqual(
    Array<object>(3).fill(expect.objectContaining({ message: 'too_many_visits' })),
  );
});
