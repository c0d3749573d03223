import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from '../embedded.ts';

let product: Embedded;
let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'fotfeste-site-'));
  const files: Record<string, string> = {
    _headers: `/*\n  Referrer-Policy: no-referrer\n  Content-Security-Policy: default-src 'self'\n/en/search/\n  ! Content-Security-Policy\n  Content-Security-Policy: default-src 'self' 'wasm-unsafe-eval'\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    'index.html': 'choose',
    '404.html': 'missing',
    'en/index.html': `english ${'x'.repeat(5000)}`,
    'en/404.html': 'english missing',
    'nb/404/index.html': 'norsk mangler',
    'en/search/index.html': 'search',
    'assets/a.1b2c3d.js': 'export {}',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(site, name, '..'), { recursive: true });
    await writeFile(join(site, name), text);
  }
  await writeFile(join(site, '..', 'fotfeste-secret.txt'), 'secret');
  product = await startEmbedded({ site });
}, 60_000);

afterAll(async () => {
  await product.stop();
  await rm(site, { recursive: true });
  await rm(join(site, '..', 'fotfeste-secret.txt'), { force: true });
});

/** A request whose path is sent as it is written, unlike with fetch. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const { port } = new URL(product.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let text = '';
      answer
        .on('data', (chunk) => (text += chunk))
        .on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${product.url}${path}`, { redirect: 'manual', ...init });
const rpc = (name: string, body: string) =>
  get(`/rest/v1/rpc/${name}`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });

