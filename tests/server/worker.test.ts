import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSmtp } from '../../server/transport.ts';
import { startWorker } from '../../server/worker.ts';
import { startEmbedded, type Embedded } from '../embedded.ts';
import { openPostOffice, type Mood } from './post-office.ts';

const moods = new Map<string, Mood>();
let office: Awaited<ReturnType<typeof openPostOffice>>;
let product: Embedded;

beforeAll(async () => {
  office = await openPostOffice((address) => moods.get(address) ?? 'take');
  product = await startEmbedded({ smtpUrl: office.url, smtpPatience: 400 });
}, 60_000);
afterAll(async () => {
  await product.stop();
  await office.close();
});

const params: Record<string, string | number> = {
  code: '12345678',
  link: 'https://example.org/#x',
  minutes: 10,
};

/** Queues mails to one new person; the worker hears of them at the end of the transaction. */
async function queue(address: string, count = 1, kind = 'sign-in-code', values = params): Promise<void> {
  const id = randomUUID();
  await product.sql`insert into auth.users (id, email) values (${id}, ${address})`;
  await product.sql.begin(async (tx) => {
    for (let n = 0; n < count; n++) {
      await tx`select private.queue_mail(${`${address} ${n}`}, ${kind}, ${id}, ${tx.json(values)})`;
    }
  });
}

const row = async (address: string) =>
  (
    await product.sql<
      { attempts: number; sent_at: Date | null; given_up_at: Date | null; last_error: string | null }[]
    >`
      select attempts, sent_at, given_up_at, last_error from private.outbox where key = ${`${address} 0`}`
  )[0];
const received = (address: string) => office.received.filter(({ to }) => to === address);
/** As if the time until the next try had passed. */
const later = (address: string) =>
  product.sql`update private.outbox set next_at = now() where key like ${`${address} %`} and sent_at is null`;

async function tryAgain(address: string): Promise<void> {
  await later(address);
  await product.drain();
  await product.drain();
}

test('a mail leaves within a second of its cause, without anybody asking', async () => {
  await queue('soon@example.org');
  await expect.poll(() => received('soon@example.org').length, { timeout: 1500 }).toBe(1);
  const [mail] = received('soon@example.org');
  expect(mail).toMatchObject({ subject: 'Your sign-in code' });
  expect(mail!.source).toContain('Auto-Submitted: auto-generated');
  expect(mail!.messageId).not.toContain('soon');
});

test('a newsletter tells the mail programme where it is stopped, and no other mail does', async () => {
  const values = { title: 'News', words: 'What is new.', programme: 'free', secret: 'a-secret' };
  await queue('reads@example.org', 1, 'newsletter-sent', values);
  await queue('signs-in@example.org');
  await product.drain();
  const [newsletter] = received('reads@example.org');
  const header = /^List-Unsubscribe:\s+<(\S+)>/m.exec(newsletter?.source ?? '')?.[1];
  expect(header).toBe(`${product.url}/en/newsletter/#a-secret`);
  expect(received('signs-in@example.org')[0]?.source).not.toContain('List-Unsubscribe');
});

test('the same cause twice is one mail', async () => {
  await queue('same@example.org');
  await product.sql`select private.queue_mail('same@example.org 0', 'sign-in-code', person, params)
    from private.outbox where key = 'same@example.org 0'`;
  await tryAgain('same@example.org');
  expect(received('same@example.org')).toHaveLength(1);
});

test('two hundred mails and three workers: each mail once', async () => {
  const sql = postgres(product.databaseUrl, { max: 4, onnotice: () => {} });
  const more = await Promise.all(
    [1, 2].map(() => startWorker(sql, openSmtp(office.url, 'a@example.org'), product.url)),
  );
  await queue('many@example.org', 200);
  await Promise.all([product.drain(), ...more.map((worker) => worker.drain())]);
  await expect.poll(() => received('many@example.org').length, { timeout: 20_000 }).toBe(200);
  expect(new Set(received('many@example.org').map(({ messageId }) => messageId)).size).toBe(200);
  await Promise.all(more.map((worker) => worker.stop()));
  await sql.end();
});

test('a server that asks for patience gets the mail at the next try', async () => {
  moods.set('grey@example.org', 'later');
  await queue('grey@example.org');
  await expect.poll(async () => (await row('grey@example.org'))?.last_error).toBe('smtp 451');
  moods.set('grey@example.org', 'take');
  await tryAgain('grey@example.org');
  expect(received('grey@example.org')).toHaveLength(1);
  expect(await row('grey@example.org')).toMatchObject({ attempts: 2, last_error: null });
});

test('a silent server holds nobody up, and the mail is tried again', async () => {
  moods.set('silent@example.org', 'silent');
  await queue('silent@example.org');
  await queue('other@example.org');
  await expect.poll(() => received('other@example.org').length, { timeout: 5000 }).toBe(1);
  await expect
    .poll(async () => (await row('silent@example.org'))?.last_error, { timeout: 5000 })
    .toBe('ETIMEDOUT');
  moods.set('silent@example.org', 'take');
  await tryAgain('silent@example.org');
  expect(received('silent@example.org')).toHaveLength(1);
});

test('after eight refusals it gives up, and says why without saying who', async () => {
  moods.set('gone@example.org', 'never');
  await queue('gone@example.org');
  for (let tries = 1; tries < 9; tries++) await tryAgain('gone@example.org');
  expect(await row('gone@example.org')).toMatchObject({ attempts: 8, sent_at: null, last_error: 'smtp 550' });
  expect((await row('gone@example.org'))?.given_up_at).not.toBeNull();
});

test('a mail without words is named by its file', async () => {
  await queue('wordless@example.org', 1, 'no-such-mail');
  await expect
    .poll(async () => (await row('wordless@example.org'))?.last_error)
    .toBe('src/content/mails/en/no-such-mail.md is missing.');
});

test('when the server dies between sending and noting it, the repeat carries the same Message-Id', async () => {
  await queue('repeat@example.org');
  await expect.poll(async () => (await row('repeat@example.org'))?.sent_at ?? null).not.toBeNull();
  await product.sql`update private.outbox set sent_at = null, params = ${product.sql.json(params)} where key = 'repeat@example.org 0'`;
  await tryAgain('repeat@example.org');
  const ids = received('repeat@example.org').map(({ messageId }) => messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
