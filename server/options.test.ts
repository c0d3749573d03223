import { afterEach, expect, test, vi } from 'vitest';
import { readOptions } from './options.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['', 'http://localhost:4321'],
  ['https://example.org/', 'https://example.org'],
])('links begin with “%s”', (told, siteUrl) => {
  vi.stubEnv('PUBLIC_SITE_URL', told);
  vi.stubEnv('PORT', '4321');
  expect(readOptions([]).siteUrl).toBe(siteUrl);
});

test('an address of eight groups stands in brackets', () => {
  vi.stubEnv('PUBLIC_SITE_URL', '');
  expect(readOptions(['--host', '::1', '--port', '4400']).address).toBe('http://[::1]:4400');
});

test.each([
  [['--port', '70000'], '', '70000 is not a port.'],
  [[], 'example.org', 'write a whole address, such as https://example.org.'],
])('%j and “%s” are refused in words', (args, told, words) => {
  vi.stubEnv('PUBLIC_SITE_URL', told);
  expect(() => readOptions(args)).toThrow(words);
});