describe('site', () => {
  test('every answer carries the headers the build wrote, narrower ones winning', async () => {
    for (const path of [
      '/',
      '/en/',
      '/nowhere/',
      '/assets/a.1b2c3d.js',
      '/rest/v1/',
      '/health',
      '/mailbox/',
    ]) {
      const { headers } = await get(path);
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('content-security-policy')]).not.toEqual([path, null]);
    }
    expect((await get('/en/')).headers.get('content-security-policy')).toBe("default-src 'self'");
    expect((await get('/en/search/')).headers.get('content-security-policy')).toContain('wasm-unsafe-eval');
    expect((await get('/health')).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('what carries a hash is kept for ever, a page is asked for again, a missing file is not kept', async () => {
    const kept = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await kept('/assets/a.1b2c3d.js')).toContain('immutable');
    expect(await kept('/en/')).toContain('must-revalidate');
    expect(await kept('/assets/gone.js')).not.toContain('immutable');
    const { headers } = await get('/en/');
    expect((await get('/en/', { headers: { 'If-None-Match': headers.get('etag') ?? '' } })).status).toBe(304);
  });

  test('a page is packed for whoever can unpack it', async () => {
    const { headers } = await get('/en/', { headers: { 'Accept-Encoding': 'br' } });
    expect(headers.get('content-encoding')).toBe('br');
    expect(Number(headers.get('content-length'))).toBeLessThan(100);
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(
      (await get('/en/', { headers: { 'Accept-Encoding': 'identity' } })).headers.get('content-encoding'),
    ).toBeNull();
  });

  test('a missing page speaks the language of its address', async () => {
    for (const [path, words] of [
      ['/en/none/', 'english missing'],
      ['/nb/none/', 'norsk mangler'],
      ['/none', 'missing'],
    ]) {
      const answer = await get(path!);
      expect([answer.status, await answer.text()]).toEqual([404, words]);
    }
  });

  test('an address without its last slash leads to the one with it, and nowhere else', async () => {
    expect((await get('/en?q=1')).headers.get('location')).toBe('/en/?q=1');
    expect((await raw('//example.org/..')).status).toBe(404);
  });

  test.each([
    '/../fotfeste-secret.txt',
    '/en/../../fotfeste-secret.txt',
    '/%2e%2e/fotfeste-secret.txt',
    '/..%2ffotfeste-secret.txt',
    '/..%5cfotfeste-secret.txt',
    '/assets/',
    '/assets',
    '/_headers',
    '/%',
    '/en/%00',
  ])('%s leads to no file outside the site, and lists nothing', async (path) => {
    const { status, text } = await raw(path);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  test('nothing can be written to it', async () => {
    expect((await get('/en/', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('API', () => {
  test.each([
    ['GET', '/rest/v1/'],
    ['GET', '/rest/v1'],
    ['POST', '/rest/v1/people'],
    ['PATCH', '/rest/v1/people'],
    ['DELETE', '/rest/v1/people'],
    ['GET', '/rest/v1/rpc/find_mentors'],
    ['POST', '/auth/v1/signup'],
    ['POST', '/auth/v1/magiclink'],
    ['POST', '/auth/v1/recover'],
    ['POST', '/auth/v1/token?grant_type=password'],
    ['POST', '/auth/v1/token?grant_type=pkce'],
    ['POST', '/auth/v1//otp'],
    ['GET', '/auth/v1/verify?token=x&type=magiclink'],
    ['GET', '/auth/v1/settings'],
    ['GET', '/auth/v1/admin/users'],
    ['PUT', '/auth/v1/user'],
    ['GET', '/storage/v1/bucket'],
    ['GET', '/_system'],
  ])('%s %s is closed', async (method, path) => {
    const answer = await get(path, { method, ...(method === 'GET' ? {} : { body: '{}' }) });
    expect([404, 405]).toContain(answer.status);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('more than 64 kB is refused', async () => {
    const answer = await rpc('find_mentors', JSON.stringify({ words: 'x'.repeat(70_000) }));
    expect([answer.status, await answer.json()]).toMatchObject([413, { message: 'too_large' }]);
  });

  test('no error says what the database was asked or what it holds', async () => {
    const answers = await Promise.all([
      rpc('no_such_verb', '{}'),
      rpc("x'; drop table people; --", '{}'),
      rpc('find_mentors', '{"limit": "not a number"}'),
      rpc('find_mentors', 'not json'),
      get('/rest/v1/people?select=*&id=eq.nonsense'),
      get('/rest/v1/people?order=drop'),
      get('/rest/v1/outbox'),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).not.toMatch(/select |insert |\bat character\b|Key \(|\.ts:|node_modules/i);
    }
  });

  test('a forged or foreign token is not believed', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub: '00000000-0000-0000-0000-000000000001', role: 'service_role', exp: 4_000_000_000 };
    for (const head of [
      { alg: 'none', typ: 'JWT' },
      { alg: 'HS256', typ: 'JWT' },
    ]) {
      const Authorization = `Bearer ${part(head)}.${part(claims)}.${head.alg === 'none' ? '' : 'AAAA'}`;
      expect((await get('/rest/v1/programmes', { headers: { Authorization } })).status).toBe(401);
      expect((await get('/auth/v1/user', { headers: { Authorization } })).status).toBeGreaterThanOrEqual(401);
    }
  });

  test('the first requests leave every grant as the migrations made it', async () => {
    const grants = () => product.sql`select n.nspname, c.relname, c.relacl::text from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'private', 'auth', 'sign_in', 'mailbox', 'server') order by 1, 2`;
    const before = await grants();
    await get('/rest/v1/programmes');
    await rpc('find_mentors', '{}');
    expect(await grants()).toEqual(before);
  });

  test.each(['sign_in', 'mailbox', 'server', 'private'])(
    'visitors and people may not see into %s',
    async (schema) => {
      const rows = await product.sql`select c.relname, r.rolname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace, pg_roles r
      where n.nspname = ${schema} and c.relkind = 'r' and r.rolname in ('anon', 'authenticated')
        and has_table_privilege(r.oid, c.oid, 'select')`;
      expect(rows).toEqual([]);
    },
  );
});

describe('mailbox', () => {
  test('it opens on this machine only, under its own names, and without a proxy between', async () => {
    expect((await raw('/mailbox/')).status).toBe(200);
    expect((await raw('/mailbox/', { Host: 'evil.example.org' })).status).toBe(404);
    expect((await raw('/mailbox/', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404);
  });

  test('where there is a public address, nobody reads mails of others, whatever the proxy says', async () => {
    const behind = await startEmbedded({ site, siteUrl: 'https://pilot.example.org' });
    try {
      expect((await fetch(`${behind.url}/mailbox/`)).status).toBe(404);
    } finally {
      await behind.stop();
    }
  });

  test('a mail is text and nothing else', async () => {
    await product.sql`insert into mailbox.mails (message_id, address, subject, text)
      values ('x', 'a@example.org', '<img src=x onerror=alert(1)>', '<script>alert(1)</script>')`;
    const page = await (await get('/mailbox/')).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img/);
  });
});
