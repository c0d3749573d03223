import { expect, test } from 'vitest';
import { say } from './say.ts';

const words = { hello: 'Hei, {name}', 'day.one': '{count} dag', 'day.other': '{count} dager' };

test('fills parameters, and leaves a hole it has nothing for', () => {
  expect(say('nb', words, 'hello', { name: 'Amina' })).toBe('Hei, Amina');
  expect(say('nb', words, 'hello')).toBe('Hei, {name}');
});

test('chooses the plural and writes numbers as the language does', () => {
  expect(say('nb', words, 'day', { count: 1 })).toBe('1 dag');
  expect(say('nb', words, 'day', { count: 1200 })).toBe('1\u00a0200 dager');
});

test('a name from the right keeps to itself', () => {
  expect(say('nb', words, 'hello', { name: 'ليلى' })).toBe('Hei, \u2068ليلى\u2069');
});

test('a sentence nobody wrote is an error that names it', () => {
  expect(() => say('nb', words, 'bye' as 'hello')).toThrow('bye');
});
