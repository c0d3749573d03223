import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded, type Embedded } from '../embedded.ts';

let product: Embedded;
let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'fotfeste-readers-'));
  await mkdir(join(site, 'en'));
  await writeFile(join(site, 'en/index.html'), 'english');
  await mkdir(join(site, 'nb/handbook/the-first-hour'), { recursive: true });
  await writeFile(join(site, 'nb/handbook/the-first-hour/index.html'), 'den første timen');
  await writeFile(join(site, '_redirects'), '# old\n/no/* /nb/:splat 301\n/old/ /en/ 301\n');
  product = await startEmbedded({ site });
}, 60_000);

afterAll(async () => {
  await product.stop();
  await rm(site, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${product.url}${path}`, { redirect: 'manual', ...init });

describe('old addresses', () => {
  test.each([
    ['/old/?q=1', '/en/?q=1'],
    ['/no/handbook/', '/nb/handbook/'],
  ])('%s leads to %s', async (from, to) => {
    const answer = await get(from);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to]);
  });
});

describe('was it clear', () => {
  const say = (fields: Record<string, string>) =>
    get('/functions/v1/was-it-clear', { method: 'POST', body: new URLSearchParams(fields) });

  test('an answer without scripts is counted and leads to thanks', async () => {
    const answer = await say({ page: 'handbook/the-first-hour', lang: 'nb', clear: 'no' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/nb/thanks/']);
    const rows = await product.sql`select page, lang, clear, unclear from private.page_answers`;
    expect([...rows]).toEqual([{ page: 'handbook/the-first-hour', lang: 'nb', clear: 0, unclear: 1 }]);
  });

  test.each<[string, Record<string, string>]>([
    ['no answer', { page: 'about', lang: 'en' }],
    ['no page', { page: '', lang: 'en', clear: 'yes' }],
    ['no such language', { page: 'about', lang: '//evil.example', clear: 'yes' }],
    ['a page that is not there', { page: 'handbook/x1', lang: 'nb', clear: 'yes' }],
    ['a third answer', { page: 'about', lang: 'en', clear: 'maybe' }],
  ])('%s is refused, and nobody is led anywhere', async (_, fields) => {
    const answer = await say(fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });
});
